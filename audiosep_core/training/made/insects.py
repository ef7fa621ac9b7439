"""Crickets, cicadas, flies, bees and mosquitoes; frogs are left to recordings."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import (
    RATE_HZ,
    Random,
    Sound,
    band,
    curve,
    frames,
    harmonics,
    log_uniform,
    place,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)


def _cricket(random: Random, seconds: float) -> Sound:
    """One cricket: chirps of two to five pulses of a nearly pure 3.5 to 5.5 kHz tone; or an unbroken trill."""
    hz, pulse = float(random.uniform(3_300, 5_600)), float(random.uniform(0.012, 0.024))
    pulses, rate = int(random.integers(2, 6)), float(random.uniform(1.2, 4))
    trill, at, parts = random.random() < 0.3, float(random.uniform(0, 0.5)), []
    count = frames(pulse)
    while at < seconds:
        for i in range(pulses):
            tone = np.sin(2 * np.pi * np.cumsum(np.linspace(hz * 1.01, hz * 0.985, count)) / RATE_HZ) * np.hanning(
                count
            )
            parts.append((at, tone * (0.6 + 0.4 * i / pulses)))
            at += pulse * float(random.uniform(1.4, 1.7))
        at += 0 if trill else max(0.02, float(random.normal(1, 0.05)) / rate - pulses * pulse * 1.5)
    return place(frames(seconds), parts)


def crickets(random: Random, seconds: float) -> Sound:
    """One near cricket, or a meadow of them."""
    out = _cricket(random, seconds)
    for _ in range(int(random.integers(0, 6))):
        out = out + float(random.uniform(0.1, 0.7)) * _cricket(random, seconds)
    night = shaped_noise(random, len(out), [(80, 0), (400, -6), (3_000, -18), (9_000, -30)])
    return unit(out) + float(random.uniform(0.0, 0.06)) * night


def cicada(random: Random, seconds: float) -> Sound:
    """A tymbal: a band of noise about 4 to 9 kHz, clicked 100 to 350 times a second, swelling slowly."""
    count, out = frames(seconds), np.zeros(frames(seconds))
    for _ in range(int(random.integers(1, 5))):
        centre, rate = log_uniform(random, 3_800, 8_500), log_uniform(random, 90, 350)
        carrier = band(white(random, count), centre * 0.85, min(15_000, centre * 1.15), 3)
        clicks = np.exp(
            float(random.uniform(2, 8))
            * (np.cos(2 * np.pi * np.cumsum(rate * curve(random, count, 3, 0.97, 1.03)) / RATE_HZ) - 1)
        )
        slow = curve(random, count, log_uniform(random, 0.4, 6), 0.2, 1.0)
        out += unit(carrier * clicks * slow) * float(random.uniform(0.3, 1))
    return out * swell(count, 0.2, 0.3)


def _flyer(random: Random, seconds: float, low: float, high: float) -> Sound:
    """Wings: a harmonic buzz whose pitch wanders as the insect turns, nearer and farther."""
    count = frames(seconds)
    hz = log_uniform(random, low, high) * curve(random, count, float(random.uniform(1, 4)), 0.93, 1.07)
    levels = [1 / n ** float(random.uniform(0.5, 1.2)) for n in range(1, 30)]
    near = curve(random, count, float(random.uniform(0.5, 2)), 0.08, 1.0) ** 1.6
    return unit(harmonics(hz, count, levels, random)) * near


def fly(random: Random, seconds: float) -> Sound:
    """A housefly or a bumblebee: 130 to 240 wing beats a second."""
    sound = _flyer(random, seconds, 130, 240)
    if random.random() < 0.3:  # it bumps against the pane
        gate = (curve(random, len(sound), 3, -1, 1.5) > 0).astype(np.float64)
        sound = sound * band(gate, None, 40)
    return sound


def mosquito(random: Random, seconds: float) -> Sound:
    """400 to 700 wing beats a second, thin."""
    return _flyer(random, seconds, 400, 700)


def bees(random: Random, seconds: float) -> Sound:
    """A swarm: dozens of wings at 180 to 260 a second."""
    out = sum(_flyer(random, seconds, 180, 260) for _ in range(int(random.integers(10, 22))))
    return band(np.asarray(out), 120, float(random.uniform(2_500, 6_000)))


def katydid(random: Random, seconds: float) -> Sound:
    """A grasshopper's rasp: short bursts of broadband 5 to 12 kHz noise, three to ten a second."""
    rate, at, parts = float(random.uniform(3, 10)), 0.05, []
    low = log_uniform(random, 4_500, 7_000)
    while at < seconds:
        count = frames(0.6 / rate)
        teeth = 0.5 + 0.5 * np.sign(np.sin(2 * np.pi * log_uniform(random, 60, 140) * times(count)))
        parts.append((at, band(white(random, count), low, 12_500) * teeth * np.hanning(count) ** 0.5))
        at += float(random.normal(1, 0.04)) / rate
    return place(frames(seconds), parts)


MAKERS = {
    "crickets": crickets,
    "cicada": cicada,
    "insect-fly": fly,
    "insect-mosquito": mosquito,
    "insect-bees": bees,
    "grasshopper": katydid,
}
