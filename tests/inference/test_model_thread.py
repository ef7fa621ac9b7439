"""Models through a fake child: what is asked for, what is told, and that one comes after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.inference import ModelThread
from tests.inference.conftest import FAKE_CHILD, Notes


@pytest.fixture
def thread(qtbot: Any) -> Iterator[ModelThread]:
    thread = ModelThread(FAKE_CHILD, cancel_timeout_s=0.3)
    yield thread
    thread.stop()


@pytest.fixture
def notes(thread: ModelThread, qtbot: Any) -> Notes:
    notes = Notes(thread, qtbot)
    thread.start()
    return notes


def test_a_download_is_told_step_by_step(thread: ModelThread, notes: Notes) -> None:
    thread.pull("1", "audiosep-base", accept=True)
    notes.wait_for("done", "1")
    assert [event[2] for event in notes.of("phase")] == ["downloading", "importing"]
    assert notes.of("progress") == [("progress", "1", 10**11, 10**11)]  # more than 32 bits
    request = notes.of("done")[0][2]["request"]
    assert (request["type"], request["name"], request["accept"]) == ("pull", "audiosep-base", True)


def test_what_else_can_be_asked_for(thread: ModelThread, notes: Notes) -> None:
    thread.import_file("1", Path("/a b/mine.ckpt"), accept=False)
    thread.remove("2", "mine")
    notes.wait_for("done", "2")
    imported, removed = (event[2]["request"] for event in notes.of("done"))
    assert imported["path"] == str(Path("/a b/mine.ckpt"))
    assert not imported["accept"]
    assert (removed["type"], removed["name"]) == ("remove", "mine")


def test_a_refusal_comes_in_its_words(thread: ModelThread, notes: Notes) -> None:
    thread.pull("1", "unknown", accept=True)
    notes.wait_for("failed", "1", "model-unknown", "There is no such model.", "Choose another.")


def test_one_waits_for_the_other_and_a_stop_lets_it_begin(thread: ModelThread, notes: Notes) -> None:
    thread.pull("1", "endless", accept=True)
    thread.pull("2", "audiosep-hive", accept=True)
    notes.wait_for("phase", "1")
    assert notes.about("2") == []
    thread.cancel("1")
    notes.wait_for("done", "2")
    assert notes.outcomes == [("cancelled", "1"), ("done", "2")]
