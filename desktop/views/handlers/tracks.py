"""The chosen stem."""

from __future__ import annotations

from collections.abc import Callable

from desktop.document.commands import RemoveStem, SetMute, SetSolo
from desktop.views.handlers.handler import Handler


class TrackHandler(Handler):
    """What can be done with the chosen row."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "solo": self._solo,
            "mute": self._mute,
            "rename": self._rename,
            "remove": self._remove,
        }

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

    def _rename(self) -> None:
        stem = self._window.chosen_stem()
        row = self._window.tracks.row(stem.id) if stem else None
        if row is not None:
            row.header.begin_rename()

    def _remove(self) -> None:
        stem = self._window.chosen_stem()
        if stem is not None:
            self._space.document.undo_stack.push(RemoveStem(self._space.document, stem.id))
