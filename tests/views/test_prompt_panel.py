"""What the prompt panel offers beside the words: completion, quotes, stars, sets, a budget of time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.services.job_times import JobTimes
from desktop.services.language import use_language
from desktop.views import prompt_completer
from desktop.views.quoting import quoted, split, unquoted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("dog", ["dog"]),
        ("dog, rain", ["dog", " rain"]),
        ('"a siren, far", rain', ['"a siren, far"', " rain"]),
        ("“a siren, far”,", ["“a siren, far”", ""]),
        ('"not closed, yet', ['"not closed, yet']),
        ("", [""]),
    ],
)
def test_commas_part_but_not_in_quotation_marks(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize("sound", ["dog", "a siren, far", "5 o'clock"])
def test_what_is_quoted_comes_out_again(sound: str) -> None:
    assert unquoted(quoted(sound)) == sound
    assert len(split(quoted(sound))) == 1


def test_a_comma_in_quotation_marks_is_part_of_a_prompt(drive: Any, recording: Path) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    edit.setFocus()
    drive.qtbot.keyClicks(edit, '"a smoke alarm, beeping", rain')
    assert drive.window.prompt_panel.prompts == ("a smoke alarm, beeping", "rain")
    drive.find("promptChipRemove-0").setFocus()
    edit.setFocus()
    edit.clear()
    drive.qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == '"a smoke alarm, beeping"', "it can be changed without falling apart"


def completed(drive: Any, text: str) -> Any:
    """Types words and waits for what is offered for all of them: for their first letters it is something else."""
    edit, box = drive.find("promptEdit"), drive.find("promptEditCompletions")
    edit.setFocus()
    edit.clear()
    with drive.qtbot.waitSignal(box.found, check_params_cb=lambda searched, _: searched == text, timeout=20_000):
        drive.qtbot.keyClicks(edit, text)
    drive.until(lambda: bool(box.offered))
    return box


def test_words_are_completed_and_small_mistakes_forgiven(drive: Any, recording: Path) -> None:
    drive.open(recording)
    box = completed(drive, "vilin")
    assert box.offered[0] == "violin"
    drive.key(Qt.Key.Key_Down)
    drive.key(Qt.Key.Key_Return)
    assert drive.find("promptEdit").text() == "violin"
    assert drive.document.state.stems == (), "Enter took the word and nothing else"
    assert not box.isVisible()
    drive.key(Qt.Key.Key_Return)
    assert drive.stem(0).prompt == "violin"


@pytest.mark.parametrize(
    ("language", "typed", "whole"), [("es", "per", "perro"), ("de", "Hun", "Hund"), ("ja", "犬", "犬")]
)
def test_words_of_the_person_s_language_find_and_become_their_english_prompt(
    drive: Any, recording: Path, language: str, typed: str, whole: str
) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    edit.setFocus()
    use_language(language)
    try:
        edit.setText(typed)
        edit.textEdited.emit(typed)
        box = drive.find("promptEditCompletions")
        drive.until(lambda: "dog barking" in box.offered)
        drive.qtbot.keyClick(edit, Qt.Key.Key_Escape)
        edit.setText(whole)
        assert drive.window.prompt_panel.prompts == ("dog barking",)
        assert "dog barking" in drive.find("promptHint").text(), "it is told what will be asked"
        drive.qtbot.keyClick(edit, Qt.Key.Key_Return)
        drive.until(lambda: bool(drive.document.state.stems))
        assert drive.document.state.stems[0].prompt == "dog barking"
    finally:
        use_language("en")


def test_in_english_nothing_is_translated(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.find("promptEdit").setText("perro")
    assert drive.window.prompt_panel.prompts == ("perro",)


def test_enter_with_nothing_marked_asks_for_what_is_typed(drive: Any, recording: Path) -> None:
    drive.open(recording)
    box = completed(drive, "vio")
    drive.key(Qt.Key.Key_Return)
    assert drive.stem(0).prompt == "vio"
    assert not box.isVisible()


def test_escape_closes_the_list_and_keeps_the_words(drive: Any, recording: Path) -> None:
    drive.open(recording)
    box = completed(drive, "vio")
    drive.key(Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert drive.find("promptEdit").text() == "vio"


def test_a_star_keeps_words_at_the_top_and_over_a_restart(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.say("a dog")
    drive.stem(1)
    drive.find("promptEdit").setText("a beep")
    star = drive.find("favouriteButton")
    star.click()
    assert star.isChecked()
    assert star.accessibleName() == "Remove the star"
    history = drive.find("historyList")
    assert [history.item(place).text() for place in range(history.count())] == ["a beep", "a dog"]
    menu = history.star_menu(history.item(0))
    menu.actions()[0].trigger()
    assert not star.isChecked()
    assert [history.item(place).text() for place in range(history.count())] == ["a dog", "a beep"]


def test_a_star_is_for_all_the_words_that_are_there(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.prompt_panel.set_prompts(("dog", "rain"))
    star = drive.find("favouriteButton")
    star.click()
    assert set(drive.space.asking.prompts.favourites) == {"dog", "rain"}
    assert star.isChecked()
    star.click()
    assert drive.space.asking.prompts.favourites == ()
    assert not star.isChecked()


def test_a_set_of_words_is_kept_and_used_again(drive: Any, recording: Path) -> None:
    drive.open(recording)
    panel = drive.window.prompt_panel
    panel.set_prompts(("dog", "rain"), ("wind",))
    panel.sets.fill()
    (keep,) = panel.sets.menu().actions()
    keep.trigger()
    panel.set_prompts(("piano",))
    panel.sets.fill()
    panel.sets.menu().actions()[0].trigger()
    assert (panel.prompts, panel.against) == (("dog", "rain"), ("wind",))


def test_the_time_is_told_before_the_start_once_it_was_measured(drive: Any, recording: Path) -> None:
    drive.open(recording)
    budget = drive.find("budgetLabel")
    drive.say("a beep")
    drive.stem(0)
    store = drive.space.asking.prompts
    assert store.expected_s("spare auto auto", 3.0) is not None
    store._speeds["spare auto auto"] = JobTimes(((3.0, 12.0),))
    drive.find("promptEdit").setText("a dog")
    assert budget.text() == "About 12 s"
    drive.window.prompt_panel.set_prompts(("a dog", "rain"))
    assert budget.text() == "About 24 s"
    drive.find("promptEdit").clear()
    drive.window.prompt_panel.set_prompts(())
    assert not budget.isVisible()


def test_advanced_says_whether_something_was_changed(drive: Any, recording: Path) -> None:
    drive.open(recording)
    button = drive.find("advancedButton")
    assert button.text() == "Advanced: automatic"
    assert not drive.find("deviceCombo").isVisible()
    button.click()
    assert drive.find("deviceCombo").isVisible()
    panel = drive.window.prompt_panel
    panel.advanced.show_devices(("cuda", "cpu"))
    combo = drive.find("deviceCombo")
    assert [combo.itemData(place) for place in range(combo.count())] == ["auto", "cuda", "cpu"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    button.click()
    assert button.text() == "Advanced: changed"
    assert panel.advanced.choice.device == "cpu"


def test_memory_is_freed_by_a_command(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.window.actions_by_id["freeMemory"].trigger()
    drive.until(lambda: drive.find("engineLabel").text() == "Engine: off")
    assert drive.space.inference.child_pid is None
    drive.say("a dog")
    assert drive.stem(1).prompt == "a dog"


def test_closing_waits_for_a_search_in_work(drive: Any, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would tell its words to a line that is being deleted."""
    drive.open(recording)
    searcher = drive.find("promptPanel")._searcher
    shutdown = searcher.shutdown
    searching, closing, ended = threading.Event(), threading.Event(), threading.Event()

    def search(*_: object) -> tuple[()]:
        searching.set()
        assert closing.wait(20)
        threading.Event().wait(0.05)  # what is left of a slow one
        ended.set()
        return ()

    def close(**how: bool) -> None:
        closing.set()
        shutdown(**how)

    monkeypatch.setattr(prompt_completer, "complete", search)
    monkeypatch.setattr(searcher, "shutdown", close)
    drive.qtbot.keyClicks(drive.find("promptEdit"), "bee")
    assert searching.wait(20)
    drive.window.close()
    assert ended.is_set()
