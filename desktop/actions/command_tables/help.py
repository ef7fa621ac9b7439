"""Help."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("keys", "&Keys and mouse", ("F1",), ""),
    Command("whatToAsk", "&What can I ask?", (), ""),
    Command("welcome", "&First steps", (), ""),
    Command("logs", "Open &log folder", (), ""),
    Command("copyReport", "&Copy report", (), ""),
    Command("about", "&About", (), "notice"),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Help",
    (
        "keys",
        "whatToAsk",
        "welcome",
        "",
        "logs",
        "copyReport",
        "",
        "about",
    ),
)
