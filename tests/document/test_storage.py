"""Records: what is kept comes back, what is hostile is refused with a sentence, and nothing else happens."""

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.errors import AudioReadError
from desktop.document.commands import RenameStem
from desktop.document.document import Document
from desktop.document.migrations import SCHEMA_VERSION, migrated
from desktop.document.region_commands import RenameRegion
from desktop.document.state import Project, Recipe, Region, Selection, Source, StemTrack, Track
from desktop.document.storage import from_record, new_project_id, project_folder_of, to_record

GOLDEN = Path(__file__).with_name("golden")
PROJECT_ID = "0" * 31 + "1"
DOG, RAIN = "a" * 32, "b" * 32


def full_project() -> Project:
    """Something of everything, and nothing as it is by default."""
    return Project(
        source=Source(Path("/home/x/yard.wav"), Path("/cache/source.json"), 44_100, 2, 1000, True),
        source_track=Track(-1.5, True, False, -0.5),
        rest_track=Track(3.0, False, True, 0.5),
        stems=(
            StemTrack(
                DOG,
                "the dog",
                "dog barking",
                Path("/cache/dog.json"),
                0,
                1000,
                "starter",
                gain_db=-6.0,
                muted=True,
                soloed=True,
                state="done",
                progress=1.0,
                color="#3f9fd8",
                recipe=Recipe(("dog barking", "rain"), ("music",), None),
                strength=-0.5,
                pan=0.25,
                amount=0.75,
                in_sum=False,
                match=0.5,
            ),
            StemTrack(
                RAIN,
                "rain",
                "like 1.0–2.0 s",
                Path("/cache/rain.json"),
                100,
                200,
                "base",
                state="cancelled",
                progress=0.4,
                recipe=Recipe(("like 1.0–2.0 s",), (), (44, 88)),
                parent=DOG,
                band_hz=(200.0, 4000.0),
            ),
        ),
        selection=Selection(10, 20, (100.0, 200.0)),
        regions=(Region("r1", 5, 50, "first"), Region("r2", 60, 70, "", (50.0, 60.0))),
        loop=(7, 77),
        export_folder=Path("/home/x/out"),
        listening="source",
    )


def record() -> dict[str, Any]:
    made = json.loads(json.dumps(to_record(full_project(), PROJECT_ID)))
    made["stems"][0]["sound"] = {"file": f"{DOG}.wav", "frames": 1000, "final": [[0, 1000]]}
    made["stems"][1]["sound"] = {"file": f"{RAIN}-40.wav", "frames": 100, "final": [[0, 40]]}
    return made


def test_a_project_comes_back_whole() -> None:
    stored = from_record(record())
    assert stored.id == PROJECT_ID
    assert stored.project == full_project()


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_projects_of_every_version_open(path: Path) -> None:
    golden = json.loads(path.read_text("utf-8"))
    places = {"": Path("/cache/source.json"), DOG: Path("/cache/dog.json"), RAIN: Path("/cache/rain.json")}
    assert from_record(golden, places.__getitem__).project == full_project()
    if golden["schema_version"] == SCHEMA_VERSION:
        today, stem = record(), record()["stems"][0]
        assert golden.keys() == today.keys(), "a field came or went: keep this file, write one more"
        assert golden["stems"][0].keys() == stem.keys() - {"cache"}


def test_unfinished_work_is_cancelled_and_counted_by_its_sound() -> None:
    made = record()
    made["stems"][1] |= {"state": "working", "sound": None}
    made["stems"][0]["sound"]["final"] = [[0, 250]]
    dog, rain = from_record(made).project.stems
    assert (rain.state, rain.progress) == ("cancelled", 0.0)
    assert (dog.state, dog.progress) == ("cancelled", 0.25)


@pytest.mark.parametrize("frames", [999, 100, 0])
def test_stems_that_reach_beyond_a_recording_that_became_shorter_come_back(frames: int) -> None:
    project = full_project()
    assert project.source is not None
    shorter = replace(project, source=replace(project.source, frames=frames))
    made = json.loads(json.dumps(to_record(shorter, PROJECT_ID)))
    for stem, sound in zip(made["stems"], record()["stems"], strict=True):
        stem["sound"] = sound["sound"]
    assert from_record(made).project == shorter


@pytest.mark.parametrize("name", ["x" * 100_000, "a\0b", " x" * 1000])
def test_whatever_name_is_typed_can_be_read_back(name: str, qapp: Any) -> None:
    document = Document()
    document.open_project(full_project())
    document.undo_stack.push(RenameStem(document, DOG, name))
    document.undo_stack.push(RenameRegion(document, "r1", name))
    after = document.state
    assert after.stems[0].name == after.regions[0].name != "the dog"
    stored = from_record(json.loads(json.dumps(to_record(after, PROJECT_ID))))
    assert (stored.project.stems[0].name, stored.project.regions) == (after.stems[0].name, after.regions)


def test_a_newer_project_is_refused_kindly(qapp: Any) -> None:
    made = record() | {"schema_version": SCHEMA_VERSION + 1, "program": "9.1"}
    with pytest.raises(AudioReadError) as caught:
        from_record(made)
    assert caught.value.code == "project-newer"
    assert "9.1" in caught.value.message
    assert caught.value.hint


