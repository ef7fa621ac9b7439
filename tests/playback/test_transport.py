"""The transport as the window uses it, first by hand, then with its real thread and the silent clock."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.playback.device import DeviceFacts, NullOutput
from desktop.playback.feeder import Feeder
from desktop.playback.transport import Transport
from tests.playback.conftest import RATE, SOURCE, FakeSound, Rig, noise, plan_of, stem

FRAMES = 60000


class Desk:
    """A transport over a rig, and what it said."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.transport = Transport(rig.feeder)
        self.positions: list[int] = []
        self.playing: list[bool] = []
        self.devices: list[tuple[str, bool]] = []
        self.levels: list[tuple[float, float]] = []
        self.transport.position_changed.connect(self.positions.append)
        self.transport.playing_changed.connect(self.playing.append)
        self.transport.device_changed.connect(lambda name, sound: self.devices.append((name, sound)))
        self.transport.levels_changed.connect(lambda left, right: self.levels.append((left, right)))

    def run(self, frames: int) -> np.ndarray:
        self.rig.feeder.step()
        heard = self.rig.pull(frames)
        self.transport.poll()
        return heard


@pytest.fixture
def desk(qapp: object, make_rig: Callable[..., Rig]) -> Desk:
    sounds = {SOURCE: FakeSound(noise(FRAMES)), Path("dog.json"): FakeSound(noise(FRAMES, seed=1))}
    desk = Desk(make_rig(sounds))
    desk.transport.set_tracks(plan_of(sounds))
    return desk


def test_play_moves_the_playhead_and_stop_leaves_it(desk: Desk) -> None:
    desk.transport.play()
    assert desk.transport.playing
    desk.run(4800)
    assert desk.transport.position == 4799
    desk.transport.stop()
    desk.run(4800)
    assert desk.transport.position == 4799
    assert desk.playing == [True, False]
    assert desk.levels[0] == pytest.approx((0.4, 0.4), abs=0.01)
    assert desk.levels[-1] == (0.0, 0.0)
    desk.transport.toggle()
    desk.run(4800)
    assert desk.transport.position == 4799 + 4800 - 1


def test_the_end_of_a_selection_stops_and_returns_to_its_start(desk: Desk) -> None:
    desk.transport.play(10000, 14000)
    desk.run(6000)
    assert not desk.transport.playing
    assert desk.transport.position == 10000
    desk.transport.toggle()
    desk.run(1000)
    assert desk.transport.position == 10999


def test_a_seek_shows_its_frame_at_once_and_never_an_older_one(desk: Desk) -> None:
    desk.transport.play()
    desk.run(4800)
    desk.positions.clear()
    desk.transport.seek(40000)
    assert desk.transport.position == 40000
    desk.transport.poll()
    for _ in range(20):
        desk.run(256)
    assert desk.positions[0] == 40000
    assert desk.positions == sorted(desk.positions)
    desk.transport.stop()
    desk.transport.seek(123)
    assert desk.transport.position == 123
    desk.transport.seek(10 * FRAMES)
    assert desk.transport.position == FRAMES


def test_a_seek_out_of_a_box_leaves_its_band(desk: Desk) -> None:
    def loudness() -> float:
        return float(np.std(desk.run(9600)[4800:]))

    desk.transport.play(20000)
    whole = loudness()
    desk.transport.play(0, 14000, (200.0, 400.0))
    desk.transport.seek(1000)
    assert loudness() < 0.5 * whole, "within the box it stays"
    desk.transport.seek(20000)
    assert loudness() == pytest.approx(whole, rel=0.1)


def test_play_at_the_end_begins_at_the_top(desk: Desk) -> None:
    desk.transport.seek(FRAMES)
    desk.transport.play()
    assert desk.transport.position == 0


def test_a_loop_repeats_a_selection_and_is_left_when_it_is_switched_off(desk: Desk) -> None:
    desk.transport.set_loop(20000, 21000)
    desk.transport.play(20000, 21000)
    desk.run(10500)
    assert desk.transport.position == 20499
    desk.transport.set_loop(None)
    desk.run(9600)
    assert not desk.transport.playing


