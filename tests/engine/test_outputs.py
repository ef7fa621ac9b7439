"""The files of one separation: each under a name of its own, all of them or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.formats import KINDS, Container, rate_in
from audiosep_core.audio.read import read_audio
from audiosep_core.engine.outputs import Outputs
from audiosep_core.errors import AudioWriteError

FRAMES = 1000


@pytest.fixture
def source(tmp_path: Path) -> Iterator[SoundCache]:
    with SoundCache.create(tmp_path / "source.json", 8000, 1, FRAMES) as cache:
        cache.write(0, np.full((FRAMES, 1), 0.75, np.float32))
        cache.mark_final(0, FRAMES)
        yield cache


def outputs(source: SoundCache, folder: Path, *queries: str) -> Outputs:
    return Outputs(Path("yard.wav"), queries, folder, source, rest=True)


def write(files: Outputs, *values: float) -> None:
    block = np.stack([np.full((FRAMES, 1), value, np.float32) for value in values])
    files.write(0, block)


def test_paths_are_those_of_the_files_that_arrived(source: SoundCache, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with outputs(source, out, "dog", "dog", "rain") as first:
        write(first, 0.125, 0.25, 0.0625)
        # A second run, which is done before the first.
        with outputs(source, out, "dog") as second:
            write(second, 0.5)
        assert second.paths == [out / "yard (dog).wav"]
        assert second.rest_path == out / "yard (rest).wav"
    assert [path.name for path in first.paths] == ["yard (dog) (2).wav", "yard (dog) (3).wav", "yard (rain).wav"]
    assert first.rest_path == out / "yard (rest) (2).wav"
    values = {
        path.name: float(read_audio(path).samples.max()) for path in (*first.paths, first.rest_path, *second.paths)
    }
    assert list(values.values()) == [0.125, 0.25, 0.0625, 0.3125, 0.5]
    assert len(list(out.iterdir())) == 6


@pytest.mark.parametrize("refused", ["dog", "rain", "rest"])
def test_when_one_cannot_arrive_none_does(
    source: SoundCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    out = tmp_path / "out"
    link, replace = os.link, os.replace

    def refuse(move, part: Path, target: Path) -> None:
        if refused in target.name:
            raise OSError(errno.ENOSPC, "full")
        move(part, target)

    monkeypatch.setattr(os, "link", lambda part, target: refuse(link, part, target))
    monkeypatch.setattr(os, "replace", lambda part, target: refuse(replace, part, target))
    with pytest.raises(AudioWriteError, match="disk is full"), outputs(source, out, "dog", "rain") as files:
        write(files, 0.5, 0.25)
    assert list(out.iterdir()) == []


def test_an_error_while_separating_leaves_none(source: SoundCache, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def interrupted() -> None:
        with outputs(source, out, "dog") as files:
            write(files, 0.5)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("container", ["mp3", "opus", "m4a", "ogg"])
def test_a_rate_that_the_format_does_not_know_becomes_one_that_it_knows(tmp_path: Path, container: Container) -> None:
    rate_hz, frames = 22_255, 3 * 22_255
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(frames) / rate_hz).astype(np.float32)[:, None]
    with SoundCache.create(tmp_path / "source.json", rate_hz, 1, frames) as cache:
        cache.write(0, tone)
        cache.mark_final(0, frames)
        kind = KINDS[container]
        stored = {"container": container, "subtype": kind.subtypes[0]}
        with Outputs(Path("yard.wav"), ["dog"], tmp_path / "out", cache, rest=True, **stored) as files:
            for start in range(0, frames, 10_000):
                files.write(start, 0.25 * tone[None, start : start + 10_000])
    assert files.rest_path is not None
    assert [path.name for path in (*files.paths, files.rest_path)] == [
        f"yard (dog){kind.suffix}", f"yard (rest){kind.suffix}"
    ]  # fmt: skip
    for path, level in zip((*files.paths, files.rest_path), (0.125, 0.375), strict=True):
        sound = read_audio(path)
        assert sound.rate_hz == rate_in(container, rate_hz)
        assert len(sound.samples) == pytest.approx(3 * sound.rate_hz, abs=0.05 * sound.rate_hz)
        middle = sound.samples[sound.rate_hz : 2 * sound.rate_hz, 0]
        spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
        assert spectrum.argmax() == 440
        assert np.abs(middle).max() == pytest.approx(level, abs=0.03)
