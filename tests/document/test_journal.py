"""The journal's files: whole or not there, and gone without a trace."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from audiosep_core.library import scratch
from desktop.document import journal as module
from desktop.document.journal import Journal, read_journal, remove_journal


def test_what_a_killed_writer_left_goes_with_the_journal(qtbot: QtBot, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "session-1.json")
    journal.put({"stems": []}, tmp_path, None)
    journal.close()
    assert read_journal(journal.path) is not None
    journal.path.with_suffix(".part").write_text('{"format"')
    remove_journal(journal.path)
    assert list(tmp_path.iterdir()) == []
    remove_journal(journal.path)  # a second time harms nobody


def test_half_of_a_first_journal_goes_with_the_next_start(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from desktop.document.journal import Journal\n"
        "journal = Journal(Path(sys.argv[1])); journal.put({}, Path(), None); journal.clear(); journal.flush()\n"
        "journal.path.with_suffix('.part').touch(); os.abort()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", program, str(tmp_path / "session-1.json")]
    assert subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, check=False).returncode != 0
    assert [path.name for path in tmp_path.iterdir()] == ["session-1.part"]
    scratch.sweep()
    assert list(tmp_path.iterdir()) == []


def test_what_was_put_last_is_what_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "deep" / "session.json")
    for number in range(20):
        journal.put({"number": number}, tmp_path / "session", tmp_path / "project")
    journal.flush()
    entry = read_journal(journal.path)
    assert entry is not None
    assert (entry.record, entry.session, entry.folder) == ({"number": 19}, tmp_path / "session", tmp_path / "project")
    journal.clear()
    journal.close()
    assert list(journal.path.parent.iterdir()) == []


def test_a_disk_that_refuses_is_told_once_until_it_works_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    journal = Journal(tmp_path / "session.json")
    journal.failed.connect(told.append)
    journal.put({"number": 1}, tmp_path, None)
    journal.flush()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    fsync = module.os.fsync
    for place, sync in enumerate((full, full, fsync, full)):
        monkeypatch.setattr(module.os, "fsync", sync)
        journal.put({"number": 2 + place}, tmp_path, None)
        journal.flush()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    journal.close()
    # The last that the disk took is still there, and nothing half-written beside it.
    entry = read_journal(journal.path)
    assert entry is not None
    assert entry.record == {"number": 4}
    assert list(tmp_path.iterdir()) == [journal.path]
    assert told == ["No space left on device"] * 2


@pytest.mark.parametrize("change", [{"format": "another"}, {"record": []}, {"written": "yesterday"}, {"session": 3}])
def test_what_is_no_journal_is_none(qtbot: QtBot, tmp_path: Path, change: dict[str, object]) -> None:
    journal = Journal(tmp_path / "session.json")
    journal.put({}, tmp_path, None)
    journal.close()
    assert read_journal(journal.path) is not None
    journal.path.write_text(json.dumps(json.loads(journal.path.read_text()) | change))
    assert read_journal(journal.path) is None


def test_a_journal_of_any_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_JOURNAL", 10)
    path = tmp_path / "session.json"
    path.write_text("[" * 11)
    assert read_journal(path) is None
    assert read_journal(tmp_path / "gone.json") is None
