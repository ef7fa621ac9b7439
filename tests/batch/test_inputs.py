from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
import soundfile

from audiosep_core.audio.suffixes import RECORDING_SUFFIXES
from audiosep_core.batch.inputs import Item, find_items, shard
from audiosep_core.batch.stores import LocalStore, mark
from audiosep_core.errors import AudioSepError


def make_files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())


def find(output: Path, *inputs: object) -> list[Item]:
    return find_items([str(one) for one in inputs], LocalStore(output))


def places(items: list[Item]) -> list[str]:
    return [item.place for item in items]


def test_a_folder_gives_its_recordings_in_their_tree(tmp_path: Path) -> None:
    make_files(tmp_path / "in", "b.WAV", "x/y/a.m4a", "clip.mp4", "notes.txt", ".hidden.wav", "x/._a.m4a", ".git/c.wav")
    items = find(tmp_path / "out", tmp_path / "in")
    assert places(items) == ["b.WAV", "clip.mp4", "x/y/a.m4a"]
    assert [(item.folder, item.base) for item in items] == [("", "b"), ("", "clip"), ("x/y", "a")]
    assert items[2].source == str(tmp_path / "in" / "x" / "y" / "a.m4a")
    assert items[0].entry.size == len(b"b.WAV")


def test_what_the_libraries_write_by_name_is_taken_for_a_recording() -> None:
    """The formats that people have of what libsndfile and FFmpeg read."""
    spoken = {"WAV", "AIFF", "AU", "W64", "CAF", "FLAC", "OGG", "RF64", "VOC", "MP3"}
    assert spoken <= set(soundfile.available_formats())
    endings = {f".{'aif' if one == 'AIFF' else one.lower()}" for one in spoken}
    for name in ("mov", "matroska", "avi", "mpegts", "adts", "asf", "ogg", "webm", "flv", "3gp"):
        endings |= {f".{one}" for one in av.format.ContainerFormat(name, "w").extensions}
    assert endings - RECORDING_SUFFIXES <= {".mks", ".mk3d", ".adts"}  # subtitles, 3D, a name that nobody gives


def test_the_output_is_never_an_input(tmp_path: Path) -> None:
    make_files(tmp_path, "a.wav", "mine/a (dog).wav", "earlier/a (rain).wav", "own/b.wav")
    mark(LocalStore(tmp_path / "earlier"))
    assert places(find(tmp_path / "mine", tmp_path)) == ["a.wav", "own/b.wav"]
    # Asked for by name, the results of another batch are recordings like others.
    assert places(find(tmp_path / "mine", tmp_path / "earlier")) == ["a (rain).wav"]


@pytest.mark.parametrize(("source", "output"), [("in", "in"), ("in/*.wav", "in"), ("in", ".")])
def test_results_must_not_land_among_the_recordings(tmp_path: Path, source: str, output: str) -> None:
    make_files(tmp_path / "in", "a.wav", "in/b.wav")
    with pytest.raises(AudioSepError) as caught:
        find(tmp_path / output, tmp_path / source)
    assert caught.value.code == "output-in-input"


def test_patterns_are_the_shells(tmp_path: Path) -> None:
    make_files(tmp_path, "t/a1.wav", "t/a2.flac", "t/x/a3.wav", "t/x/y/a4.wav", "t/b.wav", "t/[1].wav")
    out = tmp_path / "out"
    assert places(find(out, tmp_path / "t/a?.wav")) == ["a1.wav"]
    assert places(find(out, tmp_path / "t/*.wav")) == ["[1].wav", "a1.wav", "b.wav"]
    assert places(find(out, tmp_path / "t/**/a*.wav")) == ["a1.wav", "x/a3.wav", "x/y/a4.wav"]
    assert places(find(out, tmp_path / "t/*/a[0-9].wav")) == ["x/a3.wav"]
    # What is there is meant itself.
    assert places(find(out, tmp_path / "t/[1].wav")) == ["[1].wav"]


