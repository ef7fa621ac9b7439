"""What a run began with: it goes on with the same clips and the same weights, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from torch import Tensor

from audiosep_core.errors import AudioSepError
from audiosep_core.training.clips import Clip

_WORDS = {"clips": "with other clips", "initial": "as another model"}


def beginning(clips: Iterable[Clip], initial: Mapping[str, Tensor] | None = None) -> dict[str, str]:
    """SHA-256 of the clips, wherever their folder lies, and of the weights ("" for none); the checkpoint keeps it."""
    known = hashlib.sha256()
    for clip in clips:
        known.update(repr((clip.label, clip.file, clip.split_group)).encode())
    weights = hashlib.sha256()
    for name, value in sorted((initial or {}).items()):
        weights.update(name.encode() + value.cpu().contiguous().numpy().tobytes())
    return {"clips": known.hexdigest(), "initial": weights.hexdigest() if initial is not None else ""}


def refuse_another_beginning(saved: Mapping[str, str] | None, now: Mapping[str, str], folder: Path) -> None:
    """Refuse to go on with what a run did not begin with; the first versions did not write down what that was.

    Raises:
        AudioSepError: "run-differs".
    """
    other = [words for name, words in _WORDS.items() if saved and saved.get(name, now[name]) != now[name]]
    if other:
        raise AudioSepError(
            "run-differs",
            f"The folder '{folder}' holds a run that began {' and '.join(other)}.",
            "Choose another folder with -o; nothing was changed.",
        )
