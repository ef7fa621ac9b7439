"""Struck metal and glass that rings: bells, gongs, chimes, a tuning fork (modal synthesis with measured ratios)."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import (
    Random,
    Sound,
    band,
    curve,
    frames,
    instants,
    log_uniform,
    modes,
    phase,
    place,
    swell,
    times,
    white,
)

CHURCH = (0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.67, 3.0, 4.0, 5.33, 6.7, 8.2, 9.8, 11.5, 13.3, 15.2, 18.6)
"""Hum, prime, tierce, quint, nominal and above, of a well-tuned church bell."""
BAR = (1.0, 2.756, 5.404, 8.933)
"""A free bar, as in chimes and xylophones."""


def _struck(random: Random, hz: float, ratios: tuple[float, ...], t60_s: float, spread: float = 0.01) -> Sound:
    """Partials with a little disorder; the higher, the shorter. Each is a pair that beats, as real bells do."""
    r = np.array(ratios) * (1 + random.normal(0, spread, len(ratios)))
    falls = t60_s / (r / r[0]) ** float(random.uniform(0.5, 0.9))
    levels = random.uniform(0.3, 1.0, len(r)) / r**0.3
    split = 1 + random.uniform(0, 0.002, len(r))
    hz_all = np.concatenate([hz * r, hz * r * split])
    seconds = min(9.0, 1.2 * float(np.max(falls)))
    sound = modes(list(hz_all), [*falls, *falls], [*levels, *(0.4 * levels)], seconds, random)
    knock = band(white(random, frames(0.02)), 1_500, None) * np.exp(-np.arange(frames(0.02)) / 80)
    sound[: len(knock)] += 0.1 * float(random.uniform(0, 1)) * knock * np.max(np.abs(sound))
    return sound


def _repeat(random: Random, seconds: float, bell: Sound, gap_s: float, jitter: float = 0.03) -> Sound:
    at, parts = float(random.uniform(0.05, 0.3)), []
    while at < seconds - 0.3:
        parts.append((at, bell * float(random.uniform(0.7, 1.0))))
        at += gap_s * float(random.uniform(1 - jitter, 1 + jitter))
    return place(frames(seconds), parts)


def church_bells(random: Random, seconds: float) -> Sound:
    """One large bell that swings, or a peal of three to five in turn."""
    first = log_uniform(random, 180, 520)
    if random.random() < 0.4:
        return _repeat(
            random,
            seconds,
            _struck(random, first, CHURCH, float(random.uniform(4, 9))),
            float(random.uniform(1.0, 2.6)),
        )
    steps = [0, 2, 4, 5, 7][: int(random.integers(3, 6))]
    out = np.zeros(frames(seconds))
    for step in steps:
        bell = _struck(random, first * 2 ** (step / 12), CHURCH, float(random.uniform(3, 7)))
        out += _repeat(random, seconds, bell, float(random.uniform(0.9, 1.7)), 0.05) * float(random.uniform(0.5, 1))
    return out


def hand_bell(random: Random, seconds: float) -> Sound:
    """A hand or a shop bell, dinged once or shaken."""
    bell = _struck(
        random, log_uniform(random, 700, 2_600), (1.0, 1.5, 2.0, 2.6, 3.0, 4.1, 5.2), float(random.uniform(1, 4)), 0.04
    )
    if random.random() < 0.4:
        return place(frames(seconds), [(0.05, bell)])
    return _repeat(random, seconds, bell, log_uniform(random, 0.13, 1.3), 0.15)


def bicycle_bell(random: Random, seconds: float) -> Sound:
    """A thumb bell: quick strokes of a ratchet, or ding and dong."""
    hz, ratios = log_uniform(random, 1_300, 3_000), (1.0, 1.62, 2.4, 3.1, 4.2)
    dings = [
        _struck(random, hz * k, ratios, float(random.uniform(0.7, 1.8)), 0.02)
        for k in (1.0, float(random.uniform(0.78, 0.9)))
    ]
    at, parts = 0.05, []
    while at < seconds - 0.4:
        if random.random() < 0.5:
            for _ in range(int(random.integers(5, 12))):
                parts.append((at, dings[0] * float(random.uniform(0.4, 1.0))))
                at += float(random.uniform(0.03, 0.055))
        else:
            parts += [(at, dings[0]), (at + 0.16, dings[1])]
            at += 0.2
        at += log_uniform(random, 0.25, 1.5)
    return place(frames(seconds), parts)


def gong(random: Random, seconds: float) -> Sound:
    """A dense, inharmonic body whose high partials bloom after the stroke."""
    low = log_uniform(random, 55, 180)
    hz = np.sort(low * np.exp(random.uniform(0, 3.6, 60)))
    hz[:3] = low * np.array([1.0, 1.48, 2.02]) * (1 + random.normal(0, 0.02, 3))
    falls = float(random.uniform(5, 12)) / (hz / low) ** 0.45
    levels = random.uniform(0.2, 1, 60) / (hz / low) ** float(random.uniform(0.4, 0.8))
    length = min(10.0, seconds)
    t = times(frames(length))
    out = np.zeros(len(t))
    for f, fall, level in zip(hz, falls, levels, strict=True):
        bloom = 1 - np.exp(-t / (0.002 + 0.12 * min(1.0, f / low / 12)))
        out += level * bloom * np.exp(-6.9 * t / fall) * np.sin(2 * np.pi * f * t + random.uniform(0, 6.3))
    return out


def chimes(random: Random, seconds: float) -> Sound:
    """Wind chimes: five to seven tubes of a pentatonic scale, struck as the wind will."""
    base = log_uniform(random, 400, 1_500)
    tubes = [
        _struck(random, base * 2 ** (s / 12), BAR, float(random.uniform(1.5, 5)), 0.004)
        for s in (0, 2, 4, 7, 9, 12, 14)[: int(random.integers(4, 8))]
    ]
    starts = instants(random, seconds, log_uniform(random, 1.5, 9))
    return place(
        frames(seconds),
        [(float(a), tubes[int(random.integers(len(tubes)))] * float(random.uniform(0.15, 1))) for a in starts],
    )


def sleigh_bells(random: Random, seconds: float) -> Sound:
    """Many tiny jingles that are shaken two to four times a second."""
    jingles = [
        _struck(random, log_uniform(random, 3_200, 7_500), (1.0, 1.31, 1.7), float(random.uniform(0.12, 0.4)), 0.1)
        for _ in range(16)
    ]
    rate, at, parts = float(random.uniform(1.8, 4.5)), 0.05, []
    while at < seconds - 0.2:
        for _ in range(int(random.integers(6, 16))):
            parts.append(
                (
                    at + abs(float(random.normal(0, 0.02))),
                    jingles[int(random.integers(16))] * float(random.uniform(0.2, 1)),
                )
            )
        at += float(random.normal(1, 0.03)) / rate
    return place(frames(seconds), parts)


def tuning_fork(random: Random, seconds: float) -> Sound:
    """Almost a pure tone (often a' = 440 Hz) that fades for many seconds, a short clang partial at 6.27 times."""
    hz = float(random.choice([440, 432, 256, 288, 320, 341.3, 384, 512, log_uniform(random, 200, 1_100)]))
    sound = modes([hz, 2 * hz, 6.27 * hz], [float(random.uniform(8, 25)), 4.0, 0.5], [1, 0.04, 0.15], seconds, random)
    return sound * swell(len(sound), 0.004, 0.4)


def singing_glass(random: Random, seconds: float) -> Sound:
    """A wet finger on a glass's rim: a pure tone that swells, waves slowly and never quite rests."""
    count, hz = frames(seconds), log_uniform(random, 400, 1_500)
    wave = 1 - float(random.uniform(0.1, 0.5)) * (0.5 + 0.5 * np.sin(phase(float(random.uniform(1.0, 4.0)), count)))
    tone = np.sin(phase(hz * curve(random, count, 2, 0.9985, 1.0015), count)) + 0.05 * np.sin(phase(2 * hz, count))
    rub = band(white(random, count), hz * 1.5, None) * 0.01
    return (tone * wave * curve(random, count, 0.7, 0.5, 1) + rub) * swell(count, float(random.uniform(0.3, 1.0)), 0.6)


def triangle(random: Random, seconds: float) -> Sound:
    """A steel triangle: dense high partials, seconds long."""
    ratios = tuple(np.concatenate([[1.0], np.sort(random.uniform(1.3, 6.5, 9))]))
    ding = _struck(random, log_uniform(random, 1_200, 2_400), ratios, float(random.uniform(3, 6)))
    return _repeat(random, seconds, ding, log_uniform(random, 0.4, 2.5), 0.02)


MAKERS = {
    "church-bells": church_bells,
    "hand-bell": hand_bell,
    "bicycle-bell": bicycle_bell,
    "gong": gong,
    "wind-chimes": chimes,
    "sleigh-bells": sleigh_bells,
    "tuning-fork": tuning_fork,
    "glass-tone": singing_glass,
    "triangle": triangle,
}
