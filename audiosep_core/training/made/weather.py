"""Wind, rain, hail and thunder."""

from __future__ import annotations

import numpy as np
from scipy import signal

from audiosep_core.training.made.shaping import (
    RATE_HZ,
    Random,
    Sound,
    band,
    curve,
    decay,
    frames,
    instants,
    log_uniform,
    place,
    resonance,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)


def wind(random: Random, seconds: float) -> Sound:
    """Low noise whose level and brightness follow the gusts together; at times a whistle at an edge."""
    count = frames(seconds)
    gust = curve(random, count, float(random.uniform(0.2, 0.9)), 0.1, 1.0) * curve(random, count, 2.5, 0.75, 1.0)
    low = shaped_noise(random, count, [(20, 0), (90, 4), (300, 0), (900, -14), (4_000, -34), (12_000, -52)])
    high = shaped_noise(random, count, [(100, -12), (400, 0), (1_200, -4), (4_000, -20), (12_000, -40)])
    out = low * gust**1.2 + float(random.uniform(0.2, 0.7)) * high * gust**2.5
    if random.random() < 0.4:
        out += float(random.uniform(0.2, 0.8)) * howl(random, seconds) * gust**1.5
    return out * swell(count, 0.1, 0.1)


def howl(random: Random, seconds: float) -> Sound:
    """Wind through a gap: noise in a narrow band that glides between 300 and 1100 Hz with the gusts."""
    count = frames(seconds)
    gust = curve(random, count, float(random.uniform(0.3, 0.9)), 0.0, 1.0)
    out = np.zeros(count)
    for _ in range(int(random.integers(1, 4))):
        base = log_uniform(random, 280, 700)
        hz = base * (1 + 0.6 * gust) * curve(random, count, 1.5, 0.97, 1.03)
        # A carrier at the gliding pitch, with noise of a few dozen Hz as its complex envelope.
        width = float(random.uniform(12, 60))
        turns = 2 * np.pi * np.cumsum(hz) / RATE_HZ
        out += band(white(random, count), None, width) * np.cos(turns) + band(
            white(random, count), None, width
        ) * np.sin(turns)
    rush = shaped_noise(random, count, [(40, 0), (200, 0), (900, -12), (5_000, -36)])
    return unit(out * (0.1 + gust) ** 1.5) + float(random.uniform(0.2, 0.5)) * rush * (0.3 + gust)


def _drops(random: Random, seconds: float, rate_hz: float, low_hz: float, high_hz: float, ring_s: float) -> Sound:
    """Impacts of drops: short bursts in a band of their own, few loud, many soft (a steep power law)."""
    count = frames(seconds)
    out = np.zeros(count)
    for start in instants(random, seconds, rate_hz):
        length = frames(ring_s * float(random.uniform(0.5, 2)))
        hz = log_uniform(random, low_hz, high_hz)
        t = times(length)
        level = min(6.0, float(random.pareto(1.6)) + 0.1)
        burst = (white(random, length) * 0.5 + np.sin(2 * np.pi * hz * t)) * np.exp(
            -5 * t / t[-1] if length > 1 else 0 * t
        )
        first = min(frames(float(start)), count - 1)
        last = min(count, first + length)
        out[first:last] += level * burst[: last - first]
    return out


def rain(random: Random, seconds: float) -> Sound:
    """A wash of countless far drops, flat up to several kHz, with near drops on top; from a drizzle to a downpour."""
    count = frames(seconds)
    bright = float(random.uniform(-14, 0))
    wash = shaped_noise(
        random, count, [(60, -18), (250, -8), (1_000, -2), (3_500, 0), (7_000, bright / 2), (14_000, bright - 4)]
    )
    # Grain: the wash is itself made of drops.
    grains = random.poisson(log_uniform(random, 400, 6_000) / RATE_HZ, count) * random.exponential(1, count)
    grainy = band(np.convolve(grains * random.choice([-1.0, 1.0], count), [1, -0.6, 0.25], "same"), 500, 11_000)
    near = _drops(random, seconds, log_uniform(random, 10, 150), 900, 7_000, 0.006)
    steady = curve(random, count, 0.6, 0.85, 1.0)
    mix = wash + float(random.uniform(0.3, 1.2)) * unit(grainy) + float(random.uniform(0.05, 0.6)) * unit(near)
    return mix * steady * swell(count, 0.05, 0.05)


def rain_on_roof(random: Random, seconds: float) -> Sound:
    """Drops on tin, canvas or a window pane: the wash muffled, each drop with the surface's knock."""
    count = frames(seconds)
    wash = shaped_noise(random, count, [(60, -6), (300, 0), (1_200, -2), (4_000, -10), (12_000, -26)])
    hz = log_uniform(random, 250, 1_600)
    near = _drops(random, seconds, log_uniform(random, 30, 200), 0.6 * hz, 2 * hz, float(random.uniform(0.008, 0.025)))
    return wash * curve(random, count, 0.7, 0.8, 1) + float(random.uniform(0.5, 1.5)) * unit(
        near + 0.5 * resonance(near, hz, 4)
    )


def thunder(random: Random, seconds: float) -> Sound:
    """A crack (if near), then claps from farther and farther parts of the channel, each darker, rolling for seconds."""
    count = frames(seconds)
    near, start = float(random.random()), float(random.uniform(0.1, 0.8))
    out = np.zeros(count)
    t = times(count) - start
    for _ in range(int(random.integers(8, 25))):
        lag = float(random.exponential(seconds / 5))
        length = frames(float(random.uniform(0.3, 1.6)))
        cutoff = max(60.0, (3_500 * near + 150) * np.exp(-lag / 1.2))
        clap = band(white(random, length), 22, cutoff, 1) * np.exp(-4 * np.arange(length) / length)
        clap *= np.minimum(1, np.arange(length) / frames(0.005 + 0.08 * (1 - near)))
        out += place(count, [(start + lag, unit(clap) * float(random.uniform(0.3, 1)) * np.exp(-lag / (seconds / 3)))])
    rumble = band(white(random, count), 18, 110, 2) * np.where(t > 0, np.exp(-np.maximum(t, 0) / (seconds / 2.5)), 0)
    out = unit(out) + float(random.uniform(0.4, 1.0)) * unit(rumble * curve(random, count, 4, 0.3, 1))
    if near > 0.6:
        crack = band(white(random, frames(0.25)), 400, 9_000) * decay(frames(0.25), 0.2)
        out += place(count, [(start + d, unit(crack) * 2 * near) for d in np.cumsum(random.exponential(0.03, 5))])
    return out


def rain_and_thunder(random: Random, seconds: float) -> Sound:
    """A storm: rain all the while, one or two rolls of thunder over it."""
    storm = unit(thunder(random, seconds))
    return unit(rain(random, seconds)) * float(random.uniform(0.25, 0.8)) + storm


def hail(random: Random, seconds: float) -> Sound:
    """Hard grains on a roof or a car: dense, sharp knocks."""
    near = _drops(random, seconds, log_uniform(random, 60, 300), 1_200, 6_000, 0.004)
    sharp = np.asarray(signal.lfilter([1, -0.7], [1], near), np.float64)
    body = resonance(near, log_uniform(random, 300, 1_200), 3)
    return (
        unit(sharp) + 0.6 * unit(body) + 0.1 * shaped_noise(random, len(near), [(200, -6), (3_000, 0), (12_000, -10)])
    )


MAKERS = {
    "wind": wind,
    "wind-howling": howl,
    "rain": rain,
    "rain-on-roof": rain_on_roof,
    "thunder": thunder,
    "rain-and-thunder": rain_and_thunder,
    "hail": hail,
}
