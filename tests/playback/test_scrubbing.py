"""The playhead under a hand: sound follows it there and back, and rests with it."""

from collections.abc import Callable

import numpy as np
import pytest

from desktop.playback.plan import PlaybackPlan
from desktop.playback.renderer import Renderer
from desktop.playback.scrubbing import FASTEST, ScrubProgram
from tests.playback.conftest import RATE, SOURCE, FakeSound, Rig, noise, plan_of

SECOND = RATE // 480  # blocks


@pytest.fixture
def ramp() -> ScrubProgram:
    """A source whose samples are their places, so that what is heard tells where the tape is."""
    sounds = {SOURCE: FakeSound((np.arange(10 * RATE) / (10 * RATE)).astype(np.float32)[:, None].repeat(2, 1))}
    renderer = Renderer(sounds.__getitem__)
    plan: PlaybackPlan = plan_of(sounds)
    renderer.set_plan(plan)
    return ScrubProgram(renderer, plan, 5 * RATE, number=1, rate_hz=RATE, channels=2)


def blocks(program: ScrubProgram, count: int) -> tuple[np.ndarray, np.ndarray]:
    sound, places = np.zeros((count * 480, 2), np.float32), np.zeros(count * 480)
    for n in range(count):
        program.advance()
        program.ring.read_into(sound[n * 480 : (n + 1) * 480], places[n * 480 : (n + 1) * 480])
    return sound, places


@pytest.mark.parametrize("by", [RATE // 2, -RATE // 2])
def test_the_tape_goes_to_the_hand_and_rests_there(ramp: ScrubProgram, by: int) -> None:
    still, _ = blocks(ramp, 5)
    assert not still.any()
    ramp.target += by
    _, places = blocks(ramp, 3 * SECOND)
    assert (np.sign(np.diff(places)) * np.sign(by) >= 0).all()
    assert places[-1] == pytest.approx(5 * RATE + by, abs=50)
    assert np.abs(np.diff(places)).max() <= FASTEST + 1e-6
    after, _ = blocks(ramp, 10)
    assert not after.any()


def test_what_is_heard_is_what_lies_there(ramp: ScrubProgram) -> None:
    heard, at = [], []
    for _ in range(SECOND):
        ramp.target += 480  # a hand at the usual speed
        sound, places = blocks(ramp, 1)
        heard.append(sound[:, 0])
        at.append(places)
    sound, places = np.concatenate(heard)[9600:], np.concatenate(at)[9600:]
    assert np.diff(places) == pytest.approx(1.0, abs=0.02)
    assert sound == pytest.approx(places / (10 * RATE), abs=1e-4)


@pytest.mark.parametrize("target", [-9999, 99 * RATE])
def test_the_ends_are_ends(ramp: ScrubProgram, target: int) -> None:
    ramp.target = target
    _, places = blocks(ramp, 3 * SECOND)
    assert 0 <= places.min() <= places.max() <= 10 * RATE - 1


def test_a_device_of_another_rate_hears_the_same_speed() -> None:
    sounds = {SOURCE: FakeSound(noise(96000))}
    renderer = Renderer(sounds.__getitem__)
    plan = plan_of(sounds, 96000)
    renderer.set_plan(plan)
    program = ScrubProgram(renderer, plan, 0, number=1, rate_hz=48000, channels=1)
    program.target = 90000
    program.advance()
    for _ in range(20):
        program.advance()
    assert program.ring.queued == 21 * 480


def test_a_stop_is_silent_in_the_end(make_rig: Callable[..., Rig]) -> None:
    sounds = {SOURCE: FakeSound(noise(60000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.begin_scrub(1, 1000)
    rig.feeder.scrub(30000)
    assert rig.pull(9600).any()
    rig.feeder.stop()
    rig.pull(960)
    assert not rig.pull(9600).any()
