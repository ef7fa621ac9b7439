"""Noise and reverberation by shaping spectra: what the synthesised scenes are painted with. numpy only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 44_100

Sound = NDArray[Any]
"""Mono `(frames,)` or stereo `(frames, 2)`, any level."""


def shape(sound: Sound, gain_of_hz: Callable[[Sound], Sound]) -> Sound:
    """Multiply the spectrum of mono sound by a gain over frequency, without changing its phase."""
    padded = 1 << (2 * len(sound) - 1).bit_length()
    spectrum = np.fft.rfft(sound, padded)
    hz = np.fft.rfftfreq(padded, 1 / RATE_HZ)
    return np.fft.irfft(spectrum * gain_of_hz(hz), padded)[: len(sound)]


def low_pass(hz: float, order: int = 2) -> Callable[[Sound], Sound]:
    """Gain of a Butterworth-like low-pass."""
    return lambda f: 1 / np.sqrt(1 + (f / hz) ** (2 * order))


def high_pass(hz: float, order: int = 2) -> Callable[[Sound], Sound]:
    """Gain of a Butterworth-like high-pass."""
    return lambda f: 1 / np.sqrt(1 + (hz / np.maximum(f, 1e-3)) ** (2 * order))


def tilt(db_per_octave: float, at_hz: float = 1000.0) -> Callable[[Sound], Sound]:
    """Gain that rises or falls steadily with frequency; flat below 20 Hz."""
    return lambda f: (np.maximum(f, 20.0) / at_hz) ** (db_per_octave / 6.0206)


def noise(random: np.random.Generator, frames: int, *gains: Callable[[Sound], Sound]) -> Sound:
    """Gaussian noise of RMS 1 through a chain of gains."""
    sound = random.standard_normal(frames)
    for gain in gains:
        sound = shape(sound, gain)
    sound /= np.sqrt(np.mean(sound**2))
    return sound


def slow_wave(random: np.random.Generator, frames: int, hz: float, depth_db: float) -> Sound:
    """A gain that wanders around 1 as wind and distance do: smooth, no faster than about `hz`."""
    wander = noise(random, frames, low_pass(hz, 4))
    return 10 ** (depth_db * np.clip(wander, -2, 2) / 20)


def room(random: np.random.Generator, sound: Sound, seconds: float, level_db: float, pre_delay_s: float) -> Sound:
    """Stereo reverberation of mono sound, without the direct path: noise that decays by 60 dB in `seconds`."""
    frames = int(seconds * RATE_HZ)
    time = np.arange(frames) / RATE_HZ
    tails = []
    for _ in range(2):
        bright = noise(random, frames, low_pass(6000), high_pass(150)) * np.exp(-time * 6.9078 / (0.5 * seconds))
        dark = noise(random, frames, low_pass(1800), high_pass(150)) * np.exp(-time * 6.9078 / seconds)
        tail = bright + dark
        tail *= 10 ** (level_db / 20) / np.sqrt(np.sum(tail**2))
        late = np.zeros(len(sound))
        start = int(pre_delay_s * RATE_HZ)
        padded = 1 << (len(sound) + frames).bit_length()
        wet = np.fft.irfft(np.fft.rfft(sound, padded) * np.fft.rfft(tail, padded), padded)
        late[start:] = wet[: len(sound) - start]
        tails.append(late)
    return np.stack(tails, axis=1)


def pan(sound: Sound, position: float | Sound) -> Sound:
    """Place mono sound between left (-1) and right (1) with equal power; the position may move with time."""
    angle = (np.clip(position, -1, 1) + 1) * np.pi / 4
    return np.stack([sound * np.cos(angle), sound * np.sin(angle)], axis=1)


def fade(sound: Sound, fade_in_s: float, fade_out_s: float) -> Sound:
    """Raised-cosine fades at both ends."""
    gain = np.ones(len(sound))
    rise, fall = int(fade_in_s * RATE_HZ), int(fade_out_s * RATE_HZ)
    gain[:rise] = 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    gain[len(gain) - fall :] = 0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / fall)
    return sound * (gain if sound.ndim == 1 else gain[:, None])
