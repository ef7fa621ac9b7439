"""What the media process does for projects: read, find the recording, restore, save. Messages: docs/architecture.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from audiosep_core.audio.project_folder import read_records, save_project
from audiosep_core.audio.project_restore import restore_stems, settle_stems
from audiosep_core.audio.project_source import locate
from audiosep_core.cancel import CancelToken

Message = dict[str, Any]


class Answering(Protocol):
    """The part of a job of the media process that is needed here."""

    cancel: CancelToken

    def send(self, kind: str, **fields: Any) -> None:
        """Answer."""

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is, but not too often."""

    def commit(self) -> None:
        """Too late for a cancel from here on; may raise Cancelled."""


def read_project(request: Message, job: Answering) -> None:
    """Answer with the record of a project and its backups."""
    job.send("done", records=read_records(Path(request["folder"])))


def locate_source(request: Message, job: Answering) -> None:
    """Answer where the recording of a project is, "" for nowhere."""
    found = locate(Path(request["folder"]), request["source"])
    job.send("done", path=str(found.path) if found else "", same=bool(found and found.same))


def restore_project(request: Message, job: Answering) -> None:
    """Make caches of a project's stems."""
    restored = restore_stems(Path(request["folder"]), request["stems"], job.cancel, copy=bool(request.get("copy")))
    job.send("done", there=restored.there, drawn=restored.drawn, lost=restored.lost)


def write_project(request: Message, job: Answering) -> None:
    """Save a project; its stems are read where they lie now."""
    folder, caches = Path(request["folder"]), {stem["id"]: Path(stem["cache"]) for stem in request["record"]["stems"]}
    saved = save_project(
        folder,
        request["record"],
        in_use=request.get("in_use", ()),
        on_progress=job.progress,
        cancel=job.cancel,
        on_arrival=job.commit,
    )
    files = settle_stems(folder, caches, saved.record["stems"])
    job.send("done", written=saved.written, source=saved.record.get("source"), files=files)


PROJECT_JOBS: dict[str, Callable[[Message, Answering], None]] = {
    "project-read": read_project,
    "project-locate": locate_source,
    "project-restore": restore_project,
    "project-save": write_project,
}
