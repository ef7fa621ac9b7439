"""After a crash: what its journals and caches hold is offered, and recovered or discarded as the person decides.

Nothing here may keep the program from starting: what cannot be recovered is said, and stays where it is.
"""

from __future__ import annotations

import datetime
import logging
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.cache import SoundCache
from audiosep_core.errors import AudioReadError, AudioSepError
from desktop.actions.opening import OpeningController
from desktop.actions.project import Identity, ProjectController, known_of_file
from desktop.actions.project_lock import ProjectLock
from desktop.actions.session_folder import Session, is_session, remove
from desktop.document.journal import Entry, read_journal, remove_journal
from desktop.document.storage import Stored, from_record
from desktop.services.notices import NoticeBus
from desktop.services.places import is_folder
from desktop.services.session_lock import is_over

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Leftover:
    """What a crash left, in words: when it was last noted, of which recording or project, with which stems."""

    entry: Entry
    written: datetime.datetime
    name: str
    stems: tuple[str, ...]


def wanted_sessions(journals: Path) -> set[str]:
    """Names of the sessions' folders that journals speak of."""
    return {entry.session.name for path in _files(journals) if (entry := read_journal(path)) is not None}


def find_leftovers(journals: Path) -> list[Leftover]:
    """What can be recovered, the newest first. Journals whose sounds are gone are removed."""
    found = []
    for path in _files(journals):
        try:
            leftover = _left_by(path)
        except OSError as error:  # where its sounds lie does not answer now: it stays, and hides no other
            logger.warning("%s cannot be looked at: %s", path.name, error)
            continue
        if leftover is not None:
            found.append(leftover)
    return sorted(found, key=lambda leftover: leftover.written, reverse=True)


def _left_by(path: Path) -> Leftover | None:
    entry = read_journal(path)
    if entry is None or not is_session(entry.session):
        path.replace(path.with_suffix(".damaged"))
    elif _is_gone(entry.session):
        logger.warning("the caches of %s are gone", path.name)
        remove_journal(path)
    elif is_over(entry.session):
        return _described(entry)
    return None


def _is_gone(folder: Path) -> bool:
    """Whether the system knows that it is not there. Raises OSError where it does not know."""
    try:
        return not stat.S_ISDIR(folder.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return True


def _files(journals: Path) -> list[Path]:
    return sorted(journals.glob("*.json"))


def _described(entry: Entry) -> Leftover:
    source, stems = entry.record.get("source"), entry.record.get("stems")
    name = entry.folder.stem if entry.folder is not None else ""
    if not name and isinstance(source, dict):
        name = Path(str(source.get("path", ""))).name
    names = [str(stem.get("name", "")) for stem in stems if isinstance(stem, dict)] if isinstance(stems, list) else []
    return Leftover(entry, entry.written, name, tuple(names))


class RecoveryController(QObject):
    """Recovers one leftover at a time.

    Signals:
        recovered: It is open (its Leftover).
    """

    recovered = Signal(object)

    def __init__(
        self,
        journals: Path,
        session: Session,
        project: ProjectController,
        opening: OpeningController,
        notices: NoticeBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journals = journals
        self._session = session
        self._project = project
        self._opening = opening
        self._notices = notices
        self._now: Leftover | None = None
        opening.opened.connect(self._opened)
        opening.unfit.connect(self._unfit)

    def find(self) -> list[Leftover]:
        """What can be recovered, the newest first."""
        try:
            return find_leftovers(self._journals)
        except OSError:
            logger.exception("journals cannot be read")
            return []

    def discard(self, leftover: Leftover) -> None:
        """Nobody wants it: journal and sounds go."""
        if self._session.take_over(leftover.entry.session):
            remove_journal(leftover.entry.journal)
            self._session.give_back(leftover.entry.session)
            remove(leftover.entry.session)

    def recover(self, leftover: Leftover) -> bool:
        """Open it as it was; False when that cannot be, which is said."""
        entry = leftover.entry
        if not self._session.take_over(entry.session):
            self._notices.error(
                self.tr("Another window of AudioSep is recovering “{name}”.").format(name=leftover.name)
            )
            return False
        try:
            stored, lost = stored_of(entry)
        except (AudioSepError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            logger.exception("not recovered")
            self._fail(leftover, error.message if isinstance(error, AudioSepError) else str(error))
            return False
        project = stored.project
        assert project.source is not None
        folder, lock = entry.folder, None
        if folder is not None:
            lock = ProjectLock(folder)
            if not is_folder(folder) or lock.take() is not None:
                folder, lock = None, None  # it is saved as a new one
        self._now = leftover
        identity = Identity(stored.id, folder, lock, known_of_file(stored.source), recovered=True)
        self._project.expect(project.source.cache, identity)
        if lost:
            text = self.tr("The sound of these stems could not be recovered: {names}.")
            self._notices.warning(text.format(names=", ".join(f"“{name}”" for name in lost)))
        drawn = [stem.id for stem in project.stems if stem.cache.with_suffix(".spectrum").exists()]
        self._opening.open_stored(project, drawn, precious=True)
        return True

    def _opened(self, _path: Path) -> None:
        leftover, self._now = self._now, None
        if leftover is not None:
            self._project.note()
            self._project.flush()
            remove_journal(leftover.entry.journal)
            self.recovered.emit(leftover)

    def _unfit(self, _path: Path) -> None:
        leftover, self._now = self._now, None
        if leftover is not None:
            self._project.forget_expected()
            self._session.give_back(leftover.entry.session)
            self._fail(leftover, self.tr("its recording cannot be read any more"))

    def _fail(self, leftover: Leftover, why: str) -> None:
        self._session.give_back(leftover.entry.session)
        text = self.tr("“{name}” could not be recovered ({why}). What is left of it stays where it is.")
        text = text.format(name=leftover.name, why=why.rstrip("."))
        self._notices.error(text, action=f"show-folder:{leftover.entry.session}")


def stored_of(entry: Entry) -> tuple[Stored, list[str]]:
    """The project that a journal speaks of, as its caches have it, and the names of stems whose sound is gone.

    Raises:
        AudioReadError: It makes no sense.
    """
    record, lost = entry.record, []
    stems: list[dict[str, Any]] = []
    for stem in record["stems"]:
        cache = _inside(entry.session, stem)
        if not cache.exists():  # the engine had not begun: what was asked for is there, to be asked for again
            stems.append({**stem, "sound": None})
            continue
        try:
            with SoundCache.open(cache) as sound:
                facts = {"frames": sound.frames, "final": [list(pair) for pair in sound.final]}
        except AudioReadError:
            lost.append(str(stem.get("name", "")))
            continue
        stems.append({**stem, "sound": facts})
    source = record["source"]
    with SoundCache.open(_inside(entry.session, source)) as sound:
        complete = sound.complete
        source = {**source, "complete": complete, "frames": sound.frames if complete else source["frames"]}
    return from_record({**record, "stems": stems, "source": source}), lost


def _inside(session: Path, entry: Mapping[str, Any]) -> Path:
    """The cache of an entry, which must lie in the session's folder."""
    cache = Path(str(entry["cache"]))
    if os.path.commonpath((os.path.abspath(cache), os.path.abspath(session))) != os.path.abspath(session):
        raise ValueError("a cache lies elsewhere")
    return cache
