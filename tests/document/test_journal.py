"""The journal's files: whole or not there, and gone without a trace."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from audiosep_core.library import scratch
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
