"""Clips that are made once, and the number of cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import clips
from tests.trials import trials

CASES = trials(50, 500)
"""Damaged files of a test."""


@pytest.fixture(scope="session")
def all_clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A clip of every format, sorted."""
    if clips.MISSING:
        pytest.skip(clips.MISSING)
    return clips.make_clips(tmp_path_factory.mktemp("clips"))
