"""Whatever moment a process is killed at: what it had told to be finished is there again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from audiosep_core.audio.cache import SoundCache
from desktop.actions.recovery import Leftover, find_leftovers, wanted_sessions
from desktop.actions.session_folder import sweep

SCRIPT = Path(__file__).with_name("scripted_window.py")


def killed(folder: Path, recording: Path, lines: int, *more: str) -> list[dict[str, Any]]:
    """Run the scripted window and kill it when it has told this many steps; what it told, the last one at the end."""
    command = [sys.executable, str(SCRIPT), str(folder), str(recording), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=SCRIPT.parents[2]) as process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline()) for _ in range(lines)]
        process.kill()
        # What it told before the kill came, and perhaps half a line.
        for line in process.stdout.read().splitlines():
            try:
                told.append(json.loads(line))
            except ValueError:
                break
    return told


def leftover_of(drive: Any) -> Leftover:
    (leftover,) = drive.space.recovery.find()
    return leftover


def recover(drive: Any, leftover: Leftover) -> None:
    assert drive.space.recovery.recover(leftover)
    drive.opened()


def expected_sound(recording: Path) -> np.ndarray:
    """What the fake engine makes of one prompt."""
    return 0.5 * soundfile.read(recording, dtype="float32", always_2d=True)[0]


def test_a_window_killed_while_it_saves_leaves_a_whole_project(drive: Any, recording: Path, tmp_path: Path) -> None:
    folder = tmp_path / "yard.asproj"
    told = killed(tmp_path, recording, 15, str(folder))[-1]
    record = json.loads((folder / "project.json").read_text())
    for entry in record["stems"]:
        assert soundfile.info(str(folder / "stems" / entry["sound"]["file"])).frames == entry["sound"]["frames"]
    recover(drive, leftover_of(drive))
    assert told["stems"].keys() <= {stem.id for stem in drive.document.state.stems}
    assert drive.space.project.folder == folder
    assert drive.space.project.modified


def test_the_sweep_spares_what_can_be_recovered(drive: Any, recording: Path, tmp_path: Path) -> None:
    killed(tmp_path, recording, 1)
    leftover = leftover_of(drive)
    journals = leftover.entry.journal.parent
    dead = tmp_path / "cache" / "session-1-deadbeef"
    dead.mkdir()
    sweep(tmp_path / "cache", wanted_sessions(journals))
    assert leftover.entry.session.is_dir()
    assert not dead.exists()
    assert drive.space.session.folder.is_dir()
    drive.space.recovery.discard(leftover)
    assert not leftover.entry.session.exists()
    assert drive.space.recovery.find() == []


def test_clearing_the_cache_takes_no_work_that_waits_or_was_recovered(
    drive: Any, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(tmp_path, recording, 1)
    monkeypatch.setenv("AUDIOSEP_CACHE", str(tmp_path / "cache"))
    drive.window.handlers.preferences.show_preferences("storage")

    def clear() -> None:
        waste = tmp_path / "cache" / "waste"
        waste.touch()
        button = drive.find("cacheClearButton")
        button.click()
        drive.until(button.isEnabled)
        assert not waste.exists()

    clear()
    recover(drive, leftover_of(drive))
    clear()
    state = drive.document.state
    assert state.source.cache.exists()
    assert all(stem.cache.exists() for stem in state.stems)
    assert drive.space.project.save_as(tmp_path / "yard.asproj")
    drive.until(lambda: not drive.space.project.working)
    record = json.loads((tmp_path / "yard.asproj" / "project.json").read_text())
    assert [entry["id"] for entry in record["stems"] if entry["sound"]] == [stem.id for stem in state.stems]


def test_recovered_work_survives_another_crash_and_goes_when_it_is_discarded(
    drive: Any, recording: Path, tmp_path: Path
) -> None:
    killed(tmp_path, recording, 1)
    leftover = leftover_of(drive)
    recover(drive, leftover)
    assert not leftover.entry.journal.exists()
    assert wanted_sessions(leftover.entry.journal.parent) == {leftover.entry.session.name}, "the new journal has it"
    assert find_leftovers(leftover.entry.journal.parent) == [], "somebody works on it"
    drive.window.close()
    assert not leftover.entry.session.exists()
    assert list(leftover.entry.journal.parent.iterdir()) == []


def test_the_dialog_offers_time_and_content(drive: Any, recording: Path, tmp_path: Path) -> None:
    killed(tmp_path, recording, 2)
    drive.window.handlers.projects.offer_recovery()
    text = drive.find("recoveryList").item(0).text()
    assert recording.name in text
    assert "“renamed 1”" in text
    drive.qtbot.mouseClick(drive.find("recoverButton"), Qt.MouseButton.LeftButton)
    drive.until(lambda: bool(drive.document.state.stems) and drive.document.state.source.complete)
    assert drive.window.isWindowModified()
    assert drive.window.windowTitle().startswith(recording.name)


def test_to_discard_in_the_dialog_removes_it(drive: Any, recording: Path, tmp_path: Path) -> None:
    killed(tmp_path, recording, 1)
    session = leftover_of(drive).entry.session
    drive.window.handlers.projects.offer_recovery()
    drive.find("recoveryDiscardButton").click()
    assert not session.exists()
    assert drive.space.recovery.find() == []
    assert drive.document.state.source is None


@pytest.mark.parametrize("damage", ["source", "record", "everything"])
def test_a_failed_recovery_blocks_nothing(drive: Any, recording: Path, tmp_path: Path, damage: str) -> None:
    killed(tmp_path, recording, 1)
    journal = leftover_of(drive).entry.journal
    message = json.loads(journal.read_text())
    if damage == "source":
        Path(message["record"]["source"]["cache"]).write_text("{")
    elif damage == "record":
        journal.write_text(json.dumps(message | {"record": {"stems": 7}}))
    else:
        journal.write_bytes(b"\xff\x00")
    leftovers = drive.space.recovery.find()
    for leftover in leftovers:
        assert not drive.space.recovery.recover(leftover)
        assert "could not be recovered" in drive.find("noticeLabel").text()
        assert leftover.entry.session.is_dir(), "what is left stays"
    assert bool(leftovers) == (damage != "everything")
    drive.open(recording)
    assert drive.space.recovery.find() == leftovers


def test_a_stem_that_was_being_made_keeps_what_it_has(drive: Any, recording: Path, tmp_path: Path) -> None:
    killed(tmp_path, recording, 1)
    leftover = leftover_of(drive)
    message = json.loads(leftover.entry.journal.read_text())
    stem = message["record"]["stems"][0]
    header = json.loads(Path(stem["cache"]).read_text())
    Path(stem["cache"]).write_text(json.dumps(header | {"final": [[0, 22050]], "complete": False}))
    recover(drive, leftover_of(drive))
    assert drive.document.state.stems[0].state == "cancelled"
    with SoundCache.open(drive.document.state.stems[0].cache) as sound:
        assert sound.final == ((0, 22050),)


def test_nothing_is_kept_of_what_was_saved_or_never_touched(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    journals = tmp_path / "home" / "data" / "recovery"
    assert not list(journals.glob("*.json"))
    drive.say("a beep")
    drive.stem(0)
    drive.until(lambda: bool(list(journals.glob("*.json"))))
    drive.space.project.save_as(tmp_path / "yard.asproj")
    drive.until(lambda: not drive.space.project.working and not list(journals.glob("*.json")))
