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


class TokenizerBytes(Protocol):
    """Contents of a byte-level BPE's two files."""

    @property
    def vocabulary(self) -> bytes:
        """vocab.json."""
        ...

    @property
    def merges(self) -> bytes:
        """merges.txt."""
        ...


class Towers(Protocol):
    """What an encoder takes from a model's own file (`audiosep_core.model.LoadedModel`)."""

    def text_tower(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token ids and their mask, (batch, tokens), to (batch, size) of unit length."""
        ...

    def audio_tower(self, waveform: Tensor) -> Tensor:
        """Sound (batch, frames) at 48 kHz to (batch, size) of unit length."""
        ...

    def tokenizer(self) -> TokenizerBytes:
        """The tokenizer that the text tower was trained with."""
        ...


def load_encoder(name: str, towers: Towers | None = None) -> QueryEncoder:
    """Build an encoder.

    Args:
        name: "minilm", which is a package of its own, or "clap", which comes out of a model's file.
        towers: The model, for "clap".

    Raises:
        ModelError: this program does not have that encoder, or the model does not bring its towers along.
    """
    if name == "minilm":
        from audiosep_core.query.minilm import MiniLMEncoder

        return MiniLMEncoder()
    if name == "clap":
        from audiosep_core.query.clap import ClapEncoder

        if towers is None:
            raise ModelError("encoder-missing", "The query encoder CLAP comes out of a published model's own file.")
        return ClapEncoder(towers)
    raise ModelError("encoder-unknown", f"This program has no query encoder called '{name}'.")
