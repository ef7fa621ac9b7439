"""What a row shows of its track: waveform, spectrogram, both above each other, or one over the other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.axis_view import WIDTH as AXIS_WIDTH
from desktop.views.axis_view import AxisView
from desktop.views.spectrogram import SpectrogramView
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.waveform import WaveformView


class LanesView(QWidget):
    """A waveform and a spectrogram with its scale, arranged as the look says.

    Attributes:
        waveform: The waveform; hidden where it lies over the spectrogram.
        spectrogram: The spectrogram.
        axis: Its scale.
    """

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self.waveform = WaveformView(timeline, themes)
        self.spectrogram = SpectrogramView(timeline, themes)
        self.axis = AxisView(timeline, themes)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.waveform, 0, 0)
        grid.addWidget(self.spectrogram, 1, 0)
        grid.addWidget(self.axis, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, AXIS_WIDTH)
        timeline.look_changed.connect(self._arrange)
        self._arrange()

    def add_below(self, strip: QWidget) -> None:
        """Put something thin below the lanes, as wide as they are."""
        self._grid.addWidget(strip, 2, 0)

    def _arrange(self) -> None:
        look = self._timeline.look
        over = look.lanes == "both" and look.overlay
        shown = look.lanes != "spectrogram" and not over, look.lanes != "waveform"
        for row, (stretch, visible) in enumerate(zip((2, 3), shown, strict=True)):
            self._grid.setRowStretch(row, stretch if visible else 0)
        self.waveform.setVisible(shown[0])
        self.spectrogram.setVisible(shown[1])
        self.axis.setVisible(shown[1])
        self.spectrogram.set_waveform_over(self.waveform if over else None)
