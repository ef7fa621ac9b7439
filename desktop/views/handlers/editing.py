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

    def connect_signals(self) -> None:
        """Let the menu say what is undone."""
        stack = self._space.document.undo_stack
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self._name("undo", self.tr("&Undo {what}") if what else self.tr("&Undo"), what)

    def _name_redo(self, what: str) -> None:
        self._name("redo", self.tr("&Redo {what}") if what else self.tr("&Redo"), what)

    def _name(self, command: str, text: str, what: str) -> None:
        self._window.actions_by_id[command].setText(text.format(what=what.replace("&", "&&")))

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
