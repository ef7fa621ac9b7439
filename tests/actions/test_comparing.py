"""Recording against stems: equally loud, by number, and blind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from audiosep_core.audio.loudness import integrated
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled
from desktop.actions.comparing import Blind, ComparisonController, chance
from desktop.actions.level_match import MOST_DB, LevelMatcher, Match, measure, stretch, trims
from desktop.document.state import Project, Selection, Source, StemTrack
from tests.actions.test_playing import FRAMES, RATE, Desk, noise, on_disk


class FakeMatcher(LevelMatcher):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Match] = []

    def ask(self, match: Match) -> None:
        self.asked.append(match)

    def answer(self, first_db: float, second_db: float) -> None:
        self.measured.emit(self.asked[-1], first_db, second_db)


class Table(Desk):
    """A desk with a comparison at it, whose coins fall as they are told."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.transport.shown: list[bool] = []  # type: ignore[attr-defined]
        self.transport.show_levels = self.transport.shown.append  # type: ignore[attr-defined]
        self.coins: list[bool] = []
        self.matcher = FakeMatcher()
        self.comparing = ComparisonController(
            self.document,
            self.playing,
            self.transport,  # type: ignore[arg-type]
            self.matcher,
            lambda: self.coins.pop(0) if self.coins else False,
        )
        self.add("dog", 0, 5000, soloed=True)
        self.add("cat", 6000, 5000)
        self.matches: list[Any] = []
        self.comparing.match_changed.connect(self.matches.append)

    def on(self) -> set[str]:
        return {track_id for track_id, gain in self.transport.gains.items() if gain}


