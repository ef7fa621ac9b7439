"""Piston engines: firing pulses with jitter through an exhaust, over the noise of intake, gears and tyres."""

from __future__ import annotations

import numpy as np
from scipy import signal

from audiosep_core.training.made.shaping import (
    RATE_HZ,
    Random,
    Sound,
    band,
    curve,
    frames,
    log_uniform,
    peak,
    resonance,
    shaped_noise,
    swell,
    unit,
    white,
)


def firing(random: Random, per_second: Sound, roughness: float, cylinders: int) -> Sound:
    """Exhaust pulses at the rate `per_second` (a curve): each cylinder has its strength, each pulse some jitter."""
    strength = 1 + roughness * random.normal(0, 0.5, cylinders)
    turns = np.cumsum(per_second) / RATE_HZ
    count = int(turns[-1])
    at = np.interp(np.arange(count) + roughness * random.normal(0, 0.08, count), turns, np.arange(len(turns)))
    impulses = np.zeros(len(per_second))
    index = np.clip(at.astype(np.int64), 0, len(impulses) - 1)
    np.add.at(impulses, index, strength[np.arange(count) % cylinders] * (1 + roughness * random.normal(0, 0.2, count)))
    # A pulse is a puff of gas: a quick rise, a fall over some milliseconds, with noise in it.
    length = frames(log_uniform(random, 0.004, 0.012))
    shape = np.exp(-6 * np.arange(length) / length) - np.exp(-40 * np.arange(length) / length)
    puff = np.asarray(signal.fftconvolve(impulses, shape)[: len(impulses)], np.float64)
    return puff - np.mean(puff) + random.uniform(0.1, 0.4) * np.maximum(puff, 0) * white(random, len(puff))


def exhaust(random: Random, pulses: Sound, low_hz: float, high_hz: float) -> Sound:
    """Pipe and silencer: three resonances and a low-pass."""
    out = 0.5 * pulses
    for _ in range(3):
        out += resonance(pulses, log_uniform(random, low_hz, high_hz), float(random.uniform(1.5, 6))) * random.uniform(
            0.5, 1.5
        )
    return band(out, 25, high_hz * float(random.uniform(1.5, 4)), 1)


def _speed(random: Random, count: int, low: float, high: float) -> Sound:
    """Firings a second: idling, held, revved in bursts, or pulling away through the gears."""
    manner = int(random.integers(4))
    if manner == 0:
        return curve(random, count, 1.5, low * 0.97, low * 1.03)
    if manner == 1:
        held = log_uniform(random, low * 1.3, high)
        return curve(random, count, 0.8, held * 0.97, held * 1.03)
    if manner == 2:
        revs = np.maximum(0, curve(random, count, float(random.uniform(0.6, 1.4)), -0.8, 1.0)) ** 1.2
        return low * (high / low) ** revs
    gear = float(random.uniform(1.5, 3.5)) * RATE_HZ
    position = (np.arange(count) % gear) / gear
    climb = low * 1.4 + (high - low * 1.4) * position * (0.6 + 0.4 * np.minimum(1, np.arange(count) / count * 2))
    smooth = np.ones(frames(0.12)) / frames(0.12)
    return np.asarray(
        signal.fftconvolve(np.pad(climb, len(smooth), "edge"), smooth, "same")[len(smooth) : -len(smooth)]
    )


def _mixed(random: Random, tone: Sound, speed: Sound, noise_points: list[tuple[float, float]], level: float) -> Sound:
    effort = 0.4 + 0.6 * speed / np.max(speed)
    return unit(tone * effort) + level * shaped_noise(random, len(tone), noise_points) * effort


def car(random: Random, seconds: float) -> Sound:
    """Four to eight cylinders, silenced: 25 firings a second idling, up to 200."""
    count, cylinders = frames(seconds), int(random.choice([4, 4, 6, 8]))
    speed = _speed(
        random, count, cylinders / 2 * float(random.uniform(11, 15)), cylinders / 2 * float(random.uniform(45, 90))
    )
    tone = exhaust(random, firing(random, speed, float(random.uniform(0.1, 0.4)), cylinders), 60, 420)
    return _mixed(
        random,
        tone,
        speed,
        [(80, 4), (400, 0), (float(random.uniform(1_500, 5_000)), -6), (9_000, -20)],
        float(random.uniform(0.15, 0.7)),
    )


def motorcycle(random: Random, seconds: float) -> Sound:
    """One or two cylinders, hardly silenced, from a thumping idle to a scream."""
    count, cylinders = frames(seconds), int(random.choice([1, 2, 2, 4]))
    low, high = cylinders / 2 * float(random.uniform(14, 22)), cylinders / 2 * float(random.uniform(70, 150))
    speed = _speed(random, count, low, high)
    tone = np.tanh(
        1.5 * unit(exhaust(random, firing(random, speed, float(random.uniform(0.2, 0.5)), cylinders), 120, 1_200))
    )
    return _mixed(random, tone, speed, [(100, 0), (1_500, -4), (9_000, -26)], float(random.uniform(0.08, 0.25)))


