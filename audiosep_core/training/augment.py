"""Changes to waveforms in batches, on any device: speed, pitch, room, equaliser and bandwidth."""

from __future__ import annotations

import math
from functools import lru_cache

import torch
import torchaudio
from torch import Tensor
from torchaudio.functional import fftconvolve, phase_vocoder

_VOCODER_FFT, _VOCODER_HOP = 2048, 512
# What a resampler or codec leaves: 60 dB within a third of an octave.
_STOP_DB, _SLOPE_OCTAVES = 60.0, 1 / 3
_EQ_LOW_HZ = 60.0


@lru_cache(maxsize=64)
def _resampler(speed: int, unit: int, device: torch.device) -> torchaudio.transforms.Resample:
    return torchaudio.transforms.Resample(speed, unit).to(device)


def change_speed(waveform: Tensor, speed: int, unit: int) -> Tensor:
    """Play faster by speed / unit, pitch following: (batch, n) -> (batch, ceil(n * unit / speed))."""
    if speed == unit:
        return waveform
    changed: Tensor = _resampler(speed, unit, waveform.device)(waveform)
    return changed


def stretch(waveform: Tensor, rate: float) -> Tensor:
    """Play faster by `rate` at the same pitch (phase vocoder): (batch, n) -> (batch, about n / rate)."""
    window = torch.hann_window(_VOCODER_FFT, device=waveform.device)
    spectrum = torch.stft(waveform, _VOCODER_FFT, _VOCODER_HOP, window=window, return_complex=True)
    advance = torch.linspace(0, math.pi * _VOCODER_HOP, spectrum.shape[1], device=waveform.device)[:, None]
    changed = phase_vocoder(spectrum, rate, advance)
    return torch.istft(changed, _VOCODER_FFT, _VOCODER_HOP, window=window)


def reverberate(waveform: Tensor, decay_s: Tensor, level_db: Tensor, rate_hz: int, noise: Tensor) -> Tensor:
    """Add a made room: exponentially decaying noise behind the direct sound.

    Args:
        waveform: (batch, frames).
        decay_s: (batch,) time to decay by 60 dB.
        level_db: (batch,) energy of the room's response against the direct sound's.
        rate_hz: Frames a second.
        noise: (batch, response frames), white; what the room is made of.

    Returns:
        (batch, frames): the tail beyond the end is cut.
    """
    time = torch.arange(noise.shape[1], device=waveform.device) / rate_hz
    response = noise * torch.exp(-math.log(1000.0) * time / decay_s[:, None])
    response = response / response.square().sum(dim=1, keepdim=True).sqrt() * 10 ** (level_db[:, None] / 20)
    response[:, 0] = 1.0
    convolved: Tensor = fftconvolve(waveform, response)
    return convolved[:, : waveform.shape[1]]


def shape_spectrum(waveform: Tensor, equaliser_db: Tensor, low_pass_hz: Tensor, rate_hz: int) -> Tensor:
    """Equaliser and low-pass of zero phase, over the whole segment at once.

    Args:
        waveform: (batch, frames).
        equaliser_db: (batch, points), gains at points spaced evenly in log frequency from 60 Hz to half the rate.
        low_pass_hz: (batch,) cut-off, infinity for none.
        rate_hz: Frames a second.
    """
    frames = waveform.shape[1]
    spectrum = torch.fft.rfft(waveform)
    hz = torch.linspace(0, rate_hz / 2, spectrum.shape[1], device=waveform.device)
    points = equaliser_db.shape[1]
    place = torch.log(hz.clamp_min(_EQ_LOW_HZ) / _EQ_LOW_HZ) / math.log(rate_hz / 2 / _EQ_LOW_HZ) * (points - 1)
    left = place.floor().clamp_max(points - 2).long()
    blend = place - left
    gain_db = equaliser_db[:, left] * (1 - blend) + equaliser_db[:, left + 1] * blend
    octaves = torch.log2(hz.clamp_min(1.0)) - torch.log2(low_pass_hz)[:, None]
    gain_db = gain_db - (octaves / _SLOPE_OCTAVES).clamp(0, 1) * _STOP_DB
    shaped: Tensor = torch.fft.irfft(spectrum * 10 ** (gain_db / 20), n=frames)
    return shaped
