"""Ruler, the recording's row, the stems' rows, "Everything else" last, and the scroll bar of time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QSplitter, QVBoxLayout, QWidget

from desktop.actions.picture_store import PictureStore
from desktop.actions.pictures import joined
from desktop.actions.sum_check import SumReport
from desktop.document.arranging import MoveStem
from desktop.document.audible import audible
from desktop.document.commands import (
    RenameStem,
    SetAmount,
    SetColor,
    SetGain,
    SetInSum,
    SetMute,
    SetPan,
    SetSolo,
    SetStrength,
)
from desktop.document.document import Document
from desktop.document.state import REST_ID, SOURCE_ID, StemTrack
from desktop.views.axis_view import WIDTH as AXIS_WIDTH
from desktop.views.overview import HEIGHT as OVERVIEW_HEIGHT
from desktop.views.overview import OverviewView
from desktop.views.recipe_text import recipe_text
from desktop.views.region_line import RegionLine
from desktop.views.row_mover import RowMover
from desktop.views.ruler import HEIGHT as RULER_HEIGHT
from desktop.views.ruler import RulerView
from desktop.views.text_sizes import is_text_change
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.track_header import header_width
from desktop.views.track_notes import rest_notes, source_note, stem_note
from desktop.views.track_row import TrackRow, row_height

_SCROLL_STEPS = 1_000_000
"""The scroll bar's range stands for the whole recording, whose frames may not fit its int."""

_SOURCE_HEIGHT = 210
"""The recording's row with waveform and spectrogram, where stems need the room."""


