"""Drums: each of the kit alone, rolls, and beats in several styles."""

from __future__ import annotations

from typing import Any

import numpy as np

from audiosep_core.training.made.programs import SOUND_FONT
from audiosep_core.training.made.recipe import Recipe, Sketch
from audiosep_core.training.made.score import DRUM_CHANNEL, Effects, Note, midi_file, play
from audiosep_core.training.made.shaping import Random
from audiosep_core.training.made.words import pick, table

NEEDS = ("fluidsynth", SOUND_FONT)


def recipes() -> list[Recipe]:
    """A recipe a drum, one for rolls, one for beats."""
    tables = table("drums")
    out = []
    for name, entry in tables["classes"].items():

        def sketch(random: Random, index: int, name: str = name, entry: dict[str, Any] = entry) -> Sketch:
            return _hits(random, index, name, entry)

        out.append(Recipe("drums", name, entry["clips"], sketch, NEEDS))
    out.append(Recipe("drums", "roll", tables["rolls"]["clips"], _roll, NEEDS))
    out.append(Recipe("drums", "loop", tables["loops"]["clips"], _loop, NEEDS))
    return out


def _kit(random: Random) -> tuple[int, str]:
    kits = table("drums")["kits"]
    number, word = kits[int(random.integers(len(kits)))]
    return number, word


def _sketch(random: Random, label: str, caption: str, group: str, kit: int, notes: list[Note]) -> Sketch:
    effects = Effects.of(random)
    score = midi_file([(DRUM_CHANNEL, 0, kit)], notes)
    length = min(10.0, max(2.0, notes[-1].start_s + float(random.uniform(0.8, 2.5))))
    return Sketch(label, caption, group, lambda: play(score, effects, length), {"kit": kit, "hits": len(notes)})


def _strike(at: float, key: int, velocity: float, length: float = 1.0) -> Note:
    return Note(at, length, key, int(np.clip(velocity, 15, 127)), DRUM_CHANNEL)


def _hits(random: Random, index: int, name: str, entry: dict[str, Any]) -> Sketch:
    """One stroke, a few, or a rhythm on the keys of one drum."""
    kit, _ = _kit(random)
    keys = [int(key) for key in random.permutation(entry["keys"])]
    manner = index % 3
    notes = [_strike(0.02, keys[0], random.uniform(70, 127))]
    if manner == 1:
        at = 0.02
        for _ in range(int(random.integers(1, 5))):
            at += float(random.uniform(0.4, 1.5))
            notes.append(_strike(at, keys[0], random.uniform(50, 127)))
    elif manner == 2:
        step = float(random.uniform(0.11, 0.3))
        pattern = random.random(8) < random.uniform(0.4, 0.9)
        for i in range(1, int(random.uniform(2.5, 6.5) / step)):
            if pattern[i % 8]:
                swing = 0.3 * step * (i % 2) * (random.random() < 0.2)
                level = 105 if i % 4 == 0 else 80
                key = keys[0] if random.random() < 0.65 else keys[int(random.integers(len(keys)))]
                notes.append(_strike(0.02 + i * step + swing, key, level + random.normal(0, 8)))
    words = entry["rhythms"] if len(notes) > 5 else entry["captions"]
    return _sketch(random, entry["label"], pick(random, words), f"drums/{name}/{kit}", kit, notes)


def _roll(random: Random, _: int) -> Sketch:
    """Strokes of two hands, 14 to 24 a second, that grow, stay or fade; at times a last stroke."""
    entry = table("drums")["rolls"]
    kit, _word = _kit(random)
    key = 38
    caption = pick(random, entry["captions"])
    if "snare" not in caption:
        key = int(random.choice(entry["keys"]))
    seconds, rate = float(random.uniform(2, 6)), float(random.uniform(14, 24))
    shape = 1 if "grows" in caption else int(random.integers(3))
    at, notes = 0.02, []
    while at < seconds:
        level = (70.0, 35 + 85 * at / seconds, 110 - 70 * at / seconds)[shape]
        notes.append(_strike(at, key, level + random.normal(0, 5), 0.3))
        at += float(random.normal(1, 0.06)) / rate
    if random.random() < 0.4:
        notes.append(_strike(at + 0.02, key, 125))
    return _sketch(random, "drum roll", caption, f"drums/roll/{kit}", kit, notes)


def _loop(random: Random, index: int) -> Sketch:
    """Two bars drawn from a style's probabilities and repeated, with ghost notes, a crash, a fill now and then."""
    loops = table("drums")["loops"]
    style = sorted(loops["styles"])[index % len(loops["styles"])]
    grid = loops["styles"][style]
    kit, word = _kit(random)
    if style == "electronic":
        kit, word = (24, 25)[int(random.integers(2))], "electronic"
    bpm = float(random.uniform(*grid["bpm"]))
    step = 60 / bpm * 4 / grid["steps"]
    lines = {int(key): values for key, values in grid.items() if key.isdigit()}
    bars = [{key: random.random(grid["steps"]) < np.array(line) for key, line in lines.items()} for _ in range(2)]
    seconds = float(random.uniform(4, 9))
    notes: list[Note] = []
    total = int(seconds / step)
    fill = random.random() < 0.3
    for i in range(total):
        bar, place = divmod(i, grid["steps"])
        late = float(random.normal(0, 0.004))
        if fill and i >= total - grid["steps"] // 2:
            if random.random() < 0.8:
                tom = (38, 48, 45, 41)[min(3, (i - total + grid["steps"] // 2) * 4 // (grid["steps"] // 2))]
                notes.append(_strike(max(0, i * step + late), tom, random.uniform(80, 120)))
            continue
        for key, pattern in bars[bar % 2].items():
            if pattern[place]:
                level = 105 if lines[key][place] >= 0.8 else 60
                notes.append(_strike(max(0, i * step + late), key, level + random.normal(0, 7) - 10 * (place % 2)))
    if random.random() < 0.3:
        notes.append(_strike(0.0, 49, 110, 2.0))
    notes.sort(key=lambda note: note.start_s)
    tempo = "slow " if bpm < 90 else "fast " if bpm > 135 else ""
    caption = pick(random, loops["captions"]).format(style=style, tempo=tempo, kit=word)
    caption = caption.replace("A acoustic", "An acoustic").replace("A electronic", "An electronic")
    return _sketch(random, "drum loop", caption, f"drums/loop/{style}", kit, notes)
