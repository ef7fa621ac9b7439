"""Files for other programs: a track is written as Broadcast WAV while the hand takes hold of it, and dragged out then.

They lie in the recording's own folder, for this person alone, and go with it.
"""

from __future__ import annotations

import itertools
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.names import safe_name
from desktop.document.document import Document
from desktop.document.lineage import separated_from
from desktop.document.state import REST_ID, Project, StemTrack
from desktop.inference.media_thread import MediaThread

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Laid:
    """A stem where it lies, with its strength and what that is reckoned from."""

    cache: Path
    offset: int
    strength: float
    source: Path
    source_offset: int


@dataclass(frozen=True)
class Portion:
    """What a file holds: the track as it is heard now, and which frames. Equal portions are one file."""

    track_id: str
    name: str
    source: Path
    start: int
    end: int
    stems: tuple[Laid, ...]
    subtype: str


def portion(project: Project, track_id: str, rest_name: str, subtype: str, *, selected: bool) -> Portion | None:
    """A track's file, None when there is nothing to write.

    Args:
        project: The project.
        track_id: A stem's id or "rest".
        rest_name: What "Everything else" is called.
        subtype: "FLOAT" or "PCM_24".
        selected: Only what the selection marks of it.
    """
    source, stem = project.source, project.stem(track_id)
    if source is None or not (stem is not None or (track_id == REST_ID and project.stems)):
        return None
    start, end = (stem.start, stem.end) if stem is not None else (0, source.frames)
    if selected and project.selection is not None:
        start, end = max(start, project.selection.start), min(end, project.selection.end)
    stems = tuple(
        _laid(project, one) for one in ((stem,) if stem is not None else project.counted) if _can_be_read(one)
    )
    if start >= end or (stem is not None and not stems):
        return None
    return Portion(track_id, stem.name if stem else rest_name, source.cache, start, end, stems, subtype)


def _can_be_read(stem: StemTrack) -> bool:
    return stem.state != "working" and stem.cache.exists()


def _laid(project: Project, stem: StemTrack) -> Laid:
    return Laid(stem.cache, stem.start, stem.strength, *separated_from(project, stem))


class HandOverController(QObject):
    """Prepares files.

    Signals:
        ready: args: the portion, its file (Path).
        failed: args: the portion, message.
    """

    ready = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, document: Document, writer: MediaThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._writer = writer
        self._serials = itertools.count(1)
        self._files: dict[Portion, Path] = {}
        self._jobs: dict[str, tuple[Portion, Path]] = {}
        writer.done.connect(self._done)
        writer.failed.connect(self._failed)
        writer.cancelled.connect(self._cancelled)

    def uses(self, folder: Path) -> bool:
        """Whether a file is being written in this folder."""
        return any(folder in path.parents for _, path in self._jobs.values())

    def wanted(self, track_id: str, subtype: str = "FLOAT", *, selected: bool = False) -> Portion | None:
        """What a track's file would hold now, None when there is nothing to write."""
        return portion(self._document.state, track_id, self.tr("Everything else"), subtype, selected=selected)

    def prepare(self, wanted: Portion) -> None:
        """Have a file made, unless it is there already: then `ready` comes at once."""
        known = self._files.get(wanted)
        if known is not None and known.exists():
            self.ready.emit(wanted, known)
        elif not any(running == wanted for running, _ in self._jobs.values()):
            self._ask(wanted)

    def _ask(self, wanted: Portion) -> None:
        serial = next(self._serials)
        # A folder for each: the name is what the other program shows, and two tracks may have the same.
        path = wanted.source.parent / "handed-over" / str(serial) / (safe_name(wanted.name) + ".wav")
        job = f"hand-over-{serial}"
        self._jobs[job] = wanted, path
        track: dict[str, Any] = {
            "start": wanted.start,
            "end": wanted.end,
            "stems": [asdict(stem) for stem in wanted.stems],
            "rest": wanted.track_id == REST_ID,
            "subtype": wanted.subtype,
            "description": wanted.name,
        }
        self._writer.hand_over(job, path, wanted.source, track)

    def _done(self, job: str, _: dict[str, Any]) -> None:
        if job in self._jobs:
            wanted, path = self._jobs.pop(job)
            self._files[wanted] = path
            self.ready.emit(wanted, path)

    def _failed(self, job: str, _code: str, message: str, _hint: str) -> None:
        if job in self._jobs:
            wanted, _path = self._jobs.pop(job)
            logger.warning("%s was not handed over: %s", wanted.track_id, message)
            self.failed.emit(wanted, message)

    def _cancelled(self, job: str) -> None:
        self._failed(job, "cancelled", "", "")
