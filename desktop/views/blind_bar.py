"""The blind comparison, a bar below the transport: two numbers to hear, one button to prefer, and the result."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.actions.comparing import Blind, chance


class BlindBar(QFrame):
    """Hidden while nothing is compared.

    Signals:
        heard: The person wants to hear side 1 or 2.
        preferred: What is heard is the better one.
        reveal_requested: Which was which?
        end_requested: Enough.
    """

    heard = Signal(int)
    preferred = Signal()
    reveal_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("blindBar")
        self.setAccessibleName(self.tr("Blind comparison"))
        self._text = QLabel()
        self._text.setObjectName("blindLabel")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._sides = (self._side(1), self._side(2))
        self._prefer = QPushButton(self.tr("I &prefer this one"))
        self._prefer.setObjectName("blindPreferButton")
        self._prefer.setAccessibleName(self.tr("I prefer what I hear now"))
        self._reveal = QPushButton(self.tr("Show &result"))
        self._reveal.setObjectName("blindRevealButton")
        self._reveal.setAccessibleName(self.tr("Show the result of the blind comparison"))
        self._end = QPushButton(self.tr("&End"))
        self._end.setObjectName("blindEndButton")
        self._end.setAccessibleName(self.tr("End the blind comparison"))
        self._end.setToolTip(self.tr("End the blind comparison (Shift+X)"))
        self._prefer.clicked.connect(self.preferred)
        self._reveal.clicked.connect(self.reveal_requested)
        self._end.clicked.connect(self.end_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        for widget in (*self._sides, self._prefer, self._reveal, self._end):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(widget)
        self.hide()

    def _side(self, number: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"blindSideButton-{number}")
        button.setText(str(number))
        button.setAccessibleName(self.tr("Hear {number}").format(number=number))
        button.setToolTip(self.tr("Hear {number} (key {number}; X hears the other one)").format(number=number))
        button.setCheckable(True)
        button.setMinimumSize(40, 28)
        button.clicked.connect(lambda: self.heard.emit(number))
        return button

    def show_blind(self, blind: Blind | None) -> None:
        """As it stands; None hides the bar."""
        self.setVisible(blind is not None)
        if blind is None:
            return
        over = blind.tally is not None
        for number, button in enumerate(self._sides, 1):
            button.setVisible(not over)
            button.setChecked(number == blind.heard)
        self._prefer.setVisible(not over)
        self._prefer.setEnabled(blind.ready)
        self._reveal.setVisible(not over)
        self._reveal.setEnabled(blind.picks > 0)
        self._text.setText(self._words(blind))

    def _words(self, blind: Blind) -> str:
        first, second = blind.names
        if blind.tally is not None:
            text = self.tr("Preferred: “{first}” {a}, “{second}” {b}. {verdict}")
            return text.format(
                first=first, second=second, a=blind.tally[0], b=blind.tally[1], verdict=self._verdict(blind.tally)
            )
        if not blind.ready:
            return self.tr("Making “{first}” and “{second}” equally loud…").format(first=first, second=second)
        text = self.tr("“{first}” and “{second}”, equally loud: which one is 1 is hidden. Round {round}.")
        return text.format(first=first, second=second, round=blind.picks + 1)

    def _verdict(self, tally: tuple[int, int]) -> str:
        by_chance = chance(tally)
        if by_chance > 0.05:
            text = self.tr("That is no clear preference: tossed coins come out as clearly {share:.0%} of the time.")
        else:
            text = self.tr("That is clear: tossed coins come out like this only {share:.1%} of the time.")
        return text.format(share=by_chance)
