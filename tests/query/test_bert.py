from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import BertConfig, BertModel

from audiosep_core.errors import ModelError
from audiosep_core.query.bert import Bert
from audiosep_core.query.minilm import package_folder


def test_hidden_states_are_those_of_transformers() -> None:
    folder = package_folder()
    ids = torch.tensor([[101, 1037, 3899, 19372, 102, 0, 0], [101, 4542, 2006, 1037, 9185, 4412, 102]])
    mask = (ids > 0).long()
    reference = BertModel(BertConfig.from_json_file(str(folder / "config.json")), add_pooling_layer=False).eval()
    state = {k: v for k, v in load_file(folder / "model.safetensors").items() if k in reference.state_dict()}
    reference.load_state_dict(state)
    with torch.inference_mode():
        wanted = reference(input_ids=ids, attention_mask=mask).last_hidden_state
        found = Bert(folder)(ids, mask)
    assert (found - wanted)[mask.bool()].abs().max() < 1e-5


def test_a_file_without_all_tensors_is_refused(tmp_path: Path) -> None:
    config = {"num_attention_heads": 2, "num_hidden_layers": 1, "layer_norm_eps": 1e-12, "hidden_act": "gelu"}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    save_file({"embeddings.word_embeddings.weight": torch.zeros(3, 4)}, tmp_path / "model.safetensors")
    with pytest.raises(ModelError, match="lacks tensors"):
        Bert(tmp_path)
