"""The chosen stem."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("solo", "S&olo", ("S", "Shift+S"), "", lambda now: now.track_chosen),
    Command("mute", "&Mute", ("M", "Shift+U"), "", lambda now: now.track_chosen),
    Command("rename", "Re&name", ("F2",), "", lambda now: now.stem_chosen),
    Command("remove", "&Remove stem", ("Del",), "trash", lambda now: now.stem_chosen),
)

MENU: tuple[str, tuple[str, ...]] = (
    "S&tem",
    (
        "solo",
        "mute",
        "rename",
        "remove",
    ),
)
