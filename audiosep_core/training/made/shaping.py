"""Noise, filters, envelopes and partials: what the synthesised sounds are built from. Mono float64 at RATE_HZ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import signal

Sound = NDArray[np.float64]
Random = np.random.Generator

RATE_HZ = 32_000


def frames(seconds: float) -> int:
    """Whole frames, at least one."""
    return max(1, round(seconds * RATE_HZ))


def times(count: int) -> Sound:
    """Seconds of `count` frames."""
    return np.arange(count) / RATE_HZ


def log_uniform(random: Random, low: float, high: float) -> float:
    """A factor is as likely anywhere between: frequencies and durations are felt so."""
    return float(np.exp(random.uniform(np.log(low), np.log(high))))


def white(random: Random, count: int) -> Sound:
    """Noise of unit variance."""
    return random.standard_normal(count)


def shaped(sound: Sound, points: Sequence[tuple[float, float]]) -> Sound:
    """Filter without phase: gains in dB at (hz, dB) points, straight over log frequency, level beyond the ends."""
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    corners, gains = zip(*points, strict=True)
    gain_db = np.interp(np.log(np.maximum(hz, 1.0)), np.log(corners), gains)
    return np.fft.irfft(spectrum * 10 ** (gain_db / 20), len(sound))


def shaped_noise(random: Random, count: int, points: Sequence[tuple[float, float]]) -> Sound:
    """Noise with a spectrum through (hz, dB) points, of unit variance."""
    return unit(shaped(white(random, count), points))


def band(sound: Sound, low_hz: float | None, high_hz: float | None, order: int = 2) -> Sound:
    """Butterworth high-pass at `low_hz` and low-pass at `high_hz`; None leaves that side open."""
    if low_hz is not None:
        sound = signal.sosfilt(signal.butter(order, low_hz, "highpass", fs=RATE_HZ, output="sos"), sound)
    if high_hz is not None and high_hz < 0.49 * RATE_HZ:
        sound = signal.sosfilt(signal.butter(order, high_hz, "lowpass", fs=RATE_HZ, output="sos"), sound)
    return sound


def resonance(sound: Sound, hz: float, q: float) -> Sound:
    """A single resonance with unit gain at its peak."""
    numerator, denominator = signal.iirpeak(hz, q, fs=RATE_HZ)
    out: Sound = signal.lfilter(numerator, denominator, sound)
    return out


def curve(random: Random, count: int, changes_hz: float, low: float, high: float) -> Sound:
    """A smooth random curve between `low` and `high` that turns about `changes_hz` times a second."""
    knots = max(4, int(np.ceil(count / RATE_HZ * changes_hz)) + 3)
    values = random.uniform(low, high, knots)
    position = np.linspace(1.0, 1.0 + count / RATE_HZ * changes_hz, count)
    whole = np.minimum(position.astype(np.int64), knots - 2)
    part = 0.5 - 0.5 * np.cos(np.pi * (position - whole))
    result: Sound = values[whole] * (1 - part) + values[whole + 1] * part
    return result


def phase(hz: ArrayLike, count: int, start: float = 0.0) -> Sound:
    """Radians of an oscillator that follows `hz`, a number or a curve of `count` frames."""
    steps = np.broadcast_to(np.asarray(hz, np.float64), (count,))
    return 2 * np.pi * (start + np.cumsum(steps) / RATE_HZ)


def harmonics(hz: ArrayLike, count: int, levels: Sequence[float], random: Random | None = None) -> Sound:
    """Partials 1, 2, 3 … of a fundamental (number or curve) with amplitudes `levels`; none above 15 kHz."""
    turns = phase(hz, count)
    highest = float(np.max(hz))
    out = np.zeros(count)
    for number, level in enumerate(levels, 1):
        if number * highest > 15_000:
            break
        out += level * np.sin(number * turns + (random.uniform(0, 2 * np.pi) if random else 0.0))
    return out


def modes(
    hz: Sequence[float], t60_s: Sequence[float], levels: Sequence[float], seconds: float, random: Random
) -> Sound:
    """A struck body: sines at `hz` that fall by 60 dB in `t60_s`, with random phases (modal synthesis)."""
    t = times(frames(seconds))
    out = np.zeros(len(t))
    for f, t60, level in zip(hz, t60_s, levels, strict=True):
        if f < 15_500:
            out += level * np.exp(-6.908 * t / t60) * np.sin(2 * np.pi * f * t + random.uniform(0, 2 * np.pi))
    return out * np.minimum(1.0, t / 0.0008)


def decay(count: int, t60_s: float) -> Sound:
    """Exponential fall by 60 dB in `t60_s`."""
    return np.exp(-6.908 * times(count) / t60_s)


def swell(count: int, attack_s: float, release_s: float) -> Sound:
    """Up, level and down with raised cosines."""
    rise, fall = min(frames(attack_s), count // 2), min(frames(release_s), count // 2)
    out = np.ones(count)
    out[:rise] = 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / max(rise, 1))
    out[count - fall :] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / max(fall, 1))
    return out


def place(count: int, parts: Iterable[tuple[float, Sound]]) -> Sound:
    """Sounds added at their seconds; what stands out beyond the end is cut."""
    out = np.zeros(count)
    for start_s, sound in parts:
        start = max(0, round(start_s * RATE_HZ))
        stop = min(count, start + len(sound))
        if stop > start:
            out[start:stop] += sound[: stop - start]
    return out


def instants(random: Random, seconds: float, rate_hz: float) -> Sound:
    """Seconds of a Poisson process, at least one."""
    count = max(1, int(random.poisson(seconds * rate_hz)))
    return np.sort(random.uniform(0, seconds, count))


def unit(sound: Sound) -> Sound:
    """Brought to unit RMS; silence stays."""
    rms = float(np.sqrt(np.mean(sound**2)))
    return sound / rms if rms > 0 else sound


def peak(sound: Sound) -> Sound:
    """Brought to a peak of one; silence stays."""
    highest = float(np.max(np.abs(sound)))
    return sound / highest if highest > 0 else sound


def room(random: Random, sound: Sound, t60_s: float, wet: float) -> Sound:
    """A small room: six early reflections and a tail of noise that darkens, `wet` times the direct sound's energy."""
    count = frames(min(t60_s, 1.5))
    tail = band(white(random, count), 150, 5_000, 1) * decay(count, t60_s)
    tail[: frames(0.012)] = 0
    response = 0.4 * tail
    early = frames(0.003) + (random.uniform(0, 1, 6) * (min(count, frames(0.05)) - frames(0.003) - 1)).astype(np.int64)
    response[early] += random.uniform(0.3, 1.0, 6) * random.choice([-1.0, 1.0], 6)
    response *= np.sqrt(wet / np.sum(response**2))
    response[0] = 1.0
    return np.asarray(signal.fftconvolve(sound, response)[: len(sound)], np.float64)
