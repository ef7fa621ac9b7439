"""The visible stretch of the recording, as a value: what zooming, scrolling and fitting make of it. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace

SHORTEST = 64.0
"""Fewest visible frames: below this a picture of single samples says nothing more."""

_BESIDE_PX = 100.0


@dataclass(frozen=True)
class Viewport:
    """Frames `start` to `end` (float) of a recording of `frames` are visible; 0 <= start < end <= frames."""

    start: float
    end: float
    frames: int

    @classmethod
    def whole(cls, frames: int) -> Viewport:
        """All of a recording; an empty one counts as one frame so that nothing divides by zero."""
        frames = max(frames, 1)
        return cls(0.0, float(frames), frames)

    @property
    def span(self) -> float:
        """Visible frames."""
        return self.end - self.start

    @property
    def is_whole(self) -> bool:
        """Whether everything is visible."""
        return self.start <= 0.0 and self.end >= self.frames

    def showing(self, start: float, span: float) -> Viewport:
        """The legal viewport nearest to the wish: no shorter than `SHORTEST`, nowhere outside the recording."""
        total = float(self.frames)
        span = min(max(span, min(SHORTEST, total)), total)
        start = min(max(start, 0.0), total - span)
        return replace(self, start=start, end=min(start + span, total))

    def zoomed(self, factor: float, at: float) -> Viewport:
        """Magnified by `factor` (> 1 shows less); frame `at` stays under the pointer where the ends allow it."""
        span = min(max(self.span / factor, min(SHORTEST, self.frames)), float(self.frames))
        share = (at - self.start) / self.span
        return self.showing(at - share * span, span)

    def scrolled(self, frames: float) -> Viewport:
        """Moved by `frames` (positive: later), stopping at the ends."""
        return self.showing(self.start + frames, self.span)

    def turned_to(self, frame: float) -> Viewport:
        """The page that begins shortly before `frame` when it is out of sight; else unchanged."""
        if self.start <= frame < self.end:
            return self
        return self.showing(frame - 0.05 * self.span, self.span)

    def centred_on(self, frame: float) -> Viewport:
        """The same span with `frame` in its middle, where the ends allow it."""
        return self.showing(frame - self.span / 2, self.span)

    def framing(self, start: float, end: float) -> Viewport:
        """A stretch with a tenth of its length on either side."""
        margin = 0.1 * (end - start)
        return self.showing(start - margin, end - start + 2 * margin)

    def resized(self, frames: int) -> Viewport:
        """The same view of a recording whose length turned out to be `frames`; a whole view stays whole."""
        if self.is_whole:
            return Viewport.whole(frames)
        return replace(self, frames=max(frames, 1)).showing(self.start, self.span)

    def x_of(self, frame: float, width: float) -> float:
        """Pixel of a frame on a lane `width` pixels wide; outside the lane for frames out of sight."""
        return (frame - self.start) / self.span * width

    def x_near(self, frame: float, width: float) -> float:
        """Pixel of a frame, at most a little beside the lane: far beyond it a painter's numbers overflow."""
        return min(max(self.x_of(frame, width), -_BESIDE_PX), width + _BESIDE_PX)

    def frame_at(self, x: float, width: float) -> float:
        """Frame under a pixel, kept inside the recording."""
        return min(max(self.start + x / max(width, 1.0) * self.span, 0.0), float(self.frames))
