"""The wheel: everything inside the two packages, and usable in an environment that holds nothing else."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    root = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_nothing_lies_loose_in_site_packages(names):
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"audiosep_core", "desktop"}


def test_every_resource_is_inside_the_core_and_is_not_doubled(names, repository):
    resources = repository / "resources"
    tracked = subprocess.run(
        ["git", "ls-files", "resources"], cwd=repository, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if not tracked:
        pytest.skip("not a git checkout")
    assert resources.is_dir()
    assert {f"audiosep_core/{path}" for path in tracked} <= set(names)
    assert len(names) == len(set(names))


def test_it_carries_no_tests_and_no_set_up(names):
    assert not [name for name in names if name.startswith(("tests/", "installer/", "docs/"))]


def test_it_installs_into_an_empty_environment_and_finds_its_resources(wheel, repository, tmp_path):
    environment = tmp_path / "empty"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    code = (
        "import importlib.resources, audiosep_core, desktop\n"
        "print(audiosep_core.__version__)\n"
        "print(importlib.resources.files('audiosep_core') / 'resources')\n"
    )
    done = subprocess.run(
        [python, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    metadata = tomllib.loads((repository / "pyproject.toml").read_text())
    assert done[0] == metadata["project"]["version"]
    installed = Path(done[1])
    assert installed.is_relative_to(environment.resolve())
    assert (installed / "examples" / "examples.toml").is_file()
    for script in metadata["project"]["scripts"] | metadata["project"]["gui-scripts"]:
        assert list(python.parent.glob(f"{script}*"))
