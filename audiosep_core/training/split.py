"""A validation part cut off the training clips by original recording, the same on every machine and run."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

from audiosep_core.training.clips import Clip


def split_validation(
    clips: Sequence[Clip], fraction: float, *, every_class: bool = False
) -> tuple[list[int], list[int]]:
    """Places of the clips to train on, and of those held out; never two pieces of one original on both sides.

    Args:
        clips: All clips. Made sound is never held out: a figure on it says little about recordings.
        fraction: About how much to hold out.
        every_class: False draws originals over all classes and spares those of fewer than four. True takes from
            every class with two or more, at least one each: for small folders, where each class is wanted judged.
    """
    if fraction <= 0:
        return list(range(len(clips))), []
    groups: dict[str, set[str]] = {}
    for clip in clips:
        if not clip.made:
            groups.setdefault(clip.label, set()).add(clip.split_group)
    held: set[str] = set()
    if every_class:
        for names in groups.values():
            count = math.ceil(fraction * len(names)) if len(names) > 1 else 0
            held |= set(sorted(names, key=_draw)[: min(count, len(names) - 1)])
    else:
        # An original may hold several labels: a class with few gives none away through another one.
        spared = {name for names in groups.values() if len(names) < 4 for name in names}
        held = {name for names in groups.values() for name in names if _draw(name) < fraction} - spared
    train = [i for i, clip in enumerate(clips) if clip.split_group not in held]
    return train, [i for i, clip in enumerate(clips) if clip.split_group in held and not clip.made]


def _draw(name: str) -> float:
    """A number in [0, 1) that depends on the name only."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()[:4], "big") / 2**32
