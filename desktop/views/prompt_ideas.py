"""Words that work for the open recording, to be tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class PromptIdeas(QWidget):
    """A link for each, Try “siren”; not there without any.

    Signals:
        chosen: The person wants these words.
        buttons_changed: Other buttons are there: who orders the widgets has to do so again.
    """

    chosen = Signal(str)
    buttons_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    @property
    def buttons(self) -> list[QPushButton]:
        """What Tab goes through, in this order."""
        return list(self._buttons)

    def show_ideas(self, prompts: Sequence[str]) -> None:
        """Offer these."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for place, prompt in enumerate(prompts):
            button = QPushButton(self.tr("Try “{prompt}”").format(prompt=prompt.replace("&", "&&")))
            button.setObjectName(f"ideaButton-{place}")
            button.setAccessibleName(self.tr("Use the prompt {prompt}").format(prompt=prompt))
            button.setProperty("link", "true")
            button.setProperty("words", prompt)
            button.clicked.connect(self._clicked)
            self._layout.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(prompts))
        self.buttons_changed.emit()

    def _clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("words")))
