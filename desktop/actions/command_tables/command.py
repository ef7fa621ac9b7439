"""What a command is, and what decides whether it can be used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Situation:
    """What decides whether a command makes sense now."""

    has_source: bool = False
    has_selection: bool = False
    has_regions: bool = False
    region_chosen: bool = False
    region_selected: bool = False
    has_loop: bool = False
    has_stems: bool = False
    has_finished_stems: bool = False
    stem_chosen: bool = False
    track_chosen: bool = False
    chosen_finished: bool = False
    playing: bool = False
    working: bool = False
    has_prompt: bool = False
    has_model: bool = True
    can_undo: bool = False
    can_redo: bool = False


def always(_: Situation) -> bool:
    """For commands that always make sense."""
    return True


def with_source(now: Situation) -> bool:
    """A recording is open."""
    return now.has_source


def with_stems(now: Situation) -> bool:
    """There are stems."""
    return now.has_stems


def imitable(now: Situation) -> bool:
    """The selection can stand for what is wanted."""
    return now.has_selection and now.has_model


def askable(now: Situation) -> bool:
    """Words, a recording and a model are there."""
    return now.has_source and now.has_prompt and now.has_model


@dataclass(frozen=True)
class Command:
    """One thing a person can ask for.

    Attributes:
        id: Its name in code; the QAction's objectName.
        text: What the menu says, with "&" for the mnemonic.
        keys: Shortcuts, the first one is shown.
        icon: Name of an icon, or "".
        enabled_when: Whether it makes sense.
        checkable: Whether it can be on and off.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled_when: Callable[[Situation], bool] = always
    checkable: bool = False
