"""What is selected, the regions that are kept of it, and what can be done at a place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint

from desktop.actions.zero_crossings import ZeroCrossings
from desktop.document.region_commands import AddRegions, RemoveRegions, new_region
from desktop.document.regions import next_region, previous_region, region_at, selected_region
from desktop.document.state import Region, Selection
from desktop.views.handlers.handler import Handler
from desktop.views.lane_menu import LaneMenu
from desktop.views.selection_edits import extended

STEP_S = 1.0


class SelectHandler(Handler):
    """Selection, box mode, regions, loop range."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        timeline = self._window.timeline
        return {
            "selectAll": timeline.select_all,
            "selectNone": timeline.clear_selection,
            "selectVisible": self._select_visible,
            "selectionStart": partial(self._select_from_playhead, start=True),
            "selectionEnd": partial(self._select_from_playhead, start=False),
            "extendLeft": partial(self._extend, -STEP_S),
            "extendRight": partial(self._extend, STEP_S),
            "boxMode": self._box_mode,
            "snapToZero": self._snap,
            "addRegion": self._add_region,
            "renameRegion": self._rename_region,
            "removeRegion": self._remove_region,
            "previousRegion": self._previous_region,
            "nextRegion": self._next_region,
            "separateRegions": self._separate_regions,
        }

    def connect_signals(self) -> None:
        """Marking, settings, player and selection bar."""
        space, timeline = self._space, self._window.timeline
        marking, transport = timeline.marking, space.transport
        marking.use_snapper(ZeroCrossings(space.document).snapped)
        marking.set_snapping(space.settings.settings.snap_to_zero)
        marking.box_mode_changed.connect(self._window.actions_by_id["boxMode"].setChecked)
        marking.snapping_changed.connect(self._keep_snapping)
        marking.loop_drawn.connect(self._hear_loop)
        marking.menu_requested.connect(self._show_menu)
        marking.scrub_began.connect(self._begin_scrub)
        marking.scrubbed.connect(transport.scrub)
        marking.scrub_ended.connect(transport.end_scrub)
        space.playing.loop_changed.connect(marking.show_looping)
        space.settings.changed.connect(self._take_settings)
        self._take_settings()
        self._keep_snapping(marking.snapping)
        transport.position_changed.connect(self._moved)
        space.document.regions_changed.connect(self._window.update_actions)
        space.document.loop_changed.connect(self._window.update_actions)

    # -- selection

    def _select_visible(self) -> None:
        view = self._window.timeline.viewport
        self._window.timeline.select(view.start, view.end)

    def _select_from_playhead(self, *, start: bool) -> None:
        source = self._space.document.state.source
        if source is None:
            return
        marking, playhead = self._window.timeline.marking, self._space.transport.position
        selection = self._space.document.state.selection
        band = selection.band_hz if selection else None
        if start:
            end = selection.end if selection and selection.end > playhead else source.frames
            marking.select(marking.snapped(playhead), end, band)
        else:
            begin = selection.start if selection and selection.start < playhead else 0
            marking.select(begin, marking.snapped(playhead), band)

    def _extend(self, seconds: float) -> None:
        state, playhead = self._space.document.state, self._space.transport.position
        if state.source is not None:
            by = round(seconds * state.source.rate_hz)
            self._space.document.set_selection(extended(state.selection, playhead, by, state.source.frames))

    def _box_mode(self) -> None:
        self._window.timeline.marking.set_box_mode(self._window.actions_by_id["boxMode"].isChecked())

    def _snap(self) -> None:
        self._window.timeline.marking.set_snapping(self._window.actions_by_id["snapToZero"].isChecked())

    def _keep_snapping(self, on: bool) -> None:
        self._window.actions_by_id["snapToZero"].setChecked(on)
        self._space.settings.update(snap_to_zero=on)

    def _take_settings(self) -> None:
        self._window.timeline.wheel_zooms = self._space.settings.settings.wheel_zooms

    def _hear_loop(self) -> None:
        if self._space.document.state.loop is not None:
            self._space.playing.set_looping(True)

    def _begin_scrub(self, frame: int) -> None:
        transport = self._space.transport
        transport.seek(frame)  # first: the way there is not meant to be heard
        transport.begin_scrub()

    # -- regions

    def chosen_region(self) -> Region | None:
        """The region that a command means: the marked one, else the one under the playhead."""
        state = self._space.document.state
        return selected_region(state) or region_at(state.regions, self._space.transport.position)

    def _moved(self, _frame: int) -> None:
        if self._space.document.state.regions and not self._space.transport.playing:
            self._window.update_actions()  # another region may be under the playhead

    def _add_region(self) -> None:
        state = self._space.document.state
        if state.selection is not None:
            region = new_region(state.selection)
            self._space.document.undo_stack.push(AddRegions(self._space.document, region))

    def _rename_region(self) -> None:
        region = self.chosen_region()
        if region is not None:
            self._window.tracks.regions.begin_rename(region.id)

    def _remove_region(self) -> None:
        region = self.chosen_region()
        if region is not None:
            self._space.document.undo_stack.push(RemoveRegions(self._space.document, (region.id,)))

    def _previous_region(self) -> None:
        self._go_to(previous_region(self._space.document.state, self._space.transport.position))

    def _next_region(self) -> None:
        self._go_to(next_region(self._space.document.state, self._space.transport.position))

    def _go_to(self, region: Region | None) -> None:
        if region is not None:
            self._select_region(region)
            self._space.transport.seek(region.start)
            self._window.timeline.reveal(region.start)

    def _show_menu(self, place: QPoint, frame: int) -> None:
        state = self._space.document.state
        if state.source is None:
            return
        region = region_at(state.regions, frame)
        if region is not None and selected_region(state) != region:
            self._select_region(region)
        on_stem = self._window.chosen_stem() is not None
        on_region = region is not None
        LaneMenu(self._window.actions_by_id, on_region=on_region, on_stem=on_stem, parent=self._window).popup(place)

    def _separate_regions(self) -> None:
        regions = self._space.document.state.regions
        self._window.handlers.asking.separate_in(Selection(r.start, r.end, r.band_hz) for r in regions)

    def _select_region(self, region: Region) -> None:
        self._space.document.set_selection(Selection(region.start, region.end, region.band_hz))
