"""What a batch costs beside the separation, and what a second process brings; the figures of docs/scaling.md.

`./run test -m benchmark tests/benchmarks/test_batch.py -s`
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import Item, find_items
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.records import Records
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally, run
from audiosep_core.batch.separating import Separated
from audiosep_core.batch.stores import LocalStore
from audiosep_core.batch.worker import Outcome, Worker
from audiosep_core.cancel import CancelToken
from audiosep_core.types import OnProgress, Progress
from tests.benchmarks.baseline import Figures

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]
FILES, SECONDS = 8, 60.0
MANY = 500


class _Silent:
    def progress(self, item: Item, progress: Progress, tally: Tally) -> None: ...

    def file(self, item: Item, outcome: Outcome, tally: Tally) -> None: ...

    def waiting(self, files: int) -> None: ...


def _copy(
    source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
) -> Separated:
    made = folder / "made.wav"
    made.write_bytes(source.read_bytes())
    return Separated((made,), audio_s=1.0)


def test_what_a_batch_costs_a_file(tmp_path: Path, figure: Figures) -> None:
    """Claim, hash, record, manifest and summary around a separation that costs nothing."""
    (tmp_path / "in").mkdir()
    for number in range(MANY):
        (tmp_path / "in" / f"{number}.wav").write_bytes(b"x")
    store = LocalStore(tmp_path / "out")
    for what in ("done", "skipped"):
        wall, cpu = time.perf_counter(), time.process_time()
        records = Records(store)
        records.load()
        with Claims(store, Owner.myself()) as claims:
            worker = Worker(BatchRequest(("x",)), store, _copy, claims, records)
            tally = run(find_items([str(tmp_path / "in")], store), worker, Manifest(store, records), _Silent())
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        assert tally.kinds[what] == MANY
        print(
            f"\n{MANY} files {what}: {1000 * wall / MANY:.2f} ms a file, {1000 * cpu / MANY:.2f} ms of processor time"
        )
        figure(f"batch, a file {what}", 1000 * cpu / MANY, "ms of processor time")
        # A separation of ten seconds of sound takes hundreds of milliseconds.
        assert cpu / MANY < 0.02


@pytest.mark.parametrize(("processes", "threads"), [(1, 1), (1, 2), (2, 1)])
def test_what_a_second_process_brings(tmp_path: Path, processes: int, threads: int, figure: Figures) -> None:
    """The starter over files of a minute of stereo. Wall-clock time means something on a quiet machine only, so
    processor time is told too; what a process takes before its first file is taken from a run over a short one."""
    _noise(tmp_path / "short" / "0.wav", 1.0)
    _, _, start_s = _batch(tmp_path / "short", tmp_path / "first", 1, threads)
    for number in range(FILES):
        _noise(tmp_path / "in" / f"{number}.wav", SECONDS)
    records, wall, cpu = _batch(tmp_path / "in", tmp_path / "out", processes, threads)
    ends = [datetime.fromisoformat(record["finished"]).timestamp() for record in records]
    starts = [end - record["wall_s"] for end, record in zip(ends, records, strict=True)]
    warm, audio_s = max(ends) - min(starts), FILES * SECONDS
    print(
        f"\n{processes} processes of {threads} threads, {audio_s:.0f} s of sound: {warm / audio_s:.4f} of real time "
        f"warm, {wall:.1f} s in all; processor time {start_s:.1f} s a start, "
        f"{(cpu - processes * start_s) / audio_s:.4f} a second of sound; load of the machine {os.getloadavg()[0]:.1f}"
    )
    name = f"batch, {processes} processes of {threads} threads"
    figure(name, (cpu - processes * start_s) / audio_s, "s of processor time a second of sound")
    assert len(records) == FILES


def _noise(path: Path, seconds: float) -> None:
    path.parent.mkdir(exist_ok=True)
    samples = np.random.default_rng(0).uniform(-0.3, 0.3, (round(seconds * 44_100), 2)).astype(np.float32)
    soundfile.write(path, samples, 44_100)


def _batch(source: Path, output: Path, processes: int, threads: int) -> tuple[list[dict[str, Any]], float, float]:
    """Records, wall-clock and processor seconds of so many commands over one folder."""
    command = [sys.executable, "-m", "audiosep_core", "batch", str(source), "-p", "rain", "-o", str(output), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": str(threads)}
    wall, before = time.perf_counter(), os.times()
    children = [subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) for _ in range(processes)]
    assert [child.wait() for child in children] == [0] * processes
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    lines = (output / "manifest.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines], time.perf_counter() - wall, cpu
