"""A project comes back as it was: sound to the bit, and everything that a person set."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtGui import QUndoStack

from audiosep_core.audio.cache import SoundCache
from desktop.actions.export_formats import format_by_id
from desktop.actions.export_items import ExportChoice
from desktop.actions.project_lock import ProjectLock
from desktop.document.commands import RemoveStem, RenameStem, SetGain
from desktop.document.state import Project, Region, Selection, StemTrack


def sound_of(stem: StemTrack) -> np.ndarray:
    with SoundCache.open(stem.cache) as sound:
        return sound.read(0, sound.frames)


def apart_from_places(project: Project) -> Project:
    """The project without what may lie elsewhere the next time."""
    nowhere = Path()
    # The engine counts chunks, a project what is there.
    stems = tuple(replace(stem, cache=nowhere, progress=0.0) for stem in project.stems)
    assert project.source is not None
    return replace(project, source=replace(project.source, cache=nowhere), stems=stems)


def save_as(drive: Any, folder: Path) -> None:
    assert drive.space.project.save_as(folder)
    drive.until(lambda: not drive.space.project.working)


def reopen(drive: Any, path: Path) -> Project:
    drive.space.opening.close(sure=True)
    drive.window.open_paths([path])
    drive.opened()
    return drive.document.state


def prepared(drive: Any, recording: Path) -> tuple[Project, list[np.ndarray]]:
    """A recording with two stems and something of everything that a project keeps."""
    drive.open(recording)
    document = drive.document
    document.set_selection(Selection(1000, 90_000))
    drive.say("a beep")
    drive.stem(0)
    document.set_selection(None)
    drive.say("slow rain")
    drive.until(lambda: len(document.state.stems) == 2 and document.state.stems[1].progress > 0)
    drive.space.separation.cancel()
    beep, rain = drive.stem(0), drive.stem(1, "cancelled")
    document.set_stem(beep.id, gain_db=-3.5, pan=0.25, amount=-0.5, muted=True, name="the “beep” & more")
    document.set_stem(rain.id, strength=0.5, in_sum=False, color="#123456", parent=beep.id)
    document.set_track("rest", gain_db=2.0)
    document.set_selection(Selection(5, 50_000, (100.0, 2000.0)))
    document.set_regions([Region("r", 10, 20_000, "bark", (50.0, 60.0))])
    document.set_loop((100, 40_000))
    document.set_listening("source")
    return document.state, [sound_of(stem) for stem in document.state.stems]


def test_a_project_comes_back_as_it_was(drive: Any, recording: Path, tmp_path: Path) -> None:
    before, sounds = prepared(drive, recording)
    folder = tmp_path / "kept" / "yard.asproj"
    folder.parent.mkdir()
    save_as(drive, folder)
    after = reopen(drive, folder)
    assert apart_from_places(after) == apart_from_places(before)
    for stem, sound in zip(after.stems, sounds, strict=True):
        assert np.array_equal(sound_of(stem).view(np.uint32), sound.view(np.uint32)), stem.name
    drive.until(lambda: all(drive.space.pictures.picture(s.id).spectrum is not None for s in after.stems))
    with SoundCache.open(after.stems[1].cache) as part:
        assert part.final
        assert not part.complete
    assert drive.window.windowTitle() == "yard[*] – AudioSep"
    assert not drive.window.isWindowModified()
    stored = soundfile.info(str(next((folder / "stems").glob(f"{after.stems[0].id}.wav"))))
    assert (stored.subtype, stored.samplerate, stored.channels) == ("FLOAT", 44100, 2)


@pytest.mark.parametrize("by", ["project.json", "yard.asproj"])
def test_it_opens_by_the_files_in_it(drive: Any, recording: Path, tmp_path: Path, by: str) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    save_as(drive, tmp_path / "yard.asproj")
    assert len(reopen(drive, tmp_path / "yard.asproj" / by).stems) == 1
    assert drive.window.menus.recent_paths()[0] == tmp_path / "yard.asproj"


def test_an_unfinished_stem_goes_on_in_a_reopened_project(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("slow rain")
    drive.until(lambda: drive.document.state.stems and drive.document.state.stems[0].progress > 0)
    drive.space.separation.cancel()
    there = sound_of(drive.stem(0, "cancelled"))
    save_as(drive, tmp_path / "yard.asproj")
    stem = reopen(drive, tmp_path / "yard.asproj").stems[0]
    assert stem.state == "cancelled"
    assert 0 < stem.progress < 1
    drive.say("slow rain")  # the fake engine stays in its second chunk of those that are missing
    drive.until(lambda: drive.document.state.stems[0].progress > 0)
    assert len(drive.document.state.stems) == 1, "it goes on in the stem that is there"
    drive.until(lambda: int(np.count_nonzero(sound_of(stem))) > int(np.count_nonzero(there)))
    drive.space.separation.cancel()
    drive.stem(0, "cancelled")


def test_saving_again_writes_no_sound_anew(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    wav = folder / "stems" / f"{stem.id}.wav"
    first = wav.stat()
    drive.document.undo_stack.push(RenameStem(drive.document, stem.id, "another name"))
    assert drive.window.isWindowModified()
    drive.window.actions_by_id["save"].trigger()
    drive.until(lambda: not drive.space.project.working)
    assert (wav.stat().st_ino, wav.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)
    assert json.loads((folder / "project.json").read_text())["stems"][0]["name"] == "another name"
    assert json.loads((folder / "backup" / "project-1.json").read_text())["stems"][0]["name"] == "a beep"
    assert not drive.window.isWindowModified()


def test_history_survives_a_save_and_says_when_it_is_clean(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    stack: QUndoStack = drive.document.undo_stack
    stack.push(RenameStem(drive.document, stem.id, "dog"))
    assert drive.window.actions_by_id["undo"].text() == "&Undo Rename “a beep”"
    save_as(drive, tmp_path / "yard.asproj")
    assert not drive.space.project.modified
    stack.undo()
    assert drive.space.project.modified
    assert drive.document.state.stems[0].name == "a beep"
    assert drive.window.actions_by_id["redo"].text() == "&Redo Rename “a beep”"
    stack.redo()
    assert not drive.space.project.modified
    assert not drive.window.isWindowModified()


def test_what_is_edited_while_it_is_saved_is_not_saved(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.space.project.save_as(tmp_path / "yard.asproj")
    drive.document.undo_stack.push(SetGain(drive.document, stem.id, -6.0))
    drive.until(lambda: not drive.space.project.working)
    assert drive.space.project.modified
    drive.space.project.save()
    drive.until(lambda: not drive.space.project.working)
    assert not drive.space.project.modified


def test_the_recording_is_found_where_it_was_moved_with_the_project(
    drive: Any, recording: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home of both"
    home.mkdir()
    beside = recording.rename(home / recording.name)
    drive.open(beside)
    drive.say("a beep")
    drive.stem(0)
    save_as(drive, home / "yard.asproj")
    drive.space.opening.close(sure=True)
    moved = home.rename(tmp_path / "elsewhere")
    drive.window.open_paths([moved / "yard.asproj"])
    drive.opened()
    assert drive.document.state.source.path == moved / recording.name


def test_a_recording_that_is_gone_can_be_shown(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    sound = sound_of(drive.stem(0))
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    drive.space.opening.close(sure=True)
    away = tmp_path / "far" / "away"
    away.mkdir(parents=True)
    renamed = recording.rename(away / "renamed.wav")
    drive.window.open_paths([folder])
    drive.until(lambda: drive.find("noticeAction").text() == "Find the recording…")
    assert drive.document.state.source is None
    assert recording.name in drive.find("noticeLabel").text()
    drive.space.projects.open(folder, renamed, sure=True)
    drive.opened()
    assert np.array_equal(sound_of(drive.document.state.stems[0]), sound)


def test_another_recording_cannot_stand_for_it(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    drive.space.opening.close(sure=True)
    soundfile.write(recording, np.zeros((1000, 1)), 8000)
    drive.window.open_paths([folder])
    drive.until(lambda: drive.find("noticeAction").text() == "Find the recording…")
    assert drive.document.state.source is None
    assert drive.space.projects.pending == ""


def test_a_project_saved_elsewhere_needs_its_former_folder_no_more(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    sound = sound_of(drive.stem(0))
    former, folder, out = tmp_path / "former.asproj", tmp_path / "yard.asproj", tmp_path / "out"
    out.mkdir()
    save_as(drive, former)
    stem = reopen(drive, former).stems[0]
    save_as(drive, folder)
    shutil.rmtree(former)
    drive.document.undo_stack.push(RenameStem(drive.document, stem.id, "the dog"))
    drive.space.project.save()
    drive.until(lambda: not drive.space.project.working)
    assert not drive.space.project.modified
    assert np.array_equal(sound_of(stem), sound)
    job = drive.space.exporting.export(ExportChoice((stem.id,), out, format_by_id("wav-float"), template="{name}"))
    drive.until(lambda: drive.space.jobs.job(job).over)
    assert np.array_equal(soundfile.read(out / "the dog.wav", dtype="float32")[0], sound)
    drive.document.undo_stack.push(RemoveStem(drive.document, stem.id))
    for place in range(5):  # more often than backups are kept
        drive.document.undo_stack.push(SetGain(drive.document, "rest", -1.0 - place))
        drive.space.project.save()
        drive.until(lambda: not drive.space.project.working)
    while not drive.document.state.stems:
        drive.document.undo_stack.undo()
    assert np.array_equal(sound_of(stem), sound), "its file stays as long as undo may bring it back"
    drive.space.project.save()
    drive.until(lambda: not drive.space.project.working)
    after = reopen(drive, folder).stems[0]
    assert after.name == "the dog"
    assert np.array_equal(sound_of(after), sound)


def test_a_stem_that_was_taken_out_comes_back_after_a_save(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    sound = sound_of(drive.stem(0))
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    stem = reopen(drive, folder).stems[0]
    drive.document.undo_stack.push(RemoveStem(drive.document, stem.id))
    for place in range(5):  # more often than backups are kept
        drive.document.undo_stack.push(SetGain(drive.document, "rest", -1.0 - place))
        drive.space.project.save()
        drive.until(lambda: not drive.space.project.working)
    assert len(list((folder / "backup").iterdir())) == 3
    while drive.document.undo_stack.canUndo():
        drive.document.undo_stack.undo()
    assert np.array_equal(sound_of(drive.document.state.stems[0]), sound)


@pytest.mark.reliability
def test_two_windows_on_one_project_are_told_and_the_second_may_open_a_copy(
    drive: Any, recording: Path, tmp_path: Path
) -> None:
    drive.open(recording)
    drive.say("a beep")
    sound = sound_of(drive.stem(0))
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    assert (folder / "project.lock").exists()
    drive.space.opening.close(sure=True)
    assert not (folder / "project.lock").exists()
    other = ProjectLock(folder)
    assert other.take() is None
    drive.window.open_paths([folder])
    assert "open in another window" in drive.find("noticeLabel").text()
    assert drive.document.state.source is None
    drive.find("noticeAction").click()
    drive.opened()
    assert drive.space.project.folder is None, "saved nowhere"
    assert drive.space.project.modified
    for file in (folder / "stems").iterdir():
        file.unlink()  # as the other window may do
    assert np.array_equal(sound_of(drive.document.state.stems[0]), sound)
    assert ProjectLock(folder).take() is not None, "it is still the other's"
    save_as(drive, tmp_path / "copy.asproj")
    ids = [json.loads((one / "project.json").read_text())["id"] for one in (folder, tmp_path / "copy.asproj")]
    assert ids[0] != ids[1]
    other.release()


@pytest.mark.reliability
def test_the_lock_of_a_dead_process_is_taken_over_and_that_of_a_living_one_never(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from desktop.actions.project_lock import ProjectLock\n"
        "lock = ProjectLock(Path(sys.argv[1])); print(lock.take(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "None\n"
        lock = tmp_path / "project.lock"
        os.utime(lock, (0, 0))  # however the clock was set
        holder = ProjectLock(tmp_path).take()
        assert holder is not None
        assert holder.here
        process.kill()
        process.wait()
        assert lock.exists()
        mine = ProjectLock(tmp_path)
        assert mine.take() is None
        mine.release()


def test_a_newer_project_is_refused_and_left_as_it_is(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.open(recording)
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    drive.space.opening.close(sure=True)
    record = json.loads((folder / "project.json").read_text())
    text = json.dumps(record | {"schema_version": 99, "program": "9.0"})
    (folder / "project.json").write_text(text)
    drive.window.open_paths([folder])
    drive.until(lambda: "newer version" in drive.find("noticeLabel").text())
    assert drive.document.state.source is None
    assert (folder / "project.json").read_text() == text
    assert not (folder / "project.lock").exists()


def test_a_project_whose_recording_became_shorter_is_saved_opened_and_used(
    drive: Any, recording: Path, tmp_path: Path
) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    sound = sound_of(stem)
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    drive.space.opening.close(sure=True)
    whole, rate = soundfile.read(recording, dtype="float32")
    soundfile.write(recording, whole[:-30_000], rate, subtype="FLOAT")
    told: list[str] = []
    drive.space.notices.posted.connect(lambda notice: told.append(notice.message))
    for round_ in range(5):  # more often than backups are kept
        after = reopen(drive, folder)
        assert (after.source.frames, after.stems[0].end) == (stem.end - 30_000, stem.end)
        drive.document.undo_stack.push(RenameStem(drive.document, stem.id, f"name {round_}"))
        drive.space.project.save()
        drive.until(lambda: not drive.space.project.working)
        assert not drive.space.project.modified
    assert not [message for message in told if "damaged" in message or "could not be read" in message]
    stem = reopen(drive, folder).stems[0]
    assert stem.name == "name 4"
    assert np.array_equal(sound_of(stem), sound)
    drive.until(lambda: drive.space.pictures.picture("rest").serial > 0 and drive.space.sums.report is not None)
    out = tmp_path / "out"
    out.mkdir()
    choice = ExportChoice((stem.id, "rest"), out, format_by_id("wav-float"), template="{name}")
    job = drive.space.exporting.export(choice)
    drive.until(lambda: drive.space.jobs.job(job).over)
    parts = [soundfile.read(file, dtype="float32")[0] for file in out.iterdir()]
    assert [len(part) for part in parts] == [len(whole) - 30_000] * 2
    np.testing.assert_allclose(parts[0] + parts[1], whole[:-30_000], atol=1e-6)


def test_what_could_not_be_opened_again_is_not_saved(
    drive: Any, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.document.fields.LONGEST_LIST", 20)
    drive.open(recording)
    folder = tmp_path / "yard.asproj"
    save_as(drive, folder)
    before = (folder / "project.json").read_bytes()
    drive.document.set_regions(Region(f"{n}", n, n + 5) for n in range(21))
    drive.document.undo_stack.push(SetGain(drive.document, "rest", -1.0))
    assert not drive.space.project.save()
    assert not drive.space.project.save_as(tmp_path / "new.asproj")
    assert "not saved" in drive.find("noticeLabel").text()
    assert drive.space.project.modified
    assert (folder / "project.json").read_bytes() == before
    drive.document.set_regions(drive.document.state.regions[:20])
    assert drive.space.project.save()
    drive.until(lambda: not drive.space.project.working)
    assert not drive.space.project.modified
