"""Opening a recording: by dialog, drop, argument, from the recent ones or the bundled examples."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from audiosep_core.library.resources import resource
from desktop.actions.picture_store import PictureStore
from desktop.actions.session_folder import RecordingFolders
from desktop.document.document import Document
from desktop.document.state import Source
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

_REDRAW_MS = 250


@dataclass(frozen=True)
class Example:
    """A bundled recording and words that work on it."""

    title: str
    path: Path
    prompts: tuple[str, ...]


def list_examples() -> tuple[Example, ...]:
    """The bundled examples whose files are there."""
    folder = resource("examples")
    index = folder / "examples.toml"
    if not index.is_file():
        return ()
    entries: list[dict[str, Any]] = tomllib.loads(index.read_text("utf-8")).get("example", [])
    found = (Example(str(e["title"]), folder / str(e["file"]), tuple(e.get("prompts", ()))) for e in entries)
    return tuple(example for example in found if example.path.is_file())


@dataclass(frozen=True)
class _Reading:
    """A recording that the media process reads into `cache`."""

    job: str
    path: Path
    cache: Path


class OpeningController(QObject):
    """Opens one recording at a time. The one that is open stays until the next one is known to be readable.

    Signals:
        opening: A recording is being opened (its name), "" when that is over.
        opened: A recording is open (its path).
    """

    opening = Signal(str)
    opened = Signal(object)

    def __init__(
        self,
        document: Document,
        pictures: PictureStore,
        media: MediaThread,
        notices: NoticeBus,
        folders: RecordingFolders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._media = media
        self._notices = notices
        self._folders = folders
        self._serials = itertools.count(1)
        self._pending: _Reading | None = None  # asked for
        self._current: _Reading | None = None  # open, and still being read
        self._decoded = 0
        self._drawn = QElapsedTimer()
        media.opened.connect(self._take_facts)
        media.decoded.connect(self._take_frames)
        media.done.connect(self._done)
        media.failed.connect(self._failed)
        media.cancelled.connect(self._cancelled)

    @property
    def pending(self) -> str:
        """Name of the recording that is about to take the place of what is open, "" while there is none."""
        return self._pending.path.name if self._pending else ""

    def open(self, paths: Sequence[Path], *, sure: bool = False) -> None:
        """Open the first of `paths`. Stems that would go are asked about first, unless `sure`."""
        if not paths:
            return
        path = Path(paths[0])
        stems = len(self._document.state.stems)
        if stems and not sure:
            text = self.tr("Opening “{name}” closes this recording and its stems.")
            hint = self.tr("Export what you want to keep first.")
            self._notices.warning(text.format(name=path.name), hint, action=f"open-anyway:{path}")
            return
        if len(paths) > 1:
            text = self.tr("One recording at a time: “{name}” was opened.")
            self._notices.info(text.format(name=path.name))
        self._drop_pending()
        job = f"open-{next(self._serials)}"
        self._pending = _Reading(job, path, self._folders.make() / "source.json")
        self._media.open(job, path, self._pending.cache)
        self.opening.emit(path.name)

    def close(self, *, sure: bool = False) -> None:
        """Close the recording. Its stems are asked about first, unless `sure`."""
        source = self._document.state.source
        if source is not None and self._document.state.stems and not sure:
            text = self.tr("Closing “{name}” closes its stems too.").format(name=source.path.name)
            hint = self.tr("Export what you want to keep first.")
            self._notices.warning(text, hint, action=f"close-anyway:{source.cache}")
            return
        self._drop_pending()
        self._drop_current()
        self.opening.emit("")
        self._pictures.forget_all()
        self._document.close_source()
        if source is not None:
            self._folders.let_go(source.cache.parent)

    def close_anyway(self, cache: str) -> None:
        """The answer to a `close` that asked. Another recording may be open since: that one stays."""
        source = self._document.state.source
        if source is not None and str(source.cache) == cache:
            self.close(sure=True)

    def _drop_pending(self) -> None:
        if self._pending is not None:
            self._media.cancel(self._pending.job)
            self._folders.let_go(self._pending.cache.parent)
            self._pending = None

    def _drop_current(self) -> None:
        if self._current is not None:
            self._media.cancel(self._current.job)
            self._current = None

    def _take_facts(self, job: str, facts: dict[str, Any]) -> None:
        reading = self._pending
        if reading is None or job != reading.job:
            return
        before = self._document.state.source
        self._drop_current()
        self._pending, self._current = None, reading
        self._decoded = 0
        self._pictures.forget_all()
        frames = int(facts.get("frames") or 0)
        rate_hz, channels = int(facts["rate_hz"]), int(facts["channels"])
        self._document.open_source(Source(reading.path, reading.cache, rate_hz, channels, frames, complete=False))
        if before is not None:
            self._folders.let_go(before.cache.parent)
        self._drawn.start()
        self.opened.emit(reading.path)

    def _take_frames(self, job: str, frames: int) -> None:
        if self._current is None or job != self._current.job:
            return
        self._decoded = frames
        source = self._document.state.source
        if source is not None and frames > source.frames:
            self._document.update_source(frames=frames)
        if self._drawn.elapsed() >= _REDRAW_MS:
            self._drawn.restart()
            self._pictures.follow_source(frames)

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        reading = self._current
        if reading is None or job != reading.job:
            return
        self._current = None
        frames = int(answer.get("frames", self._decoded))
        self._document.update_source(frames=frames, complete=True)
        self._pictures.follow_source(frames)
        self._tell()
        if answer.get("truncated"):
            text = self.tr("“{name}” ends before it should: what could be read is here.")
            self._notices.warning(text.format(name=reading.path.name))

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        if self._pending is not None and job == self._pending.job:
            self._folders.let_go(self._pending.cache.parent)
            self._pending = None
        elif self._current is not None and job == self._current.job:  # on the way: keep nothing half-read
            self._folders.let_go(self._current.cache.parent)
            self._current = None
            self._pictures.forget_all()
            self._document.close_source()
        else:
            return
        self._tell()
        self._notices.error(message, hint)

    def _cancelled(self, job: str) -> None:
        """Not by us, who forget what we cancel: the program ends."""
        if self._pending is not None and job == self._pending.job:
            self._pending = None
        if self._current is not None and job == self._current.job:
            self._current = None
        self._tell()

    def _tell(self) -> None:
        """Say what is being read now."""
        reading = self._pending or self._current
        self.opening.emit(reading.path.name if reading else "")
