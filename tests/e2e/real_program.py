"""The program as a person starts it: a process of its own on a display and a sound server of its own.

Driven by the keyboard and the mouse of the display alone, watched through its windows, its files and its sound.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from numpy.typing import NDArray

from tests import sound_server

Sound = NDArray[np.float32]
REPOSITORY = Path(__file__).resolve().parents[2]
MISSING = [*sound_server.MISSING, *(tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None)]
SCREEN = (1400, 900)
RATE = 44_100
SEPARATION_S = 240.0
"""Loading torch and the model on a busy machine included."""

_ASOUNDRC = "pcm.!default pulse\nctl.!default pulse\n"


def wait(condition: Callable[[], Any], what: str, timeout_s: float = 60.0) -> Any:
    """Until something is there, which is then the result."""
    deadline = time.monotonic() + timeout_s
    while not (result := condition()):
        assert time.monotonic() < deadline, f"in vain: {what}"
        time.sleep(0.05)
    return result


@contextmanager
def display() -> Iterator[str]:
    """An X server of its own; yields its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{SCREEN[0]}x{SCREEN[1]}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


class Program:
    """The running program, and a hand on its keyboard and mouse.

    Args:
        env: Of a `studio`.
        home: Where its own folders are.
        recording: What it opens.
        inside: A program that runs it, and its arguments.
        command: How it is started.
    """

    def __init__(
        self,
        env: dict[str, str],
        home: Path,
        recording: Path,
        inside: Sequence[str] = (),
        command: Sequence[str] = (sys.executable, "-m", "desktop"),
    ) -> None:
        self.home = home
        self.recording = recording
        env = env | {"AUDIOSEP_HOME": str(home)}
        self._hand = os.environ | {"DISPLAY": env["DISPLAY"]}
        self.process = subprocess.Popen(
            [*inside, *command, str(recording)],
            env=env,
            cwd=REPOSITORY,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.window = wait(lambda: self.find_window("^(.* – )?AudioSep$"), "the window is there")
            self.focus(self.window)
        except BaseException:
            self.kill()
            raise

    # -- windows

    def _xdotool(self, *arguments: str | int) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, arguments)], env=self._hand, capture_output=True, text=True, timeout=60
        )
        return done.stdout.strip()

    def find_window(self, name: str) -> str:
        """Id of the window that is seen with such a title; "" none."""
        return self._xdotool("search", "--onlyvisible", "--name", name).partition("\n")[0]

    def focus(self, window: str) -> None:
        """What a window manager does with a window that is clicked; there is none here."""
        self._xdotool("windowfocus", "--sync", window)

    @property
    def title(self) -> str:
        """What the window's title bar says."""
        return self._xdotool("getwindowname", self.window)

    # -- hands

    def key(self, *keys: str) -> None:
        """Press keys, in X's names, one after the other."""
        self._xdotool("key", "--delay", 60, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", 30, text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, in pixels of the window."""

        def move(at: tuple[int, int]) -> tuple[str | int, ...]:
            return ("mousemove", "--window", self.window, *at, "sleep", "0.05")

        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._xdotool(*move(start), "mousedown", 1, *move(middle), *move(end), "mouseup", 1)

    def click(self, at: tuple[int, int]) -> None:
        """Click with the left button, in pixels of the window."""
        self._xdotool("mousemove", "--window", self.window, *at, "sleep", "0.05", "click", 1)

    # -- files

    @property
    def log(self) -> str:
        """What the program wrote into its log."""
        path = self.home / "log" / "audiosep.log"
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def settings(self) -> dict[str, Any]:
        """What it remembers."""
        return dict(json.loads((self.home / "config" / "settings.json").read_text("utf-8")))

    def caches(self) -> list[tuple[Path, dict[str, Any]]]:
        """Headers of the sounds that are there, in the order of their files: the recording's and the stems'."""
        found = []
        for path in sorted(self.home.glob("cache/session-*/recording-*/*.json"), key=lambda path: path.stat().st_ctime):
            try:
                found.append((path, json.loads(path.read_text("utf-8"))))
            except (OSError, ValueError):  # being replaced
                continue
        return found

    def _whole(self, prompt: str) -> tuple[Path, dict[str, Any]] | None:
        for path, header in self.caches():
            prompts = (header.get("request") or {}).get("prompts") or []
            if header["complete"] and prompts == ([prompt] if prompt else []):
                return path, header
        return None

    def pictured(self, prompt: str) -> bool:
        """Whether the window has begun to draw the stem: it knows that it is done, and the keyboard is there."""
        whole = self._whole(prompt)
        return whole is not None and whole[0].with_suffix(".peaks").exists()

    def sound(self, prompt: str = "") -> tuple[Sound, dict[str, Any]]:
        """The recording, or the stem that was asked for with these words, once it is whole: sound and header."""
        path, header = wait(lambda: self._whole(prompt), f"the sound of “{prompt}” is whole", SEPARATION_S)
        samples = np.fromfile(path.with_suffix(".f32"), np.float32).reshape(-1, header["channels"])
        return samples[: header["frames"]], header

    # -- processes

    def family(self) -> list[psutil.Process]:
        """The program and every process that it started."""
        if self.process.poll() is not None:
            return []
        program = psutil.Process(self.process.pid)
        return [program, *program.children(recursive=True)]

    def kill(self) -> None:
        """End it and its children, whatever they do."""
        for process in reversed(self.family()):
            try:
                process.send_signal(signal.SIGKILL)
            except psutil.NoSuchProcess:
                continue
        self.process.wait(10)


@contextmanager
def studio() -> Iterator[dict[str, str]]:
    """A display and a sound server; yields the environment of a program there."""
    with sound_server.sound_server(RATE) as sound, display() as screen:
        Path(sound["HOME"], ".asoundrc").write_text(_ASOUNDRC)
        env = {key: value for key, value in sound.items() if not key.startswith(("DBUS_", "WAYLAND_"))}
        env |= {
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "PULSE_SERVER": sound_server.pulse_socket(sound),
            "LC_ALL": "C.UTF-8",
        }
        yield env