def test_lists_bring_paths_and_words(tmp_path: Path) -> None:
    make_files(tmp_path, "l/a.wav", "l/x/b.wav", "far/c.wav")
    (tmp_path / "l" / "one.txt").write_text(f"# mine\na.wav\n\n./x/b.wav\n{tmp_path}/l/a.wav\n../far/c.wav\nnone.wav\n")
    items = find(tmp_path / "out", tmp_path / "l" / "one.txt")
    assert places(items) == ["a.wav", "far/c.wav", "none.wav", "x/b.wav"]
    assert items[1].source == str(tmp_path / "l" / ".." / "far" / "c.wav") or items[1].source.endswith("far/c.wav")
    assert (items[2].entry.size, items[2].entry.stamp) == (0, "")
    (tmp_path / "l" / "two.csv").write_text("\ufeffprompt,path\na dog,a.wav\nrain,a.wav\n,x/b.wav\n", encoding="utf-8")
    assert [(item.place, item.prompts) for item in find(tmp_path / "out", tmp_path / "l" / "two.csv")] == [
        ("a.wav", ("a dog", "rain")),
        ("x/b.wav", ()),
    ]


@pytest.mark.parametrize(("text", "name"), [(b"file\na.wav\n", "x.csv"), (b"\xff\xfe\x00", "x.txt")])
def test_lists_that_are_none_are_told(tmp_path: Path, text: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(text)
    with pytest.raises(AudioSepError) as caught:
        find(tmp_path / "out", tmp_path / name)
    assert caught.value.code == "list-damaged"


@pytest.mark.parametrize("given", ["nothing", "nothing/*.wav", "empty", "empty/*.wav"])
def test_inputs_without_a_recording_are_told(tmp_path: Path, given: str) -> None:
    make_files(tmp_path, "empty/readme.md")
    with pytest.raises(AudioSepError) as caught:
        find(tmp_path / "out", tmp_path / given)
    assert caught.value.code == "input-missing"


def test_several_folders_keep_their_names_and_nothing_comes_twice(tmp_path: Path) -> None:
    make_files(tmp_path, "one/a.wav", "two/a.wav")
    items = find(tmp_path / "out", tmp_path / "one", tmp_path / "two", tmp_path / "one" / "a.wav")
    assert places(items) == ["one/a.wav", "two/a.wav"]


def test_files_whose_results_would_have_one_name_are_told_apart(tmp_path: Path) -> None:
    make_files(tmp_path, "in/take.wav", "in/take.flac", "in/Take.MP3", "in/x/take.wav")
    items = find(tmp_path / "out", tmp_path / "in")
    assert sorted(item.base for item in items if not item.folder) == ["Take MP3", "take flac", "take wav"]
    assert [item.base for item in items if item.folder] == ["take"]
    make_files(tmp_path, "1/take.wav", "2/take.wav")
    items = find(tmp_path / "out", tmp_path / "1/take.wav", tmp_path / "2/take.wav")
    assert len({item.base for item in items}) == len({item.place for item in items}) == 2
    assert all(item.place == f"{item.base}.wav" for item in items)


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    make_files(tmp_path, "in/a.wav", "far/b.wav")
    try:
        os.symlink(tmp_path / "in", tmp_path / "in" / "again")
        os.symlink(tmp_path / "far", tmp_path / "in" / "far")
    except OSError:
        pytest.skip("no links here")
    assert places(find(tmp_path / "out", tmp_path / "in")) == ["a.wav", "far/b.wav"]


def test_what_cannot_be_looked_at_below_the_root_is_passed_over_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_files(tmp_path, "in/a.wav", "in/lost+found/b.wav", "in/x/c.wav")
    try:
        os.symlink("round.wav", tmp_path / "in" / "round.wav")
    except OSError:
        pytest.skip("no links here")
    listed = os.scandir
    closed = tmp_path / "in" / "lost+found"

    def refuse(folder: Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert places(find(tmp_path / "out", tmp_path / "in")) == ["a.wav", "x/c.wav"]
    assert str(closed) in caplog.text
    assert "round.wav" in caplog.text
    # The folder that was asked for is another matter.
    with pytest.raises(PermissionError):
        find(tmp_path / "out", closed)


def test_shards_are_a_partition_that_new_files_do_not_move(tmp_path: Path) -> None:
    make_files(tmp_path / "in", *(f"{number}.wav" for number in range(60)))
    items = find(tmp_path / "out", tmp_path / "in")
    parts = [places(shard(items, number, 4)) for number in (1, 2, 3, 4)]
    assert sorted(place for part in parts for place in part) == sorted(places(items))
    assert all(len(part) > 5 for part in parts)
    make_files(tmp_path / "in", "0a.wav", "new/z.wav")
    more = find(tmp_path / "out", tmp_path / "in")
    for number, part in enumerate(parts, start=1):
        assert set(part) <= set(places(shard(more, number, 4)))
