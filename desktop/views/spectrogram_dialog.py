"""How lanes are drawn, to be changed while they are looked at and while sound plays: every change shows at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from audiosep_core.audio.tiles import FFT_SIZES, transform_frames
from desktop.views.color_maps import ramp
from desktop.views.dialog_button import dialog_button
from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.look import PRESETS, Colors, Look, preset_of
from desktop.views.timeline import Timeline
from desktop.views.wheel_combo import WheelCombo
from desktop.views.wheel_slider import WheelSlider

_ICON = QSize(72, 12)


class SpectrogramDialog(QDialog):
    """The settings of spectrograms and lanes. It does not block the window.

    Signals:
        look_chosen: The person wants another look.  arg: the Look.
    """

    look_chosen = Signal(object)

    def __init__(self, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spectrogramDialog")
        self.setWindowTitle(self.tr("Spectrogram settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._timeline = timeline
        self._showing = False
        self._build()
        timeline.look_changed.connect(self._show)
        timeline.axis_changed.connect(self._show)
        self._show()

    # -- building

    def _build(self) -> None:
        names = {
            "standard": self.tr("Standard"),
            "speech": self.tr("Speech"),
            "music": self.tr("Music"),
            "high": self.tr("Bats and other high sounds"),
            "rumble": self.tr("Low rumble"),
        }
        presets = [(self.tr("Custom"), ""), *((names[preset.id], preset.id) for preset in PRESETS)]
        self._preset = self._combo("presetCombo", self.tr("Preset"), presets)
        self._preset.activated.connect(self._apply_preset)
        scales = [(self.tr("Mel"), "mel"), (self.tr("Linear"), "linear"), (self.tr("Logarithmic"), "log")]
        self._scale = self._combo("scaleCombo", self.tr("Frequency scale"), scales)
        self._fft = self._combo("fftCombo", self.tr("FFT size"), [(str(size), size) for size in FFT_SIZES])
        self._range = self._slider("rangeSlider", self.tr("Dynamic range"), 60, 120, 5)
        colors: list[tuple[str, Colors]] = [
            (self.tr("Magma"), "magma"),
            (self.tr("Viridis"), "viridis"),
            (self.tr("Grey"), "grey"),
            (self.tr("Inverse grey"), "inverse"),
        ]
        self._colors = self._combo("colorsCombo", self.tr("Colours"), colors)
        self._colors.setIconSize(_ICON)
        for place, (_, name) in enumerate(colors):
            self._colors.setItemIcon(place, _preview(name))
        self._low = self._frequency("lowHzSpin", self.tr("Lowest frequency"))
        self._high = self._frequency("highHzSpin", self.tr("Highest frequency"))
        self._whole = dialog_button("wholeBandButton", self.tr("All"), spoken=self.tr("Show all frequencies"))
        self._whole.clicked.connect(self._show_whole)
        lanes = [(self.tr("Waveform"), "waveform"), (self.tr("Spectrogram"), "spectrogram"), (self.tr("Both"), "both")]
        self._lanes = self._combo("lanesCombo", self.tr("Show"), lanes)
        self._overlay = self._check("overlayCheck", self.tr("Waveform over the spectrogram"))
        self._opacity = self._slider("opacitySlider", self.tr("Opacity of the waveform"), 10, 100, 5)
        follow = [
            (self.tr("Turn the page"), "page"),
            (self.tr("Smoothly"), "smooth"),
            (self.tr("Do not follow"), "off"),
        ]
        self._follow = self._combo("followCombo", self.tr("Follow playback"), follow)
        self._cents = self._check("centsCheck", self.tr("Cents in the read-out"))
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._range_text, self._opacity_text = QLabel(), QLabel()
        self._opacity_label = QLabel(self.tr("Opacity"))
        band = QHBoxLayout()
        for widget in (self._low, QLabel("–"), self._high, self._whole):
            band.addWidget(widget)
        rows: tuple[tuple[str | QLabel, QWidget | QHBoxLayout], ...] = (
            (self.tr("Preset"), self._preset),
            ("", _line()),
            (self.tr("Frequency scale"), self._scale),
            (self.tr("Band"), band),
            (self.tr("FFT size"), self._fft),
            (self.tr("Dynamic range"), _beside(self._range, self._range_text)),
            (self.tr("Colours"), self._colors),
            ("", _line()),
            (self.tr("Show"), self._lanes),
            ("", self._overlay),
            (self._opacity_label, _beside(self._opacity, self._opacity_text)),
            ("", _line()),
            (self.tr("Follow playback"), self._follow),
            ("", self._cents),
        )
        for label, field in rows:
            if isinstance(field, QFrame):
                form.addRow(field)
            else:
                form.addRow(label, field)
        close = dialog_button("spectrogramCloseButton", self.tr("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(400)

    def _combo(self, name: str, label: str, entries: list[tuple[str, Any]]) -> WheelCombo:
        combo = WheelCombo()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        for text, value in entries:
            combo.addItem(text, value)
        if name != "presetCombo":
            combo.activated.connect(self._changed)
        return combo

    def _slider(self, name: str, label: str, low: int, high: int, page: int) -> WheelSlider:
        slider = WheelSlider()
        slider.setObjectName(name)
        slider.setAccessibleName(label)
        slider.setRange(low, high)
        slider.setPageStep(page)
        slider.valueChanged.connect(self._changed)
        return slider

    def _check(self, name: str, label: str) -> QCheckBox:
        box = QCheckBox(label)
        box.setObjectName(name)
        box.toggled.connect(self._changed)
        return box

    def _frequency(self, name: str, label: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.setObjectName(name)
        spin.setAccessibleName(label)
        spin.setDecimals(0)
        spin.setSuffix(self.tr(" Hz"))
        spin.setSingleStep(100)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._band_edited)
        return spin

    # -- what is shown and wished for

    def _show(self) -> None:
        look, axis, rate = self._timeline.look, self._timeline.axis, self._timeline.rate_hz
        self._showing = True
        values = (
            (self._preset, preset_of(look)),
            (self._scale, look.scale),
            (self._fft, look.fft),
            (self._colors, look.colors),
            (self._lanes, look.lanes),
            (self._follow, look.follow),
        )
        for combo, value in values:
            combo.setCurrentIndex(combo.findData(value))
        for place, size in enumerate(FFT_SIZES):
            if rate > 1:
                span_ms = transform_frames(size, rate) / rate * 1000
                self._fft.setItemText(place, self.tr("{size} ({span} ms)").format(size=size, span=round(span_ms)))
        self._range.setValue(look.range_db)
        self._range_text.setText(self.tr("{n} dB").format(n=look.range_db))
        self._opacity.setValue(look.opacity)
        self._opacity_text.setText(self.tr("{n} %").format(n=look.opacity))
        self._overlay.setChecked(look.overlay)
        self._cents.setChecked(look.cents)
        both = look.lanes == "both"
        self._overlay.setEnabled(both)
        for widget in (self._opacity_label, self._opacity, self._opacity_text):
            widget.setEnabled(both and look.overlay)
        for spin, hz in ((self._low, axis.low_hz), (self._high, axis.high_hz)):
            spin.setRange(0, axis.top_hz)
            spin.setValue(hz)
        self._whole.setEnabled(not axis.is_whole)
        self._showing = False

    def _changed(self, *_: object) -> None:
        if self._showing:
            return
        look = Look(
            scale=self._scale.currentData(),
            fft=self._fft.currentData(),
            range_db=self._range.value(),
            colors=self._colors.currentData(),
            lanes=self._lanes.currentData(),
            overlay=self._overlay.isChecked(),
            opacity=self._opacity.value(),
            follow=self._follow.currentData(),
            cents=self._cents.isChecked(),
        )
        self.look_chosen.emit(look)

    def _apply_preset(self, *_: object) -> None:
        preset = next((one for one in PRESETS if one.id == self._preset.currentData()), None)
        if preset is None:
            self._show()
            return
        self.look_chosen.emit(preset.applied(self._timeline.look))
        axis = self._timeline.axis
        whole = FrequencyAxis.whole(axis.scale, axis.top_hz)
        low, high = preset.low_hz, preset.high_hz or axis.top_hz
        # A band that this recording does not have shows everything.
        self._timeline.show_axis(whole.showing(low, high) if low < axis.top_hz / 2 else whole)

    def _band_edited(self, *_: object) -> None:
        if not self._showing:
            axis = self._timeline.axis
            self._timeline.show_axis(axis.showing(self._low.value(), self._high.value()))

    def _show_whole(self) -> None:
        axis = self._timeline.axis
        self._timeline.show_axis(FrequencyAxis.whole(axis.scale, axis.top_hz))


def _beside(slider: WheelSlider, text: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(slider, 1)
    text.setMinimumWidth(52)
    text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(text)
    return row


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("rule", "true")
    line.setFixedHeight(9)
    return line


def _preview(colors: Colors) -> QIcon:
    row = np.ascontiguousarray(ramp(colors)[np.linspace(0, 255, _ICON.width()).astype(int)])
    image = QImage(row.data, _ICON.width(), 1, _ICON.width() * 3, QImage.Format.Format_RGB888)
    return QIcon(QPixmap.fromImage(image.copy().scaled(_ICON, Qt.AspectRatioMode.IgnoreAspectRatio)))
