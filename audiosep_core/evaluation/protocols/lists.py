"""Reading the lists of published sets: columns by name, hashes, and warnings where a list is not the published one."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.errors import AudioSepError


@dataclass(frozen=True)
class PublishedList:
    """A list as read.

    Attributes:
        rows: Column name to text; a repeated column name keeps its first column.
        sha256: Of the file's bytes.
        warnings: In what it differs from the published one.
    """

    rows: list[dict[str, str]]
    sha256: str
    warnings: tuple[str, ...]


def read_published(
    path: Path, columns: tuple[str, ...], sha256_start: str = "", rows_expected: int = 0
) -> PublishedList:
    """Read a list and compare it with the published one.

    Args:
        path: The CSV file.
        columns: The columns that are needed.
        sha256_start: First digits of the published file's SHA-256; "": not known.
        rows_expected: Its number of rows; 0: not known.

    Raises:
        AudioSepError: the list cannot be read, lacks a column, or has a short or no row.
    """
    try:
        data = path.read_bytes()
        table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except OSError as error:
        raise AudioSepError(
            "list-missing", f"The list '{path}' could not be read: {error.strerror}.", "Name it with --pairs."
        ) from None
    except (UnicodeDecodeError, csv.Error):
        raise AudioSepError("list-unknown", f"'{path.name}' is not a list in CSV and UTF-8.") from None
    header = table[0] if table else []
    if missing := [name for name in columns if name not in header]:
        raise AudioSepError("list-unknown", f"'{path.name}' lacks the columns {', '.join(missing)}.")
    # Clotho's header says `noise_wav1` twice: a dict by position would take the second.
    places = {name: header.index(name) for name in header}
    rows = []
    for number, cells in enumerate(table[1:], start=1):
        if len(cells) < len(header):
            raise AudioSepError("list-damaged", f"Row {number} of '{path.name}' cannot be used: it is too short.")
        rows.append({name: cells[place] for name, place in places.items()})
    if not rows:
        raise AudioSepError("list-damaged", f"'{path.name}' has no rows.")
    sha256 = hashlib.sha256(data).hexdigest()
    warnings = []
    if sha256_start and not sha256.startswith(sha256_start):
        warnings.append(
            f"{path.name} is not the published list (SHA-256 {sha256[:16]}…, published {sha256_start}…): "
            "the figures do not compare with published ones."
        )
    if rows_expected and len(rows) != rows_expected:
        warnings.append(f"{path.name} has {len(rows)} rows, the published list {rows_expected}.")
    return PublishedList(rows, sha256, tuple(warnings))


def find_folder(root: Path, *names: str) -> Path:
    """The first of `names` (paths below `root`) that is a folder.

    Raises:
        AudioSepError: none is.
    """
    for name in names:
        if (root / name).is_dir():
            return root / name
    tried = ", ".join(f"'{name}'" for name in names)
    raise AudioSepError(
        "folder-missing", f"'{root}' holds none of the folders {tried}.", "docs/evaluation.md shows the layout."
    )
