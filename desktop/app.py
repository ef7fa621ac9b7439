"""The composition root: the one file that knows everyone.

In order: logging, Qt, settings, theme, the workspace's threads, the window; and only once it is shown, the engine.
"""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import audiosep_core
from audiosep_core.library.paths import cache_folder
from audiosep_core.library.registry import list_models
from desktop.actions.attention import Attention
from desktop.actions.workspace import Workspace
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.playback.output_watch import OutputWatch
from desktop.playback.transport import Transport
from desktop.services.awake import make_awake
from desktop.services.chime import SoundChime
from desktop.services.logs import start_logging
from desktop.services.notify import BusNotifier
from desktop.services.session_bus import SessionBus
from desktop.services.settings import SettingsStore
from desktop.services.taskbar import make_taskbar
from desktop.views.handlers.asking import DEVICE
from desktop.views.icons import application_icon
from desktop.views.main_window import MainWindow
from desktop.views.theme import ThemeManager
from desktop.views.tray_notifier import TrayNotifier

_SIGNAL_POLL_MS = 300
_WATCH_OUTPUTS_MS = 1000  # it takes some 50 ms, which the first picture does not wait for


def make_application(argv: Sequence[str]) -> QApplication:
    """Qt's application object, named for the desktop."""
    app = QApplication(list(argv))
    app.setApplicationName("audiosep-desktop")
    app.setApplicationDisplayName("AudioSep")
    app.setApplicationVersion(audiosep_core.__version__)
    app.setDesktopFileName("audiosep-desktop")
    app.setWindowIcon(application_icon())
    return app


def make_window(settings: SettingsStore) -> MainWindow:
    """The window with the real processes behind it; they start with their first request."""
    themes = ThemeManager(settings.settings.theme)
    themes.apply()
    workspace = Workspace.build(settings, cache_folder(), InferenceThread(), MediaThread(), MediaThread(), Transport())
    workspace.start()
    window = MainWindow(workspace, themes)
    themes.setParent(window)
    return window


def attend(window: MainWindow, app: QApplication) -> None:
    """Let the desktop know of the jobs, as far as the settings allow."""
    bus = SessionBus()
    attention = Attention(
        window.workspace.jobs,
        window.workspace.settings,
        window.isActiveWindow,
        make_taskbar(bus, window.winId, app.setBadgeNumber),
        BusNotifier(bus) if sys.platform == "linux" else TrayNotifier(window),
        make_awake(bus),
        SoundChime(),
        window,
    )
    app.aboutToQuit.connect(attention.shutdown)


def settle(window: MainWindow) -> None:
    """What waits until the window is up: the process that opens files, rows, what a crash left, the engine's model."""
    window.workspace.media.start_child()
    window.handlers.projects.offer_recovery()
    _ = window.tracks
    gc.collect()
    gc.freeze()
    if any(model.installed for model in list_models()):
        window.workspace.separation.warm(window.workspace.settings.settings.model, DEVICE)


def watch_outputs(window: MainWindow) -> OutputWatch:
    """Whoever tells the transport which sound outputs come and go, not yet begun."""
    watch = OutputWatch(parent=window)
    watch.changed.connect(window.workspace.transport.outputs_came_or_went)
    return watch


def run(argv: Sequence[str]) -> int:
    """Run the program; the exit code of the event loop."""
    parser = argparse.ArgumentParser(prog="audiosep-desktop", description="Say what you want to hear.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a recording to open")
    parser.add_argument("--version", action="version", version=audiosep_core.__version__)
    arguments, qt_arguments = parser.parse_known_args(list(argv[1:]))
    logs = start_logging()
    app = make_application([argv[0], *qt_arguments])
    window = make_window(SettingsStore())
    logs.uncaught.raised.connect(window.report_fault)
    window.show()
    if arguments.files:
        window.open_paths([path.absolute() for path in arguments.files])
    QTimer.singleShot(0, lambda: settle(window))
    QTimer.singleShot(_WATCH_OUTPUTS_MS, watch_outputs(window).start)
    attend(window, app)
    # Python answers Ctrl+C only between bytecodes: let the loop come by now and then.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    pulse = QTimer(app, interval=_SIGNAL_POLL_MS)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    return app.exec()
