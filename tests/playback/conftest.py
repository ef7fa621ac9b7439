"""Fakes for playback: sounds in memory, a clock that stands still, a sound card that is pulled by hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.playback.device import DeviceFacts, Output
from desktop.playback.feeder import Feeder
from desktop.playback.mixer import Mixer
from desktop.playback.plan import PlaybackPlan, PlaybackStem

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RATE = 48000
SOURCE = Path("source.json")


class FakeClock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class FakeSound:
    """A cache in memory; with `final` it is one that is still being written."""

    def __init__(self, samples: np.ndarray, final: tuple[tuple[int, int], ...] | None = None) -> None:
        self.samples = samples
        self.frames = len(samples)
        self.complete = final is None
        self.final = final if final is not None else ((0, len(samples)),)
        self.coming = self.final
        self.closed = False

    def read(self, start: int, end: int) -> np.ndarray:
        out = np.zeros((end - start, self.samples.shape[1]), np.float32)
        first, last = max(start, 0), min(end, self.frames)
        if first < last:
            out[first - start : last - start] = self.samples[first:last]
        if not self.complete:
            known = np.zeros(end - start, bool)
            for a, b in self.final:
                known[max(0, a - start) : max(0, b - start)] = True
            out[~known] = 0.0
        return out

    def refresh(self) -> None:
        self.final = self.coming

    def close(self) -> None:
        self.closed = True


class FakeOutput(Output):
    """Pulls when told to; time passes only then."""

    def __init__(self, rate_hz: int, channels: int, clock: FakeClock, latency_s: float = 0.0) -> None:
        self.mixer = Mixer(rate_hz, channels, clock)
        self.facts = DeviceFacts("Fake", True)
        self.latency_s = latency_s
        self.running = False
        self.dead = False
        self.closed = False
        self._clock = clock

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.closed = True

    @property
    def stalled(self) -> bool:
        return self.dead

    def pull(self, frames: int) -> np.ndarray:
        out = np.full((frames, self.mixer.channels), np.nan, np.float32)
        self.mixer.fill(out)
        self._clock.now += frames / self.mixer.rate_hz
        return out


class Rig:
    """A feeder without its thread, before a sound card that is pulled by hand."""

    def __init__(self, sounds: dict[Path, FakeSound], device_hz: int, device_channels: int, latency_s: float) -> None:
        self.clock = FakeClock()
        self.sounds = sounds
        self.outputs: list[FakeOutput] = []
        self.device = (device_hz, device_channels, latency_s)
        self.scans: list[bool] = []
        self.feeder = Feeder(
            self.open_cache, self.open_output, lambda name: DeviceFacts(name, True), self.rescan, self.clock
        )
        self.feeder.step()

    def open_cache(self, path: Path) -> FakeSound:
        if path not in self.sounds:
            raise FileNotFoundError(path)
        return self.sounds[path]

    def open_output(self, _name: str, rate_hz: int) -> Output:
        device_hz, channels, latency_s = self.device
        self.outputs.append(FakeOutput(device_hz or rate_hz or RATE, channels, self.clock, latency_s))
        return self.outputs[-1]

    def rescan(self, thorough: bool) -> tuple[str, ...]:
        self.scans.append(thorough)
        return ("System default", f"Output {len(self.scans)}")

    @property
    def output(self) -> FakeOutput:
        return self.outputs[-1]

    def pull(self, frames: int, block: int = 256, feed: bool = True) -> np.ndarray:
        """What the sound card got in `frames` frames, with the feeder running beside it or not."""
        parts = []
        while frames:
            if feed:
                self.feeder.step()
            parts.append(self.output.pull(min(block, frames)))
            frames -= len(parts[-1])
        return np.concatenate(parts)

    def heard(self) -> tuple[int, float]:
        return self.output.mixer.heard(self.output.latency_s)


def noise(frames: int, channels: int = 2, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.4, 0.4, (frames, channels)).astype(np.float32)


def plan_of(sounds: dict[Path, FakeSound], rate_hz: int = RATE, **changes: object) -> PlaybackPlan:
    source = sounds[SOURCE].samples
    plan = PlaybackPlan(rate_hz, source.shape[1], len(source), SOURCE, gains={"source": 1.0})
    return replace(plan, **changes)  # type: ignore[arg-type]


def stem(name: str, start: int, end: int, in_sum: bool = True) -> PlaybackStem:
    return PlaybackStem(name, Path(f"{name}.json"), start, end, in_sum)


@pytest.fixture
def make_rig() -> Callable[..., Rig]:
    def make(
        sounds: dict[Path, FakeSound], device_hz: int = 0, device_channels: int = 2, latency_s: float = 0.0
    ) -> Rig:
        return Rig(sounds, device_hz, device_channels, latency_s)

    return make
