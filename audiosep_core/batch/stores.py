"""Where recordings come from and results go: a folder, or through fsspec a bucket (`remote`).

Names are relative to the store's root, with "/" between folders. Two operations are what sharing rests on:
`create`, which succeeds for one process only, and `write` and `arrive`, which show a whole file or none.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

logger = logging.getLogger(__name__)

# What a batch keeps beside its results; a folder that holds it is the output of a batch.
STATE_FOLDER = ".audiosep-batch"

_ABOUT = b"""What `audiosep batch` remembers of the results beside this folder: who is at which file, what came of each.
Without it, every file is done again.
"""

_URL = re.compile(r"[a-z][a-z0-9+.-]+://")


@dataclass(frozen=True)
class Entry:
    """A file of a store.

    Attributes:
        name: Relative to the store's root.
        size: Bytes.
        stamp: Changes whenever the content may have changed: what a disk says of a file, or an object's ETag. The same
            stamp is the same content; another stamp says nothing.
    """

    name: str
    size: int
    stamp: str


class Store(Protocol):
    """A tree of files. Every method raises OSError where the system refuses."""

    @property
    def root(self) -> str:
        """Path or URL of the root."""

    def locate(self, name: str) -> str:
        """Path or URL of a file, for people."""

    def walk(self) -> Iterator[Entry]:
        """All files below the root in order of their names, without hidden ones and without outputs of batches."""

    def entry(self, name: str) -> Entry | None:
        """A file, or None when it is not there."""

    def entries(self, folder: str) -> dict[str, Entry]:
        """Files of one folder by their last name; none when the folder is not there."""

    def read(self, name: str) -> bytes | None:
        """Content of a small file, or None when it is not there."""

    def read_many(self, names: Sequence[str]) -> dict[str, bytes]:
        """Content of those small files that are there."""

    def write(self, name: str, data: bytes) -> None:
        """Put a small file in place, whole, over whatever is there."""

    def create(self, name: str, data: bytes) -> bool:
        """Put a small file in place unless one is there: of many that try, one succeeds."""

    def renew(self, name: str, data: bytes) -> bool:
        """Give a file another stamp; False when it is gone. `data` is what it then holds, where it must be written."""

    def remove(self, name: str) -> None:
        """Remove a file; nothing happens when it is gone."""

    def fetched(self, name: str) -> AbstractContextManager[Path]:
        """A file as a local one, for reading."""

    def scratch(self, tag: str) -> AbstractContextManager[Path]:
        """A local folder for files that are to arrive here, gone at the end. What a dead process left under a tag with
        the same beginning (up to ".") goes too."""

    def arrive(self, path: Path, name: str, replace: bool) -> bool:
        """Move a finished local file here, whole; False when one is there that may not be replaced."""


def is_url(text: str) -> bool:
    """Whether it names a store by an URL ("s3://…")."""
    return bool(_URL.match(text))


def open_store(place: str) -> Store:
    """The store at a path or an URL; a folder need not be there yet.

    Raises:
        AudioSepError: "extra-missing", the library for such URLs is not installed.
    """
    if place.startswith("file://"):
        place = place.removeprefix("file://")
    if is_url(place):
        from audiosep_core.batch.remote import RemoteStore

        return RemoteStore(place)
    return LocalStore(Path(place))


def mark(output: Store) -> None:
    """Make a store the output of a batch; a place that cannot be written to is found out here.

    Raises:
        OSError: the system refuses.
    """
    name = f"{STATE_FOLDER}/README.txt"
    if output.entry(name) is None:
        output.write(name, _ABOUT)


class LocalStore:
    """A folder, on a disk of this machine or shared between several.

    `create` is O_EXCL: one step for the system, on NFS from version 3 on.
    """

    def __init__(self, root: Path) -> None:
        self.path = Path(os.path.abspath(root.expanduser()))

    @property
    def root(self) -> str:
        """The folder."""
        return str(self.path)

    def locate(self, name: str) -> str:
        """Its path."""
        return str(self.path / name)

    def walk(self) -> Iterator[Entry]:
        """Links to folders are followed, each folder once. What cannot be looked at below the root (lost+found, a link
        to itself) is passed over."""
        seen: set[tuple[int, int]] = set()
        stack = [self.path]
        found: list[Entry] = []
        while stack:
            folder = stack.pop()
            try:
                about = folder.stat()
                if (about.st_dev, about.st_ino) in seen:
                    continue
                seen.add((about.st_dev, about.st_ino))
                with os.scandir(folder) as entries:
                    listed = list(entries)
            except OSError as error:
                if folder == self.path:
                    raise
                _pass_over(str(folder), error)
                continue
            for one in listed:
                if one.name.startswith("."):
                    continue
                try:
                    if one.is_dir():
                        if not os.path.isdir(os.path.join(one.path, STATE_FOLDER)):
                            stack.append(Path(one.path))
                    elif one.is_file():
                        name = os.path.relpath(one.path, self.path).replace(os.sep, "/")
                        found.append(_entry(name, os.stat(one.path)))
                except OSError as error:
                    _pass_over(one.path, error)
        yield from sorted(found, key=lambda entry: entry.name)

    def entry(self, name: str) -> Entry | None:
        """What the disk says of it."""
        try:
            return _entry(name, os.stat(self.path / name))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def entries(self, folder: str) -> dict[str, Entry]:
        """Files that go while they are listed are left out."""
        found = {}
        with contextlib.suppress(FileNotFoundError), os.scandir(self.path / folder) as listed:
            for one in listed:
                with contextlib.suppress(FileNotFoundError):
                    found[one.name] = _entry(f"{folder}/{one.name}", os.stat(one.path))
        return found

    def read(self, name: str) -> bytes | None:
        """Its bytes."""
        try:
            return (self.path / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read_many(self, names: Sequence[str]) -> dict[str, bytes]:
        """One after the other."""
        return {name: data for name in names if (data := self.read(name)) is not None}

    def write(self, name: str, data: bytes) -> None:
        """Beside its place first."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{secrets.token_hex(8)}.part")
        try:
            part.write_bytes(data)
            os.replace(part, target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def create(self, name: str, data: bytes) -> bool:
        """By O_EXCL."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return False
        return True

    def renew(self, name: str, data: bytes) -> bool:
        """By its time; what it holds stays."""
        try:
            os.utime(self.path / name)
        except FileNotFoundError:
            return False
        return True

    def remove(self, name: str) -> None:
        """Unlink."""
        (self.path / name).unlink(missing_ok=True)

    @contextlib.contextmanager
    def fetched(self, name: str) -> Iterator[Path]:
        """The file itself."""
        yield self.path / name

    @contextlib.contextmanager
    def scratch(self, tag: str) -> Iterator[Path]:
        """On the same disk, so that files arrive by a rename."""
        parent = self.path / STATE_FOLDER / "scratch"
        for old in parent.glob(f"{tag.partition('.')[0]}.*"):
            shutil.rmtree(old, ignore_errors=True)
        folder = parent / tag
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def arrive(self, path: Path, name: str, replace: bool) -> bool:
        """A rename, or where nothing may be replaced a link, which the system refuses if the name is taken."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if replace:
            os.replace(path, target)
            return True
        try:
            os.link(path, target)
        except FileExistsError:
            return False
        except OSError:
            # No hard links on this file system: reserve the name, then replace our own empty file.
            try:
                target.open("xb").close()
            except FileExistsError:
                return False
            os.replace(path, target)
        return True


def _pass_over(path: str, error: OSError) -> None:
    logger.warning("'%s' was passed over: %s", path, error.strerror or error)


def _entry(name: str, about: os.stat_result) -> Entry:
    # As git does it: the time of change cannot be set back by whoever rewrites a file.
    return Entry(name, about.st_size, f"{about.st_size}-{about.st_mtime_ns}-{about.st_ctime_ns}-{about.st_ino}")
