"""What a request works on: the selection or the whole file, of the recording or of a stem."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QToolButton, QVBoxLayout, QWidget

from desktop.document.state import Selection
from desktop.views import ticks
from desktop.views.elided_label import ElidedLabel


class ScopeChoice(QWidget):
    """One line that says it, and two buttons where there is a choice.

    Signals:
        changed: Something else is worked on.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stem = ""
        self._selection: Selection | None = None
        self._frames, self._rate_hz = 0, 1
        self._label = QLabel()
        self._label.setObjectName("scopeLabel")
        self._label.setWordWrap(True)
        self._label.setAccessibleName(self.tr("What is separated"))
        self._in_selection = QRadioButton(self.tr("Selection"))
        self._in_selection.setObjectName("scopeSelection")
        self._in_selection.setChecked(True)
        self._everywhere = QRadioButton(self.tr("Whole file"))
        self._everywhere.setObjectName("scopeFile")
        for button in (self._in_selection, self._everywhere):
            button.setAccessibleName(button.text())
        self._within = QWidget()
        self._within_label = ElidedLabel()
        self._leave = QToolButton()
        self._leave.setObjectName("withinClearButton")
        self._leave.setText("×")
        self._leave.setProperty("flat", "true")
        self._leave.setToolTip(self.tr("Ask within the recording again"))
        self._leave.setAccessibleName(self._leave.toolTip())
        line = QHBoxLayout(self._within)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._within_label, 1)
        line.addWidget(self._leave)
        choice = QHBoxLayout()
        choice.setSpacing(14)
        choice.addWidget(self._in_selection)
        choice.addWidget(self._everywhere)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._within)
        layout.addWidget(self._label)
        layout.addLayout(choice)
        self._in_selection.toggled.connect(self._show)
        self._leave.clicked.connect(self._leave_stem)
        self._show()

    @property
    def tab_chain(self) -> list[QWidget]:
        """What Tab goes through, in this order."""
        return [self._leave, self._in_selection, self._everywhere]

    @property
    def whole_file(self) -> bool:
        """Whether the person wants everything although a part is selected."""
        return self._everywhere.isChecked()

    @property
    def within(self) -> str:
        """Id of the stem that is to be listened to; "" is the recording."""
        return self._stem

    @property
    def selection(self) -> Selection | None:
        """The stretch that is worked on; None is everything."""
        return None if self.whole_file else self._selection

    @property
    def length_s(self) -> float:
        """Seconds that are worked on."""
        chosen = self.selection
        frames = self._frames if chosen is None else min(chosen.end, self._frames) - chosen.start
        return max(frames, 0) / self._rate_hz

    def show_scope(self, selection: Selection | None, frames: int, rate_hz: int) -> None:
        """What there is to work on; another selection is one that is meant."""
        if selection != self._selection:
            self._in_selection.setChecked(True)
        self._selection, self._frames, self._rate_hz = selection, frames, rate_hz
        self._show()

    def choose_whole_file(self) -> None:
        """Everything, whatever is selected."""
        self._everywhere.setChecked(True)

    def ask_within(self, stem_id: str, name: str) -> None:
        """Listen to a stem from now on; "" is the recording."""
        self._stem = stem_id
        text = self.tr("Within “{name}”").format(name=name)
        self._within_label.setText(text)
        self._within_label.setToolTip(text)
        self._show()

    def _leave_stem(self) -> None:
        self.ask_within("", "")

    def _show(self) -> None:
        chosen = self.selection
        if not self._frames:
            text = self.tr("No recording open")
        elif chosen is None:
            text = self.tr("Whole file ({length})").format(length=ticks.clock(self._frames / self._rate_hz, 1))
        else:
            start, end = ticks.tenths(chosen.start / self._rate_hz), ticks.tenths(chosen.end / self._rate_hz)
            text = self.tr("Selection {start}–{end}").format(start=start, end=end)
            if chosen.band_hz is not None:
                low, high = (round(edge) for edge in chosen.band_hz)
                text += self.tr(", {low}–{high} Hz").format(low=low, high=high).replace(" Hz", "\N{NO-BREAK SPACE}Hz")
        self._label.setText(text)
        for button in (self._in_selection, self._everywhere):
            button.setVisible(bool(self._frames) and self._selection is not None)
        self._within.setVisible(bool(self._stem))
        self.changed.emit()
