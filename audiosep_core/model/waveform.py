"""A network applied to waveforms: STFT, maps, inverse STFT, for any length."""

from __future__ import annotations

import torch
from torch import Tensor

from audiosep_core.model.resunet import ResUNet, apply_maps


def reflected(wave: Tensor, before: int, after: int) -> Tensor:
    """Extend (..., frames) by its reflection, as often as it takes: also beyond the length of a short sound."""
    frames = wave.shape[-1]
    if frames == 1:
        return wave.expand(*wave.shape[:-1], before + 1 + after)
    period = 2 * (frames - 1)
    index = torch.arange(-before, frames + after, device=wave.device) % period
    return wave[..., torch.minimum(index, period - index)]


def stft(wave: Tensor, n_fft: int, hop: int, window: Tensor) -> Tensor:
    """Centred STFT with reflected ends: (batch, frames >= 1) -> complex (batch, frames // hop + 1, bins)."""
    half = n_fft // 2
    if wave.shape[-1] > half:
        spectrum = torch.stft(wave, n_fft, hop, window=window, return_complex=True)
    else:
        # torch.stft itself reflects only once.
        spectrum = torch.stft(reflected(wave, half, half), n_fft, hop, window=window, return_complex=True, center=False)
    return spectrum.transpose(1, 2)


def istft(spectrum: Tensor, n_fft: int, hop: int, window: Tensor, frames: int) -> Tensor:
    """Inverse of `stft`: (batch, STFT frames, bins) -> (batch, frames)."""
    return torch.istft(spectrum.transpose(1, 2), n_fft, hop, window=window, length=frames)


def separate_waveform(network: ResUNet, mixture: Tensor, condition: Tensor) -> Tensor:
    """The whole of each mixture in one pass, at its own level: the published network is level dependent.

    Args:
        network: In eval mode.
        mixture: (batch, 1, frames) float32 at the network's rate.
        condition: (batch, condition_size).

    Returns:
        (batch, 1, frames) float32.
    """
    if mixture.ndim != 3 or mixture.shape[1] != 1:
        raise ValueError("a mixture is (batch, 1, frames)")
    frames, config = mixture.shape[2], network.config
    if frames == 0:
        return mixture.clone()
    window = torch.hann_window(config.n_fft, device=mixture.device)
    spectrum = stft(mixture[:, 0], config.n_fft, config.hop, window)
    masked = apply_maps(spectrum, network(spectrum.abs(), condition))
    return istft(masked, config.n_fft, config.hop, window, frames)[:, None]
