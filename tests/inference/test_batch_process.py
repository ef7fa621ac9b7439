"""A batch of the window: its lines arrive, it ends when its stdin does, and goes when it will not."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.inference import batch_process
from desktop.inference.batch_process import BatchProcess
from tests.inference.conftest import child_threads

OBEDIENT = """
import json, sys
print(json.dumps({"event": "begin", "arguments": sys.argv[1:]}), flush=True)
print("no JSON", flush=True)
sys.stdin.read()
print(json.dumps({"event": "end"}), flush=True)
print("the last words", file=sys.stderr)
sys.exit(3)
"""
DEAF = """
import json, time
print(json.dumps({"event": "begin"}), flush=True)
while True:
    time.sleep(60)
"""


class Watched(QObject):
    """A batch and what came of it, on the test's own thread."""

    def __init__(self, program: str) -> None:
        super().__init__()
        self.batch = BatchProcess(["in", "out"], [sys.executable, "-c", program])
        self.said: list[Any] = []
        self.ended: list[tuple[int, str]] = []
        self.batch.said.connect(self._says)
        self.batch.ended.connect(self._ends)

    def _says(self, message: Any) -> None:
        self.said.append(message)

    def _ends(self, code: int, last_words: str) -> None:
        self.ended.append((code, last_words))


def until_it_ended(watched: Watched, qtbot: QtBot) -> None:
    """Its threads too: they hold signals of the batch, which goes with the test."""
    qtbot.waitUntil(lambda: bool(watched.ended), timeout=20_000)
    qtbot.waitUntil(lambda: not child_threads(), timeout=20_000)


def begun(program: str, qtbot: QtBot) -> Watched:
    watched = Watched(program)
    watched.batch.start()
    qtbot.waitUntil(lambda: bool(watched.said), timeout=20_000)
    return watched


def test_lines_arrive_and_a_stop_lets_it_end_by_itself(qtbot: QtBot) -> None:
    watched = begun(OBEDIENT, qtbot)
    watched.batch.stop()
    watched.batch.stop()  # a second time changes nothing
    until_it_ended(watched, qtbot)
    assert watched.said == [{"event": "begin", "arguments": ["in", "out"]}, {"event": "end"}]
    assert watched.ended == [(3, "the last words")]


def test_one_that_does_not_stop_is_killed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_process, "STOP_MS", 50)
    watched = begun(DEAF, qtbot)
    watched.batch.stop()
    until_it_ended(watched, qtbot)
    assert watched.ended[0][0] != 0


def test_one_that_was_never_started_is_stopped_without_a_word() -> None:
    watched = Watched(OBEDIENT)
    watched.batch.stop()
    watched.batch.kill()
    assert watched.ended == []


def test_a_program_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        BatchProcess([], ["/there/is/no/such/program"]).start()
