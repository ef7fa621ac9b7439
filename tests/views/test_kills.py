"""Whichever process is killed at whatever moment of the work: nothing finished is lost, and nothing half stays."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import soundfile

from tests.trials import trials
from tests.views.scripted_work import content

SCRIPT = Path(__file__).with_name("scripted_work.py")
VICTIMS = ("window", "engine", "reader", "writer", "everything")
GOES_ON = 6
"""Steps that a window does after a child of it was killed."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

Told = dict[str, Any]


class Worker:
    """The window at work, and what it tells; `site` is a folder of modules that it finds too."""

    def __init__(self, folder: Path, recording: Path, seed: int, model: str, site: Path | None = None) -> None:
        command = [sys.executable, str(SCRIPT), str(folder), str(recording), str(seed), model]
        path = os.pathsep.join(map(str, filter(None, (SCRIPT.parents[2], site))))
        environment = {**os.environ, "PYTHONPATH": path, "AUDIOSEP_HOME": str(folder / "home")}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self.told: list[Told] = []

    def listen(self) -> Iterator[Told]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            try:
                self.told.append(json.loads(line))
            except ValueError:  # half a line
                return
            yield self.told[-1]

    def hear(self, lines: int) -> Told:
        for _ in range(lines):
            assert next(self.listen(), None) is not None, f"the window ended with {self.process.wait()}"
        return self.told[-1]

    def kill(self, victim: str) -> None:
        """Kill the window, one of its children, or all of them; a child that does not run yet is not killed."""
        family = psutil.Process(self.process.pid).children(recursive=True)
        pids = {**self.told[-1]["pids"], "window": self.process.pid}
        doomed = [*(child.pid for child in family), self.process.pid] if victim == "everything" else [pids[victim]]
        for pid in filter(None, doomed):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:  # it had ended by itself
                continue
        if victim in ("window", "everything"):
            list(self.listen())  # what it told before the kill came
            self.process.wait(10)
            left = psutil.wait_procs(family, timeout=60)[1]
            assert left == [], "children end with their window"


def worked(folder: Path, recording: Path, seed: int, model: str) -> Told:
    """Let the window work and kill something; what the window told last."""
    victim, chance = VICTIMS[seed % len(VICTIMS)], random.Random(seed)
    worker = Worker(folder, recording, seed, model)
    with worker.process:
        worker.hear(chance.randint(1, 40))
        time.sleep(chance.uniform(0.0, 0.3))
        worker.kill(victim)
        if worker.process.poll() is None:  # it has lost a child, and goes on
            ends = 0
            while ends < GOES_ON:
                ends += worker.hear(1)["step"].startswith("end")
            worker.kill("window")
        worker.process.kill()
    print(f"{victim} at line {len(worker.told)}, {worker.told[-1]['step']}")
    return worker.told[-1]


def assert_as_told(found: dict[str, Any], told: Told) -> None:
    """What is there is what was finished, before or after the step that it was in."""
    if told["step"] in ("begin separate", "failed"):
        # A stem more may be finished, and the window did not come to tell it.
        stems = {key: value for key, value in found["stems"].items() if key in told["is"]["stems"]}
        assert len(found["stems"]) - len(stems) <= 1
        found = {**found, "stems": stems}
    assert found in (told["is"], told["after"])


def assert_whole(folder: Path, frames: int) -> None:
    """Nothing in the person's folders is half, or called as nothing that a person asked for."""
    exports = folder / "exports"
    for path in exports.iterdir():
        assert path.suffix == ".wav", path
        assert len(soundfile.read(path)[0]) == frames, path
    assert not list(folder.glob(".*")), "a project that was on its way"
    project = folder / "yard.asproj"
    if project.exists():
        record = json.loads((project / "project.json").read_text())
        for entry in record["stems"]:
            if entry["sound"] is not None:
                assert len(soundfile.read(project / "stems" / entry["sound"]["file"])[0]) == entry["sound"]["frames"]
        assert [path for path in project.rglob("*") if path.suffix in (".part", ".old")] == []


@pytest.mark.reliability
@pytest.mark.parametrize("seed", range(trials(5, 50)))
def test_a_kill_costs_nothing_that_was_finished(
    seed: int, request: pytest.FixtureRequest, recording: Path, tmp_path: Path, tiny_model: Path
) -> None:
    real = (seed + seed // 5) % 5 == 1  # each victim has its turn with the real engine
    told = worked(tmp_path, recording, seed, str(tiny_model) if real else "fake")
    drive = request.getfixturevalue("drive")  # the start after the crash
    assert_whole(tmp_path, soundfile.info(str(recording)).frames)
    assert all(Path(path).is_file() for path in told["files"])
    leftovers = drive.space.recovery.find()
    if leftovers:
        (leftover,) = leftovers
        assert drive.space.recovery.recover(leftover)
    elif (tmp_path / "yard.asproj").exists():
        drive.window.open_paths([tmp_path / "yard.asproj"])
    else:
        assert told["is"] == {"stems": {}, "regions": []}, "nothing was kept"
        return
    drive.opened()
    assert_as_told(content(drive.document.state), told)
    drive.window.close()
    assert list((tmp_path / "cache").glob("session-*")) == []
    assert list((tmp_path / "home" / "data" / "recovery").iterdir()) == []
    assert not (tmp_path / "yard.asproj" / "project.lock").exists()
