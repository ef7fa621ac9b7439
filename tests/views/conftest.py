"""A window with the real document and media process, a fake engine and no sound card."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import desktop.views.track_area  # noqa: F401 - the program imports it too before anything is opened
from desktop.actions.workspace import Workspace
from desktop.document.state import Source, StemTrack
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.playback.device import DeviceFacts, NullOutput
from desktop.playback.feeder import Feeder
from desktop.playback.transport import Transport
from desktop.services.settings import SettingsStore
from desktop.services.watchdog import Stall, Watchdog
from desktop.views.main_window import MainWindow
from desktop.views.theme import ThemeManager

RATE = 44100
STALLS: list[tuple[str, Stall]] = []
"""What made the windows under test stand still for more than 0.1 s; told at the end: a busy machine proves nothing."""
FAILURES: list[BaseException | None] = []
"""Why tests failed, kept to the end: dropped amid the run, one took the process with it."""
FAKE_ENGINE = Path(__file__).with_name("fake_engine.py")


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Three seconds in stereo: a tone that beeps."""
    time = np.arange(3 * RATE) / RATE
    tone = 0.3 * np.sin(2 * np.pi * 880 * time) * (np.sin(2 * np.pi * time) > 0)
    path = tmp_path / "yard, 5 o'clock.wav"
    soundfile.write(path, np.stack([tone, 0.5 * tone], axis=1).astype(np.float32), RATE, subtype="FLOAT")
    return path


def is_ours(stall: Stall) -> bool:
    """Whether the window was at work, and not the test itself that looks at it."""
    return stall.stack.rfind("/desktop/") > stall.stack.rfind("/tests/")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell of stalls, the longest first."""
    if STALLS:
        terminalreporter.section("the window stood still")
    for test, stall in sorted(STALLS, key=lambda found: -found[1].seconds):
        worked = 1000 * stall.worked
        terminalreporter.line(f"{1000 * stall.seconds:.0f} ms ({worked:.0f} ms of work) in {test}, at")
        terminalreporter.line("".join(stall.stack.splitlines(keepends=True)[-8:]))


class Drive:
    """A window under test, and the waits that tests need."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.space = window.workspace
        self.document = window.workspace.document

    def find(self, name: str) -> Any:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def open(self, path: Path) -> Source:
        self.window.open_paths([path])
        return self.opened()

    @property
    def is_open(self) -> bool:
        """Whether a recording is there, all of it."""
        source = self.document.state.source
        return source is not None and source.complete

    def opened(self) -> Source:
        """The recording, once all of it is there."""
        self.until(lambda: self.is_open)
        source = self.document.state.source
        assert source is not None
        return source

    def say(self, prompt: str) -> None:
        edit = self.find("promptEdit")
        edit.setText(prompt)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)

    def stem(self, place: int, state: str = "done") -> StemTrack:
        def settled() -> bool:
            stems = self.document.state.stems
            return len(stems) > place and stems[place].state == state

        self.until(settled)
        return self.document.state.stems[place]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20000)


@pytest.fixture
def drive(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Drive]:
    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "home"))
    stalls: list[Stall] = []
    with open_window(qtbot, tmp_path) as drive:
        watchdog = Watchdog(stalls.append)
        watchdog.start()
        yield drive
        watchdog.stop()
    STALLS.extend((request.node.nodeid, stall) for stall in stalls if is_ours(stall))


@contextmanager
def open_window(qtbot: QtBot, folder: Path, feeder: Feeder | None = None) -> Iterator[Drive]:
    """A window that is closed and deleted at the end; AUDIOSEP_HOME has to be `folder / "home"`.

    Without a `feeder` of the test's own there is one that runs, with a silent clock.
    """
    spare = folder / "home" / "data" / "models" / "spare.safetensors"
    spare.parent.mkdir(parents=True, exist_ok=True)
    spare.touch()  # the fake engine needs none, but the window offers nothing without one
    settings = SettingsStore(folder / "settings.json")
    settings.update(theme="dark", model="spare")
    themes = ThemeManager("dark")
    themes.apply()
    if feeder is None:
        facts = DeviceFacts("No sound", False, "No sound card here.")
        feeder = Feeder(
            open_output=lambda _name, rate_hz: NullOutput(rate_hz, "No sound card here."), probe=lambda _name: facts
        )
        feeder.start()
    workspace = Workspace.build(
        settings,
        folder / "cache",
        InferenceThread([sys.executable, str(FAKE_ENGINE)]),
        MediaThread(),
        MediaThread(),
        Transport(feeder),
    )
    workspace.start()
    window = MainWindow(workspace, themes, confirm_close=lambda _: True)
    window.show()
    window.activateWindow()
    try:
        yield Drive(qtbot, window)
    finally:
        window.close()
        # The clipboard without a desktop is taken down after Python: what Python put there would crash it then.
        QApplication.clipboard().clear()
        window.deleteLater()
        # Now, not in the next test's event loop: Python might collect parts of the window before.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # What is left of it are Python's halves of widgets that Qt has deleted: collecting their cycles crashes PySide.
        gc.freeze()
        # The frames of a failed test hold such halves too, and pytest drops them when the next one begins.
        FAILURES.append(getattr(sys, "last_value", None))
