"""The folder of a project: whole or as it was before, sound to the bit, nothing read from outside of it."""

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio import project_folder
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.ingest import analyse
from audiosep_core.audio.project_folder import read_records, save_project
from audiosep_core.audio.project_restore import restore_stems, settle_stems
from audiosep_core.audio.project_source import facts_of, locate, relative_to
from audiosep_core.audio.wav_layout import read_float_wav
from audiosep_core.audio.write import AudioWriter
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioWriteError, Cancelled

RATE = 48_000
DOG, RAIN = "a" * 32, "b" * 32


def make_cache(path: Path, frames: int, channels: int = 2, final: int | None = None) -> np.ndarray:
    """A cache of noise, of which the first `final` frames are there."""
    sound = np.random.default_rng(frames).standard_normal((frames, channels)).astype(np.float32)
    sound[:3] = [[1e-42], [-0.0], [3e38]]  # what a detour over integers would lose
    with SoundCache.create(path, RATE, channels, frames, {"prompts": ["x"]}) as cache:
        there = frames if final is None else final
        cache.write(0, sound[:there])
        cache.mark_final(0, there)
    sound[there:] = 0
    return sound


@pytest.fixture
def session(tmp_path: Path) -> Path:
    folder = tmp_path / "session"
    folder.mkdir()
    return folder


def record_of(session: Path, *names: str, **more: Any) -> dict[str, Any]:
    stems = [{"id": name, "cache": str(session / f"{name}.json"), "drawn": False} for name in names]
    return {"id": "1" * 32, "source": {"path": str(session / "yard.wav")}, "stems": stems, **more}


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def restored(folder: Path, target: Path, record: dict[str, Any]) -> Any:
    stems = [{"id": e["id"], "sound": e["sound"], "cache": target / f"{e['id']}.json"} for e in record["stems"]]
    return restore_stems(folder, stems, CancelToken())


@pytest.mark.parametrize("channels", [1, 2, 6])
def test_sound_comes_back_to_the_bit(tmp_path: Path, session: Path, channels: int) -> None:
    dog = make_cache(session / f"{DOG}.json", 100_000, channels)
    rain = make_cache(session / f"{RAIN}.json", 70_000, channels, final=66_000)
    folder = tmp_path / "yard.asproj"
    saved = save_project(folder, record_of(session, DOG, RAIN))
    target = tmp_path / "next"
    target.mkdir()
    outcome = restored(folder, target, saved.record)
    assert (outcome.there, outcome.lost) == ((DOG, RAIN), ())
    with SoundCache.open(target / f"{DOG}.json") as cache:
        assert cache.complete
        assert np.array_equal(cache.read(0, 100_000).view(np.uint32), dog.view(np.uint32))
        assert np.array_equal(cache.read(50_000, 50_007), dog[50_000:50_007])
    assert not (target / f"{DOG}.f32").exists(), "it is read where it lies"
    with SoundCache.open(target / f"{RAIN}.json") as cache:
        assert cache.final == ((0, 66_000),)
        assert np.array_equal(cache.read(0, 70_000).view(np.uint32), rain.view(np.uint32))
    with SoundCache.reopen(target / f"{RAIN}.json", RATE, channels, 70_000, {"prompts": ["x"]}) as cache:
        assert cache.final == ((0, 66_000),), "the engine goes on with it"


def test_a_file_that_no_plain_wav_could_hold_is_read_by_its_64_bit_sizes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiosep_core.audio.wav_header._LARGEST_WAV", 1000)
    sound = np.random.default_rng(0).standard_normal((5000, 2)).astype(np.float32)
    path = tmp_path / "long.wav"
    with AudioWriter(path, RATE, 2) as writer:
        writer.write(sound)
    assert path.read_bytes()[:4] == b"RF64"
    wav = read_float_wav(path)
    assert (wav.rate_hz, wav.channels, wav.frames) == (RATE, 2, 5000)
    assert np.array_equal(np.frombuffer(path.read_bytes()[wav.offset :][: sound.nbytes], np.float32), sound.ravel())


