"""The mix at the source's rate: null tests, ramps, and stems that are still coming in."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import HeardStem
from desktop.playback.plan import PlaybackPlan, PlaybackStem
from desktop.playback.renderer import RAMP_S, Renderer
from tests.playback.conftest import RATE, SOURCE, FakeSound, noise, plan_of, stem

RAMP = round(RAMP_S * RATE)
DOG = Path("dog.json")


def render(renderer: Renderer, start: int, end: int, block: int = 480) -> np.ndarray:
    return np.concatenate([renderer.render(at, min(block, end - at)) for at in range(start, end, block)])


def test_source_alone_is_the_source_to_the_bit() -> None:
    sounds = {SOURCE: FakeSound(noise(5000))}
    renderer = Renderer(sounds.__getitem__)
    renderer.set_plan(plan_of(sounds))
    renderer.settle(0)
    assert (render(renderer, 0, 5000) == sounds[SOURCE].samples).all()


@settings(max_examples=40, deadline=None)
@given(
    spans=st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 2500)), min_size=1, max_size=4),
    start=st.integers(0, 3000),
    block=st.integers(1, 900),
)
def test_rest_and_stems_are_the_source(spans: list[tuple[int, int]], start: int, block: int) -> None:
    """Overlapping, nested, longer than the source: heard together at unity they are what was opened."""
    sounds = {SOURCE: FakeSound(noise(4000))}
    stems = []
    for i, (at, length) in enumerate(spans):
        sounds[Path(f"s{i}.json")] = FakeSound(noise(length, seed=i + 1))
        stems.append(stem(f"s{i}", at, at + length))
    renderer = Renderer(sounds.__getitem__)
    plan = plan_of(sounds, stems=tuple(stems))

    def heard(gains: dict[str, float]) -> np.ndarray:
        renderer.set_plan(plan)
        renderer.set_gains(gains)
        renderer.settle(start)
        return render(renderer, start, 4000, block)

    rest = heard({"rest": 1.0})
    each = [heard({s.id: 1.0}) for s in stems]
    source = sounds[SOURCE].samples[start:]
    assert np.abs(rest + sum(each) - source).max() <= 1e-6 * (1 + len(stems))
    assert np.abs(heard({"rest": 1.0} | {s.id: 1.0 for s in stems}) - source).max() <= 1e-6


def test_a_stem_is_heard_in_its_span_only() -> None:
    sounds = {SOURCE: FakeSound(noise(4000)), DOG: FakeSound(noise(9999, seed=1))}
    renderer = Renderer(sounds.__getitem__)
    renderer.set_plan(plan_of(sounds, stems=(stem("dog", 700, 1900),), gains={"dog": 1.0}))
    renderer.settle(0)
    heard = render(renderer, 0, 4000)
    assert not heard[:700].any()
    assert not heard[1900:].any()
    assert (heard[700:1900] == sounds[DOG].samples[:1200]).all()


@pytest.mark.parametrize("block", [100, 480, 1000])
def test_a_gain_moves_in_one_straight_line_of_ten_milliseconds(block: int) -> None:
    sounds = {SOURCE: FakeSound(np.ones((9000, 1), np.float32))}
    renderer = Renderer(sounds.__getitem__)
    renderer.set_plan(plan_of(sounds))
    renderer.settle(0)
    render(renderer, 0, 2000, block)
    renderer.set_gains({"source": 0.2})
    heard = render(renderer, 2000, 5000, block)[:, 0]
    assert heard[:RAMP] == pytest.approx(1.0 - 0.8 * np.arange(1, RAMP + 1) / RAMP, abs=1e-5)
    assert heard[RAMP:] == pytest.approx(0.2)


def test_source_and_rest_never_click_while_a_stem_joins_the_sum() -> None:
    ones = np.ones((20000, 1), np.float32)
    sounds = {SOURCE: FakeSound(ones), DOG: FakeSound(ones * 0.5)}
    renderer = Renderer(sounds.__getitem__)
    renderer.set_plan(plan_of(sounds, gains={"rest": 1.0}))
    renderer.settle(0)
    parts = [render(renderer, 0, 4800)]
    renderer.set_plan(plan_of(sounds, stems=(stem("dog", 0, 20000),), gains={"rest": 1.0}))
    parts.append(render(renderer, 4800, 9600))
    renderer.set_plan(plan_of(sounds, gains={"rest": 1.0}))
    parts.append(render(renderer, 9600, 14400))
    heard = np.concatenate(parts)
    assert np.abs(np.diff(heard, axis=0)).max() <= 0.5 / RAMP + 1e-6
    assert [heard[i, 0] for i in (4799, 9599, 14399)] == pytest.approx([1.0, 0.5, 1.0])
    renderer.refresh()
    assert sounds[DOG].closed
    assert not sounds[SOURCE].closed


def test_a_stem_that_is_still_coming_in_fades_at_its_edge_and_stays_in_the_rest() -> None:
    ones = np.ones((40000, 1), np.float32)
    sounds = {SOURCE: FakeSound(ones), DOG: FakeSound(ones * 0.5, final=((0, 6000),))}
    renderer = Renderer(sounds.__getitem__)

    def heard(gains: dict[str, float], growing: bool) -> np.ndarray:
        sounds[DOG].final = ((0, 6000),)
        sounds[DOG].coming = ((0, 6000),)
        renderer.set_plan(plan_of(sounds, stems=(stem("dog", 1000, 41000),), gains=gains))
        renderer.settle(0)
        first = render(renderer, 0, 12000)
        if growing:
            sounds[DOG].coming = ((0, 40000),)
            renderer.refresh()
        return np.concatenate([first, render(renderer, 12000, 30000)])[:, 0]

    dog, rest = heard({"dog": 1.0}, True), heard({"rest": 1.0}, True)
    assert (dog[1500:6000] == 0.5).all()
    assert (dog[7000:12000] == 0.0).all()
    assert (dog[12000 + RAMP :] == 0.5).all()
    assert np.abs(np.diff(dog[1001:])).max() <= 0.5 / RAMP + 1e-6
    assert dog + rest == pytest.approx(np.ones(30000), abs=1e-6)


def test_a_cache_that_is_not_there_yet_is_silent_and_tried_again() -> None:
    sounds = {SOURCE: FakeSound(noise(9000))}

    def open_cache(path: Path) -> FakeSound:
        if path not in sounds:
            raise FileNotFoundError(path)
        return sounds[path]

    renderer = Renderer(open_cache)
    renderer.set_plan(plan_of(sounds, stems=(stem("dog", 0, 9000),), gains={"dog": 1.0}))
    renderer.settle(0)
    assert not render(renderer, 0, 480).any()
    sounds[DOG] = FakeSound(noise(9000, seed=1))
    renderer.refresh()
    heard = render(renderer, 480, 4800)
    assert (heard[RAMP:] == sounds[DOG].samples[480 + RAMP : 4800]).all()


def test_a_file_that_fails_while_it_plays_is_silent_and_the_others_go_on() -> None:
    sounds = {SOURCE: FakeSound(noise(9000)), DOG: FakeSound(noise(9000, channels=3))}
    renderer = Renderer(sounds.__getitem__)
    renderer.set_plan(plan_of(sounds, stems=(stem("dog", 0, 9000, False),), gains={"dog": 1.0, "source": 1.0}))
    renderer.settle(0)
    assert (render(renderer, 0, 4800) == sounds[SOURCE].samples[:4800]).all()


def on_disk(path: Path, samples: np.ndarray) -> Path:
    with SoundCache.create(path, RATE, samples.shape[1], len(samples)) as cache:
        cache.write(0, samples)
        cache.mark_final(0, len(samples))
    return path


def test_a_strength_acts_while_it_plays_and_the_rest_completes_it(tmp_path: Path) -> None:
    source = on_disk(tmp_path / "source.json", noise(30_000))
    half = on_disk(tmp_path / "half.json", 0.5 * noise(30_000)[4000:24_000])
    with HeardStem.open(half, source, 4000, 1.0) as sound:
        clean = sound.read(0, 20_000)

    def plan(strength: float, **gains: float) -> PlaybackPlan:
        stems = (PlaybackStem("half", half, 4000, 24_000, strength=strength),)
        return PlaybackPlan(RATE, 2, 30_000, source, stems, gains)

    renderer = Renderer()
    renderer.set_plan(plan(0.0, half=1.0))
    renderer.settle(4000)
    before = render(renderer, 4000, 8800)
    np.testing.assert_allclose(before, 0.5 * noise(30_000)[4000:8800], atol=1e-6)
    renderer.set_plan(plan(1.0, half=1.0))
    after = render(renderer, 8800, 20_000)
    np.testing.assert_allclose(after[RAMP:], clean[4800 + RAMP : 16_000], atol=1e-6)
    turning = 0.5 * noise(30_000)[8800 : 8800 + RAMP], clean[4800 : 4800 + RAMP]
    assert (after[:RAMP] >= np.minimum(*turning) - 1e-6).all(), "from one to the other, and no further"
    assert (after[:RAMP] <= np.maximum(*turning) + 1e-6).all()
    renderer.set_plan(plan(1.0, rest=1.0, half=1.0))
    renderer.settle(0)
    np.testing.assert_allclose(render(renderer, 0, 30_000), noise(30_000), atol=1e-5)
    renderer.set_plan(plan(1.0, rest=1.0))
    renderer.settle(0)
    rest = render(renderer, 0, 30_000)
    rest[4000:24_000] += clean
    np.testing.assert_allclose(rest, noise(30_000), atol=1e-5)
    renderer.close()
