"""What the person is told while the engine works: phases, parts, the time that is left."""

from pathlib import Path
from typing import Any

import pytest

from desktop.actions.engine_work import ETA_AFTER_CHUNKS, Work
from desktop.actions.job_sources import SeparationJobs
from desktop.actions.jobs import JobBook
from desktop.actions.picture_store import PictureStore
from desktop.actions.separation import SeparationController
from desktop.actions.stem_analysis import TRIES
from desktop.document.commands import RemoveStem
from desktop.document.document import Document
from desktop.document.state import Selection, Source
from desktop.document.storage import from_record, to_record
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import Notice, NoticeBus


class Desk:
    """A controller over threads that were never started: the test speaks for the engine."""

    def __init__(self, tmp_path: Path) -> None:
        self.now_s = 0.0
        self.folder = tmp_path
        self.document = Document()
        self.inference = InferenceThread(["unused"])
        self.notices = NoticeBus()
        self.works: list[Work | None] = []
        self.told: list[Notice] = []
        self.media = MediaThread(["unused"])
        self.pictures = PictureStore(self.document)
        self.playing_at: int | None = None
        self.opening = ""
        self.controller = SeparationController(
            self.document,
            self.pictures,
            self.inference,
            self.media,
            self.notices,
            clock=lambda: self.now_s,
            opening=lambda: self.opening,
            plays_outside=lambda stem: self.playing_at is not None and not stem.start <= self.playing_at < stem.end,
        )
        self.controller.work_changed.connect(self.works.append)
        self.notices.attach(self.told.append)

    def open(self, *, complete: bool = True) -> None:
        path = self.folder / "a.json"
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
    desk.inference.done.emit(job, {"model": "starter", "device": "CPU, 1 threads", "device_type": "cpu"})
    assert desk.works[-1] is None
    assert desk.document.state.stems[0].state == "done"


def test_what_was_there_before_took_no_time(desk: Desk) -> None:
    desk.open()
    job = desk.ask()
    desk.inference.job_started.emit(job)
    desk.inference.phase.emit(job, "separating")
    for done in range(21, 26):
        desk.now_s += 2.0
        desk.inference.progress.emit(job, done, 100)
        expected = 2.0 * (100 - done) if done - 20 >= ETA_AFTER_CHUNKS else None
        assert desk.works[-1].eta_s == (pytest.approx(expected) if expected else None)
    assert desk.document.state.stems[0].progress == 0.25


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


def test_nothing_is_asked_of_a_recording_that_is_about_to_go(desk: Desk) -> None:
    desk.open()
    desk.opening = "b.wav"
    assert desk.controller.separate("dog", "starter", "auto", 0) is None
    assert desk.document.state.stems == ()
    assert desk.told[-1].message == "“b.wav” is being opened."


def test_a_new_stem_silences_nothing_that_is_heard_elsewhere(desk: Desk) -> None:
    desk.open()
    desk.document.set_selection(Selection(1000, 5000))
    desk.playing_at = 30_000
    desk.inference.final.emit(desk.ask("dog"), 0, 1000)
    assert desk.document.solos == ()
    desk.playing_at = 2000
    second = desk.ask("rain")
    desk.inference.final.emit(second, 0, 1000)
    assert desk.document.solos == (second,)


def test_a_late_word_of_a_removed_stem_changes_no_solos(desk: Desk) -> None:
    desk.open()
    first = desk.ask("dog")
    desk.inference.final.emit(first, 0, 1000)
    second = desk.ask("rain")
    desk.document.remove_stem(second)
    heard: list[str] = []
    desk.controller.stem_audible.connect(heard.append)
    desk.inference.final.emit(second, 0, 1000)
    assert desk.document.solos == (first,)
    assert heard == []