def test_a_save_that_fails_leaves_the_project_as_it_was(
    tmp_path: Path, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_cache(session / f"{DOG}.json", 100_000)
    make_cache(session / f"{RAIN}.json", 100_000)
    folder = tmp_path / "yard.asproj"
    save_project(folder, record_of(session, DOG))
    before = files_of(folder)
    written = []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(project_folder.os, "fsync", full)
    with pytest.raises(AudioWriteError) as caught:
        save_project(folder, record_of(session, DOG, RAIN))
    assert caught.value.code == "disk-full"
    assert written
    after = files_of(folder)
    assert {name: after[name] for name in before} == before
    assert not [name for name in after if name.endswith(".part")]
    with pytest.raises(AudioWriteError):
        save_project(tmp_path / "new.asproj", record_of(session, DOG))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["session", "yard.asproj"], "no half folder"


def test_a_stopped_save_leaves_nothing(tmp_path: Path, session: Path) -> None:
    make_cache(session / f"{DOG}.json", 200_000)
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        save_project(
            tmp_path / "yard.asproj", record_of(session, DOG), on_progress=lambda *_: cancel.set(), cancel=cancel
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["session"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_read_only_folder_is_said(tmp_path: Path, session: Path) -> None:
    make_cache(session / f"{DOG}.json", 100)
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(AudioWriteError) as caught:
        save_project(tmp_path / "locked" / "yard.asproj", record_of(session, DOG))
    assert caught.value.code == "no-permission"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, session: Path) -> None:
    with pytest.raises(AudioWriteError) as caught:
        save_project(tmp_path / "no" / "yard.asproj", record_of(session))
    assert caught.value.code == "folder-missing"


@pytest.mark.parametrize("what", ["file", "folder", "project"])
def test_what_is_there_is_never_written_over(tmp_path: Path, session: Path, what: str) -> None:
    target = tmp_path / "yard.asproj"
    if what == "file":
        target.write_text("mine")
    elif what == "folder":
        target.mkdir()
        (target / "thesis.txt").write_text("mine")
    else:
        save_project(target, record_of(session, id="2" * 32))
    before = target.read_text() if target.is_file() else files_of(target)
    with pytest.raises(AudioWriteError) as caught:
        save_project(target, record_of(session))
    assert caught.value.code == "folder-taken"
    assert before == (target.read_text() if target.is_file() else files_of(target))


def test_three_backups_are_kept_and_their_sounds(tmp_path: Path, session: Path) -> None:
    make_cache(session / f"{DOG}.json", 1000)
    folder = tmp_path / "yard.asproj"
    (folder).mkdir()
    save_project(folder, record_of(session, DOG, name=0))
    (folder / "stems" / "mine.wav").write_text("a file of the person's")
    for name in range(1, 4):
        save_project(folder, record_of(session, name=name))
        assert (folder / "stems" / f"{DOG}.wav").exists(), "a backup needs it"
    assert [record["name"] for record in read_records(folder)] == [3, 2, 1, 0]
    save_project(folder, record_of(session, name=4), in_use=[f"{DOG}.wav"])
    assert (folder / "stems" / f"{DOG}.wav").exists(), "the window needs it"
    save_project(folder, record_of(session, name=5))
    assert not (folder / "stems" / f"{DOG}.wav").exists()
    assert (folder / "stems" / "mine.wav").exists()
    assert [record["name"] for record in read_records(folder)] == [5, 4, 3, 2]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[1]", b"{" * 100_000, b'{"a":' * 50_000, b'{"a": NaN}', b'{"a": ' + b"9" * 9000 + b"}"],
)
def test_a_damaged_record_gives_way_to_its_backup(tmp_path: Path, session: Path, content: bytes) -> None:
    folder = tmp_path / "yard.asproj"
    save_project(folder, record_of(session, name=1))
    save_project(folder, record_of(session, name=2))
    (folder / "project.json").write_bytes(content)
    assert [record["name"] for record in read_records(folder)] == [1]
    (folder / "backup" / "project-1.json").write_bytes(content)
    with pytest.raises(AudioReadError) as caught:
        read_records(folder)
    assert caught.value.code == "project-damaged"


def test_no_project_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioReadError) as caught:
        read_records(tmp_path)
    assert caught.value.code == "project-missing"


