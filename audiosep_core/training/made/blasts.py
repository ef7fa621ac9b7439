"""Shots, explosions, fireworks, fire and sparks."""

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
    place,
    room,
    shaped_noise,
    swell,
    times,
    unit,
    white,
)


def _bang(random: Random, body_hz: float, tail_s: float, bright: float) -> Sound:
    """A blast wave: a crack, a body that falls in pitch, and a darkening tail of echoes."""
    count = frames(tail_s)
    t = times(count)
    crack = band(white(random, count), 500, None) * np.exp(-t / 0.006) * bright * 2
    drop = np.sin(2 * np.pi * body_hz * (t - 0.25 * np.minimum(t, 0.3) ** 2 / 0.3)) * np.exp(
        -t / (tail_s * 0.06 + 0.02)
    )
    blast = band(white(random, count), 30, 400 + 3_500 * bright, 1) * np.exp(-t / (tail_s * 0.07 + 0.01))
    echo = (
        band(white(random, count), 60, 200 + 1_600 * bright, 1) * np.exp(-t / (tail_s * 0.22)) * np.minimum(1, t / 0.03)
    )
    return np.tanh(2.5 * peak_of(crack + drop + 1.5 * blast)) + 0.25 * unit(echo) * float(random.uniform(0.4, 1.2))


def peak_of(sound: Sound) -> Sound:
    """Brought to a peak of one."""
    return sound / float(np.max(np.abs(sound)))


def gunshot(random: Random, seconds: float) -> Sound:
    """One to six shots of one weapon."""
    shots, body = int(random.choice([1, 1, 2, 3, 5])), log_uniform(random, 70, 220)
    tail, bright = float(random.uniform(0.4, 1.8)), float(random.uniform(0.4, 1.0))
    starts = 0.05 + np.cumsum(np.concatenate([[0], random.uniform(0.18, 0.9, shots - 1)]))
    parts = [(float(at), _bang(random, body, tail, bright)) for at in starts]
    sound = place(frames(max(2.0, float(starts[-1]) + tail)), parts)
    return room(random, sound, float(random.uniform(0.3, 1.5)), 0.15)


def machine_gun(random: Random, seconds: float) -> Sound:
    """Bursts at 8 to 16 rounds a second."""
    rate, body, bright = float(random.uniform(8, 16)), log_uniform(random, 80, 200), float(random.uniform(0.5, 1))
    shot, at, parts = _bang(random, body, 0.5, bright), 0.05, []
    while at < seconds - 0.5:
        for _ in range(int(random.integers(3, 15))):
            parts.append((at, shot * float(random.uniform(0.8, 1))))
            at += float(random.normal(1, 0.02)) / rate
        at += float(random.uniform(0.3, 1.2))
    return room(random, place(frames(seconds), parts), float(random.uniform(0.5, 1.4)), 0.2)


def explosion(random: Random, seconds: float) -> Sound:
    """A deep burst with seconds of rumble, debris falling at times."""
    count = frames(seconds)
    bang = _bang(random, log_uniform(random, 28, 70), seconds, float(random.uniform(0.1, 0.6)))
    rumble = band(white(random, count), 20, float(random.uniform(90, 300)), 1) * decay(count, seconds * 0.9)
    out = place(count, [(0.1, bang)]) + unit(rumble * curve(random, count, 7, 0.3, 1)) * float(random.uniform(0.3, 0.8))
    if random.random() < 0.4:
        hits = [
            (float(a), band(white(random, 600), 400, 6_000) * decay(600, 0.02) * float(random.random() * 0.3))
            for a in instants(random, seconds, 25)
        ]
        out += place(count, hits) * (1 - decay(count, 0.6)) * decay(count, 1.6 * seconds)
    return out


