"""Water: bubbles are what one hears of it (Minnaert: a bubble of radius r mm rings at about 3260 / r Hz)."""

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
    phase,
    place,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)


def bubble(random: Random, hz: float) -> Sound:
    """One bubble: a decaying sine that rises as the bubble nears the surface (van den Doel, 2005)."""
    radius = 3.26 / hz  # metres
    damping = 0.13 / radius + 0.0072 * radius**-1.5
    rise = float(random.choice([0.0, random.uniform(0.02, 0.25)])) * damping
    count = frames(min(0.25, 6 / damping))
    t = times(count)
    return np.asarray(np.sin(phase(hz * (1 + rise * t), count)) * np.exp(-damping * t) * np.minimum(1, t / 0.0005))


def _bubbling(random: Random, seconds: float, rate_hz: float, low_hz: float, high_hz: float) -> Sound:
    parts = (
        (float(at), bubble(random, log_uniform(random, low_hz, high_hz)) * float(random.random() ** 2 + 0.05))
        for at in instants(random, seconds, rate_hz)
    )
    return place(frames(seconds), parts)


def bubbles(random: Random, seconds: float) -> Sound:
    """Air blown into water, or an aquarium: large bubbles, close upon each other."""
    low = log_uniform(random, 200, 500)
    sound = _bubbling(random, seconds, log_uniform(random, 8, 60), low, low * float(random.uniform(2, 6)))
    return sound + 0.02 * unit(sound) * band(white(random, len(sound)), 300, 4_000)


def stream(random: Random, seconds: float) -> Sound:
    """A brook: many bubbles of all sizes over a soft rush."""
    sound = _bubbling(random, seconds, log_uniform(random, 120, 400), 400, 3_500)
    rush = shaped_noise(random, len(sound), [(100, -8), (500, 0), (2_000, -3), (8_000, -16)])
    return unit(sound) + float(random.uniform(0.15, 0.6)) * rush * curve(random, len(sound), 1.5, 0.7, 1)


def running_water(random: Random, seconds: float) -> Sound:
    """A tap: bright rush with a splutter of bubbles, into a basin that may ring."""
    count = frames(seconds)
    rush = shaped_noise(random, count, [(80, -16), (400, -5), (1_500, 0), (5_000, 0), (9_000, -5), (15_000, -14)])
    splutter = _bubbling(random, seconds, log_uniform(random, 80, 350), 700, 5_000)
    basin = shaped_noise(random, count, [(100, 0), (300, 2), (700, -6), (3_000, -24)]) * curve(
        random, count, 12, 0.4, 1
    )
    mix = rush * curve(random, count, 8, 0.8, 1) + float(random.uniform(0.2, 0.9)) * unit(splutter)
    return mix + float(random.uniform(0.0, 0.5)) * basin


def shower(random: Random, seconds: float) -> Sound:
    """Many jets onto tiles: a dense hiss, drops at random."""
    count = frames(seconds)
    hiss = shaped_noise(random, count, [(80, -18), (400, -8), (2_000, 0), (6_000, 1), (11_000, -5), (15_000, -12)])
    patter = _bubbling(random, seconds, 200, 900, 5_000)
    return hiss * curve(random, count, 5, 0.85, 1) + float(random.uniform(0.1, 0.4)) * unit(patter)


def waterfall(random: Random, seconds: float) -> Sound:
    """A steady roar from deep to bright."""
    count = frames(seconds)
    roar = shaped_noise(random, count, [(40, -6), (150, 0), (900, 0), (3_500, -5), (9_000, -14), (15_000, -24)])
    return roar * curve(random, count, 3, 0.9, 1) + 0.2 * unit(_bubbling(random, seconds, 150, 300, 2_000))


