"""Tiles of spectrograms: asked for by what is seen, computed in a child process, kept as long as there is room.

Every lane says what it shows now, and only that is computed, a few tiles at a time: what nobody looks at any more is
never waited for.
"""

from __future__ import annotations

import itertools
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.tiles import COLUMNS
from desktop.actions.pictures import TileKey
from desktop.inference.media_thread import MediaThread

logger = logging.getLogger(__name__)

AT_ONCE = 4
"""Tiles a job: few enough that another view does not wait for long."""

ROOM_BYTES = 96 << 20


@dataclass
class _Tile:
    levels: NDArray[np.uint8]
    version: int
    stale: bool = False


class SoundTiles(QObject):
    """The tiles of one sound, as far as they are there.

    Signals:
        arrived: There are more, or newer ones.
    """

    arrived = Signal()

    def __init__(self, store: TileStore, sound: dict[str, Any], rate_hz: int) -> None:
        super().__init__()
        self.sound = sound
        self.rate_hz = rate_hz
        self._store = store
        self._failed: set[TileKey] = set()

    def get(self, key: TileKey) -> tuple[NDArray[np.uint8], int] | None:
        """Levels (bins, COLUMNS) of a tile and their version, perhaps out of date; None while there are none."""
        return self._store.find(self, key)

    def want(self, lane: object, keys: Sequence[TileKey]) -> None:
        """What a lane shows now, the most important first; replaces what it wanted before."""
        self._store.want(lane, self, list(keys))

    def outdate(self, start: int, end: int) -> None:
        """Frames `start` to `end` of the sound changed: tiles of them stay until there are newer ones."""
        self._failed.clear()
        self._store.outdate(self, start, end)

    def fail(self, keys: Sequence[TileKey]) -> None:
        """These cannot be had: not asked for again until the sound changes."""
        self._failed.update(keys)

    def has_failed(self, key: TileKey) -> bool:
        """Whether it is of no use to ask for a tile."""
        return key in self._failed


class TileStore(QObject):
    """Asks a media process for tiles and keeps them."""

    def __init__(self, media: MediaThread, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where tiles pass through as files."""
        super().__init__(parent)
        self._media = media
        self._folder = folder
        self._serials = itertools.count(1)
        self._versions = itertools.count(1)
        self._tiles: OrderedDict[tuple[SoundTiles, TileKey], _Tile] = OrderedDict()
        self._bytes = 0
        self._wishes: dict[object, tuple[SoundTiles, list[TileKey]]] = {}
        self._running: tuple[str, SoundTiles, list[TileKey]] | None = None
        self._changed: list[tuple[int, int]] = []  # of the sound that is being computed, since it was asked for
        media.tile.connect(self._take)
        media.done.connect(self._end)
        media.failed.connect(self._fail)
        media.cancelled.connect(self._fail)

    def sound(self, sound: dict[str, Any], rate_hz: int) -> SoundTiles:
        """Tiles of a sound, described as in docs/architecture.md."""
        return SoundTiles(self, sound, rate_hz)

    def find(self, sound: SoundTiles, key: TileKey) -> tuple[NDArray[np.uint8], int] | None:
        """Levels and version of a tile that is there."""
        tile = self._tiles.get((sound, key))
        if tile is None:
            return None
        self._tiles.move_to_end((sound, key))
        return tile.levels, tile.version

    def want(self, lane: object, sound: SoundTiles, keys: list[TileKey]) -> None:
        """What a lane shows now; the lane that spoke last comes first."""
        self._wishes.pop(lane, None)
        if keys:
            self._wishes[lane] = sound, keys
        self._next()

    def outdate(self, sound: SoundTiles, start: int, end: int) -> None:
        """Have tiles that show these frames computed again the next time they are wanted."""
        if self._running is not None and self._running[1] is sound:
            self._changed.append((start, end))
        for (owner, key), tile in self._tiles.items():
            if owner is sound and _shows(key, start, end):
                tile.stale = True

    def forget(self) -> None:
        """Another recording is opened, or none."""
        self._wishes.clear()
        self._tiles.clear()
        self._bytes = 0
        if self._running is not None:  # it ends soon; what it brings is thrown away
            self._running = self._running[0], self._running[1], []

    def _next(self) -> None:
        if self._running is not None:
            return
        for lane in reversed(list(self._wishes)):
            sound, keys = self._wishes[lane]
            missing = [key for key in keys if self._is_missing(sound, key)]
            if not missing:
                del self._wishes[lane]
                continue
            first = missing[0]
            chosen = [key for key in missing if (key.frames, key.step) == (first.frames, first.step)][:AT_ONCE]
            job = f"tiles-{next(self._serials)}"
            self._running, self._changed = (job, sound, chosen), []
            indices = [key.index for key in chosen]
            self._media.tiles(job, sound.sound, first.frames, first.step, indices, self._folder)
            return

    def _is_missing(self, sound: SoundTiles, key: TileKey) -> bool:
        tile = self._tiles.get((sound, key))
        return (tile is None or tile.stale) and not sound.has_failed(key)

    def _take(self, job: str, index: int, path: Path) -> None:
        try:
            levels = np.fromfile(path, np.uint8)
            path.unlink(missing_ok=True)
        except OSError as error:
            logger.info("a tile went: %s", error)
            return
        if self._running is None or self._running[0] != job:
            return
        _, sound, keys = self._running
        key = next((key for key in keys if key.index == index), None)
        if key is None or levels.size != (key.frames // 2 + 1) * COLUMNS:
            return
        stale = any(_shows(key, start, end) for start, end in self._changed)
        before = self._tiles.pop((sound, key), None)
        self._bytes += levels.size - (before.levels.size if before else 0)
        self._tiles[sound, key] = _Tile(levels.reshape(-1, COLUMNS), next(self._versions), stale)
        while self._bytes > ROOM_BYTES and len(self._tiles) > 1:
            _, oldest = self._tiles.popitem(last=False)
            self._bytes -= oldest.levels.size
        sound.arrived.emit()

    def _end(self, job: str, *_: object) -> None:
        if self._running is not None and self._running[0] == job:
            self._running = None
            self._next()

    def _fail(self, job: str, _code: str = "", message: str = "", _hint: str = "") -> None:
        if self._running is not None and self._running[0] == job:
            logger.info("not drawn finely: %s", message or "stopped")
            sound, keys = self._running[1:]
            sound.fail(keys)
            self._end(job)


def _shows(key: TileKey, start: int, end: int) -> bool:
    width = COLUMNS * key.step
    return key.index * width - key.frames < end and (key.index + 1) * width + key.frames > start
