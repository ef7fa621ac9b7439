"""From queries of every kind to the vectors that steer a network."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from audiosep_core.query import ensemble
from audiosep_core.query.encoders import QueryEncoder
from audiosep_core.query.sound import blend, embed_sound
from audiosep_core.types import Query


def conditions(encoder: QueryEncoder, queries: Sequence[str | Query]) -> Tensor:
    """Embed queries: words, phrasings, examples and blends.

    Args:
        encoder: The model's.
        queries: At least one; plain words stand for `Query(words)`.

    Returns:
        (queries, condition_size) float32 of unit length.

    Raises:
        PromptError: a query is empty, or its example cannot be used.
        ModelError: an example for a model that takes only words.
    """
    asked = [Query(query) if isinstance(query, str) else query for query in queries]
    # A query without an example has words, even if they are empty: then the encoder says so.
    worded = [i for i, query in enumerate(asked) if query.like is None or query.text]
    vectors: dict[int, Tensor] = {}
    if worded:
        vectors.update(zip(worded, ensemble.encode(encoder, [asked[i].text for i in worded]), strict=True))
    for i, query in enumerate(asked):
        if query.like is not None:
            sound = embed_sound(encoder, query.like)
            vectors[i] = blend(vectors[i], sound, query.blend) if i in vectors else sound
    return torch.stack([vectors[i] for i in range(len(asked))])
