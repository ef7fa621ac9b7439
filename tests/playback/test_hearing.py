"""The transport's newer sides: meters and the clip light, speed, scrubbing, and outputs that come and go."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop.playback.transport import Transport
from tests.playback.conftest import RATE, SOURCE, FakeSound, Rig, noise, plan_of, stem

FRAMES = 120_000
DOG = Path("dog.json")


class Desk:
    """A transport over a rig, and what it said."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.transport = Transport(rig.feeder)
        self.mix: list[tuple[float, float]] = []
        self.tracks: list[dict[str, tuple[float, float]]] = []
        self.clips = 0
        self.lost: list[str] = []
        self.outputs: list[tuple[str, ...]] = []
        self.transport.levels_changed.connect(lambda left, right: self.mix.append((left, right)))
        self.transport.track_levels_changed.connect(self.tracks.append)
        self.transport.clipped.connect(self._count_clip)
        self.transport.output_lost.connect(self.lost.append)
        self.transport.outputs_changed.connect(self.outputs.append)

    def _count_clip(self) -> None:
        self.clips += 1

    def run(self, frames: int) -> np.ndarray:
        self.rig.feeder.step()
        heard = self.rig.pull(frames)
        self.transport.poll()
        return heard


def desk_of(make_rig: Callable[..., Rig], latency_s: float = 0.0, **sounds: FakeSound) -> Desk:
    held = {Path(f"{name}.json"): sound for name, sound in sounds.items()}
    desk = Desk(make_rig(held, latency_s=latency_s))
    stems = tuple(stem(path.stem, 0, FRAMES) for path in held if path != SOURCE)
    desk.transport.set_tracks(plan_of(held, stems=stems))
    return desk


@pytest.fixture
def desk(qapp: object, make_rig: Callable[..., Rig]) -> Desk:
    return desk_of(make_rig, source=FakeSound(noise(FRAMES)), dog=FakeSound(noise(FRAMES, seed=1) * 0.5))


def test_every_heard_track_has_its_level_even_where_the_mix_cancels(desk: Desk) -> None:
    desk.transport.set_gains({"dog": 1.0, "rest": 0.5}, {"dog": -1.0})
    desk.transport.play()
    desk.run(9600)
    tracks = desk.tracks[-1]
    rest = np.abs(noise(FRAMES)[:9600] - 0.5 * noise(FRAMES, seed=1)[:9600]).max(axis=0) * 0.5
    assert set(tracks) == {"dog", "rest"}
    assert tracks["dog"] == pytest.approx((0.2, 0.0), abs=0.001)
    assert tracks["rest"] == pytest.approx(tuple(rest), abs=0.02)
    desk.transport.set_gains({"dog": 1.0, "rest": 1.0})
    desk.run(4800)
    desk.run(4800)
    assert desk.tracks[-1]["dog"] == pytest.approx((0.2, 0.2), abs=0.002), "its factor in the mix is 0"
    assert desk.mix[-1] == pytest.approx((0.4, 0.4), abs=0.001)
    desk.transport.stop()
    assert desk.tracks[-1] == {}
    assert desk.mix[-1] == (0.0, 0.0)


def test_meters_know_nothing_of_the_volume(desk: Desk) -> None:
    desk.transport.set_volume(float("-inf"))
    desk.transport.set_gains({"source": 1.0})
    desk.transport.play()
    heard = desk.run(9600)
    assert not heard[480:].any()
    assert desk.mix[-1] == pytest.approx((0.4, 0.4), abs=0.001)


def test_levels_come_when_they_are_heard(qapp: object, make_rig: Callable[..., Rig]) -> None:
    sound = np.zeros((FRAMES, 2), np.float32)
    sound[24_000:] = 0.5
    desk = desk_of(make_rig, latency_s=0.2, source=FakeSound(sound))
    desk.transport.play()
    for _ in range(100):
        desk.run(480)
        if desk.mix and desk.mix[-1][0] > 0.4:
            break
    assert desk.transport.position == pytest.approx(24_000, abs=1000)


def test_too_loud_a_mix_is_limited_not_cut_and_lights_the_light(qapp: object, make_rig: Callable[..., Rig]) -> None:
    tone = np.sin(np.arange(FRAMES) * 2 * np.pi * 500 / RATE).astype(np.float32)[:, None].repeat(2, 1)
    desk = desk_of(make_rig, source=FakeSound(0.9 * tone))
    desk.transport.play()
    desk.run(9600)
    assert desk.clips == 0
    desk.transport.set_gains({"source": 3.0})
    desk.run(9600)
    heard = desk.run(9600)
    assert desk.clips > 0
    assert np.abs(heard).max() <= 1.0
    spectrum = np.abs(np.fft.rfft(heard[:, 0] * np.hanning(9600)))
    third = spectrum[round(1500 * 9600 / RATE)] / spectrum.max()
    assert third < 0.02, "a sine stays a sine: cutting it would leave a fifth of it an octave and a half up"


