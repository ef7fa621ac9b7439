"""What the playback controller lets be heard: the sum is the source, and loops, boxes and sides are as asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from audiosep_core.audio.cache import SoundCache
from desktop.actions.playing import PlaybackController
from desktop.document.document import Document
from desktop.document.state import Selection, Source, StemTrack
from desktop.playback.plan import PlaybackPlan
from desktop.playback.renderer import Renderer

RATE, FRAMES = 48000, 12_000


class FakeTransport(QObject):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: PlaybackPlan | None = None
        self.gains: dict[str, float] = {}
        self.pans: dict[str, float] = {}
        self.loop: tuple[int, int] | None = None
        self.calls: list[tuple[Any, ...]] = []
        self.playing = False
        self.position = 0

    def set_tracks(self, plan: PlaybackPlan | None) -> None:
        self.plan = plan
        if plan is not None:
            self.gains, self.pans = dict(plan.gains), dict(plan.pans)

    def set_gains(self, gains: dict[str, float], pans: dict[str, float]) -> None:
        self.gains, self.pans = dict(gains), dict(pans)

    def set_loop(self, start: int | None, end: int | None = None) -> None:
        self.loop = None if start is None or end is None else (start, end)

    def play(self, *place: Any) -> None:
        self.playing = True
        self.calls.append(place)

    def stop(self) -> None:
        self.playing = False

    def seek(self, frame: int) -> None:
        self.position = frame


def on_disk(path: Path, samples: np.ndarray) -> Path:
    with SoundCache.create(path, RATE, samples.shape[1], len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


def noise(frames: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.3, 0.3, (frames, 2)).astype(np.float32)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.document = Document()
        self.transport = FakeTransport()
        self.playing = PlaybackController(self.document, self.transport)  # type: ignore[arg-type]
        self.samples = noise(FRAMES, 0)
        cache = on_disk(folder / "source.json", self.samples)
        self.document.open_source(Source(folder / "a.wav", cache, RATE, 2, FRAMES, True))

    def add(self, name: str, start: int, frames: int, **fields: Any) -> StemTrack:
        path = self.folder / f"{name}.json"
        if not path.exists():
            on_disk(path, noise(frames, len(name) + start))
        stem = StemTrack(name, name, name, path, start, start + frames, "m", state="done", **fields)
        self.document.add_stem(stem)
        return stem

    def heard(self) -> np.ndarray:
        assert self.transport.plan is not None
        plan = replace(self.transport.plan, gains=self.transport.gains, pans=self.transport.pans)
        renderer = Renderer()
        renderer.set_plan(plan)
        renderer.settle(0)
        mix = renderer.render(0, FRAMES)
        renderer.close()
        return mix


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stems=st.lists(
        st.tuples(st.integers(0, 9000), st.integers(10, 3000), st.booleans(), st.floats(-1, 1)), min_size=1, max_size=4
    )
)
def test_with_nothing_moved_the_sum_is_the_source(
    tmp_path_factory: pytest.TempPathFactory, stems: list[tuple[int, int, bool, float]]
) -> None:
    """Overlapping stems, of any strength, and such as do not count in the sum: null below -120 dBFS."""
    desk = Desk(tmp_path_factory.mktemp("null"))
    for n, (start, frames, in_sum, strength) in enumerate(stems):
        desk.add("s" * (n + 1), start, frames, in_sum=in_sum, strength=strength)
    assert np.abs(desk.heard() - desk.samples).max() < 1e-6


def test_a_stem_isolated_and_removed_add_up_to_the_source(desk: Desk) -> None:
    stem = desk.add("dog", 1000, 5000)
    desk.document.set_stem("dog", amount=1.0)
    alone = desk.heard()
    assert not alone[:1000].any()
    desk.document.set_stem("dog", amount=-1.0)
    without = desk.heard()
    assert np.abs(alone + without - desk.samples).max() < 1e-6
    desk.document.set_stem("dog", amount=-0.5)
    assert desk.heard() == pytest.approx(desk.samples - 0.5 * alone, abs=1e-6)
    assert stem.id in desk.transport.gains


def test_pan_gain_and_mute_act_on_one_track_only(desk: Desk) -> None:
    desk.add("dog", 1000, 5000)
    dog = noise(5000, 1003)
    desk.document.set_stem("dog", pan=1.0)
    left_gone = desk.samples.copy()
    left_gone[1000:6000, 0] -= dog[:, 0]
    assert desk.heard() == pytest.approx(left_gone, abs=1e-6)
    desk.document.set_stem("dog", pan=0.0, muted=True)
    without = desk.samples.copy()
    without[1000:6000] -= dog
    assert desk.heard() == pytest.approx(without, abs=1e-6)
    desk.document.set_track("rest", muted=True)
    desk.document.set_stem("dog", muted=False, gain_db=-6.0206)
    expected = np.zeros_like(without)
    expected[1000:6000] = 0.5 * dog
    assert desk.heard() == pytest.approx(expected, abs=1e-5)


def test_the_recording_as_it_came_knows_no_pan(desk: Desk) -> None:
    desk.add("dog", 0, 5000)
    desk.document.set_track("source", pan=-1.0)
    desk.document.set_listening("source")
    assert (desk.heard() == desk.samples).all()


def test_something_else_is_heard_while_it_is_asked_for_and_then_no_more(desk: Desk) -> None:
    desk.add("dog", 0, 5000)
    before = dict(desk.transport.gains)
    desk.playing.hear(({"dog": 1.0}, {"dog": -1.0}), 0.5)
    assert (desk.transport.gains, desk.transport.pans) == ({"dog": 0.5}, {"dog": -1.0})
    desk.document.set_stem("dog", muted=True)
    assert (desk.transport.gains, desk.transport.pans) == ({"dog": 0.5}, {"dog": -1.0})
    desk.document.set_stem("dog", muted=False)
    desk.playing.hear(None)
    assert desk.transport.gains == before


def test_a_trim_turns_one_side_of_the_switch_down(desk: Desk) -> None:
    desk.add("dog", 0, 5000)
    desk.playing.set_trims({"source": 0.5})
    assert desk.transport.gains["dog"] == 1.0
    desk.document.set_listening("source")
    assert desk.transport.gains == {"source": 0.5, "rest": 0.0, "dog": 0.0}


def test_a_loop_is_its_range_else_the_selection_else_everything(desk: Desk) -> None:
    desk.playing.set_looping(True)
    assert desk.transport.loop == (0, FRAMES)
    desk.document.set_selection(Selection(100, 900))
    assert desk.transport.loop == (100, 900)
    desk.document.set_loop((2000, 4000))
    assert desk.transport.loop == (2000, 4000)
    desk.document.set_selection(None)
    assert desk.transport.loop == (2000, 4000)
    desk.playing.toggle()
    assert desk.transport.calls == [(2000,)]
    desk.playing.set_looping(False)
    assert desk.transport.loop is None


def test_a_box_plays_its_band_only(desk: Desk) -> None:
    desk.document.set_selection(Selection(100, 900, (200.0, 4000.0)))
    desk.playing.play_selection()
    desk.document.set_selection(Selection(200, 900))
    desk.playing.play_selection()
    assert desk.transport.calls == [(100, 900, (200.0, 4000.0)), (200, 900, None)]


@pytest.mark.parametrize("returns", [True, False])
def test_stopping_returns_when_that_is_wanted(desk: Desk, returns: bool) -> None:
    desk.playing.returns = returns
    desk.transport.position = 3000
    desk.playing.toggle()
    desk.transport.position = 7000
    desk.playing.toggle()
    assert desk.transport.position == (3000 if returns else 7000)
    desk.playing.stop_and_return()
    assert desk.transport.position == 3000


def test_a_part_in_the_sum_that_changes_is_heard(desk: Desk) -> None:
    desk.add("dog", 0, 5000, soloed=False)
    desk.document.set_track("rest", soloed=True)
    dog = noise(5000, 3)
    assert desk.heard()[:5000] == pytest.approx(desk.samples[:5000] - dog, abs=1e-6)
    desk.document.set_stem("dog", in_sum=False)
    assert (desk.heard() == desk.samples).all()


def test_an_audition_is_heard_whatever_becomes_of_the_rows_meanwhile(desk: Desk) -> None:
    desk.add("dog", 0, 5000)
    desk.playing.set_looping(True)
    tried = on_disk(desk.folder / "tried.json", noise(4000, 77))
    desk.playing.audition(tried, 2000, 6000)
    assert desk.transport.calls == [(2000, 6000)]

    def heard_alone() -> bool:
        mix = desk.heard()
        return desk.transport.loop is None and bool((mix[2000:6000] == noise(4000, 77)).all() and not mix[:2000].any())

    assert heard_alone()
    desk.add("cat", 3000, 5000)  # a separation's first frames come in
    desk.document.set_stem("dog", strength=1.0)
    desk.document.set_stem("dog", muted=True)
    desk.document.set_selection(Selection(100, 900))
    desk.playing.set_trims({"stems": 0.5})
    assert heard_alone()
    desk.playing.set_trims({})
    desk.document.set_stem("dog", muted=False)
    desk.playing.end_audition()
    assert desk.heard() == pytest.approx(desk.samples, abs=1e-6)
    assert desk.transport.loop == (100, 900)
    assert not desk.transport.playing


def test_a_comparison_that_ends_during_an_audition_lets_it_be_heard(desk: Desk) -> None:
    desk.add("dog", 0, 5000)
    tried = on_disk(desk.folder / "tried.json", noise(4000, 77))
    desk.playing.hear(({"dog": 1.0}, {}))
    desk.playing.audition(tried, 0, 4000)
    desk.playing.hear(None)
    assert (desk.heard()[:4000] == noise(4000, 77)).all()
    desk.playing.end_audition()
    assert desk.heard() == pytest.approx(desk.samples, abs=1e-6)


def test_playing_after_an_audition_plays_the_tracks(desk: Desk) -> None:
    tried = on_disk(desk.folder / "tried.json", noise(4000, 77))
    desk.playing.audition(tried, 0, 4000)
    desk.transport.stop()  # it came to its end
    desk.playing.toggle()
    assert (desk.heard() == desk.samples).all()


def test_another_recording_ends_an_audition(desk: Desk) -> None:
    tried = on_disk(desk.folder / "tried.json", noise(4000, 77))
    desk.playing.audition(tried, 0, 4000)
    other = on_disk(desk.folder / "other.json", noise(FRAMES, 5))
    desk.document.open_source(Source(desk.folder / "b.wav", other, RATE, 2, FRAMES, True))
    assert (desk.heard() == noise(FRAMES, 5)).all()


def test_another_recording_is_not_returned_to_where_the_last_one_began(desk: Desk) -> None:
    desk.transport.position = 5000
    desk.playing.toggle()
    source = desk.document.state.source
    assert source is not None
    desk.document.update_source(complete=False)
    desk.add("dog", 1000, 5000)
    desk.playing.stop_and_return()
    assert desk.transport.position == 5000
    cache = on_disk(desk.folder / "other.json", noise(FRAMES, 1))
    desk.document.open_source(replace(source, path=desk.folder / "b.wav", cache=cache))
    desk.transport.position = 300
    desk.playing.stop_and_return()
    assert desk.transport.position == 0
