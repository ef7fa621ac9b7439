"""The bar on top: open, play, stop, loop, compare, where we are, what is marked, how loud, on which device."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontDatabase, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.document.state import Listening
from desktop.views import ticks
from desktop.views.elided_label import ElidedLabel
from desktop.views.icons import icon, pixmap
from desktop.views.theme import Theme, ThemeManager
from desktop.views.wheel_slider import WheelSlider

MIN_VOLUME_DB = -50


class CompareSwitch(QAbstractButton):
    """Two segments, "Recording" and "Stems": the lit one is heard. Checked is the recording."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("abButton")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = themes.theme
        self._parts = (self.tr("Recording"), self.tr("Stems"))
        self.setAccessibleName(self.tr("Compare: recording or stems"))
        self.setToolTip(self.tr("Compare recording and stems (X)"))
        themes.changed.connect(self._set_theme)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Both words with air."""
        widest = max(self.fontMetrics().horizontalAdvance(part) for part in self._parts)
        return QSize(2 * (widest + 22), 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, enabled = self._theme, self.isEnabled()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.setBrush(QColor(theme.raised if enabled else theme.panel))
        painter.drawRoundedRect(frame, 5, 5)
        half = frame.width() / 2
        for place, part in enumerate(self._parts):
            box = QRectF(frame.left() + place * half, frame.top(), half, frame.height())
            lit = enabled and self.isChecked() == (place == 0)
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
            painter.setPen(QColor(theme.accent_text if lit else theme.text_dim if enabled else theme.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, part)


class TransportBar(QFrame):
    """Everything about hearing.

    Signals:
        volume_changed: arg: dB, -inf at the bottom.
    """

    volume_changed = Signal(float)

    def __init__(self, actions: dict[str, QAction], themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transportBar")
        self.setFixedHeight(50)
        self._actions = actions
        self._theme = themes.theme
        self._playing = False
        self._buttons = {
            "open": self._button("openButton", "open", self.tr("Open a recording")),
            "play": self._button("playButton", "play", self.tr("Play or stop")),
            "stop": self._button("stopButton", "stop", self.tr("Stop and return")),
            "loop": self._button("loopButton", "loop", self.tr("Loop the selection")),
            "zoomOut": self._button("zoomOutButton", "zoomOut", self.tr("Zoom out")),
            "zoomIn": self._button("zoomInButton", "zoomIn", self.tr("Zoom in")),
            "zoomAll": self._button("zoomAllButton", "zoomAll", self.tr("Whole recording")),
            "export": self._button("exportButton", "export", self.tr("Export stems")),
        }
        for name, text in (("open", self.tr("Open")), ("export", self.tr("Export"))):
            self._buttons[name].setText(text)
            self._buttons[name].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.compare = CompareSwitch(themes)
        self.compare.clicked.connect(lambda: actions["switchSource"].trigger())
        self._time = QLabel("00:00.000")
        self._time.setObjectName("timeLabel")
        self._time.setAccessibleName(self.tr("Position"))
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._time.setFont(mono)
        self._time.setMinimumWidth(124)
        self._volume_icon = QLabel()
        self._volume = WheelSlider()
        self._volume.setObjectName("volumeSlider")
        self._volume.setAccessibleName(self.tr("Volume in dB"))
        self._volume.setRange(MIN_VOLUME_DB, 0)
        self._volume.setFixedWidth(96)
        self._volume.valueChanged.connect(self._volume_moved)
        self._device = ElidedLabel("")
        self._device.setObjectName("deviceLabel")
        self._device.setAccessibleName(self.tr("Sound output"))
        self._device.setProperty("dim", "true")
        self._device.setProperty("small", "true")
        self._device.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._device.setFixedWidth(120)
        self._has_sound = True
        self._lay_out()
        self._set_theme(themes.theme)
        themes.changed.connect(self._set_theme)

    def _button(self, name: str, action: str, accessible: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        source = self._actions[action]
        button.setCheckable(source.isCheckable())
        button.clicked.connect(source.trigger)
        keys = source.shortcut().toString()
        button.setToolTip(f"{accessible} ({keys})" if keys else accessible)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(34, 30)

        def follow() -> None:
            button.setEnabled(source.isEnabled())
            button.setChecked(source.isChecked())

        source.changed.connect(follow)
        follow()
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._buttons["open"])
        layout.addSpacing(12)
        for name in ("play", "stop", "loop"):
            layout.addWidget(self._buttons[name])
        layout.addSpacing(10)
        layout.addWidget(self._time)
        layout.addStretch(1)
        layout.addWidget(self.compare)
        layout.addSpacing(10)
        for name in ("zoomOut", "zoomIn", "zoomAll"):
            layout.addWidget(self._buttons[name])
        layout.addSpacing(10)
        layout.addWidget(self._volume_icon)
        layout.addWidget(self._volume)
        layout.addWidget(self._device)
        layout.addWidget(self._buttons["export"])

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for name, button in self._buttons.items():
            button.setIconSize(QSize(18, 18))
            names = {"zoomOut": "zoom-out", "zoomIn": "zoom-in", "zoomAll": "fit"}
            button.setIcon(icon(names.get(name, name), theme, 18))
        self.show_playing(self._playing)
        self._show_sound()

    # -- what is shown

    def show_playing(self, playing: bool) -> None:
        """Whether sound runs."""
        self._playing = playing
        self._buttons["play"].setIcon(icon("play", self._theme, 18, self._theme.accent if playing else None))
        self._buttons["play"].setToolTip(self.tr("Stop (Space)") if playing else self.tr("Play (Space)"))

    def show_position(self, seconds: float) -> None:
        """Where the playhead is."""
        self._time.setText(ticks.precise(seconds))

    def show_listening(self, listening: Listening, enabled: bool) -> None:
        """Which side of the comparison is heard."""
        self.compare.setEnabled(enabled)
        self.compare.setChecked(listening == "source")
        self.compare.update()

    def show_device(self, name: str, has_sound: bool, reason: str = "") -> None:
        """Where the sound goes, or why it goes nowhere."""
        self._device.setText(name if has_sound else self.tr("No sound output"))
        self._device.setToolTip(reason or name)
        self._has_sound = has_sound
        self._show_sound()

    def show_volume(self, volume_db: float) -> None:
        """Stand at a volume."""
        self._volume.setValue(round(max(volume_db, MIN_VOLUME_DB)))

    def _show_sound(self) -> None:
        self._volume_icon.setPixmap(
            pixmap("volume" if self._has_sound else "silent", self._theme.text_dim, 18, self.devicePixelRatioF())
        )

    def _volume_moved(self, value: int) -> None:
        self._volume.setToolTip(self.tr("Volume {db} dB").format(db=value))
        self.volume_changed.emit(-math.inf if value <= MIN_VOLUME_DB else float(value))