def truck(random: Random, seconds: float) -> Sound:
    """A large diesel: few, hard firings (knock), and at times a turbocharger's whistle."""
    count = frames(seconds)
    speed = _speed(random, count, 3 * float(random.uniform(8, 11)), 3 * float(random.uniform(22, 34)))
    pulses = firing(random, speed, float(random.uniform(0.3, 0.6)), 6)
    knock = band(np.maximum(pulses, 0) ** 2 * white(random, count), 800, 4_500)
    tone = unit(exhaust(random, pulses, 40, 260)) + float(random.uniform(0.15, 0.5)) * unit(knock)
    if random.random() < 0.4:
        tone += 0.06 * np.sin(2 * np.pi * np.cumsum(speed * float(random.uniform(40, 80))) / RATE_HZ)
    return _mixed(
        random, tone, speed, [(60, 8), (300, 0), (2_000, -14), (8_000, -32)], float(random.uniform(0.15, 0.5))
    )


def boat(random: Random, seconds: float) -> Sound:
    """A slow marine diesel or an outboard, with water splashing about the exhaust."""
    count, outboard = frames(seconds), random.random() < 0.5
    low = float(random.uniform(35, 60) if outboard else random.uniform(6, 16))
    speed = curve(random, count, 0.7, low * 0.96, low * 1.04)
    tone = exhaust(random, firing(random, speed, float(random.uniform(0.2, 0.5)), 2), 60, 700 if outboard else 300)
    splash = shaped_noise(random, count, [(100, 0), (800, -3), (4_000, -16), (12_000, -34)])
    return unit(tone) + float(random.uniform(0.1, 0.5)) * splash * curve(random, count, 3, 0.3, 1.0) ** 2


def lawn_mower(random: Random, seconds: float) -> Sound:
    """One cylinder at about 3000 revolutions a minute, and the blade's broadband rush."""
    count = frames(seconds)
    speed = curve(random, count, 0.8, 23, 28) * float(random.uniform(0.9, 1.15))
    tone = unit(exhaust(random, firing(random, speed, float(random.uniform(0.15, 0.35)), 1), 120, 1_100))
    rush = shaped_noise(random, count, [(100, -6), (500, 0), (2_500, -4), (10_000, -24)])
    return tone + float(random.uniform(0.4, 0.9)) * rush


def chainsaw(random: Random, seconds: float) -> Sound:
    """A two-stroke: idling at 45 firings a second, cutting at 120 to 200, rasping."""
    count = frames(seconds)
    throttle = np.clip(curve(random, count, float(random.uniform(0.4, 1.2)), -0.5, 1.5), 0, 1)
    speed = float(random.uniform(42, 55)) * float(random.uniform(2.6, 3.6)) ** throttle
    tone = np.tanh(2 * unit(exhaust(random, firing(random, speed, float(random.uniform(0.2, 0.4)), 1), 200, 2_500)))
    rasp = band(white(random, count), 1_500, 9_000) * throttle * (0.6 + 0.4 * peak(np.maximum(tone, 0)))
    return unit(tone * (0.35 + 0.65 * throttle)) + float(random.uniform(0.15, 0.4)) * unit(rasp + 1e-6)


def pass_by(random: Random, seconds: float) -> Sound:
    """A vehicle that comes, passes and goes: tyres and wind, an engine under it, level and pitch by its distance."""
    count = frames(seconds)
    speed_ms, distance = float(random.uniform(9, 30)), float(random.uniform(3, 10))
    middle = seconds * float(random.uniform(0.35, 0.65))
    along = speed_ms * (np.arange(count) / RATE_HZ - middle)
    gap = np.sqrt(along**2 + distance**2)
    doppler = 1 / (1 + speed_ms * along / gap / 343)
    rate = float(random.uniform(50, 110)) * doppler
    tone = unit(exhaust(random, firing(random, rate, 0.25, 4), 70, 420))
    tyres = shaped_noise(random, count, [(60, -6), (300, -3), (900, 0), (2_500, -8), (9_000, -28)])
    near = distance / gap
    # Far sound has lost its treble.
    rolling = band(tyres, None, 900) * near + tyres * near**2
    return (float(random.uniform(0.2, 0.6)) * tone * near + rolling) * swell(count, 0.1, 0.1)


def traffic(random: Random, seconds: float) -> Sound:
    """Several vehicles that pass one after the other over a distant roar."""
    count = frames(seconds)
    out = 0.25 * shaped_noise(random, count, [(40, 6), (150, 4), (600, -6), (3_000, -26), (10_000, -44)])
    for _ in range(int(random.integers(2, 6))):
        part = pass_by(random, float(random.uniform(3, 6)))
        start = int(random.uniform(-0.4, 0.9) * count)
        first, last = max(0, start), min(count, start + len(part))
        if last > first:
            out[first:last] += (
                float(random.uniform(0.3, 1)) * part[first - start : last - start] / np.max(np.abs(part)) * 2
            )
    return out * swell(count, 0.1, 0.1)


MAKERS = {
    "car-engine": car,
    "motorcycle": motorcycle,
    "truck": truck,
    "boat-engine": boat,
    "lawn-mower": lawn_mower,
    "chainsaw": chainsaw,
    "car-passing": pass_by,
    "traffic": traffic,
}
