"""The words used before under their heading, in the room that is left at the end of the panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.views.prompt_history import PromptHistory


class RecentPrompts(QWidget):
    """Heading and list; empty room while there is nothing to list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._favourites: tuple[str, ...] = ()
        self._recent: tuple[str, ...] = ()
        self._title = QLabel(self.tr("RECENT PROMPTS"))
        self._title.setProperty("heading", "true")
        self._title.setWordWrap(True)
        self.list = PromptHistory()
        self.list.setMinimumHeight(96)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        self._show()

    def show_recent(self, prompts: Sequence[str]) -> None:
        """Words used before, newest first."""
        self._recent = tuple(prompts)
        self._show()

    def show_favourites(self, prompts: Sequence[str]) -> None:
        """Words with a star."""
        self._favourites = tuple(prompts)
        self._show()

    def _show(self) -> None:
        self.list.show_prompts(self._favourites, self._recent)
        listed = bool(self._favourites or self._recent)
        for widget in (self._title, self.list):
            widget.setVisible(listed)
