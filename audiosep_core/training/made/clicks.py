"""Small mechanisms that click: mice, keyboards, clocks, metronomes, shutters, counters."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.impacts import body
from audiosep_core.training.made.shaping import (
    Random,
    Sound,
    band,
    decay,
    frames,
    instants,
    log_uniform,
    place,
    shaped_noise,
    unit,
    white,
)


def click(random: Random, low_hz: float, ring_s: float, snap: float = 1.0) -> Sound:
    """A snap of a millisecond or two and the little case that it shakes."""
    shell = unit(body(random, low_hz, 6, 7, ring_s, 0.4))
    count = frames(0.004)
    tick = unit(band(white(random, count), 1_500, None) * decay(count, 0.003))
    return shell * 0.6 + place(len(shell), [(0.0, snap * tick)])


def mouse(random: Random, seconds: float) -> Sound:
    """Press and release 60 to 120 ms apart, at times doubled."""
    low, at, parts = log_uniform(random, 900, 2_600), float(random.uniform(0.05, 0.3)), []
    down, up = (
        click(random, low * k, float(random.uniform(0.008, 0.025)), 1.5) for k in (1.0, float(random.uniform(1.1, 1.4)))
    )
    while at < seconds - 0.3:
        for _ in range(2 if random.random() < 0.3 else 1):
            held = float(random.uniform(0.05, 0.12))
            parts += [(at, down * float(random.uniform(0.8, 1))), (at + held, up * float(random.uniform(0.4, 0.8)))]
            at += held + float(random.uniform(0.05, 0.11))
        at += log_uniform(random, 0.2, 1.6)
    return place(frames(seconds), parts)


def keyboard(random: Random, seconds: float) -> Sound:
    """Typing: bursts of words at 4 to 11 keys a second; each key is a press, a bottom and a release of its own tone."""
    low, ring = log_uniform(random, 250, 900), float(random.uniform(0.015, 0.05))
    keys = [
        (
            click(random, low * float(random.uniform(0.8, 1.4)), ring, 0.8),
            click(random, low * float(random.uniform(1.3, 2.4)), ring * 0.6, 1.0),
        )
        for _ in range(12)
    ]
    pace, at, parts = float(random.uniform(4, 11)), float(random.uniform(0.02, 0.3)), []
    while at < seconds:
        for _ in range(int(random.integers(2, 10))):
            press, release = keys[int(random.integers(12))]
            level = float(random.uniform(0.5, 1))
            parts += [
                (at, level * press),
                (at + float(random.uniform(0.06, 0.11)), level * float(random.uniform(0.15, 0.5)) * release),
            ]
            at += float(random.gamma(6, 1 / 6)) / pace
        if random.random() < 0.5:  # the space bar
            parts.append((at, 1.1 * click(random, low * 0.55, ring * 1.6, 0.6)))
        at += log_uniform(random, 0.08, 0.9)
    return place(frames(seconds), parts)


def clock(random: Random, seconds: float) -> Sound:
    """Tick and tock, one a second (quartz) up to five (a watch), the two a little unlike."""
    rate = float(random.choice([1.0, 2.0, log_uniform(random, 1.0, 2.5), 4.0, 5.0], p=[0.35, 0.2, 0.25, 0.1, 0.1]))
    low, ring = log_uniform(random, 500, 3_500), log_uniform(random, 0.012, 0.1)
    tick, tock = (
        click(random, low * k, ring, float(random.uniform(0.5, 1.5))) for k in (1.0, float(random.uniform(0.75, 0.95)))
    )
    quartz = rate == 1.0
    starts = np.arange(float(random.uniform(0.05, 0.4)), seconds, 1 / rate)
    limp = 0.0 if quartz else float(random.normal(0, 0.03)) / rate
    return place(
        frames(seconds),
        ((float(at) + limp * (i % 2), tick if quartz or i % 2 == 0 else tock) for i, at in enumerate(starts)),
    )


def metronome(random: Random, seconds: float) -> Sound:
    """Equal clicks at 50 to 200 a minute, wooden or electronic, at times with a bell or an accent on the first."""
    return metronome_at(random, seconds, float(random.uniform(50, 200)))


def metronome_at(random: Random, seconds: float, bpm: float) -> Sound:
    """The clicks at a given tempo; the first of them at 0.1 s."""
    low, bar = log_uniform(random, 700, 2_200), int(random.choice([1, 2, 3, 4]))
    ring = float(random.uniform(0.02, 0.07))
    plain = click(random, low, ring, 0.8)
    first = click(random, low * float(random.uniform(1.25, 1.6)), ring, 0.8)
    starts = np.arange(0.1, seconds, 60 / bpm)
    return place(
        frames(seconds), ((float(at), first if bar > 1 and i % bar == 0 else plain) for i, at in enumerate(starts))
    )


def shutter(random: Random, seconds: float) -> Sound:
    """Mirror and shutter: two clacks and the whir between, once or in a burst."""
    low, at, parts = log_uniform(random, 600, 1_800), float(random.uniform(0.1, 0.4)), []
    gap, burst = float(random.uniform(0.04, 0.16)), random.random() < 0.3
    while at < seconds - 0.4:
        for _ in range(int(random.integers(3, 7)) if burst else 1):
            count = frames(gap)
            whir = 0.05 * band(white(random, count), 1_200, 7_000)
            parts += [(at, click(random, low, 0.03)), (at, whir), (at + gap, 0.8 * click(random, low * 1.3, 0.025))]
            at += gap + float(random.uniform(0.06, 0.12))
        at += log_uniform(random, 0.5, 1.8)
    return place(frames(seconds), parts)


def geiger(random: Random, seconds: float) -> Sound:
    """Equal clicks at random (Poisson) times, few or many a second."""
    rate = log_uniform(random, 3, 70)
    tick = click(random, log_uniform(random, 1_500, 4_000), 0.006, 2.0)
    hiss = 0.003 * float(np.max(np.abs(tick))) * shaped_noise(random, frames(seconds), [(100, 0), (8_000, 0)])
    return hiss + place(frames(seconds), ((float(at), tick) for at in instants(random, seconds, rate)))


def ratchet(random: Random, seconds: float) -> Sound:
    """A pawl over teeth: runs of 12 to 40 clicks a second, with pauses."""
    low, at, parts = log_uniform(random, 900, 2_600), 0.05, []
    tooth = [click(random, low * float(random.uniform(0.95, 1.05)), 0.03, 1.0) for _ in range(3)]
    while at < seconds - 0.2:
        rate = float(random.uniform(12, 40))
        for _ in range(int(random.integers(6, 30))):
            parts.append((at, tooth[int(random.integers(3))] * float(random.uniform(0.6, 1))))
            at += float(random.normal(1, 0.05)) / rate
        at += log_uniform(random, 0.1, 0.7)
    return place(frames(seconds), parts)


def switch(random: Random, seconds: float) -> Sound:
    """A light switch: a clack, a while, another."""
    low, at, parts = log_uniform(random, 400, 1_200), float(random.uniform(0.1, 0.5)), []
    while at < seconds - 0.2:
        parts.append((at, click(random, low * float(random.uniform(0.9, 1.15)), 0.03, 1.2)))
        at += log_uniform(random, 0.4, 2.0)
    return place(frames(seconds), parts)


def indicator(random: Random, seconds: float) -> Sound:
    """A car's indicator relay: tick and tock, 80 to 100 a minute."""
    low, half = log_uniform(random, 700, 1_600), 60 / float(random.uniform(75, 105)) / 2
    on, off = click(random, low, 0.03), 0.7 * click(random, low * 0.8, 0.035)
    return place(
        frames(seconds), ((float(at), on if i % 2 == 0 else off) for i, at in enumerate(np.arange(0.1, seconds, half)))
    )


MAKERS = {
    "mouse-click": mouse,
    "keyboard-typing": keyboard,
    "clock-tick": clock,
    "metronome": metronome,
    "camera-shutter": shutter,
    "geiger-counter": geiger,
    "ratchet": ratchet,
    "light-switch": switch,
    "turn-signal": indicator,
}
