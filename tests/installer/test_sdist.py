"""The source distribution: what is needed to set up, build and check the program from it."""

from __future__ import annotations

import subprocess
import sys
import tarfile


def test_it_carries_what_its_documents_tell_to_run(repository, tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        modes = {member.name.split("/", 1)[1]: member.mode for member in archive.getmembers()}
    assert {"run", "run.bat", ".ci/run", "pyproject.toml", "installer/start.py"} <= set(modes)
    if sys.platform != "win32":
        assert modes["run"] & modes[".ci/run"] & 0o111
