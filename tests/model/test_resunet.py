from __future__ import annotations

import pytest
import torch

from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet, apply_maps

NARROW = ModelConfig(
    n_fft=256,
    hop=80,
    front_end="mel",
    bands=32,
    position_channel=True,
    stem_stride=2,
    widths=(4, 4, 8, 8),
    pools=((2, 2), (2, 2), (1, 2)),
    condition_size=16,
    film_hidden=8,
    film_scale=True,
    outputs="mask",
    encoder="minilm",
)
PUBLISHED_KIND = ModelConfig(n_fft=256, hop=32, widths=(4, 4, 8, 8), pools=((2, 2), (2, 2), (1, 2)), condition_size=16)


def build(config: ModelConfig) -> ResUNet:
    torch.manual_seed(0)
    return ResUNet(config).eval()


@pytest.mark.parametrize("config", [NARROW, PUBLISHED_KIND], ids=["starter kind", "published kind"])
@pytest.mark.parametrize("frames", [1, 7, 8, 33])
def test_maps_have_the_shape_of_the_magnitude(config: ModelConfig, frames: int) -> None:
    maps = build(config)(torch.rand(2, frames, config.bins), torch.randn(2, 16)).detach()
    assert maps.shape == (2, config.output_maps, frames, config.bins)
    assert float(maps[:, 0].min()) >= 0.0
    assert float(maps[:, 0].max()) <= 1.0


def test_a_gain_on_the_input_changes_nothing_with_the_mel_front_end() -> None:
    network, magnitude, condition = build(NARROW), torch.rand(1, 16, NARROW.bins) + 0.01, torch.randn(1, 16)
    loud, quiet = network(magnitude, condition), network(magnitude * 0.01, condition)
    torch.testing.assert_close(loud, quiet, atol=1e-4, rtol=0)


def test_the_published_kind_rotates_phases_by_a_unit_vector_and_leaves_nyquist_at_half() -> None:
    maps = build(PUBLISHED_KIND)(torch.rand(1, 8, PUBLISHED_KIND.bins), torch.randn(1, 16)).detach()
    length = maps[:, 1].square() + maps[:, 2].square()
    torch.testing.assert_close(length[..., :-1], torch.ones_like(length[..., :-1]))
    torch.testing.assert_close(maps[:, 0, :, -1], torch.full((1, 8), 0.5))


def test_the_condition_steers() -> None:
    network, magnitude = build(NARROW), torch.rand(1, 16, NARROW.bins)
    one, other = network(magnitude, torch.ones(1, 16)), network(magnitude, -torch.ones(1, 16))
    assert float((one - other).detach().abs().max()) > 1e-3


def test_vectors_computed_once_give_what_forward_gives() -> None:
    network, magnitude, condition = build(NARROW), torch.rand(1, 16, NARROW.bins), torch.randn(1, 16)
    assert torch.equal(network.steer(magnitude, network.film(condition)), network(magnitude, condition))


def test_every_parameter_gets_a_gradient() -> None:
    for config in (NARROW, PUBLISHED_KIND):
        network = build(config).train()
        network(torch.rand(2, 16, config.bins), torch.randn(2, 16)).square().sum().backward()
        assert not [name for name, p in network.named_parameters() if p.grad is None]


def test_apply_maps_of_one_is_the_identity_and_a_quarter_turn_rotates() -> None:
    spectrum = torch.randn(1, 4, 5, dtype=torch.complex64)
    ones = torch.ones(1, 1, 4, 5)
    assert torch.equal(apply_maps(spectrum, ones), spectrum)
    turn = torch.stack([ones[:, 0], ones[:, 0] * 0, ones[:, 0]], dim=1)
    torch.testing.assert_close(apply_maps(spectrum, turn), spectrum * 1j)


def test_the_published_layout_has_the_published_number_of_unet_parameters() -> None:
    """lass.md 2c: the U-Net of the published checkpoint, less the decoder's bn2 that it never uses."""
    network = ResUNet(ModelConfig())
    unet = sum(p.numel() for name, p in network.named_parameters() if not name.startswith("film."))
    unused = 2 * (384 + 384 + 384 + 256 + 128 + 64)
    assert unet == 21_391_813 - unused


def test_a_config_survives_its_file_form() -> None:
    assert ModelConfig.from_json(NARROW.to_json()) == NARROW
    with pytest.raises(TypeError):
        ModelConfig.from_dict({"depth": 3})
