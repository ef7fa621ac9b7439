"""What a typed value makes of the selection: an edge past the other pushes it on, so that the length stays. Pure."""

from __future__ import annotations

from dataclasses import replace

from desktop.document.state import Selection


def with_start(selection: Selection | None, frame: int, frames: int) -> Selection | None:
    """It begins at `frame` of a recording of `frames`; None where there is no room."""
    if selection is None:
        return _stretch(frame, frames, frames)
    if frame < selection.end:
        return replace(selection, start=frame)
    return _moved(selection, frame, frames)


def with_end(selection: Selection | None, frame: int, frames: int) -> Selection | None:
    """It ends before `frame`."""
    if selection is None:
        return _stretch(0, frame, frames)
    frame = min(frame, frames)
    if frame > selection.start:
        return replace(selection, end=frame)
    return _moved(selection, max(frame - (selection.end - selection.start), 0), frames) if frame > 0 else None


def with_length(selection: Selection | None, length: int, frames: int, playhead: int) -> Selection | None:
    """It lasts `length` frames, from where it begins; without one, from the playhead."""
    start = playhead if selection is None else selection.start
    made = _stretch(start, start + length, frames)
    return made if made is None or selection is None else replace(selection, end=made.end)


def with_band(selection: Selection | None, low: float | None, high: float | None, frames: int, top: float) -> Selection:
    """It lies between two frequencies, in either order, up to `top`; without any it holds them all."""
    whole = selection or Selection(0, max(frames, 1))
    if low is None and high is None:
        return replace(whole, band_hz=None)
    below, above = sorted((low or 0.0, top if high is None else high))
    below, above = min(below, top), min(above, top)
    return replace(whole, band_hz=(below, above) if below < above and (below > 0 or above < top) else None)


def extended(selection: Selection | None, playhead: int, by: int, frames: int) -> Selection | None:
    """Grown by `by` frames to the right, or to the left where that is negative; begun at the playhead without one."""
    if selection is None:
        return _stretch(min(playhead, playhead + by), max(playhead, playhead + by), frames)
    if by >= 0:
        return replace(selection, end=max(min(selection.end + by, frames), selection.end))
    return replace(selection, start=max(selection.start + by, 0))


def _moved(selection: Selection, start: int, frames: int) -> Selection | None:
    made = _stretch(start, start + selection.end - selection.start, frames)
    return made and replace(selection, start=made.start, end=made.end)


def _stretch(start: int, end: int, frames: int) -> Selection | None:
    start, end = max(start, 0), min(end, frames)
    return Selection(start, end) if start < end else None