@pytest.mark.parametrize(
    "change",
    [
        {"file": "../../secret.wav"},
        {"file": "/etc/passwd"},
        {"file": "C:\\secret.wav"},
        {"file": f"{RAIN}.wav"},
        {"file": 7},
        {"file": "x\0y"},
        {"frames": 10**30},
        {"frames": 999},
        {"rate_hz": 1},
        {"channels": 10**9},
        {"final": [[0, 10**18]]},
        {"final": [[-5, 1000]]},
        {"final": [[0]]},
        {"final": None},
        {"request": "x"},
    ],
)
def test_a_hostile_sound_is_lost_and_the_others_are_not(tmp_path: Path, session: Path, change: dict[str, Any]) -> None:
    make_cache(session / f"{DOG}.json", 1000)
    make_cache(session / f"{'c' * 32}.json", 1000)
    folder = tmp_path / "yard.asproj"
    record = save_project(folder, record_of(session, DOG, "c" * 32)).record
    shutil.copy(folder / "stems" / f"{DOG}.wav", tmp_path / "secret.wav")
    record["stems"][0]["sound"] |= change
    outcome = restored(folder, session, record)
    assert (outcome.there, outcome.lost) == (("c" * 32,), (DOG,))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_links_out_of_the_project_are_not_followed(tmp_path: Path, session: Path, what: str) -> None:
    make_cache(session / f"{DOG}.json", 1000)
    folder = tmp_path / "yard.asproj"
    record = save_project(folder, record_of(session, DOG)).record
    if what == "file":
        wav = folder / "stems" / f"{DOG}.wav"
        wav.rename(tmp_path / "outside.wav")
        wav.symlink_to(tmp_path / "outside.wav")
    else:
        (folder / "stems").rename(tmp_path / "outside")
        (folder / "stems").symlink_to(tmp_path / "outside")
    assert restored(folder, session, record).lost == (DOG,)


@pytest.mark.parametrize("keep", [0, 11, 30, 60, 200])
def test_a_cut_sound_is_lost(tmp_path: Path, session: Path, keep: int) -> None:
    make_cache(session / f"{DOG}.json", 1000)
    folder = tmp_path / "yard.asproj"
    record = save_project(folder, record_of(session, DOG)).record
    wav = folder / "stems" / f"{DOG}.wav"
    wav.write_bytes(wav.read_bytes()[:keep])
    assert restored(folder, session, record).lost == (DOG,)


def test_pictures_are_kept_where_they_are_right(tmp_path: Path, session: Path) -> None:
    for name, frames in ((DOG, 1000), (RAIN, 1500)):
        with SoundCache.create(session / f"{name}.json", RATE, 2, frames) as cache:
            cache.mark_final(0, frames)
        analyse(session / f"{name}.json", CancelToken())
    record = record_of(session, DOG, RAIN)
    record["stems"][0]["drawn"] = True
    folder = tmp_path / "yard.asproj"
    saved = save_project(folder, record)
    target = tmp_path / "next"
    target.mkdir()
    assert restored(folder, target, saved.record).drawn == (DOG,)
    for suffix in (".peaks", ".spectrum"):
        assert (target / f"{DOG}{suffix}").read_bytes() == (session / f"{DOG}{suffix}").read_bytes()
    for suffix in (".peaks", ".spectrum"):
        shutil.copy(session / f"{RAIN}{suffix}", folder / "cache" / f"{DOG}{suffix}")
    assert restored(folder, target, saved.record).drawn == (), "they are another sound's"
    shutil.rmtree(folder / "cache")
    assert restored(folder, target, saved.record).drawn == (), "they can be made again"


