"""SDR and SI-SDR as AudioSep's benchmark defines them (evaluation code of arXiv 2308.05037), in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.floating]
_EPS = float(np.finfo(np.float32).eps)


def sdr_db(reference: Signal, estimate: Signal) -> float:
    """10 log10(mean ref^2 / mean (ref - est)^2), both floored at 1e-10: plain SNR, no filter, no scaling."""
    reference, estimate = reference.astype(np.float64), estimate.astype(np.float64)
    signal = max(float(np.mean(reference**2)), 1e-10)
    error = max(float(np.mean((reference - estimate) ** 2)), 1e-10)
    return float(10 * np.log10(signal / error))


def si_sdr_db(reference: Signal, estimate: Signal) -> float:
    """Scale-invariant SDR (Le Roux et al. 2019) without mean removal."""
    reference, estimate = reference.astype(np.float64).ravel(), estimate.astype(np.float64).ravel()
    scale = (_EPS + float(reference @ estimate)) / (float(reference @ reference) + _EPS)
    target = scale * reference
    error = target - estimate
    return float(10 * np.log10((float(target @ target) + _EPS) / (float(error @ error) + _EPS)))


def power_ratio_db(estimate: Signal, mixture: Signal) -> float:
    """10 log10(P_estimate / P_mixture), floored at -120 dB."""
    ratio = float(np.mean(estimate.astype(np.float64) ** 2)) / max(
        float(np.mean(mixture.astype(np.float64) ** 2)), 1e-12
    )
    return float(10 * np.log10(max(ratio, 1e-12)))


def bootstrap_interval(values: NDArray[np.float64], seed: int = 0, draws: int = 2000) -> tuple[float, float]:
    """95 % interval of the mean by resampling."""
    rng = np.random.default_rng(seed)
    means = rng.choice(values, (draws, len(values))).mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def segmental_snr_db(reference: Signal, estimate: Signal, rate_hz: int) -> float:
    """Mean SNR of short frames, each clamped to -10..35 dB, as the composite measures of Hu & Loizou (2008) frame it.

    (frames,) mono sound in frames of 30 ms, one every 7.5 ms, Hann-windowed. Frames in which the reference is silent
    count, with -10 dB.

    Raises:
        ValueError: the sound is shorter than two frames' starts.
    """
    length = round(0.03 * rate_hz)
    step = length // 4
    count = (len(reference) - length) // step
    if count < 1:
        raise ValueError("too short for a segmental SNR")
    window = np.hanning(length + 2)[1:-1]

    def energies(signal: Signal) -> NDArray[np.float64]:
        frames = np.lib.stride_tricks.sliding_window_view(signal, length)[: count * step : step]
        return ((frames * window) ** 2).sum(axis=1)  # type: ignore[no-any-return]

    wide = reference.astype(np.float64)
    tiny = float(np.finfo(np.float64).eps)
    ratios = 10 * np.log10(energies(wide) / (energies(wide - estimate) + tiny) + tiny)
    return float(np.clip(ratios, -10.0, 35.0).mean())


def roc_area(present: NDArray[np.floating], absent: NDArray[np.floating]) -> float:
    """Area under the ROC curve: how often a score of what is there is above one of what is not, ties counted half."""
    ordered = np.sort(absent.ravel())
    below = np.searchsorted(ordered, present, side="left") + np.searchsorted(ordered, present, side="right")
    return float(below.mean() / (2 * len(ordered)))
