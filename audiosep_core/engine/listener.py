"""Sound in blocks, of any length and rate, to what the hearing network makes of every half second."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.audio.resample import StreamResampler
from audiosep_core.model.hearing import BandPowers, HearingNetwork
from audiosep_core.types import AudioArray

# Steps that go through the network at a time, beside their context.
_CHUNK_STEPS = 60
_SILENT = 1e-12


@dataclass(frozen=True, eq=False)
class Heard:
    """What was heard of a stretch of sound.

    Attributes:
        step_s: Seconds a step.
        vectors: (steps, size) float32 of unit length, in the text encoder's space.
        level_db: (steps,) mean square over channels in dBFS; -120 is silence.
    """

    step_s: float
    vectors: NDArray[np.float32]
    level_db: NDArray[np.float32]

    @property
    def times_s(self) -> NDArray[np.float64]:
        """Beginning of every step, from the beginning of the stretch."""
        return np.arange(len(self.vectors), dtype=np.float64) * self.step_s


class Listener:
    """Takes blocks in order; `finish` gives what was heard. What it holds of the sound does not grow.

    The result does not depend on how the sound is cut into blocks. Channels are averaged in power.

    Args:
        network: In eval mode.
        rate_hz, channels: Of the blocks.
        context_steps: Steps at the beginning of what is fed that only give the first ones a context.
    """

    def __init__(self, network: HearingNetwork, rate_hz: int, channels: int, context_steps: int = 0) -> None:
        config = network.config
        self._network, self._config = network, config
        self._powers = BandPowers(config)
        self._resampler = StreamResampler(rate_hz, config.sample_rate_hz, channels)
        self._samples = torch.zeros(channels, self._powers.before)
        self._fed, self._rate = 0, rate_hz
        self._done_frames = 0
        self._context = config.context_steps
        # Silence before the beginning; what comes first of it is thrown away.
        self._bands = torch.zeros(self._context * config.step_frames, config.bands)
        self._skip = context_steps
        self._vectors: list[NDArray[np.float32]] = []
        self._levels: list[float] = []

    def feed(self, block: AudioArray) -> None:
        """Take (frames, channels)."""
        self._fed += len(block)
        self._take(self._resampler.process(block))

    def finish(self, following_steps: int = 0) -> Heard:
        """Everything fed, as vectors; the last step is filled up with silence.

        Args:
            following_steps: Steps at the end of what was fed that only give the last ones a context.
        """
        config = self._config
        channels = self._samples.shape[0]
        self._take(self._resampler.process(np.zeros((0, channels), np.float32), last=True))
        # As many steps as the sound is long, whatever the resampler made of its last frame.
        steps = max(-(-self._fed * config.sample_rate_hz // (self._rate * config.step_samples)), 0)
        missing = steps * config.step_samples - self._done_frames * config.hop
        have = self._samples.shape[1] - self._powers.before
        self._take(np.zeros((max(0, missing - have) + self._powers.after, channels), np.float32))
        silence = torch.zeros(self._context * config.step_frames, config.bands)
        whole = steps * config.step_frames - self._frames_before_bands()
        self._bands = torch.cat([self._bands[: self._context * config.step_frames + whole], silence])
        while self._bands.shape[0] > 2 * self._context * config.step_frames:
            self._listen(_CHUNK_STEPS)
        vectors = np.concatenate(self._vectors) if self._vectors else np.zeros((0, config.embedding_size), np.float32)
        levels = np.array(self._levels[:steps], np.float32)
        keep = slice(self._skip, max(steps - following_steps, self._skip))
        return Heard(config.step_s, vectors[keep], levels[keep])

    def _frames_before_bands(self) -> int:
        """Frames of the sound that have gone through the network."""
        return sum(len(part) for part in self._vectors) * self._config.step_frames

    def _take(self, block: AudioArray) -> None:
        """(frames, channels) at the network's rate."""
        config, powers = self._config, self._powers
        self._samples = torch.cat([self._samples, torch.from_numpy(np.ascontiguousarray(block.T))], dim=1)
        step = config.step_samples
        # Whole steps, so that levels and powers stay side by side.
        ready = max(0, (self._samples.shape[1] - powers.before - powers.after) // step) * step
        if not ready:
            return
        piece = self._samples[:, : powers.before + ready + powers.after]
        self._bands = torch.cat([self._bands, powers(piece)])
        inside = piece[:, powers.before : powers.before + ready].square().mean(dim=0).reshape(-1, step).mean(dim=1)
        self._levels.extend((10 * torch.log10(inside + _SILENT)).tolist())
        self._samples = self._samples[:, ready:].clone()
        self._done_frames += ready // config.hop
        while self._bands.shape[0] >= (_CHUNK_STEPS + 2 * self._context) * config.step_frames:
            self._listen(_CHUNK_STEPS)

    def _listen(self, steps: int) -> None:
        """Through the network with the first steps behind the context, and forget what no step needs any more."""
        frames, context = self._config.step_frames, self._context
        steps = min(steps, self._bands.shape[0] // frames - 2 * context)
        chunk: Tensor = self._bands[: (steps + 2 * context) * frames]
        with torch.inference_mode():
            vectors = self._network(chunk[None])[0, context : context + steps]
        self._vectors.append(vectors.numpy())
        self._bands = self._bands[steps * frames :].clone()
