"""Motors of the house and the workshop, mains hum and fans: tones of a turning speed over rushing air."""

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
    harmonics,
    log_uniform,
    phase,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)

Points = list[tuple[float, float]]


def _run(random: Random, count: int, start: float = 0.6) -> Sound:
    """Speed of a motor, 1 when it is up: it may start, stop, or run all the while."""
    speed = curve(random, count, 0.7, 0.985, 1.01)
    t, seconds = times(count), count / RATE_HZ
    if random.random() < start:
        speed = speed * (1 - np.exp(-np.maximum(0, t - random.uniform(0.05, 0.4)) / random.uniform(0.08, 0.4)))
    if random.random() < 0.5 * start:
        stop = seconds * float(random.uniform(0.7, 0.95))
        speed = speed * np.exp(-np.maximum(0, t - stop) / random.uniform(0.1, 0.5))
    return speed


def _machine(random: Random, speed: Sound, hz: float, partials: int, air: Points, tone: float) -> Sound:
    """A whine of `partials` at `hz` times the speed, and air through the case; both fall with the speed."""
    count = len(speed)
    levels = [float(random.uniform(0.1, 1)) / n ** float(random.uniform(0.3, 0.9)) for n in range(1, partials + 1)]
    whine = unit(harmonics(hz * np.maximum(speed, 0.02), count, levels, random))
    rush = shaped_noise(random, count, air)
    return (tone * whine + rush) * np.clip(speed, 0, 1) ** 2


def fan(random: Random, seconds: float) -> Sound:
    """Air with a hum at the blades' rate, and a slow beat of it."""
    count = frames(seconds)
    air = [(40.0, 3.0), (200, 2), (800, -3), (3_000, -14), (10_000, -32)]
    rate = log_uniform(random, 20, 120)
    sound = _machine(random, _run(random, count, 0.15), rate, 8, air, float(random.uniform(0.05, 0.35)))
    flutter = 1 + float(random.uniform(0.02, 0.2)) * np.sin(phase(rate / float(random.choice([3, 4, 5])), count))
    return sound * flutter + 0.05 * harmonics(float(random.choice([100, 120])), count, [1, 0.5, 0.2])


def hair_dryer(random: Random, seconds: float) -> Sound:
    """A small quick motor (200 to 450 Hz with harmonics) under a broad rush of air."""
    air = [(80.0, -10.0), (300, -3), (1_200, 0), (4_000, -3), (9_000, -12), (15_000, -26)]
    return _machine(
        random, _run(random, frames(seconds)), log_uniform(random, 200, 450), 14, air, float(random.uniform(0.25, 0.8))
    )


def vacuum_cleaner(random: Random, seconds: float) -> Sound:
    """A universal motor's whine and a rush that narrows when the nozzle meets the floor."""
    count = frames(seconds)
    speed = _run(random, count) * curve(random, count, float(random.uniform(0.3, 1.0)), 0.95, 1.06)
    air = [(60.0, -4.0), (250, 2), (900, 0), (3_000, -5), (8_000, -16), (15_000, -30)]
    sound = _machine(random, speed, log_uniform(random, 220, 640), 16, air, float(random.uniform(0.3, 0.9)))
    return sound * curve(random, count, 1.2, 0.7, 1.0)


def drill(random: Random, seconds: float) -> Sound:
    """Bursts: gears that whine up, sink under load, with the chatter of the bit."""
    count = frames(seconds)
    trigger, at = np.zeros(count), float(random.uniform(0.05, 0.4))
    while at < seconds - 0.3:
        length = log_uniform(random, 0.5, 3)
        trigger[frames(at) : frames(at + length)] = float(random.uniform(0.7, 1.0))
        at += length + log_uniform(random, 0.2, 0.9)
    lag = 1 - np.exp(-1 / (RATE_HZ * float(random.uniform(0.06, 0.15))))
    speed = np.asarray(signal.lfilter([lag], [1, lag - 1], trigger)) * curve(random, count, 3, 0.9, 1.03)
    rate = log_uniform(random, 280, 900)
    air = [(100.0, -8.0), (600, -2), (2_000, 0), (5_000, -2), (11_000, -14)]
    sound = _machine(random, speed, rate, 22, air, float(random.uniform(1.0, 2.5)))
    if random.random() < 0.4:  # a hammer drill
        blows = 0.5 + 0.5 * np.sign(np.sin(phase(rate / 12 * np.maximum(speed, 0.02), count)))
        sound += unit(band(white(random, count), 300, 6_000)) * blows * speed**3 * 1.2
    return sound


def shaver(random: Random, seconds: float) -> Sound:
    """A buzz at twice the mains or a small motor, with the rasp of blades."""
    count = frames(seconds)
    hz = float(random.choice([100, 120, log_uniform(random, 90, 160)]))
    buzz = np.tanh(2 * harmonics(hz * _run(random, count, 0.3), count, [1 / n**0.3 for n in range(1, 50)], random))
    rasp = band(white(random, count), 2_500, 11_000) * curve(random, count, 3, 0.1, 1.0)
    return unit(band(buzz, 150, 7_000)) + random.uniform(0.1, 0.35) * unit(rasp)


