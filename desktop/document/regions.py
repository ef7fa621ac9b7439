"""Finding regions: under a place, before and after it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.document.state import Project, Region


def region_at(regions: Sequence[Region], frame: float) -> Region | None:
    """The shortest region that holds a frame: one that lies in another can still be reached."""
    there = [region for region in regions if region.start <= frame < region.end]
    return min(there, key=lambda region: region.end - region.start, default=None)


def selected_region(project: Project) -> Region | None:
    """The region that the selection marks."""
    selection = project.selection
    if selection is None:
        return None
    wanted = (selection.start, selection.end, selection.band_hz)
    return next((region for region in project.regions if (region.start, region.end, region.band_hz) == wanted), None)


def next_region(project: Project, frame: int) -> Region | None:
    """The region after the selected one, else the first that begins after `frame`."""
    if (chosen := selected_region(project)) is not None:
        place = project.regions.index(chosen) + 1
        return project.regions[place] if place < len(project.regions) else None
    return next((region for region in project.regions if region.start > frame), None)


def previous_region(project: Project, frame: int) -> Region | None:
    """The region before the selected one, else the last that begins before `frame`."""
    if (chosen := selected_region(project)) is not None:
        place = project.regions.index(chosen)
        return project.regions[place - 1] if place else None
    return next((region for region in reversed(project.regions) if region.start < frame), None)
