from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audiosep_core.engine.listener import Heard
from audiosep_core.engine.suggest import default_vocabulary, suggest

STEPS = 20


class FakeEars:
    """Hears what it is told: log odds by word and step, -9 elsewhere."""

    calibrated = True

    def __init__(self, odds: dict[str, dict[int, float]], alike: Sequence[tuple[str, str]] = ()) -> None:
        self.odds, self.alike = odds, {frozenset(pair) for pair in alike}

    def hear(self, *_: object, **__: object) -> Heard:
        return Heard(0.5, np.zeros((STEPS, 4), np.float32), np.full(STEPS, -20.0, np.float32))

    def logits(self, heard: Heard, prompts: Sequence[str]) -> NDArray[np.float32]:
        track = np.full((len(prompts), len(heard.vectors)), -9.0, np.float32)
        for row, word in enumerate(prompts):
            for step, value in self.odds.get(word, {}).items():
                track[row, step] = value
        return track

    def likeness(self, prompts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[float(frozenset((a, b)) in self.alike) for a in prompts] for b in prompts], np.float32)


def told(ears: FakeEars, words: Sequence[str] | None = None, top: int = 3) -> list[str]:
    return [one.prompt for one in suggest(ears, ears.hear(), words, top)]


def test_the_clearest_comes_first_with_its_second() -> None:
    ears = FakeEars({"rain": {7: 6.0, 8: 5.0}, "piano": {3: 9.0, 4: 9.0}})
    first, second = suggest(ears, ears.hear(), None, 2)
    assert (first.prompt, first.time_s) == ("piano", 1.5)
    assert (second.prompt, second.time_s) == ("rain", 3.5)
    assert first.score > second.score > 0.5


def test_relatives_are_told_once_unless_one_stands_out() -> None:
    together = {"dog bark": {5: 8.0, 6: 8.0}, "dog growl": {5: 6.0, 6: 6.0}, "rain": {2: 4.0}}
    assert told(FakeEars(together), top=2) == ["dog bark", "rain"]
    apart = {"dog bark": {5: 8.0, 6: 8.0}, "dog growl": {15: 7.0, 16: 7.0}, "rain": {2: 4.0}}
    assert told(FakeEars(apart)) == ["dog bark", "dog growl", "rain"]


def test_a_wide_word_is_told_only_where_nothing_narrower_is_heard() -> None:
    narrow = {"animal": {5: 9.0}, "dog bark": {5: 8.0}}
    assert told(FakeEars(narrow), top=1) == ["dog bark"]
    assert told(FakeEars({"animal": {5: 9.0}}), top=1) == ["animal"]


def test_what_is_not_heard_is_not_told() -> None:
    ears = FakeEars({"rain": {7: 6.0, 8: 5.0}})
    assert told(ears, top=10) == ["rain"]
    assert told(ears, ["violin", "kettle"]) == []


def test_ears_that_nobody_measured_rank_what_there_is_and_tell_nothing_of_silence() -> None:
    ears = FakeEars({"kettle": {3: -5.0}})
    ears.calibrated = False
    assert told(ears, ["violin", "kettle"]) == ["kettle", "violin"]
    silent = Heard(0.5, np.zeros((STEPS, 4), np.float32), np.full(STEPS, -120.0, np.float32))
    assert suggest(ears, silent, ["violin", "kettle"], 3) == []


def test_own_words_that_mean_the_same_are_told_once() -> None:
    odds = {"hoover": {3: 8.0}, "vacuuming": {3: 7.0}, "kettle": {3: 5.0}}
    ears = FakeEars(odds, [("hoover", "vacuuming")])
    assert told(ears, list(odds)) == ["hoover", "kettle"]
    assert suggest(ears, ears.hear(), [], 5) == []


def test_the_program_s_own_words_are_labels_and_parents() -> None:
    words = default_vocabulary()
    assert {"dog bark", "animal", "rain"} <= set(words)
    assert len(words) == len(set(words))
