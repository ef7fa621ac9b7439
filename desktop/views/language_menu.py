"""The submenu of languages: where a person who cannot read the window's language finds their own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.language import titles
from desktop.services.settings import SettingsStore
from desktop.views.choice_menu import ChoiceMenu
from desktop.views.preferences.entries import said


class LanguageMenu(ChoiceMenu):
    """Every language by its own name, and the system's; the chosen one is ticked."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__("languageMenu", parent)
        self.setTitle(said("Language"))
        self._settings = settings
        self.aboutToShow.connect(self.fill)
        self.picked.connect(self._choose)

    def fill(self) -> None:
        """The languages there are, as they are called now."""
        self.offer((name, code) for code, name in (("", said("Follow the system")), *titles()))
        self.tick(self._settings.settings.language)

    def _choose(self, code: str) -> None:
        self._settings.update(language=code)
