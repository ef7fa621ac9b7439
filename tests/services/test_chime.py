"""The chime: soft, short, and another one for a failure."""

from __future__ import annotations

import numpy as np

from desktop.services.chime import RATE_HZ, chime_samples


def test_it_begins_and_ends_in_silence_and_is_not_loud() -> None:
    for good in (True, False):
        samples = chime_samples(good)
        assert len(samples) < RATE_HZ
        assert abs(samples[0, 0]) < 1e-3
        assert abs(samples[-1, 0]) < 1e-3
        assert 0.05 < np.abs(samples).max() < 0.3


def test_good_and_bad_can_be_told_apart() -> None:
    def first_note_hz(samples: np.ndarray) -> float:
        part = samples[: RATE_HZ // 8, 0]
        return float(np.argmax(np.abs(np.fft.rfft(part))) * RATE_HZ / len(part))

    assert first_note_hz(chime_samples(True)) < first_note_hz(chime_samples(False))
