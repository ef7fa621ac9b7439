"""Projects and journals of released versions open in the window of this one, and mean what they meant."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audiosep_core.audio.cache import SoundCache
from desktop.document.migrations import SCHEMA_VERSION
from tests.golden.test_golden import VERSIONS
from tests.golden.write import NOISE, PLACE, SESSION, TONE, meaning, sounds

pytestmark = pytest.mark.reliability


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def left(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    """What a version left in `tmp_path`, as if this machine was the one that it ran on; what it means."""
    for part in ("home", "cache", "yard.asproj"):
        shutil.copytree(request.param / part, tmp_path / part)
    shutil.copy(request.param / "yard.wav", tmp_path)
    for path in tmp_path.rglob("*.json"):
        path.write_text(path.read_text("utf-8").replace(PLACE, tmp_path.as_posix()), encoding="utf-8")
    return dict(json.loads((request.param / "expected.json").read_text("ascii"))["project"])


def assert_means(drive: Any, expected: dict[str, Any]) -> None:
    drive.opened()
    state, made = drive.document.state, sounds()
    today = meaning(state)
    assert {name: today[name] for name in expected.keys() - {"stems"}} == {
        name: value for name, value in expected.items() if name != "stems"
    }
    for now, then in zip(today["stems"], expected["stems"], strict=True):
        assert {name: now[name] for name in then} == then
    for stem in state.stems:
        with SoundCache.open(stem.cache) as sound:
            assert sound.final == ((0, sound.frames if stem.id == TONE else sound.frames // 2),)
            end = sound.final[0][1]
            assert np.array_equal(sound.read(0, end), made[stem.id][:end])
    assert {stem.id for stem in state.stems} == {TONE, NOISE}


def test_a_project_opens(left: dict[str, Any], request: pytest.FixtureRequest, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "cache")
    shutil.rmtree(tmp_path / "home")
    drive = request.getfixturevalue("drive")
    drive.window.open_paths([tmp_path / "yard.asproj"])
    assert_means(drive, left)
    assert not drive.space.project.modified
    assert drive.space.project.save()
    drive.until(lambda: not drive.space.project.working)
    assert json.loads((tmp_path / "yard.asproj" / "project.json").read_text())["schema_version"] == SCHEMA_VERSION


def test_what_it_left_in_a_crash_is_recovered(
    left: dict[str, Any], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    drive = request.getfixturevalue("drive")
    (leftover,) = drive.space.recovery.find()
    assert leftover.name == "yard.wav"
    assert drive.space.recovery.recover(leftover)
    assert_means(drive, left)


def test_a_journal_of_a_newer_version_is_refused_kindly_and_kept(
    left: dict[str, Any], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = tmp_path / "home" / "data" / "recovery" / f"{SESSION}.json"
    journal = json.loads(path.read_text())
    journal["record"] |= {"schema_version": SCHEMA_VERSION + 1, "program": "9.1"}
    path.write_text(json.dumps(journal))
    drive = request.getfixturevalue("drive")
    (leftover,) = drive.space.recovery.find()
    assert not drive.space.recovery.recover(leftover)
    assert "newer version" in drive.find("noticeLabel").text()
    assert path.exists()
    assert (tmp_path / "cache" / SESSION).is_dir()
