from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiosep_core.engine.geometry import BLOCK_HOPS, PUBLISHED, STARTER, Chunking, chunking
from audiosep_core.engine.plan import plan_chunks
from audiosep_core.model.config import ModelConfig

CONFIG = ModelConfig()


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000])
@given(start=st.integers(0, 40).map(float), length=st.integers(1, 40_000_000))
@settings(max_examples=20, deadline=None)
def test_published_chunks_lie_on_the_grid_of_the_whole_clip(rate: int, start: float, length: int) -> None:
    """Every chunk begins at a multiple of 32 hops, and is a whole number of pooled STFT frames."""
    block = PUBLISHED.block(CONFIG, rate)
    assert block * CONFIG.sample_rate_hz == BLOCK_HOPS * CONFIG.hop * rate
    geometry = PUBLISHED.geometry(CONFIG, rate)
    first = round(start) * block
    plan = plan_chunks(first, first + length, geometry, block)
    assert {plan.read_start(i) % block for i in range(min(plan.count, 50))} == {0}
    frames = plan.geometry.length * CONFIG.sample_rate_hz // rate // CONFIG.hop + 1
    assert frames % BLOCK_HOPS == 0
    assert frames <= PUBLISHED.blocks * BLOCK_HOPS


@given(
    rate=st.integers(1, 200_000), blocks=st.integers(12, 40), fade=st.floats(0, 0.7), margin=st.floats(0, 0.7),
    aligned=st.booleans(),
)  # fmt: skip
@settings(max_examples=200)
def test_lengths_make_sense_at_every_rate(rate: int, blocks: int, fade: float, margin: float, aligned: bool) -> None:
    geometry = Chunking(blocks, fade, margin, aligned).geometry(CONFIG, rate)
    assert geometry.fade >= 0
    assert geometry.margin >= 0
    assert geometry.core > 0
    assert geometry.step > 0


@pytest.mark.parametrize("hop", [32, 80, 160, 320, 640])
@pytest.mark.parametrize("chunks", [PUBLISHED, STARTER])
def test_a_short_hop_leaves_something_to_decide(chunks: Chunking, hop: int) -> None:
    geometry = chunks.geometry(replace(CONFIG, hop=hop), 44_100)
    assert geometry.core > 0


def test_each_kind_of_network_has_its_chunks() -> None:
    assert chunking(CONFIG) is PUBLISHED
    assert chunking(ModelConfig(front_end="mel")) is STARTER
