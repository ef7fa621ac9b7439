"""One real window with its real processes, driven like a person drives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from audiosep_core.library.resources import resource
from desktop.app import make_window
from desktop.document.commands import SetSolo
from desktop.document.state import Selection
from desktop.services.settings import SettingsStore
from docs.pictures.camera import Camera

SIZE = (1280, 800)
SEPARATION_S = 240.0


class Session:
    """One window; `take` is the camera."""

    def __init__(self, settings: SettingsStore, camera: Camera, folder: Path) -> None:
        self.camera, self.folder = camera, folder
        self.window = make_window(settings)
        self.window.resize(*SIZE)
        self.window.show()
        self.document = self.window.workspace.document

    # -- waiting

    def until(self, condition: Callable[[], bool], seconds: float = 90.0) -> None:
        """Let the window live until this holds."""
        deadline = QDeadlineTimer(int(seconds * 1000))
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError("the window did not get there")
            QTest.qWait(20)

    def rest(self, ms: int = 400) -> None:
        """Let drawing come to an end."""
        QTest.qWait(ms)

    # -- hands

    def find(self, name: str) -> Any:
        """The widget of that name."""
        found = self.window.findChild(QWidget, name)
        if found is None:
            raise LookupError(f"there is no “{name}”")
        return found

    def command(self, name: str) -> None:
        """What the menu does."""
        action = self.window.actions_by_id[name]
        if not action.isEnabled():
            raise LookupError(f"“{name}” cannot be used now")
        action.trigger()

    def click(self, name: str) -> None:
        """Press a button."""
        self.find(name).click()

    def frames(self, seconds: float) -> int:
        """Frames of the open recording."""
        source = self.document.state.source
        assert source is not None
        return round(seconds * source.rate_hz)

    def mark(self, start: float, end: float, band_hz: tuple[float, float] | None = None) -> None:
        """Mark seconds, in a band for a box."""
        self.document.set_selection(Selection(self.frames(start), self.frames(end), band_hz))

    def open(self, path: Path) -> None:
        """Open a recording, whatever is open, and wait for all of it."""
        self.window.open_paths([path])
        self.rest()
        discard = self.window.findChild(QWidget, "leaveDiscardButton")
        if discard is not None:
            discard.click()

        def there() -> bool:
            source = self.document.state.source
            return source is not None and source.path == path and source.complete

        self.until(there)
        self.rest(800)

    def example(self, name: str) -> Path:
        """One of the recordings that come with the program."""
        return resource("examples", name)

    def ask(self, *prompts: str, wait: bool = True) -> None:
        """Ask for sounds with Enter; by default until they and their pictures are there."""
        count = len(self.document.state.stems)
        self.window.prompt_panel.set_prompts(prompts)
        QTest.keyClick(self.window.prompt_panel.edit, Qt.Key.Key_Return)
        if wait:
            self.until(lambda: len(self.document.state.stems) >= count + len(prompts), SEPARATION_S)
            self.until(lambda: all(stem.state == "done" for stem in self.document.state.stems), SEPARATION_S)
            pictures = self.window.workspace.pictures
            new = [stem.id for stem in self.document.state.stems[count:]]
            self.until(lambda: all(pictures.picture(stem).spectrum is not None for stem in new))

    def hear_all(self) -> None:
        """A new stem is played alone: play all of them."""
        for stem in self.document.state.stems:
            self.document.undo_stack.push(SetSolo(self.document, stem.id, False))

    def choose(self, place: int) -> str:
        """Turn to a stem."""
        stem = self.document.state.stems[place].id
        self.window.tracks.focus_row(stem)
        self.window.tracks._choose(stem)
        return stem

    def long_recording(self) -> Path:
        """An example, over and over: long enough to be seen working."""
        samples, rate = soundfile.read(self.example("voice-in-the-rain.flac"), dtype="int16")
        path = self.folder / "an afternoon on the porch.wav"
        soundfile.write(path, np.tile(samples, (60, 1)), rate)
        return path

    # -- pictures

    def shoot(self, name: str, photo: bool = True) -> None:
        """The whole window."""
        self.rest()
        self.camera.take(self.window, name, photo)

    def shoot_dialog(self, kind: str, name: str, close: bool = True) -> None:
        """A dialog that is open."""
        self.rest()
        dialog = self.window.findChild(QDialog, kind)
        if dialog is None:
            raise LookupError(f"there is no “{kind}”")
        self.camera.take(dialog, name, photo=False)
        if close:
            dialog.close()
            self.rest(100)
