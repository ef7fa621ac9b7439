"""The bar on top: open, play, stop, loop, compare, where we are, what is marked, how loud, on which device."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.document.state import Listening
from desktop.playback.device import SYSTEM_DEFAULT
from desktop.views import ticks
from desktop.views.action_button import action_button
from desktop.views.compare_switch import CompareSwitch
from desktop.views.icons import icon
from desktop.views.master_meter import MasterMeter
from desktop.views.speed_menu import speed_text
from desktop.views.text_sizes import SteadyLabel, text_scale
from desktop.views.theme import Theme, ThemeManager
from desktop.views.wheel_slider import WheelSlider

MIN_VOLUME_DB = -50

_WIDE = 1240
"""From this width on there is room for words beside the pictures, where they are not too large or too long."""

_NARROW, _NARROW_TEXT = 900, 280
"""Below this width, and so much more at twice the text size, the zoom gives way: menu, keys and wheel have it too."""

_NAME_WIDTH = 110


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
        self._is_wide = False
        self._buttons = {
            "open": self._button("openButton", "open", self.tr("Open a recording")),
            "play": self._button("playButton", "play", self.tr("Play or pause")),
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
        self._time = SteadyLabel("00:00.000")
        self._time.setObjectName("timeLabel")
        self._time.setAccessibleName(self.tr("Position"))
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._time.setFont(mono)
        self.meter = MasterMeter(themes)
        self._volume = WheelSlider()
        self._volume.setObjectName("volumeSlider")
        self._volume.setAccessibleName(self.tr("Volume in dB"))
        self._volume.setRange(MIN_VOLUME_DB, 0)
        self._volume.setFixedWidth(self.meter.sizeHint().width())
        self._volume.valueChanged.connect(self._volume_moved)
        self._speed = self._menu_button("speedButton", self.tr("Speed"))
        self.show_speed(1.0, True)
        self._device = self._menu_button("deviceButton", self.tr("Sound output"))
        self._device.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._device_facts = ("", True, "")
        self._underruns = 0
        self._lay_out()
        self._set_theme(themes.theme)
        themes.changed.connect(self._set_theme)

    def _button(self, name: str, action: str, accessible: str) -> QToolButton:
        button = action_button(name, self._actions[action], accessible)
        button.setMinimumSize(34, 30)
        return button

    @staticmethod
    def _menu_button(name: str, accessible: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("menu", "true")
        button.setMinimumHeight(30)
        return button

    def set_menus(self, speed: QMenu, outputs: QMenu) -> None:
        """What the two buttons open."""
        self._speed.setMenu(speed)
        self._device.setMenu(outputs)

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
        layout.addWidget(self._speed)
        layout.addStretch(1)
        layout.addWidget(self.compare)
        layout.addSpacing(10)
        for name in ("zoomOut", "zoomIn", "zoomAll"):
            layout.addWidget(self._buttons[name])
        layout.addSpacing(10)
        loudness = QVBoxLayout()
        loudness.setSpacing(3)
        loudness.addStretch(1)
        loudness.addWidget(self.meter)
        loudness.addWidget(self._volume)
        loudness.addStretch(1)
        layout.addLayout(loudness)
        layout.addWidget(self._device)
        layout.addWidget(self._buttons["export"])

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for name, button in self._buttons.items():
            button.setIconSize(QSize(18, 18))
            names = {"zoomOut": "zoom-out", "zoomIn": "zoom-in", "zoomAll": "fit"}
            button.setIcon(icon(names.get(name, name), theme, 18))
        self.show_playing(self._playing)
        self._fit()  # text may have another size

    # -- what is shown

    def show_playing(self, playing: bool) -> None:
        """Whether sound runs."""
        self._playing = playing
        color = self._theme.accent if playing else None
        self._buttons["play"].setIcon(icon("pause" if playing else "play", self._theme, 18, color))
        self._buttons["play"].setToolTip(self.tr("Pause (Space)") if playing else self.tr("Play (Space)"))

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
        self._device_facts = (name, has_sound, reason)
        self._fit()  # it may have a longer name

    def show_underruns(self, count: int) -> None:
        """How many gaps were heard."""
        self._underruns = count
        self._show_device()

    def show_speed(self, speed: float, keeps_pitch: bool) -> None:
        """How fast it plays."""
        self._speed.setText(speed_text(speed))
        tip = self.tr("Speed {speed}").format(speed=speed_text(speed))
        if speed != 1.0:
            tip += self.tr(", the pitch stays") if keeps_pitch else self.tr(", the pitch goes with it")
        self._speed.setToolTip(tip)
        self._speed.setProperty("lit", "true" if speed != 1.0 else "false")
        self._speed.style().unpolish(self._speed)
        self._speed.style().polish(self._speed)

    def show_volume(self, volume_db: float) -> None:
        """Stand at a volume."""
        self._volume.setValue(round(max(volume_db, MIN_VOLUME_DB)))

    def _show_device(self) -> None:
        name, has_sound, reason = self._device_facts
        if not has_sound:
            text = self.tr("No sound output") if name else ""
        elif name == SYSTEM_DEFAULT:
            text = self.tr("System output")
        else:
            text = name
        room = round(_NAME_WIDTH * text_scale(self))
        shown = self._device.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._device.setText(shown if self._is_wide else "")
        self._device.setIcon(icon("volume" if has_sound else "silent", self._theme, 18, self._theme.text_dim))
        self._device.setIconSize(QSize(18, 18))
        lines = [reason or text or self.tr("Sound output")]
        if self._underruns:
            lines.append(self.tr("Gaps since it was opened: {count}").format(count=self._underruns))
        self._device.setToolTip("\n".join(lines))
        self._device.setAccessibleDescription(self._device.toolTip())

    def _volume_moved(self, value: int) -> None:
        self._volume.setToolTip(self.tr("Volume {db} dB").format(db=value))
        self.volume_changed.emit(-math.inf if value <= MIN_VOLUME_DB else float(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar shows pictures only."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _NARROW + _NARROW_TEXT * (text_scale(self) - 1)
        for name in ("zoomOut", "zoomIn", "zoomAll"):
            self._buttons[name].setVisible(not is_narrow)
        self._show_words(self.width() >= _WIDE)
        if self._is_wide and not self._has_room:
            self._show_words(False)

    def _show_words(self, shown: bool) -> None:
        self._is_wide = shown
        style = Qt.ToolButtonStyle
        for name in ("open", "export"):
            button = self._buttons[name]
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self._show_device()

    @property
    def _has_room(self) -> bool:
        for child in self.findChildren(QWidget):
            child.ensurePolished()  # only now it knows the size of its text
        layout = self.layout()
        return layout is None or layout.sizeHint().width() <= self.width()
