"""The composition root: the one file that knows everyone.

In order: logging, Qt, settings, language, theme, the workspace's threads, the window; once that is shown, the engine.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

import audiosep_core
from audiosep_core.library.paths import CACHE_VARIABLE, MODELS_VARIABLE, cache_folder
from audiosep_core.library.registry import list_models
from desktop.actions.attention import Attention
from desktop.actions.workspace import Workspace
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.playback.output_watch import OutputWatch
from desktop.playback.transport import Transport
from desktop.services import watchdog
from desktop.services.awake import make_awake
from desktop.services.chime import SoundChime
from desktop.services.collector import Collector
from desktop.services.freed_memory import keep_freed_memory
from desktop.services.language import use_language
from desktop.services.logs import start_logging
from desktop.services.notify import BusNotifier
from desktop.services.open_files import allow_many_files
from desktop.services.paths import log_file
from desktop.services.session_bus import SessionBus
from desktop.services.settings import Settings, SettingsStore
from desktop.services.taskbar import make_taskbar
from desktop.views.accessible import install_accessibility
from desktop.views.handlers.asking import DEVICE
from desktop.views.icons import application_icon
from desktop.views.main_window import MainWindow
from desktop.views.theme import ThemeManager
from desktop.views.tray_notifier import TrayNotifier

logger = logging.getLogger(__name__)

_SIGNAL_POLL_MS = 300
PROCESSOR_ONLY = "AUDIOSEP_PROCESSOR_ONLY"  # read by audiosep_core.engine.devices, which the window may not import
START_FAILED = 3
"""Exit code when the window could not be built; the person was told."""
_WATCH_OUTPUTS_MS = 1000  # the first picture does not wait for it


def make_application(argv: Sequence[str]) -> QApplication:
    """Qt's application object, named for the desktop."""
    app = QApplication(list(argv))
    app.setApplicationName("audiosep-desktop")
    app.setApplicationDisplayName("AudioSep")
    app.setApplicationVersion(audiosep_core.__version__)
    app.setDesktopFileName("audiosep-desktop")
    app.setWindowIcon(application_icon())
    install_accessibility()
    return app


def use_folders(settings: Settings) -> None:
    """Put models and cache where the person wants them, for this process and its children."""
    for variable, folder in ((MODELS_VARIABLE, settings.models_folder), (CACHE_VARIABLE, settings.cache_folder)):
        if folder and not os.environ.get(variable):
            os.environ[variable] = folder


def make_window(settings: SettingsStore) -> MainWindow:
    """The window with the real processes behind it; they start with their first request."""
    use_folders(settings.settings)
    use_language(settings.settings.language)
    themes = ThemeManager(settings.settings.theme, settings.settings.text_size)
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


def settle(window: MainWindow, *, greet: bool = True) -> None:
    """What waits until the window is up: the process that opens files, rows, what a crash left, the engine's model.

    `greet`: and the page of the first start, if it is the first.
    """
    window.workspace.media.start_child()
    window.handlers.projects.offer_recovery()
    _ = window.tracks
    gc.collect()
    gc.freeze()
    if greet:
        window.handlers.help.welcome_once()
    if any(model.installed for model in list_models()):
        window.workspace.separation.warm(window.workspace.settings.settings.model, DEVICE)


def tell_failed_start(error: Exception) -> None:
    """Say that the program could not start, and where it says why."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("app", text)

    box = QMessageBox(QMessageBox.Icon.Critical, "AudioSep", tr("AudioSep could not start."))
    text = tr("Your recordings and projects are safe. “--safe-mode” starts with default settings.\n\nThe log is {path}")
    try:
        path = str(log_file())
    except OSError:
        path = tr("nowhere: its folder cannot be written")
    box.setInformativeText(text.format(path=path))
    box.setDetailedText(f"{type(error).__name__}: {error}")
    box.exec()


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
    parser.add_argument("--safe-mode", action="store_true", help="default settings, kept by nobody, and the processor")
    parser.add_argument("--debug", action="store_true", help="log more, and whatever makes the window stand still")
    arguments, qt_arguments = parser.parse_known_args(list(argv[1:]))
    debug = arguments.debug or watchdog.wanted()
    logs = start_logging(logging.DEBUG if debug else logging.INFO)
    allow_many_files()
    keep_freed_memory()
    app = make_application([argv[0], *qt_arguments])
    Collector(app)  # before there are threads that read from a child
    if arguments.safe_mode:
        os.environ[PROCESSOR_ONLY] = "1"
    try:
        window = make_window(SettingsStore(keep=not arguments.safe_mode))
    except Exception as error:
        logger.critical("the program could not start", exc_info=True)
        tell_failed_start(error)
        return START_FAILED
    logs.uncaught.raised.connect(window.report_fault)
    window.show()
    if arguments.files:
        window.open_paths([path.absolute() for path in arguments.files])
    if debug:
        watchdog.Watchdog(parent=window).start()
    # Who comes with a recording wants to see that; the first page waits for a start without one.
    QTimer.singleShot(0, lambda: settle(window, greet=not arguments.files))
    QTimer.singleShot(_WATCH_OUTPUTS_MS, watch_outputs(window).start)
    attend(window, app)
    # Python answers Ctrl+C only between bytecodes: let the loop come by now and then.
    signal.signal(signal.SIGINT, lambda *_: window.close())
    pulse = QTimer(app, interval=_SIGNAL_POLL_MS)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    return app.exec()
