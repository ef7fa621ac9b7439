from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from audiosep_core.audio.cache import SoundCache
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.ear_jobs import EarJobs
from audiosep_core.engine.listener import Heard
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.query.familiarity import Known
from audiosep_core.types import Progress

RATE = 1_000
LENGTH_S = 20


class LevelEars:
    """Hears "loud" where it is loud, "quiet" where it is not, and "rain" always; vectors hold the level."""

    calibrated = True

    def __init__(self) -> None:
        self.listened = 0

    def hear(
        self, source: Any, start: int = 0, end: int | None = None, cancel: Any = None, on_progress: Any = None
    ) -> Heard:
        self.listened += 1
        if cancel is not None:
            cancel.raise_if_set()
        end = source.frames if end is None else end
        steps = -(-(end - start) * 2 // RATE)
        level = np.array([np.abs(source.read(start + i * 500, start + i * 500 + 500)).max() for i in range(steps)])
        if on_progress is not None:
            on_progress(Progress(end, end))
        vectors = np.stack([level > 0.3, level <= 0.3], axis=1).astype(np.float32)
        return Heard(0.5, vectors, np.full(steps, -20.0, np.float32))

    def logits(self, heard: Heard, prompts: Sequence[str]) -> NDArray[np.float32]:
        loud = heard.vectors[:, 0]
        rows = {"loud": 16 * loud - 9, "quiet": 7 - 16 * loud, "rain": np.full(len(loud), 7.0)}
        return np.stack([rows.get(prompt, np.full(len(loud), -9.0)) for prompt in prompts]).astype(np.float32)

    def likeness(self, prompts: Sequence[str]) -> NDArray[np.float32]:
        return np.ones((len(prompts), len(prompts)), np.float32)


class Words:
    def of(self, prompts: Sequence[str]) -> list[Known]:
        return [Known(prompt, 0.2 if prompt == "flux" else 0.9, (("rain", 0.4),)) for prompt in prompts]


@pytest.fixture
def ears() -> LevelEars:
    return LevelEars()


@pytest.fixture
def jobs(ears: LevelEars) -> EarJobs:
    return EarJobs(lambda _: ears, Words)  # type: ignore[arg-type,return-value]


def sound(path: Path, samples: NDArray[np.float32]) -> Path:
    with SoundCache.create(path, RATE, 1, len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Twenty seconds that are loud from the tenth to the fifteenth."""
    samples = np.full((LENGTH_S * RATE, 1), 0.1, np.float32)
    samples[10 * RATE : 15 * RATE] = 0.9
    return sound(tmp_path / "source.json", samples)


def ask(jobs: EarJobs, kind: str, **rest: Any) -> dict[str, Any]:
    answer = jobs.do(
        {"type": kind, **{k: str(v) if isinstance(v, Path) else v for k, v in rest.items()}},
        CancelToken(),
        lambda _: None,
    )
    result: dict[str, Any] = json.loads(json.dumps(answer))
    return result


def test_presence_says_where_and_how_surely(jobs: EarJobs, source: Path) -> None:
    answer = ask(jobs, "presence", source=source, prompts=["loud", "violin"])
    loud, violin = answer["prompts"]
    assert (answer["step_s"], answer["calibrated"]) == (0.5, True)
    assert len(loud["track"]) == 2 * LENGTH_S
    assert [place for place, value in enumerate(loud["track"]) if value > 50] == list(range(20, 30))
    assert (loud["verdict"], violin["verdict"]) == ("present", "not found")
    assert [hit[:2] for hit in loud["hits"]] == [[10.0, 15.0]]
    assert violin["hits"] == []
    assert loud["similar"] == []


def test_a_verdict_is_of_the_stretch_and_the_whole_is_told_beside_it(jobs: EarJobs, source: Path) -> None:
    (loud,) = ask(jobs, "presence", source=source, prompts=["loud"], start=0, end=8 * RATE)["prompts"]
    assert (loud["verdict"], loud["whole_verdict"]) == ("not found", "present")
    (loud,) = ask(jobs, "presence", source=source, prompts=["loud"], start=11 * RATE, end=12 * RATE)["prompts"]
    assert loud["verdict"] == "present"


def test_what_is_not_there_comes_with_what_is(jobs: EarJobs, source: Path) -> None:
    (violin,) = ask(jobs, "presence", source=source, prompts=["violin"])["prompts"]
    assert violin["similar"] == ["rain"]
    offered = {one["prompt"] for one in ask(jobs, "suggest", source=source)["suggestions"]}
    assert set(violin["similar"]) <= offered, "nothing is said to be heard that the list does not hold"


def test_absence_of_words_that_the_ears_do_not_know_is_not_sure(jobs: EarJobs, source: Path, ears: LevelEars) -> None:
    violin, flux = ask(jobs, "presence", source=source, prompts=["violin", "flux"])["prompts"]
    assert (violin["sure"], flux["sure"]) == (True, False)
    ears.calibrated = False
    (violin,) = ask(jobs, "presence", source=source, prompts=["violin"])["prompts"]
    assert not violin["sure"], "nobody measured these ears"


def test_a_recording_is_listened_to_once_whatever_is_asked(jobs: EarJobs, source: Path, ears: LevelEars) -> None:
    first = ask(jobs, "presence", source=source, prompts=["loud"])
    assert ask(jobs, "suggest", source=source)["suggestions"][0]["prompt"] == "rain"
    assert ears.listened == 1
    later = EarJobs(lambda _: ears, Words)  # type: ignore[arg-type,return-value]
    assert ask(later, "presence", source=source, prompts=["loud"]) == first
    assert ears.listened == 1, "what was heard lies beside the recording"


def test_a_damaged_or_foreign_note_is_not_believed(jobs: EarJobs, source: Path, ears: LevelEars) -> None:
    ask(jobs, "suggest", source=source)
    kept = source.with_name("source.heard.npz")
    kept.write_bytes(kept.read_bytes()[:50])
    again = EarJobs(lambda _: ears, Words)  # type: ignore[arg-type,return-value]
    ask(again, "suggest", source=source)
    assert ears.listened == 2
    sound(source, np.zeros((4 * RATE, 1), np.float32))
    third = EarJobs(lambda _: ears, Words)  # type: ignore[arg-type,return-value]
    assert len(ask(third, "presence", source=source, prompts=["loud"])["prompts"][0]["track"]) == 8
    assert ears.listened == 3


def test_a_stem_that_holds_what_was_meant_matches_and_another_does_not(jobs: EarJobs, source: Path) -> None:
    good = np.zeros((5 * RATE, 1), np.float32) + 0.8
    answer = ask(
        jobs, "match", source=source, start=10 * RATE, stem=sound(source.with_name("good.json"), good), prompts=["loud"]
    )
    assert answer["match"] > 0.7
    assert answer["leak"] < 0.3
    poor = ask(
        jobs,
        "match",
        source=source,
        start=10 * RATE,
        stem=sound(source.with_name("poor.json"), good / 8),
        prompts=["loud"],
    )
    assert poor["match"] < 0.5
    assert poor["leak"] > 0.7, "it is still in the rest"


def test_words_that_were_never_taught_are_told(jobs: EarJobs) -> None:
    dog, flux = ask(jobs, "familiarity", prompts=["dog", "flux"])["known"]
    assert (dog["unheard"], flux["unheard"]) == (False, True)
    assert flux["nearest"] == ["rain"]


def test_no_words_are_an_error_and_a_cancel_is_heard(jobs: EarJobs, source: Path) -> None:
    with pytest.raises(AudioSepError):
        ask(jobs, "presence", source=source)
    token = CancelToken()
    token.set()
    with pytest.raises(Cancelled):
        jobs.do({"type": "suggest", "source": str(source)}, token, lambda _: None)
