"""The words that a step is asked for: one prompt a label and a parent, and the captions of what was mixed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.hearing.mixer import EMPTY
from audiosep_core.training.hearing.recipe import HearingData
from audiosep_core.training.vocabulary import Vocabulary

YES, NO, EITHER = 1, 0, 2


@dataclass(frozen=True)
class Meanings:
    """What a sound of each class says of each word: YES it is one, NO it is not, EITHER is fair.

    Attributes:
        names: Words: the classes, then the parents.
        table: (classes, words) int8.
    """

    names: tuple[str, ...]
    table: NDArray[np.int8]


def meanings(words: Vocabulary, grammar: Grammar) -> Meanings:
    """Read them out of the grammar: a relative's sound is neither a hit nor a miss."""
    parents = sorted({name for label in words.labels for name in grammar.parents(label)})
    count = len(words.labels)
    table = np.full((count, count + len(parents)), NO, np.int8)
    for here, others in enumerate(words.overlapping):
        for other in others:
            table[here, other] = EITHER
        table[here, here] = YES
    place = {label: i for i, label in enumerate(words.labels)}
    for column, name in enumerate(parents, start=count):
        for label in grammar.parent_overlapping(name):
            if label in place:
                table[place[label], column] = EITHER
        for label in grammar.children(name):
            if label in place:
                table[place[label], column] = YES
        # The label of a parent's name stands for all below it.
        if name in place:
            table[place[name], column] = YES
            for label in grammar.children(name):
                if label in place and label != name:
                    table[place[label], place[name]] = EITHER
    return Meanings((*words.labels, *parents), table)


def targets(table: NDArray[np.int8], classes: NDArray[np.int64], heard: NDArray[np.int8]) -> NDArray[np.int8]:
    """What is to be answered to each word.

    Args:
        table: From `Meanings`.
        classes: (M, slots), EMPTY where there is none.
        heard: (M, slots, ...): YES, NO or EITHER of each source.

    Returns:
        (M, ..., words): YES where one of the heard sources is one, EITHER where one could be taken for it or may or
        may not be heard.
    """
    rows = table[np.maximum(classes, 0)]
    rows[classes == EMPTY] = NO
    rows = rows.reshape(rows.shape[:2] + (1,) * (heard.ndim - 2) + rows.shape[2:])
    there = heard[..., None]
    yes = ((rows == YES) & (there == YES)).any(axis=1)
    either = ((rows != NO) & (there != NO)).any(axis=1)
    return np.where(yes, YES, np.where(either, EITHER, NO)).astype(np.int8)


class Prompter:
    """Draws the words of each step as vectors.

    Args:
        words: The clips' vocabulary. vectors: (texts, size) embeddings of its texts.
        grammar: For the parents. names: Of `Meanings`. data: The recipe's section. seed: Of the run.
    """

    def __init__(
        self, words: Vocabulary, vectors: Tensor, grammar: Grammar, names: tuple[str, ...], data: HearingData, seed: int
    ) -> None:
        self._words, self._vectors, self._data, self._seed = words, vectors, data, seed
        number = {text: i for i, text in enumerate(words.texts)}
        labels = len(words.labels)
        above = [np.array([number[text] for text in grammar.parent_phrases(name)]) for name in names[labels:]]
        self._plain = [*words.phrases, *above]
        self._templates = [*words.templates, *above]
        self._labels = labels

    def draw(self, step: int) -> Tensor:
        """(words, size) of unit length."""
        data = self._data
        rng = np.random.default_rng([self._seed, step, 1])
        pairs = np.zeros((len(self._plain), 2), np.int64)
        for i, (plain, templated) in enumerate(zip(self._plain, self._templates, strict=True)):
            draw = rng.random()
            if i < self._labels and draw < data.label_probability:
                pairs[i] = self._words.label_prompt[i]
            else:
                pairs[i] = rng.choice(templated if draw > 1 - data.template_probability else plain, 2)
        share = np.where(rng.random(len(pairs)) < data.blend_probability, rng.random(len(pairs)), 1.0)
        weight = torch.from_numpy(share.astype(np.float32))[:, None]
        drawn = self._vectors[torch.from_numpy(pairs)]
        return self._noisy(weight * drawn[:, 0] + (1 - weight) * drawn[:, 1], rng)

    def captions(self, step: int, clips: NDArray[np.int64]) -> Tensor:
        """(clips, size): vectors of the captions of clips."""
        rng = np.random.default_rng([self._seed, step, 2])
        return self._noisy(self._vectors[torch.from_numpy(self._words.captions[clips])], rng)

    def _noisy(self, vectors: Tensor, rng: np.random.Generator) -> Tensor:
        vectors = functional.normalize(vectors, dim=-1)
        if self._data.text_noise:
            away = torch.from_numpy(rng.standard_normal(vectors.shape, dtype=np.float32))
            vectors = vectors + self._data.text_noise * functional.normalize(away, dim=-1)
        return functional.normalize(vectors, dim=-1)
