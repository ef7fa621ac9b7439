"""What the set-up finds out of the computer it really runs on."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path


def test_environments_are_made_with_the_python_outside_of_the_activated_one(repository, tmp_path):
    folder = tmp_path / "active"
    venv.create(folder, with_pip=False)
    inside = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    code = "from installer.machine import this_machine; print(this_machine().python)"
    done = subprocess.run([inside, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    python = Path(done.stdout.strip())
    assert not python.is_relative_to(folder)
    # `setup --fresh` removes the environment and makes it anew with this one.
    prefix = subprocess.run([python, "-c", "import sys; print(sys.prefix == sys.base_prefix)"], capture_output=True)
    assert prefix.stdout.strip() == b"True"
