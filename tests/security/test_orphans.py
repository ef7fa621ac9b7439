"""When the window is killed, everything that it started ends, whatever it is doing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile

from audiosep_core.audio.cache import SoundCache
from desktop.inference.child import child_environment, python_module
from tests.security.real_child import ENGINE, MEDIA, MODELS, PATIENCE_S

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="a window is killed otherwise there"),
]

WINDOW = """
import json, sys, threading
from desktop.inference.child import Child

command, messages, ready = json.loads(sys.argv[1])
def said(child, message):
    if message.get("type", message.get("event")) in ready:
        print(child.pid, flush=True)
child = Child(command, said, lambda *_: None)
for message in messages:
    child.send(message)
threading.Event().wait()
"""
RATE = 16_000


def long_recording(folder: Path, minutes: int) -> Path:
    path = folder / "long.wav"
    noise = np.random.default_rng(0).uniform(-0.1, 0.1, 60 * RATE).astype(np.float32)
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_16") as file:
        for _ in range(minutes):
            file.write(noise)
    return path


def as_cache(recording: Path, path: Path) -> Path:
    samples, rate = soundfile.read(recording, dtype="float32", always_2d=True)
    with SoundCache.create(path, rate, 1, len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


def orphan(command: list[str], messages: list[dict[str, Any]], ready: str) -> psutil.Process:
    """What is left of a window that was killed when its child had said `ready`."""
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, json.dumps([command, messages, [ready]])],
        env=child_environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    with window:
        assert window.stdout is not None
        child = psutil.Process(int(window.stdout.readline()))
        window.send_signal(signal.SIGKILL)
    return child


def is_gone(process: psutil.Process) -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        # Where nobody collects orphans, one stays as a name without a process.
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def outlives(*orphans: psutil.Process) -> list[psutil.Process]:
    return [process for process in orphans if not is_gone(process)]


def test_who_waits_or_reads_ends_with_the_window(tmp_path: Path) -> None:
    recording, cache = long_recording(tmp_path, 5), tmp_path / "cache.json"
    reading = {"type": "open", "job": "1", "path": str(recording), "cache": str(cache)}
    assert not outlives(
        orphan(python_module(MEDIA), [], "hello"),
        orphan(python_module(MEDIA), [reading], "opened"),
        orphan(python_module(MODELS), [], "hello"),
        orphan(python_module(ENGINE), [], "hello"),
    )


@pytest.mark.slow
def test_who_loads_or_separates_ends_with_the_window(tmp_path: Path, tiny_model: Path) -> None:
    recording = long_recording(tmp_path, 20)
    source = as_cache(recording, tmp_path / "source.json")
    separate = {
        "type": "separate", "job": "1", "source": str(source), "start": 0, "end": 20 * 60 * RATE, "first": 0,
        "prompts": ["a dog"], "model": str(tiny_model), "device": "cpu", "stems": [str(tmp_path / "stem.json")],
    }  # fmt: skip
    batch = ["batch", "--json", "--end-with-stdin", "-o", str(tmp_path / "out"), "-p", "a dog", "--model"]
    assert not outlives(
        orphan(python_module(ENGINE), [separate], "phase"),
        orphan(python_module(ENGINE), [separate], "final"),
        orphan([*python_module("audiosep_core"), *batch, str(tiny_model), str(recording)], [], "progress"),
    )
