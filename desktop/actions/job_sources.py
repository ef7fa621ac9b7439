"""Work that is not an export in the book of jobs: separations and what is done with models."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.actions.engine_work import Work
from desktop.actions.jobs import JobBook, JobFacts, State
from desktop.actions.models import ModelsController, ModelWork
from desktop.actions.separation import SeparationController
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.model_thread import ModelThread


class SeparationJobs(QObject):
    """Enters what the engine is asked for."""

    def __init__(
        self,
        book: JobBook,
        separation: SeparationController,
        inference: InferenceThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._separation = separation
        self._inference = inference
        self._stems: dict[str, tuple[str, ...]] = {}  # by job, as long as they can be gone on with
        inference.failed.connect(self._failed)
        inference.cancelled.connect(self._cancelled)
        inference.done.connect(self._done)
        separation.work_changed.connect(self._follow)

    def _follow(self, work: Work | None) -> None:
        for job, stems in self._separation.asked.items():
            if job not in self._stems:
                self._stems[job] = tuple(stem.id for stem in stems)
                title = self.tr("“{name}”").format(name=", ".join(stem.name for stem in stems))
                self._book.put(JobFacts(job, "separation", title), self)
        if work is None or self._book.job(work.job) is None:
            return
        phases = {"loading": self.tr("Loading the model"), "separating": self.tr("Separating")}
        phase = phases.get(work.phase, "")
        state: State = "running" if phase else "waiting"
        self._book.update(work.job, state=state, phase=phase, done=work.done, total=work.total, eta_s=work.eta_s)

    def _done(self, job: str, _answer: object) -> None:
        self._end(job, "done")

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        self._end(job, "failed", f"{message} {hint}".strip())

    def _cancelled(self, job: str) -> None:
        self._end(job, "stopped")

    def _end(self, job: str, state: State, note: str = "") -> None:
        if job in self._stems:
            if state == "done":
                del self._stems[job]
            self._book.end(job, state, note, can_retry=state != "done")

    # -- the jobs panel

    def stop(self, job: str) -> None:
        """Stop one request; what is done of it is kept."""
        self._inference.cancel(job)

    def retry(self, job: str) -> bool:
        """Go on where it stood, in those of its stems that are still there; else the person was told why not now."""
        stems = self._stems.get(job, ())
        if self._separation.go_on(*stems) is None:
            return self._separation.left(*stems)
        self._stems.pop(job, None)
        return True

    def move(self, job: str, places: int) -> None:
        """Let one that waits go earlier or later."""
        self._inference.move(job, places)


class ModelJobs(QObject):
    """Enters downloads, imports and removals of models."""

    def __init__(
        self, book: JobBook, models: ModelsController, thread: ModelThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._models = models
        self._thread = thread
        self._known: dict[str, ModelWork] = {}
        thread.failed.connect(self._failed)
        thread.cancelled.connect(self._cancelled)
        thread.done.connect(self._done)
        models.work_changed.connect(self._follow)

    def _follow(self, _work: object) -> None:
        phases = {
            "starting": self.tr("Starting"),
            "waiting": self.tr("Waiting for another program"),
            "checking": self.tr("Checking"),
            "downloading": self.tr("Downloading"),
            "importing": self.tr("Importing"),
        }
        for job, work in self._models.works.items():
            if job not in self._known:
                titles = {"pull": self.tr("Get “{name}”"), "import": self.tr("Import “{name}”")}
                title = titles.get(work.kind, self.tr("Remove “{name}”")).format(name=work.title)
                self._book.put(JobFacts(job, "model", title, can_move=False), self)
            self._known[job] = work
            if work.phase != "queued":
                phase = phases.get(work.phase, "")
                self._book.update(job, state="running", phase=phase, done=work.done, total=work.total, eta_s=work.eta_s)

    def _done(self, job: str, answer: dict[str, object]) -> None:
        self._end(job, "done", folder=Path(str(answer["path"])).parent if answer.get("path") else None)

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        self._end(job, "failed", f"{message} {hint}".strip())

    def _cancelled(self, job: str) -> None:
        self._end(job, "stopped")

    def _end(self, job: str, state: State, note: str = "", folder: Path | None = None) -> None:
        work = self._known.get(job)
        if work is None:
            return
        if state == "done":
            del self._known[job]
        if folder is not None:
            self._book.update(job, folder=folder)
        self._book.end(job, state, note, can_retry=state != "done" and work.kind == "pull")

    # -- the jobs panel

    def stop(self, job: str) -> None:
        """Stop one; what came of a download is kept."""
        self._thread.cancel(job)

    def retry(self, job: str) -> bool:
        """Try a download again; it goes on where it stood."""
        work = self._known.pop(job, None)
        model = next((one for one in self._models.models() if work is not None and one.name == work.key), None)
        if model is not None:
            self._models.get(model)
        return model is not None

    def move(self, job: str, places: int) -> None:
        """They keep their order."""
