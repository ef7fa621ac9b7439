"""Undo and redo."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("undo", "&Undo", ("Ctrl+Z",), "undo", lambda now: now.can_undo),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", lambda now: now.can_redo),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Edit",
    (
        "undo",
        "redo",
    ),
)
