"""What lies over a lane is where it belongs, also close up in a recording of many hours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.document.state import Selection, Source
from desktop.views.overlay import paint_overlay, playhead_rect
from desktop.views.ruler import RulerView
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.viewport import SHORTEST

FRAMES = 24 * 3600 * 192_000
WIDTH, HEIGHT = 1100, 40


@pytest.fixture
def document(qapp: object) -> Document:
    document = Document()
    document.open_source(Source(Path("a.wav"), Path("a.json"), 192_000, 2, FRAMES, complete=True))
    return document


@pytest.fixture
def timeline(document: Document) -> Iterator[Timeline]:
    """Single samples are in view, in the middle of a day."""
    timeline = Timeline(document)
    timeline._take_source()
    timeline.show(timeline.viewport.showing(FRAMES / 2, SHORTEST))
    yield timeline
    shiboken6.delete(timeline)  # now, not whenever Python collects it


@pytest.mark.parametrize("frame", [0, FRAMES])
def test_a_playhead_out_of_sight_covers_nothing_of_the_lane(timeline: Timeline, frame: int) -> None:
    covered = playhead_rect(timeline, frame, WIDTH, HEIGHT, 8)
    assert covered.right() < 0 or covered.left() > WIDTH


@pytest.mark.parametrize("band", [None, (100.0, 80_000.0)])
def test_what_is_marked_is_tinted_however_far_its_ends_are(
    document: Document, timeline: Timeline, band: tuple[float, float] | None
) -> None:
    document.set_selection(Selection(0, FRAMES, band))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_overlay(painter, timeline, ThemeManager("dark").theme, WIDTH, HEIGHT, 0.3, boxes=True)
    painter.end()
    assert all(image.pixelColor(x, HEIGHT // 2).alpha() for x in range(WIDTH))


@pytest.mark.parametrize(("marked", "row"), [("loop", 2), ("selection", -4)])
def test_the_ruler_shows_what_is_marked_however_far_its_ends_are(
    qtbot: QtBot, document: Document, timeline: Timeline, marked: str, row: int
) -> None:
    ruler = RulerView(timeline, ThemeManager("dark"))
    qtbot.addWidget(ruler)
    ruler.resize(WIDTH, ruler.height())

    def colour() -> str:
        return ruler.grab().toImage().pixelColor(WIDTH // 2 + 3, row % ruler.height()).name()

    bare = colour()
    if marked == "loop":
        document.set_loop((0, FRAMES))
    else:
        document.set_selection(Selection(0, FRAMES))
    assert colour() != bare
