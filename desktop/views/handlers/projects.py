"""Projects: saved, opened, recovered; and the question before something unsaved goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.recovery import Leftover
from desktop.document.storage import SUFFIX, project_folder_of
from desktop.views.file_dialogs import ask_for_project_folder, ask_for_project_place, ask_for_source
from desktop.views.handlers.handler import Handler
from desktop.views.leave_dialog import LeaveDialog, Leaving
from desktop.views.recovery_dialog import RecoveryDialog

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

Then = Callable[[], None]


class ProjectHandler(Handler):
    """What is kept."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._leave: LeaveDialog | None = None
        self._leaving_to: Then | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {"openProject": self.open_project, "save": self.save, "saveAs": self.save_as}

    def connect_signals(self) -> None:
        """What asks before it goes, and what is to be remembered."""
        project, opening = self._space.project, self._space.opening
        project.changed.connect(self.show_name)
        project.saving.connect(self._window.status.show_saving)
        project.saved.connect(self._space.settings.remember_file)
        project.not_saved.connect(self._stay)
        opening.leaving.connect(self._ask_before_opening)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what == "save-as":
            self.save_as()
        elif what == "relink":
            folder = Path(argument)
            ask_for_source(self._window, str(folder.parent), lambda path: self._relink(folder, path))
        elif what == "open-unlocked":
            self._leave_for(lambda: self._space.projects.open(Path(argument), sure=True, unlock=True))
        elif what == "open-copy":
            self._leave_for(lambda: self._space.projects.open(Path(argument), sure=True, copy=True))
        else:
            return False
        return True

    def _relink(self, folder: Path, path: Path) -> None:
        self._leave_for(lambda: self._space.projects.open(folder, path, sure=True))

    # -- save and open

    def save(self) -> None:
        """Save, asking where the first time."""
        self._save(None)

    def _save(self, then: Then | None) -> None:
        if self._space.project.folder is None:
            self.save_as(then)
        elif not self._space.project.save(then):
            self._stay()

    def save_as(self, then: Then | None = None) -> None:
        """Save in a place that the person chooses."""
        source = self._space.document.state.source
        if source is None:
            return
        project = self._space.project
        name = project.folder.name if project.folder else f"{source.path.stem}{SUFFIX}"
        folder = project.folder.parent if project.folder else source.path.parent
        ask_for_project_place(self._window, str(folder / name), lambda path: self._save_at(path, then), self._stay)

    def _save_at(self, folder: Path, then: Then | None) -> None:
        if not self._space.project.save_as(folder, then):
            self._stay()

    def open_project(self) -> None:
        """Let the person choose a project."""
        ask_for_project_folder(self._window, self._window.menus.recent_folder(), self._open)

    def _open(self, path: Path) -> None:
        self._window.open_paths([path])

    # -- the question

    def _ask_before_opening(self, path: Path | None) -> None:
        self._ask(Leaving(False, *self._unsaved()), lambda: self._go_to(path))

    def ask_before_quitting(self, works: bool, then: Then) -> None:
        """Ask whether the program may end; `then` ends it."""
        self._ask(Leaving(True, *self._unsaved(), works=works), then)

    def _leave_for(self, then: Then) -> None:
        """Let something else take the place of what is open; what is not saved is asked about first."""
        if self._space.project.modified:
            self._ask(Leaving(False, *self._unsaved()), then)
        else:
            then()

    def _unsaved(self) -> tuple[str, tuple[str, ...]]:
        if not self._space.project.modified:
            return "", ()
        return self._space.project.name, tuple(stem.name for stem in self._space.document.state.stems)

    def _go_to(self, path: Path | None) -> None:
        if path is None:
            self._space.opening.close(sure=True)
        elif (folder := project_folder_of(path)) is not None:
            self._space.projects.open(folder, sure=True)
        else:
            self._space.opening.open([path], sure=True)

    def _ask(self, leaving: Leaving, then: Then) -> None:
        if self._leave is not None:  # asked already; the newest wish counts
            self._leave.close()
        self._leaving_to = then
        self._leave = LeaveDialog(leaving, self._window)
        self._leave.answered.connect(self._answered)
        self._leave.open()

    def _answered(self, answer: str) -> None:
        self._leave = None
        then, self._leaving_to = self._leaving_to, None
        if answer == "discard" and then is not None:
            then()
        elif answer == "save":
            self._save(then)

    def _stay(self) -> None:
        """It was not saved: nothing goes."""
        self._leaving_to = None

    # -- what is shown

    def show_name(self) -> None:
        """The project's name in the title, with the system's mark while it is not saved."""
        project = self._space.project
        name = project.name.replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{name}[*] – AudioSep" if name else "AudioSep")
        self._window.setWindowModified(bool(name) and project.modified)
        self._window.update_actions()

    def offer_recovery(self) -> None:
        """Offer what a crash left, if it left anything."""
        leftovers = self._space.recovery.find()
        if leftovers:
            dialog = RecoveryDialog(leftovers, self._window)
            dialog.recover_requested.connect(self._recover)
            dialog.discard_requested.connect(self._space.recovery.discard)
            dialog.open()

    def _recover(self, leftover: Leftover) -> None:
        self._leave_for(lambda: self._recover_now(leftover))

    def _recover_now(self, leftover: Leftover) -> None:
        self._space.recovery.recover(leftover)