class TrackArea(QWidget):
    """All rows over one time axis.

    Signals:
        chosen: The person turned to a row.  arg: its id.
        held: The person took a row by its grip.  args: its id, whether only what is selected is meant.
        taken_out: The person drags it out of the window.  arg: its id.
        released: The person let go of it.  arg: its id.
        continue_requested: The work on a stem is to go on where it stood.  arg: its id.
        menu_requested: args: a row's id, where, on the screen.
    """

    chosen = Signal(str)
    held = Signal(str, bool)
    taken_out = Signal(str)
    released = Signal(str)
    continue_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        document: Document,
        pictures: PictureStore,
        timeline: Timeline,
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editorPage")
        # Time runs from left to right in every language, as in every sound editor; so do the rows beside it.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._document = document
        self._pictures = pictures
        self._timeline = timeline
        self._themes = themes
        self._rows: dict[str, TrackRow] = {}
        self._compact = False
        self._report: SumReport | None = None
        self.ruler = RulerView(timeline, themes)
        self.overview = OverviewView(timeline, themes)
        self._corner = QFrame()
        self._corner.setObjectName("trackHeader")
        self._corner.setFixedHeight(OVERVIEW_HEIGHT + RULER_HEIGHT)
        self._region_line = RegionLine(document, timeline, themes)
        self.regions = self._region_line.lane
        self._source_row = self._make_row(SOURCE_ID, self.tr("Recording"), None)
        self._stem_area = QScrollArea()
        self._stem_area.setObjectName("stemArea")
        self._stem_area.setWidgetResizable(True)
        self._stem_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stem_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stem_list = QWidget()
        stem_list.setObjectName("stemList")
        stem_list.setAccessibleName(self.tr("Stems"))
        self._stem_layout = QVBoxLayout(stem_list)
        self._stem_layout.setContentsMargins(0, 0, 0, 0)
        self._stem_layout.setSpacing(0)
        self._stem_layout.addStretch(1)
        self._stem_area.setWidget(stem_list)
        self._scroll = QScrollBar(Qt.Orientation.Horizontal)
        self._scroll.setObjectName("timeScroll")
        self._scroll.setAccessibleName(self.tr("Scroll in time"))
        self._moving_scroll = False
        self._mover = RowMover(self._stem_area, stem_list, self._stem_rows)
        self._mover.dropped.connect(self._move_stem)
        self._mover.left.connect(self.taken_out)
        self._arranged_by_hand = False
        self._lay_out()
        self._connect()
        self._rebuild()

    def _lay_out(self) -> None:
        self._top_line = QHBoxLayout()
        self._top_line.setContentsMargins(0, 0, 0, 0)
        self._top_line.setSpacing(0)
        self._top_line.addWidget(self._corner)
        scales = QVBoxLayout()
        scales.setSpacing(0)
        scales.addWidget(self.overview)
        scales.addWidget(self.ruler)
        self._top_line.addLayout(scales, 1)
        self._top_line.addSpacing(AXIS_WIDTH)
        self._source_holder = QWidget()
        self._source_line = QHBoxLayout(self._source_holder)
        self._source_line.setContentsMargins(0, 0, 0, 0)
        self._source_line.addWidget(self._source_row)
        self._bottom_line = QHBoxLayout()
        self._bottom_line.addWidget(self._scroll)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setObjectName("trackSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(3)
        self._splitter.addWidget(self._source_holder)
        self._splitter.addWidget(self._stem_area)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top_line)
        layout.addWidget(self._region_line)
        layout.addWidget(self._splitter, 1)
        layout.addLayout(self._bottom_line)

    def _connect(self) -> None:
        document, timeline = self._document, self._timeline
        document.stems_changed.connect(self._rebuild)
        document.stem_changed.connect(self._update_stem)
        document.source_changed.connect(self._update_source)
        document.mix_changed.connect(self._update_mix)
        self._pictures.changed.connect(self._update_picture)
        self._pictures.scale_changed.connect(self._update_scale)
        timeline.viewport_changed.connect(self._update_scroll)
        self._scroll.valueChanged.connect(self._scrolled)
        self._stem_area.verticalScrollBar().rangeChanged.connect(self._align)
        self._splitter.splitterMoved.connect(self._arranged)

    # -- rows

    def row(self, track_id: str) -> TrackRow | None:
        """The row of a track, None when it has none."""
        return self._rows.get(track_id)

    def focus_row(self, track_id: str) -> None:
        """Turn to a row: it gets the keyboard and comes into sight."""
        row = self._rows.get(track_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            if row is not self._source_row:
                self._stem_area.ensureWidgetVisible(row, 0, 0)

    def set_compact(self, compact: bool) -> None:
        """Give every stem less room, or all it wants."""
        self._compact = compact
        for row in self._rows.values():
            row.set_compact(compact)
        self._arrange()

    def show_sum(self, report: SumReport | None) -> None:
        """What is known of the sum of the stems."""
        self._report = report
        self._update_rest()

    def show_levels(self, levels: Mapping[str, tuple[float, float]]) -> None:
        """Linear peaks of the tracks that are heard; the others fall."""
        for track_id, row in self._rows.items():
            row.header.meter.show_levels(*levels.get(track_id, (0.0, 0.0)))

    def reset_levels(self) -> None:
        """Nothing is heard."""
        for row in self._rows.values():
            row.header.meter.reset()

    def _stem_rows(self) -> list[tuple[str, TrackRow]]:
        return [(stem.id, self._rows[stem.id]) for stem in self._document.state.stems if stem.id in self._rows]

    def _step(self, track_id: str, step: int) -> None:
        order = [SOURCE_ID, *(known for known, _ in self._stem_rows()), *([REST_ID] if REST_ID in self._rows else [])]
        place = order.index(track_id) + step
        if 0 <= place < len(order):
            self.focus_row(order[place])

    def _move_stem(self, track_id: str, place: int) -> None:
        self._document.undo_stack.push(MoveStem(self._document, track_id, place))

    def choose(self, track_id: str) -> None:
        """Mark a row as the one that is meant, and leave the keyboard where it is."""
        for other_id, row in self._rows.items():
            row.set_chosen(other_id == track_id)
        self.chosen.emit(track_id)

    def _make_row(self, track_id: str, name: str, color: str | None) -> TrackRow:
        row = TrackRow(track_id, name, color, self._timeline, self._themes)
        document, push = self._document, self._document.undo_stack.push
        row.header.solo_edited.connect(lambda on: push(SetSolo(document, track_id, on)))
        row.header.mute_edited.connect(lambda on: push(SetMute(document, track_id, on)))
        row.header.gain_edited.connect(lambda db, gesture: push(SetGain(document, track_id, db, gesture)))
        row.header.strength_edited.connect(lambda to, gesture: push(SetStrength(document, track_id, to, gesture)))
        row.header.pan_edited.connect(lambda pan, gesture: push(SetPan(document, track_id, pan, gesture)))
        row.header.amount_edited.connect(lambda amount, gesture: push(SetAmount(document, track_id, amount, gesture)))
        row.header.sum_edited.connect(lambda on: push(SetInSum(document, track_id, on)))
        row.header.color_edited.connect(lambda color: push(SetColor(document, track_id, color)))
        row.header.renamed.connect(lambda text: push(RenameStem(document, track_id, text)))
        row.header.continue_requested.connect(lambda: self.continue_requested.emit(track_id))
        row.header.menu_requested.connect(lambda at: self.menu_requested.emit(track_id, at))
        grip = row.header.grip
        grip.held.connect(lambda selected: self.held.emit(track_id, selected))
        grip.moved.connect(lambda at: self._mover.move(track_id, at))
        grip.released.connect(lambda at: self._let_go(track_id, at))
        row.chosen.connect(self.choose)
        row.stepped.connect(self._step)
        row.spectrogram.set_top_db(self._pictures.top_db)
        row.set_picture(self._pictures.picture(track_id))
        row.set_compact(self._compact)
        self._rows[track_id] = row
        return row

    def end_drag(self, track_id: str) -> None:
        """A row was carried away: the way up of the button is not seen here."""
        self._mover.cancel()
        if track_id in self._rows:
            self._rows[track_id].header.grip.let_go()

    def _let_go(self, track_id: str, at: QPoint) -> None:
        self._mover.drop(track_id, at)
        self.released.emit(track_id)

    def _rebuild(self) -> None:
        stems = self._document.state.stems
        wanted = [stem.id for stem in stems] + ([REST_ID] if stems else [])
        for track_id in [i for i in self._rows if i != SOURCE_ID and i not in wanted]:
            row = self._rows.pop(track_id)
            row.set_picture(None)  # its files are to be closed, and nothing is computed for it any more
            self._stem_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, track_id in enumerate(wanted):
            stem = self._document.state.stem(track_id)
            name, color = (stem.name, stem.color) if stem else (self.tr("Everything else"), None)
            known = self._rows.get(track_id)
            row = known or self._make_row(track_id, name, color)
            if known is None and stem is not None:
                QTimer.singleShot(0, row, lambda new=row: self._stem_area.ensureWidgetVisible(new, 0, 0))
            if self._stem_layout.indexOf(row) != place:
                self._stem_layout.insertWidget(place, row)
        self._stem_area.setVisible(bool(stems))
        self._arrange()
        for stem in stems:
            self._show_stem(stem)
        self._update_rest()
        self._update_mix()
        self._update_overview()
        self._align()

    def _update_stem(self, stem_id: str) -> None:
        stem = self._document.state.stem(stem_id)
        if stem is not None:
            self._show_stem(stem)
            self._update_rest()

    def _show_stem(self, stem: StemTrack) -> None:
        row = self._rows.get(stem.id)
        if row is None:
            return
        row.set_name(stem.name)
        row.header.set_color(stem.color)
        row.waveform.set_color(stem.color)
        row.header.show_track(stem)
        recipe = recipe_text(stem, self._timeline.rate_hz)
        row.header.setToolTip(recipe)
        row.setAccessibleDescription(recipe)
        note = stem_note(stem, silent=self._pictures.is_silent(stem.id))
        row.header.show_note(note.text, stem.progress if stem.state == "working" else None, note.tone, note.tip)

    def _update_rest(self) -> None:
        row = self._rows.get(REST_ID)
        if row is not None:
            first, second = rest_notes(self._document.state, self._report, self._timeline.rate_hz)
            row.header.show_note(first.text, None, first.tone, first.tip)
            row.header.show_second_note(second.text, second.tone, second.tip)
            row.claims.show_ranges(self._report.claims if self._report is not None and second.text else ())

    def _update_source(self) -> None:
        source = self._document.state.source
        if source is None:
            self._source_row.header.show_note("")
            return
        self._source_row.header.set_name(source.path.name)
        self._source_row.header.setToolTip(str(source.path))
        self._source_row.header.show_note(source_note(source).text)

    def _update_mix(self) -> None:
        state = self._document.state
        gains = audible(state)
        for track_id, row in self._rows.items():
            track = state.track(track_id)
            if track is not None:
                row.header.show_track(track)
            row.set_heard(gains.get(track_id, 1.0) > 0 or (track_id == SOURCE_ID))

    def _update_picture(self, track_id: str) -> None:
        row = self._rows.get(track_id)
        if row is not None:
            row.set_picture(self._pictures.picture(track_id))
            self._update_stem(track_id)
        self._update_overview()

    def _update_scale(self) -> None:
        for row in self._rows.values():
            row.spectrogram.set_top_db(self._pictures.top_db)

    def _update_overview(self) -> None:
        """The recording, and what of it stems are still being made of."""
        self.overview.set_picture(self._pictures.picture(SOURCE_ID))
        working = (stem.id for stem in self._document.state.stems if stem.state == "working")
        ranges = [span for picture in map(self._pictures.picture, working) if picture for span in picture.pending]
        self.overview.set_pending(tuple(joined(ranges)))

    # -- room

    def _arranged(self) -> None:
        self._arranged_by_hand = True

    def _arrange(self) -> None:
        """Give the stems the room they need, up to three fifths or what the recording can spare, until a hand does."""
        rows = len(self._document.state.stems)
        if rows and not self._arranged_by_hand:
            room = self._splitter.height() - self._splitter.handleWidth()
            wanted = min((rows + 1) * row_height(self, self._compact), max(round(room * 0.6), room - _SOURCE_HEIGHT))
            self._splitter.setSizes([room - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions that suit the rows."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets wider headers, and higher rows."""
        super().changeEvent(event)
        if is_text_change(event):
            self._align()
            self._arrange()

    # -- scrolling

    def _update_scroll(self) -> None:
        view = self._timeline.viewport
        page = max(1, round(view.span / view.frames * _SCROLL_STEPS))
        self._moving_scroll = True
        self._scroll.setPageStep(page)
        self._scroll.setSingleStep(max(1, page // 10))
        self._scroll.setRange(0, _SCROLL_STEPS - page)
        self._scroll.setValue(round(view.start / view.frames * _SCROLL_STEPS))
        self._moving_scroll = False

    def _scrolled(self, value: int) -> None:
        if not self._moving_scroll:
            view = self._timeline.viewport
            self._timeline.show(view.showing(value / _SCROLL_STEPS * view.frames, view.span))

    def _align(self) -> None:
        """Keep all lanes equally wide: headers, and the stems' vertical scroll bar, take as much from the others."""
        bar = self._stem_area.verticalScrollBar()
        taken = bar.sizeHint().width() if not self._stem_area.isHidden() and bar.maximum() > 0 else 0
        self._corner.setFixedWidth(header_width(self))
        self._top_line.setContentsMargins(0, 0, taken, 0)
        self._region_line.set_taken(taken + AXIS_WIDTH)
        self._source_line.setContentsMargins(0, 0, taken, 0)
        self._bottom_line.setContentsMargins(header_width(self), 0, taken + AXIS_WIDTH, 0)
