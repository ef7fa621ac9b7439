"""The chosen row, and tracks on their way to other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu

from desktop.actions.command_tables.tracks import ROW_MENU
from desktop.actions.handing_over import Portion
from desktop.document.arranging import DuplicateStem, MoveStem
from desktop.document.commands import RemoveStem, SetInSum, SetMute, SetSolo, SetStrength
from desktop.document.state import REST_ID, SOURCE_ID
from desktop.views.drag_out import DragOut, file_data
from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.track_area import TrackArea


class TrackHandler(Handler):
    """What can be done with the chosen row."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._drag_out: DragOut | None = None
        self._copying: Portion | None = None
        self._carrying = False

    @property
    def carrying(self) -> bool:
        """Whether a track is on its way to another program: what comes back is no file to open."""
        return self._carrying

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "solo": self._solo,
            "mute": self._mute,
            "countInSum": self._count_in_sum,
            "rename": self._rename,
            "duplicate": self._duplicate,
            "moveUp": self._move_up,
            "moveDown": self._move_down,
            "copyFile": self._copy_file,
            "remove": self._remove,
            "compactRows": self._compact_rows,
        }

    def connect_signals(self) -> None:
        """A stem's strength beside the words; files for other programs."""
        self._window.prompt_panel.strength.edited.connect(self._set_strength)
        self._space.document.stem_changed.connect(self.show_strength)
        self._space.handing.ready.connect(self._file_ready)
        self._space.handing.failed.connect(self._file_failed)

    def attach(self, area: TrackArea) -> None:
        """The rows are there."""
        space = self._space
        self._drag_out = DragOut(area, space.handing)
        self._drag_out.preparing.connect(self._show_preparing)
        self._drag_out.began.connect(self._drag_began)
        self._drag_out.ended.connect(self._drag_ended)
        area.held.connect(self._hold)
        area.taken_out.connect(self._drag_out.leave)
        area.released.connect(self._drag_out.release)
        area.continue_requested.connect(self._go_on)
        area.menu_requested.connect(self._show_menu)
        space.transport.track_levels_changed.connect(area.show_levels)
        space.transport.playing_changed.connect(self._show_playing)
        space.sums.checked.connect(area.show_sum)
        area.show_sum(space.sums.report)
        compact = space.settings.settings.compact_rows
        area.set_compact(compact)
        self._window.actions_by_id["compactRows"].setChecked(compact)

    def _show_playing(self, playing: bool) -> None:
        if not playing:
            self._window.tracks.reset_levels()

    # -- the chosen row

    def show_strength(self, *_: object) -> None:
        """Beside the words stands the strength of the chosen stem, none without sound; else of the last that has."""
        chosen = self._window.chosen_stem()
        stems = (chosen,) if chosen is not None else self._space.document.state.stems
        heard = (stem for stem in reversed(stems) if stem.has_sound)
        self._window.prompt_panel.strength.show_stem(next(heard, None))

    def _set_strength(self, stem_id: str, strength: float, gesture: int) -> None:
        self._space.document.undo_stack.push(SetStrength(self._space.document, stem_id, strength, gesture))

    def _solo(self) -> None:
        chosen = self._window.chosen_track()
        if chosen is not None:
            track_id, track = chosen
            self._space.document.undo_stack.push(SetSolo(self._space.document, track_id, not track.soloed))

    def _mute(self) -> None:
        chosen = self._window.chosen_track()
        if chosen is not None:
            track_id, track = chosen
            self._space.document.undo_stack.push(SetMute(self._space.document, track_id, not track.muted))

    def _count_in_sum(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            self._space.document.undo_stack.push(SetInSum(self._space.document, stem.id, not stem.in_sum))

    def _rename(self) -> None:
        stem = self._window.chosen_stem()
        row = self._window.tracks.row(stem.id) if stem else None
        if row is not None:
            row.header.begin_rename()

    def _duplicate(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            command = DuplicateStem(self._space.document, stem.id)
            self._space.pictures.show_alike(command.duplicate_id, stem.id)
            self._space.document.undo_stack.push(command)
            self._window.tracks.focus_row(command.duplicate_id)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        stem, document = self._window.chosen_stem(), self._space.document
        if stem is not None:
            document.undo_stack.push(MoveStem(document, stem.id, document.state.place(stem.id) + step))
            self._window.tracks.focus_row(stem.id)

    def _remove(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            command = RemoveStem(self._space.document, stem.id)
            self.keep_chosen(lambda: self._space.document.undo_stack.push(command))

    def keep_chosen(self, edit: Callable[[], None]) -> None:
        """Make an edit that may take rows out or bring them back.

        Who comes back is turned to; whose row goes hands over to the neighbour, or the keyboard would fall anywhere.
        """
        chosen, before = self._window.chosen_track(), self._space.document.state.stems
        edit()
        state = self._space.document.state
        known = {stem.id for stem in before}
        came = next((stem.id for stem in state.stems if stem.id not in known), "")
        if not came and (chosen is None or self._window.tracks.row(chosen[0]) is not None):
            return
        ids = [stem.id for stem in before]
        above = ids[: ids.index(chosen[0])] if chosen is not None and chosen[0] in ids else ids
        place = min(sum(state.stem(stem_id) is not None for stem_id in above), len(state.stems) - 1)
        target = came or (state.stems[place].id if state.stems else SOURCE_ID)
        if isinstance(self._window.focusWidget(), QLineEdit):  # it is in use
            self._window.tracks.choose(target)
        else:
            self._window.tracks.focus_row(target)

    def _go_on(self, stem_id: str) -> None:
        self._window.tracks.focus_row(stem_id)  # the button goes, and would hand the keyboard to its neighbour
        self._space.separation.go_on(stem_id)

    def _compact_rows(self) -> None:
        compact = self._window.actions_by_id["compactRows"].isChecked()
        self._space.settings.update(compact_rows=compact)
        self._window.tracks.set_compact(compact)

    def _show_menu(self, track_id: str, at: QPoint) -> None:
        self._window.tracks.focus_row(track_id)
        menu = QMenu(self._window)
        for entry in ROW_MENU:
            if entry:
                menu.addAction(self._window.actions_by_id[entry])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # -- files for other programs

    @property
    def _subtype(self) -> str:
        # Whoever exports integers works with them elsewhere too; 16 bits are for deliveries.
        return "PCM_24" if self._space.settings.settings.export_subtype.startswith("PCM") else "FLOAT"

    def _hold(self, track_id: str, selected: bool) -> None:
        self._window.tracks.focus_row(track_id)
        if self._drag_out is not None:
            self._drag_out.hold(track_id, self._subtype, selected=selected)

    def _show_preparing(self, track_id: str, preparing: bool) -> None:
        row = self._window.tracks.row(track_id)
        if row is not None:
            row.header.grip.set_preparing(preparing)

    def _drag_began(self, _track_id: str) -> None:
        self._carrying = True

    def _drag_ended(self, track_id: str) -> None:
        self._carrying = False
        self._window.tracks.end_drag(track_id)

    def _copy_file(self) -> None:
        chosen = self._window.chosen_track()
        if chosen is not None:
            self._copying = self._space.handing.wanted(chosen[0], self._subtype)
            if self._copying is not None:
                self._space.handing.prepare(self._copying)

    def _file_ready(self, portion: Portion, path: Path) -> None:
        if portion != self._copying:
            return
        self._copying = None
        QGuiApplication.clipboard().setMimeData(file_data(path))
        text = self.tr("“{name}” is ready to be pasted into a folder or another program.").format(name=path.name)
        self._space.notices.info(text)

    def _file_failed(self, portion: Portion, message: str) -> None:
        self._copying = None if portion == self._copying else self._copying
        if message:
            self._space.notices.error(message)

    def is_finished(self, track_id: str) -> bool:
        """Whether a row has a sound that can be handed over."""
        state = self._space.document.state
        stem = state.stem(track_id)
        if stem is not None:
            return stem.state != "working" and stem.cache.exists()
        return track_id == REST_ID and bool(state.stems)