def test_a_loop_set_behind_the_playhead_brings_it_there(desk: Desk) -> None:
    desk.transport.play(30000)
    desk.run(1000)
    desk.transport.set_loop(5000, 9000)
    assert desk.transport.position == 5000
    desk.transport.stop()
    desk.transport.seek(50000)
    desk.transport.play()
    assert desk.transport.position == 5000


def test_new_stems_do_not_move_the_playhead_but_another_source_does(desk: Desk) -> None:
    desk.transport.play()
    desk.run(4800)
    desk.transport.set_tracks(plan_of(desk.rig.sounds, stems=(stem("dog", 0, FRAMES),)))
    heard = desk.run(9600)
    assert desk.transport.playing
    assert desk.transport.position == 14399
    dog = desk.rig.sounds[Path("dog.json")].samples
    desk.transport.set_gains({"dog": 1.0})
    heard = desk.run(9600)
    assert (heard[4800:] == dog[14400 + 4800 : 24000]).all()
    other = Path("other.json")
    desk.rig.sounds[other] = FakeSound(noise(100))
    desk.transport.set_tracks(plan_of(desk.rig.sounds, source=other, frames=100))
    assert not desk.transport.playing
    assert desk.transport.position == 0
    desk.transport.set_tracks(None)
    desk.transport.play()
    assert not desk.transport.playing


def test_a_lost_device_stops_and_says_so_and_the_next_play_tries_again(desk: Desk) -> None:
    desk.transport.play()
    desk.run(4800)
    assert desk.devices == [("Fake", True)]
    desk.rig.output.dead = True
    desk.transport.poll()
    assert not desk.transport.playing
    desk.rig.feeder.step()
    desk.transport.poll()
    assert desk.devices[-1] == ("Fake", False)
    assert "stopped answering" in desk.transport.device_reason
    assert not desk.transport.has_sound
    desk.transport.play()
    desk.run(480)
    assert desk.devices[-1] == ("Fake", True)
    assert len(desk.rig.outputs) == 2
    assert desk.rig.outputs[0].closed


def test_volume_is_in_db(desk: Desk) -> None:
    desk.transport.set_volume(-6.0206)
    desk.transport.play()
    heard = desk.run(4800)
    assert heard[480:] == pytest.approx(desk.rig.sounds[SOURCE].samples[480:4800] * 0.5, abs=1e-5)
    desk.transport.set_volume(float("-inf"))
    assert not desk.run(4800)[480:].any()


def test_the_window_is_left_alone_while_nothing_moves(desk: Desk) -> None:
    desk.rig.feeder.step()
    desk.transport.poll()
    assert not desk.transport._timer.isActive()
    desk.transport.play()
    assert desk.transport._timer.isActive()


def test_frames_beyond_an_int_do_not_overflow(qapp: object, make_rig: Callable[..., Rig]) -> None:
    rig = make_rig({SOURCE: FakeSound(noise(100))})
    desk = Desk(rig)
    desk.transport.set_tracks(plan_of(rig.sounds, frames=4_000_000_000))
    desk.transport.seek(3_000_000_000)
    assert desk.positions == [3_000_000_000]


def test_without_a_sound_card_the_playhead_moves_to_the_end_in_real_time(qtbot: QtBot) -> None:
    sounds = {SOURCE: FakeSound(noise(RATE // 4))}
    feeder = Feeder(
        sounds.__getitem__,
        lambda _name, rate_hz: NullOutput(rate_hz or RATE, "No sound card here."),
        lambda _name: DeviceFacts("No sound", False, "No sound card here."),
        lambda _thorough: ("System default",),
    )
    feeder.start()
    transport = Transport(feeder)
    positions: list[int] = []
    transport.position_changed.connect(positions.append)
    with qtbot.waitSignal(transport.device_changed, timeout=5000):
        transport.set_tracks(plan_of(sounds))
    assert not transport.has_sound
    assert transport.device_reason == "No sound card here."
    with qtbot.waitSignals([transport.playing_changed] * 2, timeout=20000):
        transport.play()
    assert len(positions) > 2
    assert positions[:-1] == sorted(positions[:-1])
    assert transport.position == 0
    transport.shutdown()
    assert feeder.output is None
