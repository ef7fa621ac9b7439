from __future__ import annotations

import json
from pathlib import Path

import pytest

from audiosep_core.audio.suffixes import RECORDING_SUFFIXES
from audiosep_core.errors import AudioSepError
from audiosep_core.training.sources import read_source


def test_a_folder_of_folders_reads_names_as_labels(tmp_path: Path) -> None:
    for name in ("dog_bark/1.wav", "dog_bark/more/2.FLAC", "Door-Bell/a.mp3", ".trash/x.wav", "notes/readme.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    clips = read_source(tmp_path)
    assert {(c.file, c.label) for c in clips} == {
        ("dog_bark/1.wav", "dog bark"),
        ("dog_bark/more/2.FLAC", "dog bark"),
        ("Door-Bell/a.mp3", "door bell"),
    }
    assert len({c.split_group for c in clips}) == 3
    assert all(c.path.is_file() for c in clips)


def test_a_folder_gives_every_kind_of_recording_that_the_program_opens(tmp_path: Path) -> None:
    (tmp_path / "bell").mkdir()
    for ending in RECORDING_SUFFIXES:
        (tmp_path / "bell" / f"1{ending}").touch()
    (tmp_path / "bell" / "._1.wav").touch()
    (tmp_path / "bell" / "cover.jpg").touch()
    assert {clip.file for clip in read_source(tmp_path)} == {f"bell/1{ending}" for ending in RECORDING_SUFFIXES}


def test_a_list_of_captions_is_read_as_audiosep_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "datafiles.json"
    rows = [{"wav": "a/1.wav", "caption": "A dog  barks."}, {"wav": "/far/2.wav", "caption": "Rain."}]
    path.write_text(json.dumps({"data": rows}))
    one, two = read_source(path)
    assert (one.label, one.caption, one.path) == ("A dog barks.", "A dog barks.", tmp_path / "a/1.wav")
    assert two.path == Path("/far/2.wav")


@pytest.mark.parametrize("text", ["", "[]", '{"data": [{"wav": "x"}]}', '{"data": 3}', "\x00"])
def test_another_json_is_said_to_be_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.json").write_text(text)
    with pytest.raises(AudioSepError, match="not a list of sounds and captions"):
        read_source(tmp_path / "list.json")


def test_a_manifest_is_read_by_split_whether_named_itself_or_by_its_folder(tmp_path: Path) -> None:
    header = "file,label,caption,split_group,split,source_repo\n"
    rows = "1.wav,rain,It rains.,g1,train,x/y\n2.wav,rain,It pours.,g2,test,x/y\n3.wav,tone,A tone.,g3,train,made\n"
    (tmp_path / "manifest.csv").write_text(header + rows)
    clips = read_source(tmp_path)
    assert [(c.file, c.made) for c in clips] == [("1.wav", False), ("3.wav", True)]
    assert read_source(tmp_path / "manifest.csv") == clips
    assert [c.file for c in read_source(tmp_path, "test")] == ["2.wav"]


HEADER = "file,label,caption,split_group,split\n"


def test_lists_that_a_spreadsheet_wrote_are_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text(HEADER + "1.wav,rain,It rains.,g1,train\n", encoding="utf-8-sig")
    assert [c.file for c in read_source(tmp_path)] == ["1.wav"]
    (tmp_path / "list.json").write_text('{"data": [{"wav": "1.wav", "caption": "Rain."}]}', encoding="utf-8-sig")
    assert [c.label for c in read_source(tmp_path / "list.json")] == ["Rain."]


def test_a_row_without_a_caption_has_its_label_and_one_of_a_json_list_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text(HEADER + "1.wav,rain,,g1,train\n2.wav,dog bark, ,g2,train\n")
    assert [c.caption for c in read_source(tmp_path)] == ["rain", "dog bark"]
    rows = [{"wav": "1.wav", "caption": None}, {"wav": "2.wav", "caption": " "}, {"wav": "3.wav", "caption": "Rain."}]
    (tmp_path / "list.json").write_text(json.dumps({"data": rows}))
    assert [(c.file, c.label) for c in read_source(tmp_path / "list.json")] == [("3.wav", "Rain.")]


@pytest.mark.parametrize(
    ("row", "what"), [("2.wav,horn", "too short"), (",horn,,g,train", "no file"), ("2.wav, ,x,g,train", "no label")]
)
def test_a_row_that_cannot_be_used_is_told_by_its_number(tmp_path: Path, row: str, what: str) -> None:
    (tmp_path / "manifest.csv").write_text(f"{HEADER}1.wav,rain,,g1,train\n{row}\n")
    with pytest.raises(AudioSepError, match=f"Row 2 of 'manifest.csv' cannot be used: .*{what}"):
        read_source(tmp_path)
    # Also where what is missing is not at the end.
    (tmp_path / "manifest.csv").write_text("split,file,label,caption,split_group\ntrain,1.wav,bell\n")
    with pytest.raises(AudioSepError, match=r"Row 1 .*too short"):
        read_source(tmp_path)


@pytest.mark.parametrize("wav", [None, ""])
def test_a_caption_without_a_sound_is_told_by_its_number(tmp_path: Path, wav: str | None) -> None:
    (tmp_path / "list.json").write_text(json.dumps({"data": [{"wav": wav, "caption": "Rain."}]}))
    with pytest.raises(AudioSepError, match=r"Row 1 .*names no sound"):
        read_source(tmp_path / "list.json")


def test_what_is_none_of_these_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match="no sounds to learn from"):
        read_source(tmp_path)
    with pytest.raises(AudioSepError, match="could not be read"):
        read_source(tmp_path / "nowhere.csv")
    (tmp_path / "manifest.csv").write_text("a,b\n1,2\n")
    with pytest.raises(AudioSepError, match="lacks the column"):
        read_source(tmp_path)
