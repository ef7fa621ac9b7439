"""What the set-up asks of the computer, in one object, so that tests can hand in a computer of their own."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[object]
"""Words and paths; each is turned into text."""


class SetupError(Exception):
    """Set-up cannot go on. The text says what happened and the one thing to do next."""


@dataclass(frozen=True)
class Machine:
    """The computer.

    Attributes:
        system: "Linux", "Darwin" or "Windows".
        distribution: ID and ID_LIKE of /etc/os-release, lower-case words; empty elsewhere.
        python: The interpreter to make environments with, and `python_version` its (major, minor). Never one that lies
            in an environment itself: `setup --fresh` may be about to remove it.
        system_python: Whether that interpreter is the distribution's own.
        administrator: Whether this process may install packages without asking.
        environment: The environment variables.
        say: Shows a line to the person.
        run: Runs a command with its output visible; returns its exit status, 127 when there is no such command.
        ask: Runs a command quietly; returns its standard output, or None when it failed.
        become: Hands over to a command for good: (command, extra environment, folder or None) -> exit status.
        loads: Whether a shared library can be loaded.
        has_module: Whether this Python has a module.
        free_bytes: Free space where a path lies (or would lie).
    """

    system: str
    distribution: frozenset[str]
    python: Path
    python_version: tuple[int, int]
    system_python: bool
    administrator: bool
    environment: Mapping[str, str]
    say: Callable[[str], None]
    run: Callable[[Command], int]
    ask: Callable[[Command], str | None]
    become: Callable[[Command, Mapping[str, str], Path | None], int]
    loads: Callable[[str], bool]
    has_module: Callable[[str], bool]
    free_bytes: Callable[[Path], int]

    @property
    def is_debian(self) -> bool:
        """Debian, Ubuntu and what is made of them: packages have Debian's names, apt-get installs them."""
        return bool(self.distribution & {"debian", "ubuntu"})


def this_machine() -> Machine:
    """The computer that this runs on."""
    return Machine(
        system=platform.system(),
        distribution=_distribution(),
        python=Path(getattr(sys, "_base_executable", None) or sys.executable),
        python_version=sys.version_info[:2],
        system_python=sys.base_prefix == "/usr",
        administrator=hasattr(os, "geteuid") and os.geteuid() == 0,
        environment=os.environ,
        say=_say,
        run=_run,
        ask=_ask,
        become=_become,
        loads=_loads,
        has_module=_has_module,
        free_bytes=_free_bytes,
    )


def _distribution() -> frozenset[str]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return frozenset()
    return frozenset(f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".lower().split())


def _say(line: str) -> None:
    # To stderr: `separate --json` has stdout for itself.
    print(line, file=sys.stderr, flush=True)


def _run(command: Command) -> int:
    try:
        return subprocess.run([str(part) for part in command], stdout=sys.stderr, check=False).returncode
    except OSError:
        return 127


def _ask(command: Command) -> str | None:
    try:
        done = subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _become(command: Command, extra: Mapping[str, str], folder: Path | None) -> int:
    parts = [str(part) for part in command]
    environment = {**os.environ, **extra}
    if os.name == "nt":  # exec on Windows returns to the shell at once
        return subprocess.run(parts, env=environment, cwd=folder, check=False).returncode
    if folder is not None:
        os.chdir(folder)
    os.execve(parts[0], parts, environment)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_module(name: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def _free_bytes(path: Path) -> int:
    existing = next(folder for folder in (path, *path.parents) if folder.exists())
    return shutil.disk_usage(existing).free
