"""Files: open, keep, export."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, with_source

COMMANDS: tuple[Command, ...] = (
    Command("open", "&Open…", ("Ctrl+O",), "open"),
    Command("openProject", "Open &project…"),
    Command("importMore", "&Import more…", ("Ctrl+Shift+I",)),
    Command("save", "&Save project", ("Ctrl+S",), "", with_source),
    Command("saveAs", "Save project &as…", ("Ctrl+Shift+S",), "", with_source),
    Command("export", "&Export…", ("Ctrl+Shift+E",), "export", lambda now: now.has_source),
    Command("exportSelected", "Export selected s&tem…", ("Ctrl+Alt+E",), "", lambda now: now.stem_chosen),
    Command("batch", "&Batch…", ("Ctrl+Alt+B",)),
    Command("closeFile", "&Close recording", ("Ctrl+W",), "", with_source),
    Command("quit", "&Quit", ("Ctrl+Q",)),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&File",
    (
        "open",
        "openProject",
        "recent",
        "importMore",
        "",
        "save",
        "saveAs",
        "",
        "export",
        "exportSelected",
        "batch",
        "",
        "closeFile",
        "quit",
    ),
)
