"""The project that is open: its name, whether something of it is not saved, its journal; saving it.

Files are read and written by the media process; the journal by a thread of its own.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from audiosep_core.audio.project_folder import SUFFIX
from audiosep_core.errors import AudioReadError
from desktop.actions.picture_store import PictureStore
from desktop.actions.project_lock import ProjectLock
from desktop.document.document import Document
from desktop.document.journal import Journal
from desktop.document.state import Project
from desktop.document.storage import Record, from_record, new_project_id, same_content, to_record
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

logger = logging.getLogger(__name__)

Then = Callable[[], None]


@dataclass(frozen=True)
class Identity:
    """Which project is open.

    Attributes:
        id: Its own.
        folder: Where it is saved, None for nowhere yet.
        lock: Held while it is open.
        source: What is known of its recording's file.
        files: Names of its files that open caches refer to.
        recovered: Whether it holds what was never saved, as after a crash, and as a copy does.
    """

    id: str = field(default_factory=new_project_id)
    folder: Path | None = None
    lock: ProjectLock | None = None
    source: Record = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    recovered: bool = False


@dataclass(frozen=True)
class _Saving:
    job: str
    identity: Identity
    record: Record
    settled: object
    then: Then | None


class ProjectController(QObject):
    """Knows what is saved and what is not, and saves it.

    Signals:
        changed: Its name, its place, or whether something is not saved.
        saving: How far a save is. args: frames done, frames in all; 0, 0 when nothing is saved.
        saved: It was saved (its folder).
        not_saved: A save failed; the notice has been given.
    """

    changed = Signal()
    saving = Signal(object, object)
    saved = Signal(object)
    not_saved = Signal()

    def __init__(
        self,
        document: Document,
        pictures: PictureStore,
        writer: MediaThread,
        notices: NoticeBus,
        journal: Journal,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._writer = writer
        self._notices = notices
        self._journal = journal
        self._serials = itertools.count(1)
        self._identity = Identity()
        self._expected: tuple[Path, Identity] | None = None
        self._cache: Path | None = None
        self._settled: object = None
        self._saving: _Saving | None = None
        self._noted: tuple[Record, Path | None] | None = None
        self._told = (False, "")
        self._shut = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.note)
        for signal in (document.stems_changed, document.selection_changed, document.regions_changed):
            signal.connect(self._look)
        for signal in (document.loop_changed, document.mix_changed, document.undo_stack.indexChanged):
            signal.connect(self._look)
        document.stem_changed.connect(self._look)
        document.clean_changed.connect(self._look)
        document.source_changed.connect(self._source_changed)
        writer.progress.connect(self._progress)
        writer.done.connect(self._done)
        writer.failed.connect(self._failed)
        writer.cancelled.connect(self._cancelled)
        journal.failed.connect(self._journal_failed)

    # -- what is open

    @property
    def folder(self) -> Path | None:
        """Where the project is saved, None for nowhere yet."""
        return self._identity.folder

    @property
    def name(self) -> str:
        """What the project is called: as its folder, else as its recording; "" without one."""
        if self._identity.folder is not None:
            return self._identity.folder.name.removesuffix(SUFFIX)
        source = self._document.state.source
        return source.path.name if source is not None else ""

    @property
    def modified(self) -> bool:
        """Whether something would be lost if the project was closed now."""
        state = self._document.state
        if state.source is None:
            return False
        unsaved = self._settled is None or _settled(state) != self._settled
        return unsaved or not self._document.undo_stack.isClean()

    @property
    def working(self) -> bool:
        """Whether the project is being saved."""
        return self._saving is not None

    def uses(self, _folder: Path) -> bool:
        """Whether files in there may still be read for a save."""
        return self.working

    def expect(self, cache: Path, identity: Identity) -> None:
        """The recording with this cache, when it is open, is that of a project."""
        self._expected = (cache, identity)

    def forget_expected(self) -> None:
        """It does not come."""
        self._expected = None

    # -- saving

    def save(self, then: Then | None = None) -> bool:
        """Save where it was saved before; False when it was not, or cannot be saved now."""
        return self.folder is not None and self._save(self._identity, then)

    def save_as(self, folder: Path, then: Then | None = None) -> bool:
        """Save in another place, and go on there; False when it cannot be saved now."""
        if folder.suffix.casefold() != SUFFIX:
            folder = folder.with_name(folder.name + SUFFIX)
        if self.folder is not None and folder.absolute() == self.folder.absolute():
            return self._save(self._identity, then)
        return self._save(Identity(folder=folder.absolute(), source=self._identity.source), then)

    def cancel(self) -> None:
        """Stop saving; what was saved before stays as it was."""
        if self._saving is not None:
            self._writer.cancel(self._saving.job)

    def _save(self, identity: Identity, then: Then | None) -> bool:
        state = self._document.state
        if state.source is None or self._saving is not None or identity.folder is None:
            return False
        if not state.source.complete:
            hint = self.tr("Save when it is complete.")
            self._notices.info(self.tr("The recording is still being read."), hint)
            return False
        record = to_record(state, identity.id)
        try:
            from_record(record)
        except AudioReadError as error:
            logger.warning("not saved: %s", getattr(error, "__notes__", error))
            text = self.tr(
                "The project was not saved: it could not be opened again. What was saved before is as it was."
            )
            self._notices.error(text, self.tr("Shorten very long names or delete some regions, then save again."))
            return False
        job = f"save-{next(self._serials)}"
        self._saving = _Saving(job, identity, record, _settled(state), then)
        sent = {**record, "source": {**identity.source, **record["source"]}}
        sent["stems"] = [
            {
                **entry,
                "begun": stem.state == "done" or stem.progress > 0,
                "drawn": stem.state != "working" and not self._pictures.is_stale(stem),
            }
            for entry, stem in zip(record["stems"], state.stems, strict=True)
        ]
        self._writer.project("save", job, identity.folder, record=sent, in_use=sorted(identity.files))
        self.saving.emit(0, 1)
        return True

    def _progress(self, job: str, done: int, total: int) -> None:
        if self._saving is not None and job == self._saving.job:
            self.saving.emit(done, total)

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        saving = self._saving
        if saving is None or job != saving.job:
            return
        self._over()
        self._take_place(saving, answer)
        if saving.identity.folder is not None:
            self._notices.info(self.tr("Saved “{name}”.").format(name=self.name))
            self.saved.emit(saving.identity.folder)
        if saving.then is not None:
            saving.then()

    def _take_place(self, saving: _Saving, answer: dict[str, Any]) -> None:
        """What is open is now what was saved, unless it was edited, or something else opened, meanwhile."""
        state = self._document.state
        if state.source is None or str(state.source.cache) != saving.record["source"]["cache"]:
            return
        identity = saving.identity
        if identity.folder != self.folder:
            self._release()
            lock = ProjectLock(identity.folder) if identity.folder is not None else None
            if lock is not None:
                lock.take()
            identity = Identity(identity.id, identity.folder, lock)
        known = known_of_file(answer.get("source") or {})
        files = identity.files | frozenset(answer.get("files", ()))  # others are those of stems that undo brings back
        self._identity = Identity(identity.id, identity.folder, identity.lock, known, files)
        self._settled = saving.settled
        stack = self._document.undo_stack
        if same_content(saving.record, to_record(state, identity.id)):
            stack.setClean()
        else:
            stack.resetClean()
        self._look()
        self.changed.emit()

    def _failed(self, job: str, _code: str, message: str, hint: str) -> None:
        if self._saving is None or job != self._saving.job:
            return
        self._over()
        self._notices.error(message, hint, action="save-as")
        self.not_saved.emit()

    def _cancelled(self, job: str) -> None:
        if self._saving is not None and job == self._saving.job:
            self._over()
            self.not_saved.emit()

    def _over(self) -> None:
        self._saving = None
        self.saving.emit(0, 0)

    # -- the journal

    def _source_changed(self) -> None:
        source = self._document.state.source
        cache = source.cache if source is not None else None
        if cache != self._cache:
            self._cache = cache
            self._release()
            expected, self._expected = self._expected, None
            ours = expected is not None and expected[0] == cache
            self._identity = expected[1] if expected is not None and ours else Identity()
            if self._identity.lock is not None:  # not yet held when it was the very project that was open
                self._identity.lock.take()
            self._settled = None if self._identity.recovered else _settled(self._document.state)
            self.changed.emit()
        self._look()

    def _look(self, *_: object) -> None:
        """Something changed; what came together is noted together."""
        if self._shut:  # the undo stack still speaks while it is taken down
            return
        self._soon.start()
        told = (self.modified, self.name)
        if told != self._told:
            self._told = told
            self.changed.emit()

    def note(self) -> None:
        """Hand the journal what is not saved."""
        self._soon.stop()
        state = self._document.state
        if state.source is None or not self.modified:
            if self._noted is not None:
                self._noted = None
                self._journal.clear()
            return
        record = to_record(state, self._identity.id)
        noted = self._noted
        if noted is None or noted[1] != self.folder or not same_content(noted[0], record):
            self._noted = record, self.folder
            self._journal.put(record, state.source.cache.parent.parent, self.folder)

    def flush(self) -> None:
        """Wait until the journal is on the disk."""
        self._journal.flush()

    def _journal_failed(self, why: str) -> None:
        text = self.tr("What you do now would not survive a crash: it cannot be kept on the disk ({why}).")
        self._notices.warning(text.format(why=why), self.tr("Save the project elsewhere."), action="save-as")

    # -- the end

    def _release(self) -> None:
        if self._identity.lock is not None:
            self._identity.lock.release()

    def shutdown(self) -> None:
        """The person has decided: nothing is left to recover."""
        self._shut = True
        self._soon.stop()
        self._journal.clear()
        self._journal.close()
        self._release()


def known_of_file(source: Record) -> Record:
    """Of what is kept of a recording: what tells its file from others."""
    return {key: source[key] for key in ("bytes", "sha256_of_ends") if key in source}


def _settled(state: Project) -> object:
    """What the engine adds to a project without an edit: how far each stem is."""
    return tuple((stem.id, stem.state) for stem in state.stems)
