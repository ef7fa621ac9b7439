"""A clock that is set, by a person, a time server or a time zone, is never taken for time that passed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

WALL = {
    "audiosep_core/audio/broadcast.py": "date and time of origin, which the format asks for",
    "audiosep_core/batch/cluster.py": "when a file was done, for people",
    "audiosep_core/batch/worker.py": "when a file was done, for people",
    "audiosep_core/engine/partial.py": "age of what nobody took up for 14 days; whose lock is held stays",
    "desktop/actions/export_items.py": "the date in a file's name",
    "desktop/document/journal.py": "when a journal was written, for people and for their order",
    "desktop/document/storage.py": "when a project was saved, for people",
}
"""Who asks what day it is, and why that may be wrong without harm."""

_ASKS = {"time.time", "time.time_ns", "datetime.now", "datetime.today", "datetime.utcnow", "date.today"}


def asks_for_the_day(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in _ASKS:
            return True
    return False


@pytest.mark.reliability
def test_only_these_ask_what_day_it_is_and_nobody_measures_with_it() -> None:
    rooms = [ROOT / "audiosep_core", ROOT / "desktop"]
    found = {
        path.relative_to(ROOT).as_posix() for room in rooms for path in room.rglob("*.py") if asks_for_the_day(path)
    }
    assert found == WALL.keys()
