from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.model.bands import band_centres, band_weights


@given(st.integers(2, 300), st.integers(0, 800), st.sampled_from([8000, 16000, 32000, 48000]))
def test_weights_share_out_every_bin_and_leave_no_band_empty(bands: int, more: int, rate: int) -> None:
    weights = band_weights(bands + more, bands, rate)
    np.testing.assert_allclose(weights.sum(axis=1), 1.0, atol=1e-5)
    assert (weights.sum(axis=0) > 0).all()
    assert (np.diff(band_centres(bands + more, bands, rate)) > 0).all()


def test_more_bands_than_bins_are_refused() -> None:
    with pytest.raises(ValueError, match="bins"):
        band_weights(10, 11, 32000)
