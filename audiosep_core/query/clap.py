"""CLAP's text embeddings for prompts: RoBERTa's tokens, cased, through the text tower in a model's file."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.query.encoders import TokenizerBytes, Towers
from audiosep_core.query.text import collapse, strip_politeness

logger = logging.getLogger(__name__)

CONDITION_SIZE = 512
MAX_TOKENS = 512

_START, _PAD, _END = 0, 1, 2


def normalise(prompt: str) -> str:
    """Trimmed, politeness stripped; letter case and punctuation stay, for RoBERTa reads both.

    Raises:
        PromptError: nothing is left.
    """
    text = collapse(prompt)
    bare = strip_politeness(text)
    # Without politeness, nothing but outer punctuation was stripped.
    return text if text.strip(" .!?,;:") == bare else bare


class ClapEncoder:
    """Unit-length CLAP text embeddings (Wu et al. 2023)."""

    condition_size = CONDITION_SIZE

    def __init__(self, towers: Towers) -> None:
        self.towers = towers

    @cached_property
    def _tokenizer(self) -> Any:
        return byte_level_bpe(self.towers.tokenizer())

    def tokens(self, prompts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Token ids and attention mask, (prompts, longest) int64, as roberta-base's tokenizer gives them.

        Raises:
            PromptError: a prompt is empty.  ModelError: the tokenizer cannot be had.
        """
        rows = []
        for prompt in prompts:
            ids = self._tokenizer.encode(normalise(prompt)).ids
            if len(ids) > MAX_TOKENS - 2:
                logger.warning("The prompt is long: only its first %d words or so count.", (MAX_TOKENS - 2) // 4 * 3)
                ids = ids[: MAX_TOKENS - 2]
            rows.append([_START, *ids, _END])
        longest = max(len(row) for row in rows)
        input_ids = torch.tensor([row + [_PAD] * (longest - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        return input_ids, mask

    def encode(self, prompts: Sequence[str]) -> Tensor:
        """Embed prompts.

        Returns:
            (len(prompts), 512) float32, unit length. A prompt over 510 tokens is cut, with a warning.

        Raises:
            PromptError: a prompt is empty.  ModelError: the tokenizer cannot be had.
        """
        return self.towers.text_tower(*self.tokens(prompts)).clone()


def byte_level_bpe(files: TokenizerBytes) -> Any:
    """RoBERTa's tokenizer, without its special tokens: a prompt that spells one out is only text.

    Raises:
        ModelError: the files are damaged.
    """
    from tokenizers import Tokenizer
    from tokenizers.models import BPE
    from tokenizers.pre_tokenizers import ByteLevel

    try:
        vocabulary = json.loads(files.vocabulary)
        lines = files.merges.decode().splitlines()
        pairs = [(left, right) for left, right in (line.split(" ") for line in lines if not _is_comment(line))]
        tokenizer = Tokenizer(BPE(vocabulary, pairs, unk_token="<unk>"))
    # tokenizers raises a bare Exception for merges that do not fit the vocabulary.
    except Exception as error:
        raise ModelError("tokenizer-damaged", "The model's tokenizer files are damaged.", "Get them again.") from error
    tokenizer.pre_tokenizer = ByteLevel(add_prefix_space=False)
    return tokenizer


def _is_comment(line: str) -> bool:
    return not line or line.startswith("#version")
