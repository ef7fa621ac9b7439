"""Mixtures for one training step, drawn from a bank: the same step number always gives the same batch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import soxr
from numpy.typing import NDArray

from audiosep_core.errors import AudioSepError
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.recipe import DataRecipe, MixingRecipe

ABSENT = -1
WHOLE = -2
_SILENT_RMS = 10 ** (-50 / 20)
_EQ_POINTS = 6
# Up to three sources, and one class more for a prompt of something absent.
_CLASSES_A_MIXTURE = 4


@dataclass(frozen=True)
class StepBatch:
    """One step: sources and what is asked of their mixtures.

    Attributes:
        sources: (mixtures, 3, frames) float32; the third source is zero where there are two.
        equaliser_db: (mixtures, 3, points) gains at points spaced evenly in log frequency.
        low_pass_hz: (mixtures, 3) cut-off, infinity for none.
        targets: (mixtures, 2) which source each query asks for, or ABSENT.
        prompts: (mixtures, 2) words.
    """

    sources: NDArray[np.float32]
    equaliser_db: NDArray[np.float32]
    low_pass_hz: NDArray[np.float32]
    targets: NDArray[np.int64]
    prompts: tuple[tuple[str, str], ...]


class Mixer:
    """Draws batches by step number."""

    def __init__(self, bank: ClipBank, data: DataRecipe, mixing: MixingRecipe, seed: int) -> None:
        self.bank = bank
        self.data = data
        self.mixing = mixing
        self.seed = seed
        self.frames = round(data.segment_s * bank.sample_rate_hz)
        by_label: dict[str, list[int]] = {}
        for i, clip in enumerate(bank.clips):
            by_label.setdefault(clip.label, []).append(i)
        if len(by_label) < _CLASSES_A_MIXTURE:
            raise AudioSepError(
                "too-few-classes",
                f"The training clips are of {len(by_label)} classes; mixtures need at least {_CLASSES_A_MIXTURE}.",
                "Add clips of other sounds to the manifest.",
            )
        self.labels = sorted(by_label)
        self.members = [by_label[label] for label in self.labels]
        weights = np.sqrt([min(len(m), data.class_cap) for m in self.members])
        self.weights = weights / weights.sum()

    def prompts(self) -> list[str]:
        """Every text that `batch` can draw, once: embed them before the start."""
        texts = set(self.labels) | {clip.caption for clip in self.bank.clips}
        for template in self.data.templates:
            texts |= {template.format(label) for label in self.labels}
        return sorted(texts)

    def batch(self, step: int) -> StepBatch:
        """Sources, filters, targets and words of step number `step`."""
        rng = np.random.default_rng([self.seed, step])
        mixing, count = self.mixing, self.mixing.mixtures
        sources = np.zeros((count, 3, self.frames), np.float32)
        equaliser = rng.uniform(-mixing.equaliser_db, mixing.equaliser_db, (count, 3, _EQ_POINTS)).astype(np.float32)
        low_pass = np.full((count, 3), np.inf, np.float32)
        filtered = rng.random((count, 3)) < mixing.low_pass_probability
        low, high = np.log(mixing.low_pass_hz)
        low_pass[filtered] = np.exp(rng.uniform(low, high, int(filtered.sum())))
        targets = np.tile(np.array([0, 1]), (count, 1))
        prompts: list[tuple[str, str]] = []
        for i in range(count):
            classes = rng.choice(len(self.labels), _CLASSES_A_MIXTURE, replace=False, p=self.weights)
            clips = [int(rng.choice(self.members[c])) for c in classes]
            lone = rng.random() < mixing.lone_probability
            active = 1 if lone else 3 if rng.random() < mixing.third_source_probability else 2
            for j in range(active):
                level_db = rng.uniform(-mixing.level_db, mixing.level_db) if j else 0.0
                sources[i, j] = self._segment(rng, clips[j]) * 10 ** (level_db / 20)
            asked = [0, 1]
            if lone or rng.random() < mixing.negative_probability:
                targets[i, 1] = ABSENT
                asked[1] = 3
            prompts.append((self._words(rng, clips[asked[0]]), self._words(rng, clips[asked[1]])))
        return StepBatch(sources, equaliser, low_pass, targets, tuple(prompts))

    def _words(self, rng: np.random.Generator, index: int) -> str:
        clip = self.bank.clips[index]
        draw = rng.random()
        if draw < self.data.caption_probability:
            return clip.caption
        if draw < self.data.caption_probability + self.data.template_probability and self.data.templates:
            return str(rng.choice(self.data.templates)).format(clip.label)
        return clip.label

    def _segment(self, rng: np.random.Generator, index: int) -> NDArray[np.float32]:
        """A stretch of a clip at unit RMS, sped up or slowed down, placed or repeated when the clip is short."""
        audio = self.bank.audio(index)
        for _ in range(4):
            speed = 1.0
            if rng.random() < self.mixing.speed_probability:
                speed = float(np.exp(rng.uniform(-1, 1) * np.log(self.mixing.speed_range)))
            need = int(np.ceil(self.frames * speed)) + 8
            start = int(rng.integers(0, max(1, len(audio) - need + 1)))
            piece = audio[start : start + need]
            if speed != 1.0:
                piece = soxr.resample(piece, speed, 1.0, quality="QQ")
            piece = self._fit(rng, piece)
            rms = float(np.sqrt(np.mean(piece**2)))
            if rms > _SILENT_RMS:
                break
        return (piece / max(rms, 1e-6)).astype(np.float32)

    def _fit(self, rng: np.random.Generator, piece: NDArray[np.float32]) -> NDArray[np.float32]:
        if len(piece) >= self.frames:
            return piece[: self.frames]
        if rng.random() < self.mixing.repeat_probability:
            return np.roll(np.resize(piece, self.frames), int(rng.integers(0, self.frames)))
        out = np.zeros(self.frames, np.float32)
        start = int(rng.integers(0, self.frames - len(piece) + 1))
        out[start : start + len(piece)] = piece
        return out
