"""The sound cache: what is written is read, and a reader sees final frames only."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.errors import AudioReadError, AudioWriteError

from .conftest import make_sound


@settings(max_examples=40, deadline=None)
@given(
    spans=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted), max_size=8),
    span=st.tuples(st.integers(-50, 250), st.integers(-50, 250)).map(sorted),
)
def test_readers_see_the_final_frames_and_silence(
    tmp_path_factory: pytest.TempPathFactory, spans: list[list[int]], span: list[int]
) -> None:
    path = tmp_path_factory.mktemp("cache") / "a.json"
    sound = make_sound(200, 2)
    seen = np.zeros(200, bool)
    with SoundCache.create(path, 44100, 2, 200) as writer, SoundCache.open(path) as reader:
        writer.write(0, sound)
        for start, end in spans:
            writer.mark_final(start, end)
            seen[start:end] = True
        assert not reader.final
        reader.refresh()
        expected = np.zeros((300, 2), np.float32)
        expected[50:250] = np.where(seen[:, None], sound, 0)
        np.testing.assert_array_equal(reader.read(span[0], span[1]), expected[span[0] + 50 : span[1] + 50])
        assert reader.complete == seen.all()
        gaps = zip(reader.final, reader.final[1:], strict=False)
        assert all(first[1] < second[0] for first, second in gaps)
        assert sum(end - start for start, end in reader.final) == seen.sum()


def test_header_is_the_documented_one(tmp_path: Path) -> None:
    with SoundCache.create(tmp_path / "a.json", 48000, 2, 10, {"kind": "source"}) as cache:
        cache.mark_final(2, 5)
    assert json.loads((tmp_path / "a.json").read_text()) == {
        "format": 1,
        "rate_hz": 48000,
        "channels": 2,
        "frames": 10,
        "request": {"kind": "source"},
        "final": [[2, 5]],
        "complete": False,
    }
    assert (tmp_path / "a.f32").stat().st_size == 10 * 2 * 4
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.f32", "a.json"]


def test_samples_are_raw_float32(tmp_path: Path) -> None:
    sound = make_sound(10, 2)
    with SoundCache.create(tmp_path / "a.json", 48000, 2, 12) as cache:
        cache.write(2, sound)
    raw = np.fromfile(tmp_path / "a.f32", "<f4").reshape(-1, 2)
    np.testing.assert_array_equal(raw[2:], sound)
    assert not raw[:2].any()


def test_resize_keeps_what_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    sound = make_sound(100, 1)
    with SoundCache.create(path, 44100, 1, 100) as cache, SoundCache.open(path) as reader:
        cache.write(0, sound)
        cache.mark_final(0, 100)
        reader.refresh()
        cache.resize(150)
        assert not cache.complete
        cache.resize(60)
        # The reader still believes in 100 frames: what is gone is silent, nothing breaks.
        np.testing.assert_array_equal(reader.read(0, 100)[:60], sound[:60])
        assert not reader.read(60, 100).any()
        reader.refresh()
        assert reader.complete
        assert reader.frames == 60
        cache.resize(100)
        reader.refresh()
        assert reader.final == ((0, 60),)


def test_another_process_reads_while_it_is_written(tmp_path: Path) -> None:
    # Every final frame n holds n + 1; the reader must never see a final frame that is not yet written.
    path = tmp_path / "a.json"
    script = """
        import sys
        import numpy as np
        from pathlib import Path
        from audiosep_core.audio.cache import SoundCache
        looks = 0
        with SoundCache.open(Path(sys.argv[1])) as cache:
            print("ready", flush=True)
            while not cache.complete:
                cache.refresh()
                got = cache.read(0, cache.frames)[:, 0]
                expected = np.zeros(cache.frames, np.float32)
                for start, end in cache.final:
                    expected[start:end] = np.arange(start, end) + 1
                assert np.array_equal(got, expected), cache.final
                looks += 1
        print(looks)
    """
    with SoundCache.create(path, 44100, 1, 20000) as writer:
        child = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        order = np.random.default_rng(0).permutation(200)
        for index in order:
            start = int(index) * 100
            writer.write(start, np.full((100, 1), -1, np.float32))
            writer.write(start, (np.arange(start, start + 100, dtype=np.float32) + 1)[:, None])
            writer.mark_final(start, start + 100)
        output, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    assert int(output) >= 1


def test_reading_does_not_hold_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with SoundCache.create(path, 44100, 2, 50_000_000) as cache:
        cache.mark_final(0, 50_000_000)
    tracemalloc.start()
    with SoundCache.open(path) as cache:
        for start in range(0, 50_000_000, 5_000_000):
            cache.read(start, start + 1000)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_delete_removes_both(tmp_path: Path) -> None:
    SoundCache.create(tmp_path / "a.json", 44100, 1, 10).delete()
    assert not list(tmp_path.iterdir())


def test_errors(tmp_path: Path) -> None:
    with pytest.raises(AudioReadError) as caught:
        SoundCache.open(tmp_path / "none.json")
    assert caught.value.code == "cache-missing"
    for text in ("", "[]", "{}", '{"format": 99}'):
        (tmp_path / "bad.json").write_text(text)
        (tmp_path / "bad.f32").touch()
        with pytest.raises(AudioReadError) as caught:
            SoundCache.open(tmp_path / "bad.json")
        assert caught.value.code == "cache-damaged"
    with pytest.raises(AudioWriteError) as refused:
        SoundCache.create(tmp_path / "none" / "a.json", 44100, 1, 10)
    assert refused.value.code == "folder-missing"


def test_misuse_is_refused(tmp_path: Path) -> None:
    with SoundCache.create(tmp_path / "a.json", 44100, 2, 10) as cache:
        with pytest.raises(ValueError, match="outside"):
            cache.write(5, make_sound(6, 2))
        with pytest.raises(ValueError, match="outside"):
            cache.mark_final(0, 11)
        with pytest.raises(ValueError, match="block"):
            cache.write(0, make_sound(5, 1))
    with SoundCache.open(tmp_path / "a.json") as reader, pytest.raises(ValueError, match="reading"):
        reader.write(0, make_sound(1, 2))


def test_a_reader_stays_with_the_file_it_opened_wherever_a_later_header_refers_to(tmp_path: Path) -> None:
    sound = np.arange(20, dtype=np.float32).reshape(10, 2)
    path = tmp_path / "stem.json"
    for name, offset in (("first", 44), ("second", 80)):
        (tmp_path / name).write_bytes(bytes(offset) + sound.tobytes())
    SoundCache.refer(path, 48_000, 2, 10, [(0, 10)], tmp_path / "first", 44)
    with SoundCache.open(path) as reader:
        SoundCache.refer(path, 48_000, 2, 10, [(0, 10)], tmp_path / "second", 80)
        reader.refresh()
        assert np.array_equal(reader.read(0, 10), sound)
        with SoundCache.open(path) as later:
            assert np.array_equal(later.read(0, 10), sound)
            assert (reader.lies_in.name, later.lies_in.name) == ("first", "second")
