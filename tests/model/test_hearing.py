from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from audiosep_core.errors import ModelError
from audiosep_core.model.hearing import BandPowers, HearingConfig, HearingNetwork
from audiosep_core.model.hearing_file import load_hearing, save_hearing

CONFIG = HearingConfig(bands=32, widths=(4, 4, 8, 8), hidden=16, blocks=1)


@pytest.fixture
def network() -> HearingNetwork:
    torch.manual_seed(0)
    network = HearingNetwork(CONFIG)
    with torch.no_grad():
        # Batch statistics of something, so that normalisation is no identity.
        network.train()(torch.rand(4, 128, 32) ** 4)
    return network.eval()


def noise(frames: int, seed: int = 0) -> torch.Tensor:
    return torch.from_numpy(np.random.default_rng(seed).standard_normal((1, frames)).astype(np.float32))


def test_a_step_is_half_a_second_and_a_unit_vector(network: HearingNetwork) -> None:
    vectors = network(BandPowers(CONFIG).whole(noise(3 * 16_000))[None])
    assert CONFIG.step_s == 0.5
    assert vectors.shape == (1, 3, 384)
    assert torch.allclose(vectors.norm(dim=-1), torch.ones(1, 3), atol=1e-5)


@pytest.mark.parametrize("gain", [1e-3, 30.0])
def test_the_level_does_not_matter(network: HearingNetwork, gain: float) -> None:
    powers = BandPowers(CONFIG)
    wave = noise(5 * 16_000)
    assert torch.allclose(network(powers.whole(wave)[None]), network(powers.whole(gain * wave)[None]), atol=2e-3)


def test_channels_out_of_phase_do_not_cancel() -> None:
    wave = noise(16_000)
    both = BandPowers(CONFIG).whole(torch.cat([wave, -wave]))
    assert torch.allclose(both, BandPowers(CONFIG).whole(wave), rtol=1e-4)


def test_nothing_further_away_than_the_context_changes_a_vector(network: HearingNetwork) -> None:
    powers = torch.rand(1, 40 * CONFIG.step_frames, CONFIG.bands)
    changed = powers.clone()
    here, reach = 20, CONFIG.context_steps
    changed[:, : (here - reach) * CONFIG.step_frames] = 7.0
    changed[:, (here + 1 + reach) * CONFIG.step_frames :] = 0.0
    assert torch.allclose(network(powers)[0, here], network(changed)[0, here], atol=1e-5)


def test_a_frame_lies_in_the_middle_of_its_hop() -> None:
    wave = torch.zeros(1, 32_000)
    wave[0, 16_000 + 5 * 500 + 250] = 1.0
    assert int(BandPowers(CONFIG).whole(wave).sum(dim=1).argmax()) == 32 + 5


def test_a_file_brings_back_the_network(network: HearingNetwork, tmp_path: Path) -> None:
    path = tmp_path / "ears.safetensors"
    save_hearing(path, CONFIG, network.state_dict(), {"seed": "1"})
    again = load_hearing(path)
    powers = torch.rand(1, 64, 32)
    assert again.config == CONFIG
    assert not again.training
    with torch.inference_mode():
        assert float((again(powers) * network(powers)).sum(-1).min()) > 0.999


def test_other_files_are_refused(network: HearingNetwork, tmp_path: Path, tiny_model: Path) -> None:
    with pytest.raises(ModelError, match="not there"):
        load_hearing(tmp_path / "none.safetensors")
    with pytest.raises(ModelError, match="no hearing network"):
        load_hearing(tiny_model)
    state = network.state_dict()
    del state["bias"]
    save_hearing(tmp_path / "part.safetensors", CONFIG, state, {})
    with pytest.raises(ModelError, match="missing"):
        load_hearing(tmp_path / "part.safetensors")
    state = {**network.state_dict(), "bias": torch.tensor(torch.nan)}
    save_hearing(tmp_path / "nan.safetensors", CONFIG, state, {})
    with pytest.raises(ModelError, match="not finite"):
        load_hearing(tmp_path / "nan.safetensors")
