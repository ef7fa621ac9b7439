"""The left end of a row: name, solo, mute, gain, and how the work on it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QToolButton, QVBoxLayout, QWidget

from desktop.document.state import StemTrack, Track
from desktop.views.elided_label import ElidedLabel
from desktop.views.gain_slider import GainSlider, gain_text
from desktop.views.strength_slider import StrengthSlider

WIDTH = 196


class ColorChip(QWidget):
    """The stem's colour."""

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(4, 18)
        self._color = color

    def set_color(self, color: str) -> None:
        """Show another colour."""
        if color != self._color:
            self._color = color
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawRoundedRect(self.rect(), 2, 2)


class TrackHeader(QFrame):
    """Controls of one row.

    Signals:
        solo_edited: arg: whether.
        mute_edited: arg: whether.
        gain_edited: args: dB, gesture.
        strength_edited: args: strength, gesture.
        renamed: arg: the new name.
    """

    solo_edited = Signal(bool)
    mute_edited = Signal(bool)
    gain_edited = Signal(float, int)
    strength_edited = Signal(float, int)
    renamed = Signal(str)

    def __init__(
        self, track_id: str, name: str, color: str, *, can_rename: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trackHeader")
        self.setFixedWidth(WIDTH)
        self._can_rename = can_rename
        self._chip = ColorChip(color)
        self._name = ElidedLabel(name)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._edit = QLineEdit(name)
        self._edit.setObjectName(f"nameEdit-{track_id}")
        self._edit.hide()
        self._edit.installEventFilter(self)
        self._edit.editingFinished.connect(self._finish_rename)
        self._solo = self._switch(f"soloButton-{track_id}", self.tr("S"), self.tr("Solo: hear only this"), "true")
        self._mute = self._switch(f"muteButton-{track_id}", self.tr("M"), self.tr("Mute"), "mute")
        self._gain = GainSlider()
        self._gain.setObjectName(f"gainSlider-{track_id}")
        self._gain.setToolTip(self.tr("Gain. Double-click: 0 dB"))
        self._gain_label = QLabel("0.0")
        self._gain_label.setProperty("dim", "true")
        self._gain_label.setProperty("small", "true")
        self._gain_label.setFixedWidth(38)
        self._gain_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._strength = StrengthSlider()
        self._strength.setObjectName(f"strengthSlider-{track_id}")
        self._strength.setToolTip(
            self.tr("Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made")
        )
        self._strength_line = QWidget()
        self._strength_line.hide()
        self._note = ElidedLabel("")
        self._note.setProperty("dim", "true")
        self._note.setProperty("small", "true")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.hide()
        self._lay_out()
        self._solo.toggled.connect(self.solo_edited)
        self._mute.toggled.connect(self.mute_edited)
        self._gain.gain_edited.connect(self.gain_edited)
        self._strength.strength_edited.connect(self.strength_edited)
        self.set_name(name)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._chip)
        top.addWidget(self._name, 1)
        top.addWidget(self._edit, 1)
        middle = QHBoxLayout()
        middle.setSpacing(4)
        for widget, stretch in ((self._solo, 0), (self._mute, 0), (self._gain, 1), (self._gain_label, 0)):
            middle.addWidget(widget, stretch)
        bottom = QHBoxLayout(self._strength_line)
        bottom.setContentsMargins(0, 0, 0, 0)
        bottom.setSpacing(6)
        bottom.addWidget(self._small(self.tr("Natural")))
        bottom.addWidget(self._strength, 1)
        bottom.addWidget(self._small(self.tr("Clean")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 6)
        layout.setSpacing(5)
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addWidget(self._note)
        layout.addWidget(self._progress)
        layout.addWidget(self._strength_line)
        layout.addStretch(1)

    def _small(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("dim", "true")
        label.setProperty("small", "true")
        return label

    def _switch(self, name: str, text: str, tip: str, style: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setFixedSize(24, 22)
        button.setToolTip(tip)
        button.setProperty("switch", style)
        return button

    def set_name(self, name: str) -> None:
        """Show another name; the controls carry it for a screen reader."""
        self._name.setText(name)
        self._edit.setText(name)
        self._solo.setAccessibleName(self.tr("Solo {name}").format(name=name))
        self._mute.setAccessibleName(self.tr("Mute {name}").format(name=name))
        self._gain.setAccessibleName(self.tr("Gain of {name} in dB").format(name=name))
        self._strength.setAccessibleName(self.tr("{name}: natural to clean").format(name=name))
        self._edit.setAccessibleName(self.tr("Name of {name}").format(name=name))

    def set_color(self, color: str) -> None:
        """Show another colour."""
        self._chip.set_color(color)

    def show_track(self, track: Track | StemTrack) -> None:
        """Stand as the document says."""
        for button, on in ((self._solo, track.soloed), (self._mute, track.muted)):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)
        self._gain.show_gain(track.gain_db)
        self._gain_label.setText(gain_text(track.gain_db))
        if isinstance(track, StemTrack):
            self._strength.show_strength(track.strength)
            self._strength_line.setVisible(track.state != "working")

    def show_note(self, text: str, progress: float | None = None, tone: str = "") -> None:
        """One line of how the work stands, and a bar while `progress` (0 to 1) is known."""
        self._note.setText(text)
        self._note.setToolTip(text)
        if self._note.property("tone") != tone:
            self._note.setProperty("tone", tone)
            self._note.style().polish(self._note)
        self._progress.setVisible(progress is not None)
        if progress is not None:
            self._progress.setValue(round(progress * 1000))

    def begin_rename(self) -> None:
        """Let the person type another name."""
        if self._can_rename:
            self._name.hide()
            self._edit.show()
            self._edit.selectAll()
            self._edit.setFocus()

    def _finish_rename(self) -> None:
        if self._edit.isVisible():
            self._end_rename()
            self.renamed.emit(self._edit.text())

    def _end_rename(self) -> None:
        row = self.parentWidget()
        if row is not None and self._edit.hasFocus():
            row.setFocus()  # hiding the edit would hand the keyboard to the Solo button
        self._edit.hide()
        self._name.show()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename."""
        self.begin_rename()

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
