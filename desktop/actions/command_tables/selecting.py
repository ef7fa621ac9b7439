"""What is selected, and the regions that are kept of it."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, Situation, with_source


def with_selection(now: Situation) -> bool:
    """Something is marked."""
    return now.has_selection


def keepable(now: Situation) -> bool:
    """Something is marked that is no region yet."""
    return now.has_selection and not now.region_selected


def with_regions(now: Situation) -> bool:
    """There are regions."""
    return now.has_regions


def askable_in_regions(now: Situation) -> bool:
    """Words, a model and regions are there."""
    return now.has_regions and now.has_prompt and now.has_model


def at_region(now: Situation) -> bool:
    """A region is marked, or the playhead is in one."""
    return now.region_chosen


COMMANDS: tuple[Command, ...] = (
    Command("selectAll", "Select &all", ("Ctrl+A",), "", with_source),
    Command("selectNone", "Select &nothing", ("Ctrl+Shift+A", "Esc"), "", with_selection),
    Command("selectVisible", "Select &what is visible", ("Ctrl+Alt+A",), "", with_source),
    Command("selectionStart", "Selection &starts at playhead", ("[",), "", with_source),
    Command("selectionEnd", "Selection &ends at playhead", ("]",), "", with_source),
    Command("extendLeft", "Extend to the &left by 1 s", ("Shift+Left",), "", with_source),
    Command("extendRight", "Extend to the &right by 1 s", ("Shift+Right",), "", with_source),
    Command("boxMode", "Time × frequency &box", ("Q",), "box", with_source, checkable=True),
    Command("snapToZero", "Snap to &zero crossings", ("Z",), "snap", checkable=True),
    Command("addRegion", "Add re&gion", ("Ctrl+B",), "region", keepable),
    Command("renameRegion", "Rena&me region", ("Ctrl+Shift+B",), "", at_region),
    Command("removeRegion", "&Delete region", ("Shift+Del",), "", at_region),
    Command("previousRegion", "&Previous region", ("Alt+Left",), "", with_regions),
    Command("nextRegion", "Next reg&ion", ("Alt+Right",), "", with_regions),
    Command("separateRegions", "Separate in e&very region", ("Ctrl+Shift+Return",), "", askable_in_regions),
)

MENU: tuple[str, tuple[str, ...]] = (
    "Se&lect",
    (
        "selectAll",
        "selectNone",
        "selectVisible",
        "selectionStart",
        "selectionEnd",
        "extendLeft",
        "extendRight",
        "",
        "boxMode",
        "snapToZero",
        "",
        "addRegion",
        "renameRegion",
        "removeRegion",
        "previousRegion",
        "nextRegion",
        "separateRegions",
    ),
)
