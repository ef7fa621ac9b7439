"""Opening a recording: by dialog, drop, argument, from the recent ones or the bundled examples."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from audiosep_core.library.resources import resource
from desktop.actions.picture_store import PictureStore
from desktop.actions.session_folder import RecordingFolders
from desktop.document.document import Document
from desktop.document.state import Project, Source, StemTrack
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
    """A recording that the media process reads into `cache`; with it comes the project that was kept of it."""

    job: str
    path: Path
    cache: Path
    project: Project | None = None
    drawn: frozenset[str] = frozenset()
    precious: bool = False  # its folder holds what a crash left: it stays whatever comes


class OpeningController(QObject):
    """Opens one recording at a time. The one that is open stays until the next one is known to be readable.

    Signals:
        opening: A recording is being opened (its name), "" when that is over.
        opened: A recording is open (its path).
        leaving: What is open would go, with what was not saved of it: the person is to be asked. args: the path that
            is to be opened, None to close.
        unfit: The recording of a project that was being opened turned out not to be the one (its path).
        superseded: Something else than the project that is on its way is wanted.
        stems_wanted: The recording is there: these stems of it (a list) have no picture yet.
    """

    opening = Signal(str)
    opened = Signal(object)
    leaving = Signal(object)
    unfit = Signal(object)
    superseded = Signal()
    stems_wanted = Signal(list)

    def __init__(
        self,
        document: Document,
        pictures: PictureStore,
        media: MediaThread,
        notices: NoticeBus,
        folders: RecordingFolders,
        unsaved: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._undrawn: list[StemTrack] = []
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
        """Open the first of `paths`. What is not saved is asked about first, unless `sure`."""
        if not paths:
            return
        path = Path(paths[0])
        if self._unsaved() and not sure:
            self.leaving.emit(path)
            return
        self.superseded.emit()
        if len(paths) > 1:
            text = self.tr("One recording at a time: “{name}” was opened.")
            self._notices.info(text.format(name=path.name))
        self._read(_Reading(self._new_job(), path, self._folders.make() / "source.json"))

    def open_stored(self, project: Project, drawn: Collection[str], *, precious: bool = False) -> None:
        """Go on with a project: at once where its recording lies in its cache, else when that is known to be readable.

        Args:
            project: With a source, whose cache and those of its stems are where they shall be.
            drawn: Ids of the stems whose pictures lie beside their caches.
            precious: Whether the folder of these caches stays when the recording cannot be read.
        """
        source = project.source
        assert source is not None
        reading = _Reading(self._new_job(), source.path, source.cache, project, frozenset(drawn), precious)
        if not source.complete:
            self._read(reading)
            return
        self._drop_pending()
        self._drop_current()
        self._install(reading, project)
        self._pictures.follow_source(source.frames)
        self._draw_stems()
        self._tell()

    def _new_job(self) -> str:
        return f"open-{next(self._serials)}"

    def _read(self, reading: _Reading) -> None:
        self._drop_pending()
        self._pending = reading
        self._media.open(reading.job, reading.path, reading.cache)
        self.opening.emit(reading.path.name)

    def close(self, *, sure: bool = False) -> None:
        """Close the recording. What is not saved is asked about first, unless `sure`."""
        source = self._document.state.source
        if self._unsaved() and not sure:
            self.leaving.emit(None)
            return
        self.superseded.emit()
        self._drop_pending()
        self._drop_current()
        self.opening.emit("")
        self._pictures.forget_all()
        self._document.close_source()
        if source is not None:
            self._folders.let_go(source.cache.parent)

    def give_up(self) -> None:
        """The recording that is about to be opened is not wanted any more."""
        self._drop_pending()
        self._tell()

    def _drop_pending(self) -> None:
        if self._pending is not None:
            self._media.cancel(self._pending.job)
            self._let_go(self._pending)
            self._pending = None

    def _let_go(self, reading: _Reading) -> None:
        if not reading.precious:
            self._folders.let_go(reading.cache.parent)

    def _drop_current(self) -> None:
        if self._current is not None:
            self._media.cancel(self._current.job)
            self._current = None

    def _take_facts(self, job: str, facts: dict[str, Any]) -> None:
        reading = self._pending
        if reading is None or job != reading.job:
            return
        frames = int(facts.get("frames") or 0)
        rate_hz, channels = int(facts["rate_hz"]), int(facts["channels"])
        kept = reading.project.source if reading.project else None
        if kept is not None and (kept.rate_hz, kept.channels) != (rate_hz, channels):
            self._refuse(reading)
            return
        self._drop_current()
        self._pending, self._current = None, reading
        # Of a project the length is known; what a file announces may be an estimate, and would cut regions.
        frames = max(frames, kept.frames) if kept else frames
        source = Source(reading.path, reading.cache, rate_hz, channels, frames, complete=False)
        self._install(reading, replace(reading.project, source=source) if reading.project else None, source)

    def _install(self, reading: _Reading, project: Project | None, source: Source | None = None) -> None:
        """Let the recording be the open one."""
        before = self._document.state.source
        self._decoded = 0
        self._undrawn = []
        self._pictures.forget_all()
        if project is not None:
            self._document.open_project(project)
            self._restore_stems(project, reading.drawn)
        elif source is not None:
            self._document.open_source(source)
        if before is not None and before.cache.parent != reading.cache.parent:
            self._folders.let_go(before.cache.parent)
        self._drawn.start()
        self.opened.emit(reading.path)

    def _restore_stems(self, project: Project, drawn: Collection[str]) -> None:
        for stem in project.stems:
            self._pictures.restore_stem(stem)
            if stem.id in drawn:
                self._pictures.take_analysis(stem)
            picture = self._pictures.picture(stem.id)
            if picture is None or picture.peaks is None:
                self._undrawn.append(stem)

    def _draw_stems(self) -> None:
        """Only now: as it is heard, a stem is drawn over its recording."""
        undrawn, self._undrawn = self._undrawn, []
        if undrawn:
            self.stems_wanted.emit(undrawn)

    def _refuse(self, reading: _Reading) -> None:
        """What was found in place of a project's recording has another rate or other channels."""
        self._drop_pending()
        self._tell()
        self.unfit.emit(reading.path)

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
        kept = reading.project.source if reading.project else None
        if kept is not None and kept.frames != frames:
            text = self.tr("“{name}” is not as long as it was: regions and stems may lie in the wrong place.")
            self._notices.warning(text.format(name=reading.path.name))
        self._document.update_source(frames=frames, complete=True)
        self._pictures.follow_source(frames)
        self._draw_stems()
        self._tell()
        if answer.get("truncated"):
            text = self.tr("“{name}” ends before it should: what could be read is here.")
            self._notices.warning(text.format(name=reading.path.name))

    def _failed(self, job: str, code: str, message: str, hint: str) -> None:
        if self._pending is not None and job == self._pending.job:
            reading, self._pending = self._pending, None
            self._let_go(reading)
            if reading.project is not None:
                self.unfit.emit(reading.path)
        elif self._current is not None and job == self._current.job:  # on the way: keep nothing half-read
            self._let_go(self._current)
            self._current = None
            self._pictures.forget_all()
            self._document.close_source()
        else:
            return
        self._tell()
        self._notices.error(message, hint, action="open", detail=code)

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
