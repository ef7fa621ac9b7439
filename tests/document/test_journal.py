"""The journal's files: whole or not there, and gone without a trace."""

from pathlib import Path

from pytestqt.qtbot import QtBot

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
