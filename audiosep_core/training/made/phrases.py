"""Small music: keys, scales, melodies, arpeggios and chords within an instrument's range."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audiosep_core.training.made.score import Bend, Note
from audiosep_core.training.made.shaping import Random

SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "pentatonic": (0, 2, 4, 7, 9),
    "blues": (0, 3, 5, 6, 7, 10),
}
NAMES = ("C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B")
PROGRESSIONS = ((0, 3, 4, 0), (0, 5, 3, 4), (0, 4, 5, 3), (5, 3, 0, 4), (0, 3, 0, 4), (1, 4, 0, 0), (0, 2, 3, 4))


@dataclass(frozen=True)
class Setting:
    """What a phrase keeps to: key, scale, tempo, loudness, range and length."""

    tonic: int
    scale: str
    beat_s: float
    velocity: int
    low: int
    high: int
    seconds: float

    @classmethod
    def of(cls, random: Random, low: int, high: int, seconds: float) -> Setting:
        """A tessitura of at most two octaves somewhere in the range, tempo 50 to 180 a minute."""
        span = min(high - low, int(random.integers(12, 26)))
        bottom = int(random.integers(low, high - span + 1))
        scale = list(SCALES)[int(random.integers(len(SCALES)))]
        beat = 60 / float(random.uniform(50, 180))
        loud = int(np.clip(random.normal(90, 18), 40, 125))
        return cls(int(random.integers(12)), scale, beat, loud, bottom, bottom + span, seconds)

    @property
    def key(self) -> str:
        """In words, "A minor"; a pentatonic or blues scale is told by its tonic alone."""
        mode = self.scale.split()[-1]
        return f"{NAMES[self.tonic]} {mode}" if mode in ("major", "minor") else NAMES[self.tonic]

    @property
    def tempo(self) -> str:
        """An adjective with a space behind it, or nothing."""
        return "slow " if self.beat_s > 0.8 else "quick " if self.beat_s < 0.42 else ""

    def pitches(self) -> list[int]:
        """Notes of the scale within the range, upwards."""
        steps = SCALES[self.scale]
        return [k for k in range(self.low, self.high + 1) if (k - self.tonic) % 12 in steps]

    def loudness(self, random: Random, accent: int = 0) -> int:
        """A velocity near the phrase's own."""
        return int(np.clip(self.velocity + accent + random.normal(0, 6), 25, 127))


def melody(random: Random, setting: Setting, legato: float = 0.95) -> list[Note]:
    """A walk on the scale with leaps now and then, in quarters, eighths and a few long notes."""
    pitches = setting.pitches()
    place, at = len(pitches) // 2, 0.0
    notes: list[Note] = []
    lengths = [0.5, 1.0, 1.5, 2.0, 0.25] if setting.beat_s > 0.5 else [0.5, 1.0, 1.0, 2.0, 0.5]
    while at < setting.seconds - 0.3:
        length = float(random.choice(lengths, p=[0.4, 0.35, 0.08, 0.1, 0.07])) * setting.beat_s
        if random.random() > 0.1:  # else a rest
            accent = 8 if len(notes) % 4 == 0 else 0
            notes.append(Note(at, length * legato, pitches[place], setting.loudness(random, accent)))
        at += length
        step = int(
            random.choice([-4, -3, -2, -1, 0, 1, 2, 3, 4], p=[0.03, 0.05, 0.12, 0.27, 0.06, 0.27, 0.12, 0.05, 0.03])
        )
        place = int(np.clip(place + step, 0, len(pitches) - 1))
    return notes or [Note(0, setting.seconds, pitches[place], setting.velocity)]


def scale_run(random: Random, setting: Setting) -> list[Note]:
    """Up and down the scale."""
    pitches = setting.pitches()
    walk = pitches + pitches[-2::-1]
    step = setting.beat_s * float(random.choice([0.5, 1.0, 0.33]))
    count = max(4, int(setting.seconds / step))
    keys = np.resize(walk if random.random() < 0.7 else walk[::-1], count)
    return [Note(i * step, step * 0.92, int(k), setting.loudness(random)) for i, k in enumerate(keys)]


