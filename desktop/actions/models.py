"""Getting models: what is asked for, how far it is, what became of it. The work is the model process's."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.registry import ModelInfo, list_models, model_title
from desktop.actions.pace import Pace
from desktop.inference.model_thread import ModelThread
from desktop.services.notices import NoticeBus

Kind = Literal["pull", "import", "remove"]
_OWN = "file:"


@dataclass(frozen=True)
class ModelWork:
    """What is done with one model now.

    Attributes:
        key: The model's name; of a file, `own_key` of its path.
        title: What a person reads.
        kind: "pull", "import" or "remove".
        phase: "queued", "starting", "waiting", "checking", "downloading" or "importing".
        done: Bytes (while importing: parts) done.
        total: Bytes (parts) in all, 0 while unknown.
        eta_s: Seconds left, None while that cannot be told.
    """

    key: str
    title: str
    kind: Kind
    phase: str = "queued"
    done: int = 0
    total: int = 0
    eta_s: float | None = None


@dataclass(frozen=True)
class Failure:
    """Why the last try with a model came to nothing; "licence-not-accepted" is a question."""

    title: str
    code: str
    message: str
    hint: str


def own_key(path: Path) -> str:
    """The key of a file that is being imported."""
    return f"{_OWN}{path}"


def own_path(key: str) -> Path | None:
    """The file of such a key, None for a model's name."""
    return Path(key.removeprefix(_OWN)) if key.startswith(_OWN) else None


class ModelsController(QObject):
    """Asks the model process, one request a model at a time.

    Signals:
        models_changed: What is installed, here in part, or failed has changed.
        work_changed: What is done now (ModelWork), None when nothing is.
    """

    models_changed = Signal()
    work_changed = Signal(object)

    def __init__(
        self,
        thread: ModelThread,
        notices: NoticeBus,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._notices = notices
        self._clock = clock
        self._serials = itertools.count(1)
        self._works: dict[str, ModelWork] = {}  # by job, in the order in which they were asked for
        self._failures: dict[str, Failure] = {}  # by key
        self._pace = Pace(clock)
        self.watched = False
        """Whether a dialog shows failures: then they need no notice."""
        thread.job_started.connect(self._started)
        thread.phase.connect(self._phase)
        thread.progress.connect(self._progress)
        thread.done.connect(self._done)
        thread.failed.connect(self._failed)
        thread.cancelled.connect(self._cancelled)

    @property
    def work(self) -> ModelWork | None:
        """What is done now."""
        return next(iter(self._works.values()), None)

    @property
    def working(self) -> bool:
        """Whether something is being got, imported or removed."""
        return bool(self._works)

    @property
    def works(self) -> dict[str, ModelWork]:
        """What is done and what waits, by job."""
        return dict(self._works)

    def models(self) -> tuple[ModelInfo, ...]:
        """What there is and what can be had."""
        return list_models()

    def work_of(self, key: str) -> ModelWork | None:
        """What is done with this model, None when nothing is."""
        return next((work for work in self._works.values() if work.key == key), None)

    def failure_of(self, key: str) -> Failure | None:
        """Why the last try with this model came to nothing."""
        return self._failures.get(key)

    def own_files(self) -> list[str]:
        """Keys of files that are being imported or could not be."""
        keys = [*(work.key for work in self._works.values()), *self._failures]
        return [key for key in dict.fromkeys(keys) if key.startswith(_OWN)]

    # -- what the person wants

    def get(self, model: ModelInfo, *, accept: bool = False) -> None:
        """Download and install; `accept` when the licence was accepted just now."""
        job = self._begin(model.name, model.title, "pull")
        if job:
            self._thread.pull(job, model.name, accept=accept)

    def take_file(self, path: Path, *, accept: bool = False) -> None:
        """Install a file that the person has."""
        job = self._begin(own_key(path), path.name, "import")
        if job:
            self._thread.import_file(job, path, accept=accept)

    def remove(self, model: ModelInfo) -> None:
        """Remove a model, or what an unfinished download left of it."""
        job = self._begin(model.name, model.title, "remove")
        if job:
            self._thread.remove(job, model.name)

    def stop(self, key: str = "") -> None:
        """Stop what is done with this model, or what runs now; what came of a download is kept."""
        for job, work in self._works.items():
            if key in ("", work.key):
                self._thread.cancel(job)
                return

    def dismiss(self, key: str) -> None:
        """The person has read why it failed."""
        if self._failures.pop(key, None) is not None:
            self.models_changed.emit()

    # -- what the process says

    def _begin(self, key: str, title: str, kind: Kind) -> str:
        if self.work_of(key) is not None:
            return ""
        self._failures.pop(key, None)
        job = f"model-{next(self._serials)}"
        self._works[job] = ModelWork(key, title, kind)
        self._tell()
        return job

    def _started(self, job: str) -> None:
        self._update(job, phase="starting")

    def _phase(self, job: str, phase: str) -> None:
        self._pace.forget(job)
        self._update(job, phase=phase, done=0, total=0, eta_s=None)

    def _progress(self, job: str, done: int, total: int) -> None:
        work = self._works.get(job)
        if work is None:
            return
        eta_s = self._pace.left_s(job, done, total) if work.phase == "downloading" else None
        self._update(job, done=done, total=total, eta_s=eta_s)

    def _done(self, job: str, answer: dict[str, object]) -> None:
        work = self._end(job)
        if work is None or work.kind == "remove":
            return
        name = str(answer.get("name", ""))
        text = self.tr("“{name}” is installed.").format(name=model_title(name))
        self._notices.info(text, action=f"use-model:{name}")

    def _failed(self, job: str, code: str, message: str, hint: str) -> None:
        work = self._works.get(job)
        if work is not None:
            self._failures[work.key] = Failure(work.title, code, message, hint)
            self._end(job)
            if not self.watched:
                self._notices.error(message, hint, action="models")

    def _cancelled(self, job: str) -> None:
        self._end(job)

    def _end(self, job: str) -> ModelWork | None:
        work = self._works.pop(job, None)
        self._pace.forget(job)
        if work is not None:
            self._tell()
            self.models_changed.emit()
        return work

    def _update(self, job: str, **changes: object) -> None:
        work = self._works.get(job)
        if work is not None:
            self._works[job] = replace(work, **changes)  # type: ignore[arg-type]
            self._tell()

    def _tell(self) -> None:
        self.work_changed.emit(self.work)
