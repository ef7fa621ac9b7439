"""The words that a model was trained on, and the way from any other words towards them.

A network that was steered by a few thousand phrases does not know what to make of others, even where the text encoder
puts them nearest to the right thing: "a chopper overhead" loses it most of what "helicopter" gains. So a prompt's
vector is drawn towards the labels whose phrases lie nearest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor
from torch.nn import functional

from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import WORDS
from audiosep_core.query.encoders import QueryEncoder

FORMAT = "audiosep-desktop-words/1"

# Chosen on held-out recordings of `train` and phrases written for that: docs/decisions/0011-words.md.
TEMPERATURE = 0.02
SHARE = 0.8


class KnownWords:
    """Phrases and what they stand for.

    Args:
        labels: Names of the sounds.
        label_vectors: (labels, size), of unit length: where the network answers best to each.
        phrases: (phrases, size), of unit length.
        meaning: (phrases,) the label of each.
    """

    def __init__(self, labels: Sequence[str], label_vectors: Tensor, phrases: Tensor, meaning: Tensor) -> None:
        if len(labels) != len(label_vectors) or len(phrases) != len(meaning) or not len(phrases):
            raise ValueError("every phrase has a vector and a label, and every label a vector")
        if int(meaning.min()) < 0 or int(meaning.max()) >= len(labels):
            raise ValueError("a phrase stands for a label that there is not")
        self.labels = tuple(labels)
        self.label_vectors, self.phrases, self.meaning = label_vectors, phrases, meaning

    @classmethod
    def beside(cls, model: Path) -> KnownWords | None:
        """Those of a model's file, `NAME.words.safetensors` beside `NAME.safetensors`; None where there are none.

        Raises:
            ModelError: the file is damaged.
        """
        path = model.with_suffix(WORDS)
        if not path.is_file():
            return None
        try:
            with safe_open(path, "pt") as file:
                facts = file.metadata() or {}
                if facts.get("format") != FORMAT:
                    raise ValueError("unknown format")
                tensors = {name: file.get_tensor(name) for name in ("label_vectors", "phrases", "meaning")}
            labels = json.loads(facts["labels"])
            labelled, phrases = (
                functional.normalize(tensors[name].float(), dim=1) for name in ("label_vectors", "phrases")
            )
            return cls(labels, labelled, phrases, tensors["meaning"].long())
        except (SafetensorError, OSError, KeyError, ValueError) as error:
            message = f"The words of the model '{model.stem}' ('{path.name}') are damaged."
            raise ModelError("model-damaged", message, "Install it again.") from error

    def nearness(self, vectors: Tensor) -> Tensor:
        """Cosine of each vector (n, size) to the nearest phrase of each label, (n, labels)."""
        cosine = vectors @ self.phrases.T
        nearest = torch.full((len(vectors), len(self.labels)), -1.0)
        return nearest.scatter_reduce(1, self.meaning[None].expand(len(vectors), -1), cosine, "amax")

    def toward(self, vectors: Tensor) -> Tensor:
        """Vectors (n, size), drawn towards the labels that lie near, of unit length.

        t = sum of softmax(nearness / temperature) times the labels' vectors; the mean of the vector and t, with t's
        share 0.8.
        """
        weights = functional.softmax(self.nearness(vectors) / TEMPERATURE, dim=1)
        near = functional.normalize(weights @ self.label_vectors, dim=1)
        return functional.normalize((1.0 - SHARE) * vectors + SHARE * near, dim=1)


class TowardKnownWords:
    """An encoder whose vectors are drawn towards what a model knows."""

    def __init__(self, encoder: QueryEncoder, words: KnownWords) -> None:
        self.encoder, self.words = encoder, words
        self.condition_size = encoder.condition_size

    def encode(self, prompts: Sequence[str]) -> Tensor:
        """See `QueryEncoder`."""
        return self.words.toward(self.encoder.encode(prompts))
