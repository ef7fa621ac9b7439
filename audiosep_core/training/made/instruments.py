"""Every instrument of the sound font alone: notes, melodies, scales, chords in a register and manner that suit it."""

from __future__ import annotations

from typing import Any

import numpy as np

from audiosep_core.training.made import phrases
from audiosep_core.training.made.phrases import Setting
from audiosep_core.training.made.programs import SOUND_FONT
from audiosep_core.training.made.recipe import Recipe, Sketch
from audiosep_core.training.made.score import Bend, Effects, Note, midi_file, play
from audiosep_core.training.made.shaping import Random
from audiosep_core.training.made.words import capital, pick, table, with_article

NEEDS = ("fluidsynth", SOUND_FONT)

MANNERS: dict[str, tuple[str, ...]] = {
    "keys": ("note", "melody", "chords", "arpeggio", "melody", "scale", "chords", "staccato"),
    "organ": ("chords", "melody", "note", "chords", "arpeggio", "scale"),
    "pluck": ("melody", "arpeggio", "note", "chords", "melody", "scale"),
    "lead": ("melody", "note", "melody", "arpeggio", "scale", "staccato"),
    "pad": ("chords", "note", "melody", "arpeggio"),
    "mallet": ("melody", "note", "arpeggio", "scale", "melody", "chords"),
    "bell": ("melody", "note", "strokes"),
    "bass": ("bassline", "note", "bassline", "melody", "scale"),
    "bow": ("melody", "note", "melody", "scale", "staccato", "arpeggio"),
    "wind": ("melody", "note", "melody", "scale", "staccato", "arpeggio"),
    "long": ("note", "melody"),
    "brass": ("melody", "note", "melody", "staccato", "scale", "arpeggio"),
    "ensemble": ("chords", "melody", "chords", "note"),
    "choir": ("singing",),
    "harp": ("arpeggio", "glissando", "melody", "note", "arpeggio"),
    "timpani": ("strokes", "roll", "note"),
    "bagpipe": ("drone",),
    "struck": ("struck", "strokes", "struck"),
    "hit": ("hit",),
}
"""How an instrument of a style is played, in turn from clip to clip."""


def recipes() -> list[Recipe]:
    """A recipe a programme."""
    out = []
    for entry in table("programmes")["programmes"]:
        kind = "effects" if entry["style"] in ("effect", "shot") else "instruments"
        name = f"{entry['bank']:02d}-{entry['programme']:03d}"

        def sketch(random: Random, index: int, entry: dict[str, Any] = entry) -> Sketch:
            return _effect(random, entry) if entry["style"] in ("effect", "shot") else _music(random, index, entry)

        out.append(Recipe(kind, name, entry["clips"], sketch, NEEDS))
    return out


def _group(entry: dict[str, Any]) -> str:
    return f"FluidR3/{entry['bank']:02d}-{entry['programme']:03d}"


def _music(random: Random, index: int, entry: dict[str, Any]) -> Sketch:
    manners = MANNERS[entry["style"]]
    manner = manners[index % len(manners)]
    low, high = entry["range"]
    seconds = float(random.uniform(2.2, 4.5) if manner in ("note", "hit") else random.uniform(3.5, 8.5))
    setting = Setting.of(random, low, high, seconds)
    notes, bends = _played(random, manner, setting, entry)
    effects = Effects.of(random)
    a = with_article(entry["name"])
    sections = entry["name"].endswith(("bells", "strings", "castanets"))
    a = entry["name"] if sections else a
    caption = pick(random, table("programmes")["captions"][manner]).format(
        a=a, A=capital(a), name=entry["name"], tempo=setting.tempo, key=setting.key,
        length="short" if notes[0].length_s < 1 else "long",
    )  # fmt: skip
    if sections:
        for word in ("plays", "is", "runs", "drones", "sweeps"):
            plural = {"is": "are"}.get(word, word[:-1])
            caption = caption.replace(f"{capital(a)} {word} ", f"{capital(a)} {plural} ")
    score = midi_file([(0, entry["bank"], entry["programme"])], notes, bends)
    # What still rings when the clip ends is faded.
    end = max(note.start_s + note.length_s for note in notes)
    length = min(10.0, max(2.0, end + float(random.uniform(0.3, 2.0))))
    details: dict[str, str | int | float] = {"manner": manner, "tempo": round(60 / setting.beat_s), "key": setting.key}
    return Sketch(entry["label"], caption, _group(entry), lambda: play(score, effects, length), details)


