"""Batches: many recordings, the same words for all of them, one after the other in a process of their own."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from audiosep_core.audio.formats import SUBTYPE_WORDS, Container
from desktop.actions.jobs import JobBook, JobFacts, State
from desktop.inference.batch_process import BatchProcess
from desktop.services.notices import NoticeBus
from desktop.services.places import is_folder

_PARTS = 1000
"""Progress is a share of all bytes."""
_MOST_ARGUMENTS = 100
"""More inputs go by a list in a file: command lines have an end."""


@dataclass(frozen=True)
class BatchChoice:
    """What the person asked for.

    Attributes:
        inputs: Recordings, and folders with recordings in them, at any depth.
        prompts: What to hear in each.
        folder: Where results go, in a tree like that of the inputs.
        against: What to keep out.
        rest: Whether everything else is written too.
        model: Name or path.
        container, subtype: How they are stored, as in `audio.formats`.
    """

    inputs: tuple[Path, ...]
    prompts: tuple[str, ...]
    folder: Path
    against: tuple[str, ...] = ()
    rest: bool = False
    model: str = "starter"
    container: Container = "wav"
    subtype: str = "FLOAT"

    def arguments(self, inputs: Sequence[str]) -> list[str]:
        """The command line of `audiosep`."""
        words = [part for prompt in self.prompts for part in ("--prompt", prompt)]
        words += [part for prompt in self.against for part in ("--not", prompt)]
        how = ["--model", self.model, "--format", self.container]
        how += ["--subtype", SUBTYPE_WORDS[self.subtype]] if self.subtype in SUBTYPE_WORDS else []
        rest = ["--rest"] if self.rest else []
        return ["batch", "--json", "--end-with-stdin", "--output", str(self.folder), *words, *how, *rest, "--", *inputs]


@dataclass
class _Batch:
    job: str
    choice: BatchChoice
    process: BatchProcess | None = None
    files: int = 0
    failures: list[str] = field(default_factory=list)
    error: str = ""
    summary: dict[str, Any] | None = None
    stopped: bool = False


class BatchController(QObject):
    """Runs batches one after the other. A file that fails stops nothing; to try one again does only what is missing.

    Args:
        notices: Where the end is told.
        jobs: Where they are entered.
        folder: For lists of inputs.
        command: In place of `audiosep`.
    """

    def __init__(
        self,
        notices: NoticeBus,
        jobs: JobBook,
        folder: Path,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._jobs = jobs
        self._folder = folder
        self._command = command
        self._serials = itertools.count(1)
        self._waiting: deque[_Batch] = deque()
        self._running: _Batch | None = None
        self._over: dict[str, BatchChoice] = {}

    @property
    def working(self) -> bool:
        """Whether a batch runs or waits."""
        return self._running is not None or bool(self._waiting)

    def start(self, choice: BatchChoice) -> str:
        """Queue a batch; the job."""
        job = f"batch-{next(self._serials)}"
        self._queue(job, choice)
        return job

    def shutdown(self) -> None:
        """The program ends: nothing goes on without it. What is done is done, the same batch goes on from there."""
        self._waiting.clear()
        if self._running is not None and self._running.process is not None:
            self._running.process.kill()

    # -- the jobs panel

    def stop(self, job: str) -> None:
        """Stop one, running or waiting."""
        waiting = next((one for one in self._waiting if one.job == job), None)
        if waiting is not None:
            self._waiting.remove(waiting)
            self._end(waiting, "stopped")
        elif self._running is not None and self._running.job == job and self._running.process is not None:
            self._running.stopped = True
            self._jobs.update(job, phase=self.tr("Stopping"))
            self._running.process.stop()

    def retry(self, job: str) -> bool:
        """Go on where it stood; what failed is tried again."""
        choice = self._over.pop(job, None)
        if choice is not None:
            self._queue(job, choice)
        return choice is not None

    def move(self, job: str, places: int) -> None:
        """Let one that waits go earlier or later."""
        order = [one.job for one in self._waiting]
        if job in order:
            batch = self._waiting[order.index(job)]
            self._waiting.remove(batch)
            self._waiting.insert(max(0, order.index(job) + places), batch)

    # -- the process

    def _queue(self, job: str, choice: BatchChoice) -> None:
        self._waiting.append(_Batch(job, choice))
        title = self.tr("“{words}” in {what}").format(words=", ".join(choice.prompts), what=_named(choice.inputs))
        self._jobs.put(JobFacts(job, "batch", title, folder=choice.folder), self)
        self._next()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        batch = self._running = self._waiting.popleft()
        self._jobs.update(batch.job, state="running", phase=self.tr("Loading the model"))
        try:
            arguments = batch.choice.arguments(self._inputs(batch))
            batch.process = BatchProcess(arguments, self._command, self)
            batch.process.said.connect(self._heard)
            batch.process.ended.connect(self._ended)
            batch.process.start()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            batch.error = self.tr("The batch could not be started ({reason}).").format(reason=reason)
            self._ended(-1, "")

    def _inputs(self, batch: _Batch) -> list[str]:
        inputs = [str(path) for path in batch.choice.inputs]
        if len(inputs) <= _MOST_ARGUMENTS:
            return inputs
        folders = [str(path) for path in batch.choice.inputs if is_folder(path)]
        files = [name for name in inputs if name not in set(folders)]
        lines = [name for name in files if _is_a_line(name)]
        listed = self._folder / f"{batch.job}.txt"
        listed.write_text("\n".join(lines), encoding="utf-8")
        return [str(listed), *folders, *(name for name in files if not _is_a_line(name))]

    def _heard(self, message: dict[str, Any]) -> None:
        batch = self._running
        if batch is None:
            return
        kind = message.get("event")
        if kind == "progress":
            self._progress(batch, message)
        elif kind == "file" and message.get("status") == "failed":
            batch.failures.append(f"{message.get('source')}: {message.get('message')}")
        elif kind == "error":
            batch.error = f"{message.get('message', '')} {message.get('hint', '')}".strip()
        elif kind in ("done", "stopped"):
            batch.summary = message

    def _progress(self, batch: _Batch, message: dict[str, Any]) -> None:
        if batch.stopped:
            return
        phase = self.tr("File {number} of {count}: “{name}”").format(
            number=min(int(message["files"]) + 1, int(message["of"])), count=message["of"], name=message["source"]
        )
        left = message.get("left_s")
        done = round(_PARTS * float(message.get("share", 0.0)))
        self._jobs.update(batch.job, phase=phase, done=done, total=_PARTS, eta_s=left)

    def _ended(self, code: int, _last_words: str) -> None:
        batch, self._running = self._running, None
        if batch is None:
            return
        if batch.process is not None:
            batch.process.deleteLater()
        summary = batch.summary or {}
        if batch.stopped:
            self._end(batch, "stopped", self.tr("Try again goes on from here."))
        elif batch.failures:
            count = self.tr("{failed} of {count} files failed.")
            text = count.format(failed=len(batch.failures), count=summary.get("files", len(batch.failures)))
            self._end(batch, "failed", "\n".join([text, *batch.failures]))
        elif code != 0 or batch.summary is None:
            self._end(batch, "failed", batch.error or self.tr("The batch stopped unexpectedly. What is done is kept."))
        else:
            files = self.tr("Files: {count}.").format(count=summary.get("files", 0))
            self._end(batch, "done", files)
        self._next()

    def _end(self, batch: _Batch, state: State, note: str = "") -> None:
        if state != "done":
            self._over[batch.job] = batch.choice
        self._jobs.end(batch.job, state, note, can_retry=state != "done")
        first = note.partition("\n")[0]
        action = f"show-folder:{batch.choice.folder}"
        if state == "failed":
            self._notices.warning(self.tr("The batch is over. {what}").format(what=first), action=action)
        elif state == "done":
            self._notices.info(self.tr("The batch is done. {what}").format(what=first), action=action)


def _is_a_line(name: str) -> bool:
    """Whether a list can hold it: the bytes of some names are not UTF-8, and others have line breaks in them."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return name.splitlines() == [name.strip()]


def _named(inputs: Sequence[Path]) -> str:
    more = f" + {len(inputs) - 1}" if len(inputs) > 1 else ""
    return f"{inputs[0].name}{more}"
