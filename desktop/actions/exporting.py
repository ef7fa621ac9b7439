"""Exports, one after the other: what waits, what is written, what came of it. The media process does the writing."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.actions.export_items import ExportChoice, Peaks, Words, export_items
from desktop.actions.jobs import JobBook, JobFacts, State
from desktop.document.document import Document
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

__all__ = ["Export", "ExportChoice", "ExportController", "export_items"]

KEPT = 20
"""Failed and stopped exports that can be tried again."""


@dataclass(frozen=True)
class Export:
    """One export, captured whole: what is heard may change while it is written, or waits.

    Attributes:
        job: Its name.
        choice: What was asked for.
        items: What is written.
        recording: The recording it is of.
        too_loud: Nothing was written, for the format has no room for its peaks.
    """

    job: str
    choice: ExportChoice
    items: tuple[dict[str, Any], ...]
    recording: Path
    too_loud: bool = False


class ExportController(QObject):
    """Runs exports one after the other.

    Signals:
        finished: The written files (list of Path).
        failed: args: message, hint. The person may change folder or format and try again.
        settled: An export is over, however it ended (its job).
        described: What the open recording has: "tags" (texts by name), "cover" and "video" (bools).
    """

    finished = Signal(list)
    failed = Signal(str, str)
    settled = Signal(str)
    described = Signal(object)

    def __init__(
        self,
        document: Document,
        writer: MediaThread,
        notices: NoticeBus,
        jobs: JobBook | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._writer = writer
        self._notices = notices
        self._jobs = jobs or JobBook(parent=self)
        self._serials = itertools.count(1)
        self._waiting: deque[Export] = deque()
        self._running: Export | None = None
        self._lost: dict[str, Export] = {}  # failed or stopped, by job
        self._asked = ""
        writer.progress.connect(self._progress)
        writer.done.connect(self._done)
        writer.failed.connect(self._failed)
        writer.cancelled.connect(self._cancelled)

    @property
    def working(self) -> bool:
        """Whether files are being written, or wait to be."""
        return self._running is not None or bool(self._waiting)

    def uses(self, folder: Path) -> bool:
        """Whether an export reads in there, or will."""
        exports = (*([self._running] if self._running else ()), *self._waiting)
        caches = (item.get("cache") or item["source"] for one in exports for item in one.items)
        return any(Path(cache).parent == folder for cache in caches)

    @property
    def words(self) -> Words:
        """What files of tracks without a name are called."""
        return Words(mix=self.tr("mix"), recording=self.tr("recording"))

    def export(self, choice: ExportChoice) -> str:
        """Write what was chosen; the job, "" when there is nothing to write."""
        state = self._document.state
        items = export_items(state, choice, self.words)
        if not items or state.source is None:
            return ""
        self._document.set_export_folder(choice.folder)
        export = Export(f"export-{next(self._serials)}", choice, tuple(items), state.source.path)
        self._queue(export)
        return export.job

    @property
    def jobs(self) -> JobBook:
        """Where the exports are entered."""
        return self._jobs

    def describe(self) -> None:
        """Ask what tags and pictures the open recording has; answered by `described`."""
        source = self._document.state.source
        if source is not None:
            self._asked = f"describe-{next(self._serials)}"
            self._writer.describe(self._asked, source.path)

    def retry_elsewhere(self, job: str, folder: Path) -> bool:
        """Write a failed export into another folder."""
        lost = self._lost.get(job)
        if lost is None:
            return False
        self._lost[job] = replace(lost, choice=replace(lost.choice, folder=folder))
        self._document.set_export_folder(folder)
        return self.retry(job)

    def too_loud(self, job: str) -> bool:
        """Whether an export waits for what to do about peaks that its format has no room for."""
        return job in self._lost and self._lost[job].too_loud

    def retry_with_peaks(self, job: str, peaks: Peaks) -> bool:
        """Write what was too loud, turned down or clipped."""
        lost = self._lost.get(job)
        if lost is None:
            return False
        self._lost[job] = replace(lost, choice=replace(lost.choice, peaks=peaks))
        return self.retry(job)

    # -- the jobs panel

    def stop(self, job: str) -> None:
        """Stop one, running or waiting; no half-written file stays."""
        waiting = next((one for one in self._waiting if one.job == job), None)
        if waiting is not None:
            self._waiting.remove(waiting)
            self._end(waiting, "stopped")
        elif self._running is not None and self._running.job == job:
            self._writer.cancel(job)

    def retry(self, job: str) -> bool:
        """Do a failed or stopped one again, where its sound is still there."""
        lost = self._lost.pop(job, None)
        if lost is None:
            return False
        self._queue(replace(lost, too_loud=False))
        return True

    def move(self, job: str, places: int) -> None:
        """Let one that waits go earlier or later."""
        order = [one.job for one in self._waiting]
        if job in order:
            place = order.index(job)
            export = self._waiting[place]
            self._waiting.remove(export)
            self._waiting.insert(min(max(place + places, 0), len(self._waiting)), export)

    # -- what the writer says

    def _queue(self, export: Export) -> None:
        self._waiting.append(export)
        count = len(export.items)
        title = self.tr("1 file from “{name}”") if count == 1 else self.tr("{count} files from “{name}”")
        title = title.format(name=export.recording.name, count=count)
        facts = JobFacts(export.job, "export", title, folder=export.choice.folder)
        self._jobs.put(facts, self)
        self._next()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        export = self._running = self._waiting.popleft()
        choice = export.choice
        self._writer.export(
            export.job,
            choice.folder,
            export.items,
            container=choice.format.container,
            subtype=choice.format.subtype,
            conflict=choice.conflict,
            rate_hz=choice.rate_hz,
            channels=choice.channels,
            peaks=choice.peaks,
            tags_from=export.recording if choice.copy_tags else None,
            video=export.recording if choice.format.container == "video" else None,
            time_stamp=choice.time_stamp,
        )
        self._jobs.update(export.job, state="running", phase=self.tr("Writing"))

    def _progress(self, job: str, done: int, total: int) -> None:
        if self._running is not None and job == self._running.job:
            self._jobs.update(job, done=done, total=total)

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job == self._asked:
            self.described.emit(answer)
            return
        export = self._over(job)
        if export is None:
            return
        paths = [Path(path) for path in answer.get("paths", [])]
        told = self._written(paths, len(answer.get("skipped", [])))
        self._end(export, "done", told)
        self.finished.emit(paths)
        clipped, down_db = int(answer.get("clipped", 0)), float(answer.get("turned_down_db", 0.0))
        action = f"show-folder:{paths[0].parent if paths else export.choice.folder}"
        if clipped:
            text = self.tr("Too loud for the format, and clipped: {count} samples.").format(count=clipped)
            hint = self.tr("Export again as 32-bit float, or let all files be turned down.")
            self._notices.warning(f"{told} {text}", hint, action=action)
        else:
            hint = self.tr("All were turned down by {db:.1f} dB.").format(db=down_db) if down_db else ""
            self._notices.info(told, hint, action=action)

    def _written(self, paths: Sequence[Path], skipped: int) -> str:
        text = ""
        if len(paths) == 1:
            text = self.tr("Exported “{name}”.").format(name=paths[0].name)
        elif paths:
            folder = paths[0].parent.name or str(paths[0].parent)
            text = self.tr("Exported {count} files to “{folder}”.").format(count=len(paths), folder=folder)
        if skipped:
            kept = self.tr("Skipped, for they were there already: {count}.").format(count=skipped)
            text = f"{text} {kept}".strip()
        return text

    def _failed(self, job: str, code: str, message: str, hint: str) -> None:
        export = self._over(job)
        if export is None:
            return
        too_loud = code == "too-loud"
        self._end(replace(export, too_loud=too_loud), "failed", f"{message} {hint}".strip())
        self.failed.emit(message, hint)
        if too_loud:
            self._notices.warning(message, hint, action=f"export-quieter:{job}")
        else:
            self._notices.error(message, hint, action=f"export-elsewhere:{job}")

    def _cancelled(self, job: str) -> None:
        export = self._over(job)
        if export is not None:
            self._end(export, "stopped")
            self.failed.emit(self.tr("The export was stopped."), "")

    def _over(self, job: str) -> Export | None:
        """The running export, if it is this one: it runs no more."""
        export = self._running
        if export is None or export.job != job:
            return None
        self._running = None
        return export

    def _lose(self, export: Export) -> None:
        self._lost[export.job] = export
        while len(self._lost) > KEPT:
            del self._lost[next(iter(self._lost))]

    def _end(self, export: Export, state: State, note: str = "") -> None:
        if state != "done":
            self._lose(export)
        self._jobs.end(export.job, state, note, can_retry=state != "done")
        self.settled.emit(export.job)
        self._next()
