"""Requests that come of other requests: within a stem, again, as a command line, as JSON."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner

from audiosep_core.audio.cache import SoundCache
from audiosep_core.cli import app
from audiosep_core.errors import AudioSepError
from desktop.actions.recipes import command_line, recipe_json
from desktop.document.state import Project, Recipe, Selection, Source, StemTrack

RATE = 44100


def press(drive: Any, keys: str) -> None:
    QTest.keySequence(drive.window, QKeySequence(keys))


@pytest.fixture
def asked(drive: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the engine is asked for; it still gets it."""
    requests: list[Any] = []
    separate = drive.space.inference.separate

    def note(request: Any) -> None:
        requests.append(request)
        separate(request)

    monkeypatch.setattr(drive.space.inference, "separate", note)
    return requests


def ask_within(drive: Any, stem_id: str, prompt: str) -> None:
    drive.window.tracks.focus_row(stem_id)
    press(drive, "Ctrl+Shift+K")
    drive.say(prompt)


def test_a_stem_is_listened_to_and_what_comes_of_it_takes_its_place(
    drive: Any, recording: Path, asked: list[Any]
) -> None:
    source = drive.open(recording)
    drive.document.set_selection(Selection(RATE, 3 * RATE))
    drive.say("a beep")
    parent = drive.stem(0)
    drive.document.set_selection(Selection(2 * RATE, source.frames))
    ask_within(drive, parent.id, "its echo")
    child = drive.stem(1)
    assert (child.parent, child.start, child.end) == (parent.id, 2 * RATE, 3 * RATE)
    request = asked[1]
    assert request.source == parent.cache
    assert (request.start, request.end) == (RATE, 2 * RATE), "frames of the stem, not of the recording"
    with SoundCache.open(parent.cache) as whole, SoundCache.open(child.cache) as part:
        half = whole.read(RATE, 2 * RATE) * 0.5
        assert part.read(0, RATE) == pytest.approx(half, abs=1e-6), "the fake engine gives half of what it hears"
    assert not drive.document.state.stem(parent.id).in_sum
    assert drive.window.prompt_panel.scope.within == "", "the next request is the recording's again"
    drive.document.undo_stack.undo()
    assert drive.document.state.stem(parent.id).in_sum
    assert drive.document.state.stem(child.id) is None