def sea_waves(random: Random, seconds: float) -> Sound:
    """A breaker every four to ten seconds: it swells, breaks with a bright wash, and draws back over the shingle."""
    count, period = frames(seconds), float(random.uniform(4, 9))
    out = 0.15 * shaped_noise(random, count, [(40, 4), (200, 0), (1_000, -8), (6_000, -26)])
    at = -float(random.uniform(0, period))
    while at < seconds:
        t = times(count) - at
        rise, fall = float(random.uniform(0.8, 1.8)), float(random.uniform(1.2, 3.0))
        swelling = np.where(t < rise, np.exp((t - rise) / (0.35 * rise)), np.exp(-(t - rise) / fall))
        drawing = np.where(t > rise, np.exp(-((t - rise - 0.8 * fall) ** 2) / fall**2), 0)
        body = shaped_noise(random, count, [(40, 3), (200, 2), (800, 0), (3_000, -8), (10_000, -24)])
        wash = shaped_noise(random, count, [(150, -14), (800, -4), (3_000, 0), (8_000, -5), (15_000, -18)])
        hiss = shaped_noise(random, count, [(800, -14), (4_000, 0), (9_000, -2), (15_000, -12)])
        size = float(random.uniform(0.5, 1.0))
        out += size * (body * swelling + 0.7 * wash * swelling**1.5 + 0.25 * hiss * drawing)
        at += period * float(random.uniform(0.7, 1.3))
    return out * swell(count, 0.1, 0.2)


def water_drops(random: Random, seconds: float) -> Sound:
    """A dripping tap: a bubble at each drop, in near-regular time, in a room or a cave."""
    gap, hz, at, parts = log_uniform(random, 0.25, 1.6), log_uniform(random, 700, 2_400), 0.1, []
    while at < seconds:
        drop = bubble(random, hz * float(random.uniform(0.9, 1.1)))
        click = band(white(random, 120), 2_500, None) * np.exp(-np.arange(120) / 25) * 0.08
        parts += [(at, click), (at + float(random.uniform(0.008, 0.03)), drop)]
        if random.random() < 0.3:
            parts.append(
                (at + float(random.uniform(0.05, 0.12)), 0.4 * bubble(random, hz * float(random.uniform(1.2, 2))))
            )
        at += gap * float(random.uniform(0.9, 1.1) if random.random() < 0.8 else random.uniform(0.5, 1.6))
    return place(frames(seconds), parts)


def boiling(random: Random, seconds: float) -> Sound:
    """A pot at the boil: a low rumble of bubbles that burst without end."""
    sound = _bubbling(random, seconds, log_uniform(random, 60, 200), 150, 900)
    rumble = shaped_noise(random, len(sound), [(60, 0), (200, 3), (600, -4), (2_500, -22), (9_000, -40)])
    return unit(sound) + float(random.uniform(0.3, 0.9)) * rumble * curve(random, len(sound), 9, 0.5, 1)


def pouring(random: Random, seconds: float) -> Sound:
    """A vessel that fills: the air column above the water rises in pitch as it shortens (a quarter wave)."""
    count = frames(seconds)
    high = log_uniform(random, 700, 1_800)
    low = high * float(random.uniform(0.2, 0.45))
    progress = np.linspace(0, 1, count) ** float(random.uniform(0.8, 1.3))
    hz = 1 / (1 / low + progress * (1 / high - 1 / low))
    envelope = band(white(random, count), None, 60), band(white(random, count), None, 60)
    column = sum(np.cos(phase(hz * k, count) + i) * envelope[i % 2] / k for i, k in enumerate((1, 3)))
    splash = _bubbling(random, seconds, log_uniform(random, 90, 250), 600, 4_000)
    return (unit(np.asarray(column)) + float(random.uniform(0.6, 1.4)) * unit(splash)) * swell(count, 0.08, 0.1)


MAKERS = {
    "bubbles": bubbles,
    "stream": stream,
    "running-water": running_water,
    "shower": shower,
    "waterfall": waterfall,
    "sea-waves": sea_waves,
    "water-drops": water_drops,
    "boiling-water": boiling,
    "pouring-liquid": pouring,
}
