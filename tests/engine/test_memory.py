"""Memory does not grow with the length: a short and a long recording take the same, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

REPOSITORY = Path(__file__).resolve().parents[2]

# Prints its own high-water mark: what the network, its libraries, and the work took.
CHILD = """
import re, sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from audiosep_core.engine.allocator import return_large_buffers
from audiosep_core.engine.files import FileOptions, separate_file
from audiosep_core.engine.separator import Separator
return_large_buffers()  # as the command line and the engine process do
if sys.argv[3] == "identity":
    from identity import IdentitySeparator
    separator = IdentitySeparator(3.0)
else:
    separator = Separator.load(sys.argv[3], "cpu")
keep = sys.argv[5] == "keep"
files = separate_file(
    Path(sys.argv[1]), ["a dog", "rain"], Path(sys.argv[2]), separator, FileOptions(rest=True, keep_partial=keep)
)
assert len(files.stems) == 2 and files.rest is not None
status = Path("/proc/self/status").read_text()
print(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
"""

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the high-water mark is Linux's")


def write_noise(path: Path, seconds: float, rate: int = 44_100) -> Path:
    rng = np.random.default_rng(0)
    block = rng.uniform(-0.3, 0.3, (rate, 2)).astype(np.float32)
    with soundfile.SoundFile(path, "w", rate, 2, "PCM_24") as file:
        for _ in range(round(seconds)):
            file.write(block)
    return path


def peak_mb(recording: Path, folder: Path, model: str, keep: bool = False) -> float:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    here = str(Path(__file__).parent)
    command = [sys.executable, "-c", CHILD, str(recording), str(folder), model, here, "keep" if keep else ""]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    for path in folder.iterdir():
        path.unlink()
    return int(done.stdout) / 1024


@pytest.mark.parametrize(("suffix", "keep"), [("wav", False), ("flac", True)])
def test_ten_times_the_length_takes_the_same_memory(tmp_path: Path, suffix: str, keep: bool) -> None:
    short, long = (write_noise(tmp_path / f"{seconds}.{suffix}", seconds) for seconds in (30, 300))
    low, high = (peak_mb(path, tmp_path / "out", "identity", keep) for path in (short, long))
    print(f"{suffix}: {low:.0f} MB for 30 s, {high:.0f} MB for 300 s")
    assert high < 1.05 * low


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("suffix", ["wav", "flac"])
def test_two_and_twenty_minutes_with_the_starter_take_the_same_memory(tmp_path: Path, suffix: str) -> None:
    short, long = (write_noise(tmp_path / f"{minutes}.{suffix}", 60 * minutes) for minutes in (2, 20))
    low, high = (peak_mb(path, tmp_path / "out", "starter") for path in (short, long))
    print(f"{suffix}: {low:.0f} MB for 2 minutes, {high:.0f} MB for 20")
    assert high < 1.05 * low
