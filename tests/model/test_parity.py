"""What the published reference code computes, from every file that the weights can come in (../shared/parity)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from audiosep_core.model import LoadedModel, load
from audiosep_core.model.checkpoint.clap_keys import audio_table, text_table
from audiosep_core.model.checkpoint.resunet_keys import resunet_table

pytestmark = pytest.mark.parity

_TABLES = (resunet_table(), text_table(), audio_table())


@pytest.fixture(scope="module")
def expected(parity: Path) -> dict[str, np.ndarray]:
    with np.load(parity / "expected.npz") as file:
        return dict(file)


@pytest.fixture(scope="module")
def full_checkpoint(published_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """As the mirror writes it: flat, and with the constants; theirs hold nonsense here, for nothing may read them."""
    state = torch.load(published_checkpoint, weights_only=True, mmap=True)["state_dict"]
    for name in frozenset[str]().union(*(table.constant for table in _TABLES)):
        state[name] = torch.full((3, 2), float("nan"))
    folder = tmp_path_factory.mktemp("full")
    torch.save(state, folder / "pytorch_model.bin")
    yield folder / "pytorch_model.bin"
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=["checkpoint", "with constants", "imported"])
def model(request: pytest.FixtureRequest) -> LoadedModel:
    fixture = {"checkpoint": "published_checkpoint", "imported": "imported_model"}.get(request.param, "full_checkpoint")
    return load(request.getfixturevalue(fixture))


def sound(samples: np.ndarray) -> Tensor:
    return torch.from_numpy(samples.astype(np.float32) / 32768)


def test_separated_waveforms(model: LoadedModel, expected: dict[str, np.ndarray]) -> None:
    conditions = torch.from_numpy(expected["text_embedding"][:2])
    mixture = sound(expected["mixture_1"])[None, None]
    separated = model.separate_waveform(mixture.expand(2, 1, -1), conditions)
    reference = expected["separated_1"]
    assert separated.shape == (2, 1, mixture.shape[2])
    assert separated.dtype == torch.float32
    assert np.abs(separated[:, 0].numpy() - reference).max() <= 1e-4 * np.abs(reference).max()


def test_a_separated_waveform_of_several_pooling_cells(
    published_checkpoint: Path, expected: dict[str, np.ndarray]
) -> None:
    model = load(published_checkpoint)
    condition = torch.from_numpy(expected["text_embedding"][1:2])
    separated = model.separate_waveform(sound(expected["mixture_0"])[None, None], condition)
    reference = expected["separated_0"][1]
    assert np.abs(separated[0, 0].numpy() - reference).max() <= 1e-4 * np.abs(reference).max()


def test_text_embeddings(model: LoadedModel, expected: dict[str, np.ndarray]) -> None:
    ids, mask = torch.from_numpy(expected["input_ids"]), torch.from_numpy(expected["attention_mask"])
    embedding = model.text_tower(ids, mask)
    assert embedding.shape == (3, 512)
    assert np.abs(embedding.numpy() - expected["text_embedding"]).max() <= 1e-5


def test_padding_changes_nothing(model: LoadedModel, expected: dict[str, np.ndarray]) -> None:
    """The published code pads to 512 tokens; one prompt alone, not padded at all, has the same embedding."""
    ids, mask = torch.from_numpy(expected["input_ids"]), torch.from_numpy(expected["attention_mask"])
    for row, length in enumerate(mask.sum(dim=1).tolist()):
        alone = model.text_tower(ids[row : row + 1, :length], mask[row : row + 1, :length])
        assert np.abs(alone[0].numpy() - expected["text_embedding"][row]).max() <= 1e-5


def test_audio_embeddings(model: LoadedModel, expected: dict[str, np.ndarray]) -> None:
    for query, reference in enumerate(expected["audio_embedding"]):
        embedding = model.audio_tower(sound(expected[f"audio_query_{query}"])[None])
        assert embedding.shape == (1, 512)
        assert float(embedding[0].numpy() @ reference) > 0.999