def test_a_recording_is_found_by_place_name_size_and_hash(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "yard.asproj"
    folder.mkdir(parents=True)
    recording = tmp_path / "a" / "yard.wav"
    recording.write_bytes(os.urandom(5000))
    source = {"path": str(recording), "relative": relative_to(recording, folder), **(facts_of(recording) or {})}
    assert source["relative"] == "../yard.wav"
    found = locate(folder, source)
    assert found is not None
    assert (found.path, found.same) == (recording, True)
    beside = tmp_path / "a" / "sounds"
    beside.mkdir()
    moved = recording.rename(beside / "yard.wav")
    found = locate(folder, source)
    assert found is not None
    assert (found.path, found.same) == (moved, True)
    moved.write_bytes(os.urandom(5000))
    assert locate(folder, source) is None, "of the same name and size, and another recording"
    recording.write_bytes(os.urandom(10))
    found = locate(folder, source)
    assert found is not None
    assert (found.path, found.same) == (recording, False), "it was changed where it lies"


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
@pytest.mark.parametrize("path", ["/dev/zero", "//evil/share/x.wav", "\\\\evil\\share\\x.wav", "/etc", "", "a\0b"])
def test_a_hostile_place_is_no_recording(tmp_path: Path, path: str) -> None:
    assert locate(tmp_path, {"path": path, "relative": path}) is None


def test_the_record_says_where_the_recording_is(tmp_path: Path, session: Path) -> None:
    (session / "yard.wav").write_bytes(b"sound")
    folder = tmp_path / "yard.asproj"
    save_project(folder, record_of(session))
    source = json.loads((folder / "project.json").read_text())["source"]
    assert source["relative"] == "../session/yard.wav"
    assert source["bytes"] == 5
    assert json.loads((folder / "yard.asproj").read_text())["project"] == "project.json"


@pytest.mark.parametrize("what", ["header", "samples"])
def test_a_sound_that_is_gone_refuses_the_save_and_leaves_the_project(tmp_path: Path, session: Path, what: str) -> None:
    make_cache(session / f"{DOG}.json", 1000)
    record = record_of(session, DOG, RAIN)
    record["stems"][0] |= {"begun": True, "name": "the dog"}
    folder = tmp_path / "yard.asproj"
    saved = save_project(folder, record)
    assert [entry["sound"] is None for entry in saved.record["stems"]] == [False, True], "nothing was made of the rain"
    before = files_of(folder)
    (session / f"{DOG}.json").with_suffix(".json" if what == "header" else ".f32").unlink()
    for place in (folder, tmp_path / "new.asproj"):
        with pytest.raises(AudioReadError) as caught:
            save_project(place, record)
        assert caught.value.code == "cache-missing"
        assert "the dog" in caught.value.message
        assert caught.value.hint
    assert files_of(folder) == before
    assert not (tmp_path / "new.asproj").exists()


def test_stems_of_another_project_are_read_where_they_were_saved(tmp_path: Path, session: Path) -> None:
    made = make_cache(session / f"{RAIN}.json", 1000)
    lying = make_cache(session / f"{DOG}.json", 100_000)
    first, second = tmp_path / "first.asproj", tmp_path / "second.asproj"
    record = save_project(first, record_of(session, DOG)).record
    restored(first, session, record)
    caches = {name: session / f"{name}.json" for name in (DOG, RAIN)}
    saved = save_project(second, record_of(session, DOG, RAIN, id="2" * 32)).record
    with SoundCache.open(caches[DOG]) as reader:
        assert settle_stems(second, caches, saved["stems"]) == (f"{DOG}.wav",), "the rain lies in its own cache"
        shutil.rmtree(first)
        with SoundCache.open(caches[DOG]) as moved, SoundCache.open(caches[RAIN]) as own:
            assert moved.lies_in == second / "stems" / f"{DOG}.wav"
            assert np.array_equal(moved.read(0, 100_000).view(np.uint32), lying.view(np.uint32))
            assert np.array_equal(own.read(0, 1000).view(np.uint32), made.view(np.uint32))
        reader.refresh()
        if os.name != "nt":  # which keeps what is open
            assert np.array_equal(reader.read(5, 50).view(np.uint32), lying[5:50].view(np.uint32)), "it reads on"
    header = caches[DOG].read_bytes()
    assert settle_stems(second, caches, saved["stems"]) == (f"{DOG}.wav",)
    assert caches[DOG].read_bytes() == header, "nothing is done twice"
    shutil.rmtree(second)
    assert settle_stems(tmp_path / "third.asproj", caches, saved["stems"]) == ()