def test_a_selection_outside_of_the_stem_is_told(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    drive.document.set_selection(Selection(0, RATE))
    drive.say("a beep")
    parent = drive.stem(0)
    drive.document.set_selection(Selection(2 * RATE, 3 * RATE))
    ask_within(drive, parent.id, "its echo")
    assert len(asked) == 1
    assert "outside" in drive.find("noticeLabel").text()
    drive.find("withinClearButton").click()
    drive.say("its echo")
    assert drive.stem(1).parent == ""


def test_a_stem_is_made_again_in_its_row_and_back(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    panel = drive.window.prompt_panel
    panel.set_prompts(("a beep", "a hum"), ("wind",))
    panel.ask()
    first, second = drive.stem(0), drive.stem(1)
    drive.document.set_stem(first.id, gain_db=-6.0, name="mine", match=0.5)
    channels = drive.find("channelsCombo")
    channels.setCurrentIndex(1)
    drive.window.tracks.focus_row(first.id)
    press(drive, "Ctrl+R")
    again = drive.stem(0)
    assert again.id != first.id
    assert drive.document.state.stems[1].id == second.id
    assert (again.name, again.gain_db, again.prompt, again.match) == ("mine", -6.0, "a beep", None)
    assert (again.start, again.end) == (first.start, first.end)
    assert again.recipe.prompts == ("a beep",)
    assert set(again.recipe.against) == {"wind", "a hum"}, "what competed with it still does"
    assert asked[1].message()["options"]["channels"] == "independent"
    drive.document.undo_stack.undo()
    assert [stem.id for stem in drive.document.state.stems] == [first.id, second.id]
    drive.document.undo_stack.redo()
    assert drive.document.state.stems[0].id == again.id


def test_a_box_and_the_advanced_choices_reach_the_engine(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    drive.document.set_selection(Selection(0, RATE, (200.0, 4000.0)))
    assert "200–4000\N{NO-BREAK SPACE}Hz" in drive.find("scopeLabel").text()
    drive.find("backendCombo").setCurrentIndex(2)
    drive.find("aboveBandTick").setChecked(False)
    drive.say("a beep")
    stem = drive.stem(0)
    message = asked[0].message()
    assert message["backend"] == "openvino"
    assert message["options"] == {"above_band": False, "band_hz": [200.0, 4000.0]}
    assert stem.band_hz == (200.0, 4000.0)
    drive.find("scopeFile").setChecked(True)
    drive.say("another beep")
    assert (drive.stem(1).end, drive.stem(1).band_hz) == (drive.document.state.source.frames, None)


def project(tmp_path: Path, **changes: Any) -> tuple[Project, StemTrack]:
    path = tmp_path / "yard, 5 o'clock.wav"
    source = Source(path, tmp_path / "source.json", RATE, 2, 10 * RATE, True)
    stem = StemTrack("id", "dog", "dog; rm -rf *", tmp_path / "stem.json", 0, 10 * RATE, "starter", **changes)
    return Project(source=source, stems=(stem,)), stem


def parsed(monkeypatch: pytest.MonkeyPatch, line: str) -> dict[str, Any]:
    """What the real command makes of a line; nothing is separated."""
    from audiosep_core.cli import separate as module

    seen: dict[str, Any] = {}

    def probe(path: Path) -> None:
        seen["path"] = path
        raise AudioSepError("enough", "That was all.")

    def options(*values: Any) -> Any:
        seen["options"] = real(*values)
        return seen["options"]

    real = module.how.separation_options
    monkeypatch.setattr(module.how, "separation_options", options)
    monkeypatch.setattr(module, "_hints", lambda words: seen.update(words=words))
    monkeypatch.setattr("audiosep_core.audio.read.probe", probe)
    words = shlex.split(line)
    assert words[0] == "audiosep"
    result = CliRunner().invoke(app, words[1:])
    assert "path" in seen, result.output
    return seen


def test_a_command_line_says_all_of_a_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe(
        ("dog; rm -rf *", "rain"), ("no 'wind'",), None, "cpu", "torch", "independent", False, above_band=False
    )
    state, stem = project(tmp_path, recipe=recipe, strength=-0.5, band_hz=(100.0, 2500.5))
    seen = parsed(monkeypatch, command_line(state, stem))
    assert seen["path"] == tmp_path / "yard, 5 o'clock.wav"
    assert seen["words"] == ["dog; rm -rf *", "rain", "no 'wind'"]
    options = seen["options"]
    assert options.against == ("no 'wind'",)
    assert (options.channels, options.compete, options.above_band) == ("independent", False, False)
    assert (options.strength, options.band_hz) == (-0.5, (100.0, 2500.5))
    line = shlex.split(command_line(state, stem))
    assert line[line.index("--device") + 1] == "cpu"
    assert line[line.index("--backend") + 1] == "torch"


def test_a_command_line_gives_the_same_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, stem = project(tmp_path, recipe=Recipe(("dog",)))
    stem = StemTrack(**{**stem.__dict__, "start": 12_345, "end": 67_891})
    line = shlex.split(command_line(state, stem))
    start, end = (float(line[line.index(name) + 1]) for name in ("--start", "--end"))
    assert (round(start * RATE), round(end * RATE)) == (12_345, 67_891)
    parsed(monkeypatch, command_line(state, stem))
    plain, stem = project(tmp_path, recipe=Recipe(("dog",)))
    assert "--start" not in command_line(plain, stem)
    assert "--end" not in command_line(plain, stem)


def test_an_example_is_a_span_of_the_recording(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, stem = project(tmp_path, recipe=Recipe(("like 1–2 s",), like=(RATE, 2 * RATE)))
    line = shlex.split(command_line(state, stem))
    assert line[line.index("--like-span") + 1 : line.index("--like-span") + 3] == ["1", "2"]
    assert "-p" not in line
    parsed(monkeypatch, command_line(state, stem))


def test_json_holds_the_request_and_the_stem_it_was_asked_within(tmp_path: Path) -> None:
    state, parent = project(tmp_path, recipe=Recipe(("dog",), ("wind",)))
    child = StemTrack(
        **{**parent.__dict__, "id": "child", "parent": "id", "prompt": "echo", "recipe": Recipe(("echo",))}
    )
    facts = json.loads(recipe_json(state, child))
    assert (facts["prompts"], facts["within"]["not"], facts["end_s"]) == (["echo"], ["wind"], 10.0)


def test_recipes_are_copied_by_key(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.window.tracks.focus_row(drive.stem(0).id)
    press(drive, "Ctrl+Shift+C")
    text = QGuiApplication.clipboard().text()
    assert shlex.split(text)[:5] == ["audiosep", "separate", str(recording), "-p", "a beep"]
    drive.window.actions_by_id["copyRecipe"].trigger()
    assert json.loads(QGuiApplication.clipboard().text())["prompt"] == "a beep"


def test_phrasings_are_heard_and_one_is_taken(drive: Any, recording: Path, asked: list[Any]) -> None:
    drive.open(recording)
    phrasings = drive.space.asking.phrasings
    drive.find("promptEdit").setText("dog barking")
    press(drive, "Ctrl+Shift+P")
    drive.until(lambda: phrasings.trial is not None and phrasings.trial.state == "ready")
    assert asked[0].prompts == phrasings.trial.phrasings
    assert (len(asked[0].prompts), asked[0].compete) == (3, False)
    assert drive.document.state.stems == (), "none of them is in the project"
    heard: list[int] = []
    phrasings.heard.connect(heard.append)
    press(drive, "Alt+2")
    assert heard == [1]
    assert drive.find("hearPhrasing-1").isChecked()
    drive.find("promptEdit").setFocus()
    drive.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert heard == [1, 2], "also while words are typed"
    words = phrasings.trial.phrasings[1]
    drive.find("usePhrasing-1").click()
    assert drive.stem(0).prompt == words
    assert phrasings.trial is None
    assert not drive.find("phrasingsCard").isVisible()


def test_phrasings_fail_with_the_engine_and_restart_it_when_they_are_asked_for_again(
    drive: Any, recording: Path
) -> None:
    drive.open(recording)
    separation, phrasings = drive.space.separation, drive.space.asking.phrasings
    separation.separate("deaf beep", "spare", "auto", 0)
    drive.until(lambda: drive.document.state.stems[0].progress > 0)
    drive.find("promptEdit").setText("dog barking")
    drive.find("phrasingsButton").click()
    drive.until(lambda: phrasings.trial is not None)
    psutil.Process(drive.space.inference.child_pid).kill()
    drive.until(lambda: phrasings.trial.state == "failed")
    assert separation.engine_down, "what killed it is not tried again unasked"
    drive.find("phrasingsButton").click()
    drive.until(lambda: phrasings.trial is not None and phrasings.trial.state == "ready")
    assert not separation.engine_down


def test_phrasings_that_are_not_known_yet_when_the_engine_dies_are_not_tried(
    drive: Any, recording: Path, asked: list[Any]
) -> None:
    drive.open(recording)
    phrasings = drive.space.asking.phrasings
    phrasings.try_out("dog barking", "spare", Recipe(), 0)
    drive.space.inference.engine_stopped.emit("The engine stopped.")
    phrasings.shutdown()  # now they are known
    QApplication.processEvents()
    assert phrasings.trial is None
    assert asked == []


def test_phrasings_can_be_let_go_of(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.find("promptEdit").setText("dog barking")
    drive.find("phrasingsButton").click()
    drive.until(drive.find("phrasingsCard").isVisible)
    drive.find("phrasingsCloseButton").click()
    assert not drive.find("phrasingsCard").isVisible()
    assert drive.document.state.stems == ()