def triads(setting: Setting, random: Random) -> list[list[int]]:
    """Four chords of a common progression, from three to five notes, in the range."""
    pitches = setting.pitches()
    # Chords by thirds need seven steps.
    whole = Setting(setting.tonic, "minor" if "minor" in setting.scale else "major", *_rest(setting))
    pitches = whole.pitches()
    chords = []
    roots = [i for i, key in enumerate(pitches) if (key - setting.tonic) % 12 == 0 and i < len(pitches) // 2 + 1]
    home = roots[0] if roots else 0
    for degree in PROGRESSIONS[int(random.integers(len(PROGRESSIONS)))]:
        tones = [home + degree + third for third in (0, 2, 4)] + ([home + degree + 6] if random.random() < 0.2 else [])
        folded = [t if t < len(pitches) else t - 7 for t in tones]
        chords.append(sorted({pitches[t] for t in folded if 0 <= t < len(pitches)}))
    return [chord for chord in chords if chord] or [[pitches[0]]]


def _rest(setting: Setting) -> tuple[float, int, int, int, float]:
    return setting.beat_s, setting.velocity, setting.low, setting.high, setting.seconds


def chord_progression(random: Random, setting: Setting, strum_s: float = 0.0) -> list[Note]:
    """Chords of one to four beats each, broken by `strum_s` from note to note."""
    chords, at, turn = triads(setting, random), 0.0, 0
    notes: list[Note] = []
    beats = float(random.choice([1, 2, 4] if setting.beat_s < 0.7 else [1, 2]))
    repeats = int(random.choice([1, 2, 4], p=[0.6, 0.25, 0.15]))
    while at < setting.seconds - 0.3:
        length = beats * setting.beat_s / repeats
        for _ in range(repeats):
            for place, key in enumerate(chords[turn % len(chords)]):
                notes.append(Note(at + place * strum_s, length * 0.95, key, setting.loudness(random)))
            at += length
        turn += 1
    return notes


def arpeggio(random: Random, setting: Setting, ring: bool = True) -> list[Note]:
    """The chords' notes one after the other; they ring on if `ring`."""
    chords, at, turn = triads(setting, random), 0.0, 0
    notes: list[Note] = []
    step = setting.beat_s * float(random.choice([0.25, 0.5, 0.33]))
    order = int(random.integers(3))
    while at < setting.seconds - 0.2:
        chord = chords[turn % len(chords)]
        chord = chord + [key + 12 for key in chord if key + 12 <= setting.high]
        line = [chord, chord[::-1], chord + chord[-2:0:-1]][order]
        for key in line * (2 if len(line) < 5 else 1):
            notes.append(Note(at, step * (4 if ring else 0.9), key, setting.loudness(random)))
            at += step
        turn += 1
    return [note for note in notes if note.start_s < setting.seconds]


def single(random: Random, setting: Setting) -> list[Note]:
    """One note."""
    length = float(random.uniform(0.3, max(0.5, setting.seconds - 0.3)))
    return [Note(0.0, length, int(random.integers(setting.low, setting.high + 1)), setting.velocity)]


def expression(random: Random, notes: list[Note]) -> list[Bend]:
    """Vibrato on long notes, and now and then a note that is bent up from below."""
    bends: list[Bend] = []
    for note in notes:
        if note.length_s > 0.5 and random.random() < 0.6:
            bends.append(Bend(note.start_s, modulation=0.0))
            bends.append(Bend(note.start_s + 0.35 * note.length_s, modulation=float(random.uniform(0.2, 0.8))))
        if random.random() < 0.08:
            depth = float(random.uniform(-2, -0.5))
            bends += [Bend(note.start_s + 0.012 * i, semitones=depth * (1 - i / 8)) for i in range(9)]
    return bends
