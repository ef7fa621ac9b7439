"""What lanes share: following the playhead, going to and fro between two zooms, one band and one look for all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6

from desktop.document.document import Document
from desktop.document.state import Source
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.timeline import Timeline

RATE = 48000
FRAMES = 100 * RATE


@pytest.fixture
def document(qapp: Any) -> Document:
    document = Document()
    document.open_source(Source(Path("a.wav"), Path("a.json"), RATE, 2, FRAMES, complete=True))
    return document


@pytest.fixture
def timeline(document: Document) -> Iterator[Timeline]:
    timeline = Timeline(document)
    timeline._take_source()
    timeline.show(timeline.viewport.showing(0, 10 * RATE))
    timeline.follow_again()
    yield timeline
    shiboken6.delete(timeline)  # now, not whenever Python collects it


def test_the_page_turns_after_the_playhead(timeline: Timeline) -> None:
    for second in range(0, 31, 3):
        timeline.move_playhead(second * RATE, playing=True)
        assert timeline.viewport.start <= timeline.playhead < timeline.viewport.end
    assert timeline.viewport.span == pytest.approx(10 * RATE)


def test_smooth_following_keeps_the_playhead_in_the_middle(timeline: Timeline) -> None:
    timeline.set_look(replace(timeline.look, follow="smooth"))
    for second in (20, 20.4, 21):
        timeline.move_playhead(round(second * RATE), playing=True)
        assert timeline.viewport.x_of(timeline.playhead, 1000) == pytest.approx(500, abs=1)


def test_a_manual_scroll_stops_following_until_playing_starts_again(timeline: Timeline) -> None:
    timeline.move_playhead(1 * RATE, playing=True)
    scrolled = timeline.viewport.scrolled(0.5 * RATE)  # the playhead stays in sight
    timeline.show(scrolled)
    timeline.move_playhead(40 * RATE, playing=True)
    assert timeline.viewport == scrolled
    timeline.follow_again()
    timeline.move_playhead(41 * RATE, playing=True)
    assert timeline.viewport.start <= 41 * RATE < timeline.viewport.end


def test_a_zoom_that_keeps_the_playhead_in_sight_goes_on_following(timeline: Timeline) -> None:
    timeline.move_playhead(1 * RATE, playing=True)
    timeline.show(timeline.viewport.zoomed(2, 1 * RATE))
    timeline.move_playhead(50 * RATE, playing=True)
    assert timeline.viewport.start <= 50 * RATE < timeline.viewport.end


def test_nothing_follows_where_it_is_switched_off(timeline: Timeline) -> None:
    timeline.set_look(replace(timeline.look, follow="off"))
    before = timeline.viewport
    timeline.move_playhead(50 * RATE, playing=True)
    assert timeline.viewport == before


def test_zoom_toggles_between_all_and_where_one_was(timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(30 * RATE, 5 * RATE))
    near = timeline.viewport
    timeline.toggle_zoom()
    assert timeline.viewport.is_whole
    timeline.toggle_zoom()
    assert timeline.viewport == near


def test_the_first_toggle_goes_to_the_selection(timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(0, FRAMES))
    timeline._close_view = None
    timeline.select(10 * RATE, 20 * RATE)
    timeline.toggle_zoom()
    assert timeline.viewport.start < 10 * RATE
    assert 20 * RATE < timeline.viewport.end < 25 * RATE


def test_another_scale_keeps_the_band_and_another_recording_shows_all(document: Document, timeline: Timeline) -> None:
    timeline.show_axis(timeline.axis.showing(500, 4000))
    timeline.set_look(replace(timeline.look, scale="log"))
    assert (timeline.axis.scale, timeline.axis.low_hz, timeline.axis.high_hz) == ("log", 500, 4000)
    document.open_source(Source(Path("b.wav"), Path("b.json"), 8000, 1, FRAMES, complete=True))
    assert timeline.axis == FrequencyAxis.whole("log", 4000)
