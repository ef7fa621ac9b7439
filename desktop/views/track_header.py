"""The left end of a row: grip, colour, name, what can be done with its sound, how the work on it stands, its meter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.document.state import LONGEST_NAME, REST_ID, SOURCE_ID, StemTrack, Track
from desktop.views.amount_slider import AmountSlider
from desktop.views.color_button import ColorButton
from desktop.views.elided_label import ElidedLabel
from desktop.views.gain_slider import GainSlider, gain_text
from desktop.views.knob import PanKnob
from desktop.views.meter import LevelMeter
from desktop.views.strength_slider import StrengthSlider
from desktop.views.text_sizes import SteadyLabel, is_text_change, text_scale
from desktop.views.theme import ThemeManager
from desktop.views.track_grip import TrackGrip

WIDTH = 252
_WIDEST = 1.3
"""Times its usual width, at twice the text size: the lanes need their room too."""


def header_width(widget: QWidget) -> int:
    """How wide headers are, and whatever stands above and below them, with a widget's size of text."""
    return round(WIDTH * min(text_scale(widget), _WIDEST))


class TrackHeader(QFrame):
    """Controls of one row; the recording and "Everything else" have no name, colour, amount and strength to change.

    Signals:
        solo_edited: arg: whether.
        mute_edited: arg: whether.
        sum_edited: arg: whether it counts in the sum.
        color_edited: arg: "#rrggbb".
        gain_edited: args: dB, gesture.
        pan_edited: args: pan, gesture.
        amount_edited: args: amount, gesture.
        strength_edited: args: strength, gesture.
        renamed: arg: the new name.
        continue_requested: The work on it is to go on where it stood.
        menu_requested: arg: where, on the screen.
    """

    solo_edited = Signal(bool)
    mute_edited = Signal(bool)
    sum_edited = Signal(bool)
    color_edited = Signal(str)
    gain_edited = Signal(float, int)
    pan_edited = Signal(float, int)
    amount_edited = Signal(float, int)
    strength_edited = Signal(float, int)
    renamed = Signal(str)
    continue_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self, track_id: str, name: str, color: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trackHeader")
        self._is_stem = track_id not in (SOURCE_ID, REST_ID)
        self._compact = False
        self._has_sound = False
        self._unfinished = False
        self.grip = TrackGrip(color, can_hold=track_id != SOURCE_ID)
        self.grip.setObjectName(f"grip-{track_id}")
        self.meter = LevelMeter(themes)
        self.meter.setObjectName(f"meter-{track_id}")
        self._color = ColorButton(color)
        self._color.setObjectName(f"colorButton-{track_id}")
        self._name = ElidedLabel(name)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._edit = QLineEdit(name)
        self._edit.setMaxLength(LONGEST_NAME)
        self._edit.setObjectName(f"nameEdit-{track_id}")
        self._edit.hide()
        self._edit.installEventFilter(self)
        self._solo = self._switch(f"soloButton-{track_id}", self.tr("S"), self.tr("Solo: hear only this"), "true")
        self._mute = self._switch(f"muteButton-{track_id}", self.tr("M"), self.tr("Mute"), "mute")
        self._sum = self._switch(
            f"sumButton-{track_id}", "Σ", self.tr("Counts in the sum: “Everything else” is without this sound"), "sum"
        )
        if not self._is_stem:
            self._color.hide()
            self._sum.hide()
        self._gain = GainSlider()
        self._gain.setObjectName(f"gainSlider-{track_id}")
        self._gain.setToolTip(self.tr("Gain. Double-click: 0 dB, Shift: fine"))
        self._gain_label = self._small("0.0")
        self._gain_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pan = PanKnob()
        self._pan.setObjectName(f"panKnob-{track_id}")
        self._pan.setToolTip(self.tr("Pan. Drag up and down; double-click: centre, Shift: fine"))
        self._amount = AmountSlider()
        self._amount.setObjectName(f"amountSlider-{track_id}")
        self._amount.setToolTip(
            self.tr("Left: less of this sound, down to none. Right: less of everything else. Double-click: as it was")
        )
        self._strength = StrengthSlider()
        self._strength.setObjectName(f"strengthSlider-{track_id}")
        self._strength.setToolTip(
            self.tr("Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made")
        )
        self._amount_line, self._strength_line = QWidget(), QWidget()
        for line in (self._amount_line, self._strength_line):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the sliders: left is less in every language
            line.hide()
        self._note, self._second_note = ElidedLabel(""), ElidedLabel("")
        for note in (self._note, self._second_note):
            note.setProperty("dim", "true")
            note.setProperty("small", "true")
        self._second_note.hide()
        self._continue = QPushButton(self.tr("Continue"))
        self._continue.setObjectName(f"continueButton-{track_id}")
        self._continue.setAccessibleName(self._continue.text())
        self._continue.setProperty("inline", "true")
        self._continue.hide()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.hide()
        self._lay_out()
        self._connect()
        self.set_name(name)
        self._size_by_text()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets more room."""
        super().changeEvent(event)
        if is_text_change(event):
            self._size_by_text()

    def _size_by_text(self) -> None:
        more = text_scale(self) - 1
        self.setFixedWidth(header_width(self))
        self._gain_label.setFixedWidth(round(38 + 38 * more))
        for switch in (self._solo, self._mute, self._sum):
            switch.setFixedSize(round(24 + 11 * more), round(22 + 13 * more))  # a letter, and as much air as ever

    def _connect(self) -> None:
        self._edit.editingFinished.connect(self._finish_rename)
        self._solo.toggled.connect(self.solo_edited)
        self._mute.toggled.connect(self.mute_edited)
        self._sum.toggled.connect(self.sum_edited)
        self._color.picked.connect(self.color_edited)
        self._gain.gain_edited.connect(self.gain_edited)
        self._pan.pan_edited.connect(self.pan_edited)
        self._amount.amount_edited.connect(self.amount_edited)
        self._strength.strength_edited.connect(self.strength_edited)
        self._continue.clicked.connect(self.continue_requested)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._color)
        top.addWidget(self._name, 1)
        top.addWidget(self._edit, 1)
        middle = QHBoxLayout()
        middle.setSpacing(3)
        for switch in (self._solo, self._mute, self._sum):
            middle.addWidget(switch)
        middle.addSpacing(3)
        middle.addWidget(self._gain, 1)
        middle.addWidget(self._gain_label)
        middle.addWidget(self._pan)
        words = [self.tr("Remove"), self.tr("Isolate"), self.tr("Natural"), self.tr("Clean")]
        for line, low, slider, high in (
            (self._amount_line, words[0], self._amount, words[1]),
            (self._strength_line, words[2], self._strength, words[3]),
        ):
            layout = QHBoxLayout(line)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(6)
            left, right = self._small(low, words), self._small(high, words)
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(left)
            layout.addWidget(slider, 1)
            layout.addWidget(right)
        note = QHBoxLayout()
        note.setSpacing(4)
        note.addWidget(self._note, 1)
        note.addWidget(self._continue)
        column = QVBoxLayout()
        column.setContentsMargins(4, 6, 6, 5)
        column.setSpacing(3)
        column.addLayout(top)
        column.addLayout(middle)
        column.addWidget(self._amount_line)
        column.addWidget(self._strength_line)
        column.addLayout(note)
        column.addWidget(self._second_note)
        column.addWidget(self._progress)
        column.addStretch(1)
        meter = QHBoxLayout()
        meter.setContentsMargins(0, 6, 6, 6)
        meter.addWidget(self.meter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grip)
        layout.addLayout(column, 1)
        layout.addLayout(meter)

    def _small(self, text: str, others: Sequence[str] = ()) -> QLabel:
        label = SteadyLabel(text, others=others, air=2)
        label.setProperty("dim", "true")
        label.setProperty("small", "true")
        return label

    def _switch(self, name: str, text: str, tip: str, style: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setProperty("switch", style)
        return button

    def set_name(self, name: str) -> None:
        """Show another name; the controls carry it for a screen reader."""
        self._name.setText(name)
        if not self._edit.isVisible():  # what is being typed stays
            self._edit.setText(name)
        for widget, text in (
            (self._solo, self.tr("Solo {name}")),
            (self._mute, self.tr("Mute {name}")),
            (self._sum, self.tr("Count {name} in the sum")),
            (self._color, self.tr("Colour of {name}")),
            (self._gain, self.tr("Gain of {name} in dB")),
            (self._pan, self.tr("Pan of {name}")),
            (self._amount, self.tr("{name}: remove to isolate")),
            (self._strength, self.tr("{name}: natural to clean")),
            (self._edit, self.tr("Name of {name}")),
            (self.meter, self.tr("Level of {name}")),
            (self.grip, self.tr("Grip of {name}")),
        ):
            widget.setAccessibleName(text.format(name=name))

    def set_color(self, color: str) -> None:
        """Show another colour."""
        self._color.set_color(color)
        self.grip.set_color(color)

    def set_compact(self, compact: bool) -> None:
        """Show name, switches, gain and pan only."""
        self._compact = compact
        self._show_lines()

    def _show_lines(self) -> None:
        for line in (self._amount_line, self._strength_line):
            line.setVisible(self._is_stem and self._has_sound and not self._compact)
        self._note.setVisible(not self._compact)
        self._continue.setVisible(self._unfinished and not self._compact)
        self._second_note.setVisible(not self._compact and bool(self._second_note.text()))

    def show_track(self, track: Track | StemTrack) -> None:
        """Stand as the document says."""
        switches = [(self._solo, track.soloed), (self._mute, track.muted)]
        if isinstance(track, StemTrack):
            switches.append((self._sum, track.in_sum))
            self._strength.show_strength(track.strength)
            self._amount.show_amount(track.amount)
            self._amount_line.setEnabled(track.in_sum)
            self._has_sound, self._unfinished = track.has_sound, track.unfinished
            self._continue.setText(self.tr("Continue") if track.has_sound else self.tr("Try again"))
            self._continue.setAccessibleName(f"{self._continue.text()}: {track.name}")
            self._show_lines()
        for button, on in switches:
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)
        self._gain.show_gain(track.gain_db)
        self._gain_label.setText(gain_text(track.gain_db))
        self._pan.show_pan(track.pan)

    def show_note(self, text: str, progress: float | None = None, tone: str = "", tip: str = "") -> None:
        """One line of how the work stands, and a bar while `progress` (0 to 1) is known."""
        self._say(self._note, text, tone, tip or text)
        # In few words, where there is no room for more: the name has the tone.
        self._say(self._name, self._name.text(), tone if self._compact else "", text if self._compact else "")
        self._progress.setVisible(progress is not None)
        if progress is not None:
            self._progress.setValue(round(progress * 1000))

    def show_second_note(self, text: str, tone: str = "", tip: str = "") -> None:
        """One more line, "" none."""
        self._say(self._second_note, text, tone, tip)
        self._show_lines()

    def _say(self, label: ElidedLabel, text: str, tone: str, tip: str) -> None:
        label.setText(text)
        label.setToolTip(tip)
        if (label.property("tone") or "") != tone:
            label.setProperty("tone", tone)
            label.style().polish(label)

    def begin_rename(self) -> None:
        """Let the person type another name."""
        if self._is_stem:
            self._edit.setText(self._name.text())
            self._name.hide()
            self._edit.show()
            self._edit.selectAll()
            self._edit.setFocus()

    def _finish_rename(self) -> None:
        if self._edit.isVisible() and not self._name.isVisible():
            self._end_rename()
            self.renamed.emit(self._edit.text())

    def _end_rename(self) -> None:
        self._name.show()  # first: to lose the keyboard ends a renaming that is not over yet
        row = self.parentWidget()
        if row is not None and self._edit.hasFocus():
            row.setFocus()  # hiding the edit would hand the keyboard to the Solo button
        self._edit.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename."""
        self.begin_rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with this track."""
        self.menu_requested.emit(event.globalPos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the name, Esc leaves it as it was; neither goes on to what gets the focus then."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish_rename()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._edit.setText(self._name.text())
                self._end_rename()
                return True
        return super().eventFilter(watched, event)
