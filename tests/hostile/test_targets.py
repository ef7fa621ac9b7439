"""Damaged project, settings, cache and model files: understood, or refused with a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.hostile import targets
from tests.hostile.conftest import CASES
from tests.hostile.damage import damaged
from tests.hostile.line_child import REPOSITORY
from tests.trials import trials

pytestmark = pytest.mark.reliability
FUZZED_S = trials(5, 100)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", targets.TARGETS)
def test_damage_is_refused_with_a_sentence(name: str, tmp_path: Path, tiny_model: Path) -> None:
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


@pytest.mark.slow
@pytest.mark.timeout(FUZZED_S + 240)
@pytest.mark.parametrize("name", targets.TARGETS)
def test_fuzzing_finds_nothing(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.hostile.fuzz", name, str(FUZZED_S), str(tmp_path)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, errors="replace")
    assert done.returncode == 0, done.stderr[-5000:]
    print(*(line for line in (done.stdout + done.stderr).splitlines() if line.startswith("Done ")))
