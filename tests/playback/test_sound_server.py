"""The real window on a real sound server that ends and comes back, on none at all, and without PortAudio.

Each in a process of its own: what PortAudio and Qt know of the system is the process's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from tests.playback.conftest import noise
from tests.sound_server import MISSING, Recorder, pulse_socket, sound_home, sound_server_in

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.audio_device,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

RATE, SECONDS = 48000, 600
PATIENCE_S = 60.0
Facts = dict[str, Any]


class Window:
    """The window in its process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, line: str) -> Facts:
        """Have something done; what is so then."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the window is gone"
        return dict(json.loads(line))

    def wait(self, condition: Callable[[Facts], object], what: str) -> Facts:
        deadline = time.monotonic() + PATIENCE_S
        while not condition(facts := self.say("look")):
            assert time.monotonic() < deadline, f"in vain: {what}: {facts}"
            time.sleep(0.1)
        return facts

    def play(self) -> Facts:
        """Press play; what is so once the playhead has moved half a second."""
        before = self.say("play")["position"]
        return self.wait(lambda facts: facts["playing"] and facts["position"] > before + RATE // 2, "it plays")


@contextmanager
def window(env: dict[str, str], recording: Path, *arguments: str) -> Iterator[Window]:
    child = Path(__file__).with_name("window_through.py")
    with subprocess.Popen(
        [sys.executable, str(child), str(recording), *arguments],
        env=env | {"PYTHONPATH": os.pathsep.join(sys.path), "PULSE_SERVER": pulse_socket(env)},
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            seen = Window(process)
            seen.wait(lambda facts: facts["open"], "the recording is open")
            yield seen
            assert process.stdin is not None
            process.stdin.write("quit\n")
            process.stdin.flush()
            assert process.wait(60) == 0
        finally:
            process.kill()


@pytest.fixture
def home() -> Iterator[dict[str, str]]:
    """Clients' environment, whose PortAudio finds PulseAudio and nothing else."""
    with sound_home() as env:
        Path(env["HOME"], ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
        yield env


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.wav"
    soundfile.write(path, np.tile(noise(RATE), (SECONDS, 1)), RATE, subtype="PCM_16")
    return path


def test_a_server_that_ends_pauses_playing_and_play_goes_on_with_the_next_one(
    home: dict[str, str], minutes: Path, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        with sound_server_in(home, RATE):
            seen = stack.enter_context(window(home, minutes))
            assert seen.play()["has_sound"]
        paused = seen.wait(lambda facts: not facts["playing"], "it pauses")
        assert "paused" in paused["notice"]
        assert paused["position"] > RATE // 2, "the playhead stays"
        with sound_server_in(home, RATE):
            recorder = Recorder(home, RATE, tmp_path / "heard.f32")
            again = seen.play()
            assert again["has_sound"], again
            recorder.wait(0.5)
            assert np.abs(recorder.stop()).max() > 0.01


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "No sound output was found; everything but playback works."),
        (
            ("without-portaudio",),
            "Playback needs the PortAudio library, which is not installed; everything else works."
            " Install it: apt install libportaudio2.",
        ),
    ],
)
def test_without_a_server_or_the_library_all_but_sound_works(
    home: dict[str, str], minutes: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    with window(home, minutes, *arguments) as seen:
        facts = seen.play()  # the playhead moves all the same
        assert (facts["has_sound"], facts["reason"]) == (False, sentence)
        seen.say(f"export {tmp_path}")
        seen.wait(lambda facts: facts["exported"], "it is exported")
    exported = next(path for path in tmp_path.glob("*.wav") if path != minutes)
    assert soundfile.info(exported).frames == SECONDS * RATE