@pytest.fixture
def table(qapp: object, tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_a_side_is_turned_down_never_up_and_never_to_nothing() -> None:
    assert trims(-20.0, -26.0) == (-6.0, 0.0)
    assert trims(-26.0, -20.0) == (0.0, -6.0)
    assert trims(-20.0, -90.0) == (-MOST_DB, 0.0)
    for silent in ((float("-inf"), -20.0), (-20.0, float("-inf")), (float("-inf"), float("-inf"))):
        assert trims(*silent) == (0.0, 0.0)


def test_at_most_a_minute_around_the_playhead_is_measured() -> None:
    assert stretch((0, 100), 50, 48000) == (0, 100)
    minute = 60 * 48000
    assert stretch((0, 10 * minute), 5 * minute, 48000) == (4 * minute + minute // 2, 5 * minute + minute // 2)
    assert stretch((minute, 10 * minute), 0, 48000) == (minute, 2 * minute)
    assert stretch((0, 10 * minute), 10 * minute - 1, 48000) == (9 * minute, 10 * minute)


def test_measured_sides_are_equally_loud_once_trimmed(table: Table) -> None:
    table.document.set_stem("dog", gain_db=-9.0)
    table.comparing.set_matching(True)
    table.comparing.switch()
    match = table.matcher.asked[-1]
    first, second = measure(match, CancelToken())
    assert first < -3.0
    assert second == 0.0
    table.matcher.answer(first, second)
    assert table.matches[-1] == pytest.approx(-first)

    def loudness() -> float:
        sound = table.heard()
        return integrated(lambda start, end: sound[start:end], FRAMES, RATE)

    recording = loudness()
    table.comparing.switch()
    assert loudness() == pytest.approx(recording, abs=0.05)


def test_the_selection_is_what_is_measured_else_what_is_seen(table: Table) -> None:
    table.comparing.set_matching(True)
    table.comparing.visible = lambda: (2000, 9000)
    table.comparing.switch()
    table.matcher.answer(0.0, 0.0)
    table.document.set_selection(Selection(100, 900))
    table.comparing.switch()
    assert [(match.start, match.end) for match in table.matcher.asked] == [(2000, 9000), (100, 900)]


def test_what_was_measured_is_not_measured_again(table: Table) -> None:
    table.comparing.set_matching(True)
    table.comparing.switch()
    table.matcher.answer(-6.0, 0.0)
    table.comparing.switch()
    table.comparing.switch()
    assert len(table.matcher.asked) == 1
    table.document.set_stem("dog", gain_db=-3.0)
    assert table.comparing._settle.isActive(), "the hand is let rest"
    table.comparing._settle.timeout.emit()
    assert len(table.matcher.asked) == 2


def test_old_levels_are_forgotten_with_the_mix_they_were_of(table: Table) -> None:
    table.comparing.set_matching(True)
    table.comparing.switch()
    table.matcher.answer(0.0, -6.0)
    table.comparing.switch()
    assert table.transport.gains["dog"] == pytest.approx(10 ** (-6 / 20))
    table.document.set_stem("dog", soloed=False)
    assert table.transport.gains["dog"] == 1.0
    assert table.matches[-1] is None


def test_without_matching_nothing_is_measured_or_turned_down(table: Table) -> None:
    table.comparing.switch()
    assert table.matcher.asked == []
    assert table.transport.gains["source"] == 1.0


def test_a_number_is_a_stem_alone_and_nought_the_recording(table: Table) -> None:
    table.comparing.solo(2)
    assert table.on() == {"cat"}
    table.comparing.solo(2)
    assert table.on() == {"dog", "cat", "rest"}
    table.comparing.solo(1)
    table.comparing.hear_source()
    assert table.on() == {"source"}
    table.comparing.solo(1)
    assert table.on() == {"dog"}, "it was alone before; it is not let go"
    table.comparing.solo(9)
    assert table.on() == {"dog"}
    table.document.undo_stack.setIndex(0)
    assert table.document.solos == ("dog",)


def begin(table: Table, *coins: bool) -> list[Blind | None]:
    told: list[Blind | None] = []
    table.comparing.blind_changed.connect(told.append)
    table.coins = list(coins)
    table.comparing.begin_blind()
    table.matcher.answer(-6.0, 0.0)
    return told


def test_a_blind_comparison_counts_for_what_was_heard_not_for_its_number(table: Table) -> None:
    told = begin(table, False, True, True, False)
    assert told[-1] == Blind(("Recording", "dog"), ready=True)
    assert table.on() == {"source"}
    assert table.transport.gains["source"] == pytest.approx(10 ** (-6 / 20))
    table.comparing.solo(2)  # the number keys mean the sides now
    assert table.on() == {"dog"}
    table.comparing.prefer()  # dog
    assert table.comparing.blind is not None
    assert (table.comparing.blind.heard, table.comparing.blind.picks) == (1, 1)
    assert table.on() == {"dog"}, "now it is number 1"
    table.comparing.prefer()  # dog
    table.comparing.switch()
    assert table.on() == {"source"}
    table.comparing.prefer()  # source
    assert table.comparing.blind.tally is None
    table.comparing.reveal()
    assert table.comparing.blind.tally == (1, 2)
    assert table.on() == {"dog"}, "as the rows say"
    table.comparing.prefer()
    assert table.comparing.blind.tally == (1, 2)
    table.comparing.end_blind()
    assert told[-1] is None


@pytest.mark.parametrize("other", ["cat", "rest"])
def test_two_soloed_tracks_are_compared_with_each_other(table: Table, other: str) -> None:
    if other == "rest":
        table.document.set_track("rest", soloed=True)
    else:
        table.document.set_stem(other, soloed=True)
    begin(table)
    assert table.comparing.blind is not None
    assert set(table.comparing.blind.names) == {"dog", {"rest": "Everything else"}.get(other, other)}
    heard = [table.on()]
    table.comparing.switch()
    heard.append(table.on())
    assert sorted(heard, key=sorted) == sorted([{"dog"}, {other}], key=sorted)


def test_nothing_gives_a_blind_comparison_away(table: Table) -> None:
    told = begin(table)
    assert table.transport.shown == [False]  # type: ignore[attr-defined]
    assert table.document.listening == "stems"
    table.comparing.switch()
    assert table.document.listening == "stems"
    assert all(blind is None or blind.tally is None for blind in told)
    table.comparing.end_blind()
    assert table.transport.shown == [False, True]  # type: ignore[attr-defined]


def test_it_waits_for_the_levels(table: Table) -> None:
    table.comparing.begin_blind()
    table.comparing.prefer()
    assert table.comparing.blind == Blind(("Recording", "dog"))


def test_it_ends_with_its_stems(table: Table) -> None:
    begin(table)
    table.document.close_source()
    assert table.comparing.blind is None


def test_keys_mean_the_rows_again_once_the_result_is_shown(table: Table) -> None:
    begin(table)
    table.comparing.prefer()
    table.comparing.reveal()
    table.comparing.switch()
    assert table.document.listening == "source"
    table.comparing.switch()
    assert table.document.listening == "stems"
    table.comparing.solo(2)
    assert table.document.solos == ("cat",)
    table.comparing.hear_source()
    assert table.on() == {"source"}
    table.comparing.set_matching(True)
    table.matcher.answer(-3.0, 0.0)
    assert table.matches[-1] == 3.0, "levels of the switch are measured too"


@pytest.mark.parametrize("shown", [False, True])
def test_it_ends_with_its_recording_though_the_next_has_stems_too(table: Table, shown: bool) -> None:
    told = begin(table)
    if shown:
        table.comparing.reveal()
    cache = on_disk(table.folder / "other.json", noise(FRAMES, 1))
    hum = StemTrack("hum", "hum", "hum", on_disk(table.folder / "hum.json", noise(500, 2)), 0, 500, "m", state="done")
    source = Source(table.folder / "other.wav", cache, RATE, 2, FRAMES, True)
    table.document.open_project(Project(source=source, stems=(hum,)))
    assert table.comparing.blind is None
    assert told[-1] is None
    assert "hum" in table.on(), "as its rows say"


def test_it_ends_when_what_is_compared_goes_and_only_then(table: Table) -> None:
    begin(table)
    table.document.remove_stem("cat")
    assert table.comparing.blind is not None, "it is heard on neither side"
    table.document.add_stem(replace(table.document.state.stems[0], id="fox", name="fox", soloed=False))
    table.document.remove_stem("dog")
    assert table.comparing.blind is None


def test_coins() -> None:
    assert chance((5, 5)) == chance((0, 0)) == 1.0
    assert chance((0, 5)) == chance((5, 0)) == pytest.approx(2 / 32)
    assert chance((1, 7)) == pytest.approx(2 * 9 / 256)


def test_the_newest_wish_is_measured_last(qtbot: QtBot, table: Table) -> None:
    """On real threads; the ones between are left out."""
    table.comparing.set_matching(True)
    table.comparing.switch()
    base = table.matcher.asked[-1]
    seen: list[int] = []

    def slow(match: Match, _cancel: CancelToken) -> tuple[float, float]:
        seen.append(match.start)
        return 0.0, 0.0

    matcher = LevelMatcher(slow)
    done: list[int] = []
    matcher.measured.connect(lambda match, _first, _second: done.append(match.start))
    wishes: list[Callable[[], None]] = [
        lambda n=n: matcher.ask(Match(base.plan, base.first, base.second, n, 9000))  # type: ignore[misc]
        for n in range(5)
    ]
    for wish in wishes:
        wish()
    qtbot.waitUntil(lambda: done == [4], timeout=10000)
    assert seen == [0, 4]


def test_a_fault_while_measuring_ends_nothing(qtbot: QtBot, table: Table, caplog: pytest.LogCaptureFixture) -> None:
    def fail(match: Match, _cancel: CancelToken) -> tuple[float, float]:
        if match.start == 0:
            raise OSError("the disk is gone")
        return -1.0, 0.0

    table.comparing.set_matching(True)
    table.comparing.switch()
    base = table.matcher.asked[-1]
    matcher = LevelMatcher(fail)
    done: list[float] = []
    matcher.measured.connect(lambda _match, first, _second: done.append(first))
    matcher.ask(base)
    matcher.ask(Match(base.plan, base.first, base.second, 5, 9000))
    qtbot.waitUntil(lambda: done == [-1.0], timeout=10000)
    assert "could not be measured" in caplog.text


def test_closing_does_not_wait_for_all_of_a_measurement(qtbot: QtBot, table: Table) -> None:
    table.comparing.set_matching(True)
    table.comparing.switch()
    begun, ended = threading.Event(), threading.Event()

    def endless(_match: Match, cancel: CancelToken) -> tuple[float, float]:
        begun.set()
        try:
            while True:
                cancel.raise_if_set()
        finally:
            ended.set()

    matcher = LevelMatcher(endless)
    matcher.ask(table.matcher.asked[-1])
    matcher.ask(replace(table.matcher.asked[-1], end=9000))
    assert begun.wait(10)
    matcher.shutdown()
    assert ended.is_set()
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        measure(table.matcher.asked[-1], cancel)


def test_silence_on_one_side_leaves_the_levels(table: Table) -> None:
    table.document.set_stem("dog", muted=True, soloed=False)
    table.document.set_stem("cat", muted=True)
    table.document.set_track("rest", muted=True)
    table.comparing.set_matching(True)
    table.comparing.switch()
    assert measure(table.matcher.asked[-1], CancelToken()) == (0.0, 0.0)
    assert not np.isnan(table.heard()).any()
