"""The model process behind signals: downloads, imports and removals in, their progress and outcomes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message, python_module
from desktop.inference.job_thread import ANSWER_S, CANCEL_TIMEOUT_S, Death, JobThread

_DEATH = Death("models-died", "Getting the model stopped unexpectedly. What was downloaded is kept.", "Try again.")


class ModelThread(JobThread):
    """Gets and removes models in a process of its own, one after the other: no separation waits for a download.

    Signals:
        phase: Job, and "waiting" for another program, "checking", "downloading" or "importing".
    """

    phase = Signal(str, str)

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
        answer_s: float = ANSWER_S,
    ) -> None:
        command = python_module("audiosep_core.engine.model_process") if command is None else command
        super().__init__(command, _DEATH, parent, cancel_timeout_s=cancel_timeout_s, answer_s=answer_s)

    # -- from any thread

    def pull(self, job: str, name: str, *, accept: bool) -> None:
        """Download and install a model; `accept` says that the person has accepted its licence."""
        self._ask({"type": "pull", "job": job, "name": name, "accept": accept})

    def import_file(self, job: str, path: Path, *, accept: bool) -> None:
        """Install a file that the person has."""
        self._ask({"type": "import", "job": job, "path": str(path), "name": "", "accept": accept})

    def remove(self, job: str, name: str) -> None:
        """Remove a model and what an unfinished download left of it."""
        self._ask({"type": "remove", "job": job, "name": name})

    # -- on this thread

    def _on_answer(self, job: str, kind: str, message: Message) -> None:
        if kind == "phase":
            self.phase.emit(job, str(message["phase"]))
