"""A spectrogram as strips of 256 columns, drawn once and kept: panning paints what is there, zooming stretches it.

A strip lies on the grid of its own step, so that it stays the same while the view moves. It comes from a tile where
there is one, from the spectrum that was written with the sound where that is as good, and until the tile is there from
what is nearest: the strips of the view before.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from audiosep_core.audio.tiles import COLUMNS, step_for, transform_frames, widest_step
from desktop.actions.pictures import Picture, TileKey, joined
from desktop.views.color_maps import color_table
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.look import Colors, Look
from desktop.views.spectrum_raster import band_of, band_rows, bin_rows, flattened
from desktop.views.strip_place import Pieces, Place, stretched
from desktop.views.viewport import Viewport

_BUDGET_MS, _HASTY_BUDGET_MS = 2, 1
"""How long one repaint may draw new strips; what is missing then comes with the next."""

_PLAIN_FFT = 2048
"""The transform of the spectrum that is written with a sound."""

_KEPT = 48
_WIDEST_KEPT = 2 * COLUMNS

Kind = Literal["tiles", "spectrum"]


@dataclass(frozen=True)
class Grid:
    """Where strips lie and what they come from: `step` frames a column, transforms of `frames`."""

    kind: Kind
    frames: int
    step: int

    @property
    def width(self) -> int:
        """Frames of one strip."""
        return COLUMNS * self.step


class _Wanted(NamedTuple):
    """What the pixels of a strip depend on, besides its levels and the band."""

    colors: Colors
    range_db: int
    top_db: float
    rows: int


@dataclass
class _Strip:
    image: QImage
    axis: FrequencyAxis
    version: int
    look: _Wanted
    pieces: Pieces | None = None
    shape: tuple[int, float] = (0, 0.0)

    def stretched(self, width: int, ratio: float, budget: QDeadlineTimer) -> Pieces | None:
        """The image, `width` columns wide; kept, for a view that is moved draws it again and again.

        None when it is not there and the time is up.
        """
        if self.pieces is None or self.shape != (width, ratio):
            if budget.hasExpired():
                return None
            self.pieces, self.shape = stretched(self.image, width, ratio), (width, ratio)
        return self.pieces


def choose_grid(picture: Picture, look: Look, axis: FrequencyAxis, frames_a_pixel: float, rows: int) -> Grid | None:
    """What to draw a picture from at a zoom; None when there is nothing."""
    step = step_for(frames_a_pixel)
    if picture.tiles is None:
        return Grid("spectrum", _PLAIN_FFT, step) if picture.spectrum is not None else None
    frames = transform_frames(look.fft, picture.tiles.rate_hz)
    if picture.spectrum is not None:
        hop = transform_frames(_PLAIN_FFT, picture.tiles.rate_hz) // 4
        bands = 256 * (float(np.diff(band_of(np.array([axis.low_hz, axis.high_hz]), axis.top_hz, 1))[0]))
        as_good = look.fft == _PLAIN_FFT and look.scale == "mel" and step >= hop and 2 * bands >= rows
        if as_good or step > widest_step(frames):
            return Grid("spectrum", _PLAIN_FFT, step)
    return Grid("tiles", frames, step)


class Strips:
    """The strips of one lane."""

    def __init__(self, lane: object) -> None:
        """`lane` is who wants tiles, for their store."""
        self._lane = lane
        self._strips: OrderedDict[tuple[Grid, int], _Strip] = OrderedDict()

    def clear(self) -> None:
        """Another sound is drawn: nothing of this one may be seen any more."""
        self._strips.clear()

    def paint(
        self,
        painter: QPainter,
        picture: Picture,
        view: Viewport,
        axis: FrequencyAxis,
        look: Look,
        top_db: float,
        size: tuple[int, int],
        ratio: float,
        *,
        hasty: bool = False,
    ) -> bool:
        """Draw what is visible of a picture on a lane of `size` pixels; whether something is still to be drawn.

        What is drawn hastily is coarse, and old strips stand longer for new ones.
        """
        width, height = size
        start, end = max(view.start, picture.start), min(view.end, picture.end)
        rows = max(round(height * ratio), 1)
        per_pixel = view.span / max(width * ratio, 1.0)
        grid = choose_grid(picture, look, axis, per_pixel, rows)
        if grid is None or end <= start:
            return False
        first = math.floor((start - picture.start) / grid.width)
        last = math.ceil((end - picture.start) / grid.width)
        if grid.kind == "tiles" and picture.tiles is not None:
            middle = (first + last - 1) / 2
            order = sorted(range(first, last), key=lambda index: abs(index - middle))
            picture.tiles.want(self._lane, [TileKey(grid.frames, grid.step, index) for index in order])
        wanted = _Wanted(look.colors, look.range_db, top_db, rows)
        budget = QDeadlineTimer(_HASTY_BUDGET_MS if hasty else _BUDGET_MS)
        late = False
        missing = []
        for index in range(first, last):
            strip = self._strips.get((grid, index))
            fresh = strip is not None and strip.look == wanted and strip.axis == axis
            if not (fresh and strip is not None and strip.version == self._version(picture, grid, index)):
                if not budget.hasExpired():
                    strip = self._draw(picture, grid, index, axis, wanted) or strip
                else:
                    late = True
            if strip is None:
                missing.append(index)
        clip = QRectF(view.x_of(start, width), 0, view.x_of(end, width) - view.x_of(start, width), height)
        painter.save()
        painter.setClipRect(clip.intersected(painter.clipBoundingRect()) if painter.hasClipping() else clip)
        place = Place(painter, view, picture.start, axis, size, ratio, hasty=hasty)
        if missing:
            self._paint_instead(place, picture, grid, missing, wanted, budget)
        for index in range(first, last):
            strip = self._strips.get((grid, index))
            if strip is not None:
                self._strips.move_to_end((grid, index))
                target = place.target(index * grid.width, (index + 1) * grid.width, strip.axis)
                late = not _put(place, strip, target, budget, smooth=True) or late
        painter.restore()
        while len(self._strips) > _KEPT:
            self._strips.popitem(last=False)
        return late

    def _version(self, picture: Picture, grid: Grid, index: int) -> int:
        if grid.kind == "spectrum":
            return picture.serial
        found = picture.tiles.get(TileKey(grid.frames, grid.step, index)) if picture.tiles is not None else None
        return found[1] if found else -1

    def _draw(self, picture: Picture, grid: Grid, index: int, axis: FrequencyAxis, look: _Wanted) -> _Strip | None:
        """Draw a strip and keep it; None while what it is drawn from is not there."""
        if grid.kind == "tiles":
            key = TileKey(grid.frames, grid.step, index)
            found = picture.tiles.get(key) if picture.tiles is not None else None
            if found is None:
                return None
            levels, version = found
            pixels = bin_rows(axis, look.rows, levels.shape[0]).apply(levels)
        else:
            if picture.spectrum is None:
                return None
            bands = picture.spectrum.view(index * grid.width, (index + 1) * grid.width, COLUMNS)
            pixels = band_rows(axis, look.rows, bands.shape[0]).apply(flattened(bands, axis.top_hz))
            version = picture.serial
        packed = color_table(look.colors, look.top_db, look.range_db).take(pixels)
        image = QImage(packed.data, COLUMNS, packed.shape[0], COLUMNS * 4, QImage.Format.Format_RGB32).copy()
        strip = _Strip(image, axis, version, look)
        self._strips[grid, index] = strip
        return strip

    def _paint_instead(
        self,
        place: Place,
        picture: Picture,
        grid: Grid,
        missing: list[int],
        look: _Wanted,
        budget: QDeadlineTimer,
    ) -> None:
        """Under what is missing: the spectrum that came with the sound, and over it the strips of other views."""
        low, high = missing[0] * grid.width, (missing[-1] + 1) * grid.width
        others = [
            (other, index)
            for other, index in self._strips
            if other != grid and index * other.width < high and (index + 1) * other.width > low
        ]
        if not others and picture.spectrum is not None and grid.kind == "tiles":
            plain = Grid("spectrum", _PLAIN_FFT, grid.step)
            for index in missing:
                if (plain, index) not in self._strips and not budget.hasExpired():
                    self._draw(picture, plain, index, place.axis, look)
            others = [(plain, index) for index in missing if (plain, index) in self._strips]
        # The coarsest first, tiles of the same transform last: they are nearest to what is wanted.
        others.sort(key=lambda one: (one[0].frames == grid.frames, one[0].kind == grid.kind, -one[0].step))
        for other, index in self._uncovered(others, place.axis, low, high):
            strip = self._strips[other, index]
            if strip.look != look and not budget.hasExpired():
                strip = self._draw(picture, other, index, place.axis, look) or strip
            target = place.target(index * other.width, (index + 1) * other.width, strip.axis)
            _put(place, strip, target, budget, smooth=False)

    def _uncovered(
        self, others: list[tuple[Grid, int]], axis: FrequencyAxis, low: int, high: int
    ) -> list[tuple[Grid, int]]:
        """Those of the strips, drawn one over the other, of which something is seen between two frames."""
        covered: list[tuple[int, int]] = []
        seen = []
        for grid, index in reversed(others):
            begin, end = max(index * grid.width, low), min((index + 1) * grid.width, high)
            if any(first <= begin and end <= last for first, last in covered):
                continue
            seen.append((grid, index))
            if self._strips[grid, index].axis == axis:
                covered = joined([*covered, (begin, end)])
        return seen[::-1]


def _put(place: Place, strip: _Strip, target: QRect, budget: QDeadlineTimer, *, smooth: bool) -> bool:
    """Draw a strip; whether it is drawn as it should be.

    What is seen for a moment only, until it is drawn anew or something better is there, is drawn coarsely.
    """
    if place.hasty or strip.axis != place.axis or strip.look.rows != target.height():
        place.draw_coarse(strip.image, target)
    elif target.width() <= _WIDEST_KEPT:
        pieces = strip.stretched(target.width(), place.ratio, budget)
        if pieces is None:
            place.draw_coarse(strip.image, target)
            return False
        place.draw(pieces, target)
    elif smooth:
        place.draw_smooth(strip.image, target)
    else:
        place.draw_coarse(strip.image, target)
    return True
