"""What flies, and trains: rotors with blade slap, propellers, jets, wheels over joints, horns."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.engines import exhaust, firing
from audiosep_core.training.made.shaping import (
    RATE_HZ,
    Random,
    Sound,
    band,
    curve,
    frames,
    harmonics,
    log_uniform,
    modes,
    place,
    shaped,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)


def _flight(random: Random, seconds: float, speed_ms: float, distance: float) -> tuple[Sound, Sound]:
    """Nearness (at most 1) and Doppler factor of something that flies by, or hovers in one half of the cases."""
    count = frames(seconds)
    if random.random() < 0.5:
        near = curve(random, count, 0.4, 0.7, 1.0)
        return near, np.ones(count)
    middle = seconds * float(random.uniform(0.2, 0.8))
    along = speed_ms * (times(count) - middle)
    gap = np.sqrt(along**2 + distance**2)
    return distance / gap, 1 / (1 + speed_ms * along / gap / 343)


def helicopter(random: Random, seconds: float) -> Sound:
    """Blades that slap 9 to 26 times a second, a tail rotor's hum, a turbine's hiss; passing or hovering."""
    near, doppler = _flight(random, seconds, float(random.uniform(20, 60)), float(random.uniform(60, 200)))
    rate = log_uniform(random, 9, 26) * doppler
    turns = np.cumsum(rate) / RATE_HZ
    count = len(turns)
    sharp = float(random.uniform(6, 30))
    blade = np.exp(sharp * (np.cos(2 * np.pi * turns) - 1))
    strength = 1 + 0.12 * np.sin(np.pi * turns + random.uniform(0, 6))
    thump = harmonics(rate * 2, count, [1 / n**0.8 for n in range(1, 10)], random) * blade
    slap = band(white(random, count), 40, float(random.uniform(700, 3_000)), 1) * blade
    rush = shaped_noise(random, count, [(60, 3), (400, 0), (2_000, -10), (9_000, -30)]) * (0.4 + 0.6 * blade)
    tail = harmonics(rate * float(random.uniform(4.6, 5.6)), count, [1, 0.6, 0.3, 0.2], random)
    mix = strength * (unit(thump) + random.uniform(0.5, 1.3) * unit(slap))
    mix += random.uniform(0.2, 0.6) * rush + random.uniform(0.02, 0.2) * unit(tail)
    return mix * near


def propeller(random: Random, seconds: float) -> Sound:
    """A light aircraft: 60 to 110 blades a second with many harmonics, the engine's firing beside it."""
    near, doppler = _flight(random, seconds, float(random.uniform(40, 80)), float(random.uniform(80, 250)))
    rate = log_uniform(random, 60, 110) * doppler * curve(random, len(doppler), 0.5, 0.985, 1.015)
    count = len(rate)
    levels = [float(random.uniform(0.4, 1)) / n ** float(random.uniform(0.7, 1.1)) for n in range(1, 30)]
    blades = harmonics(rate, count, levels, random)
    engine = exhaust(random, firing(random, rate * float(random.choice([1.0, 1.5])), 0.3, 4), 80, 500)
    rush = shaped_noise(random, count, [(80, 2), (500, 0), (2_500, -12), (9_000, -32)])
    return (unit(blades) + 0.5 * unit(engine) + random.uniform(0.2, 0.6) * rush) * near


def jet(random: Random, seconds: float) -> Sound:
    """A jet that passes: roar that is loudest behind it, a fan's whine ahead, treble only when near."""
    near, doppler = _flight(random, seconds, float(random.uniform(60, 140)), float(random.uniform(150, 500)))
    count = len(near)
    roar = shaped_noise(random, count, [(30, -2), (150, 3), (600, 0), (2_500, -10), (10_000, -30)])
    crackle = roar * (1 + 0.5 * band(white(random, count), None, 30) * 8)
    low, high = band(crackle, None, 700), band(crackle, 700, None)
    whine = harmonics(log_uniform(random, 1_200, 3_200) * doppler, count, [1, 0.3, 0.15], random)
    whine *= 1 + 0.3 * curve(random, count, 9, -1, 1)
    return low * near + high * near**1.8 + random.uniform(0.03, 0.25) * unit(whine) * near**2


