"""The preferences, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.playback.device import SYSTEM_DEFAULT
from desktop.services.language import resolved, use_language
from desktop.services.settings import Settings
from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class PreferencesHandler(Handler):
    """Shows the dialog and puts changed settings in force, whoever changed them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._before: Settings = self._space.settings.settings

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {"preferences": self.show_preferences}

    def connect_signals(self) -> None:
        """Follow the settings."""
        self._before = self._space.settings.settings
        self._space.settings.changed.connect(self._follow)

    def show_preferences(self, page: str = "") -> None:
        """Show the dialog; only one."""
        from desktop.views.preferences.dialog import PreferencesDialog  # not on the way to the first window

        dialog = self.bring_forward(PreferencesDialog)
        if dialog is None:
            dialog = PreferencesDialog(self._space.settings, self._window.keymap, self._window)
            dialog.show()
        if page:
            dialog.show_page(page)

    def _follow(self) -> None:
        before, now = self._before, self._space.settings.settings
        self._before = now
        if (before.theme, before.text_size) != (now.theme, now.text_size):
            self._window.themes.choose(now.theme, now.text_size)
            self._window.handlers.viewing.name_theme_action()
        if before.device_name != now.device_name:
            self._space.transport.set_output(now.device_name or SYSTEM_DEFAULT)
        if before.return_on_stop != now.return_on_stop:
            self._space.playing.returns = now.return_on_stop
            self._window.actions_by_id["returnOnStop"].setChecked(now.return_on_stop)
        if before.language != now.language and resolved(before.language) != resolved(now.language):
            self._speak(now.language)

    def _speak(self, choice: str) -> None:
        use_language(choice)
        self._window.actions_by_id.translate()
        self._window.handlers.viewing.name_theme_action()
        self._space.notices.info(self.tr("The rest of the window speaks this language from the next start on."))
