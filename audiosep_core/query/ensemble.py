"""Several phrasings of one thing, `dog barking || a dog barks`: the unit vector in the middle of their embeddings."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.query.encoders import QueryEncoder

SEPARATOR = "||"


def phrasings(prompt: str) -> list[str]:
    """The phrasings of a prompt; one that is empty does not count, a prompt of nothing else is left as it is."""
    return [part.strip() for part in prompt.split(SEPARATOR) if part.strip()] or [prompt]


def encode(encoder: QueryEncoder, prompts: Sequence[str]) -> Tensor:
    """Embed prompts, each of one phrasing or several.

    Returns:
        (len(prompts), condition_size) float32 of unit length.

    Raises:
        PromptError: a prompt is empty.
    """
    groups = [phrasings(prompt) for prompt in prompts]
    embeddings = encoder.encode([phrase for group in groups for phrase in group])
    parts = torch.split(embeddings, [len(group) for group in groups])
    return torch.stack([part[0] if len(part) == 1 else average(part) for part in parts])


def average(embeddings: Tensor) -> Tensor:
    """(n, size) to the unit vector (size,) in the middle."""
    return functional.normalize(embeddings.mean(dim=0), dim=0)
