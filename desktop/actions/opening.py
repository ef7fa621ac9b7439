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


class OpeningController(QObject):
    """Opens one recording at a time.

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
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._media = media
        self._notices = notices
        self._folder = folder
        self._serials = itertools.count(1)
        self._job = ""
        self._path = Path()
        self._cache = Path()
        self._decoded = 0
        self._drawn = QElapsedTimer()
        media.opened.connect(self._take_facts)
        media.decoded.connect(self._take_frames)
        media.done.connect(self._done)
        media.failed.connect(self._failed)
        media.cancelled.connect(self._over)

    @property
    def folder(self) -> Path:
        """Where the session's caches lie."""
        return self._folder

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
        if self._job:
            self._media.cancel(self._job)
        serial = next(self._serials)
        self._job = f"open-{serial}"
        self._path = path
        self._cache = self._folder / f"source-{serial}.json"
        self._decoded = 0
        self._media.open(self._job, path, self._cache)
        self.opening.emit(path.name)

    def close(self) -> None:
        """Close the recording."""
        if self._job:
            self._media.cancel(self._job)
            self._job = ""
            self.opening.emit("")
        self._pictures.forget_all()
        self._document.close_source()

    def _take_facts(self, job: str, facts: dict[str, Any]) -> None:
        if job != self._job:
            return
        self._pictures.forget_all()
        frames = int(facts.get("frames") or 0)
        source = Source(self._path, self._cache, int(facts["rate_hz"]), int(facts["channels"]), frames, complete=False)
        self._document.open_source(source)
        self._drawn.start()
        self.opened.emit(self._path)

    def _take_frames(self, job: str, frames: int) -> None:
        if job != self._job:
            return
        self._decoded = frames
        source = self._document.state.source
        if source is not None and frames > source.frames:
            self._document.update_source(frames=frames)
        if self._drawn.elapsed() >= _REDRAW_MS:
            self._drawn.restart()
            self._pictures.follow_source(frames)

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job != self._job:
            return
        frames = int(answer.get("frames", self._decoded))
        self._document.update_source(frames=frames, complete=True)
        self._pictures.follow_source(frames)
        self._over(job)
        if answer.get("truncated"):
            text = self.tr("“{name}” ends before it should: what could be read is here.")
            self._notices.warning(text.format(name=self._path.name))

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        if job != self._job:
            return
        self._over(job)
        source = self._document.state.source
        if source is not None and source.cache == self._cache:  # it failed on the way: keep nothing half-read
            self._pictures.forget_all()
            self._document.close_source()
        self._notices.error(message, hint)

    def _over(self, job: str) -> None:
        if job == self._job:
            self._job = ""
            self.opening.emit("")
