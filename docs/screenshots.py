"""Takes the pictures in docs/images from the real window with the real starter: `python docs/screenshots.py`.

Runs off screen unless QT_QPA_PLATFORM says otherwise; uses a home of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = (1440, 900)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as home:
        os.environ["AUDIOSEP_HOME"] = home
        from desktop.app import make_application

        application = make_application(["screenshots"])
        for theme in ("dark", "light"):
            Session(theme, Path(home)).run()
        del application


class Session:
    """One window, taken through its states."""

    def __init__(self, theme: str, folder: Path) -> None:
        from desktop.app import make_window
        from desktop.services.settings import SettingsStore

        settings = SettingsStore()
        settings.update(theme=theme, prompts=(), recent_files=(), window_geometry="", welcomed=True, coached=True)
        self.theme, self.folder = theme, folder
        self.window = make_window(settings)
        self.window.resize(*SIZE)
        self.window.show()
        self.document = self.window.workspace.document

    def run(self) -> None:
        from audiosep_core.library.resources import resource
        from desktop.app import settle
        from desktop.document.state import Selection

        settle(self.window)
        self.until(lambda: self.window.findChild(object, "engineLabel").text().endswith("threads"), 90)
        self.shoot("empty")
        self.models()
        self.open(resource("examples", "piano-with-drums.flac"))
        rate = self.document.state.source.rate_hz
        self.document.set_selection(Selection(round(2.0 * rate), round(8.0 * rate)))
        self.ask("piano")
        self.ask("drum beat")
        self.document.set_selection(None)
        self.window.workspace.transport.seek(round(3.1 * rate))
        self.shoot("stems" if self.theme == "light" else "window")
        self.export()
        self.open(self.long_recording(), anyway=True)
        self.ask("a person talking", wait=False)
        self.until(lambda: any(stem.progress > 0.3 for stem in self.document.state.stems))
        self.shoot("working")
        os.kill(self.window.workspace.inference.child_pid, 9)
        self.until(lambda: self.document.state.stems[0].state == "failed")
        self.shoot("stopped")
        self.window.close()

    def open(self, path: Path, anyway: bool = False) -> None:
        self.window.open_paths([path])
        if anyway:  # the window asks before it lets stems go
            self.window.findChild(object, "noticeAction").click()

        def there() -> bool:
            source = self.document.state.source
            return source is not None and source.path == path and source.complete

        self.until(there)

    def ask(self, prompt: str, wait: bool = True) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        count = len(self.document.state.stems)
        self.window.prompt_panel.set_prompt(prompt)
        QTest.keyClick(self.window.prompt_panel.edit, Qt.Key.Key_Return)
        if wait:
            # The ears may be asked first: the stem comes a little later.
            self.until(lambda: any(stem.state == "done" for stem in self.document.state.stems[count:]), 120)
            stem = self.document.state.stems[count].id
            self.until(lambda: self.window.workspace.pictures.picture(stem).spectrum is not None)

    def export(self) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QDialog

        self.window.handlers.files.export()
        QTest.qWait(200)
        dialog = self.window.findChild(QDialog, "exportDialog")
        dialog.findChild(object, "exportFolderEdit").setText("Stems")
        dialog.grab().save(str(IMAGES / f"export-{self.theme}.png"))
        dialog.close()

    def models(self) -> None:
        """The models dialog, one of them asked for: its licence is shown."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QDialog

        self.window.handlers.tools.models()
        QTest.qWait(200)
        dialog = self.window.findChild(QDialog, "modelsDialog")
        dialog.resize(dialog.width(), 540)
        dialog.findChild(object, "modelGetButton-audiosep-base").click()
        QTest.qWait(200)
        dialog.grab().save(str(IMAGES / f"models-{self.theme}.png"))
        dialog.close()

    def long_recording(self) -> Path:
        """An example, over and over: long enough to be seen working."""
        import numpy as np
        import soundfile

        from audiosep_core.library.resources import resource

        samples, rate = soundfile.read(resource("examples", "voice-in-the-rain.flac"), dtype="int16")
        path = self.folder / "an afternoon on the porch.wav"
        soundfile.write(path, np.tile(samples, (60, 1)), rate)
        return path

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        from PySide6.QtCore import QDeadlineTimer
        from PySide6.QtTest import QTest

        deadline = QDeadlineTimer(int(seconds * 1000))
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError
            QTest.qWait(20)

    def shoot(self, name: str) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(400)
        self.window.grab().save(str(IMAGES / f"{name}-{self.theme}.png"))


if __name__ == "__main__":
    main()
