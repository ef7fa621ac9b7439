"""Writing stems to files: what was ticked, under which names; the media process does the writing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.names import safe_name
from desktop.document.document import Document
from desktop.document.state import REST_ID, Project
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

DEFAULT_TEMPLATE = "{source} ({name})"
_FIELD = re.compile(r"\{(source|track|name|stem|prompt|n)\}")


@dataclass(frozen=True)
class FileFormat:
    """A way to write samples."""

    id: str
    title: str
    container: Literal["wav", "flac"]
    subtype: str


FORMATS: tuple[FileFormat, ...] = (
    FileFormat("wav-float", "WAV, 32-bit float", "wav", "FLOAT"),
    FileFormat("wav-24", "WAV, 24-bit", "wav", "PCM_24"),
    FileFormat("wav-16", "WAV, 16-bit", "wav", "PCM_16"),
    FileFormat("flac-24", "FLAC, 24-bit", "flac", "PCM_24"),
    FileFormat("flac-16", "FLAC, 16-bit", "flac", "PCM_16"),
)


def find_format(container: str, subtype: str) -> FileFormat:
    """The format that stores samples so; the first one when there is none."""
    return next((known for known in FORMATS if (known.container, known.subtype) == (container, subtype)), FORMATS[0])


@dataclass(frozen=True)
class ExportChoice:
    """What the person asked for: ids of stems and perhaps "rest", where, how, under which names."""

    track_ids: tuple[str, ...]
    folder: Path
    format: FileFormat = FORMATS[0]
    template: str = DEFAULT_TEMPLATE


def file_name(template: str, source: str, name: str, prompt: str, number: int) -> str:
    """A file's name without suffix.

    Args:
        template: May hold {source} or {track}, {name} or {stem}, {prompt} and {n}; blank it is the default.
        source: The recording's name without suffix.
        name: The stem's name.
        prompt: The words it was asked for with.
        number: Its place, from 1.
    """
    values = {"source": source, "track": source, "name": name, "stem": name, "prompt": prompt, "n": f"{number:02d}"}
    # One pass: a recording that is called "{name}" stays what it is.
    text = _FIELD.sub(lambda found: values[found[1]], template.strip() or DEFAULT_TEMPLATE)
    return safe_name(text)


def export_items(project: Project, choice: ExportChoice, rest_name: str) -> list[dict[str, Any]]:
    """The items of the media process's "export" message."""
    source = project.source
    if source is None:
        return []
    track = source.path.stem
    items: list[dict[str, Any]] = []
    for number, stem in enumerate(project.stems, start=1):
        if stem.id in choice.track_ids:
            name = file_name(choice.template, track, stem.name, stem.prompt, number)
            heard = {"source": source.cache, "offset": stem.start, "strength": stem.strength}
            items.append({"kind": "stem", "cache": stem.cache, "name": name, **heard})
    if REST_ID in choice.track_ids:
        taken = [
            {"cache": stem.cache, "offset": stem.start, "strength": stem.strength}
            for stem in project.counted
            if stem.cache.exists()
        ]
        name = file_name(choice.template, track, rest_name, rest_name, len(project.stems) + 1)
        rest = {"kind": "rest", "source": source.cache, "start": 0, "end": source.frames, "stems": taken, "name": name}
        items.append(rest)
    return items


class ExportController(QObject):
    """Runs exports one after the other.

    Signals:
        progress_changed: args: blocks done, blocks in all; 0, 0 when nothing is written.
        finished: The written files (list of Path).
        failed: args: message, hint. The person may change folder or format and try again.
    """

    progress_changed = Signal(object, object)
    finished = Signal(list)
    failed = Signal(str, str)

    def __init__(
        self, document: Document, writer: MediaThread, notices: NoticeBus, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._writer = writer
        self._notices = notices
        self._serials = itertools.count(1)
        self._job = ""
        writer.progress.connect(self._progress)
        writer.done.connect(self._done)
        writer.failed.connect(self._failed)
        writer.cancelled.connect(self._cancelled)

    @property
    def working(self) -> bool:
        """Whether files are being written."""
        return bool(self._job)

    def export(self, choice: ExportChoice) -> bool:
        """Write what was chosen; False when that is nothing or an export runs already."""
        items = export_items(self._document.state, choice, self.tr("rest"))
        if not items or self._job:
            return False
        self._document.set_export_folder(choice.folder)
        self._job = f"export-{next(self._serials)}"
        how = choice.format
        self._writer.export(
            self._job, choice.folder, items, container=how.container, subtype=how.subtype, conflict="number"
        )
        self.progress_changed.emit(0, 1)
        return True

    def cancel(self) -> None:
        """Stop writing; no half-written file stays."""
        if self._job:
            self._writer.cancel(self._job)

    def _progress(self, job: str, done: int, total: int) -> None:
        if job == self._job:
            self.progress_changed.emit(done, total)

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job != self._job:
            return
        self._over()
        paths = [Path(path) for path in answer.get("paths", [])]
        self.finished.emit(paths)
        if paths:
            self._notices.info(self._written(paths), action=f"show-folder:{paths[0].parent}")

    def _written(self, paths: Sequence[Path]) -> str:
        if len(paths) == 1:
            return self.tr("Exported “{name}”.").format(name=paths[0].name)
        folder = paths[0].parent.name or str(paths[0].parent)
        return self.tr("Exported {count} files to “{folder}”.").format(count=len(paths), folder=folder)

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        if job == self._job:
            self._over()
            self.failed.emit(message, hint)
            self._notices.error(message, hint)

    def _cancelled(self, job: str) -> None:
        if job == self._job:
            self._over()
            self.failed.emit(self.tr("The export was stopped."), "")

    def _over(self) -> None:
        self._job = ""
        self.progress_changed.emit(0, 0)
