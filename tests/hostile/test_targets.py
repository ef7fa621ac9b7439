"""Damaged project, settings, cache and model files: understood, or refused with a sentence.

`AUDIOSEP_FUZZ_CASES` sets the number of damaged files of each kind; `fuzz.py` goes on for as long as one likes.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.hostile import targets
from tests.hostile.conftest import CASES
from tests.hostile.damage import damaged


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", targets.TARGETS)
def test_damage_is_refused_with_a_sentence(
    name: str, tmp_path: Path, tiny_model: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "examples").mkdir()
    whole = targets.examples(name, tmp_path / "examples", tiny_model)
    for place, content in enumerate(whole):
        folder = tmp_path / f"whole-{place}"
        folder.mkdir()
        assert targets.run(name, content, folder) == "", "an example is understood"
    for seed in range(CASES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        targets.run(name, damaged(Random(seed).choice(whole), seed, whole[-1]), folder)
