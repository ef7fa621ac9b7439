"""Many files through one `audiosep batch`, broken ones among them, killed once on its way: all are there, memory stays.

AUDIOSEP_LOAD_FILES=1000 ./run test -m slow tests/load/test_many_files.py -s
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from tests.load.holdings import own_mb

FILES = int(os.environ.get("AUDIOSEP_LOAD_FILES", "40"))
BROKEN = {".mp3": b"", ".wav": b"RIFF, or so it says", ".flac": b"fLaC" + bytes(range(256)), ".ogg": b"\n" * 1000}
"""Every tenth file is one of these, in turn."""
GROWTH = 1.05
ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.reliability, pytest.mark.slow, pytest.mark.timeout(600 + 5 * FILES)]


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    """A tree of clips of half a second to a second and a half, of all rates, mono and stereo."""
    folder, rng = tmp_path / "in", np.random.default_rng(0)
    for number in range(FILES):
        name = folder / f"{number // 100:02}" / f"{number:04}"
        name.parent.mkdir(parents=True, exist_ok=True)
        if number % 10 == 9:
            suffix = list(BROKEN)[number // 10 % len(BROKEN)]
            name.with_suffix(suffix).write_bytes(BROKEN[suffix])
            continue
        rate, suffix = (16_000, 44_100, 48_000, 96_000)[number % 4], (".wav", ".flac", ".ogg")[number % 3]
        frames = round(rng.uniform(0.5, 1.5) * rate)
        soundfile.write(name.with_suffix(suffix), rng.uniform(-0.3, 0.3, (frames, 1 + number % 2)), rate)
    return folder


@contextmanager
def batch(sounds: Path, output: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "audiosep_core", "batch", sounds, "-p", "rain", "--rest", "-o", output, "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_killed_batch_of_many_files_is_finished_in_the_same_memory(sounds: Path, tmp_path: Path) -> None:
    output, broken = tmp_path / "out", FILES // 10
    with batch(sounds, output) as killed:
        assert killed.stdout is not None
        over = 0
        while over < FILES // 4:
            over += json.loads(killed.stdout.readline())["event"] == "file"
    began, held = time.perf_counter(), []
    with batch(sounds, output) as process:
        assert process.stdout is not None
        watched = psutil.Process(process.pid)
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "file" and event["outcome"] != "skipped":
                held.append(own_mb(watched))
        code = process.wait()
    wall_s = time.perf_counter() - began
    assert code == 1, "some files are broken"
    assert len(held) <= FILES - over + broken, "what was done before is not done again"
    assert (event["event"], event["files"], event["failed"], event["left"]) == ("done", FILES, broken, 0)
    records = [json.loads(line) for line in (output / "manifest.jsonl").read_text().splitlines()]
    assert len(records) == FILES
    assert sum(record["status"] == "done" for record in records) == FILES - broken
    for record in records:
        if record["status"] == "done":
            whole, *parts = (
                soundfile.info(path) for path in (sounds / record["source"], *map(output.joinpath, record["outputs"]))
            )
            assert [(part.frames, part.samplerate) for part in parts] == [(whole.frames, whole.samplerate)] * 2
    wavs = {path.relative_to(output).as_posix() for path in output.rglob("*.wav")}
    assert wavs == {name for record in records for name in record.get("outputs") or ()}, "and no half ones"
    warm = len(held) // 4
    print(f"\n{FILES} files, {broken} broken; killed after {over}, the other {len(held)} in {wall_s:.0f} s; ", end="")
    print(f"memory {held[warm]:.0f} MB after {warm} of them, {held[-1]:.0f} MB at the end, {max(held):.0f} MB at most")
    if FILES >= 200:
        assert held[-1] < GROWTH * held[warm]
