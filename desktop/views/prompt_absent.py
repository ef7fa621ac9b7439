"""What the ears say about words that were asked for: not heard, and what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.actions.presence import Judgement
from desktop.views import ticks
from desktop.views.prompt_words import WordButtons


class AbsentCard(QFrame):
    """I can’t hear “violin” in this selection., with the ways on.

    Signals:
        anyway_requested: Separate all the same.
        whole_requested: Try everywhere.
        elsewhere_requested: Go where it is heard.  arg: the frame.
        similar_chosen: Ask for these words instead.
    """

    anyway_requested = Signal()
    whole_requested = Signal()
    elsewhere_requested = Signal(object)  # int; Signal(int) has 32 bits
    similar_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("absentCard")
        self._elsewhere = 0
        self._text = QLabel()
        self._text.setObjectName("absentLabel")
        self._text.setWordWrap(True)
        self.anyway = self._button("separateAnywayButton", self.tr("Separate anyway"))
        self.whole = self._button("tryWholeFileButton", self.tr("Try the whole file"))
        self._go = self._button("goElsewhereButton", self.tr("Go where it is heard"))
        self._similar = WordButtons("similar", "", self.tr("Ask for {words} instead"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 10, 9)
        layout.setSpacing(6)
        layout.addWidget(self._text)
        for button in (self.anyway, self.whole, self._go):
            layout.addWidget(button)
        layout.addWidget(self._similar)
        self.anyway.clicked.connect(self.anyway_requested)
        self.whole.clicked.connect(self.whole_requested)
        self._go.clicked.connect(self._go_elsewhere)
        self._similar.chosen.connect(self.similar_chosen)
        self.hide()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("compact", "true")
        return button

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self.anyway, self.whole, self._go, *self._similar.buttons]

    def tell(self, absent: Sequence[Judgement], *, selected: bool, waiting: bool, rate_hz: int) -> None:
        """Say what is not heard.

        Args:
            absent: What is not heard, at least one.
            selected: Whether a selection was asked about, not the recording.
            waiting: Whether the separation waits for the person's word; else it is under way.
            rate_hz: Of the recording.
        """
        quoted = [f"“{judgement.prompt}”" for judgement in absent]
        words = quoted[0] if len(quoted) == 1 else self.tr("{0} or {1}").format(", ".join(quoted[:-1]), quoted[-1])
        if all(judgement.sure for judgement in absent):
            here, there = self.tr("I can’t hear {words} in this selection."), self.tr("I can’t hear {words} here.")
        else:
            here = self.tr("Perhaps {words} is not in this selection.")
            there = self.tr("Perhaps {words} is not in this recording.")
        self._text.setText((here if selected else there).format(words=words))
        self.anyway.setVisible(waiting)
        self.whole.setVisible(selected)
        places = [judgement.elsewhere for judgement in absent if judgement.elsewhere is not None]
        self._go.setVisible(bool(places))
        if places:
            self._elsewhere = places[0]
            text = self.tr("Heard at {time}: go there").format(time=ticks.tenths(places[0] / rate_hz))
            self._go.setText(text)
            self._go.setAccessibleName(text)
        similar = list(dict.fromkeys(word for judgement in absent for word in judgement.similar))[:4]
        self._similar.show_words(similar, self.tr("Similar, and heard here:") if similar else "")
        self.setAccessibleName(self._text.text())
        self.show()

    def _go_elsewhere(self) -> None:
        self.elsewhere_requested.emit(self._elsewhere)
