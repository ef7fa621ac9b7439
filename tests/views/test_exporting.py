"""Names of exported files, and what is written for what was ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import export
from audiosep_core.audio.formats import KINDS
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.requests import export_request
from audiosep_core.cancel import CancelToken
from desktop.actions.export_formats import FORMATS, VIDEO, find_format
from desktop.actions.export_items import ExportChoice, NameParts, Words, export_items, file_name, spans
from desktop.document.audible import audible, pans
from desktop.document.state import REST_ID, Project, Region, Selection, Source, StemTrack, Track
from desktop.playback.plan import PlaybackPlan, PlaybackStem

PARTS = NameParts("yard", "dog", "a dog barking", 1, "starter", 83.45, "", date(2026, 3, 1))


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{source} ({name})", "yard (dog)"),
        ("{track} ({stem})", "yard (dog)"),
        ("{n} {prompt}", "01 a dog barking"),
        ("{model} {start} {date}", "starter 01m23.450s 2026-03-01"),
        ("   ", "yard (dog)"),
        ("{unknown}", "{unknown}"),
    ],
)
def test_templates(template: str, name: str) -> None:
    assert file_name(template, PARTS) == name


def test_names_are_not_templates_themselves() -> None:
    assert file_name("{source} ({name})", NameParts("{name}", "{source}")) == "{name} ({source})"


def test_names_stay_inside_the_folder() -> None:
    assert "/" not in file_name("{name}", NameParts("yard", "../../etc/dog"))


def test_a_region_is_in_the_name_once() -> None:
    parts = replace(PARTS, region="gate")
    assert file_name("{name}", parts) == "dog – gate"
    assert file_name("{region}, {name}", parts) == "gate, dog"


def test_every_format_is_found_again_and_known_to_the_writer() -> None:
    for known in FORMATS:
        assert find_format(known.container, known.subtype) is known
    assert find_format("flac", "FLOAT") is FORMATS[0]
    for known in (*FORMATS, VIDEO):
        assert known.subtype in KINDS[known.container].subtypes


FRAMES, RATE = 4000, 8000


def cached(path: Path, sound: np.ndarray) -> Path:
    with SoundCache.create(path, RATE, sound.shape[1], len(sound)) as cache:
        cache.write(0, sound)
        cache.mark_final(0, len(sound))
    return path


def make_project(folder: Path, channels: int = 2) -> Project:
    rng = np.random.default_rng(1)

    def sound(frames: int) -> np.ndarray:
        return rng.uniform(-0.5, 0.5, (frames, channels)).astype(np.float32)

    source = Source(folder / "yard.wav", cached(folder / "s.json", sound(FRAMES)), RATE, channels, FRAMES, True)
    stems = tuple(
        StemTrack(name, name, name, cached(folder / f"{name}.json", sound(end - start)), start, end, "m", state="done")
        for name, start, end in (("dog", 500, 3000), ("cat", 2000, 4000))
    )
    return Project(source=source, stems=stems)


def written(folder: Path, project: Project, **choice: Any) -> dict[str, np.ndarray]:
    """What is exported, by name, through the messages of the media process."""
    out = folder / "out"
    out.mkdir(exist_ok=True)
    chosen = ExportChoice(folder=out, template="{name}", **choice)
    items = export_items(project, chosen)
    plain = [{key: _plain(value) for key, value in item.items()} for item in items]  # as MediaThread sends them
    _, parsed, how = export_request({"folder": str(out), "items": plain, "conflict": "replace"})
    paths = export(out, parsed, how, on_progress=lambda *_: None, cancel=CancelToken()).paths
    return {path.stem: read_audio(path).samples for path in paths}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return str(value) if isinstance(value, Path) else value


def test_stems_everything_else_and_the_recording_add_up(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    files = written(tmp_path, project, track_ids=("dog", "cat", "rest", "source", "mix"), same_length=True)
    assert set(files) == {"dog", "cat", "everything else", "recording", "mix"}
    assert {len(sound) for sound in files.values()} == {FRAMES}
    total = files["dog"].astype(np.float64) + files["cat"] + files["everything else"]
    np.testing.assert_allclose(total, files["recording"], atol=1e-6)
    np.testing.assert_allclose(files["mix"], files["recording"], atol=1e-6)


def test_a_stem_that_does_not_count_stays_out_of_the_rest(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    project = replace(project, stems=(project.stems[0], replace(project.stems[1], in_sum=False)))
    files = written(tmp_path, project, track_ids=("dog", "rest", "source"), same_length=True)
    np.testing.assert_allclose(files["dog"] + files["everything else"], files["recording"], atol=1e-6)


GAINS = st.sampled_from([-60.0, -12.0, 0.0, 6.0])
PANS = st.sampled_from([-1.0, -0.3, 0.0, 0.7])


@settings(max_examples=25, deadline=None)
@given(
    tracks=st.tuples(*(st.tuples(GAINS, PANS, st.booleans(), st.booleans()) for _ in range(3))),
    counted=st.booleans(),
    channels=st.sampled_from([1, 2]),
)
def test_the_mix_is_what_is_heard(
    tmp_path_factory: pytest.TempPathFactory, tracks: Any, counted: bool, channels: int
) -> None:
    folder = tmp_path_factory.mktemp("mix")
    project = make_project(folder, channels)
    rows = [dict(zip(("gain_db", "pan", "muted", "soloed"), values, strict=True)) for values in tracks]
    dog, cat = (replace(stem, **row) for stem, row in zip(project.stems, rows[:2], strict=True))
    project = replace(project, stems=(dog, replace(cat, in_sum=counted)), rest_track=Track(**rows[2]))
    parts = written(folder, project, track_ids=("dog", "cat", "rest"), same_length=True)  # each as it is, without gain
    expected = np.zeros((FRAMES, 2))
    gains = audible(project)
    for name, sound in parts.items():
        track_id = {Words().rest: REST_ID}.get(name, name)
        row = project.track(track_id)
        assert row is not None
        balance = np.array([min(1.0, 1.0 - row.pan), min(1.0, 1.0 + row.pan)])
        expected += sound * balance * gains[track_id]
    (mix,) = written(folder, project, track_ids=("mix",)).values()
    if mix.shape[1] == 1:
        assert np.ptp(expected, axis=1).max() < 1e-6
    np.testing.assert_allclose(np.broadcast_to(mix, expected.shape), expected, atol=3e-6)


def test_ranges(tmp_path: Path) -> None:
    project = replace(
        make_project(tmp_path),
        selection=Selection(1000, 2500),
        loop=(2500, 9000),
        regions=(Region("a", 0, 400, "gate"), Region("b", 2500, 3500)),
    )
    assert [(one.start, one.end) for one in spans(project, "loop")] == [(2500, FRAMES)]
    (cat,) = written(tmp_path, project, track_ids=("cat",), range="selection").values()
    assert len(cat) == 500
    files = written(tmp_path, project, track_ids=("dog", "source"), range="regions")
    assert {name: len(sound) for name, sound in files.items()} == {
        "recording – gate": 400,
        "dog – 02": 500,
        "recording – 02": 1000,
    }
    lined_up = written(tmp_path, project, track_ids=("dog",), range="regions", same_length=True)
    assert {name: len(sound) for name, sound in lined_up.items()} == {"dog – gate": 400, "dog – 02": 1000}
    assert not lined_up["dog – gate"].any()


BOX = (500.0, 1500.0)


@pytest.mark.parametrize("wanted", ["selection", "regions"])
def test_of_a_box_its_band_is_written_and_the_parts_still_add_up(tmp_path: Path, wanted: Any) -> None:
    project = make_project(tmp_path)
    project = replace(project, selection=Selection(1000, 3600, BOX), regions=(Region("a", 1000, 3600, "box", BOX),))
    tracks = {"track_ids": ("dog", "cat", "rest", "mix", "source"), "range": wanted, "same_length": True}
    files = {name.split(" –")[0]: sound for name, sound in written(tmp_path, project, **tracks).items()}
    total = files["dog"].astype(np.float64) + files["cat"] + files["everything else"]
    np.testing.assert_allclose(total, files["recording"], atol=2e-6)
    np.testing.assert_allclose(files["mix"], files["recording"], atol=2e-6)
    whole = {
        name.split(" –")[0]: sound for name, sound in written(tmp_path, project, only_band=False, **tracks).items()
    }
    hz = np.fft.rfftfreq(2600, 1 / RATE)
    inside, outside = (hz > 700) & (hz < 1300), (hz < 350) | (hz > 1900)
    for name, sound in files.items():
        assert sound.shape == whole[name].shape == (2600, 2)
        narrow, wide = (np.abs(np.fft.rfft(one[:, 0] * np.hanning(2600))) for one in (sound, whole[name]))
        np.testing.assert_allclose(narrow[inside], wide[inside], rtol=0.02, atol=0.1)
        assert narrow[outside].max() < 1e-2 * wide[outside].max()


def test_a_box_in_a_file_is_the_filtered_recording_cut_and_not_the_cut_filtered(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (whole,) = written(
        tmp_path, replace(project, selection=Selection(0, FRAMES, BOX)), track_ids=("source",), range="selection"
    ).values()
    (part,) = written(
        tmp_path, replace(project, selection=Selection(1234, 2345, BOX)), track_ids=("source",), range="selection"
    ).values()
    np.testing.assert_allclose(part, whole[1234:2345], atol=1e-6)


def test_without_such_a_range_there_is_nothing_to_write(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    for wanted in ("selection", "loop", "regions"):
        assert not export_items(project, ExportChoice(("dog",), tmp_path, range=wanted))  # type: ignore[arg-type]


def test_a_refined_stem_is_reckoned_from_its_parent(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    dog = project.stems[0]
    child = replace(dog, id="bark", name="bark", parent="dog", start=900, end=1500, strength=0.5)
    (item,) = export_items(replace(project, stems=(dog, child)), ExportChoice(("bark",), tmp_path))
    assert (item["source"], item["offset"], item["source_offset"]) == (dog.cache, 900, 400)


AMOUNTS = st.sampled_from([-1.0, -0.4, 0.0, 0.6, 1.0])


@settings(max_examples=40, deadline=None)
@given(
    amounts=st.tuples(AMOUNTS, AMOUNTS),
    pan=PANS,
    counted=st.booleans(),
    soloed=st.booleans(),
    listening=st.sampled_from(["stems", "source"]),
)
def test_the_mix_has_the_factors_of_the_player(
    tmp_path_factory: pytest.TempPathFactory, amounts: Any, pan: float, counted: bool, soloed: bool, listening: Any
) -> None:
    project = make_project(tmp_path_factory.mktemp("mix"))
    dog, cat = (replace(stem, amount=amount) for stem, amount in zip(project.stems, amounts, strict=True))
    stems = (replace(dog, pan=pan, soloed=soloed), replace(cat, in_sum=counted))
    project = replace(project, stems=stems, listening=listening)
    source = project.source
    assert source is not None
    (item,) = export_items(project, ExportChoice(("mix",), Path()))
    ours = {stem["cache"]: stem["gains"] for stem in item["stems"]} | {source.cache: item["gains"]}
    plan = PlaybackPlan(
        source.rate_hz, source.channels, source.frames, source.cache,
        tuple(PlaybackStem(stem.id, stem.cache, stem.start, stem.end, stem.in_sum) for stem in stems),
        audible(project), pans(project),
    )  # fmt: skip
    for clip, sides in plan.weights().items():
        assert np.broadcast_to(ours.get(clip.cache, [0.0]), 2) == pytest.approx(sides)
