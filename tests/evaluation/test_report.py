from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import soundfile

pytest.importorskip("matplotlib")

from PIL import Image

from audiosep_core.audio.pictures import draw
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.paraphrases import read_paraphrases
from audiosep_core.evaluation.protocols import mini
from audiosep_core.evaluation.report.write import write_report
from audiosep_core.evaluation.result import Facts, Result, versions
from audiosep_core.evaluation.summary import differences
from tests.evaluation.made_sets import NOISE_HZ, SOURCE_HZ, Notch, Share, sine

FACTS = Facts("a <model> | with & signs", "0" * 64, "cpu", 0, versions())


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def test_the_three_panels_share_one_scale() -> None:
    """A sound 40 dB down is as dark beside a loud one as the scale says, not as bright as its own loudest point."""
    loud, soft = sine(SOURCE_HZ), sine(SOURCE_HZ, level=0.003)
    alone, beside = pixels(draw([("a", soft), ("b", soft)], 32_000)), pixels(draw([("a", soft), ("b", loud)], 32_000))
    left = np.s_[60:300, 80:560]  # inside the first panel
    assert alone[left].sum(axis=2).max() > 650
    assert beside[left].sum(axis=2).max() < 400


def test_frequency_goes_up_and_a_16_khz_sound_ends_at_8_khz() -> None:
    low, high = (pixels(draw([("a", sine(hz, 16_000))], 16_000)) for hz in (300, 6000))
    brightest = [int(np.argmax(picture[40:310, 100:900].sum(axis=(1, 2)))) for picture in (low, high)]
    assert brightest[0] > brightest[1] + 80


class Parsed(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.sources += [found["src"] or ""] if "src" in found else []
        self.links += [found["href"] or ""] if "href" in found else []


def test_a_report_shows_the_worst_first_and_holds_everything_itself(sines: Path) -> None:
    label = mini.load(sines / "benchmark.csv", sines)
    separator = Notch("x")
    rows = tuple(run(separator, label))
    halves = run(Share(0.5), label)
    compared = differences(label, rows, halves, ("made", "half"))
    write_report(sines / "report", FACTS, [Result(label, rows)], separator, compared, pictures=1)
    html = (sines / "report/report.html").read_text(encoding="utf-8")
    parsed = Parsed()
    parsed.feed(html)
    # Nothing is fetched: pictures and sounds are inside, links stay on the page.
    assert all(source.startswith(("data:image/png;base64,", "data:audio/flac;base64,")) for source in parsed.sources)
    assert all(link.startswith("#") for link in parsed.links)
    assert html.count("<img") == 3
    assert html.index('"place worst"') < html.index('"place median"') < html.index('"place best"')
    assert "a &lt;model&gt; | with &amp; signs" in html
    assert "<model>" not in html
    for text in ("Paired differences", "made - half", "Classes, worst first", "dB", "by the label"):
        assert text in html
    sound = base64.b64decode(next(s for s in parsed.sources if "audio" in s).partition(",")[2])
    samples, rate = soundfile.read(io.BytesIO(sound))
    assert (len(samples), rate) == (64_000, 32_000)

    markdown = (sines / "report/report.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[\w+\]\((.+?)\)", markdown)
    assert len(pictures) == 3
    for picture in pictures:
        assert (sines / "report" / picture).read_bytes().startswith(b"\x89PNG")
    for line in markdown.splitlines():
        if line.startswith("| 0 |"):
            assert line.count(" | ") == markdown.split("### All items")[1].split("\n")[2].count(" | ")


def test_words_side_by_side_and_the_paraphrase_that_is_shown_is_a_typical_one(sines: Path) -> None:
    words = read_paraphrases(sines / "words.csv")
    separator = Notch("x", "An x.", "a low tone")
    protocols = [
        mini.load(sines / "benchmark.csv", sines, query, words) for query in ("label", "caption", "paraphrase")
    ]
    results = [Result(protocol, tuple(run(separator, protocol))) for protocol in protocols]
    write_report(sines / "report", FACTS, results, separator, look=True, pictures=1)
    markdown = (sines / "report/report.md").read_text(encoding="utf-8")
    table = markdown.split("## Label, caption and paraphrase")[1].split("##")[0]
    asked = re.findall(r"^\| (all|0 dB) \| (\w+) \|", table, flags=re.MULTILINE)
    assert asked == [(group, query) for group in ("all", "0 dB") for query in ("label", "caption", "paraphrase")]


def test_a_report_of_levels_shows_silence_as_the_truth(sines: Path) -> None:
    protocol = mini.load(sines / "absent.csv", sines)
    rows = tuple(run(Share(0.1), protocol))
    assert rows[0].ratio_db == pytest.approx(-20.0, abs=1e-3)
    write_report(sines / "report", FACTS, [Result(protocol, rows)], Share(0.1), pictures=1)
    assert "truth: silence" in (sines / "report/report.html").read_text(encoding="utf-8")


def test_a_stopped_report_leaves_nothing(sines: Path) -> None:
    protocol = mini.load(sines / "benchmark.csv", sines)
    rows = tuple(run(Share(0.5), protocol))
    cancel = CancelToken()
    before = sorted(sines.iterdir())
    with pytest.raises(Cancelled):
        write_report(
            sines / "report", FACTS, [Result(protocol, rows)], Share(0.5), pictures=1,
            on_progress=lambda _: cancel.set(), cancel=cancel,
        )  # fmt: skip
    assert sorted(sines.iterdir()) == before


def test_a_high_sine_and_a_low_one_are_where_the_axis_says() -> None:
    """The panel of a low sine is dark where that of a high one is bright."""
    picture = pixels(draw([("low", sine(SOURCE_HZ)), ("high", sine(4 * NOISE_HZ))], 32_000)).sum(axis=2)
    low, high = picture[40:310, 90:640], picture[40:310, 720:1250]
    assert int(np.argmax(low.mean(axis=1))) > int(np.argmax(high.mean(axis=1))) + 60