def _played(random: Random, manner: str, setting: Setting, entry: dict[str, Any]) -> tuple[list[Note], list[Bend]]:
    style = entry["style"]
    sustained = style in ("bow", "wind", "brass", "lead", "ensemble", "long", "bass")
    if manner == "note":
        notes = phrases.single(random, setting)
    elif manner == "scale":
        notes = phrases.scale_run(random, setting)
    elif manner in ("chords", "singing"):
        strum = float(random.uniform(0.01, 0.05)) if style == "pluck" else 0.0
        notes = phrases.chord_progression(random, setting, strum)
        if style == "keys" and random.random() < 0.5:
            notes += phrases.melody(random, Setting(setting.tonic, setting.scale, *_upper(setting, entry)))
    elif manner == "arpeggio":
        notes = phrases.arpeggio(random, setting, ring=not sustained)
    elif manner == "staccato":
        notes = phrases.melody(random, setting, legato=float(random.uniform(0.2, 0.45)))
    elif manner == "glissando":
        notes = _glissando(random, setting, entry)
    elif manner == "roll":
        notes = _roll(random, setting)
    elif manner in ("strokes", "struck", "hit"):
        notes = _strokes(random, setting, manner)
    elif manner == "drone":
        drone = setting.low + (setting.tonic - setting.low) % 12
        notes = [Note(0.0, setting.seconds, max(36, drone - 12), 70), *phrases.melody(random, setting, 1.0)]
    else:
        notes = phrases.melody(random, setting, 1.0 if sustained else 0.95)
    bends = phrases.expression(random, notes) if sustained and manner != "scale" else []
    return notes, bends


def _upper(setting: Setting, entry: dict[str, Any]) -> tuple[float, int, int, int, float]:
    low = min(setting.high, entry["range"][1] - 12)
    return setting.beat_s, min(120, setting.velocity + 10), low, low + 12, setting.seconds


def _glissando(random: Random, setting: Setting, entry: dict[str, Any]) -> list[Note]:
    low, high = entry["range"]
    wide = Setting(setting.tonic, setting.scale, setting.beat_s, setting.velocity, low, high, setting.seconds)
    pitches, at, notes, up = wide.pitches(), 0.0, [], bool(random.random() < 0.6)
    while at < setting.seconds - 0.8:
        step = float(random.uniform(0.025, 0.07))
        start = int(random.integers(0, len(pitches) // 2))
        line = pitches[start : start + int(random.integers(12, 30))]
        for key in line if up else line[::-1]:
            notes.append(Note(at, 1.5, key, setting.loudness(random)))
            at += step
        at += float(random.uniform(0.2, 1.0))
        up = not up
    return notes


def _roll(random: Random, setting: Setting) -> list[Note]:
    """Quick strokes that grow, or grow and fade."""
    step, key = float(random.uniform(0.05, 0.09)), int(random.integers(setting.low, setting.high + 1))
    count = int(setting.seconds / step)
    peak = float(random.uniform(0.5, 1.0))
    position = np.arange(count) / count
    level = np.where(position < peak, position / peak, (1 - position) / max(1e-6, 1 - peak))
    velocities = np.clip(30 + 90 * level + random.normal(0, 4, count), 20, 127).astype(int)
    return [Note(i * step, step * 3, key, int(v)) for i, v in enumerate(velocities)]


def _strokes(random: Random, setting: Setting, manner: str) -> list[Note]:
    """Strokes on the beat or its divisions, mostly on two or three pitches."""
    keys = random.integers(setting.low, setting.high + 1, 3)
    step = setting.beat_s * (0.5 if manner == "struck" else 1.0)
    step = max(step, 0.11) if manner == "struck" else max(step, 0.5)
    notes = []
    for i in range(max(1, int(setting.seconds / step))):
        if i == 0 or random.random() < 0.7:
            key = int(keys[int(random.integers(3))])
            if manner == "hit":
                notes += [Note(i * step, 0.4, key, setting.loudness(random, 15))]
            else:
                notes.append(Note(i * step, max(0.3, step), key, setting.loudness(random, 12 if i % 4 == 0 else -8)))
    return notes


def _effect(random: Random, entry: dict[str, Any]) -> Sketch:
    """The sound effects of General MIDI: held, or fired."""
    low, high = entry["range"]
    seconds = float(random.uniform(3, 8))
    caption = pick(random, table("programmes")["effects"][str(entry["programme"])])
    if entry["style"] == "shot":
        count = 1 if caption in ("A gun is fired.", "A gunshot.") else int(random.integers(2, 6))
        starts = np.cumsum(random.uniform(0.25, 1.2, count)) - 0.2
        key = int(random.integers(low, high))
        notes = [Note(float(s), 1.5, key + int(random.integers(0, 2)), 110) for s in starts]
        seconds = float(starts[-1]) + 2
    else:
        voices = int(random.integers(1, 3)) if entry["programme"] in (122, 123, 126) else 1
        keys = random.choice(np.arange(low, high), voices, replace=False)
        notes = [Note(0.15 * i, seconds, int(key), int(random.integers(80, 120))) for i, key in enumerate(keys)]
    score, effects = midi_file([(0, entry["bank"], entry["programme"])], notes), Effects.of(random)
    length = min(10.0, seconds + 0.5)
    return Sketch(entry["label"], caption, _group(entry), lambda: play(score, effects, length), {"keys": len(notes)})
