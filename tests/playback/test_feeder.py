"""Feeder and mixer together before a sound card that is pulled by hand: what a person would hear."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.playback.device import DeviceFacts
from desktop.playback.mixer import FADE_S
from desktop.playback.program import Program
from desktop.playback.renderer import RAMP_S, Renderer
from tests.playback.conftest import RATE, SOURCE, FakeSound, Rig, noise, plan_of, stem

FADE, RAMP = round(FADE_S * RATE), round(RAMP_S * RATE)
DOG = Path("dog.json")
MakeRig = Callable[..., Rig]


def test_source_to_stem_is_gapless_and_heard_within_60_ms(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(60000)), DOG: FakeSound(noise(60000, seed=1))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds, stems=(stem("dog", 0, 60000),)))
    rig.feeder.play(1, 1234, None, None)
    parts, asked_at = [rig.pull(7777)], 7777
    rig.feeder.set_gains({"dog": 1.0})
    parts.append(rig.pull(12000))
    assert rig.heard() == (1, 1234 + 19777 - 1)
    heard = np.concatenate(parts)
    source = sounds[SOURCE].samples[1234 : 1234 + 19777]
    dog = sounds[DOG].samples[1234 : 1234 + 19777]
    before = np.abs(heard - source).max(axis=1) < 1e-6
    changed_at = int(np.argmin(before[FADE:])) + FADE
    assert asked_at <= changed_at <= asked_at + 0.060 * RATE + 1
    assert (heard[FADE:changed_at] == source[FADE:changed_at]).all()
    assert (heard[changed_at + RAMP :] == dog[changed_at + RAMP :]).all()
    share = (np.arange(1, RAMP + 1) / RAMP)[:, None]
    ramp = slice(changed_at, changed_at + RAMP)
    assert heard[ramp] == pytest.approx(source[ramp] * (1 - share) + dog[ramp] * share, abs=1e-6)


def test_rest_and_stem_null_against_the_source(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(30000)), DOG: FakeSound(noise(8000, seed=1))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds, stems=(stem("dog", 5000, 13000),), gains={"rest": 1.0, "dog": 1.0}))
    rig.feeder.play(1, 0, None, None)
    heard = rig.pull(20000)
    assert np.abs(heard - sounds[SOURCE].samples[:20000])[FADE:].max() <= 1e-6


@settings(max_examples=60, deadline=None)
@given(
    start=st.integers(0, 2999),
    end=st.none() | st.integers(1, 3500),
    loop=st.none() | st.tuples(st.integers(0, 2900), st.integers(64, 1500)),
)
def test_every_frame_comes_in_its_order(start: int, end: int | None, loop: tuple[int, int] | None) -> None:
    """Against a playhead that walks one frame at a time."""
    sounds = {SOURCE: FakeSound(noise(3000))}
    span = None if loop is None else (loop[0], loop[0] + loop[1])
    renderer = Renderer(sounds.__getitem__)
    plan = plan_of(sounds)
    renderer.set_plan(plan)
    program = Program(renderer, plan, start, end, span, number=1, rate_hz=RATE, channels=2)
    while not program.ring.finished and program.ring.queued < 6000:
        program.advance()
    count = program.ring.queued
    samples, positions = np.zeros((count, 2), np.float32), np.zeros(count)
    program.ring.read_into(samples, positions)

    last = 3000 if end is None else min(end, 3000)
    walk, at = [], start
    while len(walk) < count + 1 and at < last:
        walk.append(at)
        at += 1
        if span is not None and at == min(span[1], 3000) and at <= last and at - span[0] >= 64 and walk[-1] < at:
            at = span[0]
    assert positions.tolist() == walk[:count]
    assert program.ring.finished == (len(walk) == count)
    fade = np.zeros(count, bool)
    if program.ring.finished:
        fade[-FADE:] = True
    expected = sounds[SOURCE].samples[positions.astype(int)]
    near_end = positions >= last - FADE
    assert (samples[~near_end] == expected[~near_end]).all()
    assert (np.abs(samples) <= np.abs(expected)).all()
    if program.ring.finished and count:
        assert np.abs(samples[-1]).max() <= 0.4 / FADE + 1e-6


def test_a_loop_wraps_to_the_sample(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(30000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 9000, None, (10000, 11111))
    heard = rig.pull(12000)
    walk = np.concatenate([np.arange(9000, 10000), np.tile(np.arange(10000, 11111), 20)])[:12000]
    assert (heard[FADE:] == sounds[SOURCE].samples[walk[FADE:]]).all()
    assert rig.heard() == (1, walk[-1])
    rig.feeder.set_loop(None)
    rig.pull(4000)
    assert rig.heard()[1] > 11111


def test_seek_lands_on_the_exact_frame_without_a_click(make_rig: MakeRig) -> None:
    tone = np.sin(np.arange(60000) * 2 * np.pi * 100 / RATE).astype(np.float32)[:, None].repeat(2, 1)
    sounds = {SOURCE: FakeSound(tone)}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None)
    before = rig.pull(5000, 250)
    rig.feeder.play(2, 40123, None, None)
    after = rig.pull(5000, 250)
    assert (after[2 * FADE :] == tone[40123 + FADE : 40123 + 5000 - FADE]).all()
    assert rig.heard() == (2, 40123 + 5000 - FADE - 1)
    assert np.abs(np.diff(np.concatenate([before, after]), axis=0)).max() <= 1 / FADE + 2 * np.pi * 100 / RATE


def test_the_end_stops_and_is_no_underrun(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(30000))}
    rig = make_rig(sounds, latency_s=0.02)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(7, 500, 3500, None)
    heard = rig.pull(3000)
    assert rig.heard()[0] == 7  # the last 20 ms are not in the air yet
    after = rig.pull(3000)
    assert rig.heard()[0] == -7
    assert not after.any()
    assert (heard[FADE:-FADE] == sounds[SOURCE].samples[500 + FADE : 3500 - FADE]).all()
    assert rig.output.mixer.underruns == 0


def test_a_starved_ring_loses_no_frame_and_gets_a_longer_queue(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(90000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None)
    rig.pull(4096)
    starved = rig.pull(12000, feed=False)
    played = int(rig.heard()[1]) + 1
    assert not starved[-4096:].any()
    assert rig.output.mixer.underruns == 1
    again = rig.pull(4096)
    assert (again[FADE:] == sounds[SOURCE].samples[played + FADE : played + 4096]).all()
    assert rig.heard() == (1, played + 4095)
    longer = rig.output.mixer.program
    assert longer is not None
    rig.feeder.step()
    assert longer.queued >= 0.070 * RATE


@pytest.mark.parametrize(("source_hz", "device_hz"), [(44100, 48000), (96000, 48000), (8000, 44100), (48000, 44100)])
def test_a_minute_through_the_resampler_stays_on_the_sample(make_rig: MakeRig, source_hz: int, device_hz: int) -> None:
    seconds = 60
    phase = np.arange(source_hz * (seconds + 1)) * (2 * np.pi * 441 / source_hz)
    sounds = {SOURCE: FakeSound(0.5 * np.sin(phase).astype(np.float32)[:, None])}
    rig = make_rig(sounds, device_hz=device_hz)
    rig.feeder.set_plan(plan_of(sounds, source_hz))
    rig.feeder.play(1, 0, None, None)
    rig.pull(device_hz * (seconds - 1), 1000)
    heard = rig.pull(device_hz, 480)
    frames = np.arange(device_hz * (seconds - 1), device_hz * seconds)
    assert heard[:, 0] == pytest.approx(0.5 * np.sin(frames * (2 * np.pi * 441 / device_hz)), abs=1e-4)
    assert rig.heard()[1] == pytest.approx(frames[-1] * source_hz / device_hz, abs=1e-6)
    assert rig.output.mixer.underruns == 0


def test_a_loop_through_the_resampler_keeps_its_playhead(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(44100))}
    rig = make_rig(sounds, device_hz=48000)
    rig.feeder.set_plan(plan_of(sounds, 44100))
    rig.feeder.play(1, 1000, None, (1000, 3205))  # 2205 frames are 2400 of the device
    for turn in range(1, 9):
        rig.pull(2400, 240)
        assert rig.heard()[1] == pytest.approx(3205 - 44100 / 48000, abs=1e-6), turn


def test_the_resampler_gives_back_the_last_frame(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(10000))}
    rig = make_rig(sounds, device_hz=48000)
    rig.feeder.set_plan(plan_of(sounds, 44100))
    rig.feeder.play(1, 0, None, None)
    rig.pull(10000 * 48000 // 44100 - 1)
    assert rig.heard() == (1, pytest.approx(9998, abs=1))
    rig.pull(64)
    assert rig.heard()[0] == -1


@pytest.mark.parametrize(("channels", "outputs"), [(1, 2), (2, 1), (6, 2), (6, 1)])
def test_other_channel_counts(make_rig: MakeRig, channels: int, outputs: int) -> None:
    sounds = {SOURCE: FakeSound(noise(9000, channels))}
    rig = make_rig(sounds, device_channels=outputs)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None)
    heard, source = rig.pull(4000)[FADE:], sounds[SOURCE].samples[FADE:4000]
    assert heard.shape == (4000 - FADE, outputs)
    if channels == 1:
        assert (heard == source).all()
    if channels == 2:
        assert heard[:, 0] == pytest.approx(source.mean(axis=1), abs=1e-6)
    if channels == 6 and outputs == 2:
        left = source @ np.array([1, 0, 0.5**0.5, 0, 0.5**0.5, 0])
        assert heard[:, 0] == pytest.approx(left / (1 + 2 * 0.5**0.5), abs=1e-6)


def test_the_device_keeps_its_rate_whatever_is_opened(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(9000))}
    rig = make_rig(sounds)
    rig.feeder.set_volume(0.5)
    for rate in (48000, 96000, 44100):
        rig.feeder.set_plan(plan_of(sounds, rate))
        rig.feeder.play(1, 0, None, None)
        rig.feeder.step()
    assert [o.mixer.rate_hz for o in rig.outputs] == [48000]
    assert rig.output.mixer.volume == 0.5


def test_the_rate_that_the_system_tells_of_is_asked_for(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(9000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.look_for_outputs(44100)
    rig.feeder.play(1, 0, None, None)
    rig.feeder.step()
    assert rig.output.mixer.rate_hz == 44100


def test_an_output_rests_when_nothing_plays_and_wakes_again(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(9000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None)
    rig.pull(1000)
    rig.feeder.stop()
    pause = rig.feeder.step()
    assert pause is not None
    assert rig.output.running
    rig.clock.now += pause + 0.001
    assert rig.feeder.step() is None
    assert not rig.output.running
    rig.feeder.play(2, 0, None, None)
    rig.feeder.step()
    assert rig.output.running
    assert len(rig.outputs) == 1


def test_closing_lets_go_of_everything(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(9000)), DOG: FakeSound(noise(9000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds, stems=(stem("dog", 0, 9000),)))
    rig.feeder.play(1, 0, None, None)
    rig.pull(1000)
    other = Path("other.json")
    sounds[other] = FakeSound(noise(100))
    rig.feeder.stop()
    rig.feeder.set_plan(plan_of(sounds, source=other))
    rig.feeder.step()
    assert sounds[SOURCE].closed
    assert sounds[DOG].closed
    rig.feeder.close()
    assert sounds[other].closed
    assert rig.output.closed


def test_a_fault_stops_playback_but_not_the_thread(make_rig: MakeRig) -> None:
    sounds = {SOURCE: FakeSound(noise(9000))}
    rig = make_rig(sounds)
    rig.feeder.set_plan(plan_of(sounds))
    rig.feeder.play(1, 0, None, None)
    rig.feeder.lose_output("The headphones left.")
    rig.feeder.step()
    assert rig.feeder.output is None
    assert rig.feeder.facts == DeviceFacts("Fake", False, "The headphones left.")
    rig.feeder.play(2, 0, None, None)
    rig.pull(1000)
    assert rig.feeder.facts == DeviceFacts("Fake", True)
