"""Through a real sound server: what a null sink of PulseAudio received is what was in the files, frame for frame."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.playback.conftest import noise

pytestmark = [
    pytest.mark.audio_device,
    pytest.mark.skipif(
        shutil.which("pulseaudio") is None or shutil.which("parec") is None, reason="pulseaudio is not installed"
    ),
]

RATE = 48000
SECONDS = 3


@pytest.fixture
def sound_server() -> Iterator[dict[str, str]]:
    """A server of its own with a sink that goes nowhere; yields the environment of its clients."""
    with tempfile.TemporaryDirectory(prefix="pulse") as home:  # short: a socket's path may have 107 characters
        run = Path(home, "run")
        run.mkdir(mode=0o700)
        env = {k: v for k, v in os.environ.items() if not k.startswith("PULSE")}
        env |= {"HOME": home, "XDG_RUNTIME_DIR": str(run), "XDG_CONFIG_HOME": f"{home}/config"}
        started = subprocess.run(
            [
                "pulseaudio",
                "-n",
                "--daemonize=yes",
                "--exit-idle-time=-1",
                "--use-pid-file=yes",
                f"--load=module-null-sink sink_name=test rate={RATE} channels=2 format=float32le",
                "--load=module-native-protocol-unix",
            ],
            env=env,
            capture_output=True,
            text=True,
            timeout=30,
        )
        pid_file = run / "pulse" / "pid"
        if started.returncode != 0 or not pid_file.exists():
            pytest.skip(f"pulseaudio does not start here: {started.stderr.strip()[-200:]}")
        pid = int(pid_file.read_text())
        try:
            yield env
        finally:
            os.kill(pid, signal.SIGTERM)


def pulse_socket(env: dict[str, str]) -> str:
    return f"unix:{env['XDG_RUNTIME_DIR']}/pulse/native"


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


@pytest.mark.skipif(shutil.which("pactl") is None, reason="pactl is not installed")
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
