"""The chosen stem."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, Situation, with_stems


def _stem(now: Situation) -> bool:
    return now.stem_chosen


def _finished(now: Situation) -> bool:
    return now.stem_chosen and now.chosen_finished


COMMANDS: tuple[Command, ...] = (
    Command("solo", "S&olo", ("S", "Shift+S"), "", lambda now: now.track_chosen),
    Command("mute", "&Mute", ("M", "Shift+U"), "", lambda now: now.track_chosen),
    Command("countInSum", "&Count in the sum, or not", ("Ctrl+U",), "", _stem),
    Command("rename", "Re&name", ("F2",), "", _stem),
    Command("duplicate", "&Duplicate", ("Ctrl+D",), "", _finished),
    Command("moveUp", "Move &up", ("Alt+Up",), "", _stem),
    Command("moveDown", "Move do&wn", ("Alt+Down",), "", _stem),
    Command("copyFile", "Copy as &file", ("Ctrl+Alt+C",), "", lambda now: now.chosen_finished),
    Command("remove", "&Remove stem", ("Del",), "trash", _stem),
    Command("compactRows", "Com&pact rows", ("Ctrl+Shift+R",), "", with_stems, checkable=True),
)

ROW_MENU: tuple[str, ...] = (
    "solo",
    "mute",
    "countInSum",
    "",
    "rename",
    "duplicate",
    "moveUp",
    "moveDown",
    "",
    "copyFile",
    "",
    "remove",
)
"""What a right-click on a row's header offers."""

MENU: tuple[str, tuple[str, ...]] = ("Ste&m", (*ROW_MENU, "", "compactRows"))
