"""The commands: what each needs, what it hands over to, and that a second run only hands over."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from installer import bootstrap, start_limits
from installer.machine import SetupError


def test_the_first_run_makes_everything_and_opens_the_program(computer):
    assert bootstrap.run(computer.machine, computer.root, ["a b.wav"]) == 0
    venv = computer.root / ".venv"
    assert computer.commands[0] == ["/usr/bin/python3", "-m", "venv", str(venv)]
    assert computer.commands[1][:4] == [str(venv / "bin/python"), "-m", "pip", "--disable-pip-version-check"]
    assert computer.commands[1][-2:] == ["--editable", f"{computer.root}[openvino]"]
    assert computer.became == [([str(venv / "bin/audiosep-desktop"), "a b.wav"], {}, None)]


def test_a_second_run_does_nothing_but_hand_over(computer):
    bootstrap.run(computer.machine, computer.root, [])
    computer.commands.clear()
    computer.lines.clear()
    bootstrap.run(computer.machine, computer.root, ["start", "x.wav"])
    assert computer.commands == []
    assert computer.lines == []
    assert computer.became[-1][0][1:] == ["x.wav"]


def test_the_tests_add_their_extras_to_the_same_environment_and_run_off_screen(computer):
    bootstrap.run(computer.machine, computer.root, [])
    computer.commands.clear()
    bootstrap.run(computer.machine, computer.root, ["test", "tests/audio", "-q"])
    assert len(computer.commands) == 1
    assert computer.commands[0][-1] == f"{computer.root}[dev,openvino]"
    command, extra, folder = computer.became[-1]
    assert command[1:] == ["-m", "pytest", "-m", bootstrap.DEFAULT_MARKERS, "tests/audio", "-q"]
    assert extra == {"QT_QPA_PLATFORM": "offscreen"}
    assert folder == computer.root
    computer.commands.clear()
    bootstrap.run(computer.machine, computer.root, [])
    assert computer.commands == [], "an environment for the tests also opens the program"


def test_own_markers_and_platform_are_respected(computer):
    computer.changes["environment"] = {"QT_QPA_PLATFORM": "xcb"}
    bootstrap.run(computer.machine, computer.root, ["test", "-m", "slow"])
    command, extra, _ = computer.became[-1]
    assert command[1:] == ["-m", "pytest", "-m", "slow"]
    assert extra == {}


def test_the_command_line_needs_no_window(computer):
    computer.missing = {"libEGL.so.1", "libportaudio.so.2"}
    bootstrap.run(computer.machine, computer.root, ["separate", "in.wav", "-p", "rain"])
    assert Path(computer.became[-1][0][0]).name == "audiosep"
    assert computer.became[-1][0][1:] == ["separate", "in.wav", "-p", "rain"]


def test_setup_alone_starts_nothing_and_refuses_what_it_does_not_know(computer):
    assert bootstrap.run(computer.machine, computer.root, ["setup", "--tests"]) == 0
    assert computer.became == []
    with pytest.raises(SetupError, match="--test"):
        bootstrap.run(computer.machine, computer.root, ["setup", "--test"])


def test_another_place_can_be_chosen(computer, tmp_path):
    computer.changes["environment"] = {"AUDIOSEP_VENV": str(tmp_path / "elsewhere")}
    bootstrap.run(computer.machine, computer.root, [])
    assert computer.became[-1][0][0] == str(tmp_path / "elsewhere/bin/audiosep-desktop")
    assert not (computer.root / ".venv").exists()


def test_windows_has_its_own_layout(computer):
    computer.changes |= {"system": "Windows", "distribution": frozenset()}
    with pytest.raises(SetupError, match="does not start"):  # the fake makes a venv of the other layout
        bootstrap.run(computer.machine, computer.root, [])
    assert computer.commands[1][0].endswith(str(Path("Scripts/python.exe")))


def test_errors_are_sentences_not_tracebacks(computer, monkeypatch, capsys):
    computer.missing = {"libportaudio.so.2"}
    monkeypatch.setattr(bootstrap, "this_machine", lambda: computer.machine)
    monkeypatch.setattr(bootstrap, "ROOT", computer.root)
    assert bootstrap.main([]) == 1
    shown = capsys.readouterr().err
    assert "PortAudio" in shown
    assert "Traceback" not in shown
    computer.missing.clear()
    computer.interrupted_by = "pip"
    assert bootstrap.main([]) == 130
    assert "Stopped" in capsys.readouterr().err


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14)])
def test_other_pythons_are_refused_with_one_sentence(version):
    sentence = start_limits.refusal(version)
    assert sentence is not None
    assert "{}.{}".format(*version) in sentence
    assert sentence.count("\n") == 0


@pytest.mark.parametrize("name", ["__init__.py", "start.py", "start_limits.py"])
def test_what_runs_before_the_check_can_be_read_by_old_pythons(repository, name):
    ast.parse((repository / "installer" / name).read_text(), feature_version=(3, 4))


def test_the_limits_are_those_of_the_metadata(repository):
    metadata = tomllib.loads((repository / "pyproject.toml").read_text())
    oldest, newest = start_limits.OLDEST, start_limits.NEWEST
    assert metadata["project"]["requires-python"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"
    assert start_limits.refusal(oldest) is None
    assert start_limits.refusal(newest) is None


def test_the_launcher_itself_answers_anywhere(repository, tmp_path):
    script = repository / "installer" / "start.py"
    done = subprocess.run([sys.executable, script, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "run test" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="run is a POSIX script")
def test_the_posix_launcher_finds_a_python(repository, tmp_path):
    link = tmp_path / "with space"
    link.symlink_to(repository, target_is_directory=True)
    done = subprocess.run([link / "run", "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_readme_and_ci_use_the_same_test_command(repository):
    assert "\n./run test\n" in (repository / "README.md").read_text()
    assert 'step "tests" ./run test ' in (repository / ".ci" / "run").read_text()
