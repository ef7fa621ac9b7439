"""Real processes over one output."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import Batch, make_files

CHILD = Path(__file__).with_name("fake_process.py")
ROOT = CHILD.parents[2]


class Child:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._stdin, self._stdout = process.stdin, process.stdout

    def line(self) -> str:
        return self._stdout.readline().strip()

    def go_on(self) -> None:
        self._stdin.write("\n")
        self._stdin.flush()


@contextmanager
def child(batch: Batch, lease_s: float, *held: str) -> Iterator[Child]:
    arguments = [sys.executable, str(CHILD), str(batch.source), str(batch.output), str(lease_s), *held]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield Child(process)
        finally:
            process.kill()


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    make_files(tmp_path / "in", *(f"{number:02}.wav" for number in range(40)))
    return Batch(tmp_path / "in", tmp_path / "out")


def test_a_batch_is_imported_without_what_it_may_not_need() -> None:
    rooms = "batch.run, audiosep_core.batch.worker, audiosep_core.batch.separating, audiosep_core.cli"
    unwanted = "('torch', 'ray', 'fsspec', 's3fs', 'jinja2', 'av')"
    code = f"import sys, audiosep_core.{rooms}; print([name for name in {unwanted} if name in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "[]"


def log(batch: Batch) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in (batch.output.parent / "log").read_text().splitlines()]


def assert_all_once(batch: Batch) -> None:
    names = [f"{number:02}" for number in range(40)]
    assert [record.source for record in batch.manifest()] == [f"{name}.wav" for name in names]
    assert {record.status for record in batch.manifest()} == {"done"}
    assert batch.results() == [f"{name} (a dog).wav" for name in names]
    assert all((batch.output / f"{name} (a dog).wav").read_bytes() == f"{name}.wav".encode() for name in names)
    assert batch.leftovers() == []


def test_two_processes_do_each_file_exactly_once(batch: Batch) -> None:
    with child(batch, 60) as one, child(batch, 60) as two:
        assert {one.line(), two.line()} == {"at 00.wav", "at 01.wav"}
        one.go_on()
        two.go_on()
        ends = [one.process.communicate(timeout=60)[0], two.process.communicate(timeout=60)[0]]
    # Whoever ends has seen all files over, whoever did them.
    assert all("over 40 failed 0" in end for end in ends)
    assert sum(int(end.split()[-1]) for end in ends) == 40
    done = log(batch)
    assert sorted(name for name, _ in done) == [f"{number:02}.wav" for number in range(40)]
    assert len({process for _, process in done}) == 2
    assert_all_once(batch)
    assert len({record.who for record in batch.manifest()}) == 2


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_the_file_of_a_killed_process_is_taken_over(batch: Batch) -> None:
    with child(batch, 60) as killed:
        assert killed.line() == "at 00.wav"
        killed.process.send_signal(signal.SIGKILL)
        killed.process.wait()
    assert batch.leftovers() != []
    with child(batch, 60) as other:
        # Its death is known at once on the same machine, whatever the lease.
        assert other.line() == "at 00.wav"
        other.go_on()
        assert other.process.communicate(timeout=60)[0] == "over 40 failed 0 done 40\n"
    assert_all_once(batch)


@pytest.mark.skipif(os.name == "nt", reason="SIGSTOP")
def test_the_file_of_a_process_that_stands_still_is_taken_over_after_its_lease(batch: Batch) -> None:
    with child(batch, 1) as still:
        assert still.line() == "at 00.wav"
        still.process.send_signal(signal.SIGSTOP)
        with child(batch, 1) as other:
            assert other.line() == "at 01.wav"
            other.go_on()
            assert other.line() == "waiting for 1"
            assert other.line() == "over 40 failed 0 done 40"
        # It wakes up in the midst of a file that is not its own any more.
        still.process.send_signal(signal.SIGCONT)
        still.go_on()
        assert still.process.communicate(timeout=60)[0] == "over 40 failed 0 done 0\n"
    assert_all_once(batch)
