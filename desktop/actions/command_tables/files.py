"""Files: open, keep, export."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, with_source

COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", ("Ctrl+O",), "open"),
    Command("export", "&Export…", ("Ctrl+Shift+E",), "export", lambda now: now.has_finished_stems),
    Command("closeFile", "&Close recording", ("Ctrl+W",), "", with_source),
    Command("quit", "&Quit", ("Ctrl+Q",)),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&File",
    (
        "open",
        "recent",
        "",
        "export",
        "",
        "closeFile",
        "quit",
    ),
)
