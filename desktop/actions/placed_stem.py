"""A stem for those who read its sound: that, where it lies, and what its strength is reckoned from."""

from __future__ import annotations

from typing import Any

from desktop.document.lineage import separated_from
from desktop.document.state import Project, StemTrack
from desktop.playback.plan import PlaybackStem


def placed_stem(project: Project, stem: StemTrack) -> dict[str, Any]:
    """The fields of a stem in the media process's "export", "hand_over" and "tiles"."""
    source, offset = separated_from(project, stem)
    placed: dict[str, Any] = {"cache": stem.cache, "offset": stem.start, "strength": stem.strength, "source": source}
    return placed if offset == stem.start else {**placed, "source_offset": offset}


def playback_stem(project: Project, stem: StemTrack) -> PlaybackStem:
    """A stem as playback and whoever measures it render it."""
    whence = separated_from(project, stem)
    return PlaybackStem(stem.id, stem.cache, stem.start, stem.end, stem.in_sum, stem.strength, *whence)
