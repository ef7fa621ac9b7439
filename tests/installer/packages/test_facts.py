"""What packages say of the program is what the program itself says."""

from __future__ import annotations

import pytest

from audiosep_core import __version__
from audiosep_core.audio.suffixes import RECORDING_SUFFIXES
from desktop.document.storage import SUFFIX
from installer.packages import facts


def test_version_and_endings_are_the_programs():
    assert facts.version() == __version__
    assert set(facts.recording_suffixes()) == RECORDING_SUFFIXES
    assert facts.PROJECT_SUFFIX == SUFFIX


def test_the_changelog_is_read():
    newest = facts.releases()[0]
    assert newest.version == __version__
    assert len(newest.changes) > 10
    assert all("](" not in change and "\n" not in change for change in newest.changes)


def test_a_changelog_of_several_versions(tmp_path):
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changes\n\n## 0.2.0 (unreleased)\n\n- One\n  more ([docs](docs/x.md)).\n\n"
        "## 0.1.0 (2026-12-01)\n\n- *First*.\n"
    )
    assert facts.releases(tmp_path) == [
        facts.Release("0.2.0", "", ("One more (docs).",)),
        facts.Release("0.1.0", "2026-12-01", ("First.",)),
    ]


def test_a_heading_without_a_date_is_refused(tmp_path):
    (tmp_path / "CHANGELOG.md").write_text("## 0.2.0\n\n- One.\n")
    with pytest.raises(ValueError, match=r"0\.2\.0"):
        facts.releases(tmp_path)