def fireworks(random: Random, seconds: float) -> Sound:
    """Rockets that whistle up, burst with a far boom, and crackle."""
    at, parts = float(random.uniform(0, 0.5)), []
    while at < seconds - 0.5:
        if random.random() < 0.4:
            count = frames(float(random.uniform(0.5, 1.2)))
            glide = np.linspace(float(random.uniform(900, 2_000)), float(random.uniform(2_200, 4_000)), count)
            whistle = harmonics(glide * curve(random, count, 20, 0.98, 1.02), count, [1, 0.2, 0.1]) + 0.4 * band(
                white(random, count), 1_500, 8_000
            )
            parts.append((at, 0.12 * whistle * swell(count, 0.1, 0.1)))
            at += count / 32_000 + 0.1
        parts.append(
            (
                at,
                _bang(
                    random,
                    log_uniform(random, 45, 130),
                    float(random.uniform(0.8, 2)),
                    float(random.uniform(0.15, 0.7)),
                )
                * float(random.uniform(0.4, 1)),
            )
        )
        if random.random() < 0.5:
            for start in instants(random, 1.2, 40):
                pop = band(white(random, 300), 1_000, None) * decay(300, 0.006)
                parts.append((at + 0.3 + float(start), 0.12 * pop * float(random.random())))
        at += log_uniform(random, 0.15, 1.6)
    return room(random, place(frames(seconds), parts), 1.2, 0.25)


def firecrackers(random: Random, seconds: float) -> Sound:
    """A string of small, dry bangs, close upon each other."""
    rate = curve(random, 100, 300, 4, 26)
    at, number, parts = 0.1, 0, []
    while at < seconds - 0.4:
        parts.append((at, _bang(random, log_uniform(random, 150, 400), 0.25, 1.0) * float(random.uniform(0.3, 1))))
        at += float(random.exponential(1 / rate[number % 100])) + 0.01
        number += 1
    return room(random, place(frames(seconds), parts), 0.9, 0.25)


def fire(random: Random, seconds: float) -> Sound:
    """Flames: a low flutter, a hiss that comes and goes, and crackles: snaps of all sizes, in clusters."""
    count = frames(seconds)
    flutter = shaped_noise(random, count, [(25, 4), (90, 3), (300, -6), (1_200, -18), (6_000, -36)]) * curve(
        random, count, 7, 0.3, 1.0
    )
    hiss = shaped_noise(random, count, [(500, -16), (2_500, -3), (6_000, 0), (13_000, -6)]) * curve(
        random, count, 4, 0.2, 1
    )
    rate, at, parts = log_uniform(random, 6, 40), 0.0, []
    while at < seconds:
        for _ in range(int(random.geometric(0.4))):
            length = frames(log_uniform(random, 0.001, 0.012))
            snap = band(white(random, length + 200), log_uniform(random, 600, 3_000), None)[: length + 60]
            parts.append((at, snap * decay(len(snap), length / 32_000) * min(8.0, float(random.pareto(1.3)) + 0.1)))
            at += float(random.exponential(0.02))
        at += float(random.exponential(1 / rate))
    crackle = place(count, parts)
    return float(random.uniform(0.15, 0.7)) * flutter + float(random.uniform(0.03, 0.15)) * hiss + 1.2 * unit(crackle)


def spark(random: Random, seconds: float) -> Sound:
    """An electric arc: bursts that buzz at twice the mains, with snaps."""
    count, hz = frames(seconds), float(random.choice([100, 120]))
    turn = (times(count) * hz) % 1.0
    arc = band(white(random, count), 1_500, None) * np.exp(-turn / 0.15)
    gate = (curve(random, count, float(random.uniform(2, 7)), -1, 1) > random.uniform(-0.2, 0.5)).astype(np.float64)
    snaps = place(
        count,
        [
            (float(a), band(white(random, 400), 1_000, None) * decay(400, 0.008) * 3)
            for a in instants(random, seconds, 8)
        ],
    )
    return arc * band(gate, None, 120) + snaps


MAKERS = {
    "gunshot": gunshot,
    "machine-gun": machine_gun,
    "explosion": explosion,
    "fireworks": fireworks,
    "firecrackers": firecrackers,
    "fire": fire,
    "electric-spark": spark,
}
