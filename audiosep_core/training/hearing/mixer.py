"""Mixtures in band powers: powers of sources that have nothing to do with each other add.

A step is drawn from (seed, step), so that an interrupted run goes on as if nothing had been.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audiosep_core.errors import AudioSepError
from audiosep_core.model.bands import band_centres
from audiosep_core.model.hearing import HearingConfig
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.hearing.bandbank import BandBank
from audiosep_core.training.hearing.recipe import HearingData, HearingMixing
from audiosep_core.training.vocabulary import Vocabulary

SLOTS = 3
EMPTY = -1
# A low-pass falls like this, in dB an octave, more or less as recorders and codecs do.
_SLOPE_DB, _DEEPEST_DB = 48.0, 90.0
_TINY = 1e-12


@dataclass(frozen=True)
class MelBatch:
    """M mixtures.

    Attributes:
        powers: (M, frames, bands) float32.
        clips: (M, SLOTS), EMPTY where there is none. classes: the same, their classes.
        share: (M, SLOTS, steps): a source's power in the mixture's, in each step.
        loudness: (M, SLOTS, steps): a source's power in a step against its loudest step.
    """

    powers: NDArray[np.float32]
    clips: NDArray[np.int64]
    classes: NDArray[np.int64]
    share: NDArray[np.float32]
    loudness: NDArray[np.float32]


class MelMixer:
    """Draws and mixes the batch of any step.

    Args:
        bank: The clips. bands: Their powers. words: Their vocabulary.
        config: The network. data, mixing: The recipe's sections. seed: Of the run.
    """

    def __init__(
        self,
        bank: ClipBank,
        bands: BandBank,
        words: Vocabulary,
        config: HearingConfig,
        data: HearingData,
        mixing: HearingMixing,
        seed: int,
    ) -> None:
        self.words, self.config, self.data, self.mixing, self.seed = words, config, data, mixing, seed
        self.frames = data.segment_steps * config.step_frames
        self._bands = bands
        centres = band_centres(config.n_fft // 2 + 1, config.bands, config.sample_rate_hz)
        self._hz = centres * config.sample_rate_hz / config.n_fft
        place = {label: i for i, label in enumerate(words.labels)}
        self.class_of = np.array([place[clip.label] for clip in bank.clips], np.int64)
        self._recorded: list[list[int]] = [[] for _ in place]
        self._made: list[list[int]] = [[] for _ in place]
        for i, clip in enumerate(bank.clips):
            (self._made if clip.made else self._recorded)[self.class_of[i]].append(i)
        if len(place) < 2:
            raise AudioSepError("too-few-classes", "The training clips are of one class; mixtures need at least two.")
        counts = [min(len(r) + len(m), data.class_cap) for r, m in zip(self._recorded, self._made, strict=True)]
        weights = np.sqrt(np.array(counts, np.float64))
        self._weights = np.cumsum(weights / weights.sum())

    def batch(self, step: int) -> MelBatch:
        """The mixtures of a step."""
        rng = np.random.default_rng([self.seed, step])
        mixing, count, config = self.mixing, self.mixing.mixtures, self.config
        clips = np.full((count, SLOTS), EMPTY, np.int64)
        for row in clips:
            self._choose(rng, row)
        used = np.argwhere(clips != EMPTY)
        flat = clips[clips != EMPTY]
        sounds = self._coloured(rng, self._stretches(rng, flat))
        level = rng.uniform(-mixing.level_db, mixing.level_db, len(flat))
        level[used[:, 1] == 0] = 0.0
        mean = sounds.mean(axis=(1, 2)) + _TINY
        sounds *= (10 ** (level / 10) / mean).astype(np.float32)[:, None, None]
        powers = np.zeros((count, self.frames, config.bands), np.float32)
        np.add.at(powers, used[:, 0], sounds)
        self._add_noise(rng, powers)
        steps = self.data.segment_steps
        by_step = sounds.reshape(len(flat), steps, -1).sum(axis=2)
        total = powers.reshape(count, steps, -1).sum(axis=2)
        share = np.zeros((count, SLOTS, steps), np.float32)
        loudness = np.zeros_like(share)
        share[used[:, 0], used[:, 1]] = by_step / (total[used[:, 0]] + _TINY)
        loudness[used[:, 0], used[:, 1]] = by_step / (by_step.max(axis=1, keepdims=True) + _TINY)
        self._mask(rng, powers)
        classes = np.where(clips == EMPTY, EMPTY, self.class_of[clips])
        return MelBatch(powers, clips, classes, share, loudness)

    def _choose(self, rng: np.random.Generator, row: NDArray[np.int64]) -> None:
        """Clips of one mixture; a second one of a class is as welcome as any."""
        count = 1 + int(np.searchsorted(np.cumsum(self.mixing.source_probabilities), rng.random(), side="right"))
        for slot in range(min(count, SLOTS)):
            here = min(int(np.searchsorted(self._weights, rng.random(), side="right")), len(self._weights) - 1)
            recorded, made = self._recorded[here], self._made[here]
            pool = made if made and (not recorded or rng.random() < self.data.made_share) else recorded
            row[slot] = pool[int(rng.integers(len(pool)))]

    def _stretches(self, rng: np.random.Generator, clips: NDArray[np.int64]) -> NDArray[np.float32]:
        """(clips, frames, bands): powers of a stretch of each, its speed and pitch changed."""
        mixing, bands = self.mixing, self._bands
        count = len(clips)
        ratio = np.exp(rng.uniform(-1, 1, count) * np.log(mixing.speed_range))
        speed = np.where(rng.random(count) < mixing.speed_probability, ratio, 1.0)
        repeat = rng.random(count) < mixing.repeat_probability
        moved = np.where(
            rng.random(count) < mixing.shift_probability,
            rng.integers(-mixing.shift_bands, mixing.shift_bands + 1, count),
            0,
        )
        out = np.zeros((count, self.frames, self.config.bands), np.float32)
        steps = np.arange(self.frames)
        for i, clip in enumerate(clips):
            have, start = int(bands.lengths[clip]), int(bands.starts[clip])
            place = (steps * speed[i]).astype(np.int64)
            need = int(place[-1]) + 1
            if have > need:
                place += int(rng.integers(have - need + 1))
                inside = slice(None)
            elif repeat[i]:
                place = (place + int(rng.integers(have))) % have
                inside = slice(None)
            else:
                place -= int(rng.integers(need - have + 1))
                found = np.flatnonzero((place >= 0) & (place < have))
                inside = slice(int(found[0]), int(found[-1]) + 1) if len(found) else slice(0, 0)
            low, high = place[inside].min(initial=have), place[inside].max(initial=-1) + 1
            if high <= low:
                continue
            logs = bands.logs[start + low : start + high].astype(np.float32)[place[inside] - low]
            if moved[i]:
                logs = logs[:, np.clip(np.arange(self.config.bands) - moved[i], 0, self.config.bands - 1)]
            out[i, inside] = np.exp2(logs)
        return out

    def _coloured(self, rng: np.random.Generator, sounds: NDArray[np.float32]) -> NDArray[np.float32]:
        """Slope, bend and low-pass of each spectrum."""
        mixing, count = self.mixing, len(sounds)
        x = np.linspace(-1, 1, self.config.bands)
        slope, bend = rng.uniform(-1, 1, (2, count, 1)) * mixing.equaliser_db
        gain = slope * x + bend * (2 * x**2 - 1)
        low, high = np.log(mixing.low_pass_hz)
        cut = np.exp(rng.uniform(low, high, (count, 1)))
        cut = np.where(rng.random((count, 1)) < mixing.low_pass_probability, cut, 1e6)
        octaves = np.log2(np.maximum(self._hz, 1.0) / cut)
        gain -= np.clip(octaves * _SLOPE_DB, 0.0, _DEEPEST_DB)
        result: NDArray[np.float32] = sounds * (10 ** (gain / 10)).astype(np.float32)[:, None, :]
        return result

    def _add_noise(self, rng: np.random.Generator, powers: NDArray[np.float32]) -> None:
        mixing, count = self.mixing, len(powers)
        on = rng.random(count) < mixing.noise_probability
        x = np.linspace(-1, 1, self.config.bands)
        colour = 10 ** (rng.uniform(-1.5, 0.5, (count, 1)) * x)
        level = 10 ** (rng.uniform(*mixing.noise_db, count) / 10) * powers.mean(axis=(1, 2)) * on
        colour *= (level / colour.mean(axis=1))[:, None]
        # A band of noise fluctuates as the sum of a few exponential powers does.
        grain = rng.standard_exponential(powers.shape, dtype=np.float32)
        powers += colour[:, None, :].astype(np.float32) * (0.3 + 0.7 * grain)

    def _mask(self, rng: np.random.Generator, powers: NDArray[np.float32]) -> None:
        count, frames, bands = powers.shape
        for i in np.flatnonzero(rng.random(count) < self.mixing.mask_probability):
            width = int(rng.integers(1, bands // 6 + 1))
            first = int(rng.integers(bands - width + 1))
            powers[i, :, first : first + width] *= 1e-4
            length = int(rng.integers(1, self.config.step_frames // 2 + 1))
            begin = int(rng.integers(frames - length + 1))
            powers[i, begin : begin + length] *= 1e-4
