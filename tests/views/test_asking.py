"""The prompt panel in the real window: sounds as chips, what is not meant, and asking again."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from audiosep_core.audio.cache import SoundCache
from desktop.document.state import Recipe
from desktop.views.flow_layout import FlowLayout

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def type_in(drive: Any, text: str) -> None:
    """Into whatever has the keyboard."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def chips(drive: Any, field: str = "prompt") -> tuple[str, ...]:
    panel = drive.find("promptPanel")
    return (panel._wanted if field == "prompt" else panel._unwanted).chips


@pytest.fixture
def asked(drive: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The requests that the window makes, on their way to the engine."""
    requests: list[Any] = []
    separate = drive.space.inference.separate

    def note(request: Any) -> None:
        requests.append(request)
        separate(request)

    monkeypatch.setattr(drive.space.inference, "separate", note)
    return requests


def test_several_sounds_are_asked_for_by_the_keyboard_alone(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    type_in(drive, "a beep, a dog")
    assert chips(drive) == ("a beep",)
    assert drive.find("promptEdit").text() == "a dog"
    drive.key(Qt.Key.Key_Return)
    assert chips(drive) == ("a beep", "a dog")
    assert asked == [], "there may be more to come"
    drive.key(Qt.Key.Key_Return)
    first, second = drive.stem(0), drive.stem(1)
    assert len(asked) == 1
    assert asked[0].prompts == ("a beep", "a dog")
    assert (first.name, second.name) == ("a beep", "a dog")
    assert first.color != second.color
    assert drive.document.solos == (first.id, second.id)
    assert QApplication.focusWidget() is drive.window.tracks.row(first.id), "so that Space plays"
    assert [drive.find("historyList").item(place).text() for place in range(2)] == ["a beep", "a dog"]


@pytest.mark.parametrize("hand", ["keys", "mouse"])
def test_a_finished_stem_takes_no_keyboard_from_who_came_back_to_the_words(
    drive: Any, recording: Path, hand: str
) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    drive.say("a beep")
    if hand == "keys":
        drive.key(Qt.Key.Key_K, CONTROL)
    else:
        drive.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    stem = drive.stem(0)
    assert QApplication.focusWidget() is edit
    edit.selectAll()
    type_in(drive, "xms music")
    assert edit.text() == "xms music"
    assert drive.document.state.stem(stem.id).muted is stem.muted
    drive.key(Qt.Key.Key_Return)
    drive.until(lambda: QApplication.focusWidget() is drive.window.tracks.row(drive.stem(1).id))


def test_everything_else_is_what_all_stems_leave_and_one_undo_takes_them(drive: Any, recording: Path) -> None:
    source = drive.open(recording)
    drive.find("promptPanel").set_prompts(["a beep", "a dog"])
    drive.find("separateButton").click()
    drive.stem(1)
    heard = []
    for stem in drive.document.state.stems:
        with SoundCache.open(stem.cache) as sound:
            heard.append(sound.read(0, sound.frames))
    with SoundCache.open(source.cache) as sound:
        original = sound.read(0, sound.frames)
    np.testing.assert_allclose(heard[0] + heard[1], 0.5 * original, atol=1e-6)
    drive.until(lambda: drive.space.pictures.picture("rest").peaks is not drive.space.pictures.picture("source").peaks)

    def rest_is_half() -> bool:
        rest, whole = (drive.space.pictures.picture(name).peaks.view(0, 132300, 50)[1] for name in ("rest", "source"))
        return bool(np.allclose(rest, 0.5 * whole, atol=1e-4))

    drive.until(rest_is_half)
    assert drive.document.undo_stack.count() == 1
    drive.document.undo_stack.undo()
    assert drive.document.state.stems == ()
    drive.document.undo_stack.redo()
    assert [stem.name for stem in drive.document.state.stems] == ["a beep", "a dog"]


def test_one_cancel_stops_all_of_a_request(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.find("promptPanel").set_prompts(["slow beep", "a dog"])
    drive.find("separateButton").click()
    drive.until(lambda: len(drive.document.state.stems) == 2 and drive.document.state.stems[1].progress > 0)
    assert drive.find("statusLabel").text().startswith("Separating “slow beep, a dog”: part")
    drive.find("cancelButton").click()
    drive.stem(0, "cancelled")
    drive.stem(1, "cancelled")


def test_a_stopped_request_goes_on_when_it_is_asked_for_again(drive: Any, recording: Path, asked: list[Any]) -> None:
    source = drive.open(recording)
    drive.say("slow beep")
    # Two of six chunks, where the engine waits.
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.stems[0].progress > 0.3)
    drive.find("cancelButton").click()
    stem = drive.stem(0, "cancelled")
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    with SoundCache.open(stem.cache) as sound:
        assert sound.final == ((0, 44100),)
    drive.say("slow beep")
    drive.until(lambda: drive.document.state.stems[0].progress > 0.3)
    assert len(drive.document.state.stems) == 1, "no second row"
    drive.find("cancelButton").click()
    drive.stem(0, "cancelled")
    with SoundCache.open(stem.cache) as sound:
        assert sound.final == ((0, 88200),), "two chunks more, not the same two"
    drive.say("slow beep")
    drive.until(lambda: drive.document.state.stems[0].progress == 1.0)
    drive.stem(0)
    with SoundCache.open(stem.cache) as sound, SoundCache.open(source.cache) as original:
        np.testing.assert_allclose(sound.read(0, 132300), 0.5 * original.read(0, 132300), atol=1e-6)
    assert len({request.job for request in asked}) == 3
    drive.until(lambda: drive.space.pictures.picture(stem.id).spectrum is not None)
    assert drive.space.pictures.picture(stem.id).pending == ()


def test_chips_are_taken_back_removed_and_not_doubled(drive: Any, recording: Path) -> None:
    drive.open(recording)
    edit = drive.find("promptEdit")
    type_in(drive, "dog,rain,Dog,, wind")
    assert chips(drive) == ("dog", "rain")
    drive.find("promptAddButton").click()
    assert chips(drive) == ("dog", "rain", "wind")
    assert QApplication.focusWidget() is edit
    assert not drive.find("promptAddButton").isEnabled(), "nothing is typed"
    drive.key(Qt.Key.Key_Backspace)
    assert chips(drive) == ("dog", "rain")
    assert edit.text() == "wind", "to be changed, or erased with more of the same key"
    drive.find("promptEditCompletions").hide()  # if they came by now, the first Esc would only close them
    drive.key(Qt.Key.Key_Escape)
    assert edit.text() == ""
    button = drive.find("promptChipRemove-0")
    assert button.accessibleName() == "Remove “dog”"
    button.setFocus()
    drive.key(Qt.Key.Key_Return)
    assert chips(drive) == ("rain",)
    assert QApplication.focusWidget() is drive.find("promptChipRemove-0")
    drive.key(Qt.Key.Key_Delete)
    assert chips(drive) == ()
    assert QApplication.focusWidget() is edit
    assert not drive.find("separateButton").isEnabled()


def test_delete_on_a_chip_means_no_stem(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.find("promptPanel").set_prompts(["dog", "rain"])
    assert drive.window.actions_by_id["remove"].isEnabled()
    drive.find("promptChipRemove-1").setFocus()
    drive.key(Qt.Key.Key_Delete)
    assert chips(drive) == ("dog",)
    assert len(drive.document.state.stems) == 1


def test_what_is_typed_counts_beside_the_chips(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    type_in(drive, "dog,rain")
    drive.find("separateButton").click()
    assert asked[0].prompts == ("dog", "rain")


def test_words_with_a_comma_from_the_history_stay_whole(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    drive.say("a smoke alarm, beeping")
    drive.stem(0)
    assert asked[0].prompts == ("a smoke alarm, beeping",)


def test_tab_goes_from_top_to_bottom_and_back(drive: Any, recording: Path) -> None:
    drive.open(recording)
    type_in(drive, "dog,rain,no music")
    drive.find("butNotButton").setChecked(True)
    expected = [
        "promptAddButton",
        "promptChipRemove-0",
        "promptChipRemove-1",
        "promptHintButton",
        "butNotButton",
        "favouriteButton",
        "promptSetsButton",
        "butNotEdit",
        "separateButton",
        "whereButton",
        "phrasingsButton",
        "modelCombo",
    ]
    for name in expected:
        drive.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == name
    for name in reversed(["promptEdit", *expected[:-1]]):
        drive.key(Qt.Key.Key_Backtab, SHIFT)
        assert QApplication.focusWidget().objectName() == name


def test_but_not_keeps_a_sound_out_and_the_stem_remembers_it(drive: Any, recording: Path, asked: list[Any]) -> None:
    source = drive.open(recording)
    row = drive.find("butNotEdit")
    assert not row.isVisible()
    type_in(drive, "a beep")
    button = drive.find("butNotButton")
    button.setFocus()
    drive.key(Qt.Key.Key_Return)
    assert row.isVisible()
    assert QApplication.focusWidget() is row
    type_in(drive, "music, wind")
    drive.key(Qt.Key.Key_Return)
    assert asked == []
    drive.key(Qt.Key.Key_Return)
    stem = drive.stem(0)
    assert asked[0].message()["options"] == {"against": ["music", "wind"]}
    assert stem.recipe == Recipe(("a beep",), ("music", "wind"))
    assert QApplication.focusWidget() is drive.window.tracks.row(stem.id)
    tooltip = drive.window.tracks.row(stem.id).header.toolTip()
    assert tooltip.splitlines() == [
        "Asked for: a beep",
        "But not: music, wind",
        "From 00:00.0 to 00:03.0",
        "Model: spare",
    ]
    assert drive.window.tracks.row(stem.id).accessibleDescription() == tooltip
    assert drive.window.tracks.row(stem.id).header._note.text() == "But not: music, wind"
    assert source.frames == 132300


def test_but_not_opened_by_the_mouse_takes_the_next_words(drive: Any, recording: Path) -> None:
    drive.open(recording)
    type_in(drive, "a beep, a dog,")
    drive.qtbot.mouseClick(drive.find("butNotButton"), Qt.MouseButton.LeftButton)
    type_in(drive, "rain")
    panel = drive.find("promptPanel")
    assert (panel.prompts, panel.against) == (("a beep", "a dog"), ("rain",))


def test_a_closed_row_still_counts_and_says_so(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    panel = drive.find("promptPanel")
    panel.set_prompts(["a beep"], against=["drum & bass", "wind"])
    drive.find("butNotEdit").setFocus()
    drive.key(Qt.Key.Key_Escape)
    assert not drive.find("butNotEdit").isVisible()
    assert QApplication.focusWidget() is drive.find("promptEdit")
    assert drive.find("butNotButton").accessibleName() == "But not: drum & bass, wind"
    drive.find("separateButton").click()
    assert asked[0].against == ("drum & bass", "wind")


def test_what_is_not_meant_alone_asks_for_nothing(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    drive.find("butNotButton").setChecked(True)
    drive.find("butNotEdit").setFocus()
    type_in(drive, "music")
    drive.key(Qt.Key.Key_Return)
    assert asked == []
    assert not drive.find("separateButton").isEnabled()
    assert drive.find("promptHint").text() == "Now say what you do want to hear."
    assert QApplication.focusWidget() is drive.find("promptEdit")


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        ("speech without the singer", ("speech",), ("singer",)),
        ("no music", (), ("music",)),
        ("rain,a dog but no wind or thunder", ("rain", "a dog"), ("wind", "thunder")),
    ],
)
def test_the_hint_moves_what_is_not_wanted_with_one_click(
    drive: Any, recording: Path, words: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    drive.open(recording)
    move = drive.find("promptHintButton")
    assert not move.isVisible()
    type_in(drive, words)
    assert f"“{unwanted[0]}” into “But not”" in drive.find("promptHint").text()
    assert move.isVisible()
    move.click()
    panel = drive.find("promptPanel")
    assert (panel.prompts, panel.against) == (wanted, unwanted)
    assert drive.find("butNotEdit").isVisible()
    assert not move.isVisible()
    assert QApplication.focusWidget() is drive.find("promptEdit")


def test_an_example_takes_the_place_of_what_was_put_together(drive: Any, recording: Path) -> None:
    drive.open(recording)
    panel = drive.find("promptPanel")
    panel.set_prompts(["dog", "rain"], against=["wind"])
    drive.document.close_source()
    drive.find("exampleButton-0").click()
    drive.opened()
    assert len(panel.prompts) == 1
    assert panel.against == ()


def test_a_double_click_in_the_history_asks_for_that_alone(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    panel = drive.find("promptPanel")
    panel.recent.show_recent(["wind"])
    panel.set_prompts(["dog", "rain"])
    panel.recent.list.itemActivated.emit(panel.recent.list.item(0))
    assert asked[0].prompts == ("wind",)
    assert chips(drive) == ("dog", "rain")


def test_many_and_long_chips_stay_inside_of_the_panel(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.resize(drive.window.minimumSize())
    panel = drive.find("promptPanel")
    panel.recent.show_recent([f"sound {number}" for number in range(30)])
    panel.set_prompts(["one sound", "two sounds", "three sounds"], against=["music", "wind"])
    panel.set_prompts(["dog", "rain", "the sound of an old steam train that passes by far away", "wind", "a man"])
    drive.until(lambda: drive.find("promptChip-4").isVisible())
    boxes = [chip.geometry() for chip in panel._wanted._chips]
    holder: QWidget = panel._wanted._holder
    drive.until(lambda: holder.height() == panel._wanted._flow.heightForWidth(holder.width()))
    boxes = [chip.geometry() for chip in panel._wanted._chips]
    assert all(holder.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for place, a in enumerate(boxes) for b in boxes[:place])
    cut = [chip._label.width() < chip._label.sizeHint().width() for chip in panel._wanted._chips]
    assert cut == [False, False, True, False, False], "only what is wider than the panel"
    assert boxes[0].top() == boxes[1].top() < boxes[2].top() < boxes[3].top()
    assert isinstance(holder.layout(), FlowLayout)


def test_there_is_no_guess_of_the_time_beside_the_time_that_is_left(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.space.asking.prompts.learn_speed("spare auto auto", 3.0, 9.0)
    budget = drive.find("budgetLabel")
    drive.say("slow beep")
    assert not budget.isVisible()
    drive.until(lambda: drive.document.state.stems[0].progress > 0)
    assert not budget.isVisible()
    drive.space.separation.cancel_all()
    drive.stem(0, "cancelled")
    drive.until(budget.isVisible)


def test_what_is_asked_for_too_early_is_separated_once_the_recording_is_there(
    drive: Any, recording: Path, asked: list[Any]
) -> None:
    drive.open(recording)
    drive.document.update_source(complete=False)
    drive.find("promptPanel").set_prompts(["a beep"])
    drive.find("separateButton").click()
    drive.find("separateButton").click()  # twice is once
    QApplication.processEvents()
    assert asked == []
    assert "still being read" in drive.window.notices.notice.message
    drive.document.update_source(complete=True)
    assert drive.window.notices.notice is None
    drive.until(lambda: bool(asked))
    drive.stem(0)
    assert [request.prompts for request in asked] == [("a beep",)]


def test_what_is_asked_of_one_recording_is_not_asked_of_the_next(drive: Any, recording: Path, asked: list[Any]) -> None:
    source = drive.open(recording)
    drive.document.update_source(complete=False)
    drive.find("promptPanel").set_prompts(["a beep"])
    drive.find("separateButton").click()
    drive.space.opening.open([recording])
    drive.until(lambda: drive.document.state.source.complete)
    QApplication.processEvents()
    assert drive.document.state.source.cache != source.cache
    assert asked == []
