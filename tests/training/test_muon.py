"""Muon beside AdamW: what it does to filters, and that it leaves everything else alone."""

from __future__ import annotations

from copy import deepcopy

import pytest
import torch
from torch import nn

from audiosep_core.training import muon
from audiosep_core.training.muon import Muon, orthogonal

RATE = 1e-2


def network() -> nn.Sequential:
    torch.manual_seed(3)
    net = nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16), nn.Conv2d(16, 4, 1), nn.Flatten())
    return net.append(nn.Linear(4 * 36, 5)).to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def learn(net: nn.Module, optimizer: torch.optim.Optimizer, steps: int, seed: int = 0) -> float:
    sound = torch.Generator().manual_seed(seed)
    loss = torch.zeros(())
    for _ in range(steps):
        x = torch.randn(8, 3, 6, 6, generator=sound)
        optimizer.zero_grad()
        loss = (net(x) - x.mean(dim=(1, 2, 3))[:, None]).square().mean()
        loss.backward()
        optimizer.step()
    return loss.item()


@pytest.mark.parametrize("shape", [(24, 90), (90, 24), (40, 40)])
def test_singular_vectors_stay_and_values_come_near_one(shape: tuple[int, int]) -> None:
    rows, columns = shape
    least = min(shape)
    left = torch.linalg.qr(torch.randn(rows, least, generator=torch.Generator().manual_seed(1)))[0]
    right = torch.linalg.qr(torch.randn(columns, least, generator=torch.Generator().manual_seed(2)))[0]
    values = torch.logspace(0.5, 2, least)
    made = left.T @ orthogonal(left * values @ right.T).float() @ right
    assert made.diagonal().min() > 0.5
    assert made.diagonal().max() < 1.3
    assert (made - made.diagonal().diag()).abs().max() < 0.1


@pytest.mark.parametrize(("has", "kind"), [(True, torch.bfloat16), (False, torch.float32)])
def test_muons_iterations_are_in_what_the_processor_has(
    has: bool, kind: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = torch.randn(12, 30, generator=torch.Generator().manual_seed(1))
    exact = torch.linalg.svd(matrix, full_matrices=False)
    monkeypatch.setattr(muon, "emulates_bf16", lambda _: not has)
    made = orthogonal(matrix)
    assert made.dtype is kind
    values = (exact.U.T @ made.float() @ exact.Vh.T).diagonal()
    assert values.min() > 0.5
    assert values.max() < 1.3


def test_nothing_to_learn_is_no_step() -> None:
    assert not orthogonal(torch.zeros(4, 9)).any()


def test_a_step_along_filters_has_the_size_of_adams() -> None:
    sizes = {}
    for kind in (Muon, torch.optim.AdamW):
        net = network()
        before = net[0].weight.detach().clone()
        learn(net, kind(net.parameters(), lr=RATE, weight_decay=0.0), 1)
        sizes[kind] = (net[0].weight - before).square().mean().sqrt().item()
    assert sizes[Muon] == pytest.approx(0.2 * RATE, rel=0.3), "the usual one: a fifth of the rate"
    assert sizes[torch.optim.AdamW] == pytest.approx(RATE, rel=0.1), "the first one: all of it"


def test_everything_but_filters_takes_adams_step() -> None:
    changed = {}
    for kind in (Muon, torch.optim.AdamW):
        net = network()
        learn(net, kind(net.parameters(), lr=RATE, weight_decay=0.1), 1)
        changed[kind] = net.state_dict()
    for name, value in changed[Muon].items():
        assert torch.equal(value, changed[torch.optim.AdamW][name]) == (name != "0.weight"), name


def test_weights_decay_without_a_gradient_to_speak_of() -> None:
    net = network()
    before = net[0].weight.detach().clone()
    optimizer = Muon(net.parameters(), lr=RATE, weight_decay=0.5)
    net[0].weight.grad = torch.zeros_like(net[0].weight)
    optimizer.step()
    torch.testing.assert_close(net[0].weight.detach(), before * (1 - RATE * 0.5))


def test_what_goes_on_from_a_saved_state_is_bit_equal() -> None:
    whole, cut = network(), network()
    learn(whole, one := Muon(whole.parameters(), lr=RATE), 3)
    learn(cut, Muon(cut.parameters(), lr=RATE), 3)
    again = Muon(cut.parameters(), lr=RATE)
    again.load_state_dict(deepcopy(one.state_dict()))  # else they share what they load
    assert learn(whole, one, 3, seed=1) == learn(cut, again, 3, seed=1)
    assert all(torch.equal(a, b) for a, b in zip(whole.parameters(), cut.parameters(), strict=True))


def test_it_learns() -> None:
    net = network()
    optimizer = Muon(net.parameters(), lr=RATE, weight_decay=0.0)
    first = learn(net, optimizer, 1)
    assert learn(net, optimizer, 100) < 0.2 * first
