"""What helps others to find a fault: versions and the machine. No names of people, files or folders, nothing heard."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Mapping

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

import audiosep_core
from desktop.services.settings import Settings

_PACKAGES = ("PySide6", "pyqtgraph", "numpy", "torch", "openvino", "soundfile", "sounddevice", "av", "soxr")
_TOLD = ("theme", "text_size", "language")


def versions() -> dict[str, str]:
    """Names of what the program is made of, and their versions; what is not installed is left out."""
    found = {"AudioSep Desktop": audiosep_core.__version__, "Python": platform.python_version(), "Qt": qVersion()}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def report(settings: Settings, engine: str, output: str, last_crash: str = "") -> str:
    """The report as text.

    Args:
        settings: Those that a person would tell anyone are in it.
        engine: What the separation runs on, as the status line says it.
        output: Why there is no sound, or "" where there is.
        last_crash: What the last run left when it crashed; only the names of functions are told.
    """
    lines: Mapping[str, str] = {
        **versions(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} processors",
        "Display": _display(),
        "Engine": engine,
        "Sound": output or "works",
        "Frozen": "yes" if getattr(sys, "frozen", False) else "no",
        **{name: str(getattr(settings, name)) or "as the system" for name in _TOLD},
    }
    text = "\n".join(f"{name}: {value}" for name, value in lines.items())
    places = _places(last_crash)
    return f"{text}\nLast crash in: {' < '.join(places)}\n" if places else f"{text}\n"


def _display() -> str:
    screens = [
        f"{screen.size().width()}×{screen.size().height()} at {round(100 * screen.devicePixelRatio())} %"
        for screen in QGuiApplication.screens()
    ]
    return f"{QGuiApplication.platformName()}, {'; '.join(screens)}"


def _places(crash: str) -> list[str]:
    """Functions named in faulthandler's words, the innermost first: `File "…", line 3 in name`."""
    return [line.rsplit(" in ", 1)[1].strip() for line in crash.splitlines() if line.strip().startswith("File ")][:12]
