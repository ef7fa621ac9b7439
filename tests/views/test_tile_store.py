"""Tiles are asked for by what is seen, a few at a time; old ones stay until newer ones come; what fails is left."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.tiles import COLUMNS
from desktop.actions import tile_store
from desktop.actions.pictures import TileKey
from desktop.actions.tile_store import AT_ONCE, SoundTiles, TileStore

FRAMES = 16
BINS = FRAMES // 2 + 1


class FakeMedia(QObject):
    """Takes requests; `serve` answers the last one."""

    tile = Signal(str, object, object)
    done = Signal(str, dict)
    failed = Signal(str, str, str, str)
    cancelled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, dict[str, Any], int, int, list[int], Path]] = []
        self.level = 0

    def tiles(self, job: str, sound: dict[str, Any], frames: int, step: int, indices: list[int], folder: Path) -> None:
        self.asked.append((job, sound, frames, step, indices, folder))

    def serve(self) -> list[int]:
        job, _, frames, _, indices, folder = self.asked[-1]
        self.level += 1
        for index in indices:
            path = folder / f"{job}-{index}"
            np.full((frames // 2 + 1, COLUMNS), self.level, np.uint8).tofile(path)
            self.tile.emit(job, index, path)
        self.done.emit(job, {})
        return indices


@pytest.fixture
def media(qapp: Any) -> FakeMedia:
    return FakeMedia()


@pytest.fixture
def store(media: FakeMedia, tmp_path: Path) -> TileStore:
    return TileStore(media, tmp_path)


@pytest.fixture
def sound(store: TileStore) -> SoundTiles:
    return store.sound({"source": Path("a")}, 44100)


def keys(*indices: int, step: int = 64) -> list[TileKey]:
    return [TileKey(FRAMES, step, index) for index in indices]


def test_what_is_seen_comes_in_its_order_and_leaves_no_files(
    store: TileStore, sound: SoundTiles, media: FakeMedia, tmp_path: Path
) -> None:
    wanted = keys(5, 4, 6, 3, 7, 2)
    sound.want("lane", wanted)
    assert media.serve() == [5, 4, 6, 3][:AT_ONCE]
    assert media.serve() == [7, 2]
    assert all(sound.get(key) is not None for key in wanted)
    assert list(tmp_path.iterdir()) == []
    asked = len(media.asked)
    sound.want("lane", wanted)
    assert len(media.asked) == asked


def test_only_what_is_seen_now_is_computed(store: TileStore, sound: SoundTiles, media: FakeMedia) -> None:
    sound.want("lane", keys(0))
    for at in range(10, 90, 10):  # a hand that scrolls
        sound.want("lane", keys(at))
    assert media.serve() == [0]
    assert media.serve() == [80]
    assert len(media.asked) == 2


def test_a_changed_sound_keeps_old_tiles_until_there_are_newer_ones(
    store: TileStore, sound: SoundTiles, media: FakeMedia
) -> None:
    sound.want("lane", keys(0, 1))
    media.serve()
    told: list[None] = []
    sound.arrived.connect(lambda: told.append(None))
    width = COLUMNS * 64
    sound.outdate(0, width - 100)
    before = sound.get(keys(0)[0])
    assert before is not None
    sound.want("lane", keys(0, 1))
    assert media.serve() == [0]
    after = sound.get(keys(0)[0])
    assert after is not None
    assert after[1] != before[1]
    assert after[0][0, 0] != before[0][0, 0]
    assert told


def test_what_changes_while_it_is_computed_is_computed_again(
    store: TileStore, sound: SoundTiles, media: FakeMedia
) -> None:
    sound.want("lane", keys(0))
    sound.outdate(10, 20)
    media.serve()
    assert media.serve() == [0]
    assert len(media.asked) == 2


def test_what_fails_is_not_asked_for_for_ever(store: TileStore, sound: SoundTiles, media: FakeMedia) -> None:
    sound.want("lane", keys(0))
    media.failed.emit(media.asked[-1][0], "cache-missing", "gone", "")
    sound.want("lane", keys(0))
    assert len(media.asked) == 1
    sound.outdate(0, 1)
    sound.want("lane", keys(0))
    assert len(media.asked) == 2


def test_another_recording_throws_away_what_is_on_its_way(
    store: TileStore, sound: SoundTiles, media: FakeMedia, tmp_path: Path
) -> None:
    sound.want("lane", keys(0))
    store.forget()
    media.serve()
    assert sound.get(keys(0)[0]) is None
    assert list(tmp_path.iterdir()) == []
    other = store.sound({"source": Path("b")}, 44100)
    other.want("lane", keys(3))
    assert media.serve() == [3]


def test_room_is_bounded_and_what_was_seen_last_stays(
    store: TileStore, sound: SoundTiles, media: FakeMedia, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tile_store, "ROOM_BYTES", 3 * BINS * COLUMNS)
    for index in range(6):
        sound.want("lane", keys(index))
        media.serve()
    held = [index for index in range(6) if sound.get(keys(index)[0]) is not None]
    assert held == [3, 4, 5]
