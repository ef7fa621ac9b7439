from __future__ import annotations

import numpy as np
import pytest
import torch

from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.hearing import Hearing
from audiosep_core.engine.listener import Heard, Listener
from audiosep_core.model.hearing import HearingConfig, HearingNetwork
from audiosep_core.types import AudioArray

CONFIG = HearingConfig(bands=32, widths=(4, 4, 8, 8), hidden=16, blocks=1)


@pytest.fixture(scope="module")
def network() -> HearingNetwork:
    torch.manual_seed(0)
    network = HearingNetwork(CONFIG)
    with torch.no_grad():
        network.train()(torch.rand(4, 128, 32) ** 4)
    return network.eval()


def sound(seconds: float, rate: int, channels: int = 1) -> AudioArray:
    rng = np.random.default_rng(0)
    wave = rng.standard_normal((round(seconds * rate), channels)).astype(np.float32)
    # It changes all the time, so that a step in the wrong place is another vector.
    return 0.1 * wave * (1 + np.sin(np.arange(len(wave)) / rate * 5)[:, None]).astype(np.float32)


def listen(network: HearingNetwork, wave: AudioArray, rate: int, block: int) -> Heard:
    listener = Listener(network, rate, wave.shape[1])
    for low in range(0, len(wave), block):
        listener.feed(wave[low : low + block])
    return listener.finish()


@pytest.mark.parametrize("rate", [32_000, 44_100])
def test_blocks_of_any_length_hear_the_same(network: HearingNetwork, rate: int) -> None:
    wave = sound(41.3, rate, 2)
    one = listen(network, wave, rate, len(wave))
    many = listen(network, wave, rate, 7_919)
    assert one.vectors.shape == (83, 384)
    np.testing.assert_allclose(one.vectors, many.vectors, atol=1e-4)
    np.testing.assert_allclose(one.level_db, many.level_db, atol=1e-3)
    assert one.times_s[-1] == 41.0


def test_chunks_hear_what_the_whole_does(network: HearingNetwork) -> None:
    from audiosep_core.model.hearing import BandPowers

    wave = sound(90, 32_000)
    whole = network(BandPowers(CONFIG).whole(torch.from_numpy(wave.T.copy()))[None])[0].detach().numpy()
    heard = listen(network, wave, 32_000, 50_000).vectors
    # At the ends the whole has no silence around it.
    np.testing.assert_allclose(heard[8:-8], whole[8:-8], atol=1e-4)


def test_a_stretch_has_its_surroundings_as_context(network: HearingNetwork) -> None:
    wave = sound(40, 16_000)
    source = ArraySound(wave, 16_000)
    ears = Hearing(network, None)  # type: ignore[arg-type]
    whole, part = ears.hear(source), ears.hear(source, 10 * 16_000, 20 * 16_000)
    assert part.vectors.shape == (20, 384)
    np.testing.assert_allclose(part.vectors, whole.vectors[20:40], atol=2e-3)
    np.testing.assert_allclose(part.level_db, whole.level_db[20:40], atol=0.05)


@pytest.mark.parametrize("frames", [1, 100, 15_999, 16_000, 16_001, 400_000])
def test_there_is_a_step_for_every_half_second(network: HearingNetwork, frames: int) -> None:
    heard = listen(network, np.zeros((frames, 1), np.float32), 32_000, 9_999)
    assert len(heard.vectors) == len(heard.level_db) == -(-frames // 16_000)
    assert np.isfinite(heard.vectors).all()
    assert heard.level_db.max() <= -119


def test_what_is_held_does_not_grow(network: HearingNetwork) -> None:
    listener = Listener(network, 32_000, 1)
    held = []
    for _ in range(40):
        listener.feed(sound(10, 32_000))
        held.append(listener._samples.nelement() + listener._bands.nelement())
    assert max(held[20:]) <= max(held[:20])
