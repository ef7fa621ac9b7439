"""The program's own virtual environment: made once, updated when pyproject.toml changes, made anew when broken.

A note inside it says what it holds. The note says "unfinished" from before the first file is made until everything is
installed: an environment without the last word is one that was interrupted, and is removed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from installer.machine import Machine, SetupError

NOTE = "audiosep-setup.json"
GIGABYTE = 10**9


@dataclass(frozen=True)
class Note:
    """What an environment holds.

    Attributes:
        state: "complete" or "unfinished".
        root: The checkout it was made for.
        pyproject: SHA-256 of pyproject.toml when its libraries were installed.
        python: Its interpreter's "major.minor".
        extras: Which optional dependencies it holds.
    """

    state: str
    root: str
    pyproject: str
    python: str
    extras: tuple[str, ...]


@dataclass(frozen=True)
class VirtualEnvironment:
    """The environment of the checkout at `root`, in `folder`."""

    root: Path
    folder: Path
    windows: bool

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """A command that is installed in it."""
        return self.folder / "Scripts" / f"{name}.exe" if self.windows else self.folder / "bin" / name

    def note(self) -> Note | None:
        """What it says of itself; None where there is no environment, or one that others made."""
        try:
            content = json.loads((self.folder / NOTE).read_text(encoding="utf-8"))
            return Note(**{**content, "extras": tuple(content["extras"])})
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError):
            return Note("unfinished", "", "", "", ())

    def write_note(self, note: Note) -> None:
        """Replace the note in one step: it is the old one or the new one, whatever happens."""
        part = self.folder / f"{NOTE}.part"
        part.write_text(json.dumps(asdict(note), indent=1), encoding="utf-8")
        part.replace(self.folder / NOTE)


def is_ready(machine: Machine, environment: VirtualEnvironment, extras: frozenset[str]) -> bool:
    """Whether it holds what is wanted. Asks the interpreter itself, for a system's Python may have been replaced."""
    note = environment.note()
    return (
        note is not None
        and note.state == "complete"
        and note.root == str(environment.root)
        and note.pyproject == _fingerprint(environment.root)
        and extras <= set(note.extras)
        and _version(machine, environment) == note.python
    )


def prepare(machine: Machine, environment: VirtualEnvironment, extras: frozenset[str], *, fresh: bool = False) -> None:
    """Make it hold the program (as an editable installation) and the extras.

    Args:
        machine: The computer.
        environment: What to prepare.
        extras: Names of optional dependencies in pyproject.toml; those already installed stay.
        fresh: Remove what is there first.

    Raises:
        SetupError: It could not be done. A new environment is gone again, an old one is as it was.
    """
    with _only_one(environment.root):
        note = environment.note()
        broken = note is not None and (note.state != "complete" or _version(machine, environment) != note.python)
        if broken and not fresh:
            machine.say(
                f"The set-up in {environment.folder.name} was not finished, or its Python is gone. Making it anew."
            )
        if note is None and environment.folder.exists() and any(environment.folder.iterdir()):
            raise SetupError(
                f"There is a folder {environment.folder} that this set-up did not make. "
                "Move it away, or choose another place with AUDIOSEP_VENV, and run the same command again."
            )
        if (fresh or broken) and environment.folder.exists():
            _remove(environment.folder)
            note = None
        extras = extras | frozenset(note.extras if note is not None else ())
        unfinished = Note(
            "unfinished", str(environment.root), _fingerprint(environment.root), "", tuple(sorted(extras))
        )
        if note is None:
            _check_space(machine, environment.folder)
            environment.folder.mkdir(parents=True, exist_ok=True)
        environment.write_note(unfinished)
        try:
            if note is None:
                _make(machine, environment)
            _install(machine, environment, extras)
        except BaseException as failure:
            if note is None:
                _remove(environment.folder)  # also on Ctrl+C: half an environment is of no use to anyone
            elif isinstance(failure, SetupError):
                environment.write_note(note)  # pip itself said no, and leaves what was there as it found it
            raise
        version = _version(machine, environment)
        if version is None:
            raise SetupError(
                f"The Python in {environment.folder} does not start. Run the same command again to make it anew."
            )
        finished = Note("complete", str(environment.root), unfinished.pyproject, version, unfinished.extras)
        environment.write_note(finished)


def _make(machine: Machine, environment: VirtualEnvironment) -> None:
    machine.say(f"Making a virtual environment in {environment.folder} ...")
    if machine.run([machine.python, "-m", "venv", environment.folder]) != 0:
        raise SetupError(f"Python could not make a virtual environment in {environment.folder} (see above).")


def _install(machine: Machine, environment: VirtualEnvironment, extras: frozenset[str]) -> None:
    machine.say("Installing the program's libraries. The first time this fetches some gigabytes and takes minutes ...")
    what = f"{environment.root}[{','.join(sorted(extras))}]" if extras else str(environment.root)
    pip = [environment.python, "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    if machine.run([*pip, "--editable", what]) != 0:
        raise SetupError(
            "pip could not install the libraries (see above); nothing half-done is left. "
            "Check the network and the free space, and run the same command again."
        )


def _check_space(machine: Machine, folder: Path) -> None:
    # Linux wheels of torch bring NVIDIA's libraries along.
    needed = 8 if machine.system == "Linux" else 3
    free = machine.free_bytes(folder) / GIGABYTE
    if free < needed:
        raise SetupError(
            f"The libraries need about {needed} GB, and {free:.1f} GB are free at {folder.parent}. "
            "Make room, or choose another place with AUDIOSEP_VENV, and run the same command again."
        )


def _remove(folder: Path) -> None:
    # The note goes last: a removal that is interrupted leaves a folder that still says what it is.
    try:
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != NOTE:
                entry.unlink()
        (folder / NOTE).unlink(missing_ok=True)
        folder.rmdir()
    except OSError as error:
        raise SetupError(
            f"{folder} could not be removed: {error.strerror}. Remove it by hand and run the same command again."
        ) from error


def _fingerprint(root: Path) -> str:
    return hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest()


def _version(machine: Machine, environment: VirtualEnvironment) -> str | None:
    """The interpreter's "major.minor" if it starts and finds its own environment."""
    code = "import sys; print('%d.%d' % sys.version_info[:2], sys.prefix)"
    answer = machine.ask([environment.python, "-I", "-c", code])
    if answer is None:
        return None
    version, prefix = answer.strip().split(" ", 1)
    return version if Path(prefix).resolve() == environment.folder.resolve() else None


@contextmanager
def _only_one(root: Path) -> Iterator[None]:
    """Hold the checkout against a second set-up; the lock goes with the process, however it ends."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with _opened(root / "pyproject.toml") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # A disk that knows no locks says something else: there it goes without.
            if error.errno in (errno.EAGAIN, errno.EACCES):
                raise SetupError(
                    "Another set-up of this folder is running. Wait for it to end, then run the same command again."
                ) from None
        yield


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("r+b")  # NFS locks only what may be written to
    except OSError:
        return file.open("rb")
