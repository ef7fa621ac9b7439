"""The sentence below the words: how to say it better, or what is missing, and a link that helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from audiosep_core.prompts.hints import exclusion, hint
from desktop.views.model_words import megabytes


class PromptHint(QWidget):
    """Advice in the colour of a warning where there is any, else what works best.

    Signals:
        move_requested: What is not wanted belongs into the row for it.
        models_requested: The person wants to see which models there are.
    """

    move_requested = Signal()
    models_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = self._advice = self._warning = self._usual = ""
        self._label = QLabel()
        self._label.setObjectName("promptHint")
        self._label.setWordWrap(True)
        self._label.setProperty("small", "true")
        self._label.setAccessibleName(self.tr("Hint"))
        self._move = self._link(
            "promptHintButton",
            self.tr("Move it to “But not”"),
            self.tr("Move what you do not want to “But not”"),
        )
        self._get_model = self._link(
            "promptModelsButton",
            self.tr("Get a model…"),
            self.tr("Download a model, or use a file that is here"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self._move, self._get_model):
            layout.addWidget(widget)
        self._move.clicked.connect(self.move_requested)
        self._get_model.clicked.connect(self.models_requested)

    def _link(self, name: str, text: str, accessible: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setProperty("link", "true")
        return button

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self._move, self._get_model]

    def show_words(
        self, prompts: Sequence[str], against: Sequence[str], said: Sequence[str], *, has_source: bool
    ) -> None:
        """Say what helps with these words.

        Args:
            prompts: What to hear, in English.
            against: What not to hear, in English.
            said: Both as the person put them.
            has_source: Whether a recording is open.
        """
        kept_out = (words for words in against if exclusion(words) is None)
        self._advice = next(filter(None, map(hint, (*prompts, *kept_out))), None) or ""
        if against and not prompts and has_source:
            self._advice = self.tr("Now say what you do want to hear.")
        self._usual = self.tr("Short and plain works best: dog barking, acoustic guitar")
        if translated := [word for word in (*prompts, *against) if word not in said]:
            self._usual = self.tr("Asked in English: {words}").format(words=", ".join(translated))
        self._move.setVisible(any(map(exclusion, prompts)))
        self._show()

    def show_model(self, has_model: bool, smallest_download: int) -> None:
        """Whether there is a model: if not, that comes first, with the bytes of the smallest one (0: unknown)."""
        self._missing = ""
        if not has_model:
            self._missing = self.tr("No model is installed. Viewing and playing work without.")
            if smallest_download:
                text = self.tr("The separation model ({size}) is not installed. Viewing and playing work without it.")
                self._missing = text.format(size=megabytes(smallest_download))
        self._get_model.setVisible(not has_model)
        self._show()

    def show_warning(self, text: str) -> None:
        """Something about the words that are there, where nothing else is wrong with them; "" for nothing."""
        if text != self._warning:
            self._warning = text
            self._show()

    def _show(self) -> None:
        advice = self._missing or self._advice or self._warning
        self._label.setText(advice or self._usual)
        self._label.setProperty("tone", "warning" if advice else "")
        self._label.setProperty("dim", "" if advice else "true")
        self._label.style().polish(self._label)
