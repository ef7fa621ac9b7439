"""The keys that people know from other editors, line by line as the brief has them."""

import pytest

from desktop.actions.registry import COMMANDS

KEYS = {
    "play": ("Space",),
    "playSelection": ("Shift+Space",),
    "stop": ("Shift+Esc",),
    "loop": ("L",),
    "loopSelection": ("Shift+L",),
    "toStart": ("Home",),
    "toEnd": ("End",),
    "back": ("Left",),
    "forward": ("Right",),
    "extendLeft": ("Shift+Left",),
    "extendRight": ("Shift+Right",),
    "backShort": (",",),
    "forwardShort": (".",),
    "backLong": ("Shift+,",),
    "forwardLong": ("Shift+.",),
    "zoomIn": ("Ctrl+=",),
    "zoomOut": ("Ctrl+-",),
    "zoomSelection": ("Ctrl+E",),
    "zoomAll": ("Ctrl+F", "F"),
    "zoomToggle": ("Shift+Z",),
    "selectAll": ("Ctrl+A",),
    "selectNone": ("Ctrl+Shift+A",),
    "selectVisible": ("Ctrl+Alt+A",),
    "selectionStart": ("[",),
    "selectionEnd": ("]",),
    "boxMode": ("Q",),
    "showWaveform": ("Ctrl+1",),
    "showSpectrogram": ("Ctrl+2",),
    "showBoth": ("Ctrl+3",),
    "focusPrompt": ("Ctrl+K", "/"),
    "separate": ("Ctrl+Return",),
    "cancel": ("Ctrl+.",),
    "solo": ("Shift+S", "S"),
    "mute": ("Shift+U", "M"),
    "switchSource": ("X",),
    "hearSource": ("0",),
    **{f"soloStem{n}": (str(n),) for n in range(1, 10)},
    "rename": ("F2",),
    "remove": ("Del",),
    "open": ("Ctrl+O",),
    "importMore": ("Ctrl+Shift+I",),
    "save": ("Ctrl+S",),
    "saveAs": ("Ctrl+Shift+S",),
    "export": ("Ctrl+Shift+E",),
    "exportSelected": ("Ctrl+Alt+E",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "preferences": ("Ctrl+,",),
    "quit": ("Ctrl+Q",),
    "fullScreen": ("F11",),
    "spectrogramSettings": ("Ctrl+Shift+,",),
    "keys": ("F1",),
}
"""By command: every key that must work. A command may have more."""


@pytest.mark.parametrize("command", KEYS)
def test_a_command_has_the_keys_that_people_expect(command: str) -> None:
    (keys,) = [one.keys for one in COMMANDS if one.id == command]
    assert set(KEYS[command]) <= set(keys)
