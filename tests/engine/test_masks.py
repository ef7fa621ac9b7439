"""What several queries claim is shared out, and never given twice."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.engine.masks import compete


def maps(*masks: float, rotations: bool = False) -> torch.Tensor:
    """(queries, 1, 1 or 3, 1, 1)."""
    column = torch.tensor(masks)[:, None, None, None, None]
    return torch.cat([column, torch.rand(len(masks), 1, 2, 1, 1)], dim=2) if rotations else column


@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=8))
@settings(deadline=None)
def test_shares_of_a_cell_are_never_more_than_it_or_than_is_claimed(masks: list[float]) -> None:
    shares = compete(maps(*masks)).flatten()
    assert bool((shares >= 0).all())
    assert float(shares.sum()) <= min(1.0, sum(masks)) + 1e-6


@given(st.floats(0, 1, width=32), st.integers(0, 3))
@settings(deadline=None)
def test_a_query_that_is_alone_keeps_what_it_has(mask: float, others: int) -> None:
    shares = compete(maps(mask, *[0.0] * others)).flatten()
    torch.testing.assert_close(float(shares[0]), mask, atol=1e-9, rtol=1e-5)


def test_two_that_claim_all_get_half_each() -> None:
    assert compete(maps(1.0, 1.0)).flatten().tolist() == [0.5, 0.5]
    assert compete(maps(1.0, 1.0, 0.0)).flatten().tolist() == [0.5, 0.5, 0.0]


def test_the_share_follows_the_powers_of_the_claims() -> None:
    shares = compete(maps(0.9, 0.3)).flatten()
    torch.testing.assert_close(shares, torch.tensor([0.9, 0.1]))
    small = compete(maps(0.3, 0.1)).flatten()
    torch.testing.assert_close(small, torch.tensor([0.36, 0.04]))


def test_rotations_and_other_cells_are_left_alone() -> None:
    before = maps(0.5, 0.5, rotations=True)
    after = compete(before)
    assert torch.equal(after[:, :, 1:], before[:, :, 1:])
    wide = torch.rand(3, 2, 1, 4, 5)
    cell = compete(wide[:, 1:, :, 2:3, 3:4])
    torch.testing.assert_close(compete(wide)[:, 1:, :, 2:3, 3:4], cell)
