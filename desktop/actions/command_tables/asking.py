"""Asking for sounds."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, Situation, askable, imitable, with_source


def _stem(now: Situation) -> bool:
    return now.stem_chosen


def _wording(now: Situation) -> bool:
    return now.has_source and now.has_prompt


COMMANDS: tuple[Command, ...] = (
    Command("focusPrompt", "Say wh&at to hear", ("Ctrl+K", "/"), "", with_source),
    Command("separate", "&Separate", ("Ctrl+Return", "Ctrl+Enter"), "", askable),
    Command("soundsLike", "Sounds &like the selection", ("Ctrl+L",), "", imitable),
    Command("tryPhrasings", "Try &phrasings", ("Ctrl+Shift+P",), "", askable),
    Command("phrasing1", "Hear the first phrasing", ("Alt+1",), "", with_source),
    Command("phrasing2", "Hear the second phrasing", ("Alt+2",), "", with_source),
    Command("phrasing3", "Hear the third phrasing", ("Alt+3",), "", with_source),
    Command("whereIsIt", "&Where is it?", ("Ctrl+Shift+F",), "", _wording),
    Command("nextHit", "Next &hit", ("Ctrl+Down",), "", with_source),
    Command("previousHit", "Previous hit", ("Ctrl+Up",), "", with_source),
    Command("hitsToRegions", "Hits to &regions", (), "", with_source),
    Command("exportLabels", "Save hits as la&bels…", (), "", with_source),
    Command("askWithin", "Ask w&ithin this stem", ("Ctrl+Shift+K",), "", _stem),
    Command("makeAgain", "&Make the stem again", ("Ctrl+R",), "", _stem),
    Command("copyCommandLine", "Copy as command li&ne", ("Ctrl+Shift+C",), "", _stem),
    Command("copyRecipe", "Copy the recipe (&JSON)", (), "", _stem),
    Command("cancel", "S&top the work", ("Ctrl+.",), "cancel", lambda now: now.working),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Separate",
    (
        "focusPrompt",
        "separate",
        "soundsLike",
        "",
        "tryPhrasings",
        "phrasing1",
        "phrasing2",
        "phrasing3",
        "",
        "whereIsIt",
        "nextHit",
        "previousHit",
        "hitsToRegions",
        "exportLabels",
        "",
        "askWithin",
        "makeAgain",
        "copyCommandLine",
        "copyRecipe",
        "",
        "cancel",
    ),
)
