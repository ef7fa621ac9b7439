"""Asking for sounds."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, askable, imitable, with_source

COMMANDS: tuple[Command, ...] = (
    Command("focusPrompt", "&Say what to hear", ("Ctrl+K", "/"), "", with_source),
    Command("separate", "&Separate", ("Ctrl+Return", "Ctrl+Enter"), "", askable),
    Command("soundsLike", "Sounds &like the selection", ("Ctrl+L",), "", imitable),
    Command("cancel", "&Cancel the work", ("Ctrl+.",), "cancel", lambda now: now.working),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Separate",
    (
        "focusPrompt",
        "separate",
        "soundsLike",
        "cancel",
    ),
)
