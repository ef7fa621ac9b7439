"""What every command does in this window: the handlers of all menus together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.views.handlers.asking import AskHandler
from desktop.views.handlers.ears import EarsHandler
from desktop.views.handlers.editing import EditHandler
from desktop.views.handlers.files import FileHandler
from desktop.views.handlers.handler import Handler
from desktop.views.handlers.help import HelpHandler
from desktop.views.handlers.jobs import JobHandler
from desktop.views.handlers.playing import PlayHandler
from desktop.views.handlers.preferences import PreferencesHandler
from desktop.views.handlers.projects import ProjectHandler
from desktop.views.handlers.recipes import RecipeHandler
from desktop.views.handlers.selecting import SelectHandler
from desktop.views.handlers.tools import ToolHandler
from desktop.views.handlers.tracks import TrackHandler
from desktop.views.handlers.viewing import ViewHandler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class CommandHandlers(QObject):
    """One handler a menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.files = FileHandler(window)
        self.projects = ProjectHandler(window)
        self.editing = EditHandler(window)
        self.selecting = SelectHandler(window)
        self.viewing = ViewHandler(window)
        self.playing = PlayHandler(window)
        self.asking = AskHandler(window)
        self.ears = EarsHandler(window)
        self.recipes = RecipeHandler(window)
        self.tracks = TrackHandler(window)
        self.tools = ToolHandler(window)
        self.preferences = PreferencesHandler(window)
        self.jobs = JobHandler(window)
        self.help = HelpHandler(window)

    @property
    def _all(self) -> tuple[Handler, ...]:
        return (
            self.files,
            self.projects,
            self.editing,
            self.selecting,
            self.viewing,
            self.playing,
            self.asking,
            self.ears,
            self.recipes,
            self.tracks,
            self.tools,
            self.preferences,
            self.jobs,
            self.help,
        )

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {command: run for handler in self._all for command, run in handler.table().items()}

    def connect_signals(self) -> None:
        """Connect views and controllers."""
        for handler in self._all:
            handler.connect_signals()

    def act_on(self, action: str) -> None:
        """The button of a notice: "what" or "what:on which"."""
        what, _, argument = action.partition(":")
        any(handler.act_on(what, argument) for handler in self._all)
