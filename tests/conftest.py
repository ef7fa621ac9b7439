"""Fixtures for every room: a private home, and the recordings beside the checkout where they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No test reads or writes the person's own settings, caches or models."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AUDIOSEP_HOME", str(home))
    yield home


@pytest.fixture
def recordings() -> Path:
    """Folder of the real recordings, or a skip that says so."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not (folder / "manifest.csv").is_file():
        pytest.skip("the recordings (../shared/data) are not on this machine")
    return folder
