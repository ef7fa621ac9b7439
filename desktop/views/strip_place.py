"""Where a strip of a spectrogram goes on a lane, and how it is stretched to fit, all in this thread.

Qt stretches large images in threads of its own and waits for them: on a busy machine longer than the work takes.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.viewport import Viewport

_FEW_PIXELS = (2 << 16) - 1
"""Up to here Qt scales an image in this thread."""

_ROWS = 64
"""So many rows Qt stretches in this thread while it draws."""

Pieces = list[tuple[int, QImage]]
"""An image from top to bottom: the row where each piece begins, and the piece."""


class Place:
    """A lane of `size` pixels that shows `view`; the picture begins at frame `start`. Hasty ones are drawn coarsely."""

    def __init__(
        self,
        painter: QPainter,
        view: Viewport,
        start: int,
        axis: FrequencyAxis,
        size: tuple[int, int],
        ratio: float,
        *,
        hasty: bool,
    ) -> None:
        self.axis, self.hasty = axis, hasty
        self._painter, self._view, self._start, self.ratio = painter, view, start, ratio
        self._width, self._height = size
        self._screen = QRect(0, 0, round(self._width * ratio), round(self._height * ratio))

    def target(self, first: int, last: int, axis: FrequencyAxis) -> QRect:
        """Pixels of the screen, from the lane's corner, of a strip of the picture's frames `first` to `last`.

        A strip of another band lies where that band does.
        """
        # On whole pixels: no seam between two strips.
        left, right = (round(self._view.x_of(self._start + edge, self._width) * self.ratio) for edge in (first, last))
        top, bottom = 0, self._screen.height()
        if axis != self.axis and axis.scale == self.axis.scale:
            top, bottom = (round(self.axis.y_of(hz, self._height) * self.ratio) for hz in (axis.high_hz, axis.low_hz))
        return QRect(left, top, max(right - left, 1), max(bottom - top, 1))

    def draw(self, pieces: Pieces, target: QRect) -> None:
        """Draw the pieces of an image that has the target's size already."""
        for row, piece in pieces:
            at = QPointF(target.left() / self.ratio, (target.top() + row) / self.ratio)
            self._painter.drawImage(at, piece)

    def draw_smooth(self, image: QImage, target: QRect) -> None:
        """Stretch an image in width alone; only what is seen of it."""
        self._stretch(image, target, smooth=True)

    def draw_coarse(self, image: QImage, target: QRect) -> None:
        """Draw an image by repeating its pixels, or leaving some out: what is only seen for a moment."""
        self._stretch(image, target, smooth=False)

    def _stretch(self, image: QImage, target: QRect, *, smooth: bool) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        share, ratio = image.height() / target.height(), self.ratio
        for row in range(0, target.height(), _ROWS):
            rows = min(_ROWS, target.height() - row)
            if target.top() + row < self._screen.height() and target.top() + row + rows > 0:
                part = QRectF(0, row * share, image.width(), rows * share)
                x, y = target.left() / ratio, (target.top() + row) / ratio
                self._painter.drawImage(QRectF(x, y, target.width() / ratio, rows / ratio), image, part)


def stretched(image: QImage, width: int, ratio: float) -> Pieces:
    """An image at another width, smoothly, for a screen of that ratio."""
    rows = max(_FEW_PIXELS // max(width, image.width()), 1)
    pieces = []
    for row in range(0, image.height(), rows):
        part = image.copy(0, row, image.width(), min(rows, image.height() - row))
        if width != image.width():
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            part = part.scaled(width, part.height(), whole, Qt.TransformationMode.SmoothTransformation)
        part.setDevicePixelRatio(ratio)
        pieces.append((row, part))
    return pieces