def cabin(random: Random, seconds: float) -> Sound:
    """Inside an airliner: steady low noise, two engines that beat slowly."""
    count = frames(seconds)
    noise = shaped_noise(random, count, [(40, 4), (200, 3), (800, -6), (3_000, -20), (9_000, -36)])
    hz = log_uniform(random, 80, 160)
    tone = harmonics(hz, count, [1, 0.4, 0.2], random) + harmonics(
        hz * float(random.uniform(1.002, 1.01)), count, [1, 0.4, 0.2], random
    )
    return noise + random.uniform(0.05, 0.4) * unit(tone)


def train(random: Random, seconds: float) -> Sound:
    """Wheels over rail joints in the rhythm of two bogies, over the rolling noise."""
    count = frames(seconds)
    rolling = shaped_noise(random, count, [(50, 4), (250, 2), (900, 0), (2_500, -9), (9_000, -28)])
    rolling *= curve(random, count, 2, 0.7, 1.0)
    gap = float(random.uniform(0.6, 1.4))
    parts = []
    for at in np.arange(random.uniform(0, gap), seconds, gap):
        for lag in (0, 0.17 * gap, 0.42 * gap, 0.59 * gap):
            hit = modes(list(random.uniform(150, 900, 5)), [0.12] * 5, list(random.uniform(0.5, 1, 5)), 0.2, random)
            parts.append((float(at + lag), hit * float(random.uniform(0.7, 1)) + 0.0))
    clatter = unit(shaped(place(count, parts), [(200, 3), (2_000, 0), (8_000, -20)]))
    return rolling + random.uniform(0.7, 1.6) * clatter


def train_horn(random: Random, seconds: float) -> Sound:
    """A chord of three to five air horns, one to four blasts, with a slight rise as the air comes."""
    root = log_uniform(random, 255, 340)
    chord = [
        root * 2 ** (step / 12) for step in ([0, 3, 6, 9], [0, 4, 7], [0, 3, 7, 9], [0, 5, 9])[int(random.integers(4))]
    ]
    at, parts = float(random.uniform(0.1, 0.4)), []
    levels = [1 / (1 + abs(n - 3) / 2) for n in range(1, 24)]
    while at < seconds - 0.5:
        length = float(random.uniform(0.4, min(2.5, seconds - at)))
        count = frames(length)
        rise = 1 - 0.03 * np.exp(-times(count) / 0.08)
        tone = sum(harmonics(hz * rise * (1 + 0.002 * random.normal()), count, levels, random) for hz in chord)
        parts.append((at, (tone + 0.3 * white(random, count)) * swell(count, 0.06, 0.12)))
        at += length + float(random.uniform(0.2, 1.0))
    return band(place(frames(seconds), parts), 150, float(random.uniform(4_000, 9_000)))


def air_horn(random: Random, seconds: float) -> Sound:
    """A hand-held gas horn: one very loud, buzzing pitch in blasts."""
    hz, at, parts = log_uniform(random, 330, 620), float(random.uniform(0.05, 0.3)), []
    while at < seconds - 0.3:
        length = min(log_uniform(random, 0.15, 1.8), seconds - at)
        count = frames(length)
        bend = 1 - 0.06 * np.exp(-times(count) / 0.03)
        tone = harmonics(hz * bend, count, [1 / n**0.4 for n in range(1, 30)], random)
        parts.append((at, (tone + 0.1 * white(random, count)) * swell(count, 0.008, 0.05)))
        at += length + log_uniform(random, 0.1, 1.0)
    return place(frames(seconds), parts)


MAKERS = {
    "helicopter": helicopter,
    "propeller-plane": propeller,
    "jet": jet,
    "airliner-cabin": cabin,
    "train": train,
    "train-horn": train_horn,
    "air-horn": air_horn,
}
