"""How quickly a stem's strength and band are changed: the table in docs/benchmarks.md."""

from __future__ import annotations

import time

import numpy as np
import pytest

from audiosep_core.audio.sound import ArraySound
from audiosep_core.audio.strength import ReshapedSound
from tests.benchmarks.baseline import Figures

RATE, SECONDS = 44_100, 30
GOAL = 100.0  # times real time, on one core


@pytest.mark.benchmark
@pytest.mark.parametrize(
    ("strength", "band"),
    [(1.0, None), (0.5, None), (-0.5, None), (-1.0, None), (0.0, (300, 3_000)), (1.0, (300, 3_000))],
)
def test_strength_is_quick_enough_to_be_heard_at_once(
    strength: float, band: tuple[float, float] | None, figure: Figures
) -> None:
    mixture = np.random.default_rng(0).normal(0, 0.1, (SECONDS * RATE, 2)).astype(np.float32)
    stem = 0.5 * mixture
    sound = ReshapedSound(ArraySound(stem, RATE), ArraySound(mixture, RATE), strength=strength, band_hz=band)
    sound.read(0, RATE)
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        # A second at a time, as a player asks for it.
        for second in range(SECONDS):
            sound.read(second * RATE, (second + 1) * RATE)
        best = max(best, SECONDS / (time.process_time() - began))
    print(f"strength {strength:g}, band {band}: {best:.0f} x real time, stereo at {RATE} Hz")
    figure(f"strength {strength:g}, band {band}", best, "x real time", higher=True)
    assert best > GOAL
