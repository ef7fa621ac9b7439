"""Keys, what to ask, first steps, logs, report, about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from audiosep_core.library.paths import log_folder
from desktop.actions.opening import Example, list_examples
from desktop.services.report import report
from desktop.views.handlers.handler import Handler
from desktop.views.help.coach_mark import CoachMark

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class HelpHandler(Handler):
    """Help. Its dialogs are imported when they are wanted: none is on the way to the first window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialogs: dict[str, QDialog] = {}
        self._coach: CoachMark | None = None
        self._wanted: Example | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "keys": self._keys,
            "whatToAsk": self._what_to_ask,
            "welcome": self.welcome,
            "logs": self._logs,
            "copyReport": self._copy_report,
            "about": self._about,
        }

    def connect_signals(self) -> None:
        """Show where to say what to hear, once a recording is open."""
        self._coach = CoachMark(self._window.prompt_panel.edit, self._space.settings, self._window)
        self._space.document.source_changed.connect(self._source_changed)
        self._space.opening.opened.connect(self._opened)

    def act_on(self, what: str, argument: str) -> bool:
        """The button of a notice."""
        if what != "logs":
            return False
        self._logs()
        return True

    def welcome_once(self) -> None:
        """Show the page of the first start, if it is the first."""
        if not self._space.settings.settings.welcomed:
            self.welcome()

    def welcome(self) -> None:
        """The page of the first start."""
        from desktop.views.help.welcome import WelcomePage

        page = WelcomePage(self._space.settings, list_examples(), self._silence, self._window)
        page.example_chosen.connect(self._try_example)
        self._space.separation.engine_changed.connect(page.show_engine)
        self._space.transport.device_changed.connect(page.show_sound)
        page.show_engine(self._window.status.engine)
        if self._space.transport.device_name:
            page.show_sound(self._space.transport.device_name, self._space.transport.has_sound)
        self._show("welcome", page)

    def _silence(self) -> str:
        return self._space.transport.device_reason

    def _show(self, name: str, dialog: QDialog) -> None:
        """One of each kind at a time."""
        before = self._dialogs.pop(name, None)
        if before is not None:
            before.close()
        self._dialogs[name] = dialog
        dialog.finished.connect(self._tidy)
        dialog.show()

    def _tidy(self) -> None:
        closed = self.sender()
        self._dialogs = {name: dialog for name, dialog in self._dialogs.items() if dialog is not closed}

    def _keys(self) -> None:
        from desktop.views.help.keys_dialog import KeysDialog

        self._show("keys", KeysDialog(self._window.keymap, self._window))

    def _what_to_ask(self) -> None:
        from desktop.views.help.asking_page import AskingPage

        page = AskingPage(self._window)
        page.chosen.connect(self._window.prompt_panel.set_prompt)
        page.chosen.connect(self._window.prompt_panel.focus_prompt)
        self._show("asking", page)

    def _logs(self) -> None:
        self._window.show_folder(str(log_folder()))

    def _report(self) -> str:
        engine = self._window.status.engine
        runs = f"{engine.text} ({engine.detail})" if engine.detail else engine.text
        return report(self._space.settings.settings, runs, self._space.transport.device_reason)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self._space.notices.info(self.tr("The report was copied: versions and this machine, no names, no recordings."))

    def _about(self) -> None:
        from desktop.views.help.about import AboutDialog

        self._show("about", AboutDialog(self._report(), self._window))

    def _try_example(self, example: Example) -> None:
        self._wanted = example
        self._window.open_example(example)

    def _opened(self, path: object) -> None:
        """Show where to ask, unless it will be asked at once."""
        if self._wanted is not None and self._wanted.path != path:
            self._wanted = None
        if self._wanted is None and self._coach is not None:
            self._coach.offer()

    def _source_changed(self) -> None:
        source = self._space.document.state.source
        if source is None and self._coach is not None:
            self._coach.withdraw()
        if source is not None and source.complete and self._wanted is not None and self._wanted.path == source.path:
            self._wanted = None
            self._window.prompt_panel.ask()
