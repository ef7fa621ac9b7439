"""A cache that is taken up again: what its header promises is there, however the last process ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from audiosep_core.audio import cache as cache_module
from audiosep_core.audio.cache import SoundCache

from .conftest import make_sound

REQUEST = {"prompts": ["dog"], "span": (0, 7), "strength": 0.5}


def test_what_was_final_stays_and_the_rest_goes_on(tmp_path: Path) -> None:
    path, sound = tmp_path / "a.json", make_sound(100, 2)
    with SoundCache.reopen(path, 48_000, 2, 100, REQUEST) as first:
        assert first.final == ()
        first.write(0, sound)
        first.mark_final(10, 40)
    with SoundCache.reopen(path, 48_000, 2, 100, REQUEST) as second:
        assert second.final == ((10, 40),)
        np.testing.assert_array_equal(second.read(10, 40), sound[10:40])
        second.mark_final(40, 100)
        second.mark_final(0, 10)
        assert second.complete
    with SoundCache.open(path) as reader:
        np.testing.assert_array_equal(reader.read(0, 100), sound)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.f32", "a.json"]


@pytest.mark.parametrize(
    "other",
    [
        (44_100, 2, 100, REQUEST),
        (48_000, 1, 100, REQUEST),
        (48_000, 2, 99, REQUEST),
        (48_000, 2, 100, {**REQUEST, "strength": 0.6}),
        (48_000, 2, 100, None),
    ],
)
def test_another_request_begins_anew(tmp_path: Path, other: tuple[int, int, int, dict[str, object] | None]) -> None:
    path = tmp_path / "a.json"
    with SoundCache.reopen(path, 48_000, 2, 100, REQUEST) as first:
        first.write(0, make_sound(100, 2))
        first.mark_final(0, 100)
    with SoundCache.reopen(path, *other) as second:
        assert second.final == ()
        assert not second.read(0, 100).any()


def lose_samples(path: Path) -> None:
    path.with_suffix(".f32").unlink()


def cut_samples(path: Path) -> None:
    os.truncate(path.with_suffix(".f32"), 100)


def cut_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def promise_too_much(path: Path) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), "final": [[0, 101]]}))


def was_not_stored(path: Path) -> None:
    header = json.loads(path.read_text())
    del header["durable"]
    path.write_text(json.dumps(header))


@pytest.mark.parametrize("spoil", [lose_samples, cut_samples, cut_header, promise_too_much, was_not_stored])
def test_what_cannot_be_trusted_begins_anew(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "a.json"
    with SoundCache.reopen(path, 48_000, 2, 100, REQUEST) as first:
        first.write(0, make_sound(100, 2))
        first.mark_final(0, 50)
    assert callable(spoil)
    spoil(path)
    with SoundCache.reopen(path, 48_000, 2, 100, REQUEST) as second:
        assert second.final == ()
        assert not second.read(0, 100).any()


def test_samples_are_stored_before_the_header_that_promises_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    replace = os.replace
    monkeypatch.setattr(cache_module, "_store", lambda _: told.append("samples"))
    monkeypatch.setattr(os, "replace", lambda *paths: (told.append("header"), replace(*paths)))
    with SoundCache.reopen(tmp_path / "a.json", 48_000, 1, 100) as cache:
        told.clear()
        cache.write(0, make_sound(100, 1))
        cache.mark_final(0, 10)
        cache.mark_final(2, 8)  # says nothing new
        cache.mark_final(10, 20)
    assert told == ["samples", "header", "samples", "header"]
    with SoundCache.create(tmp_path / "b.json", 48_000, 1, 100) as cache:
        told.clear()
        cache.mark_final(0, 10)
    assert told == ["header"]


def test_the_header_stays_small_however_many_chunks_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with SoundCache.create(path, 48_000, 1, 10_000) as cache:
        for step in range(500):
            cache.mark_final(5_000 + 10 * step, 5_010 + 10 * step)
            cache.mark_final(4_990 - 10 * step, 5_000 - 10 * step)
            assert path.stat().st_size < 200
        assert cache.complete


def test_after_any_kill_the_final_frames_are_those_that_were_written(tmp_path: Path) -> None:
    # Every frame n holds n + 1. A child goes on where the last one was killed, until one finds nothing left to do.
    path, frames, chunk = tmp_path / "a.json", 400_000, 4_000
    script = f"""
        import sys
        import numpy as np
        from pathlib import Path
        from audiosep_core.audio.cache import SoundCache
        with SoundCache.reopen(Path(sys.argv[1]), 48000, 1, {frames}, {{"n": 1}}) as cache:
            order = np.random.default_rng(0).permutation({frames // chunk})
            for start in (int(index) * {chunk} for index in order):
                if any(low <= start and start + {chunk} <= high for low, high in cache.final):
                    continue
                cache.write(start, (np.arange(start, start + {chunk}, dtype=np.float32) + 1)[:, None])
                cache.mark_final(start, start + {chunk})
                print(start, flush=True)
    """
    rng = np.random.default_rng(0)
    done = 0
    for _ in range(200):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(path)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            for _ in range(int(rng.integers(10, 30))):
                if not child.stdout.readline():
                    break
            child.kill()  # at no particular moment: it is writing meanwhile
            child.stdout.read()
        with SoundCache.open(path) as reader:
            seen = sum(end - start for start, end in reader.final)
            assert seen > done or seen == frames
            done = seen
            for start, end in reader.final:
                np.testing.assert_array_equal(reader.read(start, end)[:, 0], np.arange(start, end) + 1)
            if reader.complete:
                break
    assert done == frames
