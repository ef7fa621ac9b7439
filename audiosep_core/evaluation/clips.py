"""Clips of benchmark lists, read as mono at one rate."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import soundfile

from audiosep_core.audio.resample import resample
from audiosep_core.errors import AudioSepError
from audiosep_core.types import AudioArray


def load_mono(path: Path, rate_hz: int) -> AudioArray:
    """(frames,) float32: channels averaged, resampled where the file's rate is another.

    Raises:
        AudioSepError: the file is not there, not sound, or empty.
    """
    try:
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError):
        raise AudioSepError("clip-missing", f"The clip '{path.name}' could not be read.", "Check --root.") from None
    if not len(audio):
        raise AudioSepError("clip-empty", f"The clip '{path.name}' holds no sound.", "Fetch it again.")
    mono: AudioArray = audio.mean(axis=1, dtype=np.float32)
    return mono if rate == rate_hz else resample(mono[:, None], rate, rate_hz)[:, 0]


def check_there(paths: Iterable[Path], root: Path) -> None:
    """Refuse an incomplete folder before the work begins: figures of some of the clips compare with nothing.

    Raises:
        AudioSepError: a file is missing; says how many, and names the first.
    """
    wanted = list(dict.fromkeys(paths))
    missing = [path for path in wanted if not path.is_file()]
    if missing:
        raise AudioSepError(
            "clip-missing",
            f"{len(missing)} of the {len(wanted)} sound files are not in '{root}', the first of them '{missing[0]}'.",
            "Check --root: docs/evaluation.md shows the layout.",
        )
