"""Piano with drums: five bars composed here, written as MIDI bytes and played by fluidsynth with FluidR3 GM."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from installer.examples.spectrum_shaping import RATE_HZ, Sound, fade

SOUND_FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
SECONDS = 11.0
TICKS = 480  # per quarter note
MICROSECONDS_PER_BEAT = 555_556  # 108 beats a minute
BARS = 5

PIANO, DRUMS = 0, 9
KICK, SNARE, CLOSED_HAT, OPEN_HAT, CRASH = 36, 38, 42, 46, 49

CHORDS = ((45, 57, 60, 64), (41, 57, 60, 65), (48, 55, 60, 64), (43, 55, 59, 62), (45, 57, 60, 64))
"""One a bar: A minor, F, C, G, A minor; the first note is the bass."""

MELODY = (
    ((0, 76, 1.0), (1, 74, 0.5), (1.5, 72, 0.5), (2, 69, 1.5), (3.5, 71, 0.5)),
    ((0, 72, 1.0), (1, 77, 1.0), (2, 76, 0.5), (2.5, 74, 0.5), (3, 72, 1.0)),
    ((0, 67, 0.5), (0.5, 72, 0.5), (1, 76, 1.5), (2.5, 79, 0.5), (3, 76, 1.0)),
    ((0, 74, 1.5), (1.5, 71, 0.5), (2, 67, 1.0), (3, 71, 0.5), (3.5, 74, 0.5)),
    ((0, 72, 0.5), (0.5, 71, 0.5), (1, 69, 3.0)),
)
"""By bar: (beat, note, beats long)."""


@dataclass(frozen=True)
class Note:
    beat: float
    note: int
    beats: float
    velocity: int


def piano() -> Sound:
    """The melody over broken chords, stereo as the sound font has it."""
    notes = []
    for bar, (chord, melody) in enumerate(zip(CHORDS, MELODY, strict=True)):
        at = 4.0 * bar
        if bar == BARS - 1:
            notes += [Note(at + 0.02 * i, note, 3.0, 72) for i, note in enumerate(chord)]
        else:
            notes.append(Note(at, chord[0], 3.8, 74))
            notes += [Note(at + 0.5 * i, chord[1 + (i % 3)], 0.9, 58 + 6 * (i % 2)) for i in range(1, 8)]
        notes += [Note(at + beat, note, beats * 0.95, 92 if beat == 0 else 84) for beat, note, beats in melody]
    return _play(PIANO, notes)


def drums() -> Sound:
    """Kick, snare and hats, a fill in the fourth bar, a crash to end on."""
    notes = []
    for bar in range(BARS - 1):
        at = 4.0 * bar
        notes += [Note(at + beat, KICK, 0.2, velocity) for beat, velocity in ((0, 112), (1.5, 84), (2, 106))]
        notes += [Note(at + beat, SNARE, 0.2, 104) for beat in (1, 3)]
        notes += [Note(at + 0.5 * i, CLOSED_HAT, 0.1, 88 if i % 2 == 0 else 62) for i in range(7)]
        notes.append(Note(at + 3.5, OPEN_HAT, 0.4, 76))
    fill = 4.0 * (BARS - 2) + 3
    notes += [Note(fill + 0.25 * i, SNARE, 0.1, 70 + 12 * i) for i in range(1, 4)]
    end = 4.0 * (BARS - 1)
    notes += [Note(end, CRASH, 2.0, 96), Note(end, KICK, 0.2, 115), Note(end + 1, SNARE, 0.2, 96)]
    notes += [Note(end + 2, KICK, 0.2, 90), Note(end + 3, SNARE, 0.2, 88)]
    return _play(DRUMS, notes)


def midi_file(channel: int, notes: list[Note]) -> bytes:
    """A format 0 MIDI file of one channel at this piece's tempo."""
    events = [(0, bytes([0xFF, 0x51, 0x03]) + MICROSECONDS_PER_BEAT.to_bytes(3, "big"))]
    events.append((0, bytes([0xC0 | channel, 0])))
    for note in notes:
        start, end = round(note.beat * TICKS), round((note.beat + note.beats) * TICKS)
        events.append((start, bytes([0x90 | channel, note.note, note.velocity])))
        events.append((end, bytes([0x80 | channel, note.note, 0])))
    events.sort(key=lambda event: (event[0], event[1]))  # 0x80 sorts before 0x90: a repeated note ends before it begins
    track, now = bytearray(), 0
    for tick, message in events:
        track += _variable_length(tick - now) + message
        now = tick
    # The render ends with the file: leave room for the last note to ring.
    track += _variable_length(4 * TICKS) + bytes([0xFF, 0x2F, 0x00])
    header = b"MThd" + (6).to_bytes(4, "big") + bytes([0, 0, 0, 1]) + TICKS.to_bytes(2, "big")
    return header + b"MTrk" + len(track).to_bytes(4, "big") + bytes(track)


def _variable_length(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(0x80 | value & 0x7F)
    return bytes(reversed(groups))


def _play(channel: int, notes: list[Note]) -> Sound:
    frames = round(SECONDS * RATE_HZ)
    with tempfile.TemporaryDirectory() as folder:
        score, render = Path(folder, "score.mid"), Path(folder, "render.wav")
        score.write_bytes(midi_file(channel, notes))
        options = ["-ni", "-q", "-g", "0.5", "-r", str(RATE_HZ), "-o", "synth.chorus.active=0", "-O", "float"]
        subprocess.run(["fluidsynth", *options, "-F", str(render), str(SOUND_FONT), str(score)], check=True)
        samples, rate_hz = soundfile.read(render, always_2d=True)
    assert rate_hz == RATE_HZ
    sound = np.zeros((frames, 2))
    sound[: min(frames, len(samples))] = samples[:frames]
    return fade(sound, 0.002, 0.8)
