"""CLAP's text tower (Wu et al. 2023, arXiv 2211.06687): RoBERTa-base as transformers builds it."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional
from transformers.models.clap.configuration_clap import ClapTextConfig
from transformers.models.clap.modeling_clap import ClapTextModelWithProjection

from audiosep_core.model.checkpoint.clap_keys import TEXT_LAYERS, text_table
from audiosep_core.model.tower import EMBEDDING_SIZE, filled_module


class TextTower:
    """RoBERTa-base, its pooled first token, and CLAP's projection."""

    def __init__(self, file: str, state: Mapping[str, Tensor], *, finite: bool = False) -> None:
        # RoBERTa's epsilon; ClapTextConfig's own default is BERT's.
        config = ClapTextConfig(num_hidden_layers=TEXT_LAYERS, projection_dim=EMBEDDING_SIZE, layer_norm_eps=1e-5)
        with torch.device("meta"):
            module = ClapTextModelWithProjection(config)
        places = torch.arange(config.max_position_embeddings)[None]
        indices = {
            "text_model.embeddings.position_ids": places,
            "text_model.embeddings.token_type_ids": torch.zeros_like(places),
        }
        self._module = filled_module(file, module, text_table(), state, indices, finite=finite)

    def __call__(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Embed token ids.

        Args:
            input_ids: (batch, tokens) int64, padded with 1, at most 512 tokens.
            attention_mask: (batch, tokens), 1 for a token, 0 for padding.

        Returns:
            (batch, 512) float32 of unit length.
        """
        with torch.inference_mode():
            embedding = self._module(input_ids=input_ids, attention_mask=attention_mask).text_embeds
            return functional.normalize(embedding, dim=-1)
