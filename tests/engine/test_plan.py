from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.engine.overlap_add import OverlapAdd, fade_in
from audiosep_core.engine.plan import Geometry, plan_chunks

geometries = st.builds(Geometry, core=st.integers(50, 400), fade=st.integers(1, 40), margin=st.integers(0, 20))


@given(st.integers(0, 1000), st.integers(1, 5000), geometries, st.integers(1, 60))
def test_cores_and_zones_tile_the_span(start: int, length: int, geometry: Geometry, block: int) -> None:
    plan = plan_chunks(start, start + length, geometry, block)
    position = start
    for i in range(plan.count):
        if i:
            assert plan.zone(i)[0] == position
            position = plan.zone(i)[1]
        assert plan.core(i)[0] == position
        position = plan.core(i)[1]
    assert position >= start + length
    assert plan.geometry.core <= geometry.core
    assert (geometry.core - plan.geometry.core) % block == 0
    # The last chunk is needed.
    assert plan.count == 1 or plan.zone(plan.count - 1)[1] <= start + length + plan.geometry.core


@given(st.integers(1, 5000), geometries, st.integers(-100, 6000))
def test_every_chunk_is_done_once_beginning_where_the_person_listens(length: int, geometry: Geometry, at: int) -> None:
    plan = plan_chunks(0, length, geometry, 1)
    order = plan.order(at)
    assert sorted(order) == list(range(plan.count))
    if 0 <= at < plan.core(0)[1]:
        assert order[0] == 0


@given(st.integers(1, 3000), geometries, st.integers(0, 3000), st.integers(1, 3))
def test_overlap_add_gives_a_constant_gain_in_any_order(length: int, geometry: Geometry, at: int, stems: int) -> None:
    plan = plan_chunks(0, length, geometry, 7)
    rng = np.random.default_rng(length)
    source = rng.standard_normal((stems, length + 4 * geometry.length, 2)).astype(np.float32)
    out = np.full((stems, length, 2), np.nan, np.float32)
    overlap_add = OverlapAdd(plan)
    for index in plan.order(at):
        first = plan.read_start(index) + geometry.length
        for start, block in overlap_add.add(index, source[:, first : first + plan.geometry.length]):
            assert np.isnan(out[:, start : start + block.shape[1]]).all(), "a final range was given twice"
            out[:, start : start + block.shape[1]] = block
    np.testing.assert_allclose(out, source[:, geometry.length : geometry.length + length], atol=1e-6)


@given(st.integers(0, 1000), st.integers(1, 3000), geometries)
def test_from_the_first_chunk_on_ranges_come_in_order(start: int, length: int, geometry: Geometry) -> None:
    """`separate_file` writes them as they come."""
    plan = plan_chunks(start, start + length, geometry, 7)
    overlap_add = OverlapAdd(plan)
    position = start
    for index in plan.order(start):
        for first, block in overlap_add.add(index, np.zeros((1, plan.geometry.length, 1), np.float32)):
            assert first == position
            position += block.shape[1]
    assert position == start + length


def test_fades_sum_to_one() -> None:
    rise = fade_in(1000)
    np.testing.assert_allclose(rise + rise[::-1], 1.0, atol=1e-6)
