"""A file that is on its way: what is there of it, and the hash of that. Survives the end of the process."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from audiosep_core.library.catalogue import HubFile

_BLOCK = 1 << 20


def complete_path(file: HubFile, folder: Path) -> Path:
    """Where a file lies once it is whole. Named by its hash: the part of another version is never gone on from."""
    return folder / f"{file.sha256[:16]}-{file.file}"


def partial_path(file: HubFile, folder: Path) -> Path:
    """Where it lies while it comes."""
    return folder / f"{file.sha256[:16]}-{file.file}.part"


def here(file: HubFile, folder: Path) -> int:
    """Bytes of a file that an earlier download left in `folder`."""
    for path in (complete_path(file, folder), partial_path(file, folder)):
        with contextlib.suppress(OSError):
            return path.stat().st_size
    return 0


def forget(file: HubFile, folder: Path) -> int:
    """Remove what an earlier download left; the bytes that are free now."""
    freed = 0
    for path in (complete_path(file, folder), partial_path(file, folder)):
        with contextlib.suppress(FileNotFoundError):
            size = path.stat().st_size
            path.unlink()
            freed += size
    return freed


def hash_file(path: Path, on_bytes: Callable[[int], None] = lambda _: None) -> str:
    """SHA-256 of a file, lower-case hex; `on_bytes` gets what was read so far and may raise to stop."""
    digest = hashlib.sha256()
    _feed(digest, path, on_bytes)
    return digest.hexdigest()


def _feed(digest: hashlib._Hash, path: Path, on_bytes: Callable[[int], None]) -> int:
    have = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            have += len(block)
            on_bytes(have)
    return have


class Part:
    """Bytes are appended; each is hashed once, those of an earlier process when the part is opened.

    Args:
        path: Its file; made when it is not there.
        on_bytes: Called while what is there is hashed.

    Raises:
        OSError: the file cannot be read or written.
    """

    def __init__(self, path: Path, on_bytes: Callable[[int], None] = lambda _: None) -> None:
        self.path = path
        self._digest = hashlib.sha256()
        # No buffer: what was written is there when the process is killed.
        self._file = path.open("ab", buffering=0)
        try:
            self.size = _feed(self._digest, path, on_bytes)
        except BaseException:
            self._file.close()
            raise

    def append(self, block: bytes) -> None:
        """Add what came."""
        view = memoryview(block)
        while view:
            written = self._file.write(view)
            self._digest.update(view[:written])
            self.size += written
            view = view[written:]

    def restart(self) -> None:
        """Throw away what is there."""
        self._file.truncate(0)
        self._digest = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """Of what is there, lower-case hex."""
        return self._digest.hexdigest()

    def close(self) -> None:
        """Leave it for the next time."""
        self._file.close()

    def __enter__(self) -> Part:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()
