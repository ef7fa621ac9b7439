"""docs/ux-checklist.md: every ticked box names tests that exist, every open one says why, and few are open."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES = [
    line
    for line in (ROOT / "docs" / "ux-checklist.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("- [")
]
MOST_OPEN = 5


@cache
def functions_of(path: str) -> frozenset[str]:
    """The names of the test functions of a file, those of classes too."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("- [x]")])
def test_a_ticked_box_names_tests_that_exist(line: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line)
    assert named, "nothing holds it"
    assert [f"{path}::{name}" for path, name in named if name not in functions_of(path)] == []


def test_few_boxes_are_open_and_each_says_why() -> None:
    still_open = [line for line in LINES if not line.startswith("- [x]")]
    assert len(still_open) <= MOST_OPEN
    assert [line for line in still_open if "Open: " not in line] == []
    assert len(LINES) > 90, "no line of the brief is left out"
