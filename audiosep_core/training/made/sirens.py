"""Sirens: electronic wail and yelp, two-tone, the air-raid siren's rotor, and a car alarm that runs through several."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import Random, Sound, band, frames, harmonics, log_uniform, times

LOW_HZ, HIGH_HZ = (500.0, 800.0), (1_200.0, 1_750.0)
"""Where an electronic siren's sweep begins and ends (SAE J1849 asks for about 650 to 1500 Hz)."""


def _horn(random: Random, hz: Sound) -> Sound:
    """A square-like wave through a horn loudspeaker; no clipping, whose partials would fold at half the rate."""
    levels = [1 / n ** float(random.uniform(0.7, 1.3)) * (1.0 if n % 2 else 0.5) for n in range(1, 14)]
    out = band(harmonics(hz, len(hz), levels), float(random.uniform(200, 450)), float(random.uniform(3_500, 9_000)))
    if random.random() < 0.4:  # it drives by: nearer, then farther, with the Doppler shift left to the sweep
        t = np.linspace(-1, 1, len(out))
        out = out / np.sqrt(0.05 + (t - random.uniform(-0.8, 0.8)) ** 2)
    return out


def sweep(random: Random, seconds: float, rate_hz: float) -> Sound:
    """The fundamental in Hz of a sweep up and down `rate_hz` times a second, between LOW_HZ and HIGH_HZ."""
    low, high = float(random.uniform(*LOW_HZ)), float(random.uniform(*HIGH_HZ))
    turn = (times(frames(seconds)) * rate_hz + random.random()) % 1.0
    rise = float(random.uniform(0.25, 0.5))
    up = np.where(turn < rise, turn / rise, (1 - turn) / (1 - rise))
    bend = float(random.uniform(0.6, 1.4))
    return np.asarray(low * (high / low) ** (up**bend), np.float64)


def wail(random: Random, seconds: float) -> Sound:
    """Slow up and down: a sweep takes two to six seconds."""
    return _horn(random, sweep(random, seconds, 1 / float(random.uniform(2, 6))))


def yelp(random: Random, seconds: float) -> Sound:
    """The same sweep two to five times a second."""
    return _horn(random, sweep(random, seconds, float(random.uniform(2, 5))))


def two_tone(random: Random, seconds: float) -> Sound:
    """Hi-lo: two notes a fourth or so apart in turn, as in Europe."""
    low = log_uniform(random, 360, 650)
    high = low * float(random.uniform(1.2, 1.42))
    half = float(random.uniform(0.3, 0.9))
    t = times(frames(seconds)) + random.random()
    return _horn(random, np.where((t / half) % 2 < 1, low, high))


def air_raid(random: Random, seconds: float) -> Sound:
    """A rotor that is spun up to 300 to 600 Hz and let down, its two rows of ports at a ratio of five to six."""
    count, top = frames(seconds), log_uniform(random, 320, 620)
    period = float(random.uniform(6, 16))
    turn = (times(count) / period + (random.random() if random.random() < 0.7 else 0.0)) % 1.0
    speed = np.where(turn < 0.55, 1 - np.exp(-turn * 9), (1 - np.exp(-0.55 * 9)) * np.exp(-(turn - 0.55) * 3.5))
    hz = np.maximum(30.0, top * speed)
    levels = [1 / n ** float(random.uniform(0.6, 1.0)) for n in range(1, 20)]
    tone = harmonics(hz, count, levels) + (0.7 * harmonics(hz * 1.2, count, levels) if random.random() < 0.6 else 0.0)
    return band(tone * (speed + 0.05) ** 2, 120, float(random.uniform(2_500, 6_000)))


def car_alarm(random: Random, seconds: float) -> Sound:
    """Six sounds of a car alarm in turn, each for a second or two."""
    parts: list[Sound] = []
    while sum(map(len, parts)) < frames(seconds):
        length = float(random.uniform(0.8, 2.0))
        t = times(frames(length))
        which, low = int(random.integers(5)), float(random.uniform(800, 1_100))
        hz = (
            low + 900 * ((t * 3) % 1.0),
            low + 900 * (1 - (t * 5) % 1.0),
            low + 400 * (np.floor(t * 4) % 2),
            low + 450 * (1 + np.sin(2 * np.pi * 2 * t)),
            low + 350 * (1 + np.sin(2 * np.pi * 9 * t)),
        )[which]
        parts.append(harmonics(hz, len(t), [1, 0.15, 0.4, 0.05, 0.2]))
    return band(np.concatenate(parts)[: frames(seconds)], 400, 9_000)


MAKERS = {
    "siren-wail": wail,
    "siren-yelp": yelp,
    "siren-two-tone": two_tone,
    "siren-air-raid": air_raid,
    "car-alarm": car_alarm,
}
