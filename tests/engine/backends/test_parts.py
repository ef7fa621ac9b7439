from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from audiosep_core.engine.backends.parts import CONTEXT_CELLS, in_parts


@given(cells=st.integers(1, 40), parts=st.sampled_from([1, 2, 4, 8]), cell=st.sampled_from([1, 2, 8]))
@settings(deadline=None, max_examples=50)
def test_parts_are_the_whole_for_what_hears_no_further_than_the_context(cells: int, parts: int, cell: int) -> None:
    generator = torch.Generator().manual_seed(cells)
    x = torch.rand(2, 1, cells * cell, 3, generator=generator)
    reach = CONTEXT_CELLS * cell
    kernel = torch.rand(1, 1, 2 * reach + 1, 1, generator=generator)
    lengths = []

    def core(part: torch.Tensor) -> torch.Tensor:
        lengths.append(part.shape[2])
        return functional.conv2d(part, kernel, padding=(reach, 0))

    whole = core(x)
    lengths.clear()
    torch.testing.assert_close(in_parts(x, parts, cell, core), whole)
    assert len(lengths) <= parts
    assert all(length % cell == 0 for length in lengths)


@pytest.mark.parametrize("parts", [2, 4, 8])
def test_a_part_is_shorter_than_the_whole(parts: int) -> None:
    lengths = []

    def core(part: torch.Tensor) -> torch.Tensor:
        lengths.append(part.shape[2])
        return part

    x = torch.rand(1, 1, 640, 2)
    assert torch.equal(in_parts(x, parts, 4, core), x)
    assert len(lengths) == parts
    assert max(lengths) <= 640 // parts + 2 * CONTEXT_CELLS * 4
