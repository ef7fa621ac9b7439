"""Where the window keeps its own files. The folders are the library's, so that AUDIOSEP_HOME moves them all."""

from __future__ import annotations

from pathlib import Path

from audiosep_core.library.paths import cache_folder, config_folder, data_folder, log_folder

__all__ = ["cache_folder", "config_folder", "crash_file", "journals_folder", "log_file", "log_folder", "settings_file"]


def settings_file() -> Path:
    """The person's settings, JSON."""
    return config_folder() / "settings.json"


def log_file() -> Path:
    """The newest log; older ones lie beside it with a number."""
    return log_folder() / "audiosep.log"


def crash_file() -> Path:
    """What a native crash left behind; empty when there was none."""
    return log_folder() / "crash.log"


def journals_folder() -> Path:
    """What a crash could not take: a journal for each window with unsaved work."""
    return data_folder() / "recovery"
