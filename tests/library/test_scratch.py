"""What a process leaves when it is killed goes when the next one comes; what a living one has stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from audiosep_core.library.scratch import SCRATCH, noted, scratch_folder, sweep

WORKER = """
import sys
from pathlib import Path
from audiosep_core.library.scratch import noted, scratch_folder
here = Path(sys.argv[1])
with scratch_folder("work") as folder:
    (folder / "big.f32").write_bytes(b"0" * 1000)
    noted(here / "song.wav.0123.part").write_bytes(b"half")
    noted(here / ".yard.asproj.0123.part").mkdir()
    (here / ".yard.asproj.0123.part" / "stem.wav").touch()
    print(folder, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    with process:
        yield process
        process.kill()


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_process_left_goes_with_the_next_one(
    worker: subprocess.Popen[str], tmp_path: Path, private_home: Path
) -> None:
    assert worker.stdout is not None
    folder = Path(worker.stdout.readline().strip())
    (tmp_path / "song.wav").write_bytes(b"whole")
    sweep()
    assert folder.is_dir(), "it is at work"
    assert len(leftovers(tmp_path)) == 3
    worker.kill()
    worker.wait()
    with scratch_folder("other"):
        assert not folder.exists()
        assert leftovers(tmp_path) == ["song.wav"]
    assert len(leftovers(private_home / "cache" / SCRATCH)) == 2, "this process's folder and lock"


def test_a_process_that_ends_takes_everything_along(
    worker: subprocess.Popen[str], tmp_path: Path, private_home: Path
) -> None:
    assert worker.stdout is not None
    worker.stdout.readline()
    worker.communicate("\n")
    assert leftovers(tmp_path) == []
    assert leftovers(private_home / "cache" / SCRATCH) == []


def test_only_parts_are_ever_removed(tmp_path: Path, private_home: Path) -> None:
    dead = private_home / "cache" / SCRATCH / "1-dead"
    dead.mkdir(parents=True)
    kept = tmp_path / "song.wav"
    kept.touch()
    (tmp_path / "link.part").symlink_to(tmp_path, target_is_directory=True)
    lines = [json.dumps(str(kept)), json.dumps(str(tmp_path / "link.part")), "7", '{"a": 1}', '"/half']
    (dead / "parts").write_text("\n".join(lines))
    sweep()
    assert leftovers(tmp_path) == ["song.wav"], "a link is removed, and not what it leads to"
    assert not dead.exists()


def test_a_cache_that_cannot_be_written_stops_nobody(
    tmp_path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (private_home / "cache").mkdir()
    (private_home / "cache" / SCRATCH).touch()
    assert noted(tmp_path / "x.part") == tmp_path / "x.part"