def blender(random: Random, seconds: float) -> Sound:
    """A loud motor, and what is cut rumbling round in it."""
    count = frames(seconds)
    speed = _run(random, count) * curve(random, count, 2.5, 0.9, 1.05)
    air = [(80.0, 0.0), (300, 2), (1_000, 0), (4_000, -4), (12_000, -20)]
    sound = _machine(random, speed, log_uniform(random, 150, 420), 24, air, float(random.uniform(0.6, 1.4)))
    rumble = shaped_noise(random, count, [(60, 0), (300, 0), (900, -12), (5_000, -40)]) * curve(random, count, 14, 0, 1)
    return sound + 0.7 * rumble * np.clip(speed, 0, 1)


def machinery(random: Random, seconds: float) -> Sound:
    """A machine in a works: hum, a rhythm of strokes, clanks and hiss."""
    count = frames(seconds)
    rate = log_uniform(random, 0.8, 6)
    cycle = (times(count) * rate) % 1.0
    stroke = np.exp(-cycle / float(random.uniform(0.08, 0.3)))
    hum = harmonics(
        log_uniform(random, 30, 120) * curve(random, count, 0.5, 0.99, 1.01),
        count,
        [1 / n**0.7 for n in range(1, 20)],
        random,
    )
    noise = shaped_noise(random, count, [(50, 3), (300, 0), (1_500, -6), (6_000, -18)])
    clank = band(white(random, count), 700, 5_000) * np.exp(-((cycle + random.uniform(0.2, 0.8)) % 1.0) / 0.03)
    return unit(hum) + random.uniform(0.3, 1) * noise * (0.4 + stroke) + random.uniform(0.1, 0.7) * unit(clank)


def hum(random: Random, seconds: float) -> Sound:
    """Mains hum: 50 or 60 Hz and harmonics, the even ones strong as in transformers, with a little buzz."""
    count, hz = frames(seconds), float(random.choice([50, 60]))
    levels = [
        float(random.uniform(0.1, 1)) * (1.0 if n % 2 == 0 or n == 1 else 0.5) / n ** float(random.uniform(0.5, 1.2))
        for n in range(1, 40)
    ]
    tone = unit(harmonics(hz, count, levels, random))
    return tone * curve(random, count, 0.5, 0.9, 1.0) + random.uniform(0.0, 0.06) * white(random, count)


def refrigerator(random: Random, seconds: float) -> Sound:
    """A compressor: hum with a soft rattle and low noise."""
    count = frames(seconds)
    tone = harmonics(
        float(random.uniform(46, 59)), count, [float(random.uniform(0.1, 1)) / n**0.6 for n in range(1, 16)], random
    )
    noise = shaped_noise(random, count, [(50, 5), (200, 0), (1_000, -14), (6_000, -34)])
    return unit(tone) * curve(random, count, 3, 0.85, 1.0) + random.uniform(0.3, 1.0) * noise


def clothes_dryer(random: Random, seconds: float) -> Sound:
    """A drum that turns about once a second, its load falling, in a low roar."""
    count = frames(seconds)
    turn = (times(count) * float(random.uniform(0.7, 1.1))) % 1.0
    roar = shaped_noise(random, count, [(40, 5), (150, 4), (500, -3), (2_000, -14), (9_000, -34)])
    fall = band(white(random, count), 60, 600) * np.exp(-turn / 0.08) * curve(random, count, 1.5, 0.3, 1)
    tone = harmonics(float(random.choice([50, 60])) * 0.98, count, [1, 0.6, 0.5, 0.2, 0.3, 0.1], random)
    return roar * (0.8 + 0.2 * np.sin(2 * np.pi * turn)) + random.uniform(0.4, 1.2) * unit(fall) + 0.4 * unit(tone)


def electric_saw(random: Random, seconds: float) -> Sound:
    """A circular saw: tooth rate of one to three kHz that sinks and roughens in the wood."""
    count = frames(seconds)
    load = np.clip(curve(random, count, 0.7, -0.7, 1.3), 0, 1)
    speed = _run(random, count) * (1 - 0.18 * load)
    rate = log_uniform(random, 700, 2_200)
    levels = [1.0, 0.5, 0.35, 0.2, 0.1, 0.1]
    tooth = harmonics(rate * np.maximum(speed, 0.02), count, levels, random) * (
        1 + load * band(white(random, count), None, 200) * 4
    )
    motor = harmonics(rate / 24 * 4 * np.maximum(speed, 0.02), count, [1 / n**0.5 for n in range(1, 20)], random)
    cut = band(white(random, count), 1_200, 10_000) * (0.15 + load)
    return (unit(tooth) + 0.6 * unit(motor) + 0.8 * unit(cut)) * np.clip(speed, 0, 1) ** 2 * swell(count, 0.02, 0.05)


MAKERS = {
    "fan": fan,
    "hair-dryer": hair_dryer,
    "vacuum-cleaner": vacuum_cleaner,
    "drill": drill,
    "electric-shaver": shaver,
    "blender": blender,
    "machinery": machinery,
    "electric-hum": hum,
    "refrigerator": refrigerator,
    "clothes-dryer": clothes_dryer,
    "circular-saw": electric_saw,
}
