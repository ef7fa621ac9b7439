"""What a process makes on its way and must not leave behind, and who removes it when the process was killed.

Each process that makes some has a folder `scratch/<id>` in the cache, locked until it ends: the system lets go of a
lock however its owner ends. Scratch folders lie in there; files under names of their own beside their places are noted
in its file `parts`. The next process that makes some removes what dead ones left.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import secrets
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from audiosep_core.library.paths import cache_folder, private

if TYPE_CHECKING:
    from filelock import FileLock

SCRATCH = "scratch"
_PARTS = "parts"
_ENDING = ".part"

_guard = threading.Lock()
_homes: dict[Path, tuple[Path, FileLock]] = {}


@contextlib.contextmanager
def scratch_folder(kind: str) -> Iterator[Path]:
    """A folder in the cache for as long as it is needed; `kind` begins its name.

    Raises:
        OSError: It cannot be made.
    """
    with tempfile.TemporaryDirectory(prefix=f"{kind}-", dir=_home(), ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def noted(part: Path) -> Path:
    """Note a file or folder, called `….part`, that is about to be made; the same path.

    Where the cache cannot be written, a killed process leaves it: no reason not to go on.
    """
    with contextlib.suppress(OSError):
        line = json.dumps(str(part.absolute())) + "\n"
        with _guard, (_locked_home() / _PARTS).open("a", encoding="ascii") as file:
            file.write(line)
    return part


def sweep(cache: Path | None = None) -> None:
    """Remove what dead processes left. What cannot be removed is no reason to stop.

    Args:
        cache: In which cache; None is the usual one.
    """
    for home in ((cache or cache_folder()) / SCRATCH).glob("*/"):
        with contextlib.suppress(OSError), held(_lock_of(home)) as free:
            if free:
                _remove(home)


@contextlib.contextmanager
def held(lock: Path) -> Iterator[bool]:
    """Hold a lock file for a moment, if nobody has it: whether it is held. It goes with that moment."""
    from filelock import FileLock, Timeout  # not on the way to the first window: 40 ms

    keeper = FileLock(lock, timeout=0, thread_local=False)
    try:
        keeper.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        with contextlib.suppress(OSError):  # Windows keeps what is open
            lock.unlink()
        keeper.release()


def _home() -> Path:
    with _guard:
        return _locked_home()


def _locked_home() -> Path:
    """This process's folder in the cache."""
    cache = cache_folder()
    known = _homes.get(cache)
    if known is not None and known[0].is_dir():
        return known[0]
    sweep(cache)
    home = cache / SCRATCH / f"{os.getpid()}-{secrets.token_hex(4)}"
    private(home.parent)
    from filelock import FileLock

    lock = FileLock(_lock_of(home), thread_local=False)
    lock.acquire()  # before the folder is there: who finds a folder without an owner removes it
    private(home)
    _homes[cache] = home, lock
    return home


def _lock_of(home: Path) -> Path:
    return home.with_name(f"{home.name}.lock")


def _remove(home: Path) -> None:
    for part in _parts(home):
        with contextlib.suppress(OSError):
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part)
            else:
                part.unlink()
    shutil.rmtree(home, ignore_errors=True)


def _parts(home: Path) -> list[Path]:
    try:
        lines = (home / _PARTS).read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return []
    found = []
    for line in lines:
        with contextlib.suppress(ValueError):  # half a line
            name = json.loads(line)
            if isinstance(name, str) and name.endswith(_ENDING):
                found.append(Path(name))
    return found


@atexit.register
def _leave() -> None:
    for home, lock in _homes.values():
        _remove(home)
        with contextlib.suppress(OSError):
            _lock_of(home).unlink()
        lock.release()
