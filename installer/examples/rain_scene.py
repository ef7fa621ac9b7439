"""A voice in the rain: flite reads three sentences; rain is filtered noise under thousands of separate drops."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import soxr

from installer.examples.spectrum_shaping import (
    RATE_HZ,
    Sound,
    fade,
    high_pass,
    low_pass,
    noise,
    pan,
    room,
    shape,
    slow_wave,
    tilt,
)

SECONDS = 10.4
SENTENCES = (
    "We should wait here until the rain has stopped.",
    "I left my umbrella at the station this morning.",
    "Listen, it is getting louder again.",
)
STARTS_S = (0.5, 4.0, 7.7)


def voice(random: np.random.Generator) -> Sound:
    """The sentences, a little left of the middle, in a small porch."""
    frames = round(SECONDS * RATE_HZ)
    dry = np.zeros(frames)
    for sentence, start_s in zip(SENTENCES, STARTS_S, strict=True):
        spoken = _speak(sentence)
        start = int(start_s * RATE_HZ)
        length = min(len(spoken), frames - start)
        dry[start : start + length] += spoken[:length]
    dry = shape(dry, high_pass(70))
    return fade(pan(dry, -0.2) + room(random, dry, 0.25, -13.0, 0.008), 0.05, 0.4)


def _speak(sentence: str) -> Sound:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "voice.wav")
        subprocess.run(["flite", "-voice", "slt", "-t", sentence, "-o", str(path)], check=True)
        samples, rate_hz = soundfile.read(path)
    return np.asarray(soxr.resample(samples, rate_hz, RATE_HZ), dtype=np.float64)


def rain(random: np.random.Generator) -> Sound:
    """Steady rain: far drops melt into noise, near ones tick and splash on their own, spread over the whole width."""
    frames = round(SECONDS * RATE_HZ)
    channels = []
    for _ in range(2):
        hiss = noise(random, frames, tilt(-2.5), high_pass(700, 1), low_pass(11_000, 1))
        roof = noise(random, frames, tilt(-5.0), high_pass(120, 2), low_pass(1500, 2))
        channels.append(hiss * slow_wave(random, frames, 0.8, 0.7) + 0.45 * roof * slow_wave(random, frames, 0.5, 1.0))
    bed = np.stack(channels, axis=1)
    bed /= np.sqrt(np.mean(bed**2))
    patter = _drops(random, frames, count=9000, spread_db=5.0, slowest_s=0.004)
    near = _drops(random, frames, count=420, spread_db=6.0, slowest_s=0.014)
    patter /= np.sqrt(np.mean(patter**2))
    near /= np.sqrt(np.mean(near**2))
    return fade(bed + 0.7 * patter + 0.45 * near, 0.4, 0.6)


def _drops(random: np.random.Generator, frames: int, count: int, spread_db: float, slowest_s: float) -> Sound:
    """Drops of all sizes: a burst of noise at the impact, then now and then the short rising ring of a bubble."""
    sound = np.zeros((frames, 2))
    for _ in range(count):
        start = int(random.integers(0, frames - 2400))
        decay_s = slowest_s * random.uniform(0.15, 1.0)
        length = min(int(decay_s * 7 * RATE_HZ), frames - start)
        time = np.arange(length) / RATE_HZ
        impact = random.standard_normal(length)
        # Small drops are bright, large ones dull: a running mean is all the filter such a short burst needs.
        impact = np.convolve(impact, np.ones(int(random.integers(1, 9))), "same") * np.exp(-time / (0.35 * decay_s))
        drop = impact / (np.sqrt(np.mean(impact**2)) + 1e-9)
        if random.random() < 0.4:
            pitch_hz = np.exp(random.uniform(np.log(900), np.log(5500)))
            rising = pitch_hz * (1 + 1.5 * time / (length / RATE_HZ) * random.random())
            drop += 1.5 * np.sin(2 * np.pi * np.cumsum(rising) / RATE_HZ) * np.exp(-time / decay_s)
        # Without the limit one freak drop in ten thousand sets the level of the whole recording.
        gain = 10 ** (spread_db * np.clip(random.normal(), -2.0, 1.5) / 20)
        sound[start : start + length] += pan(gain * drop, random.uniform(-1, 1))
    for channel in range(2):
        sound[:, channel] = shape(shape(sound[:, channel], low_pass(12_000, 1)), high_pass(100))
    return sound
