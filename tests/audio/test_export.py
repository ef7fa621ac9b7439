"""Export: exact, all or nothing, never over another file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio import wav_header
from audiosep_core.audio.broadcast import read_broadcast
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import Exported, How, Item, MixItem, PlacedStem, RestItem, StemItem, export
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.tags import Tags, read_tags
from audiosep_core.audio.write import AudioWriter
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
    how = How(**options)  # type: ignore[arg-type]
    return list(export(folder, items, how, on_progress=ignore, cancel=CancelToken()).paths)


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
        export(out, [StemItem(stem, "a"), StemItem(stem, "b")], How(conflict="replace"), on_progress=stop, cancel=token)
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
        result = export(tmp_path, items, How(subtype=subtype), on_progress=ignore, cancel=CancelToken())
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


def facts(folder: Path, *items: Item, **options: object) -> Exported:
    how = How(**options)  # type: ignore[arg-type]
    return export(folder, items, how, on_progress=ignore, cancel=CancelToken())


def test_a_mix_is_the_sum_with_gains_and_pan(tmp_path: Path) -> None:
    source, dog, cat = make_sound(9000, 2), make_sound(4000, 2, seed=1), make_sound(5000, 2, seed=2)
    placed = (
        PlacedStem(cached(tmp_path / "d.json", dog), 1000, gains=(0.5, 0.0)),
        PlacedStem(cached(tmp_path / "c.json", cat), 3500, gains=(-2.0,)),
    )
    cache = cached(tmp_path / "s.json", source)
    (path,) = run(tmp_path, MixItem(cache, 500, 8000, placed, "mix", (0.25, 1.0)))
    expected = source.astype(np.float64) * (0.25, 1.0)
    expected[1000:5000] += dog * np.array((0.5, 0.0))
    expected[3500:8500] -= 2.0 * cat
    np.testing.assert_array_equal(read_audio(path).samples, expected[500:8000].astype(np.float32))


def test_a_recording_and_a_silent_one(tmp_path: Path) -> None:
    source = cached(tmp_path / "s.json", make_sound(3000, 2))
    whole, silent = run(
        tmp_path, MixItem(source, 0, 3000, (), "a"), MixItem(source, 0, 3000, (), "b", gains=(0.0, 0.0))
    )
    np.testing.assert_array_equal(read_audio(whole).samples, make_sound(3000, 2))
    assert not read_audio(silent).samples.any()


def test_a_stretch_of_a_stem_is_as_long_as_asked(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    (path,) = run(tmp_path, StemItem(stem, "a", offset=5000, start=4500, end=7000))
    samples = read_audio(path).samples
    assert len(samples) == 2500
    np.testing.assert_array_equal(samples[500:1500], make_sound(1000, 1))
    assert not samples[:500].any()
    assert not samples[1500:].any()


@pytest.mark.parametrize(("container", "subtype"), [("wav", "PCM_16"), ("flac", "PCM_24"), ("mp3", "320")])
def test_too_loud_turns_all_down_by_the_same(tmp_path: Path, container: str, subtype: str) -> None:
    time = np.arange(44100) / 44100
    loud = np.repeat((2.0 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)[:, None], 2, axis=1)
    sounds = {"a": loud, "b": loud * 0.1}
    items = [StemItem(cached(tmp_path / f"{name}.json", sound), name) for name, sound in sounds.items()]
    clipped = facts(tmp_path, *items, container=container, subtype=subtype)
    assert clipped.clipped > 1000
    assert clipped.turned_down_db == 0
    kept = facts(tmp_path, *items, container=container, subtype=subtype, peaks="reduce")
    assert kept.clipped == 0
    assert kept.turned_down_db == pytest.approx(6.02 + (1.0 if container == "mp3" else 0.1), abs=0.02)
    first, second = (read_audio(path).samples[5000:30000] for path in kept.paths)
    np.testing.assert_allclose(second, 0.1 * first, atol=0.002)


def test_who_wants_to_be_warned_of_peaks_gets_no_file_yet(tmp_path: Path) -> None:
    loud = cached(tmp_path / "loud.json", np.array([[2.0], [0.5]], np.float32))
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(AudioWriteError) as refused:
        facts(out, StemItem(loud, "a"), subtype="PCM_24", peaks="warn")
    assert refused.value.code == "too-loud"
    assert "6.0 dB" in refused.value.message
    assert list(out.iterdir()) == []
    assert facts(out, StemItem(loud, "a"), peaks="warn").clipped == 0, "floats have room for it"
    quiet = cached(tmp_path / "quiet.json", np.array([[1.0], [-1.0]], np.float32))
    assert len(facts(out, StemItem(quiet, "b"), subtype="PCM_24", peaks="warn").paths) == 1


def test_floats_and_quiet_sounds_are_left_alone(tmp_path: Path) -> None:
    loud = cached(tmp_path / "l.json", make_sound(1000, 1) * 9)
    result = facts(tmp_path, StemItem(loud, "a"), peaks="reduce")
    assert (result.clipped, result.turned_down_db) == (0, 0.0)
    quiet = cached(tmp_path / "q.json", make_sound(1000, 1) * 0.1)
    assert facts(tmp_path, StemItem(quiet, "b"), subtype="PCM_16", peaks="reduce").turned_down_db == 0.0


@pytest.mark.parametrize("container", ["wav", "opus"])
def test_another_rate_keeps_the_length_in_seconds(tmp_path: Path, container: str) -> None:
    time = np.arange(30011) / 44100
    tone = (0.5 * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)[:, None]
    stem = cached(tmp_path / "s.json", tone)
    subtype = {"wav": "FLOAT", "opus": "OPUS"}[container]
    rate = {"wav": 96000, "opus": 0}[container]
    (path,) = facts(tmp_path, StemItem(stem, "a"), container=container, subtype=subtype, rate_hz=rate).paths
    audio = read_audio(path)
    assert audio.rate_hz == (96000 if container == "wav" else 48000)
    assert len(audio.samples) == round(30011 * audio.rate_hz / 44100)
    expected = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(len(audio.samples)) / audio.rate_hz)
    error = audio.samples[2000:-2000, 0] - expected[2000:-2000]
    assert np.abs(error).max() < (1e-4 if container == "wav" else 0.02)


def test_a_panned_stem_makes_two_channels_beyond_its_stretch_too(tmp_path: Path) -> None:
    source, stem = make_sound(150_000, 1), make_sound(20_000, 1)
    placed = (PlacedStem(cached(tmp_path / "stem.json", stem), 0, gains=(0.0, -1.0)),)
    cache = cached(tmp_path / "source.json", source)
    (path,) = facts(tmp_path, MixItem(cache, 0, 150_000, placed, "mix")).paths
    samples = read_audio(path).samples
    np.testing.assert_array_equal(samples[:, 0], source[:, 0])
    np.testing.assert_array_equal(samples[20_000:, 1], source[20_000:, 0])
    np.testing.assert_allclose(samples[:20_000, 1], (source[:20_000] - stem)[:, 0], atol=1e-6)


@pytest.mark.parametrize(
    ("channels_in", "choice", "channels"),
    [
        (1, "stereo", 2),
        (2, "mono", 1),
        (6, "stereo", 2),
        (6, "mono", 1),
        (4, "stereo", 2),
        (6, "same", 6),
        (3, "stereo", 2),
        (5, "stereo", 2),
        (7, "stereo", 2),
        (8, "stereo", 2),
        (11, "stereo", 2),
        (5, "mono", 1),
    ],
)
def test_channels(tmp_path: Path, channels_in: int, choice: str, channels: int) -> None:
    sound = np.full((500, channels_in), 0.25, np.float32)
    (path,) = facts(tmp_path, StemItem(cached(tmp_path / "s.json", sound), "a"), channels=choice).paths
    samples = read_audio(path).samples
    assert samples.shape == (500, channels)
    assert (samples == samples[:1, :1]).all()
    np.testing.assert_allclose(samples, 0.25, atol=1e-6)


@pytest.mark.parametrize("channels", [3, 5, 6, 7, 8])
def test_the_centre_is_on_both_sides_and_what_is_left_on_the_left(tmp_path: Path, channels: int) -> None:
    sound = np.zeros((500, channels), np.float32)
    sound[:250, 2], sound[250:, 0] = 0.5, 0.5
    (path,) = facts(tmp_path, StemItem(cached(tmp_path / "s.json", sound), "a"), channels="stereo").paths
    samples = read_audio(path).samples
    assert (samples[:250, 0] == samples[:250, 1]).all()
    assert (samples[:250] > 0.05).all()
    assert (samples[250:, 0] > 0.1).all()
    assert not samples[250:, 1].any()


def test_what_is_there_can_be_left_as_it_is(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    (tmp_path / "a.wav").write_text("mine")
    result = facts(tmp_path, StemItem(stem, "a"), StemItem(stem, "b"), conflict="skip")
    assert (tmp_path / "a.wav").read_text() == "mine"
    assert [path.name for path in result.paths] == ["b.wav"]
    assert [path.name for path in result.skipped] == ["a.wav"]
    assert not list(tmp_path.glob("*.part"))


def test_what_appears_meanwhile_is_left_too(tmp_path: Path) -> None:
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    items, how = [StemItem(stem, "a"), StemItem(stem, "b")], How(conflict="skip")
    appear = lambda: (tmp_path / "b.wav").write_text("mine")  # noqa: E731
    result = export(
        tmp_path, items, how, on_progress=ignore, cancel=CancelToken(), on_arrival=lambda: appear() and None
    )
    assert (tmp_path / "b.wav").read_text() == "mine"
    assert [path.name for path in result.paths] == ["a.wav"]
    assert [path.name for path in result.skipped] == ["b.wav"]
    assert not list(tmp_path.glob("*.part"))


def test_tags_of_the_recording_are_carried_over(tmp_path: Path) -> None:
    recording = tmp_path / "yard.flac"
    with AudioWriter(recording, 44100, 1, container="flac", subtype="PCM_16", tags=Tags({"title": "Yard"})) as writer:
        writer.write(make_sound(1000, 1))
    stem = cached(tmp_path / "s.json", make_sound(1000, 1))
    (path,) = facts(tmp_path, StemItem(stem, "dog", title="dog"), tags_from=recording).paths
    assert dict(read_tags(path).fields) == {"title": "Yard (dog)"}


@pytest.mark.parametrize("long", [False, True])
def test_a_time_stamp_says_where_a_file_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long: bool) -> None:
    if long:
        monkeypatch.setattr(wav_header, "_LARGEST_WAV", 1000)
    stem = cached(tmp_path / "s.json", make_sound(1001, 1))
    recording = tmp_path / "yard.flac"
    with AudioWriter(recording, 44100, 1, container="flac", subtype="PCM_16", tags=Tags({"artist": "Me"})) as writer:
        writer.write(make_sound(1000, 1))
    item = StemItem(stem, "a", offset=5000, title="dog")
    (path,) = facts(tmp_path, item, time_stamp=True, tags_from=recording).paths
    info = read_broadcast(path)
    assert info is not None
    assert (info.time_reference, info.description) == (5000, "dog")
    data = path.read_bytes()
    assert data[:4] == (b"RF64" if long else b"RIFF")
    assert data.index(b"bext") < data.index(b"data")
    np.testing.assert_array_equal(read_audio(path).samples, make_sound(1001, 1))
    assert read_tags(path).fields["artist"] == "Me"
    (doubled,) = facts(tmp_path, item, time_stamp=True, rate_hz=88200).paths
    half = read_broadcast(doubled)
    assert half is not None
    assert half.time_reference == 10000
