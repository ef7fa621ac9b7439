"""What is heard."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, with_source, with_stems

COMMANDS: tuple[Command, ...] = (
    Command("play", "&Play / pause", ("Space",), "play", with_source),
    Command("playSelection", "Pla&y selection", ("Shift+Space",), "", lambda now: now.has_selection),
    Command("stop", "&Stop and return", ("Shift+Esc",), "stop", with_source),
    Command("returnOnStop", "Stop &always returns", (), "", checkable=True),
    Command("loop", "&Loop", ("L",), "loop", with_source, checkable=True),
    Command("loopSelection", "Loop s&election", ("Shift+L",), "", lambda now: now.has_selection),
    Command("clearLoop", "Clear loop ran&ge", (), "", lambda now: now.has_loop),
    Command("toStart", "To the s&tart", ("Home",), "", with_source),
    Command("toEnd", "To the e&nd", ("End",), "", with_source),
    Command("back", "&Back 1 s", ("Left",), "", with_source),
    Command("forward", "&Forward 1 s", ("Right",), "", with_source),
    Command("backShort", "Back 0.1 s", (",",), "", with_source),
    Command("forwardShort", "Forward 0.1 s", (".",), "", with_source),
    Command("backLong", "Back 5 s", ("Shift+,", "<"), "", with_source),
    Command("forwardLong", "Forward 5 s", ("Shift+.", ">"), "", with_source),
    Command("slower", "Slo&wer", ("Ctrl+Alt+Down",), "", with_source),
    Command("faster", "Faste&r", ("Ctrl+Alt+Up",), "", with_source),
    Command("usualSpeed", "&Usual speed", ("Ctrl+Alt+0",), "", with_source),
    Command("switchSource", "&Compare: recording / stems", ("X",), "", with_stems, checkable=True),
    Command("blindCompare", "Compare bl&ind", ("Shift+X",), "", with_stems, checkable=True),
    Command("matchLevels", "Compare e&qually loud", (), "", checkable=True),
    Command("hearSource", "&Recording alone", ("0",), "", with_stems),
    *(Command(f"soloStem{n}", f"Stem &{n} alone", (str(n),), "", with_stems) for n in range(1, 10)),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&Play",
    (
        "play",
        "playSelection",
        "stop",
        "returnOnStop",
        "loop",
        "loopSelection",
        "clearLoop",
        "",
        "toStart",
        "toEnd",
        "back",
        "forward",
        "backShort",
        "forwardShort",
        "backLong",
        "forwardLong",
        "",
        "speed",
        "slower",
        "faster",
        "usualSpeed",
        "",
        "switchSource",
        "blindCompare",
        "matchLevels",
        "hear",
        "",
        "outputs",
    ),
)

SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "hear": ("&Hear alone", ("hearSource", *(f"soloStem{n}" for n in range(1, 10)))),
}
