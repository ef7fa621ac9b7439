"""Through a real sound server: what a null sink of PulseAudio received is what was in the files, frame for frame."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.playback.conftest import noise
from tests.sound_server import MISSING, pulse_socket
from tests.sound_server import sound_server as start_sound_server

pytestmark = [
    pytest.mark.audio_device,
    pytest.mark.alone,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

RATE = 48000
SECONDS = 3


@pytest.fixture
def sound_server() -> Iterator[dict[str, str]]:
    """The environment of a server of this test's own."""
    with start_sound_server(RATE) as env:
        yield env


def lag_of(recording: np.ndarray, part: np.ndarray) -> int:
    """Where `part` begins in `recording`, by cross-correlation."""
    size = 1 << (len(recording) + len(part)).bit_length()
    spectrum = np.fft.rfft(recording, size) * np.conj(np.fft.rfft(part, size))
    return int(np.argmax(np.fft.irfft(spectrum, size)[: len(recording)]))


def test_what_the_sink_got_is_what_the_files_hold(sound_server: dict[str, str], tmp_path: Path) -> None:
    source, stem = noise(SECONDS * RATE), noise(SECONDS * RATE, seed=1)
    np.save(tmp_path / "source.npy", source)
    np.save(tmp_path / "stem.npy", stem)
    recorder = subprocess.Popen(
        ["parec", "--device=test.monitor", "--format=float32le", f"--rate={RATE}", "--channels=2", "--latency-msec=20"],
        env=sound_server,
        stdout=subprocess.PIPE,
    )
    recording_path = tmp_path / "recording.f32"
    try:
        assert recorder.stdout is not None
        first = recorder.stdout.read(4096)  # it records from here on
        with recording_path.open("wb") as file:
            drain = subprocess.Popen(["cat"], stdin=recorder.stdout, stdout=file)
        recorder.stdout.close()
        player = subprocess.run(
            [
                sys.executable,
                str(Path(__file__).with_name("play_through.py")),
                str(tmp_path / "source.npy"),
                str(tmp_path / "stem.npy"),
                str(RATE),
                "pulse",
            ],
            env=sound_server | {"PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=60,
        )
    finally:
        recorder.terminate()
        recorder.wait(10)
    drain.wait(10)
    assert player.returncode == 0, player.stderr
    told = json.loads(player.stdout.splitlines()[-1])
    assert first
    assert told["has_sound"]
    recording = np.fromfile(recording_path, np.float32)
    recording = recording[: len(recording) // 2 * 2].reshape(-1, 2)

    lag = lag_of(recording[:, 0], source[RATE // 4 : RATE * 3 // 4, 0]) - RATE // 4
    later = lag_of(recording[:, 0], stem[2 * RATE : 2 * RATE + RATE // 2, 0]) - 2 * RATE
    if told["underruns"]:
        pytest.skip(f"this machine was too busy to play without gaps ({told['underruns']})")
    assert lag == later  # the switch did not move the clock
    heard = recording[lag : lag + SECONDS * RATE]
    assert np.abs(heard[480:RATE] - source[480:RATE]).max() < 1e-6
    same = np.abs(heard - source).max(axis=1) < 1e-6
    changed_at = int(np.argmin(same[480:])) + 480
    ramp = RATE // 100
    assert np.abs(heard[changed_at + ramp : -ramp] - stem[changed_at + ramp : -ramp]).max() < 1e-6
    # From the key press to the ear: the queue and the device; 30 ms are for a busy machine.
    assert changed_at - told["switched"] < (0.060 + 0.030 + told["latency_s"]) * RATE
    moves = np.diff(told["positions"][:-1])
    assert (moves > 0).all()


def pactl(server: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(["pactl", *arguments], env=server, capture_output=True, text=True, timeout=30, check=True)
    return done.stdout.strip()


def test_headphones_that_come_and_go_are_told_of(sound_server: dict[str, str]) -> None:
    """The real Qt on the real server; a second sink stands for the headphones."""
    watcher = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("watch_through.py"))],
        env=sound_server | {"PYTHONPATH": os.pathsep.join(sys.path), "PULSE_SERVER": pulse_socket(sound_server)},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert watcher.stdout is not None

        def wait(gone: str, moved: bool | None, rate_hz: int) -> None:
            for line in watcher.stdout:  # type: ignore[union-attr]
                was_gone, has_moved, now_hz, listed = json.loads(line)
                if (was_gone, now_hz) == (gone, rate_hz) and moved in (None, has_moved):
                    assert listed
                    return
            pytest.fail("it ended without telling")

        wait("", False, RATE)
        sink = ("module-null-sink", "sink_name=phones", "rate=44100", "sink_properties=device.description=Phones")
        module = pactl(sound_server, "load-module", *sink)
        wait("", None, RATE)
        pactl(sound_server, "set-default-sink", "phones")
        wait("", True, 44100)
        pactl(sound_server, "unload-module", module)
        wait("Phones", True, RATE)
    finally:
        watcher.kill()
        watcher.communicate(timeout=10)
