"""The environment survives interruption, replacement of its Python, and failure of pip, without anyone cleaning up."""

from __future__ import annotations

import errno
import json
import os

import pytest

from installer import bootstrap
from installer.machine import SetupError
from installer.virtual_environment import NOTE


def start(computer, *arguments: str) -> int:
    return bootstrap.run(computer.machine, computer.root, list(arguments))


@pytest.mark.parametrize("step", ["venv", "pip"])
def test_ctrl_c_leaves_nothing_behind_and_the_next_run_succeeds(computer, step):
    computer.interrupted_by = step
    with pytest.raises(KeyboardInterrupt):
        start(computer)
    assert not (computer.root / ".venv").exists()
    computer.interrupted_by = ""
    assert start(computer) == 0


def test_an_environment_whose_making_was_killed_is_made_anew(computer):
    start(computer)
    venv = computer.root / ".venv"
    note = json.loads((venv / NOTE).read_text())
    (venv / NOTE).write_text(json.dumps({**note, "state": "unfinished"}))
    (venv / "half-installed").touch()
    computer.commands.clear()
    start(computer)
    assert not (venv / "half-installed").exists()
    assert "-m venv" in computer.told
    assert "not finished" in computer.lines[-4]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"state": "complete"}'])
def test_a_damaged_note_counts_as_unfinished(computer, damage):
    start(computer)
    (computer.root / ".venv" / NOTE).write_text(damage)
    computer.commands.clear()
    start(computer)
    assert "-m venv" in computer.told


def test_a_replaced_or_removed_python_makes_it_anew(computer):
    start(computer)
    computer.version = "3.13"
    computer.commands.clear()
    start(computer)
    assert "-m venv" in computer.told
    (computer.root / ".venv/bin/python").unlink()
    computer.commands.clear()
    start(computer)
    assert "-m venv" in computer.told


def test_changed_metadata_updates_in_place_and_keeps_the_extras(computer):
    start(computer, "test")
    (computer.root / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    computer.commands.clear()
    start(computer)
    assert len(computer.commands) == 1
    assert computer.commands[0][-1] == f"{computer.root}[dev,openvino]"


def test_a_moved_checkout_is_installed_again(computer):
    start(computer)
    moved = computer.root.with_name("moved")
    computer.root.rename(moved)
    computer.root = moved
    computer.commands.clear()
    start(computer)
    assert computer.commands[0][-2:] == ["--editable", f"{moved}[openvino]"]


def test_pip_failing_the_first_time_leaves_nothing(computer):
    computer.failing = {"pip"}
    with pytest.raises(SetupError, match="nothing half-done is left"):
        start(computer)
    assert not (computer.root / ".venv").exists()


def test_pip_failing_an_update_keeps_what_there_was(computer):
    start(computer)
    before = (computer.root / "pyproject.toml").read_text()
    (computer.root / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    computer.failing = {"pip"}
    with pytest.raises(SetupError):
        start(computer)
    (computer.root / "pyproject.toml").write_text(before)
    computer.commands.clear()
    start(computer)
    assert computer.commands == []


def test_an_update_that_is_interrupted_is_made_anew(computer):
    start(computer)
    (computer.root / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    computer.interrupted_by = "pip"
    with pytest.raises(KeyboardInterrupt):
        start(computer)
    computer.interrupted_by = ""
    computer.commands.clear()
    start(computer)
    assert "-m venv" in computer.told


def test_a_folder_of_others_is_left_alone(computer):
    theirs = computer.root / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.write_text("home = elsewhere")
    for arguments in ([], ["setup", "--fresh"]):
        with pytest.raises(SetupError, match="did not make"):
            start(computer, *arguments)
    assert theirs.exists()


def test_fresh_begins_from_nothing(computer):
    start(computer, "test")
    computer.commands.clear()
    start(computer, "setup", "--fresh")
    assert "-m venv" in computer.told
    assert computer.commands[-1][-1] == f"{computer.root}[openvino]", "without the extras of the old one"


def test_a_full_disk_is_said_before_anything_is_fetched(computer):
    computer.changes["free_bytes"] = lambda _path: 10**9
    with pytest.raises(SetupError, match=r"1\.0 GB are free"):
        start(computer)
    assert computer.commands == []
    assert not (computer.root / ".venv").exists()


def test_two_set_ups_at_once_do_not_meet(computer):
    fcntl = pytest.importorskip("fcntl")
    with (computer.root / "pyproject.toml").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(SetupError, match="Another set-up"):
            start(computer)
    assert start(computer) == 0


@pytest.mark.parametrize("held", ["EAGAIN", "EACCES"])
def test_a_lock_that_another_has_is_told_from_a_disk_without_locks(computer, monkeypatch, held):
    fcntl = pytest.importorskip("fcntl")
    asked = []

    def refuse(number):
        def flock(file, how):
            asked.append(file.mode)
            raise OSError(number, os.strerror(number))

        return flock

    monkeypatch.setattr(fcntl, "flock", refuse(getattr(errno, held)))
    with pytest.raises(SetupError, match="Another set-up"):
        start(computer)
    monkeypatch.setattr(fcntl, "flock", refuse(errno.ENOLCK))
    assert start(computer) == 0
    # NFS refuses to lock what is open for reading only.
    assert asked == ["rb+", "rb+"]
