"""Fixed mixtures of held-out clips, and how well a network separates them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.audio.metrics import sdr_db
from audiosep_core.cancel import CancelToken
from audiosep_core.model.resunet import ResUNet, apply_maps
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.module import istft, stft

SECONDS = 5.0
_TRIES = 20


@dataclass(frozen=True)
class Example:
    """Two sounds at equal power, (frames,) float32 each, and their labels: each is asked for."""

    first: NDArray[np.float32]
    second: NDArray[np.float32]
    labels: tuple[str, str]


@dataclass(frozen=True)
class Judged:
    """Figures over a validation set. `sdri_db` per query, two an example, in its order."""

    sdri_db: tuple[float, ...]
    swap_right: float

    @property
    def mean_sdri_db(self) -> float:
        """Mean SDRi."""
        return float(np.mean(self.sdri_db))


def make_examples(bank: ClipBank, held: Sequence[int], grammar: Grammar, count: int, seed: int = 0) -> list[Example]:
    """Mixtures of a held-out clip with another one of another class, made like the mini benchmark's.

    Args:
        bank: All clips.
        held: Those held out. Where they are of one class only, any other clip may be the second sound.
        grammar: Tells which classes mean the same.
        count: How many; fewer if there are not that many pairs. None where no two classes can be told apart.
        seed: Of the draw.
    """
    rng = np.random.default_rng(seed)
    labels = [clip.label for clip in bank.clips]
    others = held if len({labels[i] for i in held}) > 1 else range(len(labels))
    by_label: dict[str, list[int]] = {}
    for index in held:
        by_label.setdefault(labels[index], []).append(index)
    names = sorted(by_label)
    examples = []
    for number in range(count if names else 0):
        # Every class comes up as often as any other.
        first = int(rng.choice(by_label[names[number % len(names)]]))
        apart = grammar.overlapping(labels[first]) | {labels[first]}
        for _ in range(_TRIES):
            second = int(others[int(rng.integers(len(others)))])
            if labels[second] not in apart:
                examples.append(_example(bank, first, second))
                break
    return examples


def _example(bank: ClipBank, first: int, second: int) -> Example:
    frames = round(SECONDS * bank.sample_rate_hz)
    a, b = (np.resize(bank.audio(i), frames) for i in (first, second))
    b = b * np.float32(np.sqrt(np.mean(a**2) / max(float(np.mean(b**2)), 1e-20)))
    scale = np.float32(min(1.0, 0.9 / max(float(np.max(np.abs(a + b))), 1e-9)))
    return Example(a * scale, b * scale, (bank.clips[first].label, bank.clips[second].label))


class Validation:
    """Judges weights on examples.

    Args:
        examples: From `make_examples`.
        conditions: Condition vector of every label in them.
    """

    def __init__(self, examples: Sequence[Example], conditions: Mapping[str, Tensor]) -> None:
        self.examples = tuple(examples)
        self._conditions = dict(conditions)

    def judge(
        self,
        network: ResUNet,
        keep: Callable[[int, Example, NDArray[np.float32]], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Judged:
        """SDRi and swap of a network in eval mode, on its own device.

        Args:
            network: What is judged.
            keep: Called with each example's number, itself, and the estimates (2, frames) of its two sounds.
            cancel: Raises Cancelled between two examples.
        """
        sdri, right = [], 0
        for number, example in enumerate(self.examples):
            if cancel is not None:
                cancel.raise_if_set()
            estimates = self._separate(network, example)
            mixture = example.first + example.second
            pairs = ((example.first, 0), (example.second, 1))
            own = [sdr_db(sound, estimates[q]) for sound, q in pairs]
            crossed = [sdr_db(sound, estimates[1 - q]) for sound, q in pairs]
            sdri += [value - sdr_db(sound, mixture) for value, (sound, _) in zip(own, pairs, strict=True)]
            right += all(a > b for a, b in zip(own, crossed, strict=True))
            if keep is not None:
                keep(number, example, estimates)
        return Judged(tuple(sdri), right / max(len(self.examples), 1))

    def _separate(self, network: ResUNet, example: Example) -> NDArray[np.float32]:
        config = network.config
        device = next(network.parameters()).device
        window = torch.hann_window(config.n_fft, device=device)
        with torch.inference_mode():
            mixture = torch.from_numpy(example.first + example.second).to(device)
            spectrum = stft(mixture[None], config, window).expand(2, -1, -1)
            condition = torch.stack([self._conditions[label] for label in example.labels]).to(device)
            maps = network(spectrum.abs(), condition)
            waveform = istft(apply_maps(spectrum, maps), config, window, len(mixture))
        estimates: NDArray[np.float32] = waveform.cpu().numpy()
        return estimates
