"""What the trial in an empty Debian compares; the trial is a command, for it needs root and packages of a gigabyte."""

from __future__ import annotations

from installer.packages.linux import trial


def test_what_is_left_is_told_by_its_uppermost_folder():
    before = {"usr", "usr/bin"}
    after = before | {"usr/lib", "usr/lib/audiosep-desktop", "usr/lib/audiosep-desktop/x", "usr/bin/audiosep"}
    assert trial.left_behind(before, after) == ["usr/bin/audiosep", "usr/lib"]
    assert trial.left_behind(after, before) == []


def test_what_is_nobodys_is_not_compared(tmp_path):
    for name in ("var/lib/dpkg/info/x.list", "var/cache/apt/y.deb", "usr/bin/z", "proc/1/stat"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.touch()
    assert trial.Debian(tmp_path).files() == {"usr", "usr/bin", "usr/bin/z", "var", "var/lib"}
    assert trial.Debian(tmp_path).files("usr") == {"usr/bin", "usr/bin/z"}


def test_commands_see_nothing_of_this_machines_environment(tmp_path):
    command = trial.Debian(tmp_path).command(["audiosep", "info"], True, {"DISPLAY": ":9"})
    assert command[:3] == ["chroot", "--userspec", "tester:tester"]
    assert command[4:8] == ["/usr/bin/env", "-i", "-C", "/home/tester"]
    assert "DISPLAY=:9" in command
    assert command[-2:] == ["audiosep", "info"]
