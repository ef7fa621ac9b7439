"""Missing libraries: named, installed where that is allowed, otherwise asked for with one line and nothing done."""

from __future__ import annotations

import pytest

from installer import bootstrap
from installer.machine import SetupError


def test_without_rights_the_one_line_is_printed_and_nothing_is_done(computer):
    computer.missing = {"libportaudio.so.2", "libxcb-cursor.so.0"}
    with pytest.raises(SetupError) as caught:
        bootstrap.run(computer.machine, computer.root, [])
    assert "PortAudio" in str(caught.value)
    assert "    sudo apt-get install libportaudio2 libxcb-cursor0\n" in str(caught.value)
    assert computer.commands == []
    assert not (computer.root / ".venv").exists()


def test_root_installs_them_and_goes_on(computer):
    computer.missing = {"libportaudio.so.2"}
    computer.changes["administrator"] = True
    bootstrap.run(computer.machine, computer.root, [])
    assert computer.commands[0][-3:] == ["-y", "--no-install-recommends", "libportaudio2"]
    assert "sudo" not in computer.told
    assert computer.became


def test_sudo_is_used_where_it_asks_nothing(computer):
    computer.missing = {"libEGL.so.1"}
    computer.sudo = True
    bootstrap.run(computer.machine, computer.root, [])
    assert computer.commands[0][:2] == ["sudo", "-n"]


def test_package_lists_are_fetched_when_the_first_try_fails(computer):
    computer.missing = {"libEGL.so.1"}
    computer.changes["administrator"] = True
    computer.failing = {"install"}
    with pytest.raises(SetupError, match="sudo apt-get install libegl1"):
        bootstrap.run(computer.machine, computer.root, [])
    assert [command[3] if command[0] == "env" else command for command in computer.commands] == [
        "install",
        "update",
        "install",
    ]


def test_a_library_that_stays_missing_is_named(computer):
    computer.missing = {"libEGL.so.1"}
    computer.changes |= {"administrator": True, "loads": lambda file: file != "libEGL.so.1"}
    with pytest.raises(SetupError, match="still missing: EGL"):
        bootstrap.run(computer.machine, computer.root, [])


@pytest.mark.parametrize("modules", [{"ensurepip"}, {"venv", "ensurepip"}])
def test_debians_missing_venv_is_named_and_its_package_asked_for(computer, modules):
    computer.missing_modules = set(modules)
    with pytest.raises(SetupError) as caught:
        bootstrap.run(computer.machine, computer.root, [])
    assert "Python's ensurepip module" in str(caught.value)
    assert "sudo apt-get install python3.11-venv" in str(caught.value)


def test_root_installs_debians_venv(computer):
    computer.missing_modules = {"ensurepip"}
    computer.changes["administrator"] = True
    bootstrap.run(computer.machine, computer.root, [])
    assert "python3.11-venv" in computer.commands[0]
    assert computer.became


def test_an_incomplete_python_of_ones_own_is_not_apts_business(computer):
    computer.missing_modules = {"ensurepip"}
    computer.changes |= {"system_python": False, "administrator": True}
    with pytest.raises(SetupError, match="lacks its ensurepip module"):
        bootstrap.run(computer.machine, computer.root, [])
    assert computer.commands == []


def test_a_made_environment_needs_no_venv_module(computer):
    bootstrap.run(computer.machine, computer.root, [])
    computer.missing_modules = {"venv", "ensurepip"}
    assert bootstrap.run(computer.machine, computer.root, []) == 0


def test_other_distributions_are_told_what_is_missing(computer):
    computer.changes["distribution"] = frozenset({"fedora"})
    assert bootstrap.run(computer.machine, computer.root, []) == 0
    computer.missing = {"libportaudio.so.2"}
    with pytest.raises(SetupError, match=r"PortAudio \(libportaudio\.so\.2\).*package manager"):
        bootstrap.run(computer.machine, computer.root, [])


def test_wayland_and_off_screen_need_nothing_of_x11(computer):
    computer.missing = {"libxcb-cursor.so.0"}
    bootstrap.run(computer.machine, computer.root, ["test"])
    computer.changes["environment"] = {"WAYLAND_DISPLAY": "wayland-0"}
    bootstrap.run(computer.machine, computer.root, [])
    assert len(computer.became) == 2


@pytest.mark.parametrize("system", ["Darwin", "Windows"])
def test_elsewhere_the_wheels_bring_everything(computer, system):
    computer.missing = {"libportaudio.so.2", "libEGL.so.1"}
    computer.changes |= {"system": system, "distribution": frozenset()}
    wanted = bootstrap.plan(computer.machine, [])
    bootstrap.provide(computer.machine, wanted.needs, venv=True)
    assert computer.commands == []
