"""What the callback promises: no click, exact frames, silence in place of faults."""

import numpy as np
import pytest

from desktop.playback.mixer import FADE_S, Mixer
from desktop.playback.ring import Ring
from tests.playback.conftest import RATE, FakeClock

FADE = round(FADE_S * RATE)


def ring_of(samples: np.ndarray, start: int = 0, number: int = 1) -> Ring:
    ring = Ring(len(samples) + 1, samples.shape[1], number)
    ring.write(samples, np.arange(start, start + len(samples), dtype=np.float64))
    return ring


def pull(mixer: Mixer, frames: int, block: int = 256) -> np.ndarray:
    out = np.full((frames, mixer.channels), np.nan, np.float32)
    for at in range(0, frames, block):
        mixer.fill(out[at : at + block])
    return out


def ones(frames: int) -> np.ndarray:
    return np.ones((frames, 2), np.float32)


@pytest.fixture
def mixer() -> Mixer:
    return Mixer(RATE, 2, FakeClock())


def test_start_stop_and_seek_are_straight_lines(mixer: Mixer) -> None:
    parts = [pull(mixer, 500)]
    mixer.program = ring_of(ones(9000), number=1)
    parts.append(pull(mixer, 3000))
    mixer.program = ring_of(ones(9000), start=500, number=2)
    parts.append(pull(mixer, 3000))
    mixer.program = None
    parts.append(pull(mixer, 3000))
    heard = np.concatenate(parts)
    assert np.abs(np.diff(heard, axis=0)).max() <= 1.0 / FADE + 1e-6
    assert (heard[500 + FADE : 3500] == 1.0).all()
    assert heard[3500 : 3500 + 2 * FADE].min() == pytest.approx(0.0, abs=1.5 / FADE)
    assert (heard[-3000 + FADE + 1 :] == 0.0).all()


def test_the_first_frame_of_a_ring_is_heard_first(mixer: Mixer) -> None:
    mixer.program = ring_of(np.linspace(0.1, 0.9, 4000, dtype=np.float32)[:, None].repeat(2, 1), start=77, number=3)
    heard = pull(mixer, 2000)
    assert heard[FADE:, 0] == pytest.approx(np.linspace(0.1, 0.9, 4000)[FADE:2000], abs=1e-6)
    assert mixer.heard(0.0) == (3, 77.0 + 1792)  # where the newest block of 256 begins


def test_a_dry_ring_is_silent_counted_once_and_recovers(mixer: Mixer) -> None:
    ring = ring_of(ones(1000))
    mixer.program = ring
    heard = pull(mixer, 4096)
    assert mixer.underruns == 1
    assert (heard[1000:] == 0.0).all()
    assert np.abs(np.diff(heard, axis=0)).max() <= 1.0 / (1000 % 256) + 1e-6
    ring.write(ones(900), np.arange(1000.0, 1900.0))
    again = pull(mixer, 512)
    assert (again[FADE:] == 1.0).all()
    assert np.abs(np.diff(again, axis=0)).max() <= 1.0 / FADE + 1e-6
    assert mixer.heard(0.0)[0] == 1
    pull(mixer, 1024)
    assert mixer.underruns == 2


def test_a_finished_ring_ends_without_an_underrun(mixer: Mixer) -> None:
    ring = ring_of(ones(1000), number=5)
    ring.finish()
    mixer.program = ring
    heard = pull(mixer, 2048)
    assert mixer.underruns == 0
    assert (heard[FADE:1000] == 1.0).all()
    assert (heard[1000:] == 0.0).all()
    assert mixer.heard(0.0)[0] == -5


def test_volume_moves_without_zipper(mixer: Mixer) -> None:
    mixer.program = ring_of(ones(20000))
    pull(mixer, 2048)
    mixer.volume = 0.25
    heard = pull(mixer, 2048)
    assert np.abs(np.diff(heard, axis=0)).max() <= 1.0 / FADE + 1e-6
    assert (heard[FADE:] == 0.25).all()


def test_what_passed_no_limiter_stays_within_full_scale(mixer: Mixer) -> None:
    mixer.program = ring_of(ones(4000) * -3.0)
    heard = pull(mixer, 2048)
    assert heard.min() == -1.0


def test_the_playhead_is_what_is_heard_not_what_was_handed_over() -> None:
    clock = FakeClock()
    mixer = Mixer(RATE, 2, clock)
    mixer.program = ring_of(ones(40000), start=1000, number=1)
    assert mixer.heard(0.1) == (0, 0.0)
    pull(mixer, 480, 480)
    assert mixer.heard(0.1) == (0, 0.0)  # nothing of it is in the air yet
    for _ in range(29):
        clock.now += 0.01
        pull(mixer, 480, 480)
    assert mixer.heard(0.1) == (1, pytest.approx(1000 + 29 * 480 - 4800, abs=1))
    clock.now += 0.005  # between two callbacks the playhead moves on
    assert mixer.heard(0.1) == (1, pytest.approx(1000 + 29 * 480 - 4800 + 240, abs=1))


def test_a_stream_that_starts_is_led_in_by_silence_that_costs_no_frame(mixer: Mixer) -> None:
    mixer.lead_in(0.05)
    mixer.program = ring_of(ones(9000), start=10)
    heard = pull(mixer, 4096)
    assert not heard[:2400].any()
    assert heard[2400 : 2400 + FADE, 0] == pytest.approx(np.arange(1, FADE + 1) / FADE, abs=1e-5)
    assert mixer.heard(-1.0) == (1, 10 + 4096 - 2400 - 1)
    assert mixer.underruns == 0


@pytest.mark.parametrize("block", [1, 7, 64, 512, 5000])
def test_block_size_changes_nothing(block: int) -> None:
    sound = np.random.default_rng(1).uniform(-1, 1, (9000, 2)).astype(np.float32)

    def render(size: int) -> np.ndarray:
        mixer = Mixer(RATE, 2, FakeClock())
        mixer.program = ring_of(sound)
        parts = [pull(mixer, 3500, size)]
        mixer.program = ring_of(sound, number=2)
        parts.append(pull(mixer, 3500, size))
        return np.concatenate(parts)

    assert render(block) == pytest.approx(render(3500), abs=2e-5)
