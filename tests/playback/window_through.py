"""Run by test_sound_server in a process of its own: the real window off screen, told by lines what to do.

Arguments: a recording, and "without-portaudio" where that library is not to be found. Each line ("play", "look",
"export FOLDER", "quit") is answered with a line of JSON.
"""

import ctypes.util
import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer

from desktop.actions.export_items import ExportChoice
from desktop.app import make_application, make_window, watch_outputs
from desktop.services.settings import SettingsStore

if "without-portaudio" in sys.argv[2:]:
    find_library = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None if name == "portaudio" else find_library(name)

app = make_application(sys.argv[:1])
window = make_window(SettingsStore())
space = window.workspace
window.show()
window.open_paths([Path(sys.argv[1])])


def tell() -> None:
    source, notice, transport = space.document.state.source, window.notices.notice, space.transport
    facts = {
        "open": source is not None and source.complete,
        "playing": transport.playing,
        "position": transport.position,
        "has_sound": transport.has_sound,
        "reason": transport.device_reason,
        "notice": notice.message if notice is not None else "",
        "exported": not space.exporting.working,
    }
    print(json.dumps(facts), flush=True)


def obey(*_: object) -> None:
    word, _, rest = sys.stdin.readline().strip().partition(" ")
    if word == "play":
        window.actions_by_id["play"].trigger()
    elif word == "export":
        space.exporting.export(ExportChoice(("source",), Path(rest)))
    elif word != "look":
        window.close_unasked()
        app.quit()
    tell()


commands = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
commands.activated.connect(obey)
QTimer.singleShot(0, watch_outputs(window).start)
sys.exit(app.exec())
