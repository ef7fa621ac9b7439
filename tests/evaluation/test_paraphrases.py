from __future__ import annotations

import csv
from pathlib import Path

import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.paraphrases import read_paraphrases
from audiosep_core.evaluation.protocols import mini
from audiosep_core.evaluation.summary import summary
from tests.evaluation.made_sets import Notch, Share, write_list


def test_every_paraphrase_is_asked_and_the_item_scores_their_mean(sines: Path) -> None:
    words = read_paraphrases(sines / "words.csv")
    protocol = mini.load(sines / "benchmark.csv", sines, "paraphrase", words)
    asked = Share(0.5)
    run(asked, protocol)
    assert asked.asked[0] == ("a low tone", "something deep", "a high tone", "a beep")
    assert asked.asked[2] == ("a high tone", "a beep", "a low tone", "something deep")
    # It knows one of x's two paraphrases, and takes every word it does not know for the high tone.
    rows = run(Notch("a low tone"), protocol)
    first = rows[0]
    assert [answer.prompt for answer in first.by_prompt] == ["a low tone", "something deep"]
    good, bad = (answer.sdri_db for answer in first.by_prompt)
    assert good is not None
    assert bad is not None
    assert good > 60
    assert bad == pytest.approx(-3.01, abs=0.01)  # the other sound: as loud, and the error is their sum
    assert first.sdri_db == pytest.approx((good + bad) / 2)
    assert [answer.swap_right for answer in first.by_prompt] == [True, False]
    assert first.swap_right == 0.5
    assert summary(protocol, rows)["all"]["rows"] == 3
    assert summary(protocol, rows)["0 dB"]["swap_right"] == 0.5


def test_a_label_without_paraphrase_is_named(sines: Path) -> None:
    with pytest.raises(AudioSepError, match="no paraphrase of 'x'"):
        mini.load(sines / "benchmark.csv", sines, "paraphrase")


def test_lists_with_their_own_prompts_have_no_paraphrases(sines: Path) -> None:
    with pytest.raises(AudioSepError, match="prompts of their own"):
        mini.load(sines / "absent.csv", sines, "paraphrase")
    assert [path.name for path, _ in mini.benchmark_lists(sines, "paraphrase")] == ["benchmark.csv"]


def test_other_files_are_refused(sines: Path) -> None:
    with pytest.raises(AudioSepError, match="could not be read"):
        read_paraphrases(sines / "gone.csv")
    with pytest.raises(AudioSepError, match="lacks the columns"):
        read_paraphrases(write_list(sines / "other.csv", "label,words", "x,y"))


def test_the_shipped_ones_are_five_of_each_and_never_a_label() -> None:
    words = read_paraphrases().words
    assert len(words) == 104
    assert {len(found) for found in words.values()} == {5}
    every = [text.casefold() for found in words.values() for text in found]
    assert len(set(every)) == len(every)
    assert not set(every) & set(words)
    assert not [text for text in every if text != text.strip() or len(text) > 90]


@pytest.mark.recordings
def test_the_shipped_ones_cover_the_benchmark_and_repeat_no_caption(recordings: Path) -> None:
    words = read_paraphrases().words
    with (recordings / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["label"] for row in rows if row["split"] == "test"} == set(words)
    known = {row[key].casefold().strip(". ") for row in rows for key in ("label", "caption")}
    assert not known & {text.casefold().strip(". ") for found in words.values() for text in found}
