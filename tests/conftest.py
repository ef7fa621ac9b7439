"""Fixtures for every room: a private home, and the recordings beside the checkout where they are."""

from __future__ import annotations

import gc
import importlib.util
import itertools
import json
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# A busy machine is no failure: what must be quick is said where it must.
hypothesis.settings.register_profile("tests", deadline=None)
hypothesis.settings.load_profile("tests")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent

# Else it would run on a thread that reads a pipe, and end there what is Qt's: desktop.services.collector.
gc.disable()
_COLLECT_ALL_EVERY = 50
_begun = itertools.count(1)


def pytest_runtest_setup() -> None:
    """Collect what the tests before left, on the thread of the tests."""
    gc.collect(2 if next(_begun) % _COLLECT_ALL_EVERY == 0 else 1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What stays together with `-n 2 --dist loadgroup`: a file's tests, and those that share the published network."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        group = "parity" if item.get_closest_marker("parity") else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(scope="session", autouse=True)
def measured_threads() -> None:
    """Coverage finds threads of Python by itself, those of Qt it must be told of."""
    if (trace := threading.gettrace()) is not None:
        from desktop.inference.child_thread import ChildThread

        run = ChildThread.run

        def traced(self: ChildThread) -> None:
            sys.settrace(trace)
            run(self)

        ChildThread.run = traced  # type: ignore[method-assign]


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
def parity() -> Path:
    """Folder of the published network's numbers, or a skip that says so."""
    folder = REPOSITORY.parent / "shared" / "parity"
    if not (folder / "expected.npz").is_file():
        pytest.skip("the numbers of the published network (../shared/parity) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def published_checkpoint(parity: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A Lightning checkpoint of the published layout with stand-in weights, its tokenizer beside it (0.9 GB)."""
    import torch

    spec = importlib.util.spec_from_file_location("parity_weights", parity / "weights.py")
    assert spec is not None
    assert spec.loader is not None
    weights = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(weights)
    layout = json.loads((parity / "checkpoint_layout.json").read_text())["tensors"]
    folder = tmp_path_factory.mktemp("published")
    # Not its usual name: files are recognised by what they hold.
    path = folder / "weights.download"
    torch.save({"state_dict": weights.make_state_dict(layout, "shared"), "epoch": 3, "global_step": 4_000_000}, path)
    shutil.copytree(parity / "tokenizer", folder / "tokenizer")
    yield path
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def imported_model(published_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The stand-in checkpoint, imported in single precision (0.9 GB)."""
    from audiosep_core.model.imports import import_checkpoint

    folder = tmp_path_factory.mktemp("imported")
    yield import_checkpoint(published_checkpoint, folder, "stand-in")
    shutil.rmtree(folder)


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
