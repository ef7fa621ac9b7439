"""What is open stays until the next one is there, and goes whole; stems never go unasked."""

from pathlib import Path
from typing import Any

import pytest

from desktop.actions.opening import OpeningController
from desktop.actions.picture_store import PictureStore
from desktop.actions.session_folder import RecordingFolders
from desktop.document.document import Document
from desktop.document.state import StemTrack, new_stem
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import Notice, NoticeBus

FACTS = {"rate_hz": 44100, "channels": 2, "frames": 1000}


class Door:
    """A controller over a media thread that was never started: the test speaks for it."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.document = Document()
        self.media = MediaThread(["unused"])
        self.jobs: list[str] = []
        self.cancelled: list[str] = []
        self.names: list[str] = []
        self.told: list[Notice] = []
        monkeypatch.setattr(self.media, "open", lambda job, path, cache: self.jobs.append(job))
        monkeypatch.setattr(self.media, "cancel", self.cancelled.append)
        notices = NoticeBus()
        notices.attach(self.told.append)
        self.folders = RecordingFolders(tmp_path / "session")
        self.controller = OpeningController(
            self.document, PictureStore(self.document), self.media, notices, self.folders, lambda: self.unsaved
        )
        self.unsaved = False
        self.asked: list[Path | None] = []
        self.controller.leaving.connect(self.asked.append)
        self.controller.opening.connect(self.names.append)

    def add_stem(self) -> StemTrack:
        source = self.document.state.source
        assert source is not None
        stem = new_stem(
            self.document.state, prompt="dog", cache=source.cache.with_name("s.json"), start=0, end=9, model="starter"
        )
        self.document.add_stem(stem)
        return stem


@pytest.fixture
def door(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    return Door(tmp_path, monkeypatch)


def test_a_second_recording_that_cannot_be_read_leaves_the_first_alone(door: Door) -> None:
    door.controller.open([Path("a.wav")])
    door.media.opened.emit(door.jobs[0], FACTS)
    door.controller.open([Path("b.wav")])
    assert door.cancelled == []
    assert door.controller.pending == "b.wav"
    door.media.failed.emit(door.jobs[1], "bad", "No sound.", "")
    assert door.told[-1].message == "No sound."
    assert door.names[-1] == "a.wav", "the first one is still being read"
    door.media.decoded.emit(door.jobs[0], 1200)
    door.media.done.emit(door.jobs[0], {"frames": 1200})
    source = door.document.state.source
    assert source is not None
    assert (source.path, source.frames, source.complete) == (Path("a.wav"), 1200, True)
    assert door.names[-1] == ""


def test_the_first_is_let_go_of_when_the_second_is_there(door: Door) -> None:
    door.controller.open([Path("a.wav")])
    door.media.opened.emit(door.jobs[0], FACTS)
    first = door.document.state.source
    assert first is not None
    door.controller.open([Path("b.wav")])
    door.media.opened.emit(door.jobs[1], FACTS)
    assert door.cancelled == [door.jobs[0]]
    door.media.done.emit(door.jobs[0], {"frames": 7})  # too late to be heard
    source = door.document.state.source
    assert source is not None
    assert (source.path, source.frames, source.complete) == (Path("b.wav"), 1000, False)
    door.folders.tidy()
    assert not first.cache.parent.exists()
    assert source.cache.parent.is_dir()


def test_a_recording_that_breaks_on_the_way_goes(door: Door) -> None:
    door.controller.open([Path("a.wav")])
    door.media.opened.emit(door.jobs[0], FACTS)
    door.media.failed.emit(door.jobs[0], "bad", "It ends.", "")
    assert door.document.state.source is None
    assert door.names[-1] == ""


def test_nothing_unsaved_goes_unasked(door: Door) -> None:
    door.controller.open([Path("a.wav")])
    door.media.opened.emit(door.jobs[0], FACTS)
    door.add_stem()
    door.unsaved = True
    door.controller.close()
    door.controller.open([Path("b.wav")])
    assert len(door.document.state.stems) == 1
    assert door.asked == [None, Path("b.wav")]
    assert len(door.jobs) == 1
    door.controller.close(sure=True)
    assert door.document.state.source is None


def test_closing_without_stems_asks_nothing(door: Door) -> None:
    door.controller.open([Path("a.wav")])
    door.media.opened.emit(door.jobs[0], FACTS)
    door.controller.close()
    assert door.document.state.source is None
    assert door.told == []


def test_the_window_asks_before_closing_a_recording_with_stems(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    drive.stem(0)
    drive.window.actions_by_id["closeFile"].trigger()
    assert len(drive.document.state.stems) == 1
    drive.find("leaveDiscardButton").click()
    assert drive.document.state.source is None
    assert drive.find("emptyState").isVisible()


def test_nothing_is_separated_while_another_recording_is_opened(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.window.open_paths([recording])
    drive.say("a beep")
    assert drive.document.state.stems == ()
    assert drive.find("noticeLabel").text() == f"“{recording.name}” is being opened. Separate when it is there."
    drive.until(lambda: not drive.space.opening.pending and drive.document.state.source.complete)
    drive.say("a beep")
    drive.stem(0)
