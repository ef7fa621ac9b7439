"""The programs that speak and play: where they are, which Debian package brings them, and how they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr

from audiosep_core.training.made.shaping import RATE_HZ, Sound

SOUND_FONT = "FluidR3_GM.sf2"
PACKAGES = {"espeak-ng": "espeak-ng", "flite": "flite", "fluidsynth": "fluidsynth", SOUND_FONT: "fluid-soundfont-gm"}
TIMEOUT_S = 120


class ProgramError(Exception):
    """A program failed on one clip."""


def find(program: str) -> Path | None:
    """Where a program (or the sound font) lies; AUDIOSEP_SOUND_FONT names another place for FluidR3_GM.sf2."""
    if program != SOUND_FONT:
        found = shutil.which(program)
        return Path(found) if found else None
    path = Path(os.environ.get("AUDIOSEP_SOUND_FONT", f"/usr/share/sounds/sf2/{SOUND_FONT}"))
    return path if path.is_file() else None


def run_to_sound(program: str, arguments: Sequence[str], folder: Path, name: str) -> Sound:
    """Run a program that writes `folder/name` and read it: mono, 32 kHz.

    Raises:
        ProgramError: it failed, or wrote nothing.
    """
    path = find(program)
    if path is None:
        raise ProgramError(f"{program} is gone")
    try:
        subprocess.run([str(path), *arguments], check=True, capture_output=True, timeout=TIMEOUT_S, cwd=folder)
        samples, rate_hz = soundfile.read(folder / name, dtype="float64", always_2d=True)
    except (OSError, subprocess.SubprocessError, soundfile.LibsndfileError) as error:
        raise ProgramError(f"{program} failed: {error}") from None
    mono: Sound = samples.mean(axis=1)
    if len(mono) == 0:
        raise ProgramError(f"{program} wrote nothing")
    return mono if rate_hz == RATE_HZ else np.asarray(soxr.resample(mono, rate_hz, RATE_HZ), np.float64)


def espeak(text: str, voice: str, words_a_minute: int, pitch: int) -> Sound:
    """Text (or phonemes in [[ ]]) in an espeak-ng voice such as "de+f2"; pitch 0 to 99."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["-v", voice, "-s", str(words_a_minute), "-p", str(pitch), "-w", "said.wav"]
        Path(folder, "text").write_text(text, encoding="utf-8")
        return run_to_sound("espeak-ng", [*options, "-b", "1", "-f", "text"], Path(folder), "said.wav")


def flite(text: str, voice: str, stretch: float, pitch_hz: float) -> Sound:
    """Text in a flite voice; `stretch` above one is slower."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["-voice", voice, "--setf", f"duration_stretch={stretch:.3f}"]
        options += ["--setf", f"int_f0_target_mean={pitch_hz:.1f}"]
        return run_to_sound("flite", [*options, "-t", text, "-o", "said.wav"], Path(folder), "said.wav")
