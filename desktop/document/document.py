"""The one writer of the project. Views read `state` and listen; undo commands and actions call the setters here.

Every setter emits only when something really changed, and only after the whole new state is in place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from desktop.document.history import History
from desktop.document.state import (
    MAX_GAIN_DB,
    MIN_GAIN_DB,
    REST_ID,
    SOURCE_ID,
    Listening,
    Project,
    Region,
    Selection,
    Source,
    StemTrack,
    Track,
)

UNDO_LIMIT = 500


class StemsCommand(QUndoCommand):
    """A step that takes stems out or brings them back.

    Attributes:
        stem_ids: Which ones; they are kept as long as this step is in the history.
    """

    stem_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Shelved:
    """A removed stem and the row it had, kept for undo and still updated by a job that runs on."""

    track: StemTrack
    index: int


class Document(QObject):
    """The project that is open.

    Signals:
        source_changed: Another source, or its length or completeness became known.
        stems_changed: A stem came, went or moved.
        stem_changed: Something about one stem (its id).
        selection_changed: Another stretch, or none.
        regions_changed: A region came, went or changed.
        loop_changed: Another loop range, or none.
        mix_changed: A gain, pan, mute, solo, strength, amount or part in the sum of any row, the A/B switch, or the set
            of stems.
        clean_changed: Whether the project is as it was last saved.
        stems_forgotten: Removed stems that no step of the history brings back any more (a tuple of StemTrack).
    """

    source_changed = Signal()
    stems_changed = Signal()
    stem_changed = Signal(str)
    selection_changed = Signal()
    regions_changed = Signal()
    loop_changed = Signal()
    mix_changed = Signal()
    clean_changed = Signal(bool)
    stems_forgotten = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = Project()
        self._shelf: dict[str, _Shelved] = {}
        self.undo_stack = History(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)  # before the first push, or Qt ignores it
        self.undo_stack.cleanChanged.connect(self.clean_changed)
        self.undo_stack.indexChanged.connect(self._forget_stems)

    @property
    def state(self) -> Project:
        """The project as it is now; frozen, so it may be kept and compared."""
        return self._state

    @property
    def listening(self) -> Listening:
        """The A/B switch: "stems" or "source"."""
        return self._state.listening

    # -- source

    def open_source(self, source: Source) -> None:
        """Begin a new project on this recording; stems, selection, mix and undo history of the old one go."""
        self._start_over(Project(source=source, export_folder=self._state.export_folder))

    def open_project(self, project: Project) -> None:
        """Go on with a project that was kept; what is open goes, and the undo history with it."""
        self._start_over(project)

    def close_source(self) -> None:
        """Back to the empty project."""
        self._start_over(Project(export_folder=self._state.export_folder))

    def update_source(self, **changes: Any) -> None:
        """Change fields of the open source, as decoding goes on; nothing without a source."""
        source = self._state.source
        if source is None:
            return
        changed = replace(source, **changes)
        if changed == source:
            return
        selection = _clip(self._state.selection, changed)
        selection_moved = selection != self._state.selection
        self._state = replace(self._state, source=changed, selection=selection)
        self.source_changed.emit()
        if selection_moved:
            self.selection_changed.emit()
        self.set_loop(self._state.loop)
        self.set_regions(self._state.regions)

    def set_export_folder(self, folder: Path | None) -> None:
        """Where this project's stems were exported last."""
        self._state = replace(self._state, export_folder=folder)

    # -- selection and listening, which are not undoable

    def set_selection(self, selection: Selection | None) -> None:
        """Mark a stretch, cut to the source's length; None, and whatever lies outside the source, clears it."""
        selection = _clip(selection, self._state.source)
        if selection != self._state.selection:
            self._state = replace(self._state, selection=selection)
            self.selection_changed.emit()

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Another loop range, cut to the source's length; None, and whatever lies outside, clears it."""
        kept = _clip(None if loop is None else Selection(*loop), self._state.source)
        loop = None if kept is None else (kept.start, kept.end)
        if loop != self._state.loop:
            self._state = replace(self._state, loop=loop)
            self.loop_changed.emit()

    def set_regions(self, regions: Iterable[Region]) -> None:
        """Keep these stretches and no other, sorted by their start; those outside the source go."""
        there = (kept for region in regions if (kept := _clip(region, self._state.source)) is not None)
        cut = tuple(sorted(there, key=lambda region: (region.start, region.end, region.id)))
        if cut != self._state.regions:
            self._state = replace(self._state, regions=cut)
            self.regions_changed.emit()

    def set_listening(self, listening: Listening) -> None:
        """Turn the A/B switch."""
        if listening != self._state.listening:
            self._state = replace(self._state, listening=listening)
            self.mix_changed.emit()

    # -- stems

    def add_stem(self, track: StemTrack, index: int | None = None) -> None:
        """Add a stem, as the last one or where it is told.

        Raises:
            ValueError: When its id is taken.
        """
        if track.id in (SOURCE_ID, REST_ID) or track.id in self._shelf or self._state.stem(track.id) is not None:
            raise ValueError(f"there is a track {track.id} already")
        self._put_stem(track, len(self._state.stems) if index is None else index)

    def move_stem(self, stem_id: str, index: int) -> None:
        """Give a stem another place among the stems, the nearest there is.

        Raises:
            KeyError: When there is no such stem.
        """
        track = self._state.stem(stem_id)
        if track is None:
            raise KeyError(stem_id)
        others = [stem for stem in self._state.stems if stem.id != stem_id]
        others.insert(max(index, 0), track)
        if tuple(others) != self._state.stems:
            self._state = replace(self._state, stems=tuple(others))
            self.stems_changed.emit()

    def remove_stem(self, stem_id: str) -> None:
        """Take a stem out of the project; `restore_stem` brings it back.

        Raises:
            KeyError: When there is no such stem.
        """
        track = self._state.stem(stem_id)
        if track is None:
            raise KeyError(stem_id)
        self._shelf[stem_id] = _Shelved(track, self._state.stems.index(track))
        self._state = replace(self._state, stems=tuple(stem for stem in self._state.stems if stem.id != stem_id))
        self.stems_changed.emit()
        self.mix_changed.emit()

    def restore_stem(self, stem_id: str) -> None:
        """Bring a removed stem back to its row, with everything that its job reported since.

        Raises:
            KeyError: When it was not removed from this project.
        """
        shelved = self._shelf.pop(stem_id)
        self._put_stem(shelved.track, shelved.index)

    @property
    def shelved(self) -> tuple[StemTrack, ...]:
        """Removed stems that a step of the history brings back."""
        return tuple(kept.track for kept in self._shelf.values())

    def lies_on(self, cache: Path) -> bool:
        """Whether a stem has this sound, one that undo would bring back included."""
        return any(stem.cache == cache for stem in (*self._state.stems, *self.shelved))

    def set_stem(self, stem_id: str, **changes: Any) -> None:
        """Change fields of a stem (all but its id); removed stems are kept up to date for undo.

        An unknown id does nothing: a job may still answer after its project was closed.
        """
        if changes.get("id", stem_id) != stem_id:
            raise ValueError("a stem keeps its id")
        changes = _in_range(changes)
        if (shelved := self._shelf.get(stem_id)) is not None:
            self._shelf[stem_id] = replace(shelved, track=replace(shelved.track, **changes))
            return
        track = self._state.stem(stem_id)
        if track is None:
            return
        changed = replace(track, **changes)
        if changed == track:
            return
        stems = tuple(changed if stem.id == stem_id else stem for stem in self._state.stems)
        self._state = replace(self._state, stems=stems)
        self.stem_changed.emit(stem_id)
        if _mix_of(changed) != _mix_of(track):
            self.mix_changed.emit()

    def listen_alone(self, *stem_ids: str) -> None:
        """Solo stems and nothing else: what was asked for is what is heard first. Not undoable by itself.

        Stems that are not there (taken out meanwhile) are passed over; without any, nothing changes.
        """
        there = [stem_id for stem_id in stem_ids if self._state.stem(stem_id) is not None]
        if there:
            self.set_solos(there)
            self.set_listening("stems")

    def set_solos(self, track_ids: Collection[str]) -> None:
        """Solo these tracks and no other; ids that are not there are passed over."""
        self.set_track(SOURCE_ID, soloed=SOURCE_ID in track_ids)
        self.set_track(REST_ID, soloed=REST_ID in track_ids)
        for stem in self._state.stems:
            self.set_stem(stem.id, soloed=stem.id in track_ids)

    @property
    def solos(self) -> tuple[str, ...]:
        """Ids of the tracks that are soloed."""
        state = self._state
        ids = [SOURCE_ID] * state.source_track.soloed + [REST_ID] * state.rest_track.soloed
        return (*ids, *(stem.id for stem in state.stems if stem.soloed))

    # -- the source's and the rest's rows

    def set_track(self, which: Literal["source", "rest"], **changes: Any) -> None:
        """Change gain, pan, mute or solo of the source or of the rest."""
        track = self._state.source_track if which == SOURCE_ID else self._state.rest_track
        changed = replace(track, **_in_range(changes))
        if changed == track:
            return
        if which == SOURCE_ID:
            self._state = replace(self._state, source_track=changed)
        else:
            self._state = replace(self._state, rest_track=changed)
        self.mix_changed.emit()

    def _put_stem(self, track: StemTrack, index: int) -> None:
        stems = self._state.stems
        self._state = replace(self._state, stems=(*stems[:index], track, *stems[index:]))
        self.stems_changed.emit()
        self.mix_changed.emit()

    def _forget_stems(self) -> None:
        """The history moved on: the steps that would have brought some stems back may be gone."""
        if not self._shelf:
            return
        steps = (self.undo_stack.command(place) for place in range(self.undo_stack.count()))
        kept = {stem_id for step in steps if isinstance(step, StemsCommand) for stem_id in step.stem_ids}
        gone = [stem_id for stem_id in self._shelf if stem_id not in kept]
        if gone:
            self.stems_forgotten.emit(tuple(self._shelf.pop(stem_id).track for stem_id in gone))

    def _start_over(self, project: Project) -> None:
        before, self._state = self._state, project
        self._shelf.clear()
        self.undo_stack.clear()
        if project.source != before.source:
            self.source_changed.emit()
        if project.stems != before.stems:
            self.stems_changed.emit()
        if project.selection != before.selection:
            self.selection_changed.emit()
        if project.regions != before.regions:
            self.regions_changed.emit()
        if project.loop != before.loop:
            self.loop_changed.emit()
        if _whole_mix(project) != _whole_mix(before):
            self.mix_changed.emit()


_Stretch = TypeVar("_Stretch", Selection, Region)


def _clip(selection: _Stretch | None, source: Source | None) -> _Stretch | None:
    if selection is None or source is None or selection.start >= source.frames:
        return None
    return replace(selection, end=min(selection.end, source.frames))


def _in_range(changes: dict[str, Any]) -> dict[str, Any]:
    if "gain_db" in changes:
        changes["gain_db"] = min(max(float(changes["gain_db"]), MIN_GAIN_DB), MAX_GAIN_DB)
    for name in ("strength", "pan", "amount"):
        if name in changes:
            changes[name] = min(max(float(changes[name]), -1.0), 1.0)
    return changes


def _mix_of(track: Track | StemTrack) -> tuple[object, ...]:
    own = (track.strength, track.amount, track.in_sum) if isinstance(track, StemTrack) else ()
    return track.gain_db, track.muted, track.soloed, track.pan, *own


def _whole_mix(project: Project) -> tuple[object, ...]:
    stems = tuple((stem.id, _mix_of(stem)) for stem in project.stems)
    # The source counts: whoever plays has to let go of the old one, even where the faders stand alike.
    return project.source, project.source_track, project.rest_track, stems, project.listening
