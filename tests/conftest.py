"""Fixtures for every room: a private home, and the recordings beside the checkout where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the person's own settings, caches or models."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AUDIOSEP_HOME", str(home))
    return home


@pytest.fixture
def recordings() -> Path:
    """Folder of the real recordings, or a skip that says so."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not (folder / "manifest.csv").is_file():
        pytest.skip("the recordings (../shared/data) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model file of the starter's kind with random weights: quick to load, right in every shape."""
    import torch

    from audiosep_core.model.config import ModelConfig
    from audiosep_core.model.file import save_network
    from audiosep_core.model.resunet import ResUNet

    config = ModelConfig(
        hop=640, front_end="mel", bands=64, position_channel=True, stem_stride=2, widths=(4, 4, 8),
        pools=((2, 2), (2, 2)), condition_size=384, film_hidden=8, film_scale=True, outputs="mask", encoder="minilm",
    )  # fmt: skip
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("models") / "tiny.safetensors"
    save_network(path, config, ResUNet(config).state_dict(), torch.float16, {})
    return path
