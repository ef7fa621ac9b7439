"""Things that beep, buzz and ring to be noticed: alarms, alarm clocks, telephones, horns."""

from __future__ import annotations

import numpy as np

from audiosep_core.training.made.shaping import (
    Random,
    Sound,
    band,
    decay,
    frames,
    harmonics,
    log_uniform,
    modes,
    phase,
    place,
    resonance,
    swell,
    times,
    white,
)


def _timbre(random: Random) -> list[float]:
    """Partials of a piezo or a small loudspeaker: nearly a sine, a square wave, or rich."""
    which = int(random.integers(4))
    count = int(random.integers(3, 9))
    if which == 0:
        return [1.0, float(random.uniform(0.01, 0.1)), float(random.uniform(0.02, 0.15))]
    if which == 1:
        return [1 / n if n % 2 else 0.0 for n in range(1, 2 * count)]
    if which == 2:
        return [1 / n ** random.uniform(0.5, 1.2) for n in range(1, count + 1)]
    return [float(random.uniform(0.1, 1)) / n**0.5 for n in range(1, count + 1)]


def _beep(hz: float, seconds: float, levels: list[float]) -> Sound:
    count = frames(seconds)
    return harmonics(hz, count, levels) * swell(count, 0.004, 0.006)


def _pattern(
    random: Random, seconds: float, group: list[tuple[float, float]], pause_s: float, hz: list[float]
) -> Sound:
    """Groups of (length, gap) beeps, repeated with a pause between."""
    levels, at, parts, turn = _timbre(random), float(random.uniform(0, 0.3)), [], 0
    tones = [_beep(hz[i % len(hz)], length, levels) for i, (length, _) in enumerate(group)]
    while at < seconds:
        for tone, (length, gap) in zip(tones, group, strict=True):
            parts.append((at, tone))
            at += length + gap
        at += pause_s
        turn += 1
    return place(frames(seconds), parts)


def beeping_alarm(random: Random, seconds: float) -> Sound:
    """Equal beeps, or two pitches in turn."""
    base = log_uniform(random, 600, 3_200)
    hz = [base] if random.random() < 0.6 else [base, base * float(random.choice([0.8, 0.75, 1.25, 1.335]))]
    length = log_uniform(random, 0.06, 0.6)
    gap = length * float(random.uniform(0.3, 1.5)) if len(hz) == 1 else float(random.uniform(0, 0.02))
    return _pattern(random, seconds, [(length, gap)] * len(hz), 0.0, hz)


def sweeping_alarm(random: Random, seconds: float) -> Sound:
    """A rich tone that sweeps up, again and again, as burglar and car alarms do."""
    count, rate = frames(seconds), log_uniform(random, 1.2, 8)
    ramp = (times(count) * rate) % 1.0
    if random.random() < 0.3:
        ramp = 1 - ramp
    low = log_uniform(random, 500, 1_200)
    return harmonics(low * (1 + ramp * random.uniform(0.4, 1.6)), count, _timbre(random))


def alarm_clock_digital(random: Random, seconds: float) -> Sound:
    """Four quick beeps a second at 2 to 4 kHz, as a watch or a bedside clock does."""
    beeps = int(random.choice([1, 2, 3, 4], p=[0.15, 0.2, 0.15, 0.5]))
    length = float(random.uniform(0.045, 0.1))
    group = [(length, length * float(random.uniform(0.7, 1.2)))] * beeps
    rest = max(0.1, 1.0 - sum(a + b for a, b in group)) * float(random.uniform(0.7, 1.1))
    return _pattern(random, seconds, group, rest, [log_uniform(random, 1_900, 4_200)])


def alarm_clock_bell(random: Random, seconds: float) -> Sound:
    """A hammer between two small bells, 15 to 30 strokes a second: a wind-up clock."""
    return _ringer(
        random, seconds, [(0.0, seconds)], float(random.uniform(14, 28)), log_uniform(random, 1_400, 2_800), 0.35
    )


