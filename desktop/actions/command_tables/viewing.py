"""What is seen."""

from __future__ import annotations

from desktop.actions.command_tables.command import Command, with_source

COMMANDS: tuple[Command, ...] = (
    Command("zoomIn", "Zoom &in", ("Ctrl+=", "Ctrl++"), "zoom-in", with_source),
    Command("zoomOut", "Zoom &out", ("Ctrl+-",), "zoom-out", with_source),
    Command("zoomSelection", "Zoom to &selection", ("Ctrl+E",), "", lambda now: now.has_selection),
    Command("zoomAll", "&Whole recording", ("F", "Ctrl+F"), "fit", with_source),
    Command("zoomToggle", "Zoom to&ggle", ("Shift+Z",), "", with_source),
    Command("showWaveform", "Wavefor&m", ("Ctrl+1",), "", checkable=True),
    Command("showSpectrogram", "S&pectrogram", ("Ctrl+2",), "", checkable=True),
    Command("showBoth", "&Both", ("Ctrl+3",), "", checkable=True),
    Command("overlayLanes", "Waveform over spect&rogram", (), "", checkable=True),
    Command("wholeBand", "All fre&quencies", (), "", with_source),
    Command("spectrogramSettings", "Spectrogram s&ettings…", ("Ctrl+Shift+,",)),
    Command("themeAction", "&Theme: follow the system", (), "theme"),
    Command("fullScreen", "&Full screen", ("F11",), "", checkable=True),
)

MENU: tuple[str, tuple[str, ...]] = (
    "&View",
    (
        "zoomIn",
        "zoomOut",
        "zoomSelection",
        "zoomAll",
        "zoomToggle",
        "wholeBand",
        "",
        "showWaveform",
        "showSpectrogram",
        "showBoth",
        "overlayLanes",
        "spectrogramSettings",
        "",
        "themeAction",
        "languages",
        "fullScreen",
    ),
)
