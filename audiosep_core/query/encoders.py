"""Query encoders by the name that a model's config carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from torch import Tensor

from audiosep_core.errors import ModelError


class QueryEncoder(Protocol):
    """Words to condition vectors, (prompts, condition_size) float32 of unit length."""

    condition_size: int

    def encode(self, prompts: Sequence[str]) -> Tensor:
        """Embed prompts; an empty one raises PromptError."""
        ...


def load_encoder(name: str) -> QueryEncoder:
    """Build an encoder.

    Raises:
        ModelError: this program does not have that encoder.
    """
    if name == "minilm":
        from audiosep_core.query.minilm import MiniLMEncoder

        return MiniLMEncoder()
    raise ModelError("encoder-unknown", f"This program has no query encoder called '{name}'.")