def smoke_alarm(random: Random, seconds: float) -> Sound:
    """A piezo at about 3.1 kHz in the T3 pattern of ISO 8201 (three half-second beeps, a pause), or quick beeps."""
    hz = [float(random.uniform(2_850, 3_400))]
    if random.random() < 0.6:
        return _pattern(random, seconds, [(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)], 1.0, hz)
    length = float(random.uniform(0.15, 0.35))
    return _pattern(random, seconds, [(length, length * 0.4)], 0.0, hz)


def reverse_beeper(random: Random, seconds: float) -> Sound:
    """A lorry in reverse: about 1.2 kHz (or a broadband "white sound" alarm), half a second on, half a second off."""
    on = float(random.uniform(0.3, 0.55))
    if random.random() < 0.8:
        return _pattern(
            random, seconds, [(on, on * float(random.uniform(0.8, 1.2)))], 0.0, [log_uniform(random, 950, 1_500)]
        )
    burst = band(white(random, frames(on)), 600, 4_500, 3) * swell(frames(on), 0.005, 0.01)
    return place(frames(seconds), ((at, burst) for at in np.arange(0.1, seconds, 2 * on)))


def buzzer(random: Random, seconds: float) -> Sound:
    """An armature at the mains or its double, or an electronic wrong-answer buzz: a hard, rich tone."""
    hz = float(random.choice([50, 60, 100, 120, random.uniform(80, 220)]))
    at, parts = float(random.uniform(0.05, 0.4)), []
    length = log_uniform(random, 0.25, 1.6)
    levels = [float(random.uniform(0.3, 1.0)) / n**0.35 for n in range(1, 60)]
    centre = log_uniform(random, 700, 2_500)
    while at < seconds:
        count = frames(length)
        tone = harmonics(hz * (1 + 0.002 * random.normal()), count, levels, random)
        tone = np.tanh(2 * (tone + 3 * resonance(tone, centre, 1.5)) / np.std(tone)) * swell(count, 0.006, 0.01)
        parts.append((at, tone))
        at += length + log_uniform(random, 0.15, 1.2)
    return place(frames(seconds), parts)


def _ringer(
    random: Random, seconds: float, rings: list[tuple[float, float]], strokes_hz: float, hz: float, t60_s: float
) -> Sound:
    """A clapper between two bells: struck partials at every stroke of every (start, length)."""
    ratios = np.array([1.0, 2.1, 2.9, 4.2, 5.4]) * (1 + random.normal(0, 0.03, 5))
    levels, falls = random.uniform(0.2, 1, 5) / np.arange(1, 6) ** 0.4, t60_s / np.arange(1, 6) ** 0.3
    bells = [
        modes(list(hz * k * ratios), list(falls), list(levels), 1.2 * t60_s, random)
        for k in (1.0, random.uniform(1.05, 1.3))
    ]
    parts, number = [], 0
    for start, length in rings:
        at = start
        while at < start + length:
            parts.append((at, bells[number % 2] * float(random.uniform(0.8, 1.0))))
            at += float(random.normal(1, 0.03)) / strokes_hz
            number += 1
    return place(frames(seconds), parts)


def phone_bell(random: Random, seconds: float) -> Sound:
    """The bell of an old telephone, in nearly the American (2 s) or British (0.4, 0.2, 0.4 s) cadence."""
    at, rings = float(random.uniform(0, 0.3)), []
    british, length = random.random() < 0.4, float(random.uniform(1.0, 2.1))
    while at < seconds:
        rings += [(at, 0.4), (at + 0.6, 0.4)] if british else [(at, length)]
        at += 3.0 if british else length + float(random.uniform(1.0, 2.0))
    return _ringer(random, seconds, rings, float(random.uniform(18, 27)), log_uniform(random, 900, 1_900), 0.7)


