"""A stem as the media process is told of it: its sound, where it lies, and what its strength is reckoned from."""

from __future__ import annotations

from typing import Any

from desktop.document.lineage import separated_from
from desktop.document.state import Project, StemTrack


def placed_stem(project: Project, stem: StemTrack) -> dict[str, Any]:
    """The fields of a stem in "export", "hand_over" and "tiles"."""
    source, offset = separated_from(project, stem)
    placed: dict[str, Any] = {"cache": stem.cache, "offset": stem.start, "strength": stem.strength, "source": source}
    return placed if offset == stem.start else {**placed, "source_offset": offset}