def test_a_lost_analysis_is_asked_for_again_but_not_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs: list[str] = []
    monkeypatch.setattr(desk.media, "analyse", lambda job, cache: jobs.append(job))
    desk.open()
    job = desk.ask()
    desk.document.state.stems[0].cache.touch()
    desk.inference.done.emit(job, {})
    for tries in range(1, TRIES + 1):
        assert len(set(jobs)) == len(jobs) == tries
        assert desk.controller.uses(desk.folder)
        desk.media.failed.emit(jobs[-1], "media-died", "It stopped.", "")
    assert len(jobs) == TRIES
    assert not desk.controller.uses(desk.folder)


def test_a_stem_of_a_closed_recording_is_not_analysed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs: list[str] = []
    monkeypatch.setattr(desk.media, "analyse", lambda job, cache: jobs.append(job))
    desk.open()
    job = desk.ask()
    desk.document.state.stems[0].cache.touch()
    desk.pictures.forget_all()
    desk.document.close_source()
    desk.inference.final.emit(job, 0, 1000)
    desk.inference.cancelled.emit(job)
    assert jobs == []
    assert not desk.controller.uses(desk.folder)


def test_a_selection_can_be_the_example_for_the_whole_recording(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests: list[Any] = []
    monkeypatch.setattr(desk.inference, "separate", requests.append)
    checkpoint = tmp_path / "audiosep.ckpt"
    checkpoint.touch()
    desk.open()
    assert desk.controller.separate_like(str(checkpoint), "auto", 0) is None, "nothing is marked"
    desk.document.set_selection(Selection(1000, 2500))
    job = desk.controller.separate_like(str(checkpoint), "auto", 30_000)
    (request,) = requests
    assert (request.like, request.start, request.end, request.first) == ((1000, 2500), 0, 60_000, 30_000)
    assert request.message()["like"] == [1000, 2500]
    (stem,) = desk.document.state.stems
    assert (stem.id, stem.name) == (job, "like 1.0–2.5 s")


def test_a_model_that_knows_words_only_is_not_asked_with_an_example(desk: Desk) -> None:
    desk.open()
    desk.document.set_selection(Selection(1000, 2500))
    assert desk.controller.separate_like("starter", "auto", 0) is None
    assert desk.document.state.stems == ()
    assert "only be asked with words" in desk.told[-1].message
    assert desk.told[-1].action == "models"


def test_words_are_asked_without_an_example(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[Any] = []
    monkeypatch.setattr(desk.inference, "separate", requests.append)
    desk.open()
    desk.ask("dog")
    assert "like" not in requests[0].message()


def ask_for_two(desk: Desk, requests: list[Any]) -> Any:
    desk.open()
    assert desk.controller.separate(["dog", " rain ", "Dog"], "starter", "auto", 0, ["music", "rain"]) is not None
    return requests[-1]


@pytest.fixture
def requests(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    asked: list[Any] = []
    monkeypatch.setattr(desk.inference, "separate", asked.append)
    return asked


def test_several_sounds_are_one_job_and_share_its_fate(desk: Desk, requests: list[Any]) -> None:
    used: list[str] = []
    desk.controller.prompt_used.connect(used.append)
    request = ask_for_two(desk, requests)
    assert len(requests) == 1
    assert request.prompts == ("dog", "rain"), "each once"
    assert used == ["rain", "dog"], "the first is the newest"
    assert request.message()["options"] == {"against": ["music"]}, "what is asked for is not kept out"
    stems = desk.document.state.stems
    assert request.stems == tuple(stem.cache for stem in stems)
    assert [stem.recipe.against for stem in stems] == [("music",), ("music",)]
    desk.inference.job_started.emit(request.job)
    desk.inference.phase.emit(request.job, "separating")
    heard: list[str] = []
    desk.controller.stem_audible.connect(heard.append)
    desk.inference.final.emit(request.job, 0, 1000)
    desk.inference.final.emit(request.job, 1000, 2000)
    assert heard == [stems[0].id]
    assert desk.document.solos == tuple(stem.id for stem in stems)
    desk.inference.progress.emit(request.job, 1, 4)
    assert desk.works[-1].name == "dog, rain"
    assert [stem.progress for stem in desk.document.state.stems] == [0.25, 0.25]
    desk.inference.failed.emit(request.job, "out-of-memory", "Too little memory.", "")
    assert [stem.state for stem in desk.document.state.stems] == ["failed", "failed"]
    told = "There is not enough memory to go on. 1 of 4 parts are done and kept."
    assert [notice.message for notice in desk.told] == [told]
    assert not desk.controller.working


def test_a_job_goes_on_while_one_of_its_stems_is_wanted(
    desk: Desk, requests: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(desk.inference, "cancel", stopped.append)
    request = ask_for_two(desk, requests)
    first, second = (stem.id for stem in desk.document.state.stems)
    desk.document.remove_stem(first)
    assert stopped == []
    heard: list[str] = []
    desk.controller.stem_audible.connect(heard.append)
    desk.inference.final.emit(request.job, 0, 1000)
    assert heard == [second]
    assert desk.document.solos == (second,)
    desk.document.remove_stem(second)
    assert stopped == [request.job]


def test_asked_again_a_stopped_request_goes_on_in_its_stems(desk: Desk, requests: list[Any]) -> None:
    first = ask_for_two(desk, requests)
    desk.inference.progress.emit(first.job, 1, 4)
    desk.inference.cancelled.emit(first.job)
    stems = desk.document.state.stems
    steps = desk.document.undo_stack.count()
    job = desk.controller.separate(["dog", "rain"], "starter", "auto", 0, ["music"])
    again = requests[-1]
    assert job == again.job != first.job, "the engine may still answer for the one that was stopped"
    assert again.stems == first.stems
    assert [stem.id for stem in desk.document.state.stems] == [stem.id for stem in stems]
    assert [(stem.state, stem.progress) for stem in desk.document.state.stems] == [("working", 0.0)] * 2
    assert desk.document.undo_stack.count() == steps
    desk.inference.done.emit(again.job, {})
    assert [stem.state for stem in desk.document.state.stems] == ["done", "done"]
    desk.controller.separate(["dog", "rain"], "starter", "auto", 0, ["music"])
    assert len(desk.document.state.stems) == 4, "what is finished is not done over"


def test_a_stem_goes_on_where_it_stood_together_with_one_that_undo_would_bring_back(
    desk: Desk, requests: list[Any]
) -> None:
    first = ask_for_two(desk, requests)
    desk.inference.progress.emit(first.job, 1, 4)
    desk.inference.cancelled.emit(first.job)
    dog, rain = desk.document.state.stems
    desk.document.undo_stack.push(RemoveStem(desk.document, dog.id))
    job = desk.controller.go_on(rain.id)
    assert job is not None
    again = requests[-1]
    assert (again.prompts, again.stems) == (first.prompts, first.stems), "or the engine would begin anew"
    assert [(stem.id, stem.state) for stem in desk.document.state.stems] == [(rain.id, "working")]
    desk.inference.final.emit(job, 0, 1000)
    desk.inference.done.emit(job, {})
    desk.document.undo_stack.undo()
    assert [(stem.id, stem.state) for stem in desk.document.state.stems] == [(dog.id, "done"), (rain.id, "done")]


def test_a_stem_goes_on_with_the_latest_of_those_that_undo_would_bring_back(desk: Desk, requests: list[Any]) -> None:
    for _ in range(2):  # asked, stopped and removed, and once more
        latest = ask_for_two(desk, requests)
        desk.inference.cancelled.emit(latest.job)
        dog, rain = desk.document.state.stems
        desk.document.undo_stack.push(RemoveStem(desk.document, dog.id))
        if rain.cache == requests[0].stems[1]:
            desk.document.undo_stack.push(RemoveStem(desk.document, rain.id))
    assert desk.controller.go_on(desk.document.state.stems[0].id) is not None
    assert requests[-1].stems == latest.stems


def test_words_have_no_zeros(desk: Desk, requests: list[Any]) -> None:
    desk.open()
    desk.ask("a\0 dog\0")
    assert requests[-1].prompts == ("a dog",)
    from_record(to_record(desk.document.state, "1" * 32))


def test_a_stem_whose_fellow_is_gone_for_good_is_made_again_in_its_row(desk: Desk, requests: list[Any]) -> None:
    first = ask_for_two(desk, requests)
    desk.inference.cancelled.emit(first.job)
    dog, rain = desk.document.state.stems
    desk.document.undo_stack.push(RemoveStem(desk.document, dog.id))
    desk.document.open_project(desk.document.state)  # as it comes back from a file
    assert desk.controller.go_on(rain.id) is not None
    assert (requests[-1].prompts, requests[-1].against) == (("rain",), ("music", "dog"))
    (again,) = desk.document.state.stems
    assert (again.name, again.state, again.cache) == ("rain", "working", requests[-1].stems[0])


def test_a_stem_is_not_made_from_the_recording_when_the_one_it_was_asked_within_is_gone(
    desk: Desk, requests: list[Any]
) -> None:
    desk.open()
    parent = desk.ask("a band")
    desk.document.state.stems[0].cache.touch()
    desk.inference.done.emit(parent, {})
    owner = SeparationJobs(JobBook(), desk.controller, desk.inference)
    job = desk.controller.separate("drums", "starter", "auto", 0, within=parent)
    assert job is not None
    desk.inference.cancelled.emit(job)
    desk.document.undo_stack.push(RemoveStem(desk.document, parent))
    count = len(requests)
    assert desk.controller.go_on(job) is None
    assert len(requests) == count
    assert "not there any more" in desk.told[-1].message
    assert desk.document.state.stems[0].state == "cancelled"
    assert owner.retry(job), "it may be possible later, and the person was told"
    assert len(requests) == count
    desk.document.undo_stack.undo()
    assert owner.retry(job)
    assert requests[-1].source == desk.document.state.stems[0].cache


def test_a_job_is_tried_again_with_the_stems_that_are_left(desk: Desk, requests: list[Any]) -> None:
    book = JobBook()
    owner = SeparationJobs(book, desk.controller, desk.inference)
    first = ask_for_two(desk, requests)
    desk.inference.failed.emit(first.job, "out-of-memory", "Too little memory.", "")
    dog, rain = desk.document.state.stems
    desk.document.undo_stack.push(RemoveStem(desk.document, dog.id))
    book.retry(first.job)
    assert requests[-1].stems == first.stems
    assert desk.document.state.stem(rain.id).state == "working"  # type: ignore[union-attr]
    desk.inference.cancelled.emit(requests[-1].job)
    desk.document.remove_stem(rain.id)
    assert not owner.retry(requests[-1].job), "nothing is left"


def test_the_picture_of_a_stopped_part_does_not_cover_the_one_that_grows_again(
    desk: Desk, requests: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    analyses: list[str] = []
    taken: list[str] = []
    monkeypatch.setattr(desk.media, "analyse", lambda job, cache: analyses.append(job))
    monkeypatch.setattr(desk.pictures, "take_analysis", lambda stem: taken.append(stem.id))
    desk.open()
    job = desk.ask()
    stem_id = desk.document.state.stems[0].id
    desk.document.state.stems[0].cache.touch()
    desk.inference.cancelled.emit(job)
    again = desk.ask()
    desk.media.done.emit(analyses[0], {})
    assert taken == []
    desk.inference.done.emit(again, {})
    desk.media.done.emit(analyses[1], {})
    assert taken == [stem_id]
    assert analyses[0] != analyses[1]


def test_an_example_can_have_sounds_that_are_not_meant(desk: Desk, requests: list[Any], tmp_path: Path) -> None:
    checkpoint = tmp_path / "audiosep.ckpt"
    checkpoint.touch()
    desk.open()
    desk.document.set_selection(Selection(1000, 2500))
    desk.controller.separate_like(str(checkpoint), "auto", 0, ["music"])
    assert requests[0].message()["options"] == {"against": ["music"]}
    assert desk.document.state.stems[0].recipe.like == (1000, 2500)
