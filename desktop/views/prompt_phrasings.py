"""Phrasings of a prompt: hear each with one click or Alt and its number, take the one that sounds best."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.actions.phrasings import Trial

WAYS = 3
_ELIDE = Qt.TextElideMode.ElideRight


class PhrasingsCard(QFrame):
    """Three rows: play, words, use.

    Signals:
        hear_requested: Play one (its place).
        use_requested: Separate with this one (its words).
        closed: None is wanted.
    """

    hear_requested = Signal(int)
    use_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasingsCard")
        self.setAccessibleName(self.tr("Phrasings"))
        self._status = QLabel()
        self._status.setObjectName("phrasingsLabel")
        self._status.setProperty("small", "true")
        self._status.setProperty("dim", "true")
        self._status.setWordWrap(True)
        self._close = QToolButton()
        self._close.setObjectName("phrasingsCloseButton")
        self._close.setText("×")
        self._close.setProperty("flat", "true")
        self._close.setToolTip(self.tr("Use none of them"))
        self._close.setAccessibleName(self._close.toolTip())
        top = QHBoxLayout()
        top.addWidget(self._status, 1)
        top.addWidget(self._close)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 6, 8)
        grid.setSpacing(5)
        grid.setColumnStretch(0, 1)
        grid.addLayout(top, 0, 0, 1, 2)
        self._hear: list[QPushButton] = []
        self._use: list[QPushButton] = []
        for place in range(WAYS):
            hear, use = QPushButton(), QPushButton(self.tr("Use"))
            hear.setAccessibleName(self.tr("Hear phrasing {number}").format(number=place + 1))
            use.setAccessibleName(self.tr("Separate phrasing {number}").format(number=place + 1))
            hear.setObjectName(f"hearPhrasing-{place}")
            use.setObjectName(f"usePhrasing-{place}")
            hear.setProperty("phrasing", "true")
            hear.setCheckable(True)
            use.setProperty("compact", "true")
            for button in (hear, use):
                button.setProperty("place", place)
            hear.clicked.connect(self._hear_clicked)
            use.clicked.connect(self._use_clicked)
            grid.addWidget(hear, place + 1, 0)
            grid.addWidget(use, place + 1, 1)
            self._hear.append(hear)
            self._use.append(use)
        self._words: tuple[str, ...] = ()
        self._close.clicked.connect(self.closed)
        self.hide()

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        pairs = (button for pair in zip(self._hear, self._use, strict=True) for button in pair)
        return [self._close, *pairs]

    def show_trial(self, trial: Trial | None) -> None:
        """What is tried, None for nothing."""
        self.setVisible(trial is not None)
        if trial is None:
            return
        self._words = trial.phrasings
        self._status.setText(
            {
                "working": self.tr("Trying on ten seconds from the playhead…"),
                "ready": self.tr("Hear with Alt+1, 2, 3; take the best."),
            }.get(trial.state, self.tr("This could not be tried."))
        )
        for place, (hear, use) in enumerate(zip(self._hear, self._use, strict=True)):
            there = place < len(trial.phrasings)
            hear.setVisible(there)
            use.setVisible(there)
            if there:
                words = trial.phrasings[place]
                shown = hear.fontMetrics().elidedText(words, _ELIDE, 125).replace("&", "&&")
                hear.setText(f"{place + 1}  {shown}")
                hear.setToolTip(words)
                hear.setAccessibleName(self.tr("Hear “{words}”").format(words=words))
                use.setAccessibleName(self.tr("Separate “{words}”").format(words=words))
            hear.setEnabled(trial.state == "ready")
            hear.setChecked(False)

    def mark(self, heard: int) -> None:
        """This one plays."""
        for place, button in enumerate(self._hear):
            button.setChecked(place == heard)

    def _hear_clicked(self) -> None:
        self.hear_requested.emit(int(self.sender().property("place")))

    def _use_clicked(self) -> None:
        self.use_requested.emit(self._words[int(self.sender().property("place"))])
