"""Tiles show a tone where it is, as loud as it is, at every size of transform and every zoom."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.drawn import Drawn, open_drawn
from audiosep_core.audio.export import PlacedStem
from audiosep_core.audio.process import MediaProcess
from audiosep_core.audio.sound import ArraySound
from audiosep_core.audio.tiles import COLUMNS, FFT_SIZES, compute_tile, step_for, transform_frames, widest_step

RATE = 32000


def sine(hz: float, seconds: float = 4.0, level: float = 1.0, channels: int = 2) -> np.ndarray:
    wave = level * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


def decibels(value: np.ndarray) -> np.ndarray:
    return -120 + value.astype(float) / 255 * 120


@pytest.mark.parametrize("frames", FFT_SIZES)
@pytest.mark.parametrize("step", [16, 512])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_full_tone_is_0_db_at_its_bin(frames: int, step: int, channels: int) -> None:
    middle = frames // 8
    index = 2 if step == 16 else 0
    tile = compute_tile(ArraySound(sine(middle * RATE / frames, channels=channels), RATE), frames, step, index)
    assert tile.shape == (frames // 2 + 1, COLUMNS)
    inside = tile if index else tile[:, frames // 2 // step + 1 : (4 * RATE - frames) // step - 1]
    assert (inside.argmax(axis=0) == middle).all()
    assert decibels(inside.max(axis=0)) == pytest.approx(0.0, abs=0.5)
    assert decibels(inside[middle + 8 :].max()) < -80


@pytest.mark.parametrize("step", [64, 512, 4096, 16384])
def test_a_click_is_seen_in_its_column_and_hardly_beside(step: int) -> None:
    samples = np.zeros((COLUMNS * step, 1), np.float32)
    at = 100 * step + step // 2
    samples[at] = 1.0
    frames = 1024
    assert step <= widest_step(4096)
    loud = compute_tile(ArraySound(samples, RATE), frames, step, 0).max(axis=0)
    if step <= widest_step(frames):
        assert loud[100] > 0
    reach = frames // 2 // step + 1
    assert not loud[: 100 - reach].any()
    assert not loud[101 + reach :].any()


@pytest.mark.parametrize("step", [64, 1024])
def test_tiles_join(step: int) -> None:
    rng = np.random.default_rng(0)
    samples = rng.uniform(-1, 1, (COLUMNS * step * 2, 1)).astype(np.float32)
    second = compute_tile(ArraySound(samples, RATE), 512, step, 1)
    alone = compute_tile(ArraySound(samples[COLUMNS * step :], RATE), 512, step, 0)
    edge = 512 // step + 1  # where the second tile hears the end of the first
    np.testing.assert_array_equal(second[:, edge:], alone[:, edge:])
    assert (second[:, 0] != alone[:, 0]).any()


def test_before_and_after_the_sound_is_silence() -> None:
    sound = ArraySound(sine(1000, 0.5), RATE)
    assert not compute_tile(sound, 2048, 512, 5).any()
    assert compute_tile(sound, 2048, 512, 0)[:, 20].any()
    assert not compute_tile(sound, 2048, 512, -1)[:, :-3].any()


@pytest.mark.parametrize(("pixels", "step"), [(0.01, 16), (16, 16), (31.9, 16), (32, 32), (1000, 512)])
def test_a_column_is_never_wider_than_a_pixel(pixels: float, step: int) -> None:
    assert step_for(pixels) == step


def test_transforms_span_the_same_time_at_high_rates() -> None:
    assert transform_frames(2048, 48000) == 2048
    assert transform_frames(2048, 96000) == 4096
    assert transform_frames(2048, 192000) == 8192


@pytest.fixture
def caches(tmp_path: Path) -> tuple[Path, Path]:
    source, stem = tmp_path / "source.json", tmp_path / "stem.json"
    for path, samples in ((source, sine(1000) * 0.5 + sine(4000) * 0.25), (stem, sine(4000)[: 2 * RATE] * 0.25)):
        with SoundCache.create(path, RATE, 2, len(samples)) as cache:
            cache.write(0, samples)
            cache.mark_final(0, len(samples))
    return source, stem


def test_the_rest_is_the_recording_without_the_stem_where_it_lies(caches: tuple[Path, Path]) -> None:
    source, stem = caches
    with open_drawn(Drawn(None, source, stems=(PlacedStem(stem, RATE),))) as sound:
        tile = compute_tile(sound, 1024, 512, 0)
    tone = tile[4000 * 1024 // RATE]
    before, under, after = tone[10], tone[int(2 * RATE / 512)], tone[int(3.5 * RATE / 512)]
    assert before > 180
    assert after > 180
    assert under < before - 50 or under == 0 or decibels(under) < -60
    assert decibels(tile[1000 * 1024 // RATE, 20:200]).min() > -8


class Answers:
    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    def send(self, message: dict[str, Any]) -> None:
        self.messages.append(message)


def serve(request: dict[str, Any]) -> list[dict[str, Any]]:
    answers = Answers()
    process = MediaProcess(answers)
    process.take({"type": "tiles", "job": "t", **request})
    for thread in list(process._threads):
        thread.join()
    return answers.messages


def test_the_process_answers_with_files(caches: tuple[Path, Path], tmp_path: Path) -> None:
    source, stem = caches
    told = serve(
        {
            "sound": {"cache": str(stem), "source": str(source), "offset": RATE, "strength": 0.5},
            "frames": 1024,
            "step": 512,
            "indices": [0, 1],
            "folder": str(tmp_path),
        }
    )
    assert [message["type"] for message in told] == ["tile", "tile", "done"]
    for message in told[:2]:
        assert len(Path(message["path"]).read_bytes()) == 513 * COLUMNS


@pytest.mark.parametrize(
    "request_",
    [
        {"frames": 1024, "step": 0, "indices": [0]},
        {"frames": 4, "step": 16, "indices": [0]},
        {"frames": "x", "step": 16, "indices": [0]},
        {"frames": 1024, "step": 16, "indices": [0], "sound": None},
    ],
)
def test_nonsense_is_refused(caches: tuple[Path, Path], tmp_path: Path, request_: dict[str, Any]) -> None:
    told = serve({"sound": {"source": str(caches[0])}, "folder": str(tmp_path), **request_})
    assert [message["type"] for message in told] == ["error"]
    assert told[0]["code"] == "bad-request"
