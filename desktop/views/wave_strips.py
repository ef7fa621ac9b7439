"""A waveform as strips of 128 columns, drawn once and kept: panning draws only what comes into sight.

Narrow ones on purpose: Qt hands large images to threads of its own and waits for them, on a busy machine for long.
"""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.actions.pictures import Peaks, Picture
from desktop.views.viewport import Viewport
from desktop.views.wave_raster import Rgb, color_table, raster_bands

_COLUMNS = 128
_KEPT = 64
_SAME_ZOOM = 1e-7
"""A view that only moves changes its span by rounding, relatively this much at most."""

LOWEST_CHANNEL = 30
"""Pixels that a channel needs for itself."""


class WaveStrips:
    """The strips of one lane. A column is a pixel of the screen; column 0 begins where the first view of a zoom did."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._table: list[int] = []
        self._origin = 0.0
        self._frames_a_column = 1.0
        self._strips: dict[int, list[tuple[int, QImage]]] = {}  # rows that hold nothing are not kept

    def paint(
        self,
        painter: QPainter,
        picture: Picture,
        view: Viewport,
        size: tuple[int, int],
        ratio: float,
        colors: tuple[Rgb, Rgb],
        *,
        hasty: bool = False,
    ) -> None:
        """Draw what is visible of a picture on a lane of `size` pixels, in body's and core's colours.

        Hastily it is drawn on half as many columns and rows.
        """
        width, height = size
        if hasty:
            ratio /= 2
        wide = round(width * ratio)
        if picture.peaks is None or wide < 1 or picture.end <= view.start or picture.start >= view.end:
            return
        start, frames_a_column = view.start - picture.start, view.span / wide
        key = (size, ratio, colors, picture.serial, id(picture.peaks), picture.start, picture.frames)
        if key != self._key or abs(frames_a_column / self._frames_a_column - 1) > _SAME_ZOOM:
            self._key, self._origin, self._frames_a_column = key, start, frames_a_column
            self._table = color_table(*colors)
            self._strips.clear()
        step = self._frames_a_column
        shift = round((start - self._origin) / step)
        # The picture's first column and the one after its last.
        low = math.floor(-self._origin / step + 1e-6)
        high = max(math.ceil((picture.frames - self._origin) / step - 1e-6), low + 1)
        first, last = max(shift, low) // _COLUMNS, -(-min(shift + wide, high) // _COLUMNS)
        missing = [index for index in range(first, last) if index not in self._strips]
        if missing:
            self._draw(picture.peaks, picture.frames, missing[0], missing[-1] + 1, (low, high), height, ratio)
        pixel = height / _rows(height, ratio)
        for index in range(first, last):
            strip = self._strips[index] = self._strips.pop(index)  # the last that go
            column = max(index * _COLUMNS, low)
            left = (column - shift) / ratio
            for row, band in strip:
                if hasty:
                    where = QRectF(left, row * pixel, band.width() / ratio, band.height() * pixel)
                    painter.drawImage(where, band)
                else:
                    painter.drawImage(QPointF(left, row * pixel), band)
        while len(self._strips) > max(_KEPT, last - first):
            del self._strips[next(iter(self._strips))]

    def _draw(
        self, peaks: Peaks, frames: int, first: int, last: int, bounds: tuple[int, int], height: int, ratio: float
    ) -> None:
        """Draw strips `first` to `last`, as far as they lie within the bounds, all at once."""
        low, high = bounds
        begin, end = max(first * _COLUMNS, low), min(last * _COLUMNS, high)
        until = min(end + 1, high)  # the last column of a look at samples takes in what lies beyond it
        ends = (self._origin + column * self._frames_a_column for column in (begin, until))
        start, stop = (min(max(frame, 0.0), float(frames)) for frame in ends)
        least, most, rms = (part[:, : end - begin] for part in peaks.view(start, stop, until - begin))
        if height < 2 * LOWEST_CHANNEL:  # no room to tell channels apart: one wave around all of them
            least, most, rms = least.min(0, keepdims=True), most.max(0, keepdims=True), rms.max(0, keepdims=True)
        bands = raster_bands((least, most, rms), _rows(height, ratio))
        for index in range(first, last):
            left, right = (min(max(edge * _COLUMNS, begin), end) - begin for edge in (index, index + 1))
            self._strips[index] = [(row, self._image(band[:, left:right], ratio)) for row, band in bands]

    def _image(self, pixels: NDArray[np.uint8], ratio: float) -> QImage:
        rows, columns = pixels.shape
        part = np.zeros((rows, -(-columns // 4) * 4), np.uint8)  # lines of whole words
        part[:, :columns] = pixels
        image = QImage(part.data, columns, rows, part.shape[1], QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        drawn = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        drawn.setDevicePixelRatio(ratio)
        return drawn


def _rows(height: int, ratio: float) -> int:
    """Rows of the screen that a lane is drawn on."""
    return max(2, round(height * ratio))
