from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.evaluate import evaluate
from audiosep_core.evaluation.pairs import mix, read_pairs
from audiosep_core.evaluation.protocols.mini import benchmark_lists, load
from audiosep_core.evaluation.summary import summary
from audiosep_core.types import AudioArray, Query, Separation, SeparationOptions, Stem

HEADER = "idx,source,noise,label,caption,noise_label,noise_caption,seconds,snr_db,clean\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    soundfile.write(tmp_path / "a.wav", 0.3 * np.sin(np.arange(40_000) * 0.1), 32_000, subtype="FLOAT")
    soundfile.write(tmp_path / "b.wav", rng.uniform(-1, 1, 200_000), 32_000, subtype="FLOAT")
    row = "{},a.wav,b.wav,tone,A tone.,noise,Noise.,5,{},yes\n"
    (tmp_path / "pairs.csv").write_text(HEADER + row.format(0, 0) + row.format(1, -5))
    (tmp_path / "absent.csv").write_text("idx,source,noise,seconds,snr_db,prompt\n0,a.wav,b.wav,5,0,rain\n")
    (tmp_path / "lone.csv").write_text("idx,source,seconds,prompt\n0,a.wav,5,tone\n")
    return tmp_path


class Scaled:
    """Gives a fixed share of the mixture back."""

    def __init__(self, share: float) -> None:
        self.share = share

    def separate(self, audio: AudioArray, rate: int, queries: list[str], *, options: SeparationOptions) -> Separation:
        assert options.compete is False  # each prompt is judged alone
        part = audio * self.share
        return Separation(tuple(Stem(Query(q), part) for q in queries), audio - part, rate)


def test_the_mixture_is_made_as_the_list_says(folder: Path) -> None:
    _, pairs = read_pairs(folder / "pairs.csv", "label")
    for pair, snr in zip(pairs, (0, -5), strict=True):
        sound = mix(pair, folder, 32_000)
        assert len(sound.mixture) == 160_000
        np.testing.assert_allclose(sound.mixture, sound.source + sound.noise, atol=1e-6)
        ratio = 10 * np.log10(np.mean(sound.source**2) / np.mean(sound.noise**2))
        assert ratio == pytest.approx(snr, abs=0.01)
        assert np.abs(sound.mixture).max() <= 1.0
        np.testing.assert_allclose(sound.source[:40_000], sound.source[40_000:80_000], atol=1e-6)


def test_half_the_mixture_scores_the_floor(folder: Path) -> None:
    rows = evaluate(Scaled(0.5), folder / "pairs.csv", folder)
    assert rows[0].sdri_db == pytest.approx(3.0, abs=0.1)
    assert rows[0].swap_right is False
    figures = summary(load(folder / "pairs.csv", folder), rows)
    assert figures["all"]["rows"] == 2
    assert figures["0 dB"]["rows"] == 1
    assert figures["0 dB clean"]["swap_right"] == 0.0


def test_absent_and_lone_lists_report_levels(folder: Path) -> None:
    for name in ("absent.csv", "lone.csv"):
        rows = evaluate(Scaled(0.1), folder / name, folder)
        assert summary(load(folder / name, folder), rows)["all"]["ratio_db_median"] == pytest.approx(-20.0, abs=0.01)


def test_a_list_that_a_spreadsheet_wrote_is_read(folder: Path) -> None:
    before = read_pairs(folder / "pairs.csv", "label")
    (folder / "pairs.csv").write_text((folder / "pairs.csv").read_text(), encoding="utf-8-sig")
    assert read_pairs(folder / "pairs.csv", "label") == before


def test_a_list_without_its_columns_is_refused(folder: Path) -> None:
    (folder / "bad.csv").write_text("idx,source,seconds\n0,a.wav,5\n")
    with pytest.raises(AudioSepError, match="caption"):
        read_pairs(folder / "bad.csv", "caption")


@pytest.mark.parametrize(
    "row", ["x,a.wav,5,tone", "1,a.wav,five,tone", "1,a.wav,nan,tone", "1,a.wav,0,tone", "1,a.wav", "1,a.wav,inf,tone"]
)
def test_a_row_that_is_not_what_its_columns_say_is_named(folder: Path, row: str) -> None:
    (folder / "bad.csv").write_text(f"idx,source,seconds,prompt\n0,a.wav,5,tone\n{row}\n")
    with pytest.raises(AudioSepError, match=r"Row 2 of 'bad\.csv'") as caught:
        read_pairs(folder / "bad.csv", "label")
    assert caught.value.code == "list-damaged"


def test_what_is_not_a_list_is_said(folder: Path) -> None:
    (folder / "bad.csv").write_bytes(b"\xff\xfe\x00idx")
    with pytest.raises(AudioSepError, match=r"bad\.csv"):
        read_pairs(folder / "bad.csv", "label")


def test_the_benchmark_can_be_asked_with_one_kind_of_words(folder: Path) -> None:
    (folder / "benchmark.csv").write_text((folder / "pairs.csv").read_text())
    assert benchmark_lists(folder, "caption") == [(folder / "benchmark.csv", "caption")]
    assert {words for _, words in benchmark_lists(folder, "label")} == {"label"}
    assert len(benchmark_lists(folder)) == 4
    (folder / "benchmark.csv").unlink()
    with pytest.raises(AudioSepError, match="no benchmark list"):
        benchmark_lists(folder, "caption")


@pytest.mark.recordings
def test_every_row_of_the_benchmark_can_be_made(recordings: Path) -> None:
    for name in ("benchmark.csv", "everyday.csv", "speech.csv", "absent.csv", "lone.csv"):
        _, pairs = read_pairs(recordings / name, "label")
        sound = mix(pairs[0], recordings, 32_000)
        assert len(sound.mixture) == 160_000
        for pair in pairs:
            assert (recordings / pair.source).is_file()
            assert not pair.noise or (recordings / pair.noise).is_file()
