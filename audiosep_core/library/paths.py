"""Folders of this program for the current user. AUDIOSEP_HOME puts all of them below one folder;
AUDIOSEP_MODELS and AUDIOSEP_CACHE put these two anywhere, as the person chose in the preferences.

Each is made when it is asked for, with an OSError where the system refuses: the window lives on without some of them.
They are for this person alone, for they hold recordings, words and names; a folder that the person chose is theirs, and
only what the program makes inside of it is closed.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "audiosep-desktop"
DOWNLOADS = "downloads"
MODELS_VARIABLE = "AUDIOSEP_MODELS"
CACHE_VARIABLE = "AUDIOSEP_CACHE"


def private(folder: Path) -> Path:
    """A folder that nobody else on this computer can look into, whatever the umask says; made if it is missing.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        facts = folder.stat()
        if facts.st_uid == os.geteuid() and facts.st_mode & 0o077:  # of a version that did not care
            folder.chmod(0o700)
    return folder


def _below(name: str, default: str) -> Path:
    home = os.environ.get("AUDIOSEP_HOME")
    return private(Path(home) / name if home else Path(default))


def _chosen(variable: str) -> Path | None:
    """The folder that the environment names, if it can be had; or the usual one is used."""
    name = os.environ.get(variable)
    if not name:
        return None
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a disk that is not plugged in
        return None
    return folder


def usual_cache_folder() -> Path:
    """Where the cache lies unless somebody chose another folder."""
    return _below("cache", platformdirs.user_cache_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Decoded sources, stems in work, compiled models: may be deleted while the program is closed."""
    return _chosen(CACHE_VARIABLE) or usual_cache_folder()


def data_folder() -> Path:
    """What must survive: downloaded models, journals."""
    return _below("data", platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Settings."""
    return _below("config", platformdirs.user_config_dir(APP, appauthor=False))


def log_folder() -> Path:
    """Logs."""
    return _below("log", platformdirs.user_log_dir(APP, appauthor=False))


def usual_models_folder() -> Path:
    """Where models lie unless somebody chose another folder."""
    return data_folder() / "models"


def models_folder() -> Path:
    """Models that the person added."""
    folder = _chosen(MODELS_VARIABLE) or usual_models_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def downloads_folder() -> Path:
    """Files on their way into the models folder; on the same disk, so that they arrive by a rename."""
    folder = models_folder() / DOWNLOADS
    folder.mkdir(exist_ok=True)
    return folder