def phone_electronic(random: Random, seconds: float) -> Sound:
    """A trill of two tones 10 to 25 times a second: the electronic ringer of a desk phone."""
    at, parts, rate = 0.1, [], float(random.uniform(10, 25))
    first = log_uniform(random, 700, 1_800)
    second, length, levels = first * float(random.uniform(1.15, 1.4)), float(random.uniform(0.6, 2.0)), _timbre(random)
    while at < seconds:
        count = frames(length)
        hz = np.where((times(count) * rate) % 1 < 0.5, first, second)
        parts.append((at, harmonics(hz, count, levels) * swell(count, 0.004, 0.01)))
        at += length + float(random.uniform(0.6, 2.0))
    return place(frames(seconds), parts)


def phone_melody(random: Random, seconds: float) -> Sound:
    """A short tune of a mobile phone, repeated."""
    levels, step = _timbre(random), float(random.uniform(0.08, 0.18))
    base = log_uniform(random, 600, 1_300)
    tune = [
        (float(2 ** (random.choice([0, 2, 4, 5, 7, 9, 11, 12, 14]) / 12)), int(random.choice([1, 1, 2])))
        for _ in range(10)
    ]
    at, parts = 0.05, []
    while at < seconds:
        for ratio, beats in tune:
            parts.append((at, _beep(base * ratio, step * beats * 0.92, levels)))
            at += step * beats
        at += float(random.uniform(0.1, 0.8))
    return place(frames(seconds), parts)


def ringback(random: Random, seconds: float) -> Sound:
    """What a caller hears: 440 and 480 Hz for two seconds of six, or 425 Hz for one of five."""
    american = random.random() < 0.5
    tones, on = ((440, 480), 2.0) if american else ((425, 425), 1.0)
    count = frames(on)
    tone = sum(np.sin(phase(hz, count)) for hz in tones) * swell(count, 0.005, 0.005)
    return place(frames(seconds), ((at, tone) for at in np.arange(0.1, seconds, on + float(random.uniform(1.5, 3.0)))))


def doorbell(random: Random, seconds: float) -> Sound:
    """Ding-dong: two struck bars a third apart; now and then an electric bell."""
    if random.random() < 0.25:
        rings = [(float(random.uniform(0.05, 0.3)), float(random.uniform(0.6, 1.8)))]
        return _ringer(random, seconds, rings, float(random.uniform(12, 22)), log_uniform(random, 1_200, 2_400), 0.5)
    high = log_uniform(random, 500, 900)
    pairs = [(high, 0.1), (high / float(random.choice([1.26, 1.19, 1.335])), 0.1 + float(random.uniform(0.4, 0.8)))]
    if random.random() < 0.3:
        pairs += [(hz, at + 2.2) for hz, at in pairs]
    parts = []
    for hz, at in pairs:
        ratios, falls = [1.0, 2.76, 5.4, 3.0], [float(random.uniform(1.2, 2.5)), 0.6, 0.25, 0.4]
        parts.append((at, modes([hz * r for r in ratios], falls, [1, 0.25, 0.12, 0.1], 2.5, random)))
    return place(frames(seconds), parts)


def car_horn(random: Random, seconds: float) -> Sound:
    """Two diaphragms a third apart (about 400 and 500 Hz), hard and bright, in one to five honks."""
    low = log_uniform(random, 310, 460)
    ratio, at, parts = float(random.uniform(1.17, 1.28)), float(random.uniform(0.05, 0.4)), []
    levels = [1 / (1 + ((n - random.uniform(3, 6)) / 3) ** 2) + 0.25 for n in range(1, 26)]
    honks = [log_uniform(random, 0.12, 1.8) for _ in range(int(random.integers(1, 6)))]
    for length in honks:
        count = frames(length)
        start = 1 - 0.02 * np.exp(-times(count) / 0.02)
        tone = sum(harmonics(f * start, count, levels) for f in (low, low * ratio))
        parts.append((at, tone * swell(count, 0.012, 0.03)))
        at += length + log_uniform(random, 0.08, 0.7)
    return place(frames(max(2.0, min(seconds, at + 0.3))), parts)


