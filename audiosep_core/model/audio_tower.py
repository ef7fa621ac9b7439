"""CLAP's audio tower (Wu et al. 2023, arXiv 2211.06687): HTSAT-base as transformers builds it, and its features."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional
from transformers.audio_utils import mel_filter_bank
from transformers.models.clap.configuration_clap import ClapAudioConfig
from transformers.models.clap.modeling_clap import ClapAudioModelWithProjection

from audiosep_core.model.checkpoint.clap_keys import AUDIO_DEPTHS, audio_table
from audiosep_core.model.tower import EMBEDDING_SIZE, filled_module

AUDIO_RATE_HZ = 48_000
WINDOW_FRAMES = 10 * AUDIO_RATE_HZ

_N_FFT, _HOP, _MEL_BANDS = 1024, 480, 64
_LOWEST_HZ, _HIGHEST_HZ = 50.0, 14_000.0
_WINDOWS_AT_ONCE = 4


class AudioTower:
    """HTSAT-base over log mel spectrograms of ten seconds, and CLAP's projection."""

    def __init__(self, file: str, state: Mapping[str, Tensor], *, finite: bool = False) -> None:
        config = ClapAudioConfig(
            patch_embeds_hidden_size=128, depths=AUDIO_DEPTHS, num_attention_heads=(4, 8, 16, 32), hidden_size=1024,
            projection_dim=EMBEDDING_SIZE, num_mel_bins=_MEL_BANDS, enable_fusion=False,
        )  # fmt: skip
        with torch.device("meta"):
            module = ClapAudioModelWithProjection(config)
        index = _relative_positions(config.window_size)
        indices = {name: index for name in module.state_dict() if name.endswith(".relative_position_index")}
        self._module = filled_module(file, module, audio_table(), state, indices, finite=finite)
        bank = mel_filter_bank(
            _N_FFT // 2 + 1, _MEL_BANDS, _LOWEST_HZ, _HIGHEST_HZ, AUDIO_RATE_HZ, norm="slaney", mel_scale="slaney"
        )
        self._bank = torch.from_numpy(bank).float()
        self._window = torch.hann_window(_N_FFT)

    def __call__(self, waveform: Tensor) -> Tensor:
        """Embed sounds.

        A shorter sound is repeated as often as it fits into ten seconds, the rest is silence, as published. Of a longer
        one the published system takes ten seconds at random; here windows of ten seconds at even distances cover it,
        and their embeddings are averaged: the same sound always has the same embedding.

        Args:
            waveform: (batch, frames) float32 in [-1, 1], 48 kHz, at least one frame.

        Returns:
            (batch, 512) float32 of unit length.
        """
        if waveform.ndim != 2 or waveform.shape[1] == 0:
            raise ValueError("a waveform is (batch, frames), with at least one frame")
        with torch.inference_mode():
            windows = fixed_windows(waveform)
            batch, count = windows.shape[:2]
            flat = windows.reshape(batch * count, WINDOW_FRAMES)
            parts = [self._embed(part) for part in torch.split(flat, _WINDOWS_AT_ONCE)]
            mean = torch.cat(parts).reshape(batch, count, EMBEDDING_SIZE).mean(dim=1)
            return functional.normalize(mean, dim=-1)

    def _embed(self, windows: Tensor) -> Tensor:
        embedding = self._module(input_features=self._features(windows)[:, None]).audio_embeds
        return functional.normalize(embedding, dim=-1)

    def _features(self, windows: Tensor) -> Tensor:
        """Log mel spectrogram, (windows, 1001, 64) in dB."""
        spectrum = torch.stft(windows, _N_FFT, _HOP, window=self._window, return_complex=True)
        power = spectrum.abs().square().transpose(1, 2)
        return 10.0 * torch.log10((power @ self._bank).clamp_min(1e-10))


def fixed_windows(waveform: Tensor) -> Tensor:
    """(batch, frames) -> (batch, windows, 480000): repeated and padded, or cut at even distances from end to end."""
    frames = waveform.shape[1]
    if frames <= WINDOW_FRAMES:
        repeated = waveform.repeat(1, WINDOW_FRAMES // frames)
        return functional.pad(repeated, (0, WINDOW_FRAMES - repeated.shape[1]))[:, None]
    count = -(-frames // WINDOW_FRAMES)
    starts = [(frames - WINDOW_FRAMES) * i // (count - 1) for i in range(count)]
    return torch.stack([waveform[:, start : start + WINDOW_FRAMES] for start in starts], dim=1)


def _relative_positions(window: int) -> Tensor:
    """Row of the bias table for every pair of cells in a window x window square (Swin transformer), int64."""
    cells = torch.cartesian_prod(torch.arange(window), torch.arange(window))
    offset = cells[:, None] - cells[None] + window - 1
    return offset[..., 0] * (2 * window - 1) + offset[..., 1]
