"""Columns for drawing at every zoom, in one file that only grows: what `peaks` and `spectrum` have in common.

The file is a header of 4096 bytes and then groups of one size. A group holds 4096 base columns, then 1024 columns that
each sum up 4 of them, then 256, and so on to 1: level by level. The writer appends full groups and writes the last,
unfinished one again at each `save`; at last it updates the number of columns in the header. So readers map the file
while it grows, nothing they have mapped is ever moved or cut, and neither side holds more than one group in memory.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.write import write_error
from audiosep_core.errors import AudioReadError
from audiosep_core.outside_json import read_json
from audiosep_core.types import MOST_CHANNELS, MOST_RATE_HZ

FAN = 4
TOP_LEVEL = 6
GROUP: int = FAN**TOP_LEVEL
FORMAT = 1

_HEADER_BYTES = 4096
# Two numbers of 64 bits at the header's end: columns and frames. Aligned, so they never read half-written.
_COUNTS_AT = _HEADER_BYTES - 16

_SIZES = tuple(GROUP // FAN**level for level in range(TOP_LEVEL + 1))
_OFFSETS = tuple(sum(_SIZES[:level]) for level in range(TOP_LEVEL + 1))
_ROWS: int = sum(_SIZES)

Columns = NDArray[Any]
Fold = Callable[[Columns], Columns]


class Pyramid:
    """Base columns of one shape and type, with levels that sum up 4, 16, ... 4096 of them.

    Args:
        shape: Shape of one column.
        dtype: Its type. A column of zeros means silence.
        fold: Turns (n, 4, *shape) into (n, *shape).
        meta: Small facts kept in the file's header.
    """

    def __init__(self, shape: tuple[int, ...], dtype: Any, fold: Fold, meta: dict[str, Any]) -> None:
        self.meta = meta
        self.columns = 0
        self.frames = 0
        self._shape = shape
        self._dtype: np.dtype[Any] = np.dtype(dtype)
        self._fold = fold
        self._settled = 0
        self._held: dict[int, Columns] = {}
        self._in_file = 0
        self._path: Path | None = None
        self._mapped: Columns | None = None

    def append(self, columns: Columns, frames: int) -> None:
        """Append (n, *shape) base columns for good. `frames` is how much sound has come in altogether."""
        self._put(columns, self._settled)
        self._settled += len(columns)
        self.columns = max(self.columns, self._settled)
        self.frames = frames

    def append_for_now(self, columns: Columns) -> None:
        """Put columns at the end which the next `append` overwrites: the end of the sound, if it ended here."""
        self._put(columns, self._settled)
        self.columns = self._settled + len(columns)

    def save(self, path: Path) -> None:
        """Write what is new to `path` (the first time: a new file).

        Raises:
            AudioWriteError: The disk refuses.
        """
        path = Path(path)
        try:
            if self._path != path:
                self._create(path)
            with path.open("r+b", buffering=0) as file:
                for index in range(self._in_file, self._groups):
                    file.seek(_HEADER_BYTES + index * self._group_bytes)
                    _write_all(file, self._group(index))
                file.seek(_COUNTS_AT)
                _write_all(file, np.array([self.columns, self.frames], np.int64))
        except OSError as error:
            raise write_error(path, error) from error
        self._in_file = self._settled // GROUP
        self._held = {index: group for index, group in self._held.items() if index >= self._in_file}

    @classmethod
    def read_meta(cls, path: Path, kind: str) -> dict[str, Any]:
        """Return the facts in a file's header.

        Raises:
            AudioReadError: "cache-missing", or "cache-damaged" when it is not a file of this kind.
        """
        try:
            with path.open("rb") as file:
                head = file.read(_COUNTS_AT)
            meta = read_json(head.rstrip(b"\0 "))
        except OSError as error:
            raise AudioReadError("cache-missing", f"The drawing data “{path.name}” is not there.", "") from error
        except ValueError as error:
            raise _damaged(path) from error
        if not isinstance(meta, dict) or meta.get("format") != FORMAT or meta.get("kind") != kind:
            raise _damaged(path)
        # A project brings these files along, from wherever it comes: what they say of the sound takes memory.
        for name, most in (("rate_hz", MOST_RATE_HZ), ("channels", MOST_CHANNELS)):
            if type(meta.get(name)) is not int or not 0 < meta[name] <= most:
                raise _damaged(path)
        return meta

    def open(self, path: Path) -> None:
        """Map the file of a pyramid that was built with the same arguments."""
        self._path = Path(path)
        self.refresh()

    def refresh(self) -> None:
        """Take in what the writer has saved since.

        Raises:
            AudioReadError: "cache-damaged" when the file is shorter than it says.
        """
        assert self._path is not None
        try:
            with self._path.open("rb") as file:
                file.seek(_COUNTS_AT)
                columns, frames = (int(count) for count in np.frombuffer(file.read(16), np.int64))
                size = file.seek(0, 2)
        except (OSError, ValueError) as error:
            raise _damaged(self._path) from error
        groups = -(-columns // GROUP)
        if columns < 0 or frames < 0 or size < _HEADER_BYTES + groups * self._group_bytes:
            raise _damaged(self._path)
        self.columns, self.frames = columns, frames

    def level_for(self, base_columns: float) -> int:
        """The coarsest level whose columns are not wider than `base_columns`."""
        level = 0
        while level < TOP_LEVEL and FAN ** (level + 1) <= base_columns:
            level += 1
        return level

    def slice(self, level: int, start: int, end: int) -> Columns:
        """Return columns `start` to `end` of a level: (end - start, *shape); outside of the sound they are zero."""
        size, offset = _SIZES[level], _OFFSETS[level]
        result = np.zeros((max(0, end - start), *self._shape), self._dtype)
        end = min(end, self._groups * size)
        position = max(0, start)
        while position < end:
            group, row = divmod(position, size)
            count = min(size - row, end - position)
            rows = self._group(group)[offset + row : offset + row + count]
            result[position - start : position - start + count] = rows
            position += count
        return result

    @property
    def _groups(self) -> int:
        return -(-self.columns // GROUP)

    @property
    def _group_bytes(self) -> int:
        return _ROWS * math.prod(self._shape) * self._dtype.itemsize

    def _group(self, index: int) -> Columns:
        if index in self._held:
            return self._held[index]
        if self._mapped is None or len(self._mapped) <= index:
            assert self._path is not None
            try:
                raw = np.asarray(np.memmap(self._path, np.uint8, "r", offset=_HEADER_BYTES))
            except (OSError, ValueError) as error:
                raise _damaged(self._path) from error
            count = len(raw) // self._group_bytes
            whole = raw[: count * self._group_bytes].view(self._dtype)
            self._mapped = whole.reshape(count, _ROWS, *self._shape)
        group: Columns = self._mapped[index]
        return group

    def _put(self, columns: Columns, at: int) -> None:
        done = 0
        while done < len(columns):
            index, row = divmod(at + done, GROUP)
            if index not in self._held:
                self._held[index] = np.zeros((_ROWS, *self._shape), self._dtype)
            group = self._held[index]
            count = min(GROUP - row, len(columns) - done)
            group[row : row + count] = columns[done : done + count]
            self._fold_rows(group, row, row + count)
            done += count

    def _fold_rows(self, group: Columns, start: int, end: int) -> None:
        for level in range(1, TOP_LEVEL + 1):
            start, end = start // FAN, -(-end // FAN)
            below = group[_OFFSETS[level - 1] + start * FAN : _OFFSETS[level - 1] + end * FAN]
            folded = self._fold(below.reshape(end - start, FAN, *self._shape))
            group[_OFFSETS[level] + start : _OFFSETS[level] + end] = folded

    def _create(self, path: Path) -> None:
        if self._in_file:
            raise ValueError("a pyramid stays in the file it was first saved to")
        text = json.dumps({"format": FORMAT, **self.meta}).encode()
        # A reader of an older file of this name keeps its own.
        path.unlink(missing_ok=True)
        path.write_bytes(text.ljust(_COUNTS_AT, b" ") + bytes(16))
        self._path = path


def pixel_bounds(start: float, end: float, columns: int, width: float, count: int) -> tuple[NDArray[np.int64], ...]:
    """First and one-past-last item under each of `columns` equal pixels of `start` to `end`.

    Items are `width` frames wide. A pixel takes every item that it touches, so nothing falls between two pixels.
    Items outside of 0 to `count` are left out: where first equals last the pixel is outside of the sound.
    """
    edges = np.linspace(start, end, columns + 1) / width
    first = np.floor(edges[:-1])
    last = np.maximum(np.ceil(edges[1:]), first + 1)
    return np.clip(first, 0, count).astype(np.int64), np.clip(last, 0, count).astype(np.int64)


def reduce_pixels(
    function: np.ufunc, items: Columns, first: NDArray[np.int64], last: NDArray[np.int64], base: int
) -> Columns:
    """Reduce (n, ...) `items`, the first of which is number `base`, over each pixel's range; empty ranges give 0."""
    if not len(first):
        return np.zeros((0, *items.shape[1:]), items.dtype)
    # reduceat takes pairs of bounds; one more item keeps the last bound inside.
    padded = np.concatenate([items, np.zeros((1, *items.shape[1:]), items.dtype)])
    bounds = np.stack([first, last], axis=1).reshape(-1) - base
    result = function.reduceat(padded, np.clip(bounds, 0, len(items)), axis=0)[::2]
    result[first >= last] = 0
    return result


def _write_all(file: Any, data: Columns) -> None:
    rest = np.ascontiguousarray(data).data.cast("B")
    while len(rest):
        rest = rest[file.write(rest) :]


def _damaged(path: Path) -> AudioReadError:
    return AudioReadError("cache-damaged", f"The drawing data “{path.name}” cannot be read.", "Open the sound again.")
