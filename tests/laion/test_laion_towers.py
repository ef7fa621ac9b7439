"""Our towers beside laion-clap's own modules, on the same stand-in weights. Needs the extra `laion`."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from audiosep_core.model import load
from audiosep_core.query.clap import ClapEncoder

pytestmark = [
    pytest.mark.parity,
    pytest.mark.skipif(importlib.util.find_spec("laion_clap") is None, reason="the extra `laion` is not installed"),
]

PROMPTS = ["a dog barking", "Rain", "the person is talking, then a siren passes by slowly in the street"]
RATE = 48_000
ROBERTA = {
    "architectures": ["RobertaModel"], "model_type": "roberta", "vocab_size": 50265, "hidden_size": 768,
    "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072, "hidden_act": "gelu",
    "hidden_dropout_prob": 0.1, "attention_probs_dropout_prob": 0.1, "max_position_embeddings": 514,
    "type_vocab_size": 1, "layer_norm_eps": 1e-5, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2,
}  # fmt: skip


def snapshot(cache: Path, repository: str) -> Path:
    """Folder of a repository in a hub's cache, as its client lays it out."""
    folder = cache / f"models--{repository.replace('/', '--')}"
    revision = "0" * 40
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text(revision)
    (folder / "snapshots" / revision).mkdir(parents=True)
    return folder / "snapshots" / revision


@pytest.fixture
def hub_cache(published_checkpoint: Path, parity: Path, tmp_path: Path) -> Path:
    """Answers to what laion-clap asks a hub for while it is imported and built."""
    cache = tmp_path / "hub"
    for repository in ("roberta-base", "facebook/bart-base"):
        shutil.copytree(parity / "tokenizer", snapshot(cache, repository), dirs_exist_ok=True)
    roberta = next((cache / "models--roberta-base" / "snapshots").iterdir())
    (roberta / "config.json").write_text(json.dumps(ROBERTA))
    state = torch.load(published_checkpoint, weights_only=True, mmap=True)["state_dict"]
    branch = "query_encoder.model.text_branch."
    weights = {name.removeprefix(branch): value for name, value in state.items() if name.startswith(branch)}
    save_file(weights, roberta / "model.safetensors", metadata={"format": "pt"})
    bert = snapshot(cache, "bert-base-uncased")
    (bert / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a"]))
    return cache


def sounds() -> list[np.ndarray]:
    """Shorter than ten seconds by different fractions, and just ten."""
    noise = np.random.default_rng(0)
    time = np.arange(10 * RATE) / RATE
    tones = 0.3 * np.sin(2 * np.pi * (300 + 200 * time) * time) + 0.05 * noise.standard_normal(len(time))
    return [tones[:frames].astype(np.float32) for frames in (3 * RATE + 17, 7 * RATE, 10 * RATE)]


@pytest.mark.timeout(600)
def test_towers_are_those_of_laion_clap(published_checkpoint: Path, hub_cache: Path, tmp_path: Path) -> None:
    queries, out = tmp_path / "queries.npz", tmp_path / "out.npz"
    examples = sounds()
    np.savez(queries, prompts=json.dumps(PROMPTS), **{f"sound{i}": sound for i, sound in enumerate(examples)})
    environment = {**os.environ, "HF_HUB_CACHE": str(hub_cache), "HF_HUB_OFFLINE": "1"}
    script = Path(__file__).with_name("laion_embeddings.py")
    command = [sys.executable, str(script), str(published_checkpoint), str(queries), str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr[-3000:]

    model = load(published_checkpoint)
    with np.load(out) as file:
        reference = dict(file)
    text = ClapEncoder(model).encode(PROMPTS).numpy()
    assert np.abs(text - reference["text"]).max() <= 1e-5
    for sound, expected in zip(examples, reference["audio"], strict=True):
        embedding = model.audio_tower(torch.from_numpy(sound)[None])[0].numpy()
        assert float(embedding @ expected) > 0.999
        assert np.abs(embedding - expected).max() < 1e-3
