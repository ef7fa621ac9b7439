"""Other speeds and a band: how long it lasts, at what pitch, and that the playhead stays where the ear is."""

from collections.abc import Callable

import numpy as np
import pytest

from desktop.playback.mixer import FADE_S
from desktop.playback.program import Manner
from tests.playback.conftest import RATE, SOURCE, FakeSound, Rig, noise, plan_of

FADE = round(FADE_S * RATE)
MakeRig = Callable[..., Rig]


def tone(hz: float, frames: int, rate_hz: int = RATE) -> np.ndarray:
    return (0.4 * np.sin(np.arange(frames) * 2 * np.pi * hz / rate_hz)).astype(np.float32)[:, None].repeat(2, 1)


def pitch(sound: np.ndarray) -> float:
    size = 1 << 18
    return float(np.argmax(np.abs(np.fft.rfft(sound[:, 0] * np.hanning(len(sound)), size))) * RATE / size)


@pytest.mark.parametrize("keep_pitch", [True, False])
@pytest.mark.parametrize("speed", [0.25, 0.5, 0.75, 1.25, 2.0])
@pytest.mark.parametrize("source_hz", [48000, 44100])
def test_speed_is_time_and_pitch_only_where_it_is_meant(
    make_rig: MakeRig, source_hz: int, speed: float, keep_pitch: bool
) -> None:
    sounds = {SOURCE: FakeSound(tone(440, 3 * source_hz, source_hz))}
    rig = make_rig(sounds, device_hz=RATE)
    rig.feeder.set_plan(plan_of(sounds, source_hz))
    rig.feeder.play(1, 0, None, None, Manner(speed, keep_pitch))
    heard = rig.pull(RATE, 480)
    assert pitch(heard[RATE // 4 :]) == pytest.approx(440 if keep_pitch else 440 * speed, rel=0.01)
    assert rig.heard()[1] == pytest.approx(speed * source_hz, abs=0.02 * source_hz)
    rig.pull(round((3.1 - speed) * RATE / speed), 960)
    assert rig.heard()[0] == -1, "and it ends"
    assert rig.output.mixer.underruns == 0


def test_what_is_heard_at_half_speed_is_where_the_playhead_is(make_rig: MakeRig) -> None:
    """A click in the source is heard when the playhead says so."""
    sound = tone(300, 2 * RATE)
    sound[RATE : RATE + 200] = 0.95
    sounds = {SOURCE: FakeSound(sound)}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None, Manner(0.5, True))
    for _ in range(500):
        if np.abs(rig.pull(480, 480)).max() > 0.8:
            break
    assert rig.heard()[1] == pytest.approx(RATE, abs=0.02 * RATE)


def test_usual_speed_is_no_stage_at_all(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(20000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None, Manner(1.0, False))
    assert (rig.pull(9600)[FADE:] == sounds[SOURCE].samples[FADE:9600]).all()


def test_a_band_lets_through_its_own_and_delays_nothing(make_rig: MakeRig) -> None:
    low, mid, high = (tone(hz, RATE) / 3 for hz in (200, 1500, 6000))
    sounds = {SOURCE: FakeSound(low + mid + high)}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 4800, 43200, None, Manner(band_hz=(800, 3000)))
    heard = rig.pull(36000)
    edge = 6000  # where the cut itself is within the filter
    left = heard[edge:-edge] - mid[4800 + edge : 4800 + 36000 - edge]
    assert 20 * np.log10(np.abs(left).max() / np.abs(mid).max()) < -60
    assert rig.heard()[1] == 4800 + 36000 - 1
    rig.pull(4800)
    assert rig.heard()[0] == -1
    assert rig.output.mixer.underruns == 0
