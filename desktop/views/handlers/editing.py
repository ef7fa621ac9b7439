"""Undo, redo, and what is selected."""

from __future__ import annotations

from collections.abc import Callable

from desktop.views.handlers.handler import Handler


class EditHandler(Handler):
    """Undo and the selection."""

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "undo": self._space.document.undo_stack.undo,
            "redo": self._space.document.undo_stack.redo,
            "selectAll": self._window.timeline.select_all,
            "selectNone": self._window.timeline.clear_selection,
            "selectionStart": self._start_at_playhead,
            "selectionEnd": self._end_at_playhead,
        }

    def _start_at_playhead(self) -> None:
        self._select_from_playhead(start=True)

    def _end_at_playhead(self) -> None:
        self._select_from_playhead(start=False)

    def _select_from_playhead(self, *, start: bool) -> None:
        source = self._space.document.state.source
        if source is None:
            return
        timeline, playhead = self._window.timeline, self._space.transport.position
        selection = timeline.selection
        if start:
            end = selection.end if selection and selection.end > playhead else source.frames
            timeline.select(playhead, end)
        else:
            begin = selection.start if selection and selection.start < playhead else 0
            timeline.select(begin, playhead)
