"""Words to choose from, as small buttons in lines under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.views.flow_layout import FlowLayout


class WordButtons(QWidget):
    """A heading and a button a word; nothing is seen of it while there is neither a word nor a note.

    Signals:
        chosen: The person wants these words.
        buttons_changed: Other buttons are there: who orders the widgets has to do so again.
    """

    chosen = Signal(str)
    buttons_changed = Signal()

    def __init__(self, name: str, title: str, accessible: str, parent: QWidget | None = None) -> None:
        """No words yet.

        Args:
            name: What the names of the buttons begin with.
            title: Heading; "" for none.
            accessible: What a screen reader says before the words; holds {words}.
            parent: Owner.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}List")
        self._name, self._accessible = name, accessible
        self._title = QLabel(title)
        self._title.setProperty("heading", "true")
        self._title.setVisible(bool(title))
        self._note = QLabel()
        self._note.setObjectName(f"{name}Note")
        self._note.setProperty("dim", "true")
        self._note.setProperty("small", "true")
        self._note.setWordWrap(True)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self._buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addWidget(self._holder)
        self.show_words(())

    @property
    def words(self) -> tuple[str, ...]:
        """What is offered."""
        return tuple(str(button.property("words")) for button in self._buttons)

    @property
    def buttons(self) -> list[QPushButton]:
        """What Tab goes through, in this order."""
        return list(self._buttons)

    def show_words(self, words: Sequence[str], note: str = "") -> None:
        """Offer these; a note stands where there are none, or before them."""
        if words != self.words:
            self._rebuild(words)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._holder.setVisible(bool(words))
        self.setVisible(bool(words or note))

    def _rebuild(self, words: Sequence[str]) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.setObjectName("")  # a while it is there, and another one has its place
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, text in enumerate(words):
            button = QPushButton(text.replace("&", "&&"), self._holder)
            button.setObjectName(f"{self._name}Button-{place}")
            button.setAccessibleName(self._accessible.format(words=text))
            button.setProperty("word", "true")
            button.setProperty("words", text)
            button.clicked.connect(self._clicked)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.show()
        self._make_room()
        self.buttons_changed.emit()

    def _clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("words")))

    def _make_room(self) -> None:
        self._flow.invalidate()
        self._holder.setFixedHeight(self._flow.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._make_room()
