"""Memory that runs out anywhere in a child process: the person is told, nothing hangs, and trying again works."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from audiosep_core.audio.cache import SoundCache
from desktop.inference.engine_requests import SeparateRequest
from desktop.inference.inference_thread import ENGINE_STOPPED, InferenceThread
from desktop.inference.media_thread import MediaThread
from tests.inference.conftest import Notes
from tests.inference.memory_group import MemoryGroup
from tests.trials import trials

pytest.importorskip("_testcapi", reason="this Python was built without its own tests")

pytestmark = pytest.mark.reliability

RATE = 16_000
PATIENCE_MS = 120_000

# The real process; a job called starve-N-W lacks memory for its allocations N to N + W.
STARVING = """
import sys, _testcapi
from audiosep_core.{room} import process
served = process.{where}
def starving(*arguments):
    _, begin, width = (*name_of(arguments).split("-"), "0", "0")[:3]
    if begin.isdigit() and int(begin):
        _testcapi.set_nomemory(int(begin), int(begin) + int(width))
    try:
        return served(*arguments)
    finally:
        _testcapi.remove_mem_hooks()
def name_of(arguments):
    return next(name for one in arguments if (name := getattr(one, "name", one)) and isinstance(name, str))
process.{where} = starving
process.main()
"""


def starving(room: str, where: str) -> list[str]:
    return [sys.executable, "-c", STARVING.format(room=room, where=where)]


def moments(most: int, count: int) -> list[str]:
    chance = random.Random(most)
    return [f"starve-{chance.randint(1, most)}-{chance.choice((1, 5, 50))}" for _ in range(count)]


def outcome(notes: Notes, job: str, qtbot: Any) -> tuple[Any, ...]:
    """How a job ended: (signal, job, ...)."""

    def ended() -> list[tuple[Any, ...]]:
        return [event for event in notes.of("done", "failed", "cancelled") if event[1] == job]

    qtbot.waitUntil(lambda: bool(ended()), timeout=PATIENCE_MS)
    (end,) = ended()
    return end


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "noise.wav"
    noise = np.random.default_rng(0).uniform(-0.3, 0.3, (10 * RATE, 1)).astype(np.float32)
    soundfile.write(path, noise, RATE, subtype="FLOAT")
    return path


@pytest.fixture
def source(recording: Path, tmp_path: Path) -> Path:
    samples = soundfile.read(recording, dtype="float32", always_2d=True)[0]
    path = tmp_path / "source.json"
    with SoundCache.create(path, RATE, 1, len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


@pytest.fixture
def started(qtbot: Any) -> Iterator[Callable[[Any], Notes]]:
    threads = []

    def start(thread: Any) -> Notes:
        threads.append(thread)
        notes = Notes(thread, qtbot)
        thread.start()
        return notes

    yield start
    for thread in threads:
        thread.stop()


def sound(cache: Path) -> np.ndarray:
    with SoundCache.open(cache) as opened:
        assert opened.complete
        return opened.read(0, opened.frames)


def test_a_media_process_without_memory_says_so_and_opens_the_file_the_next_time(
    started: Callable[[Any], Notes], qtbot: Any, recording: Path, tmp_path: Path
) -> None:
    media = MediaThread(starving("audio", "_open"))
    notes = started(media)
    ends = []
    for number, job in enumerate(moments(3000, trials(4, 50))):
        job, cache = f"{job}-{number}", tmp_path / f"{number}.json"
        media.open(job, recording, cache)
        end = outcome(notes, job, qtbot)
        ends.append(end[2] if end[0] == "failed" else "done")
        if end[0] == "failed":
            assert end[2] in ("out-of-memory", "internal", "media-died"), end
            assert end[3].endswith("."), "a sentence"
            media.open(f"again-{number}", recording, cache)
            assert outcome(notes, f"again-{number}", qtbot)[0] == "done"
        np.testing.assert_array_equal(sound(cache), soundfile.read(recording, dtype="float32", always_2d=True)[0])
    print({end: ends.count(end) for end in ends})


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_an_engine_without_memory_says_so_and_goes_on_the_next_time(
    started: Callable[[Any], Notes], qtbot: Any, source: Path, tmp_path: Path, tiny_model: Path
) -> None:
    def separate(job: str, stem: Path) -> tuple[Any, ...]:
        engine.separate(SeparateRequest(job, source, 0, 10 * RATE, 0, ("noise",), str(tiny_model), "cpu", (stem,)))
        return outcome(notes, job, qtbot)

    engine = InferenceThread(starving("engine", "EngineProcess._separate"))
    notes = started(engine)
    assert separate("whole", tmp_path / "whole.json")[0] == "done"
    expected = sound(tmp_path / "whole.json")
    ends = []
    for number, job in enumerate(moments(6000, trials(10, 50))):
        stem = tmp_path / f"{number}.json"
        end = separate(f"{job}-{number}", stem)
        ends.append(end[2] if end[0] == "failed" else "done")
        if end[0] == "failed":
            assert end[3].endswith("."), "a sentence"
            engine.restart()
            assert separate(f"again-{number}", stem)[0] == "done"
        # Done in shorter pieces where memory had run out.
        np.testing.assert_allclose(sound(stem), expected, rtol=0, atol=1e-3)
    print({end: ends.count(end) for end in ends})
    assert "done" in ends or "out-of-memory" in ends


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_an_engine_that_the_system_ends_for_its_memory_is_told_and_the_job_is_done_the_next_time(
    started: Callable[[Any], Notes], qtbot: Any, source: Path, tmp_path: Path, tiny_model: Path
) -> None:
    def separate(job: str) -> tuple[Any, ...]:
        stem = (tmp_path / "stem.json",)
        engine.separate(SeparateRequest(job, source, 0, 10 * RATE, 0, ("noise",), str(tiny_model), "cpu", stem))
        return outcome(notes, job, qtbot)

    with MemoryGroup.make() as group:
        engine = InferenceThread(group.command("audiosep_core.engine.process"))
        notes = started(engine)
        engine.warm(str(tiny_model), "cpu")
        qtbot.waitUntil(lambda: bool(notes.of("warmed")), timeout=PATIENCE_MS)
        group.limit(group.used + (1 << 20))
        end = separate("a")
        assert end[:3] == ("failed", "a", "engine-died")
        assert end[3].startswith(ENGINE_STOPPED)
        assert "memory ran out" in end[3]
        assert notes.of("child_died")[0][1] == -9
        group.limit(None)
        engine.restart()
        assert separate("b")[0] == "done"
        assert np.isfinite(sound(tmp_path / "stem.json")).all()
        engine.stop()
