"""The autosave journal: what is open and not saved, on the disk a moment after each change, for the case of a crash.

One file a window, replaced as a whole by a thread of its own; of several changes that wait only the newest is written.
It names the caches of the sounds, which survive the process too.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.scratch import noted
from audiosep_core.outside_json import read_json

logger = logging.getLogger(__name__)

FORMAT = "audiosep-journal"
_PART = ".part"
LARGEST_JOURNAL = 64 << 20  # bytes

_NOTHING = object()


@dataclass(frozen=True)
class Entry:
    """What a journal says.

    Attributes:
        journal: Its file.
        session: The folder of the caches.
        record: The project, as `storage.to_record` made it.
        folder: Where it was saved, None for never.
        written: When the journal was written.
    """

    journal: Path
    session: Path
    record: dict[str, Any]
    folder: Path | None
    written: datetime.datetime


class Journal(QObject):
    """Writes one journal.

    Signals:
        failed: It could not be written (why); told once until it works again.
    """

    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._wake = threading.Condition()
        self._next: Any = _NOTHING  # a message, None for "remove it", or _NOTHING
        self._busy = self._over = self._refused = False
        self._thread: threading.Thread | None = None

    def put(self, record: dict[str, Any], session: Path, folder: Path | None) -> None:
        """Have this written; returns at once. The record must not be changed afterwards."""
        message = {"format": FORMAT, "session": str(session), "folder": str(folder or ""), "record": record}
        self._hand_over(message)

    def clear(self) -> None:
        """Have it removed: everything is saved, or nobody wants it; returns at once."""
        self._hand_over(None)

    def flush(self) -> None:
        """Wait until the disk has the newest."""
        with self._wake:
            self._wake.wait_for(lambda: self._next is _NOTHING and not self._busy)

    def close(self) -> None:
        """Write what waits, and end the thread. The file stays as it is."""
        self.flush()
        with self._wake:
            self._over = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _hand_over(self, message: dict[str, Any] | None) -> None:
        with self._wake:
            self._next = message
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
                self._thread.start()
            self._wake.notify_all()

    def _work(self) -> None:
        noted(self.path.with_suffix(_PART))  # else nobody removes the first one where the writer is killed
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._over or self._next is not _NOTHING)
                if self._next is _NOTHING:
                    return
                message, self._next, self._busy = self._next, _NOTHING, True
            try:
                self._carry_out(message)
                self._refused = False
            except OSError as error:
                logger.warning("no journal: %s", error)
                if not self._refused:
                    self._refused = True
                    self.failed.emit(error.strerror or str(error))
            finally:
                with self._wake:
                    self._busy = False
                    self._wake.notify_all()

    def _carry_out(self, message: dict[str, Any] | None) -> None:
        if message is None:
            remove_journal(self.path)
            return
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(_PART)
        try:
            with fresh.open("w", encoding="ascii", newline="\n") as file:
                file.write(json.dumps({**message, "written": now}, ensure_ascii=True))
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self.path)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise


def remove_journal(path: Path) -> None:
    """Remove a journal, and what a writer that was killed left of the next one."""
    for file in (path, path.with_suffix(_PART)):
        file.unlink(missing_ok=True)


def read_journal(path: Path) -> Entry | None:
    """What a journal says; None where it makes no sense."""
    try:
        if path.stat().st_size > LARGEST_JOURNAL:
            return None
        message = read_json(path.read_bytes())
        if message["format"] != FORMAT or not isinstance(message["record"], dict):
            return None
        folder = Path(message["folder"]) if message["folder"] else None
        written = datetime.datetime.fromisoformat(message["written"])
        if written.tzinfo is None:  # could not be compared with others
            raise ValueError("no time zone")
        return Entry(path, Path(message["session"]), message["record"], folder, written)
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("%s is no journal: %s", path.name, error)
        return None
