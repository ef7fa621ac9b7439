"""Clips that are made once, and the number of cases: a few in the ordinary suite, many by command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile import clips

CASES = int(os.environ.get("AUDIOSEP_FUZZ_CASES", "50"))


@pytest.fixture(scope="session")
def all_clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A clip of every format, sorted."""
    if clips.MISSING:
        pytest.skip(clips.MISSING)
    return clips.make_clips(tmp_path_factory.mktemp("clips"))
