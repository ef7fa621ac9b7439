from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache

ROOT = Path(__file__).resolve().parents[2]


class Engine:
    """The real engine process, driven as the window drives it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "audiosep_core.engine.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def send(self, **message: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        assert self.process.stdout is not None
        seen = []
        for line in self.process.stdout:
            seen.append(json.loads(line))
            if seen[-1]["type"] in kinds:
                return seen
        raise AssertionError(f"the engine ended before {kinds}: {seen}")


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    assert engine.process.stdin is not None
    assert engine.process.stdout is not None
    engine.process.stdin.close()
    assert engine.process.wait(30) == 0
    engine.process.stdout.close()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.json"
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (40 * 16_000, 2)).astype(np.float32)
    with SoundCache.create(path, 16_000, 2, len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


def request(source: Path, tiny: Path, **changes: Any) -> dict[str, Any]:
    stems = [str(source.with_name(f"stem{i}.json")) for i in range(2)]
    return {
        "type": "separate", "job": "a", "source": str(source), "start": 16_000, "end": 39 * 16_000, "first": 320_000,
        "prompts": ["dog", "rain"], "model": str(tiny), "device": "cpu", "stems": stems, **changes,
    }  # fmt: skip


def test_a_request_ends_with_final_stems_of_the_span(engine: Engine, source: Path, tiny_model: Path) -> None:
    engine.send(**request(source, tiny_model))
    seen = engine.until("done", "error")
    assert seen[0]["type"] == "hello"
    assert seen[0]["protocol"] == 1
    assert seen[-1]["type"] == "done", seen[-1]
    assert seen[-1]["model"] == "tiny"
    assert [m["phase"] for m in seen if m["type"] == "phase"] == ["loading", "separating"]
    progress = [(m["done"], m["total"]) for m in seen if m["type"] == "progress"]
    assert progress == [(i + 1, progress[0][1]) for i in range(progress[0][1])]
    first = next(m for m in seen if m["type"] == "final")
    assert first["start"] <= 320_000 - 16_000 < first["end"] + 16_000 * 13, "work begins where the person listens"
    for i in range(2):
        with SoundCache.open(source.with_name(f"stem{i}.json")) as stem:
            assert (stem.frames, stem.channels, stem.rate_hz) == (38 * 16_000, 2, 16_000)
            assert stem.final == ((0, stem.frames),)
            assert np.abs(stem.read(0, stem.frames)).max() > 0
            assert stem.request["prompts"] == ["dog", "rain"]


def test_errors_are_sentences_and_the_engine_goes_on(engine: Engine, source: Path, tiny_model: Path) -> None:
    engine.send(**request(source, tiny_model, model="no such model"))
    assert engine.until("error")[-1]["code"] == "model-missing"
    engine.send(**request(source, tiny_model, prompts=["  ", "x"]))
    assert engine.until("error")[-1]["code"] == "prompt-empty"
    engine.send(type="dance", job="b")
    assert engine.until("error")[-1]["code"] == "request-unknown"
    engine.send(type="separate", job="c")
    assert engine.until("error")[-1]["code"] == "internal"
    engine.send(type="warm", job="d", model=str(tiny_model), device="cpu")
    assert "CPU" in engine.until("done", "error")[-1]["device"]


def test_a_cancel_that_comes_too_late_does_not_stop_a_later_job_of_that_name(engine: Engine) -> None:
    for _ in range(2):
        engine.send(type="dance", job="b")
        assert engine.until("error", "cancelled")[-1]["type"] == "error"
        # The job's token goes right after its answer; by the next answer it is gone.
        engine.send(type="dance", job="c")
        engine.until("error")
        engine.send(type="cancel", job="b")


def test_cancel_stops_a_running_and_a_waiting_job(engine: Engine, source: Path, tiny_model: Path) -> None:
    engine.send(**request(source, tiny_model))
    engine.send(**request(source, tiny_model, job="waiting"))
    engine.send(type="cancel", job="waiting")
    engine.until("phase")
    engine.send(type="cancel", job="a")
    ends = [engine.until("cancelled", "done")[-1] for _ in range(2)]
    assert ends[0]["job"] == "a"
    assert ends[1] == {"type": "cancelled", "job": "waiting"}
    assert ends[0]["type"] == "cancelled"


def test_an_example_is_a_stretch_of_the_source(engine: Engine, source: Path, tiny_model: Path) -> None:
    alone = {"prompts": ["like 1 to 3 s"], "stems": [str(source.with_name("stem.json"))], "like": [16_000, 48_000]}
    engine.send(**request(source, tiny_model, **alone))
    assert engine.until("done", "error")[-1]["code"] == "audio-tower-missing"


def test_a_model_that_hears_separates_what_sounds_like_a_stretch(
    engine: Engine, source: Path, imported_model: Path
) -> None:
    stems = [str(source.with_name(f"stem{name}.json")) for name in ("a", "b", "c")]
    places = ([0, 32_000], [0, 32_000], [320_000, 352_000])
    for stem, like in zip(stems, places, strict=True):
        engine.send(**request(
            source, imported_model, prompts=["like it"], stems=[stem], like=like, start=0, end=16_000, first=0
        ))  # fmt: skip
        assert engine.until("done", "error")[-1]["type"] == "done"
    sounds = []
    for stem in stems:
        with SoundCache.open(Path(stem)) as cache:
            assert cache.final == ((0, 16_000),)
            sounds.append(cache.read(0, 16_000))
    assert np.array_equal(sounds[0], sounds[1]), "the same example is the same query"
    assert np.abs(sounds[0] - sounds[2]).max() > 1e-4, "another example is another one"
