"""The selection in numbers, under the transport bar: times, frequencies, box mode, snapping, regions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.document.document import Document
from desktop.document.regions import selected_region
from desktop.document.state import Selection
from desktop.views import ticks
from desktop.views.action_button import action_button
from desktop.views.elided_label import ElidedLabel
from desktop.views.icons import icon
from desktop.views.selection_edits import with_band, with_end, with_length, with_start
from desktop.views.spoken import spoken_selection
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.typed_edit import TypedEdit
from desktop.views.typed_values import read_hertz, read_time, write_hertz

_LONGEST_TIME = "00:00:00.000"
_LONGEST_HERTZ = "000000"

TimeEdit = Callable[[Selection | None, int, int], Selection | None]
"""Another selection for a typed number of frames, in a recording of so many; None where there is none."""


class SelectionBar(QFrame):
    """Start, end, length, lowest and highest frequency, to be read and typed."""

    def __init__(
        self,
        document: Document,
        timeline: Timeline,
        actions: Mapping[str, QAction],
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Selection"))
        self._document = document
        self._timeline = timeline
        times = self.tr("1:02.5, 62.5 s, 500 ms or 44100 samples")
        hertz = self.tr("440 or 2.5k; empty is everything")
        self._start = TypedEdit("selectionStartEdit", self.tr("Selection starts at"), times, _LONGEST_TIME)
        self._end = TypedEdit("selectionEndEdit", self.tr("Selection ends at"), times, _LONGEST_TIME)
        self._length = TypedEdit("selectionLengthEdit", self.tr("Length of the selection"), times, _LONGEST_TIME)
        self._low = TypedEdit("bandLowEdit", self.tr("Lowest frequency in Hz"), hertz, _LONGEST_HERTZ)
        self._high = TypedEdit("bandHighEdit", self.tr("Highest frequency in Hz"), hertz, _LONGEST_HERTZ)
        self._buttons = {
            "box": self._button("boxButton", actions["boxMode"], self.tr("Draw boxes in the spectrogram")),
            "snap": self._button("snapButton", actions["snapToZero"], self.tr("Snap to zero crossings")),
            "region": self._button("addRegionButton", actions["addRegion"], self.tr("Keep the selection as a region")),
        }
        self._label = ElidedLabel("")
        self._label.setObjectName("selectionLabel")
        self._label.setAccessibleName(self.tr("Selection"))
        self._label.setProperty("dim", "true")
        self._lay_out()
        self._start.entered.connect(self._type_start)
        self._end.entered.connect(self._type_end)
        self._length.entered.connect(self._type_length)
        self._low.entered.connect(self._type_band)
        self._high.entered.connect(self._type_band)
        document.selection_changed.connect(self._show)
        document.source_changed.connect(self._show)
        document.regions_changed.connect(self._show)
        themes.changed.connect(self._set_theme)
        self._set_theme(themes.theme)
        self._show()

    def _button(self, name: str, action: QAction, accessible: str) -> QToolButton:
        button = action_button(name, action, accessible)
        button.setFixedSize(30, 24)
        button.setIconSize(QSize(16, 16))
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 12, 3)
        layout.setSpacing(6)
        for widget in (
            self._caption(self.tr("Selection")),
            self._start,
            self._caption("–"),
            self._end,
            self._caption(self.tr("Length")),
            self._length,
        ):
            layout.addWidget(widget)
        layout.addSpacing(12)
        layout.addWidget(self._buttons["box"])
        for widget in (self._low, self._caption("–"), self._high, self._caption(self.tr("Hz"))):
            layout.addWidget(widget)
        layout.addSpacing(12)
        layout.addWidget(self._buttons["snap"])
        layout.addWidget(self._buttons["region"])
        layout.addSpacing(6)
        layout.addWidget(self._label, 1)

    def _caption(self, text: str) -> QLabel:
        caption = QLabel(text)
        caption.setProperty("dim", "true")
        caption.setProperty("small", "true")
        return caption

    def _set_theme(self, theme: Theme) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme, 16))

    # -- what is shown

    def _show(self) -> None:
        state = self._document.state
        selection, source = state.selection, state.source
        for edit in (self._start, self._end, self._length, self._low, self._high):
            edit.setEnabled(source is not None)
        rate_hz = self._timeline.rate_hz
        low = high = start = end = length = ""
        if selection is not None:
            start, end = ticks.precise(selection.start / rate_hz), ticks.precise(selection.end / rate_hz)
            length = ticks.precise((selection.end - selection.start) / rate_hz)
            if selection.band_hz is not None:
                low, high = (write_hertz(hz) for hz in selection.band_hz)
        shown = ((self._start, start), (self._end, end), (self._length, length), (self._low, low), (self._high, high))
        for edit, text in shown:
            edit.show_value(text)
        self._low.setPlaceholderText("0")
        self._high.setPlaceholderText(write_hertz(rate_hz / 2) if source else "")
        self._label.setText(self._words(selection))
        self._label.setAccessibleDescription(spoken_selection(selection, rate_hz))

    def _words(self, selection: Selection | None) -> str:
        if selection is None:
            return self.tr("Drag over a lane to select")
        region = selected_region(self._document.state)
        if region is None:
            return ""
        place = self._document.state.regions.index(region) + 1
        return region.name or self.tr("Region {n}").format(n=place)

    # -- what is typed

    def _type_start(self, text: str) -> None:
        self._type_time(self._start, text, with_start)

    def _type_end(self, text: str) -> None:
        self._type_time(self._end, text, with_end)

    def _type_length(self, text: str) -> None:
        self._type_time(self._length, text, partial(with_length, playhead=self._timeline.playhead))

    def _type_time(self, edit: TypedEdit, text: str, edited: TimeEdit) -> None:
        source = self._document.state.source
        frames = read_time(text, source.rate_hz) if source is not None else None
        if source is None or frames is None:
            edit.refuse()
        else:
            self._take(edited(self._document.state.selection, frames, source.frames), edit)

    def _type_band(self) -> None:
        source = self._document.state.source
        limits: list[float | None] = []
        for edit in (self._low, self._high):
            text = edit.text().strip()
            hertz = read_hertz(text)
            if source is None or (text and hertz is None):
                edit.refuse()
                return
            limits.append(hertz)
        if source is not None:
            made = with_band(self._document.state.selection, limits[0], limits[1], source.frames, source.rate_hz / 2)
            self._take(made, self._low)

    def _take(self, selection: Selection | None, edit: TypedEdit) -> None:
        if selection is None:
            edit.refuse()
            return
        self._document.set_selection(selection)
        self._show()  # also where it changed nothing: the text goes back to how it is written
