"""The folder of one run's caches. It goes when the program ends; what a crash left is swept at the next start."""

from __future__ import annotations

import logging
import os
import shutil
import uuid
from pathlib import Path

import psutil

logger = logging.getLogger(__name__)

_PREFIX = "session"


def make_session_folder(cache: Path) -> Path:
    """A new folder below `cache` for this process."""
    sweep(cache)
    folder = cache / f"{_PREFIX}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    return folder


def sweep(cache: Path) -> None:
    """Remove the folders of runs that are over. One that cannot be removed is no reason not to start."""
    for folder in cache.glob(f"{_PREFIX}-*-*"):
        process = folder.name.split("-")[1]
        if process.isdigit() and not psutil.pid_exists(int(process)):
            remove(folder)


def remove(folder: Path) -> None:
    """Remove a session's folder as far as the system lets us."""
    try:
        shutil.rmtree(folder)
    except OSError as error:
        logger.info("left behind: %s", error)