def deep_horn(random: Random, seconds: float) -> Sound:
    """A ship's horn: one or two low reeds with a slow start and a long echo over water."""
    hz, at, parts = log_uniform(random, 70, 190), float(random.uniform(0.1, 0.4)), []
    levels = [1 / n ** float(random.uniform(0.5, 0.9)) for n in range(1, 40)]
    while at < seconds - 1.5:
        length = float(random.uniform(1.2, min(4.0, seconds - at)))
        count = frames(length)
        rise = 1 - 0.04 * np.exp(-times(count) / 0.15)
        tone = band(harmonics(hz * rise, count, levels), None, float(random.uniform(1_200, 3_500)))
        parts.append((at, tone * swell(count, 0.15, 0.25)))
        at += length + float(random.uniform(0.8, 2.0))
    dry = place(frames(seconds), parts)
    echo = band(dry, None, 900) * 0.25
    delay = frames(float(random.uniform(0.25, 0.6)))
    dry[delay:] += echo[:-delay]
    return dry


def level_crossing(random: Random, seconds: float) -> Sound:
    """An electromechanical or electronic crossing bell: dings about twice a second, without end."""
    hz, rate = log_uniform(random, 600, 1_200), float(random.uniform(1.5, 3.5))
    ratios = np.array([1.0, 1.52, 2.35, 2.92, 4.1]) * (1 + random.normal(0, 0.02, 5))
    ding = modes(list(hz * ratios), [0.7, 0.6, 0.4, 0.3, 0.2], [1, 0.5, 0.5, 0.3, 0.2], 1.0, random)
    return place(
        frames(seconds), ((at, ding * float(random.uniform(0.9, 1))) for at in np.arange(0.05, seconds, 1 / rate))
    )


def microwave(random: Random, seconds: float) -> Sound:
    """Three to five equal beeps of a kitchen appliance, then silence."""
    beeps, length = int(random.integers(3, 6)), float(random.uniform(0.12, 0.6))
    tone = _beep(log_uniform(random, 1_800, 2_900), length, _timbre(random))
    gap = length * float(random.uniform(1.4, 2.2))
    return place(frames(min(seconds, 0.3 + beeps * gap)), ((0.1 + i * gap, tone) for i in range(beeps)))


def heart_monitor(random: Random, seconds: float) -> Sound:
    """A short soft beep a heartbeat."""
    tone = _beep(log_uniform(random, 700, 1_300), float(random.uniform(0.07, 0.14)), [1.0, 0.1, 0.05])
    gap = 60 / float(random.uniform(55, 120))
    return place(frames(seconds), ((at, tone) for at in np.arange(0.1, seconds, gap)))


def fire_bell(random: Random, seconds: float) -> Sound:
    """A motor bell: a gong hit ten times a second or more, without pause."""
    sound = _ringer(
        random, seconds, [(0.0, seconds)], float(random.uniform(9, 16)), log_uniform(random, 700, 1_500), 0.9
    )
    return sound * (1 - 0.9 * decay(len(sound), 0.1))


MAKERS = {
    "alarm-beeping": beeping_alarm,
    "alarm-sweeping": sweeping_alarm,
    "alarm-fire-bell": fire_bell,
    "alarm-heart-monitor": heart_monitor,
    "alarm-appliance": microwave,
    "alarm-clock-digital": alarm_clock_digital,
    "alarm-clock-bell": alarm_clock_bell,
    "smoke-alarm": smoke_alarm,
    "reverse-beeper": reverse_beeper,
    "buzzer": buzzer,
    "phone-bell": phone_bell,
    "phone-electronic": phone_electronic,
    "phone-melody": phone_melody,
    "phone-ringback": ringback,
    "doorbell": doorbell,
    "car-horn": car_horn,
    "ship-horn": deep_horn,
    "level-crossing": level_crossing,
}
