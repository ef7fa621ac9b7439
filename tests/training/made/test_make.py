"""The set as a whole: the same from the same seed, whatever was made before; resumed; told in a manifest."""

from __future__ import annotations

import csv
import logging
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.training.made import make_sounds
from audiosep_core.training.made.catalogue import all_recipes
from audiosep_core.training.made.finish import PEAK, finished
from audiosep_core.training.made.make import COLUMNS
from audiosep_core.training.made.programs import PACKAGES, find
from audiosep_core.training.sources import read_manifest
from audiosep_core.types import Progress

FEW = 0.01
KINDS = ["clicks", "sirens"]
ABSENT = [package for program, package in PACKAGES.items() if find(program) is None]
needs_programs = pytest.mark.skipif(bool(ABSENT), reason=f"Debian packages are missing: {', '.join(ABSENT)}")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def rows(manifest: Path) -> list[dict[str, str]]:
    with manifest.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        make_sounds(tmp_path / name, seed, amount=FEW, kinds=KINDS)
    first, second, other = (contents(tmp_path / name) for name in "abc")
    assert first == second
    assert first.keys() == other.keys()
    assert all(first[name] != other[name] for name in first)


def test_a_clip_alone_is_the_clip_of_the_set(tmp_path: Path) -> None:
    make_sounds(tmp_path, 3, amount=FEW, kinds=KINDS)
    recipe = next(r for r in all_recipes() if r.name == "metronome")
    alone = finished(recipe.clip(3, 0).render())
    stored, _ = soundfile.read(tmp_path / "clicks/metronome/0000.flac", dtype="int16")
    assert np.array_equal(alone, stored)


def test_manifest_and_clips_are_as_training_reads_them(tmp_path: Path) -> None:
    manifest = make_sounds(tmp_path, 3, amount=FEW, kinds=KINDS)
    told = rows(manifest)
    assert tuple(told[0]) == COLUMNS
    assert {row["split"] for row in told} == {"train"}
    assert read_manifest(manifest, "test") == []
    assert len(read_manifest(manifest, "train")) == len(told) == sum(r.kind in KINDS for r in all_recipes())
    for row in told:
        samples, rate = soundfile.read(tmp_path / row["file"])
        assert rate == 32_000
        assert samples.ndim == 1
        assert soundfile.info(tmp_path / row["file"]).subtype == "PCM_16"
        assert 2 <= len(samples) / rate <= 10
        assert float(row["seconds"]) == pytest.approx(len(samples) / rate, abs=1e-3)
        assert np.max(np.abs(samples)) == pytest.approx(PEAK, abs=1e-3)
        assert row["label"] == row["label"].lower().strip() != ""
        assert row["caption"][0].isupper()
        assert row["caption"].endswith(".")
        assert row["source_path"].startswith(f"{row['file'].split('/')[0]}/")
        assert "seed=3" in row["source_path"]


def test_a_stopped_run_goes_on_and_finished_clips_stay(tmp_path: Path) -> None:
    cancel = CancelToken()

    def stop(done: Progress) -> None:
        if done.done == 2:
            cancel.set()

    with pytest.raises(Cancelled):
        make_sounds(tmp_path, 3, amount=FEW, kinds=KINDS, on_progress=stop, cancel=cancel)
    assert not (tmp_path / "manifest.csv").exists()
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.flac")}
    assert 2 <= len(kept) < sum(r.kind in KINDS for r in all_recipes())
    make_sounds(tmp_path, 3, amount=FEW, kinds=KINDS)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    make_sounds(tmp_path / "whole", 3, amount=FEW, kinds=KINDS)
    whole = contents(tmp_path / "whole")
    assert {name: data for name, data in contents(tmp_path).items() if not name.startswith("whole")} == whole


def test_a_damaged_clip_is_made_anew(tmp_path: Path) -> None:
    make_sounds(tmp_path, 3, amount=FEW, kinds=["sirens"])
    path = tmp_path / "sirens/siren-wail/0000.flac"
    before = path.read_bytes()
    path.write_bytes(b"fLaC")
    make_sounds(tmp_path, 3, amount=FEW, kinds=["sirens"])
    assert path.read_bytes() == before


def test_missing_programs_are_left_out_with_their_packages_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("AUDIOSEP_SOUND_FONT", str(tmp_path / "none.sf2"))
    with caplog.at_level(logging.WARNING):
        manifest = make_sounds(tmp_path / "out", 3, amount=FEW, kinds=["speech", "drums", "sirens"])
    assert all(f"Debian package {package}." in caplog.text for package in PACKAGES.values())
    assert {row["file"].split("/")[0] for row in rows(manifest)} == {"sirens"}
    with pytest.raises(AudioSepError, match="not installed") as error:
        make_sounds(tmp_path / "none", 3, amount=FEW, kinds=["speech"])
    assert "espeak-ng" in error.value.hint


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match="no kind") as error:
        make_sounds(tmp_path, 3, kinds=["smells"])
    assert "speech" in error.value.hint
    with pytest.raises(AudioSepError, match="amount"):
        make_sounds(tmp_path, 3, amount=0)


def test_names_are_unique_and_every_kind_of_sound_says_what_it_needs() -> None:
    recipes = all_recipes()
    assert len({(r.kind, r.name) for r in recipes}) == len(recipes)
    assert all(set(r.programs) <= set(PACKAGES) for r in recipes)
    assert {(r.credit[0]) for r in recipes if "fluidsynth" in r.programs} == {"MIT"}


def test_every_sketch_has_words_without_a_gap_left_in_them() -> None:
    for recipe in all_recipes():
        for index in range(recipe.clips):
            sketch = recipe.clip(11, index)
            assert not set("{}") & set(sketch.caption), sketch.caption
            assert "  " not in sketch.caption, sketch.caption
            assert sketch.caption.endswith(".")
            assert sketch.group


@needs_programs
def test_voices_and_instruments_are_the_same_twice(tmp_path: Path) -> None:
    wanted = {"espeak", "flite", "whisper", "mumbling", "00-000", "00-040", "snare", "loop", "00-127"}
    chosen = [r for r in all_recipes() if r.name in wanted]
    assert len(chosen) == len(wanted)
    for recipe in chosen:
        first, second = (finished(recipe.clip(5, 1).render()) for _ in range(2))
        assert np.array_equal(first, second), recipe.name
        assert 2 <= len(first) / 32_000 <= 10
