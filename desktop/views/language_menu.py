"""The submenu of languages: where a person who cannot read the window's language finds their own."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.language import titles
from desktop.services.settings import SettingsStore
from desktop.views.preferences.entries import said


class LanguageMenu(QMenu):
    """Every language by its own name, and the system's; the chosen one is ticked."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(said("Language"), parent)
        self.setObjectName("languageMenu")
        self._settings = settings
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """The languages there are, as they are called now."""
        self.clear()
        group = QActionGroup(self)
        for code, name in (("", said("Follow the system")), *titles()):
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == self._settings.settings.language)
            action.triggered.connect(partial(self._choose, code))
            group.addAction(action)

    def _choose(self, code: str, _checked: bool = False) -> None:
        self._settings.update(language=code)
