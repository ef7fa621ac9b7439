"""Notes written as a MIDI file and played by fluidsynth with FluidR3 GM."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audiosep_core.training.made.programs import SOUND_FONT, find, run_to_sound
from audiosep_core.training.made.shaping import RATE_HZ, Random, Sound, frames

TICKS_A_SECOND = 960
DRUM_CHANNEL = 9
WHEEL = 2.0
"""Semitones of a full bend, General MIDI's default."""


@dataclass(frozen=True)
class Note:
    """A note: from `start_s` for `length_s`, MIDI key and velocity (1 to 127)."""

    start_s: float
    length_s: float
    key: int
    velocity: int
    channel: int = 0


@dataclass(frozen=True)
class Bend:
    """The pitch wheel of a channel, in semitones up to WHEEL, or its modulation (0 to 1)."""

    at_s: float
    semitones: float | None = None
    modulation: float | None = None
    channel: int = 0


@dataclass(frozen=True)
class Effects:
    """fluidsynth's own room and chorus."""

    reverb: float
    room_size: float
    chorus: bool

    @classmethod
    def of(cls, random: Random) -> Effects:
        """Dry, a little or much."""
        reverb = float(random.choice([0.0, random.uniform(0.1, 0.4), random.uniform(0.4, 0.9)], p=[0.4, 0.35, 0.25]))
        return cls(reverb, float(random.uniform(0.1, 0.8)), bool(random.random() < 0.15))


def midi_file(programmes: Sequence[tuple[int, int, int]], notes: Sequence[Note], bends: Sequence[Bend] = ()) -> bytes:
    """A format 0 file; `programmes` are (channel, bank, programme)."""
    events: list[tuple[int, int, bytes]] = []
    for channel, bank, programme in programmes:
        events.append((0, 0, bytes([0xB0 | channel, 0, bank])))
        events.append((0, 1, bytes([0xC0 | channel, programme])))
    for bend in bends:
        tick = round(bend.at_s * TICKS_A_SECOND)
        if bend.semitones is not None:
            wheel = int(np.clip(8_192 + 8_192 * bend.semitones / WHEEL, 0, 16_383))
            events.append((tick, 2, bytes([0xE0 | bend.channel, wheel & 0x7F, wheel >> 7])))
        if bend.modulation is not None:
            events.append((tick, 2, bytes([0xB0 | bend.channel, 1, round(127 * bend.modulation)])))
    for note in notes:
        start = round(note.start_s * TICKS_A_SECOND)
        end = max(start + 1, round((note.start_s + note.length_s) * TICKS_A_SECOND))
        events.append((start, 4, bytes([0x90 | note.channel, note.key, note.velocity])))
        # A repeated note ends before it begins anew.
        events.append((end, 3, bytes([0x80 | note.channel, note.key, 0])))
    track, now = bytearray(), 0
    for tick, _, message in sorted(events):
        track += _variable_length(tick - now) + message
        now = tick
    # The render ends with the file: room for the last note to ring.
    track += _variable_length(3 * TICKS_A_SECOND) + bytes([0xFF, 0x2F, 0x00])
    # 480 ticks a quarter at MIDI's default of half a second a quarter.
    header = b"MThd" + (6).to_bytes(4, "big") + bytes([0, 0, 0, 1]) + (TICKS_A_SECOND // 2).to_bytes(2, "big")
    return header + b"MTrk" + len(track).to_bytes(4, "big") + bytes(track)


def _variable_length(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(0x80 | value & 0x7F)
    return bytes(reversed(groups))


def play(score: bytes, effects: Effects, seconds: float, fade_s: float = 0.3) -> Sound:
    """Render a MIDI file, cut to `seconds` with a fade where it still sounds, without silence at its end."""
    chorus = "1" if effects.chorus else "0"
    settings = {
        "synth.dynamic-sample-loading": "1",
        "synth.reverb.active": "1" if effects.reverb else "0",
        "synth.reverb.level": f"{effects.reverb:.3f}",
        "synth.reverb.room-size": f"{effects.room_size:.3f}",
        "synth.chorus.active": chorus,
    }
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "score.mid").write_bytes(score)
        options = ["-ni", "-q", "-g", "0.4", "-r", str(RATE_HZ), "-O", "float", "-T", "wav", "-F", "played.wav"]
        for name, value in settings.items():
            options += ["-o", f"{name}={value}"]
        font = find(SOUND_FONT)
        sound = run_to_sound("fluidsynth", [*options, str(font), "score.mid"], Path(folder), "played.wav")
    sound = sound[: frames(seconds)]
    loud = np.flatnonzero(np.abs(sound) > 1e-3 * np.max(np.abs(sound), initial=0))
    sound = sound[: loud[-1] + frames(0.1)] if len(loud) else sound
    fade = min(frames(fade_s), len(sound))
    sound[-fade:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fade) / fade)
    return sound
