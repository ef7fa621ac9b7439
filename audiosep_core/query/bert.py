"""BERT's encoder (Devlin et al. 2019), from a safetensors file's own tensors, for one batch of texts at a time.

transformers has it too, and it is what the tests hold this against; importing that takes a second and 0.2 GB, which
is a fifth of all that a separation with the starter takes.
"""

from __future__ import annotations

import json
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from audiosep_core.errors import ModelError

_LAYER = "encoder.layer"


class Bert:
    """The encoder of a folder with `config.json` and `model.safetensors`. The tensors stay mapped from the file."""

    def __init__(self, folder: Path) -> None:
        """Open the file.

        Raises:
            ModelError: it is not an encoder of this kind, or lacks a tensor.
        """
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._heads = int(config["num_attention_heads"])
        self._layers = int(config["num_hidden_layers"])
        self._epsilon = float(config["layer_norm_eps"])
        self._state = load_file(folder / "model.safetensors")
        missing = self._wanted() - self._state.keys()
        if missing or config["hidden_act"] != "gelu":
            raise ModelError("encoder-damaged", f"The sentence encoder lacks tensors: {sorted(missing)[:3]}.")

    def _wanted(self) -> set[str]:
        names = {f"embeddings.{kind}_embeddings.weight" for kind in ("word", "position", "token_type")}
        modules = ["embeddings.LayerNorm"]
        for layer in range(self._layers):
            modules += [f"{_LAYER}.{layer}.attention.self.{part}" for part in ("query", "key", "value")]
            modules += [
                f"{_LAYER}.{layer}.{part}"
                for part in (
                    "attention.output.dense", "attention.output.LayerNorm", "intermediate.dense", "output.dense",
                    "output.LayerNorm",
                )
            ]  # fmt: skip
        return names | {f"{module}.{kind}" for module in modules for kind in ("weight", "bias")}

    def __call__(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token ids and their mask, (batch, tokens), to the last hidden state (batch, tokens, size) float32."""
        state = self._state
        tokens = input_ids.shape[1]
        x = (
            state["embeddings.word_embeddings.weight"][input_ids].float()
            + state["embeddings.position_embeddings.weight"][:tokens].float()
            + state["embeddings.token_type_embeddings.weight"][0].float()
        )
        x = self._norm(x, "embeddings.LayerNorm")
        seen = attention_mask.bool()[:, None, None, :]
        for layer in range(self._layers):
            x = self._block(x, seen, f"{_LAYER}.{layer}")
        return x

    def _block(self, x: Tensor, seen: Tensor, name: str) -> Tensor:
        query, key, value = (
            self._linear(x, f"{name}.attention.self.{part}").unflatten(-1, (self._heads, -1)).transpose(1, 2)  # type: ignore[no-untyped-call]
            for part in ("query", "key", "value")
        )
        heard = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen).transpose(1, 2).flatten(2)
        x = self._norm(x + self._linear(heard, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(x, f"{name}.intermediate.dense"))
        return self._norm(x + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return functional.linear(x, *self._weight_and_bias(name))

    def _weight_and_bias(self, name: str) -> tuple[Tensor, Tensor]:
        """Of a module, as float32: a file may hold them in half precision, and is as small in memory then."""
        return self._state[f"{name}.weight"].float(), self._state[f"{name}.bias"].float()

    def _norm(self, x: Tensor, name: str) -> Tensor:
        weight, bias = self._weight_and_bias(name)
        return functional.layer_norm(x, weight.shape, weight, bias, self._epsilon)
