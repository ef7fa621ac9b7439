"""Hours of playback in the real window, as fast as it goes, with a loop and random actions: nothing grows.

The feeder is stepped by hand before a sound card of the test's own, by whose frames alone the clock moves.

AUDIOSEP_LOAD_PLAYED_HOURS=8 ./run test tests/load/test_playback.py -s
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.document.commands import SetAmount, SetGain, SetMute, SetPan, SetSolo
from desktop.document.state import SOURCE_ID, Selection
from desktop.playback.device import DeviceFacts, Output
from desktop.playback.feeder import Feeder
from tests.load.holdings import children, files, own_mb, threads
from tests.playback.conftest import FakeClock, FakeOutput
from tests.views.conftest import Drive, open_window

HOURS = float(os.environ.get("AUDIOSEP_LOAD_PLAYED_HOURS", "0.01"))
RATE, SECONDS = 44100, 60
DEVICE_HZ = 48000
STEP_S = 0.033
"""As the window looks: the device takes so much between two looks of the transport."""
ACTION_S = min(20.0, HOURS * 3600 / 10)
"""Sound between two actions, and between two turns of the window's loop."""
GROWTH = 1.02

pytestmark = [pytest.mark.reliability, pytest.mark.timeout(300 + 3600 * HOURS)]


class Player:
    """The window, a hand that does anything, and time that passes as the device takes sound."""

    def __init__(self, drive: Drive, feeder: Feeder, outputs: list[FakeOutput]) -> None:
        self.drive, self.feeder, self.outputs = drive, feeder, outputs
        self.random = random.Random(8)
        self.played_s = 0.0
        self.transport = drive.space.transport
        self.playing = drive.space.playing

    def play(self, seconds: float) -> None:
        until = self.played_s + seconds
        while self.played_s < until:
            self.feeder.step()
            if self.outputs:
                self.outputs[-1].pull(round(STEP_S * DEVICE_HZ))
            self.transport.poll()
            self.played_s += STEP_S
        QApplication.processEvents()

    def act(self) -> None:
        """One thing that a person may do; then it plays."""
        self.random.choice(self.actions())()
        if not self.transport.playing:
            self.playing.toggle()

    def actions(self) -> list[Callable[[], object]]:
        document, at = self.drive.document, self.random.randrange(SECONDS * RATE)
        stack, length = document.undo_stack, self.random.randrange(RATE // 10, 4 * RATE)
        track = self.random.choice([SOURCE_ID, "rest", *(stem.id for stem in document.state.stems)])
        stem = self.random.choice(document.state.stems).id
        share, turn = self.random.uniform(-1.0, 1.0), self.random.random() < 0.5
        band = self.random.choice([None, (300.0, 3000.0)])
        return [
            lambda: self.transport.seek(at),
            lambda: document.set_loop((at, at + length)),
            lambda: self.playing.set_looping(turn),
            lambda: document.set_selection(Selection(at, at + length, band)),
            self.playing.play_selection,
            self.playing.toggle,
            self.playing.stop_and_return,
            lambda: self.transport.set_speed(self.random.choice([0.5, 0.8, 1.0, 1.0, 1.25, 2.0]), turn),
            lambda: self.transport.set_volume(-20.0 * abs(share)),
            lambda: self.scrub(at),
            lambda: stack.push(SetGain(document, track, 6.0 * share)),
            lambda: stack.push(SetMute(document, track, turn)),
            lambda: stack.push(SetSolo(document, track, turn)),
            lambda: stack.push(SetPan(document, track, share)),
            lambda: stack.push(SetAmount(document, stem, share)),
            stack.undo,
            stack.redo,
            lambda: document.set_listening("source" if turn else "stems"),
            lambda: self.playing.audition(document.state.stems[0].cache, 0, RATE),
            lambda: self.transport.outputs_came_or_went("Phones" if turn else "", True, DEVICE_HZ),
            lambda: self.feeder.lose_output("It was pulled out."),
            self.zoom,
        ]

    def scrub(self, frame: int) -> None:
        self.transport.begin_scrub()
        for step in range(20):
            self.transport.scrub(frame + 500 * step)
            self.play(STEP_S)
        self.transport.end_scrub()

    def zoom(self) -> None:
        timeline = self.drive.window.timeline
        timeline.show(timeline.viewport.zoomed(self.random.choice([0.5, 2.0]), self.transport.position))


@pytest.fixture
def minute(tmp_path: Path) -> Path:
    path = tmp_path / "minute.wav"
    sound = np.random.default_rng(0).uniform(-0.3, 0.3, (SECONDS * RATE, 2)).astype(np.float32)
    soundfile.write(path, sound, RATE, subtype="FLOAT")
    return path


def test_hours_of_playback_leave_everything_as_it_was(
    qtbot: QtBot, minute: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "home"))
    clock, outputs = FakeClock(), []

    def open_output(_name: str, _rate_hz: int) -> Output:
        outputs[:] = [FakeOutput(DEVICE_HZ, 2, clock, latency_s=0.02)]
        return outputs[0]

    def rescan(_thorough: bool) -> tuple[str, ...]:
        return ("System default",)

    feeder = Feeder(open_output=open_output, probe=lambda name: DeviceFacts(name, True), rescan=rescan, clock=clock)
    with open_window(qtbot, tmp_path, feeder) as drive:
        drive.open(minute)
        for place, prompt in enumerate(("a beep", "rain")):
            drive.say(prompt)
            drive.stem(place)
        qtbot.keyClick(drive.window, Qt.Key.Key_Escape)
        player = Player(drive, feeder, outputs)
        total_s, held = HOURS * 3600, {}
        warm_s = min(0.2 * total_s, 1800.0)
        print()
        for name, until_s in (("warm", warm_s), ("half", total_s / 2), ("end", total_s)):
            while player.played_s < until_s:
                player.act()
                player.play(ACTION_S)
            opened = {path for path in files() if "recording-" in path}
            rss_mb = psutil.Process().memory_info().rss / 1e6
            held[name] = (rss_mb, threads(), opened, {child.pid for child in children()})
            print(
                f"{name}, {player.played_s / 3600:.2f} h played: {rss_mb:.1f} MB resident, {own_mb():.1f} MB own, ",
                end="",
            )
            print(f"{sum(threads().values())} threads, {files()['descriptors']} descriptors", flush=True)
        assert held["end"][2] == held["warm"][2]
        assert held["end"][3] <= held["warm"][3]  # an engine that nobody asks ends after a while
        # A pool's threads end when they had nothing to do for half a minute.
        qtbot.waitUntil(lambda: sum(threads().values()) <= sum(held["warm"][1].values()), timeout=60_000)
        if HOURS >= 1:  # what is kept on purpose, tiles and strips, is full by the half
            assert held["end"][0] < GROWTH * held["half"][0]
