"""A sound server of the test's own, PulseAudio with a sink that goes nowhere, and a recorder of what that sink gets."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

SINK = "test"
MISSING = [tool for tool in ("pulseaudio", "parec", "pactl") if shutil.which(tool) is None]


@contextmanager
def sound_home() -> Iterator[dict[str, str]]:
    """Yields the environment of clients of a server that is still to come, with a HOME and an XDG_RUNTIME_DIR."""
    with tempfile.TemporaryDirectory(prefix="pulse") as home:  # short: a socket's path may have 107 characters
        Path(home, "run").mkdir(mode=0o700)
        env = {k: v for k, v in os.environ.items() if not k.startswith("PULSE")}
        yield env | {"HOME": home, "XDG_RUNTIME_DIR": f"{home}/run", "XDG_CONFIG_HOME": f"{home}/config"}


@contextmanager
def sound_server_in(env: dict[str, str], rate_hz: int) -> Iterator[None]:
    """A server for these clients."""
    started = subprocess.run(
        [
            "pulseaudio",
            "-n",
            "--daemonize=yes",
            "--exit-idle-time=-1",
            "--use-pid-file=yes",
            f"--load=module-null-sink sink_name={SINK} rate={rate_hz} channels=2 format=float32le",
            "--load=module-native-protocol-unix",
        ],
        env=env,
        capture_output=True,
        text=True,
        timeout=30,
    )
    pid_file = Path(env["XDG_RUNTIME_DIR"], "pulse", "pid")
    if started.returncode != 0 or not pid_file.exists():
        pytest.skip(f"pulseaudio does not start here: {started.stderr.strip()[-200:]}")
    pid = int(pid_file.read_text())
    try:
        yield
    finally:
        os.kill(pid, signal.SIGTERM)


@contextmanager
def sound_server(rate_hz: int) -> Iterator[dict[str, str]]:
    """Yields the environment of its clients."""
    with sound_home() as env, sound_server_in(env, rate_hz):
        yield env


def pulse_socket(env: dict[str, str]) -> str:
    """Where that server listens, for PULSE_SERVER."""
    return f"unix:{env['XDG_RUNTIME_DIR']}/pulse/native"


class Recorder:
    """What the sink gets, from now on, in stereo."""

    def __init__(self, env: dict[str, str], rate_hz: int, path: Path) -> None:
        self._path = path
        self._rate_hz = rate_hz
        arguments = ("--format=float32le", f"--rate={rate_hz}", "--channels=2", "--latency-msec=20", "--raw")
        self._process = subprocess.Popen(["parec", f"--device={SINK}.monitor", *arguments, str(path)], env=env)
        self.wait(0.1)

    @property
    def frames(self) -> int:
        """How much was recorded by now."""
        return self._path.stat().st_size // 8 if self._path.exists() else 0

    def wait(self, seconds: float, timeout_s: float = 60.0) -> None:
        """Until so much more was recorded, by the clock of the sound."""
        until, deadline = self.frames + round(seconds * self._rate_hz), time.monotonic() + timeout_s
        while self.frames < until:
            assert time.monotonic() < deadline, "the sink gives nothing"
            time.sleep(0.02)

    def stop(self) -> np.ndarray:
        """Everything that was recorded, shape (frames, 2)."""
        self._process.terminate()
        self._process.wait(10)
        return self.sound()

    def sound(self) -> np.ndarray:
        """What was recorded by now, shape (frames, 2)."""
        sound = np.fromfile(self._path, np.float32)
        return sound[: len(sound) // 2 * 2].reshape(-1, 2)
