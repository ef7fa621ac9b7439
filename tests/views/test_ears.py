"""What the ears say in the window: suggestions, absence, strips, hits, labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from audiosep_core.prompts.vocabulary import foreign
from desktop.actions.presence import Curve, Hit
from desktop.document.state import Selection
from desktop.services.notices import Notice

RATE = 44100


@pytest.fixture
def hearing(monkeypatch: pytest.MonkeyPatch, drive: Any) -> Any:
    """An engine that hears a beep and rain from second 1 to 2; set before its process starts."""
    monkeypatch.setenv("FAKE_ENGINE_HEARS", "beep,rain")
    drive.window.handlers.asking._patience.setInterval(20_000)  # a busy machine is slower than a person waits
    return drive


@pytest.fixture
def known(hearing: Any, recording: Path) -> Any:
    hearing.open(recording)
    hearing.until(lambda: hearing.space.asking.suggesting.known)
    return hearing


def press(drive: Any, keys: str) -> None:
    QTest.keySequence(drive.window, QKeySequence(keys))


def test_what_is_heard_is_offered_once_the_file_is_read(known: Any) -> None:
    button = known.find("heardButton-1")
    assert button.text() == "rain"
    button.click()
    assert known.find("promptEdit").text() == "rain"
    known.space.opening.close()
    known.until(lambda: not known.space.asking.suggesting.words)
    assert known.window.prompt_panel.heard.words == ()


def test_words_that_are_there_are_separated_and_get_a_strip_and_a_verdict(known: Any) -> None:
    known.say("a beep")
    stem = known.stem(0)
    known.until(lambda: known.document.state.stem(stem.id).match == 0.8)
    row, source = known.window.tracks.row(stem.id), known.window.tracks.row("source")
    assert row.presence.isVisible()
    assert source.presence.isVisible()
    assert row.presence.curve.prompt == "a beep"
    assert "00:01.0–00:02.0" in row.presence.accessibleDescription()
    assert not known.find("absentCard").isVisible()


def test_what_is_surely_not_there_is_not_separated_before_the_person_says_so(known: Any) -> None:
    known.say("violin")
    card = known.find("absentCard")
    known.until(card.isVisible)
    assert known.find("absentLabel").text() == "I can’t hear “violin” here."
    assert known.document.state.stems == ()
    assert known.find("similarButton-0").text() == "beep"
    assert not known.find("tryWholeFileButton").isVisible(), "it was the whole file"
    source = known.window.tracks.row("source").presence
    assert source.curve.hits == ()
    assert not source.columns(100).any(), "the strip is flat"
    known.find("separateAnywayButton").click()
    assert known.stem(0).prompt == "violin"
    assert not card.isVisible()


@pytest.mark.parametrize("prompt", ["Hundegebell", "Vogelgezwitscher", "perros"])
def test_words_that_are_no_english_are_not_told_to_be_absent(known: Any, prompt: str) -> None:
    known.say(prompt)
    known.until(known.find("separateAnywayButton").isVisible)
    text = known.find("absentLabel").text()
    assert f"I don’t know “{prompt}”" in text
    assert "English only" in text
    assert "can’t hear" not in text
    assert known.document.state.stems == ()
    english = known.find("similarButton-0").text()
    assert english == foreign(prompt)
    known.find("similarButton-0").click()
    assert known.find("promptEdit").text() == english


def test_no_english_is_told_though_ears_hear_something_in_it(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.views.handlers.asking.foreign", {"a beep": "rain"}.get)
    monkeypatch.setattr("desktop.views.prompt_absent.foreign", {"a beep": "rain"}.get)
    known.find("promptPanel").set_prompts(["a beep", "rain"])
    known.find("separateButton").click()
    known.stem(1)
    assert known.find("absentLabel").text().startswith("I don’t know “a beep”")
    assert not known.find("separateAnywayButton").isVisible(), "the other one is there"
    known.find("similarButton-0").click()
    assert known.find("promptPanel").prompts == ("rain",)


def test_who_rests_from_typing_is_told_the_english_words(known: Any) -> None:
    known.find("promptEdit").setText("Hundegebell")
    known.until(lambda: "“dog barking” in English" in known.find("promptHint").text())
    known.find("promptEdit").setText("rain")
    assert "English only" not in known.find("promptHint").text()


def test_what_no_table_knows_may_be_no_english(known: Any) -> None:
    known.say("grzechotka")
    known.until(known.find("absentCard").isVisible)
    assert "can’t tell whether it is here" in known.find("absentLabel").text()
    assert known.find("similarButton-0").text() == "beep"


def test_enter_once_more_is_the_person_s_word_too(known: Any) -> None:
    known.say("violin")
    known.until(known.find("absentCard").isVisible)
    known.qtbot.keyClick(known.find("promptEdit"), Qt.Key.Key_Return)
    assert known.stem(0).prompt == "violin"


def test_other_words_take_the_card_away_and_similar_ones_are_a_click(known: Any) -> None:
    known.say("violin")
    card = known.find("absentCard")
    known.until(card.isVisible)
    known.find("similarButton-1").click()
    assert known.find("promptEdit").text() == "rain"
    assert not card.isVisible()


def test_absence_in_a_selection_offers_the_whole_file_and_the_place(known: Any) -> None:
    known.document.set_selection(Selection(0, RATE // 2))
    known.say("a beep")
    known.until(known.find("absentCard").isVisible)
    assert known.find("absentLabel").text() == "I can’t hear “a beep” in this selection."
    known.find("goElsewhereButton").click()
    assert known.space.transport.position == RATE
    known.find("tryWholeFileButton").click()
    stem = known.stem(0)
    assert (stem.start, stem.end) == (0, known.document.state.source.frames)
    assert known.document.state.selection is not None, "it stays selected"


def test_absence_of_unknown_words_is_a_perhaps_and_nothing_waits(known: Any) -> None:
    known.say("flux capacitor")
    known.stem(0)
    known.until(known.find("absentCard").isVisible)
    assert known.find("absentLabel").text() == "Perhaps “flux capacitor” is not in this recording."
    assert not known.find("separateAnywayButton").isVisible()


def test_ears_that_do_not_answer_in_time_hold_nobody_up(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known.space.inference, "listen", lambda _: None)
    known.window.handlers.asking._patience.setInterval(1)
    known.say("violin")
    assert known.stem(0).prompt == "violin"


def test_a_question_to_the_ears_ends_with_its_recording(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    cancelled: list[str] = []
    monkeypatch.setattr(known.space.inference, "listen", lambda _: None)
    monkeypatch.setattr(known.space.inference, "cancel", cancelled.append)
    known.say("a beep")
    before, patience = known.document.state.source, known.window.handlers.asking._patience
    assert patience.isActive()
    known.space.opening.open([before.path])
    known.until(lambda: known.is_open and known.document.state.source.cache != before.cache)
    assert not patience.isActive(), "nor does it run out into the next recording"
    for job in cancelled:  # answered once the next one is there
        known.space.inference.cancelled.emit(job)
    assert cancelled
    assert known.document.state.stems == ()


def test_an_answer_about_the_recording_before_ends_the_waiting(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known.space.inference, "listen", lambda _: None)
    monkeypatch.setattr(known.space.inference, "cancel", lambda _: None)
    panel, ears = known.window.prompt_panel, known.window.handlers.ears
    panel.set_prompt("beep")
    panel.ask_where()
    press(known, "Ctrl+Down")
    where, jump = ears._where, ears._jump[0]
    known.document.close_source()
    for job in (where, jump):  # they were on their way
        known.space.inference.done.emit(job, {"step_s": 0.5, "calibrated": True, "prompts": []})
    assert known.find("whereButton").text() == "Where is it?"
    assert ears._jump is None, "the next hit can be asked for again"


def test_one_of_several_that_is_not_there_is_told_beside_the_work(known: Any) -> None:
    panel = known.window.prompt_panel
    panel.set_prompts(("a beep", "violin"))
    panel.ask()
    known.until(lambda: len(known.document.state.stems) == 2)
    known.until(known.find("absentCard").isVisible)
    assert known.find("absentLabel").text() == "I can’t hear “violin” here."


def test_where_is_it_separates_nothing(known: Any) -> None:
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    strip = known.window.tracks.row("source").presence
    known.until(strip.isVisible)
    assert strip.curve.prompt == "rain"
    assert known.document.state.stems == ()
    assert known.find("whereButton").text() == "Where is it?"


def test_where_is_it_restarts_a_dead_engine(known: Any) -> None:
    known.say("crash beep")
    known.until(lambda: known.space.separation.engine_down)
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    strip = known.window.tracks.row("source").presence
    known.until(lambda: strip.curve is not None and strip.curve.prompt == "rain")
    assert known.find("whereButton").text() == "Where is it?"
    assert not known.find("noticeBar").isVisible(), "there is nothing to restart"
    known.until(lambda: known.find("engineLabel").text() == "spare on the processor")


def test_a_question_that_waits_fails_when_the_engine_dies(known: Any) -> None:
    known.space.separation.separate("deaf beep", "spare", "auto", 0)
    known.until(lambda: known.document.state.stems[0].progress > 0)
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    assert known.find("whereButton").text() == "Listening…"
    psutil.Process(known.space.inference.child_pid).kill()
    known.until(lambda: known.find("whereButton").text() == "Where is it?")
    assert known.space.separation.engine_down, "what killed it is not tried again unasked"


def test_a_strip_is_of_the_words_in_the_line(known: Any) -> None:
    edit = known.find("promptEdit")
    edit.setText("rain")
    known.find("whereButton").click()
    strip = known.window.tracks.row("source").presence
    known.until(strip.isVisible)
    edit.setText("violin")
    assert not strip.isVisible(), "nothing is known of a violin"
    edit.clear()
    assert strip.curve.prompt == "rain"


def test_the_next_hit_is_asked_for_where_it_is_not_known(known: Any) -> None:
    known.find("promptEdit").setText("rain")
    press(known, "Ctrl+Down")
    known.until(lambda: known.space.transport.position == RATE)


def test_hits_become_regions_in_one_step_and_only_once(known: Any) -> None:
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    known.until(known.window.tracks.row("source").presence.isVisible)
    act = known.window.actions_by_id
    act["hitsToRegions"].trigger()
    (region,) = known.document.state.regions
    assert (region.start, region.end, region.name) == (RATE, 2 * RATE, "rain")
    act["hitsToRegions"].trigger()
    assert len(known.document.state.regions) == 1
    known.document.undo_stack.undo()
    assert known.document.state.regions == ()


@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_hits_are_saved_as_labels(known: Any, tmp_path: Path, suffix: str) -> None:
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    known.until(known.window.tracks.row("source").presence.isVisible)
    path = tmp_path / f"labels{suffix}"
    known.window.handlers.ears._save_labels(path)
    known.until(path.exists)
    text = path.read_text(encoding="utf-8")
    assert "1.000000" in text
    assert "2.000000" in text
    assert "rain" in text


def test_labels_that_cannot_be_written_are_told(known: Any, tmp_path: Path) -> None:
    told: list[Notice] = []
    known.space.notices.posted.connect(told.append)
    known.find("promptEdit").setText("rain")
    known.find("whereButton").click()
    known.until(known.window.tracks.row("source").presence.isVisible)
    known.window.handlers.ears._save_labels(tmp_path / "nowhere" / "labels.txt")
    known.until(lambda: any(notice.level == "error" for notice in told))


def test_a_stem_that_was_saved_before_it_was_judged_is_judged_once_it_is_opened(known: Any, tmp_path: Path) -> None:
    known.say("a beep")
    stem = known.stem(0)
    known.until(lambda: known.document.state.stem(stem.id).match is not None)
    known.document.set_stem(stem.id, match=None)
    folder = tmp_path / "yard.asproj"
    assert known.space.project.save_as(folder)
    known.until(lambda: not known.space.project.working)
    known.space.opening.close(sure=True)
    known.window.open_paths([folder])
    known.opened()
    known.until(lambda: known.document.state.stem(stem.id).match == 0.8)
    assert not known.space.project.modified


def test_words_that_nobody_taught_are_warned_of(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.views.handlers.ears.DEFAULT_MODEL", "spare")
    known.find("promptEdit").setText("flux capacitor")
    known.until(lambda: "hardly ever told of “flux capacitor”" in known.find("promptHint").text())
    known.find("promptEdit").setText("rain")
    assert "hardly" not in known.find("promptHint").text()


def test_a_deaf_engine_is_no_reason_not_to_separate(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("violin")
    assert drive.stem(0).match is None
    assert not drive.find("absentCard").isVisible()


def test_a_strip_shows_the_clearest_of_what_a_column_holds(drive: Any, recording: Path) -> None:
    drive.open(recording)
    strip = drive.window.tracks.row("source").presence
    strip.set_curve(Curve("x", RATE / 2, (0, 0, 90, 20, 0, 100), (Hit(RATE, 2 * RATE, 0.9),), "present", True))
    assert strip.columns(6).tolist() == [0, 0, 90, 20, 0, 100]
    assert strip.columns(2).tolist() == [90, 100]
    assert np.array_equal(strip.columns(12)[::2], strip.columns(6))
    assert strip.describe(2.5 * strip.width() / 6).endswith("90 %")


def test_a_click_on_a_strip_goes_there_and_a_double_click_selects_the_hit(drive: Any, recording: Path) -> None:
    drive.open(recording)
    strip = drive.window.tracks.row("source").presence
    strip.set_curve(Curve("x", RATE / 2, (0, 0, 90, 20, 0, 0), (Hit(RATE, 2 * RATE, 0.9),), "present", True))
    drive.until(strip.isVisible)
    middle = QPoint(strip.width() // 2, 4)
    drive.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert abs(drive.space.transport.position - 1.5 * RATE) < RATE / 20
    drive.qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert drive.document.state.selection == Selection(RATE, 2 * RATE)


def test_hits_go_round(drive: Any, recording: Path) -> None:
    drive.open(recording)
    presence = drive.space.asking.presence
    hits = tuple(Hit(start, start + 10, 0.9) for start in (100, 500, 900))
    presence._curves["x"] = Curve("x", 1.0, (0,), hits, "present", True)

    def places(frames: list[int], backwards: bool) -> list[int]:
        return [presence.next_hit("X ", frame, backwards).start for frame in frames]

    assert places([0, 100, 505, 900, 999], False) == [100, 500, 900, 100, 100]
    assert places([0, 100, 505, 900, 999], True) == [900, 900, 500, 500, 900]
    assert presence.next_hit("y", 0) is None
