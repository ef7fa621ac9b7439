"""From a rendered sound to a clip: length, level, 16 bit FLAC with its recipe as comment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from audiosep_core.training.made.shaping import RATE_HZ, Sound, frames

SHORTEST_S, LONGEST_S = 2.0, 10.0
PEAK = 10 ** (-3 / 20)


def finished(sound: Sound) -> NDArray[np.int16]:
    """Cut to 10 s with a fade, filled up to 2 s with silence, peak at -3 dBFS.

    Raises:
        ValueError: the sound is silent or not finite: a fault of its recipe.
    """
    longest = frames(LONGEST_S)
    if len(sound) > longest:
        fade = frames(0.05)
        sound = sound[:longest].copy()
        sound[-fade:] *= np.linspace(1, 0, fade)
    highest = float(np.max(np.abs(sound), initial=0.0))
    if not np.isfinite(highest) or highest < 1e-9:
        raise ValueError("a recipe gave silence, or what is no number")
    sound = np.pad(sound, (0, max(0, frames(SHORTEST_S) - len(sound))))
    return np.round(sound * (PEAK / highest) * 32_767).astype(np.int16)


def write_clip(path: Path, samples: NDArray[np.int16], source: str) -> None:
    """Write the clip beside its place, then move it there: a clip that has its name is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with soundfile.SoundFile(partial, "w", RATE_HZ, 1, "PCM_16", format="FLAC") as file:
        file.comment = source
        file.write(samples)
    partial.replace(path)


def clip_seconds(path: Path, source: str) -> float | None:
    """Length of a clip that was finished from this very recipe; None where it must be made."""
    try:
        with soundfile.SoundFile(path) as file:
            return file.frames / file.samplerate if file.comment == source else None
    except (OSError, soundfile.LibsndfileError):
        return None
