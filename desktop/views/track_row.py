"""A row of the editor: header, waveform over spectrogram."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.pictures import Picture
from desktop.views.spectrogram import SpectrogramView
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.track_header import TrackHeader
from desktop.views.waveform import WaveformView

STEM_HEIGHT = 112
GAP = 3


class TrackRow(QFrame):
    """One track. The recording's own row is taller.

    Signals:
        chosen: The person turned to this row.  arg: its id.
    """

    chosen = Signal(str)

    def __init__(
        self,
        track_id: str,
        name: str,
        color: str | None,
        timeline: Timeline,
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.track_id = track_id
        self._timeline = timeline
        is_source = track_id == "source"
        can_rename = track_id not in ("source", "rest")
        self.setObjectName(f"stemRow-{track_id}" if can_rename else f"{track_id}Row")
        self.setAccessibleName(name)
        self.setProperty("row", "true")
        # Not by any press: who drags over a stretch wants to go on typing what to hear in it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header = TrackHeader(track_id, name, color or themes.theme.wave, can_rename=can_rename)
        self.waveform = WaveformView(timeline, themes)
        self.spectrogram = SpectrogramView(timeline, themes)
        suffix = "" if is_source else f"-{track_id}"
        self.waveform.setObjectName(f"waveformView{suffix}")
        self.spectrogram.setObjectName(f"spectrogramView{suffix}")
        self.waveform.setAccessibleName(self.tr("Waveform of {name}").format(name=name))
        self.spectrogram.setAccessibleName(self.tr("Spectrogram of {name}").format(name=name))
        self.waveform.set_color(color)
        for lane in (self.waveform, self.spectrogram):
            lane.gestures.clicked.connect(self.setFocus)
        lanes = QVBoxLayout()
        lanes.setContentsMargins(0, 0, 0, 0)
        lanes.setSpacing(1)
        lanes.addWidget(self.waveform, 2)
        lanes.addWidget(self.spectrogram, 3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0 if is_source else GAP)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(lanes, 1)
        if is_source:
            self.setMinimumHeight(170)
        else:
            self.setFixedHeight(STEM_HEIGHT)

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this on both lanes."""
        self.waveform.set_picture(picture)
        self.spectrogram.set_picture(picture)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row that Del, F2, S and M mean."""
        self.header.setProperty("chosen", "true" if chosen else "")
        self.header.style().polish(self.header)

    def set_heard(self, heard: bool) -> None:
        """Fade the lanes of a track that is not heard."""
        self.waveform.set_dimmed(not heard)
        self.spectrogram.set_dimmed(not heard)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to this row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The key for it: what can be done with this row, at the playhead."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(self.header.geometry().topRight())
            self._timeline.marking.menu_requested.emit(place, self._timeline.playhead)
        else:
            super().contextMenuEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """This row is meant by Del, F2, S and M."""
        super().focusInEvent(event)
        self.chosen.emit(self.track_id)
