"""Anything in any order: nothing breaks, what is shown is what is, and undo leads back to the start."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop.actions.registry import COMMANDS
from desktop.actions.sum_check import check_sum, sum_plan
from desktop.document.audible import audible
from desktop.document.state import REST_ID, SOURCE_ID, Project
from desktop.services.notices import NoticeBus
from tests.views.any_hand import AWAY, AnyHand, Step, undoable
from tests.views.conftest import Drive

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)

GESTURES = (
    *("pick a row", "drag in a waveform", "drag in a spectrogram", "drag in the ruler", "drag a region"),
    *("double-click", "wheel", "move the fader", "turn the pan", "move the amount", "move the strength"),
    *("press solo", "press mute", "press sum", "choose a colour", "type a name", "type a region's name"),
    *("ask", "ask within", "hear elsewhere", "another look"),
)
EDITS = ("undo", "redo", "addRegion", "removeRegion", "duplicate", "remove", "moveUp", "moveDown", "makeAgain")
PLACES = (0.0, 0.1, 0.35, 0.5, 0.8, 1.0)
STEPS = 12


def steps_of(seed: int) -> list[Step]:
    """Random steps: gestures, edits and other commands equally often.

    Not a list of Hypothesis' own: it varies one example in little at a time, and each costs a second here.
    """
    random = Random(seed)
    others = [command.id for command in COMMANDS if command.id not in AWAY]
    return [
        Step(
            random.choice(random.choice((GESTURES, EDITS, others))),
            random.randrange(12),
            random.choice(PLACES),
            random.choice(PLACES),
        )
        for _ in range(STEPS)
    ]


SEEDS = st.integers(0, 2**32).map(steps_of)


class Errors(logging.Handler):
    """Collects what is logged as an error; what a person was told in so many words is none."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != NoticeBus.__module__:
            self.records.append(self.format(record))


@contextmanager
def no_faults(drive: Drive) -> Iterator[None]:
    """Nothing is raised in a slot, and nothing is logged as an error."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        with drive.qtbot.capture_exceptions() as raised:
            yield
    finally:
        logging.getLogger().removeHandler(errors)
    assert raised == []
    assert errors.records == []


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> AnyHand:
    monkeypatch.setenv("FAKE_ENGINE_HEARS", "dog,rain")
    return AnyHand(request.getfixturevalue("drive"))


@pytest.fixture
def start(hand: AnyHand, recording: Path) -> Project:
    """A recording with two stems and a region."""
    drive = hand.drive
    drive.open(recording)
    drive.until(lambda: drive.space.asking.suggesting.known)
    for place, words in enumerate(("dog", "rain")):
        drive.say(words)
        drive.stem(place)
        drive.until(lambda: not drive.space.separation.working)
    hand.do(Step("drag in a waveform", 0, 0.2, 0.6))
    hand.do(Step("addRegion"))
    state = drive.document.state
    assert len(state.regions) == 1
    return replace(state, selection=None, stems=tuple(replace(stem, soloed=False) for stem in state.stems))


def begin(hand: AnyHand, start: Project) -> None:
    space = hand.drive.space
    space.separation.cancel_all()
    hand.drive.until(lambda: not space.separation.working)
    space.transport.stop()
    space.comparing.end_blind()
    space.playing.set_looping(False)
    hand.window.timeline.marking.set_box_mode(False)
    hand.window.prompt_panel.scope.ask_within("", "")
    space.document.open_project(start)
    hand.settle()


def check(hand: AnyHand) -> None:
    """What is shown is what is, and the parts are the recording."""
    window, state = hand.window, hand.drive.document.state
    source = state.source
    assert source is not None
    for track_id in hand._row_ids():
        row, track = window.tracks.row(track_id), state.track(track_id)
        assert row is not None
        assert track is not None
        for name, on in (("soloButton", track.soloed), ("muteButton", track.muted)):
            assert hand.drive.find(f"{name}-{track_id}").isChecked() == on
    rows = sorted((window.tracks.row(track_id) for track_id in hand._row_ids()[1:]), key=lambda row: row.y())
    assert [row.objectName() for row in rows] == [
        "restRow" if track_id == REST_ID else f"stemRow-{track_id}" for track_id in hand._row_ids()[1:]
    ], "“Everything else” is last"
    assert len({stem.id for stem in state.stems}) == len(state.stems)
    for stretch in (state.selection, *state.regions):
        assert stretch is None or 0 <= stretch.start < stretch.end <= source.frames
    view = window.timeline.viewport
    assert view.start >= 0
    assert view.start + view.span <= source.frames + 1e-6
    gains = audible(state)
    assert set(gains) == {SOURCE_ID, REST_ID, *(stem.id for stem in state.stems)}
    plan = hand.drive.space.playing.plan
    assert plan is not None
    assert [stem.id for stem in plan.stems] == [stem.id for stem in state.stems if stem.cache.exists()]
    parts = sum_plan(state)
    if parts is not None:
        report = check_sum(parts, most=6)
        assert report is not None
        assert report.holds, "the parts are the recording"


def run(hand: AnyHand, start: Project, steps: list[Step]) -> None:
    document, stack = hand.drive.document, hand.drive.document.undo_stack
    with no_faults(hand.drive):
        begin(hand, start)
        for step in steps:
            hand.do(step)
            check(hand)
        end, place, texts = undoable(document.state), stack.index(), [stack.text(i) for i in range(stack.count())]
        assert all(texts), "each step of undo has a name"
        while stack.canUndo():
            stack.undo()
            hand.settle()
        assert undoable(document.state) == undoable(start)
        check(hand)
        while stack.index() < place:
            stack.redo()
            hand.settle()
        assert undoable(document.state) == end
        check(hand)
        QApplication.processEvents()


def test_making_a_stem_again_gives_the_solos_back(hand: AnyHand, start: Project) -> None:
    run(hand, start, [Step("press solo", 3), Step("pick a row", 1), Step("makeAgain"), Step("press mute", 1)])


HOW = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # a seed does not shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_anything_can_be_done_and_undone(hand: AnyHand, start: Project) -> None:
    assert set(GESTURES) == set(hand.gestures)

    @settings(HOW, max_examples=25)
    @given(steps=SEEDS)
    def anything(steps: list[Step]) -> None:
        run(hand, start, steps)

    anything()


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_much_more_can_be_done_and_undone(hand: AnyHand, start: Project) -> None:
    @settings(HOW, max_examples=150, derandomize=False, database=None)
    @given(steps=SEEDS)
    def anything(steps: list[Step]) -> None:
        run(hand, start, steps)

    anything()
