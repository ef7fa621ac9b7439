"""Export: exact, all or nothing, never over another file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import PlacedStem, RestItem, StemItem, export
from audiosep_core.audio.read import read_audio
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioWriteError, Cancelled

from .conftest import Sound, make_sound


def cached(path: Path, sound: Sound, rate_hz: int = 44100) -> Path:
    with SoundCache.create(path, rate_hz, sound.shape[1], len(sound)) as cache:
        cache.write(0, sound)
        cache.mark_final(0, len(sound))
    return path


def ignore(done: int, total: int) -> None:
    pass


def run(folder: Path, *items: StemItem | RestItem, **options: str) -> list[Path]:
    return list(export(folder, items, on_progress=ignore, cancel=CancelToken(), **options).paths)  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(
    span=st.tuples(st.integers(0, 150_000), st.integers(0, 150_000)).filter(lambda pair: pair[0] < pair[1]),
    stems=st.lists(st.tuples(st.integers(0, 140_000), st.integers(1, 100_000)), max_size=3),
)
def test_rest_and_stems_give_the_source(
    tmp_path_factory: pytest.TempPathFactory, span: tuple[int, int], stems: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("export")
    source = make_sound(150_000, 2)
    expected = source.astype(np.float64)
    placed = []
    for index, (offset, length) in enumerate(stems):
        stem = make_sound(min(length, 150_000 - offset), 2, seed=index + 1)
        expected[offset : offset + len(stem)] -= stem
        placed.append(PlacedStem(cached(folder / f"{index}.json", stem), offset))
    rest = RestItem(cached(folder / "source.json", source), span[0], span[1], tuple(placed), "rest")
    (path,) = run(folder, rest)
    np.testing.assert_array_equal(read_audio(path).samples, expected[slice(*span)].astype(np.float32))


def test_what_is_not_final_in_a_stem_stays_in_the_rest(tmp_path: Path) -> None:
    source = cached(tmp_path / "s.json", make_sound(1000, 1))
    with SoundCache.create(tmp_path / "a.json", 44100, 1, 1000) as stem:
        stem.write(0, make_sound(1000, 1))
        stem.mark_final(0, 500)
        (path,) = run(tmp_path, RestItem(source, 0, 1000, (PlacedStem(tmp_path / "a.json", 0),), "rest"))
    rest = read_audio(path).samples
    assert not rest[:500].any()
    np.testing.assert_array_equal(rest[500:], make_sound(1000, 1)[500:])


@pytest.mark.parametrize("container", ["wav", "flac"])
def test_rate_channels_and_names(tmp_path: Path, container: str) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 2), 48000)
    paths = run(tmp_path, StemItem(stem, "a/b"), StemItem(stem, "a/b"), container=container, subtype="PCM_24")
    assert [path.name for path in paths] == [f"a_b.{container}", f"a_b (2).{container}"]
    audio = read_audio(paths[1])
    assert (audio.rate_hz, audio.samples.shape) == (48000, (1000, 2))


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    (tmp_path / "dog.wav").write_bytes(b"mine")
    assert run(tmp_path, StemItem(stem, "dog"))[0].name == "dog (2).wav"
    assert (tmp_path / "dog.wav").read_bytes() == b"mine"
    assert run(tmp_path, StemItem(stem, "dog"), conflict="replace")[0].name == "dog.wav"
    assert len(read_audio(tmp_path / "dog.wav").samples) == 1000
    names = [path.name for path in run(tmp_path, StemItem(stem, "x"), StemItem(stem, "x"), conflict="replace")]
    assert names == ["x.wav", "x (2).wav"]


def test_two_exports_at_once_do_not_share_names(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    inner: list[Path] = []

    def meanwhile(done: int, total: int) -> None:
        if not inner:
            inner.append(tmp_path)
            inner.extend(run(tmp_path, StemItem(stem, "dog")))

    outer = export(tmp_path, [StemItem(stem, "dog")], on_progress=meanwhile, cancel=CancelToken()).paths
    assert {inner[1], *outer} == {tmp_path / "dog.wav", tmp_path / "dog (2).wav"}


def test_cancel_leaves_nothing_of_any_item(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(200_000, 1))
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.wav").write_bytes(b"old")
    token = CancelToken()

    def stop(done: int, total: int) -> None:
        assert total == 400_000
        if done > 200_000:
            token.set()

    with pytest.raises(Cancelled):
        export(out, [StemItem(stem, "a"), StemItem(stem, "b")], conflict="replace", on_progress=stop, cancel=token)
    assert [path.name for path in out.iterdir()] == ["a.wav"]
    assert (out / "a.wav").read_bytes() == b"old"


def test_errors_leave_nothing(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(AudioReadError):
        run(out, StemItem(stem, "a"), StemItem(tmp_path / "none.json", "b"))
    with pytest.raises(AudioReadError) as caught:
        run(out, RestItem(stem, 500, 500, (), "rest"))
    assert caught.value.code == "nothing-to-export"
    assert not list(out.iterdir())
    with pytest.raises(AudioWriteError) as refused:
        run(tmp_path / "gone", StemItem(stem, "a"))
    assert refused.value.code == "folder-missing"


def test_clipping_is_counted(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", np.array([[2.0], [0.5]], np.float32))
    for subtype, clipped in (("PCM_24", 1), ("FLOAT", 0)):
        items = [StemItem(stem, "a")]
        result = export(tmp_path, items, subtype=subtype, on_progress=ignore, cancel=CancelToken())
        assert result.clipped == clipped


def test_replacing_never_replaces_what_the_same_export_wrote(tmp_path: Path) -> None:
    stems = [cached(tmp_path / f"{length}.json", make_sound(length, 1)) for length in (10, 20, 30, 40)]
    out = tmp_path / "out"
    out.mkdir()
    for name in ("x.wav", "x (2).wav"):
        (out / name).write_bytes(b"old")
    items = [StemItem(stem, name) for stem, name in zip(stems, ("x", "x", "x (2)", "X"), strict=True)]
    paths = run(out, *items, conflict="replace")
    # macOS and Windows would take X.wav for x.wav: it is numbered everywhere, if its name is taken there.
    assert [path.name.casefold() for path in paths[:3]] == ["x.wav", "x (3).wav", "x (2).wav"]
    assert [len(read_audio(path).samples) for path in paths] == [10, 20, 30, 40]
    assert sorted(out.iterdir()) == sorted(paths)


@pytest.mark.parametrize("conflict", ["number", "replace"])
@pytest.mark.parametrize("refused", ["b.wav", "c.wav"])
def test_a_disk_that_refuses_one_file_gets_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, conflict: str, refused: str
) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.wav").write_bytes(b"old")
    move = {"link": os.link, "replace": os.replace}

    def refuse(how: str, part: Path, target: Path) -> None:
        if target.name == refused:
            raise OSError(errno.EIO, "no")
        move[how](part, target)

    monkeypatch.setattr(os, "link", lambda part, target: refuse("link", part, target))
    monkeypatch.setattr(os, "replace", lambda part, target: refuse("replace", part, target))
    with pytest.raises(AudioWriteError):
        run(out, *(StemItem(stem, name) for name in "abc"), conflict=conflict)
    assert [path.name for path in out.iterdir()] == ["a.wav"]
    assert (out / "a.wav").read_bytes() == b"old"


def test_arrival_is_announced_once_before_any_file_is_there(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    out = tmp_path / "out"
    out.mkdir()
    items = [StemItem(stem, "a"), StemItem(stem, "b")]
    seen: list[list[str]] = []

    def look() -> None:
        seen.append([path.name for path in out.iterdir() if path.suffix != ".part"])

    def refuse() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export(out, items, on_progress=ignore, cancel=CancelToken(), on_arrival=refuse)
    assert not list(out.iterdir())
    export(out, items, on_progress=ignore, cancel=CancelToken(), on_arrival=look)
    assert seen == [[]]
    assert len(list(out.iterdir())) == 2
