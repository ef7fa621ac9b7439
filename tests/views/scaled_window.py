"""A window of its own at the scale that QT_SCALE_FACTOR says, in one theme: prints what lies where, as JSON."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.actions.workspace import Workspace
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.playback.device import DeviceFacts, NullOutput
from desktop.playback.feeder import Feeder
from desktop.playback.transport import Transport
from desktop.services.settings import SettingsStore
from desktop.views.main_window import MainWindow
from desktop.views.theme import ThemeManager


def main(theme: str, recording: Path, home: Path) -> None:
    app = QApplication([])
    settings = SettingsStore(home / "settings.json")
    settings.update(theme=theme)
    themes = ThemeManager(theme)
    themes.apply()
    facts = DeviceFacts("No sound", False, "No sound card here.")
    feeder = Feeder(open_output=lambda _, rate_hz: NullOutput(rate_hz, "No sound card here."), probe=lambda _: facts)
    feeder.start()
    processes = InferenceThread(), MediaThread(), MediaThread()
    workspace = Workspace.build(settings, home / "cache", *processes, Transport(feeder))
    workspace.start()
    window = MainWindow(workspace, themes, confirm_close=lambda _: True)
    window.resize(1024, 640)
    window.show()
    window.open_paths([recording])
    while workspace.document.state.source is None or not workspace.document.state.source.complete:
        app.processEvents()
    for _ in range(20):
        app.processEvents()
    picture = window.grab()
    cut = [
        button.objectName()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    outside = [
        widget.objectName()
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.objectName() in ("promptEdit", "separateButton", "exportButton", "engineLabel")
        if not window.rect().contains(widget.mapTo(window, QPoint(widget.width() - 1, widget.height() - 1)))
    ]
    text, ground = (picture.toImage().pixelColor(x, y).lightness() for x, y in ((0, 0), (picture.width() - 1, 0)))
    told = {"size": [picture.width(), picture.height()], "cut": cut, "outside": outside, "light": max(text, ground)}
    window.close()
    print(json.dumps(told))


main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
