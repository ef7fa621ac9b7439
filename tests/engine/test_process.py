from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.process import EngineProcess
from audiosep_core.engine.separator import Separator
from audiosep_core.types import SeparationOptions

from .gain import GainBackend, gain_separator
from .test_frugal import Machine, Starved

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
    warm = engine.until("done", "error")[-1]
    assert (warm["device"].partition(",")[0], warm["device_type"]) == ("CPU", "cpu")


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


class Parent:
    """The other end of a channel; may do something when it is told something."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []
        self.on_message: Callable[[dict[str, Any]], None] = lambda _: None

    def send(self, message: dict[str, Any]) -> None:
        self.told.append(message)
        self.on_message(message)

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [message for message in self.told if message["type"] == kind]


SHORT = Chunking(blocks=10, fade_s=0.2, margin_s=0.14, aligned=False)


def ask(separator: Separator, message: dict[str, Any], parent: Parent | None = None) -> Parent:
    """One request to an engine that has this separator loaded; in this process."""
    parent, token = parent or Parent(), CancelToken()
    engine = EngineProcess(parent)  # type: ignore[arg-type]
    engine._loaded = ((message["model"], message["device"], message.get("backend", "auto")), separator)
    heard = parent.on_message

    def on_message(told: dict[str, Any]) -> None:
        heard(told)
        if "cancel_after" in message and told.get("done") == message["cancel_after"]:
            token.set()

    parent.on_message = on_message
    engine._answer(message, token)
    return parent


def asked(source: Path, **changes: Any) -> dict[str, Any]:
    return request(source, Path("gain"), prompts=["0.5", "0.25"], **changes)


def test_a_job_asked_for_again_goes_on_where_it_was_cancelled(source: Path) -> None:
    first = GainBackend()
    stopped = ask(gain_separator(backend=first, chunks=SHORT), asked(source, cancel_after=4))
    assert stopped.told[-1] == {"type": "cancelled", "job": "a"}
    total = stopped.of("progress")[0]["total"]
    assert total > 5
    kept = [(message["start"], message["end"]) for message in stopped.of("final")]
    second = GainBackend()
    again = ask(gain_separator(backend=second, chunks=SHORT), asked(source))
    assert again.told[-1]["type"] == "done"
    assert len(second.calls) < 2 * total
    assert again.of("progress")[0]["done"] > 1
    assert len(again.of("progress")) < total
    # What the earlier try has made is told before anything is made, and nothing twice.
    kinds = [message["type"] for message in again.told]
    before = again.told[: kinds.index("progress")]
    finals = [(message["start"], message["end"]) for message in again.of("final")]
    earlier = (finals[0][0], finals[0][1])
    assert earlier == (min(low for low, _ in kept), max(high for _, high in kept))
    assert {"type": "final", "job": "a", "start": earlier[0], "end": earlier[1]} in before
    seen = np.zeros(38 * 16_000, int)
    for low, high in finals:
        seen[low:high] += 1
    assert (seen == 1).all()
    names = ["stem0.json", "stem1.json"]
    undisturbed = [str(source.with_name(f"once-{name}")) for name in names]
    ask(gain_separator(chunks=SHORT), asked(source, stems=undisturbed))
    for name, path in zip(names, undisturbed, strict=True):
        with SoundCache.open(source.with_name(name)) as stem, SoundCache.open(Path(path)) as once:
            assert stem.complete
            assert np.array_equal(stem.read(0, stem.frames), once.read(0, once.frames))


def test_another_request_for_the_same_files_begins_anew(source: Path) -> None:
    ask(gain_separator(chunks=SHORT), asked(source))
    changes: tuple[dict[str, Any], ...] = (
        {"prompts": ["0.5", "0.3"]},
        {"options": {"compete": False}},
        {"options": {"compete": False, "strength": 0.5}},
        {"start": 15_999, "end": 39 * 16_000 - 1},
    )
    for change in changes:
        message = {**asked(source), **change}
        anew = ask(gain_separator(chunks=SHORT), message)
        assert anew.of("progress")[0]["done"] == 1
        assert ask(gain_separator(chunks=SHORT), message).of("progress") == []


def test_what_is_separated_within_a_stem_begins_anew_once_that_one_is_another(source: Path) -> None:
    parent = source.with_name("parent.json")
    moved = source.with_name("twin.json")

    def make(word: str) -> None:
        ask(gain_separator(chunks=SHORT), {**asked(source, stems=[str(parent)]), "prompts": [word]})
        for suffix in (".json", ".f32"):
            shutil.copyfile(parent.with_suffix(suffix), moved.with_suffix(suffix))

    def within(cache: Path) -> list[dict[str, Any]]:
        with SoundCache.open(cache) as sound:
            message = asked(cache, start=0, end=sound.frames, first=0)
        return ask(gain_separator(chunks=SHORT), message).of("progress")

    make("0.5")
    assert within(parent)[0]["done"] == 1
    assert within(parent) == []
    assert within(moved) == [], "wherever it lies, as after a project was opened again"
    make("0.3")
    assert within(parent)[0]["done"] == 1


def test_memory_that_runs_out_is_told_and_the_job_goes_on(source: Path) -> None:
    machine = Machine(2, well=1)
    parent = ask(gain_separator(backend=Starved(machine), chunks=SHORT), asked(source))
    assert parent.told[-1]["type"] == "done"
    notices = parent.of("notice")
    assert len(notices) == 2
    assert all(notice["job"] == "a" and notice["text"].startswith("Memory ran out:") for notice in notices)
    seen = np.zeros(38 * 16_000, int)
    for message in parent.of("final"):
        seen[message["start"] : message["end"]] += 1
    assert (seen == 1).all()


def test_that_a_card_is_not_used_is_told_where_the_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(model: str, device: str, backend: str, on_notice: Callable[[str], None]) -> Separator:
        on_notice("The graphics card cannot run this model.")
        return gain_separator()

    monkeypatch.setattr(Separator, "load", load)
    monkeypatch.setattr(Separator, "conditions", lambda *_: None)
    parent = Parent()
    engine = EngineProcess(parent)  # type: ignore[arg-type]
    engine._answer({"type": "warm", "job": "a", "model": "gain", "device": "auto"}, CancelToken())
    (notice,) = parent.of("notice")
    assert notice == {"type": "notice", "job": "a", "text": "The graphics card cannot run this model."}
    assert [told["job"] for told in parent.of("done")] == ["a"]


def test_memory_that_runs_out_for_good_is_an_error_that_keeps_what_is_done(source: Path) -> None:
    parent = ask(gain_separator(backend=Starved(Machine(10**6, well=6)), chunks=SHORT), asked(source))
    assert (parent.told[-1]["type"], parent.told[-1]["code"]) == ("error", "out-of-memory")
    assert parent.of("final")
    again = ask(gain_separator(chunks=SHORT), asked(source))
    assert again.of("progress")[0]["done"] > 1


def test_options_reach_the_separator_as_json_has_them(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    monkeypatch.setattr(Separator, "run", lambda *_, options, **__: given.append(options))
    options = {
        "channels": "independent", "against": ["1 0 0.5"], "compete": True, "strength": -0.5, "band_hz": [100, 2000],
        "above_band": False, "level": "auto",
    }  # fmt: skip
    parent = ask(gain_separator(), asked(source, options=options))
    assert parent.told[-1]["type"] == "done"
    assert parent.told[-1]["backend"] == "PyTorch, fp32"
    ask(gain_separator(), asked(source))
    assert given == [
        SeparationOptions("independent", ("1 0 0.5",), True, -0.5, (100, 2000), False, "auto"),
        SeparationOptions(),
    ]


@pytest.mark.parametrize(
    "options",
    [
        {"strength": 2}, {"strength": "much"}, {"band_hz": [5]}, {"band_hz": [200, 100]}, {"band_hz": "all"},
        {"channels": "left"}, {"level": "loud"}, {"against": "music"}, {"loudness": 1}, "fast", ["strength"], 7,
    ],
)  # fmt: skip
def test_options_that_are_none_are_a_bad_request(source: Path, options: Any) -> None:
    parent = ask(gain_separator(), asked(source, options=options))
    assert (parent.told[-1]["type"], parent.told[-1]["code"]) == ("error", "bad-request")


def test_a_back_end_that_is_none_is_a_bad_request(source: Path) -> None:
    parent = ask(gain_separator(), asked(source, backend="abacus"))
    assert (parent.told[-1]["type"], parent.told[-1]["code"]) == ("error", "bad-request")


def test_the_engine_says_what_runs_the_network(engine: Engine, tiny_model: Path) -> None:
    engine.send(type="warm", job="a", model=str(tiny_model), device="cpu", backend="torch")
    assert engine.until("done", "error")[-1]["backend"].startswith("PyTorch, ")


def test_the_ears_answer_between_separations(engine: Engine, source: Path, tiny_model: Path) -> None:
    engine.send(type="presence", job="p", source=str(source), prompts=["dog barking", "rain"], start=0, end=32_000)
    seen = engine.until("done", "error")
    assert seen[-1]["type"] == "done", seen[-1]
    assert [answer["prompt"] for answer in seen[-1]["prompts"]] == ["dog barking", "rain"]
    assert all(len(answer["track"]) == 80 for answer in seen[-1]["prompts"])
    engine.send(type="suggest", job="s", source=str(source), top=3)
    assert len(engine.until("done", "error")[-1]["suggestions"]) <= 3
    engine.send(type="familiarity", job="f", prompts=["violin"])
    assert engine.until("done", "error")[-1]["known"][0]["nearest"][0] == "violin"