def test_full_scale_itself_is_no_clip(qapp: object, make_rig: Callable[..., Rig]) -> None:
    desk = desk_of(make_rig, source=FakeSound(np.ones((FRAMES, 2), np.float32)))
    desk.transport.play()
    heard = desk.run(9600)
    assert desk.clips == 0
    assert (heard[480:] == 1.0).all()


def test_another_speed_goes_on_from_where_it_was(desk: Desk) -> None:
    told: list[tuple[float, bool]] = []
    desk.transport.speed_changed.connect(lambda speed, pitch: told.append((speed, pitch)))
    desk.transport.set_gains({"source": 1.0})
    desk.transport.play()
    desk.run(9600)
    before = desk.transport.position
    desk.transport.set_speed(0.5, False)
    assert desk.transport.position == before
    desk.run(9600)
    assert desk.transport.position == pytest.approx(before + 4800, abs=600)
    desk.transport.set_speed(99.0, True)
    assert (desk.transport.speed, desk.transport.keeps_pitch) == (2.0, True)
    desk.transport.set_speed(2.0, True)
    assert told == [(0.5, False), (2.0, True)]
    desk.transport.stop()
    desk.transport.play(0, 9600, (100.0, 200.0))
    assert desk.transport.speed == 2.0, "a band leaves the speed alone"
    desk.transport.play()


def test_a_scrub_sounds_and_the_playhead_is_with_the_hand(desk: Desk) -> None:
    desk.transport.set_gains({"source": 1.0})
    desk.transport.begin_scrub()
    for frame in range(0, 48_000, 480):
        desk.transport.scrub(frame)
        assert desk.transport.position == frame
        desk.run(480)
    assert desk.run(480).any()
    assert desk.tracks[-1].keys() == {"source"}
    desk.transport.end_scrub()
    desk.run(2400)
    assert not desk.run(4800).any()
    assert not desk.transport.playing
    assert desk.transport.position == 47_520


def test_a_scrub_while_it_plays_goes_on_playing_from_there(desk: Desk) -> None:
    desk.transport.set_gains({"source": 1.0})
    desk.transport.play()
    desk.run(4800)
    desk.transport.begin_scrub()
    desk.transport.scrub(80_000)
    desk.run(4800)
    assert desk.transport.position == 80_000
    desk.transport.end_scrub()
    desk.run(4800)
    assert desk.transport.playing
    assert desk.transport.position == pytest.approx(84_800, abs=600)
    desk.transport.begin_scrub()
    desk.transport.stop()
    assert not desk.transport.scrubbing
    assert not desk.transport.playing


def test_headphones_pulled_out_pause_and_do_not_go_on_from_the_loudspeakers(desk: Desk) -> None:
    desk.transport.set_gains({"source": 1.0})
    desk.transport.play()
    desk.run(9600)
    before = desk.transport.position
    desk.transport.outputs_came_or_went("Headphones", True, 44100)
    assert not desk.transport.playing
    assert desk.lost == ["Headphones"]
    desk.rig.feeder.step()
    assert desk.rig.outputs[0].closed
    assert desk.rig.scans == [True]
    assert desk.transport.position == before
    desk.transport.play()
    desk.run(480)
    assert desk.rig.output.mixer.rate_hz == 44100, "the new one's rate"
    assert len(desk.rig.outputs) == 2


def test_headphones_plugged_in_are_followed_while_it_plays(desk: Desk) -> None:
    desk.transport.set_gains({"source": 1.0})
    desk.transport.play()
    desk.run(9600)
    before = desk.transport.position
    desk.transport.outputs_came_or_went("", True, 48000)
    assert desk.transport.playing
    desk.run(4800)
    assert desk.lost == []
    assert len(desk.rig.outputs) == 2
    assert desk.transport.position == pytest.approx(before + 4800, abs=600)


def test_an_output_that_comes_does_not_disturb_what_plays_and_is_listed(desk: Desk) -> None:
    desk.transport.set_gains({"source": 1.0})
    desk.transport.set_output("Loudspeakers, Host")
    desk.transport.play()
    desk.run(4800)
    desk.transport.outputs_came_or_went("Headphones", True, 48000)
    desk.run(4800)
    assert desk.transport.playing, "the loudspeakers were asked for, and are there"
    assert desk.rig.scans == [False], "a thorough look would end the stream"
    assert desk.outputs[-1] == ("System default", "Output 1")
    desk.transport.stop()
    desk.rig.feeder.step()
    desk.transport.play()
    desk.run(480)
    assert desk.rig.scans == [False, True], "now it could"


def test_a_stalled_output_is_told_of(desk: Desk) -> None:
    desk.transport.play()
    desk.run(4800)
    desk.rig.output.dead = True
    desk.transport.poll()
    assert desk.lost == ["Fake"]
    desk.transport.play()
    desk.run(480)
    assert desk.rig.scans == [True], "what PortAudio knew of it is old"


def test_gaps_are_counted_and_told(desk: Desk) -> None:
    counts: list[int] = []
    desk.transport.underruns_changed.connect(counts.append)
    desk.transport.play()
    desk.run(4800)
    desk.rig.output.mixer.device_underruns += 2
    desk.transport.poll()
    assert counts == [2]