def test_older_records_are_brought_up_step_by_step() -> None:
    steps = {
        1: lambda found: {"schema_version": 1, "b": found["a"]},
        2: lambda found: {**found, "b": found["b"] * 2},
    }
    old = {"schema_version": 1, "a": 21}
    assert migrated(old, steps, 3) == {"schema_version": 3, "b": 42}
    assert old == {"schema_version": 1, "a": 21}


HOSTILE: dict[str, dict[str, Any]] = {
    "another format": {"format": "x"},
    "no version": {"schema_version": None},
    "version as text": {"schema_version": "1"},
    "version true": {"schema_version": True},
    "no id": {"id": "../../x"},
    "no source": {"source": None},
    "source a list": {"source": []},
    "stems no list": {"stems": {"a": 1}},
    "too many stems": {"stems": [{}] * 3000},
    "a stem no object": {"stems": [7]},
    "a huge number": {"loop": [0, 10**40]},
    "a negative loop": {"loop": [5, 1]},
    "listening": {"listening": "nothing"},
    "a region upside down": {"regions": [{"id": "x", "start": 9, "end": 3}]},
    "too many regions": {"regions": [{"id": "x", "start": 1, "end": 3}] * 20_000},
    "an empty selection": {"selection": {"start": 3, "end": 3}},
}

HOSTILE_STEM: dict[str, dict[str, Any]] = {
    "id with a path": {"id": "../../../../home/x/.ssh/id"},
    "id taken": {"id": RAIN},
    "id of a row": {"id": "source"},
    "its own parent": {"parent": DOG},
    "parents in a circle": {"parent": RAIN},
    "infinite gain": {"gain_db": float("inf")},
    "no number": {"gain_db": float("nan")},
    "loud": {"gain_db": 1e9},
    "far right": {"pan": 2.0},
    "outside": {"end": 10**9},
    "negative": {"start": -5},
    "no colour": {"color": "red; background: url(x)"},
    "state": {"state": "magic"},
    "a name of 100,000 letters": {"name": "x" * 100_000},
    "a name with a zero": {"name": "a\0b"},
    "truth as number": {"muted": 1},
    "a number as text": {"gain_db": "0"},
    "sound of another length": {"sound": {"file": "x", "frames": 5, "final": []}},
    "ranges as text": {"sound": {"file": "x", "frames": 1000, "final": [["0", "9"]]}},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_records_are_refused(name: str, qapp: Any) -> None:
    with pytest.raises(AudioReadError) as caught:
        from_record(record() | HOSTILE[name])
    assert caught.value.code == "project-damaged"


@pytest.mark.parametrize("name", HOSTILE_STEM)
def test_hostile_stems_are_refused(name: str, qapp: Any) -> None:
    made = record()
    made["stems"][0] |= HOSTILE_STEM[name]
    with pytest.raises(AudioReadError) as caught:
        from_record(made)
    assert caught.value.code == "project-damaged"


def test_a_record_does_not_choose_where_caches_lie(tmp_path: Path) -> None:
    made = record()
    made["source"] |= {"cache": "/etc/passwd", "id": "../../x"}
    made["stems"][0]["cache"] = "../../x"
    project = from_record(made, lambda stem_id: tmp_path / f"{stem_id or 'source'}.json").project
    assert project.source is not None
    assert project.source.cache == tmp_path / "source.json"
    assert project.stems[0].cache == tmp_path / f"{DOG}.json"


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_JSON = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner))


@given(key=st.sampled_from(sorted(record())), value=_JSON)
def test_whatever_a_field_holds_ends_in_a_project_or_a_sentence(key: str, value: Any, qapp: Any) -> None:
    try:
        stored = from_record(record() | {key: value})
    except AudioReadError:
        pass
    else:
        assert from_record(json.loads(json.dumps(to_record(stored.project, stored.id)))).id == stored.id


@given(key=st.sampled_from(sorted(record()["stems"][0])), value=_JSON)
def test_whatever_a_field_of_a_stem_holds_too(key: str, value: Any, qapp: Any) -> None:
    made = record()
    made["stems"][0][key] = value
    with contextlib.suppress(AudioReadError):
        from_record(made)


def test_what_a_person_means_by_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "yard.asproj"
    folder.mkdir()
    (folder / "project.json").touch()
    (folder / "yard.asproj").touch()
    for path in (folder, folder / "project.json", folder / "yard.asproj"):
        assert project_folder_of(path) == folder
    renamed = folder.rename(tmp_path / "no ending")
    assert project_folder_of(renamed) == renamed
    assert project_folder_of(tmp_path) is None
    assert project_folder_of(tmp_path / "gone.asproj") == tmp_path / "gone.asproj", "so that somebody says it is gone"
    assert project_folder_of(tmp_path / "yard.wav") is None
    assert project_folder_of(tmp_path / ("a" * 300)) is None, "and nothing is raised where the system does not look"


def test_ids_are_ids() -> None:
    assert from_record(record() | {"id": new_project_id()}).project == full_project()
    assert replace(full_project(), loop=None) != full_project()
