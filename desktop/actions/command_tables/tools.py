"""Models and the engine."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("restartEngine", "Restart the en&gine", (), ""),
    Command("jobs", "&Jobs", ("Ctrl+J",), "", checkable=True),
    Command("freeMemory", "&Free memory", (), "", lambda now: not now.working),
    Command("models", "&Models…", ("Ctrl+Shift+M",), "models"),
    Command("preferences", "&Preferences…", ("Ctrl+,",), ""),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Tools",
    (
        "models",
        "jobs",
        "",
        "restartEngine",
        "freeMemory",
        "",
        "preferences",
    ),
)
