"""What was installed: a small file beside each model, with the hashes that `verify` compares."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from audiosep_core.library.whole_file import write_whole
from audiosep_core.outside_json import read_json

FORMAT = 1
SUFFIX = ".json"


@dataclass(frozen=True)
class InstalledFile:
    """One file of a model: its name in the models folder, bytes, SHA-256."""

    file: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """What is known of an installed model.

    Attributes:
        name: The model's name.
        origin: Where it came from: "repo@revision: path", or the name of the file that was imported.
        origin_sha256: Hash of what it was made from.
        files: What it consists of.
    """

    name: str
    origin: str
    origin_sha256: str
    files: tuple[InstalledFile, ...]


def record_path(folder: Path, name: str) -> Path:
    """Where the record of a model lies."""
    return folder / (name + SUFFIX)


def read_record(folder: Path, name: str) -> Record | None:
    """The record of a model, None when there is none that makes sense."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        raw: dict[str, Any] = read_json(record_path(folder, name).read_bytes())
        if raw["format"] == FORMAT:
            files = tuple(InstalledFile(str(f["file"]), int(f["size"]), str(f["sha256"])) for f in raw["files"])
            return Record(name, str(raw["origin"]), str(raw["origin_sha256"]), files)
    return None


def write_record(folder: Path, record: Record) -> None:
    """Write the record, atomically.

    Raises:
        OSError: the folder cannot be written.
    """
    text = json.dumps({"format": FORMAT, **asdict(record)}, indent=2)
    write_whole(record_path(folder, record.name), text)
