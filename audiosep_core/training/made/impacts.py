"""Short-lived impacts: glass, metal, wood, coins, knocks, hammers."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import (
    Random,
    Sound,
    band,
    decay,
    frames,
    instants,
    log_uniform,
    modes,
    place,
    resonance,
    swell,
    unit,
    white,
)


def body(random: Random, low_hz: float, count: int, span: float, t60_s: float, damping: float) -> Sound:
    """A struck thing: `count` modes from `low_hz` over a factor `span`, higher ones shorter by `damping`."""
    ratios = np.concatenate([[1.0], np.sort(np.exp(random.uniform(0.1, np.log(span), count - 1)))])
    falls = t60_s / ratios**damping * random.uniform(0.6, 1.3, count)
    levels = random.uniform(0.2, 1, count) / ratios ** float(random.uniform(0.1, 0.6))
    return modes(list(low_hz * ratios), list(falls), list(levels), 1.1 * float(np.max(falls)), random)


def _tap(random: Random, low_hz: float, seconds: float) -> Sound:
    count = frames(seconds)
    return band(white(random, count), low_hz, None) * decay(count, seconds * 0.8)


def _strikes(random: Random, seconds: float, rate_hz: float, make: list[Sound], regular: bool = False) -> Sound:
    starts = (
        np.arange(0.08, seconds - 0.2, 1 / rate_hz) if regular else instants(random, max(0.3, seconds - 0.4), rate_hz)
    )
    parts = []
    for at in starts:
        sound = make[int(random.integers(len(make)))] * float(random.uniform(0.3, 1.0))
        parts.append((float(at) + (float(random.normal(0, 0.012)) if regular else 0.03), sound))
    return place(frames(seconds), parts)


def glass_clink(random: Random, seconds: float) -> Sound:
    """Two glasses that touch: high, clear modes, each clink a little other."""
    low = log_uniform(random, 1_100, 3_200)
    clinks = [
        body(random, low * float(random.uniform(0.95, 1.05)), 8, 5, float(random.uniform(0.25, 1.4)), 0.5)
        for _ in range(3)
    ]
    clinks = [unit(c) + place(len(c), [(0, 0.3 * _tap(random, 3_000, 0.004))]) for c in clinks]
    return _strikes(random, seconds, log_uniform(random, 0.5, 3), clinks)


def metal_clang(random: Random, seconds: float) -> Sound:
    """A plate, pipe or pot that is hit: many inharmonic modes, some long."""
    low = log_uniform(random, 150, 1_100)
    hits = [
        body(
            random,
            low * float(random.uniform(0.97, 1.03)),
            int(random.integers(14, 30)),
            14,
            float(random.uniform(0.5, 2.8)),
            0.45,
        )
        for _ in range(2)
    ]
    hits = [unit(h) + place(len(h), [(0, 0.8 * _tap(random, 1_000, 0.012))]) for h in hits]
    return _strikes(random, seconds, log_uniform(random, 0.4, 2.5), hits)


def wood_block(random: Random, seconds: float) -> Sound:
    """A hollow block: one strong, short resonance and a click."""
    low = log_uniform(random, 450, 1_500)
    blocks = [
        body(random, low * k, 4, 4, float(random.uniform(0.05, 0.14)), 0.8)
        for k in (1.0, float(random.uniform(0.7, 0.85)))
    ]
    blocks = [unit(b) + place(len(b), [(0, 0.6 * _tap(random, 1_500, 0.004))]) for b in blocks]
    return _strikes(random, seconds, log_uniform(random, 1, 6), blocks, regular=True)


def wood_impact(random: Random, seconds: float) -> Sound:
    """A plank or a table that is hit: low, dull modes within a tenth of a second."""
    low = log_uniform(random, 90, 380)
    hits = [
        body(random, low * float(random.uniform(0.9, 1.1)), 12, 16, float(random.uniform(0.1, 0.3)), 0.7)
        for _ in range(3)
    ]
    hits = [unit(h) + place(len(h), [(0, 0.8 * _tap(random, 500, 0.012))]) for h in hits]
    return _strikes(random, seconds, log_uniform(random, 0.5, 3), hits)


def door_knock(random: Random, seconds: float) -> Sound:
    """Knuckles on a door in groups of two to five."""
    low, at, parts = log_uniform(random, 110, 300), 0.1, []
    gap = float(random.uniform(0.13, 0.28))
    while at < seconds - 0.5:
        for _ in range(int(random.integers(2, 6))):
            knock = unit(
                body(random, low * float(random.uniform(0.97, 1.03)), 10, 12, float(random.uniform(0.08, 0.2)), 0.6)
            )
            parts.append(
                (at, (knock + place(len(knock), [(0, 0.7 * _tap(random, 400, 0.008))])) * float(random.uniform(0.7, 1)))
            )
            at += gap * float(random.uniform(0.9, 1.1))
        at += float(random.uniform(0.6, 1.5))
    return place(frames(max(2.0, min(seconds, at))), parts)


def hammering(random: Random, seconds: float) -> Sound:
    """A hammer on a nail or an anvil: one to four even blows a second, the work ringing."""
    metal = random.random() < 0.6
    low = log_uniform(random, 600, 2_200) if metal else log_uniform(random, 150, 500)
    blows = [
        body(
            random,
            low * float(random.uniform(0.98, 1.02)),
            14,
            10,
            float(random.uniform(0.25, 1.2) if metal else random.uniform(0.08, 0.2)),
            0.4,
        )
        for _ in range(3)
    ]
    thud = [unit(b) + place(len(b), [(0, 1.2 * _tap(random, 200, 0.02))]) for b in blows]
    return _strikes(random, seconds, float(random.uniform(1, 4)), thud, regular=True)


def coins(random: Random, seconds: float) -> Sound:
    """Coins that fall or are counted: clusters of short, very high modes; a last one may spin down."""
    low = log_uniform(random, 2_600, 5_200)
    pieces = [
        unit(body(random, low * float(random.uniform(0.85, 1.25)), 6, 2.8, float(random.uniform(0.08, 0.4)), 0.4))
        for _ in range(6)
    ]
    at, parts = 0.05, []
    while at < seconds - 0.5:
        for _ in range(int(random.integers(2, 10))):
            parts.append((at, pieces[int(random.integers(6))] * float(random.uniform(0.2, 1))))
            at += float(random.exponential(0.05)) + 0.012
        at += log_uniform(random, 0.1, 1.0)
    if random.random() < 0.4:
        gap, at = 0.11, max(0.1, seconds - 1.3)
        while gap > 0.012:
            parts.append((at, pieces[0] * (0.3 + 4 * gap)))
            at, gap = at + gap, gap * 0.9
    return place(frames(seconds), parts)


def keys(random: Random, seconds: float) -> Sound:
    """A bunch of keys that is shaken."""
    low = log_uniform(random, 2_200, 4_000)
    pieces = [
        unit(body(random, low * float(random.uniform(0.7, 1.8)), 7, 3.5, float(random.uniform(0.04, 0.16)), 0.3))
        for _ in range(8)
    ]
    shakes, at, parts = float(random.uniform(2.5, 6)), 0.05, []
    while at < seconds - 0.15:
        for _ in range(int(random.integers(3, 9))):
            parts.append(
                (
                    at + abs(float(random.normal(0, 0.05))),
                    pieces[int(random.integers(8))] * float(random.random() + 0.05),
                )
            )
        at += float(random.uniform(0.7, 1.3)) / shakes
    return place(frames(seconds), parts)


def glass_breaking(random: Random, seconds: float) -> Sound:
    """A pane that bursts: a crack, then shards that fall and ring for a second or two."""
    count, start, low = frames(seconds), float(random.uniform(0.05, 0.3)), log_uniform(random, 1_600, 3_500)
    parts = [(start, unit(band(white(random, frames(0.15)), 700, None) * decay(frames(0.15), 0.12)) * 2.5)]
    fall = float(random.uniform(0.4, 1.3))
    for lag in np.sort(random.exponential(fall / 2.5, int(random.integers(25, 80)))):
        shard = unit(body(random, low * float(random.uniform(0.7, 2.6)), 5, 3, float(random.uniform(0.03, 0.35)), 0.3))
        parts.append((start + float(lag), shard * float(random.random() ** 2) * np.exp(-lag / fall)))
    return place(count, parts)


def bouncing(random: Random, seconds: float) -> Sound:
    """A ball: equal thuds that come quicker and softer (each flight a constant part of the last)."""
    keep, gap, at, level = float(random.uniform(0.72, 0.9)), float(random.uniform(0.45, 0.9)), 0.1, 1.0
    low = log_uniform(random, 90, 500)
    thud = unit(body(random, low, 6, 9, float(random.uniform(0.05, 0.15)), 0.7))
    thud = thud + place(len(thud), [(0, 0.8 * _tap(random, 300, 0.008))])
    parts = []
    while at < seconds - 0.1:
        parts.append((at, thud * level * float(random.uniform(0.95, 1.05))))
        at, gap, level = at + gap, gap * keep, level * keep
        if gap < 0.03:
            at, gap, level = at + float(random.uniform(0.5, 1)), float(random.uniform(0.45, 0.9)), 1.0
    return place(frames(seconds), parts)


def jackhammer(random: Random, seconds: float) -> Sound:
    """Fifteen to thirty blows a second on stone, in a compressor's din, in long bursts."""
    count, rate, low = frames(seconds), float(random.uniform(15, 30)), log_uniform(random, 180, 600)
    blows = [unit(body(random, low, 14, 14, 0.09, 0.3)) for _ in range(2)]
    at, parts = 0.05, []
    while at < seconds - 0.2:
        stop = at + float(random.uniform(1.0, 3.5))
        while at < min(stop, seconds - 0.1):
            tap = unit(_tap(random, 400, 0.03))
            parts += [(at, blows[int(random.integers(2))] * float(random.uniform(0.7, 1))), (at, 0.8 * tap)]
            at += float(random.normal(1, 0.03)) / rate
        at += float(random.uniform(0.3, 0.8))
    din = band(white(random, count), 80, 1_500, 1)
    return unit(place(count, parts)) + 0.15 * unit(resonance(din, 250, 2)) * swell(count, 0.05, 0.05)


MAKERS = {
    "glass-clink": glass_clink,
    "metal-clang": metal_clang,
    "wood-block-synthesised": wood_block,
    "wood-impact": wood_impact,
    "door-knock": door_knock,
    "hammering": hammering,
    "coins": coins,
    "keys-jingling": keys,
    "glass-breaking": glass_breaking,
    "bouncing-ball": bouncing,
    "jackhammer": jackhammer,
}
