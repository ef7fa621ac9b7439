"""The release: refused with a reason where something does not fit, whole where it does."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from installer import release

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "audiosep-desktop"
version = "0.2.0"
requires-python = ">=3.11"

[tool.hatch.build.targets.wheel]
packages = ["audiosep_core"]
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    (root / "audiosep_core").mkdir(parents=True)
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "audiosep_core" / "__init__.py").write_text('__version__ = "0.2.0"\n')
    (root / "CHANGELOG.md").write_text("# Changes\n\n## 0.2.0 (2026-12-24)\n\n- News.\n")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    commit(root)
    return root


def commit(root: Path) -> None:
    subprocess.run(["git", "add", "-A"], cwd=root, check=True)
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *author, "commit", "-q", "--allow-empty", "-m", "x"], cwd=root, check=True)


def test_a_checkout_where_everything_fits_is_ready(checkout):
    assert release.problems(checkout) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "reason"),
    [
        ("audiosep_core/__init__.py", "0.2.0", "0.1.9", "audiosep_core says 0.1.9"),
        ("pyproject.toml", "0.2.0", "0.3.0", "CHANGELOG.md begins with 0.2.0, not with 0.3.0"),
        ("CHANGELOG.md", "2026-12-24", "unreleased", "no date for 0.2.0"),
        ("CHANGELOG.md", "- News.", "", "tells nothing of 0.2.0"),
    ],
)
def test_what_does_not_fit_is_said(checkout, file, before, after, reason):
    path = checkout / file
    path.write_text(path.read_text().replace(before, after))
    commit(checkout)
    assert any(reason in problem for problem in release.problems(checkout))


def test_changes_that_are_not_committed_are_no_release_but_a_draft(checkout):
    (checkout / "new.py").touch()
    assert release.problems(checkout) == ["There are changes that are not committed."]
    assert release.problems(checkout, draft=True) == []


def test_this_checkout_makes_a_draft(repository):
    assert release.problems(repository, draft=True) == []


def test_a_release_holds_everything_with_its_sum(checkout, tmp_path):
    packages, out = tmp_path / "packages", tmp_path / "out"
    packages.mkdir()
    (packages / "audiosep-desktop_0.2.0_amd64.deb").write_bytes(b"deb")
    made = release.build(checkout, out, packages)
    assert {path.name for path in made} == {
        "audiosep_desktop-0.2.0.tar.gz",
        "audiosep_desktop-0.2.0-py3-none-any.whl",
        "audiosep-desktop_0.2.0_amd64.deb",
        "audiosep-desktop-0.2.0-wheel.cdx.json",
        "NOTES.md",
        "SHA256SUMS",
    }
    assert set(made) == set(out.iterdir())
    sums = dict(line.split("  ")[::-1] for line in (out / "SHA256SUMS").read_text().splitlines())
    assert sums == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made[:-1]}
    assert (out / "NOTES.md").read_text() == "# AudioSep Desktop 0.2.0\n\n- News.\n"


def test_a_package_of_another_version_stops_it_before_anything_is_removed(checkout, tmp_path):
    (tmp_path / "audiosep-desktop_0.0.9_amd64.deb").write_bytes(b"deb")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "SHA256SUMS").touch()
    with pytest.raises(release.NotReadyError, match=r"0\.0\.9"):
        release.build(checkout, tmp_path / "out", tmp_path)
    assert (tmp_path / "out" / "SHA256SUMS").exists()
