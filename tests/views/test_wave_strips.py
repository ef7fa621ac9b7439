"""Strips of a waveform: a panned view shows what a fresh one shows."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from desktop.actions.pictures import PeakColumns, Picture, sample_columns
from desktop.views.viewport import Viewport
from desktop.views.wave_strips import WaveStrips

SIZE = 300, 80
COLORS = (10, 20, 30), (110, 120, 130)
FRAMES = 60_000


class Sound:
    """Peaks straight from samples, which counts the columns that it was asked for."""

    def __init__(self) -> None:
        self.samples = np.random.default_rng(0).uniform(-1, 1, (2, FRAMES)).astype(np.float32)
        self.columns = 0

    def view(self, start: float, end: float, columns: int) -> PeakColumns:
        assert 0 <= start < end <= FRAMES
        self.columns += columns
        return sample_columns(self.samples, start, end, columns)


def drawn(strips: WaveStrips, picture: Picture, view: Viewport, *, hasty: bool = False) -> NDArray[np.uint8]:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    strips.paint(painter, picture, view, SIZE, 1.0, COLORS, hasty=hasty)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[1], SIZE[0], 4).copy()


@pytest.mark.parametrize("span", [150.0, 3_000.0, 12_000.0])
def test_a_panned_view_shows_what_a_fresh_one_shows_and_draws_only_what_is_new(qtbot: object, span: float) -> None:
    sound, strips = Sound(), WaveStrips()
    picture = Picture(start=0, frames=FRAMES, peaks=sound)
    whole = Viewport.whole(FRAMES)
    start, pixel = 20_000.0, span / SIZE[0]
    drawn(strips, picture, whole.showing(start, span))
    for step in range(1, 8):
        view, sound.columns = whole.showing(start + step * 30 * pixel, span), 0
        panned = drawn(strips, picture, view)
        assert sound.columns <= 130
        fresh = drawn(WaveStrips(), picture, view)
        assert np.abs(panned.astype(int) - fresh).max() <= 10  # a step of coverage: rounding of places


def test_nothing_is_drawn_where_the_picture_does_not_reach(qtbot: object) -> None:
    picture = Picture(start=30_000, frames=10_000, peaks=Sound())
    pixels = drawn(WaveStrips(), picture, Viewport.whole(FRAMES))
    lit = pixels[:, :, :3].any(axis=(0, 2)).nonzero()[0]
    assert (lit.min(), lit.max()) == (150, 199)


def test_what_is_drawn_hastily_lies_where_it_lies_otherwise(qtbot: object) -> None:
    sound, strips = Sound(), WaveStrips()
    sound.samples *= np.sin(np.arange(FRAMES) / 5_000).astype(np.float32) ** 2
    picture, view = Picture(start=0, frames=FRAMES, peaks=sound), Viewport.whole(FRAMES).showing(5_000, 40_000)
    hasty, fine = (drawn(strips, picture, view, hasty=hasty).astype(float) for hasty in (True, False))
    coarse, exact = (one.reshape(SIZE[1] // 4, 4, SIZE[0] // 4, 4, 4).mean(axis=(1, 3)) for one in (hasty, fine))
    assert 0 < np.abs(coarse - exact).mean() < 0.1 * exact.mean()
