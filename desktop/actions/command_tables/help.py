"""Help."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("keys", "&Keys and mouse", ("F1",), ""),
    Command("logs", "Open &log folder", (), ""),
    Command("about", "&About", (), "notice"),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Help",
    (
        "keys",
        "logs",
        "about",
    ),
)
