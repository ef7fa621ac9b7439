"""What the rest of the desktop learns of the jobs: progress in the taskbar, a word at the end, no sleep meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.actions.jobs import LONG_S, JobBook, JobFacts
from desktop.services.awake import Awake, NotAwake
from desktop.services.chime import Chime, NoChime
from desktop.services.notify import Notifier, Silent
from desktop.services.settings import SettingsStore
from desktop.services.taskbar import NoTaskbar, Taskbar


class Attention(QObject):
    """Follows the book of jobs as far as the person's settings allow.

    Args:
        book: The jobs.
        settings: `notify`, `chime` and `keep_awake` count.
        in_front: Whether the person looks at the window: then no notification is needed.
        taskbar: Shows progress.
        notifier: Shows a notification.
        awake: Keeps the computer awake.
        chime: Is heard.
    """

    def __init__(
        self,
        book: JobBook,
        settings: SettingsStore,
        in_front: Callable[[], bool],
        taskbar: Taskbar | None = None,
        notifier: Notifier | None = None,
        awake: Awake | None = None,
        chime: Chime | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._settings = settings
        self._in_front = in_front
        self._taskbar = taskbar or NoTaskbar()
        self._notifier = notifier or Silent()
        self._awake = awake or NotAwake()
        self._chime = chime or NoChime()
        self._shown: int | None = None  # per cent
        self._kept = False
        book.changed.connect(self._follow)
        book.ended.connect(self._ended)
        settings.changed.connect(self._follow)

    def _follow(self) -> None:
        works = bool(self._book.current)
        share = self._book.share if works else None
        per_cent = None if share is None else round(100 * share)
        if per_cent != self._shown:
            self._shown = per_cent
            self._taskbar.show(share)
        keep = works and self._settings.settings.keep_awake
        if keep != self._kept:
            self._kept = keep
            if keep:
                self._awake.keep(self.tr("Sound is being separated or written"))
            else:
                self._awake.let_go()

    def _ended(self, facts: JobFacts) -> None:
        if facts.took_s < LONG_S or facts.state not in ("done", "failed"):
            return
        good = facts.state == "done"
        settings = self._settings.settings
        if settings.notify and not self._in_front():
            self._notifier.tell(self.tr("Done") if good else self.tr("Failed"), f"{facts.title} {facts.note}".strip())
        if settings.chime:
            self._chime.play(good=good)

    def shutdown(self) -> None:
        """The program ends: nothing stays behind on the desktop."""
        self._awake.let_go()
        self._taskbar.show(None)
