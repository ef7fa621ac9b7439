"""What released versions wrote is read by this one, and means what it meant. Projects: tests/views/test_golden.py."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import torch

import audiosep_core
from audiosep_core.batch.records import Records
from audiosep_core.batch.stores import LocalStore
from audiosep_core.library.registry import list_models
from audiosep_core.library.store import verify
from audiosep_core.model.loaded import load
from desktop.services.prompt_store import PromptStore
from desktop.services.settings import SettingsStore

HERE = Path(__file__).parent
VERSIONS = sorted(path.parent for path in HERE.glob("*/expected.json"))

pytestmark = pytest.mark.reliability


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def home(request: pytest.FixtureRequest, private_home: Path, qapp: Any) -> Path:
    """A home as a version left it."""
    shutil.copytree(request.param / "home", private_home, dirs_exist_ok=True)
    return private_home


@pytest.fixture
def expected(request: pytest.FixtureRequest, home: Path) -> dict[str, Any]:
    version: Path = request.node.callspec.params["home"]
    return dict(json.loads((version / "expected.json").read_text("ascii")))


def test_this_version_has_its_golden_files() -> None:
    assert audiosep_core.__version__ in [path.name for path in VERSIONS], "run: python -m tests.golden.write"


def test_settings_mean_what_they_meant(home: Path, expected: dict[str, Any]) -> None:
    today = json.loads(json.dumps(asdict(SettingsStore().settings)))
    assert {name: today.get(name) for name in expected["settings"]} == expected["settings"]
    assert not list((home / "config").glob("*.bak")), "nothing in it was strange"


def test_favourites_sets_and_speeds_are_there(home: Path) -> None:
    words = PromptStore()
    assert words.favourites == ("雨", "dog barking")
    assert [(one.name, one.prompts, one.against) for one in words.presets] == [("yard", ("dog", "rain"), ("wind",))]
    assert words.expected_s("starter auto auto", 10.0) == 5.0


def test_a_model_of_the_persons_own_runs(home: Path) -> None:
    (mine,) = [model for model in list_models() if model.name == "mine"]
    assert mine.installed
    assert verify("mine").compared
    loaded = load("mine")
    with torch.no_grad():
        assert all(torch.isfinite(value).all() for value in loaded.network.state_dict().values())


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_a_batch_goes_on(version: Path, tmp_path: Path) -> None:
    shutil.copytree(version / "batch", tmp_path / "batch")
    records = Records(LocalStore(tmp_path / "batch"))
    records.load()
    done, failed = records.all()
    assert (done.status, done.source, done.prompts) == ("done", "a/yard.wav", ("dog", "rain"))
    assert done.outputs == ("a/yard (dog).wav", "a/yard (rain).wav")
    assert (failed.status, failed.source, failed.message) == ("failed", "b.wav", "It is damaged.")
    assert records.get(done.identity) == done
