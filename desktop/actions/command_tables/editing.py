"""Undo, redo, and what is selected."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, with_source

COMMANDS: tuple[Command, ...] = (
    Command("undo", "&Undo", ("Ctrl+Z",), "undo", lambda now: now.can_undo),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", lambda now: now.can_redo),
    Command("selectAll", "Select &all", ("Ctrl+A",), "", with_source),
    Command("selectNone", "Select &nothing", ("Ctrl+Shift+A", "Esc"), "", lambda now: now.has_selection),
    Command("selectionStart", "Selection &starts at playhead", ("[",), "", with_source),
    Command("selectionEnd", "Selection &ends at playhead", ("]",), "", with_source),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Edit",
    (
        "undo",
        "redo",
        "",
        "selectAll",
        "selectNone",
        "selectionStart",
        "selectionEnd",
    ),
)
