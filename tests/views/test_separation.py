"""What the person is told while the engine works: phases, parts, the time that is left."""

from pathlib import Path
from typing import Any

import pytest

from desktop.actions.picture_store import PictureStore
from desktop.actions.separation import ETA_AFTER_CHUNKS, SeparationController, Work
from desktop.document.document import Document
from desktop.document.state import Selection, Source
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import Notice, NoticeBus


class Desk:
    """A controller over threads that were never started: the test speaks for the engine."""

    def __init__(self, tmp_path: Path) -> None:
        self.now_s = 0.0
        self.document = Document()
        self.inference = InferenceThread(["unused"])
        self.notices = NoticeBus()
        self.works: list[Work | None] = []
        self.told: list[Notice] = []
        self.media = MediaThread(["unused"])
        self.pictures = PictureStore(self.document, tmp_path)
        self.controller = SeparationController(
            self.document, self.pictures, self.inference, self.media, self.notices, tmp_path, clock=lambda: self.now_s
        )
        self.controller.work_changed.connect(self.works.append)
        self.notices.attach(self.told.append)

    def open(self, *, complete: bool = True) -> None:
        path = Path("a.wav")
        self.document.open_source(Source(path, path, 1000, 1, 60_000, complete))

    def ask(self, prompt: str = "dog") -> str:
        job = self.controller.separate(prompt, "starter", "auto", 30_000)
        assert job is not None
        return job


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_time_left_is_told_after_some_chunks(desk: Desk) -> None:
    desk.open()
    job = desk.ask()
    desk.inference.job_started.emit(job)
    desk.inference.phase.emit(job, "loading")
    assert desk.works[-1].phase == "loading"
    desk.now_s = 10.0
    desk.inference.phase.emit(job, "separating")
    for done in range(1, 6):
        desk.now_s += 2.0
        desk.inference.progress.emit(job, done, 10)
        expected = 2.0 * (10 - done) if done >= ETA_AFTER_CHUNKS else None
        assert desk.works[-1].eta_s == (pytest.approx(expected) if expected else None)
    assert desk.document.state.stems[0].progress == 0.5
    desk.inference.done.emit(job, {"model": "starter", "device": "cpu"})
    assert desk.works[-1] is None
    assert desk.document.state.stems[0].state == "done"


def test_a_second_request_waits_and_is_counted(desk: Desk) -> None:
    desk.open()
    first, second = desk.ask("dog"), desk.ask("rain")
    assert desk.works[-1].waiting == 1
    desk.inference.failed.emit(first, "out-of-memory", "Too little memory.", "Mark less.")
    assert [stem.state for stem in desk.document.state.stems] == ["failed", "working"]
    assert desk.works[-1].job == second
    assert desk.told[-1].message == "Too little memory."
    desk.inference.cancelled.emit(second)
    assert desk.works[-1] is None
    assert not desk.controller.working


def test_undo_stops_the_work(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(desk.inference, "cancel", stopped.append)
    desk.open()
    job = desk.ask()
    desk.document.undo_stack.undo()
    assert stopped == [job]
    desk.inference.cancelled.emit(job)
    desk.document.undo_stack.redo()
    assert desk.document.state.stems[0].state == "cancelled"


def test_nothing_is_asked_of_a_recording_that_is_still_read(desk: Desk) -> None:
    desk.open(complete=False)
    assert desk.controller.separate("dog", "starter", "auto", 0) is None
    assert desk.document.state.stems == ()
    assert "still being read" in desk.told[-1].message


def test_the_selection_is_what_is_separated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[Any] = []
    monkeypatch.setattr(desk.inference, "separate", requests.append)
    desk.open()
    desk.document.set_selection(Selection(1000, 5000))
    desk.ask("  a dog  ")
    (request,) = requests
    assert (request.start, request.end, request.prompts) == (1000, 5000, ("a dog",))
    assert request.start <= request.first < request.end
