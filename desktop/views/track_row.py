"""A row of the editor: header, waveform over spectrogram."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions.pictures import Picture
from desktop.document.state import SOURCE_ID
from desktop.views.claims_strip import ClaimsStrip
from desktop.views.lanes import LanesView
from desktop.views.presence_strip import PresenceStrip
from desktop.views.text_sizes import is_text_change, text_scale
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.track_header import TrackHeader

STEM_HEIGHT = 120
COMPACT_HEIGHT = 56
GAP = 3
_STEM_LINES, _COMPACT_LINES = 75, 30
"""What of these heights is text, and grows with it."""


def row_height(widget: QWidget, compact: bool) -> int:
    """How high the row of a stem is with a widget's size of text."""
    height, lines = (COMPACT_HEIGHT, _COMPACT_LINES) if compact else (STEM_HEIGHT, _STEM_LINES)
    return round(height + lines * (text_scale(widget) - 1))


class TrackRow(QFrame):
    """One track. The recording's own row is taller.

    Signals:
        chosen: The person turned to this row.  arg: its id.
        stepped: The person goes on from this row.  args: its id, -1 up or 1 down.
    """

    chosen = Signal(str)
    stepped = Signal(str, int)

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
        self.setProperty("row", "true")
        # Not by any press: who drags over a stretch wants to go on typing what to hear in it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header = TrackHeader(track_id, name, color or themes.theme.wave, themes)
        self.lanes = LanesView(timeline, themes)
        self.waveform, self.spectrogram = self.lanes.waveform, self.lanes.spectrogram
        suffix = "" if is_source else f"-{track_id}"
        self.waveform.setObjectName(f"waveformView{suffix}")
        self.spectrogram.setObjectName(f"spectrogramView{suffix}")
        self.lanes.axis.setObjectName(f"axisView{suffix}")
        self._name_lanes(name)
        self.waveform.set_color(color)
        self.claims = ClaimsStrip(timeline, themes)
        for lane in (self.waveform, self.spectrogram):
            lane.gestures.clicked.connect(self.setFocus)
        self.presence = PresenceStrip(f"presenceStrip{suffix}", timeline, themes)
        self.lanes.add_below(self.presence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0 if is_source else GAP)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lanes, 1)
        column.addWidget(self.claims)
        layout.addLayout(column, 1)
        self._compact = False
        self._size_by_text()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets more room."""
        super().changeEvent(event)
        if is_text_change(event):
            self._size_by_text()

    def _size_by_text(self) -> None:
        if self.track_id == SOURCE_ID:
            self.setMinimumHeight(170)
        else:
            self.setFixedHeight(row_height(self, self._compact))

    def set_name(self, name: str) -> None:
        """Show another name, and let readers of the screen find it on every lane."""
        self.header.set_name(name)
        self._name_lanes(name)

    def _name_lanes(self, name: str) -> None:
        self.setAccessibleName(name)
        self.lanes.axis.setAccessibleName(self.tr("Frequencies of {name}").format(name=name))
        self.waveform.setAccessibleName(self.tr("Waveform of {name}").format(name=name))
        self.spectrogram.setAccessibleName(self.tr("Spectrogram of {name}").format(name=name))

    def set_picture(self, picture: Picture | None) -> None:
        """Draw this on both lanes."""
        self.waveform.set_picture(picture)
        self.spectrogram.set_picture(picture)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row that Del, F2, S and M mean."""
        self.header.setProperty("chosen", "true" if chosen else "")
        self.header.style().polish(self.header)

    def set_compact(self, compact: bool) -> None:
        """Take less room; the recording's row keeps its own."""
        if self.track_id != SOURCE_ID:
            self._compact = compact
            self._size_by_text()
            self.header.set_compact(compact)

    def set_heard(self, heard: bool) -> None:
        """Fade the lanes of a track that is not heard."""
        self.waveform.set_dimmed(not heard)
        self.spectrogram.set_dimmed(not heard)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn to this row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self.track_id, step)

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

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """So it is while one of its controls has the keyboard."""
        if now is not None and self.isAncestorOf(now):
            self.chosen.emit(self.track_id)
