"""Signals and plain tones: test tones, Morse, dialling, static, noises, vinyl, whistles, a theremin."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import (
    Random,
    Sound,
    band,
    curve,
    decay,
    frames,
    harmonics,
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

MORSE = (
    ".-",
    "-...",
    "-.-.",
    "-..",
    ".",
    "..-.",
    "--.",
    "....",
    "..",
    ".---",
    "-.-",
    ".-..",
    "--",
    "-.",
    "---",
    ".--.",
    "--.-",
    ".-.",
    "...",
    "-",
)
DTMF_ROWS, DTMF_COLUMNS = (697, 770, 852, 941), (1_209, 1_336, 1_477)


def tone(random: Random, seconds: float) -> Sound:
    """One sine, or the same in bursts."""
    count, hz = frames(seconds), log_uniform(random, 120, 4_000)
    sound = np.sin(phase(hz, count)) * swell(count, 0.02, 0.02)
    if random.random() < 0.3:
        sound *= band(((times(count) * float(random.uniform(0.6, 2))) % 1 < 0.6).astype(np.float64), None, 60)
    return sound


def sweep(random: Random, seconds: float) -> Sound:
    """A sine that glides over several octaves, up or down."""
    count = frames(seconds)
    hz = np.geomspace(log_uniform(random, 60, 300), log_uniform(random, 3_000, 12_000), count)
    return np.sin(phase(hz if random.random() < 0.7 else hz[::-1], count)) * swell(count, 0.02, 0.02)


def morse(random: Random, seconds: float) -> Sound:
    """Random letters at 12 to 28 words a minute on a 500 to 900 Hz tone."""
    dot, hz, at, parts = 1.2 / float(random.uniform(12, 28)), log_uniform(random, 480, 950), 0.05, []
    while at < seconds:
        for mark in MORSE[int(random.integers(len(MORSE)))]:
            count = frames(dot if mark == "." else 3 * dot)
            parts.append((at, np.sin(phase(hz, count)) * swell(count, 0.004, 0.004)))
            at += count / 32_000 + dot
        at += dot * (2 if random.random() < 0.8 else 6)
    return place(frames(seconds), parts)


def dialling(random: Random, seconds: float) -> Sound:
    """Touch tones of six to twelve digits, at times after a dial tone."""
    at, parts, on = 0.1, [], float(random.uniform(0.07, 0.2))
    if random.random() < 0.4:
        count = frames(float(random.uniform(0.6, 1.4)))
        parts.append((at, 0.5 * (np.sin(phase(350, count)) + np.sin(phase(440, count))) * swell(count, 0.01, 0.01)))
        at += count / 32_000 + 0.3
    for _ in range(int(random.integers(6, 13))):
        count = frames(on)
        pair = DTMF_ROWS[int(random.integers(4))], DTMF_COLUMNS[int(random.integers(3))]
        parts.append((at, sum(np.sin(phase(hz, count)) for hz in pair) * swell(count, 0.004, 0.004)))
        at += on + float(random.uniform(0.05, 0.25))
    return place(frames(max(2.0, at + 0.2)), parts)


def static(random: Random, seconds: float) -> Sound:
    """A radio between stations: hiss with crackles, heterodyne whistles that glide, level that flutters."""
    count = frames(seconds)
    hiss = shaped_noise(
        random, count, [(80, -10), (400, 0), (2_500, 0), (float(random.uniform(4_000, 9_000)), -10), (15_000, -40)]
    )
    out = hiss * curve(random, count, float(random.uniform(1, 10)), 0.5, 1.0)
    pops = [
        (float(a), band(white(random, 250), 300, 8_000) * decay(250, 0.006) * float(random.pareto(1.5)) * 2)
        for a in instants(random, seconds, log_uniform(random, 2, 40))
    ]
    out += place(count, pops)
    if random.random() < 0.4:
        out += (
            float(random.uniform(0.1, 0.4))
            * np.sin(phase(curve(random, count, 0.7, 300, 3_000), count))
            * curve(random, count, 1, 0, 1)
        )
    return out


def white_noise(random: Random, seconds: float) -> Sound:
    """Steady noise: white, pink or brown."""
    slope = float(random.choice([0, -3, -6]))
    points = [(20.0 * 2**i, slope * max(0, i - 1)) for i in range(10)]
    return shaped_noise(random, frames(seconds), points)


def vinyl(random: Random, seconds: float) -> Sound:
    """The run-out groove: soft hiss, rumble, dust, and a tick at each turn (33 1/3 or 45 a minute)."""
    count = frames(seconds)
    hiss = shaped_noise(random, count, [(30, 6), (100, -4), (1_000, -6), (5_000, 0), (14_000, -8)])
    dust = [
        (float(a), band(white(random, 120), 1_000, None) * decay(120, 0.002) * min(9.0, float(random.pareto(1.2))))
        for a in instants(random, seconds, log_uniform(random, 8, 60))
    ]
    turn = 60 / float(random.choice([33.333, 45]))
    ticks = [
        (float(a), 4 * band(white(random, 300), 300, 6_000) * decay(300, 0.006))
        for a in np.arange(random.uniform(0, turn), seconds, turn)
    ]
    return float(random.uniform(0.1, 0.4)) * hiss + unit(place(count, dust + ticks)) + 0.0


def whistle_tune(random: Random, seconds: float) -> Sound:
    """A person who whistles a tune: a sine with breath, glides between notes and a little vibrato."""
    scale, at, place_, steps = (0, 2, 4, 5, 7, 9, 11, 12, 14), 0.0, 4, []
    while at < seconds:
        length = float(random.choice([0.18, 0.25, 0.35, 0.5, 0.7]))
        place_ = int(np.clip(place_ + random.integers(-2, 3), 0, 8))
        steps.append((length, scale[place_], random.random() < 0.12))
        at += length
    base, count = log_uniform(random, 800, 1_500), frames(seconds)
    notes = np.concatenate([np.full(frames(length), float(step)) for length, step, _ in steps])[:count]
    gate = np.concatenate([np.full(frames(length), 0.0 if rest else 1.0) for length, _, rest in steps])[:count]
    glide = np.ones(frames(0.04)) / frames(0.04)
    notes = np.convolve(np.pad(notes, len(glide), "edge"), glide, "same")[len(glide) : -len(glide)]
    level = np.clip(np.convolve(gate, glide, "same"), 0, 1) * curve(random, count, 4, 0.6, 1.0)
    vibrato = 1 + 0.006 * np.sin(phase(float(random.uniform(4.5, 6.5)), count))
    hz = base * 2 ** (notes / 12) * vibrato
    tone_ = np.sin(phase(hz, count)) + float(random.uniform(0.01, 0.06)) * np.sin(2 * phase(hz, count))
    wind_ = band(white(random, count), 900, 6_000) * float(random.uniform(0.01, 0.06))
    return (tone_ + wind_) * level


def referee(random: Random, seconds: float) -> Sound:
    """A pea whistle: about 2 to 4 kHz, fluttered 25 to 60 times a second by the ball, in one to four blasts."""
    hz, flutter, at, parts = log_uniform(random, 1_900, 3_900), float(random.uniform(25, 60)), 0.1, []
    while at < seconds - 0.3:
        count = frames(min(log_uniform(random, 0.15, 1.4), seconds - at))
        t = times(count)
        beat = np.sin(2 * np.pi * flutter * t * (1 + 0.05 * np.sin(9 * t)))
        sound = harmonics(hz * (1 + 0.025 * beat), count, [1, 0.25, 0.12]) * (1 + 0.4 * beat) + 0.15 * band(
            white(random, count), 1_500, 9_000
        )
        parts.append((at, sound * swell(count, 0.015, 0.03)))
        at += count / 32_000 + log_uniform(random, 0.12, 1.2)
    return place(frames(seconds), parts)


def slide_whistle(random: Random, seconds: float) -> Sound:
    """Up or down an octave or more, again and again."""
    at, parts, low = 0.1, [], log_uniform(random, 400, 800)
    while at < seconds - 0.3:
        count = frames(min(float(random.uniform(0.4, 1.4)), seconds - at))
        up = np.linspace(0, 1, count) if random.random() < 0.5 else np.linspace(1, 0, count)
        hz = low * 2 ** (float(random.uniform(0.8, 1.7)) * up) * (1 + 0.01 * np.sin(2 * np.pi * 6 * times(count)))
        parts.append(
            (
                at,
                (harmonics(hz, count, [1, 0.08, 0.15]) + 0.04 * band(white(random, count), 800, 6_000))
                * swell(count, 0.03, 0.06),
            )
        )
        at += count / 32_000 + float(random.uniform(0.05, 0.7))
    return place(frames(seconds), parts)


def theremin(random: Random, seconds: float) -> Sound:
    """A tone that never lets go: wide vibrato, glides between notes."""
    count = frames(seconds)
    target = np.repeat(random.choice([0, 2, 3, 5, 7, 8, 10, 12, 15], int(seconds / 0.5) + 2), frames(0.5))[
        : count + 8_000
    ].astype(np.float64)
    glide = np.hanning(frames(float(random.uniform(0.15, 0.4))))
    notes = np.convolve(target, glide / glide.sum(), "same")[:count]
    notes = np.pad(notes, (0, count - len(notes)), "edge")
    depth = float(random.uniform(0.15, 0.6)) * curve(random, count, 1.2, 0.3, 1)
    hz = log_uniform(random, 160, 500) * 2 ** (
        (notes + depth * np.sin(phase(float(random.uniform(4.5, 7)), count))) / 12
    )
    levels = [1, float(random.uniform(0.1, 0.5)), float(random.uniform(0.03, 0.25)), 0.06, 0.03]
    return harmonics(hz, count, levels) * curve(random, count, 1, 0.5, 1) * swell(count, 0.15, 0.3)


def whoosh(random: Random, seconds: float) -> Sound:
    """Something swung through the air: bands of noise that rise and fall within half a second."""
    at, parts = float(random.uniform(0.05, 0.3)), []
    while at < seconds - 0.3:
        count = frames(log_uniform(random, 0.15, 0.8))
        centre = log_uniform(random, 400, 2_500)
        bell = np.exp(-((np.linspace(-1, 1, count) / 0.45) ** 2))
        low = band(white(random, count), centre * 0.4, centre) * bell
        high = band(white(random, count), centre, centre * 3) * bell**3
        parts.append((at, (unit(low) + 0.8 * unit(high)) * float(random.uniform(0.6, 1))))
        at += count / 32_000 + log_uniform(random, 0.2, 1.2)
    return place(frames(seconds), parts)


def spray(random: Random, seconds: float) -> Sound:
    """An aerosol: bursts of steady, very bright hiss with quick starts and ends."""
    at, parts = float(random.uniform(0.05, 0.3)), []
    points = [(300.0, -30.0), (1_500, -12), (5_000, 0), (10_000, 2), (15_500, -4)]
    while at < seconds - 0.2:
        count = frames(log_uniform(random, 0.2, 1.6))
        parts.append(
            (at, shaped_noise(random, count, points) * swell(count, 0.015, 0.05) * curve(random, count, 5, 0.8, 1))
        )
        at += count / 32_000 + log_uniform(random, 0.15, 0.9)
    return place(frames(seconds), parts)


MAKERS = {
    "sine-tone": tone,
    "sine-sweep": sweep,
    "morse-code": morse,
    "dial-tones": dialling,
    "radio-static": static,
    "noise": white_noise,
    "vinyl": vinyl,
    "whistling": whistle_tune,
    "referee-whistle": referee,
    "slide-whistle": slide_whistle,
    "theremin": theremin,
    "whoosh": whoosh,
    "spray": spray,
}
