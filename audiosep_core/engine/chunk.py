"""One chunk on its way: read and transformed, given its maps, and turned back into sound."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from audiosep_core.audio.resample import resample
from audiosep_core.audio.sound import Sound, read_mirrored
from audiosep_core.audio.strength import reshape
from audiosep_core.engine import full_band
from audiosep_core.engine.masks import compete
from audiosep_core.engine.plan import ChunkPlan
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import apply_maps
from audiosep_core.model.waveform import istft, stft
from audiosep_core.types import AudioArray, SeparationOptions

# Peaks below this are silence, which no network need hear: the least step of 20 bits.
SILENCE = 1e-6


@dataclass(frozen=True, eq=False)
class Chunk:
    """A chunk before the network.

    Attributes:
        index: In the plan.
        low: Frame of the source that is the first of `mixture`.
        before, after: Frames of the chunk that lie outside of the source, and are not in `mixture`.
        mixture: (frames, channels) at the source's rate.
        above: Of the mixture, what lies above the model's band; None where there is nothing.
        spectrum: Of the mixture at the model's rate, (channels, STFT frames, bins); None for silence.
        magnitude: What the network hears, (channels or 1, STFT frames, bins).
        model_frames: Length of the mixture at the model's rate.
    """

    index: int
    low: int
    before: int
    after: int
    mixture: AudioArray
    above: AudioArray | None = None
    spectrum: Tensor | None = None
    magnitude: Tensor | None = None
    model_frames: int = 0


class ChunkWork:
    """What one request does to each of its chunks, around the network."""

    def __init__(
        self, source: Sound, plan: ChunkPlan, config: ModelConfig, window: Tensor, options: SeparationOptions
    ) -> None:
        self._source, self._plan, self._config = source, plan, config
        self._window, self._options = window, options
        self.aligned = False
        self.gain = 1.0
        self.stems = 1

    def read(self, index: int) -> Chunk:
        """Read and transform."""
        with torch.inference_mode():
            source, config = self._source, self._config
            start = self._plan.read_start(index)
            low, high = start, start + self._plan.geometry.length
            if self.aligned:
                # The network treats the ends of what it is given as it treats those of a whole clip.
                low, high = max(low, 0), min(high, source.frames)
            around = (index, low, low - start, start + self._plan.geometry.length - high)
            mixture = read_mirrored(source, low, high)
            if np.max(np.abs(mixture), initial=0.0) < SILENCE:
                return Chunk(*around, mixture)
            rate, model_rate = source.rate_hz, config.sample_rate_hz
            at_model_rate = mixture if rate == model_rate else resample(mixture, rate, model_rate)
            above = full_band.above(mixture, at_model_rate, rate, model_rate) if self._options.above_band else None
            wave = torch.from_numpy(np.ascontiguousarray(at_model_rate.T)).to(self._window.device)
            spectrum = stft(wave, config.n_fft, config.hop, self._window)
            magnitude = spectrum.abs()
            if self._options.channels == "linked":
                # The RMS over channels: every channel gets the same maps, the image stays and nothing cancels.
                magnitude = magnitude.square().mean(dim=0, keepdim=True).sqrt()
            return Chunk(*around, mixture, above, spectrum, magnitude * self.gain, wave.shape[1])

    def finish(self, chunk: Chunk, maps: Tensor | None, competing: bool) -> AudioArray:
        """Sound of every stem, (stems, geometry.length, channels), from maps (queries, channels or 1, ...)."""
        length, channels = self._plan.geometry.length, chunk.mixture.shape[1]
        if maps is None or chunk.spectrum is None or chunk.magnitude is None:
            return np.zeros((self.stems, length, channels), np.float32)
        with torch.inference_mode():
            maps = (compete(maps) if competing else maps)[: self.stems]
            over_time = None
            if chunk.above is not None:
                gain = full_band.gains(maps[:, :, 0], chunk.magnitude).cpu()
                hop = self._config.hop * self._source.rate_hz / self._config.sample_rate_hz
                over_time = full_band.over_time(gain, hop, len(chunk.mixture)).transpose(0, 2, 1)
            stems = []
            for number, stem_maps in enumerate(maps):
                stem = self._back(chunk, chunk.spectrum, stem_maps)
                if chunk.above is not None and over_time is not None:
                    stem = stem + chunk.above * over_time[number]
                stems.append(self._shaped(stem, chunk))
        estimates = np.stack(stems)
        if chunk.before or chunk.after:
            # Never heard: outside the source.
            estimates = np.pad(estimates, ((0, 0), (chunk.before, chunk.after), (0, 0)))
        return estimates

    def _back(self, chunk: Chunk, spectrum: Tensor, maps: Tensor) -> AudioArray:
        config, rate = self._config, self._source.rate_hz
        masked = apply_maps(spectrum, maps.expand(len(spectrum), -1, -1, -1))
        wave: AudioArray = istft(masked, config.n_fft, config.hop, self._window, chunk.model_frames).T.cpu().numpy()
        if rate == config.sample_rate_hz:
            return wave
        return resample(wave, config.sample_rate_hz, rate, len(chunk.mixture))

    def _shaped(self, stem: AudioArray, chunk: Chunk) -> AudioArray:
        options = self._options
        if options.strength == 0.0 and options.band_hz is None:
            return stem
        return reshape(stem, chunk.mixture, self._source.rate_hz, options.strength, options.band_hz, chunk.low)
