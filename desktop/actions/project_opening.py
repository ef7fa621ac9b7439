"""Opening a project: lock, read, check, find the recording, place the stems; then the recording is read like any."""

from __future__ import annotations

import itertools
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.project_folder import SUFFIX
from audiosep_core.errors import AudioReadError
from desktop.actions.opening import OpeningController
from desktop.actions.project import Identity, ProjectController, known_of_file
from desktop.actions.project_lock import Holder, ProjectLock
from desktop.actions.session_folder import RecordingFolders
from desktop.document.storage import Stored, from_record
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Opening:
    """A project on its way. `source` is what the person chose, or what was found; a copy leaves the lock alone."""

    folder: Path
    lock: ProjectLock
    copy: bool = False
    job: str = ""
    source: Path | None = None
    same: bool = True
    stored: Stored | None = None
    caches: Path | None = None

    @property
    def name(self) -> str:
        return self.folder.name.removesuffix(SUFFIX)

    @property
    def made(self) -> Path | None:
        """The folder that was made for its caches."""
        source = self.stored.project.source if self.stored else None
        return source.cache.parent if source else None


class ProjectOpener(QObject):
    """Opens one project at a time. What is open stays until its recording is known to be readable.

    Signals:
        opened: A project is open (its folder).
    """

    opened = Signal(object)

    def __init__(
        self,
        project: ProjectController,
        opening: OpeningController,
        media: MediaThread,
        notices: NoticeBus,
        folders: RecordingFolders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._opening = opening
        self._media = media
        self._notices = notices
        self._folders = folders
        self._serials = itertools.count(1)
        self._now: _Opening | None = None
        self._reading: _Opening | None = None  # handed on: its recording is being opened
        media.done.connect(self._done)
        media.failed.connect(self._failed)
        opening.opened.connect(self._opened)
        opening.unfit.connect(self._unfit)
        opening.superseded.connect(self._superseded)

    @property
    def pending(self) -> str:
        """Name of the project that is about to take the place of what is open, "" while there is none."""
        now = self._now or self._reading
        return now.name if now else ""

    def open(
        self, folder: Path, source: Path | None = None, *, sure: bool = False, unlock: bool = False, copy: bool = False
    ) -> None:
        """Open the project in `folder`.

        Args:
            folder: Its folder.
            source: Its recording, where the person knows better; None looks for it.
            sure: Whether what is open and not saved may go; it is asked about first otherwise.
            unlock: Whether the lock of another computer is broken.
            copy: Open a copy of it, which is saved nowhere yet, whoever works on the project.
        """
        folder = folder.absolute()
        if self._project.folder == folder and source is None and not self._project.modified:
            return  # it is the one that is open
        if self._project.modified and not sure:
            self._opening.leaving.emit(folder)
            return
        self._superseded()
        lock = ProjectLock(folder)
        if unlock:
            lock.break_stale()
        # Our own lock: the same project once more, from the disk.
        holder = lock.take() if self._project.folder != folder and not copy else None
        if holder is not None:
            self._tell_locked(folder, holder)
            return
        self._ask(_Opening(folder, lock, copy, source=source), "read")

    def _tell_locked(self, folder: Path, holder: Holder) -> None:
        name = folder.name.removesuffix(SUFFIX)
        if holder.here:
            text = self.tr("“{name}” is open in another window of AudioSep.").format(name=name)
            hint = self.tr("Close it there first, or open a copy of it as it was last saved.")
            self._notices.error(text, hint, action=f"open-copy:{folder}")
        else:
            text = self.tr("“{name}” is open on another computer ({host}).").format(name=name, host=holder.host)
            hint = self.tr("If that one has crashed, open it anyway.")
            self._notices.error(text, hint, action=f"open-unlocked:{folder}")

    def _ask(self, now: _Opening, kind: Any, **fields: Any) -> None:
        job = f"project-{kind}-{next(self._serials)}"
        self._now = replace(now, job=job)
        self._media.project(kind, job, now.folder, **fields)
        self._opening.opening.emit(now.name)

    # -- what the media process says

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        now = self._now
        if now is None or job != now.job:
            return
        if now.stored is None:
            self._take_records(now, answer.get("records", []))
        elif now.caches is None:
            self._take_place(now, str(answer.get("path", "")), bool(answer.get("same")))
        else:
            self._take_stems(now, now.stored, answer)

    def _take_records(self, now: _Opening, records: list[dict[str, Any]]) -> None:
        caches = self._folders.make()

        def place(stem_id: str) -> Path:
            return caches / (f"stem-{stem_id}.json" if stem_id else "source.json")

        stored, refusal = None, None
        for record in records:
            try:
                stored = from_record(record, place)
                break
            except AudioReadError as error:
                logger.warning("%s: %s %s", now.folder.name, error.code, getattr(error, "__notes__", ""))
                refusal = refusal or error
                if error.code == "project-newer":  # its backups are older, and not what the person means
                    break
        if stored is None:
            self._give_up(now, caches)
            if refusal is not None:
                self._notices.report(refusal)
            return
        if refusal is not None:
            text = self.tr("“{name}” was damaged: this is how it was saved before that.").format(name=now.name)
            self._notices.warning(text)
        now = replace(now, stored=stored)
        if now.source is not None:
            self._restore(replace(now, caches=caches))
            return
        self._ask(now, "locate", source=stored.source)

    def _take_place(self, now: _Opening, path: str, same: bool) -> None:
        assert now.stored is not None
        source = now.stored.project.source
        assert source is not None
        if not path:
            self._give_up(now, source.cache.parent)
            text = self.tr("The recording of “{name}” is not there any more: “{recording}”.")
            hint = self.tr("The project is safe. Show where the recording is now.")
            text = text.format(name=now.name, recording=source.path.name)
            self._notices.error(text, hint, action=f"relink:{now.folder}")
            return
        self._restore(replace(now, source=Path(path), same=same, caches=source.cache.parent))

    def _restore(self, now: _Opening) -> None:
        stored = now.stored
        assert stored is not None
        stems = [
            {"id": stem.id, "sound": stored.sounds[stem.id], "cache": stem.cache}
            for stem in stored.project.stems
            if stored.sounds[stem.id] is not None
        ]
        # Sounds that are read where they lie may be removed by whoever works on the project.
        self._ask(now, "restore", stems=stems, copy=now.copy)

    def _take_stems(self, now: _Opening, stored: Stored, answer: dict[str, Any]) -> None:
        project = stored.project
        assert project.source is not None
        assert now.source is not None
        lost = set(answer.get("lost", ()))
        if lost:
            names = ", ".join(f"“{stem.name}”" for stem in project.stems if stem.id in lost)
            text = self.tr("The sound of these stems could not be read from the project: {names}.")
            self._notices.warning(text.format(names=names), self.tr("Everything else is here."))
        if not now.same:
            text = self.tr("“{name}” was changed since the project was saved: its stems may not fit any more.")
            self._notices.warning(text.format(name=now.source.name))
        kept = tuple(stem for stem in project.stems if stem.id not in lost)
        source = replace(project.source, path=now.source, complete=False)
        known = known_of_file(stored.source)
        if now.copy:
            identity = Identity(source=known, recovered=True)
        else:
            files = frozenset(str(sound["file"]) for sound in stored.sounds.values() if sound and "file" in sound)
            identity = Identity(stored.id, now.folder, now.lock, known, files)
        self._now, self._reading = None, now
        self._project.expect(source.cache, identity)
        self._opening.open_stored(replace(project, source=source, stems=kept), answer.get("drawn", ()))

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        now = self._now
        if now is not None and job == now.job:
            self._give_up(now, now.made)
            self._notices.error(message, hint)

    # -- what becomes of its recording

    def _opened(self, _path: Path) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            self.opened.emit(reading.folder)

    def _unfit(self, path: Path) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            self._project.forget_expected()
            reading.lock.release()
            text = self.tr("“{recording}” cannot stand for the recording of “{name}”: its sound is of another kind.")
            hint = self.tr("The project is safe. Choose another file.")
            text = text.format(recording=path.name, name=reading.name)
            self._notices.error(text, hint, action=f"relink:{reading.folder}")

    def _superseded(self) -> None:
        """Something else is wanted."""
        if self._now is not None:
            self._media.cancel(self._now.job)
            self._give_up(self._now, self._now.made)
        if self._reading is not None:
            reading, self._reading = self._reading, None
            self._project.forget_expected()
            reading.lock.release()
            self._opening.give_up()

    def _give_up(self, now: _Opening, caches: Path | None = None) -> None:
        self._now = None
        now.lock.release()
        if caches is not None:
            self._folders.let_go(caches)
        self._opening.opening.emit(self._opening.pending)
