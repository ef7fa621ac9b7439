"""Channel mapping as documented."""

import numpy as np
import pytest

from desktop.playback.channels import channel_matrix


def test_mono_is_heard_on_both_sides_at_full_level() -> None:
    assert channel_matrix(1, 2).tolist() == [[1.0, 1.0]]


def test_stereo_and_a_mono_card_need_nothing() -> None:
    assert channel_matrix(2, 2) is None
    assert channel_matrix(1, 1) is None


def test_a_mono_card_gets_the_mean() -> None:
    assert channel_matrix(2, 1).tolist() == [[0.5], [0.5]]


@pytest.mark.parametrize("channels", [3, 4, 5, 6, 7, 8, 11])
@pytest.mark.parametrize("outputs", [1, 2])
def test_a_downmix_never_clips_and_keeps_left_and_right_apart(channels: int, outputs: int) -> None:
    matrix = channel_matrix(channels, outputs)
    assert matrix.shape == (channels, outputs)
    assert matrix.dtype == np.float32
    assert (matrix >= 0.0).all()
    assert matrix.sum(axis=0).max() <= 1.0 + 1e-6
    if outputs == 2 and channels <= 8:
        assert matrix[0, 0] > 0.0 == matrix[0, 1]
        assert matrix[1, 1] > 0.0 == matrix[1, 0]


def test_surround_has_no_bass_channel() -> None:
    assert not channel_matrix(6, 2)[3].any()
