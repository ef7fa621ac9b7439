"""A published file that is not quite right, and what an import leaves behind. On the stand-in of the full layout."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled, ModelError
from audiosep_core.model import load, loaded
from audiosep_core.model.file import FORMAT, audio_file, read_metadata
from audiosep_core.model.imports import import_checkpoint
from audiosep_core.query.clap import ClapEncoder
from audiosep_core.types import Progress

pytestmark = pytest.mark.parity

State = dict[str, Tensor]
NETWORK = "ss_model.base.encoder_block2.conv_block1.conv1.weight"
FILM = "ss_model.film.decoder_block1->beta1.weight"
TEXT = "query_encoder.model.text_branch.pooler.dense.bias"
AUDIO = "query_encoder.model.audio_branch.norm.weight"


@pytest.fixture(scope="module")
def state(published_checkpoint: Path) -> State:
    return dict(torch.load(published_checkpoint, weights_only=True, mmap=True)["state_dict"])


def without(name: str) -> Callable[[State], State]:
    return lambda state: {key: value for key, value in state.items() if key != name}


def with_value(name: str, value: Tensor) -> Callable[[State], State]:
    return lambda state: {**state, name: value}


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (without(FILM), rf"lacks 1 tensors .*{FILM}"),
        (without(AUDIO), rf"lacks 1 tensors .*{AUDIO}"),
        (with_value("ss_model.base.decoder_block7.bn1.bias", torch.ones(1)), r"holds 1 tensors .*decoder_block7"),
        (with_value("optimizer", torch.ones(1)), "holds 1 tensors .*: optimizer"),
        (with_value(NETWORK, torch.ones(64, 32, 5, 5)), f"{NETWORK} has the shape"),
        (with_value(FILM, torch.ones(385, 512)), "has the shape"),
        (with_value(NETWORK, torch.full((64, 32, 3, 3), float("nan"))), f"{NETWORK} is not finite"),
        (with_value(TEXT, torch.full((768,), float("inf"))), f"{TEXT} is not finite"),
    ],
)
def test_a_file_that_is_not_quite_the_published_one_says_where(
    published_checkpoint: Path,
    state: State,
    monkeypatch: pytest.MonkeyPatch,
    edit: Callable[[State], State],
    words: str,
) -> None:
    monkeypatch.setattr(loaded, "read_published", lambda _: edit(state))
    with pytest.raises(ModelError, match=words) as caught:
        load(published_checkpoint)
    assert caught.value.code in ("model-damaged", "model-unknown")
    assert caught.value.hint


def test_a_loaded_model_is_ready_for_use(imported_model: Path) -> None:
    model = load(imported_model)
    assert not model.network.training
    assert {p.dtype for p in model.network.parameters()} == {torch.float32}
    assert not any(p.is_meta for p in model.network.parameters())
    assert (model.config.sample_rate_hz, model.config.condition_size, model.config.encoder) == (32_000, 512, "clap")


def test_an_import_is_two_files_that_need_nothing_else(imported_model: Path, published_checkpoint: Path) -> None:
    assert sorted(path.name for path in imported_model.parent.iterdir()) == [
        "stand-in.audio.safetensors", "stand-in.safetensors",
    ]  # fmt: skip
    with safe_open(imported_model, framework="pt") as file:
        names = set(file.keys())
    assert not any("stft" in name or "audio_branch" in name or "text_transform" in name for name in names)
    # lass.md 2b: about 0.6 GB of 1.26.
    assert 0.55e9 < imported_model.stat().st_size < 0.65e9
    assert imported_model.stat().st_size < published_checkpoint.stat().st_size
    # The tokenizer is inside: words work wherever the file goes.
    ids, mask = ClapEncoder(load(imported_model)).tokens(["a dog barking"])
    assert ids.shape == mask.shape
    assert (int(ids[0, 0]), int(ids[0, -1])) == (0, 2)


def test_every_prompt_has_its_own_embedding(imported_model: Path) -> None:
    encoder = ClapEncoder(load(imported_model))
    together = encoder.encode(["a dog barking", "Rain", "rain"])
    alone = encoder.encode(["Rain"])
    torch.testing.assert_close(together[1:2], alone, atol=1e-5, rtol=0)
    assert float((together[1] - together[2]).abs().max()) > 1e-3
    torch.testing.assert_close(together.norm(dim=1), torch.ones(3))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Large files do not wait for pytest to be forgotten."""
    place = tmp_path / "models"
    place.mkdir()
    yield place
    shutil.rmtree(place)


def test_half_precision_halves_the_file_and_stays_near(
    published_checkpoint: Path, imported_model: Path, folder: Path
) -> None:
    steps: list[Progress] = []
    path = import_checkpoint(published_checkpoint, folder, "half", half=True, on_progress=steps.append)
    assert path.stat().st_size < 0.51 * imported_model.stat().st_size
    assert steps[-1].done == steps[-1].total
    whole, half = load(imported_model), load(path)
    prompt = ClapEncoder(whole).encode(["rain"])
    assert float(prompt @ ClapEncoder(half).encode(["rain"]).T) > 0.9999
    mixture = torch.rand(1, 1, 6000, generator=torch.Generator().manual_seed(0)) - 0.5
    one, other = (model.separate_waveform(mixture, prompt) for model in (whole, half))
    assert float((one - other).square().sum() / one.square().sum()) < 1e-4
    # Running variances may exceed what half precision holds.
    with safe_open(path, framework="pt") as file:
        assert file.get_tensor("band_norm.running_var").dtype == torch.float32


def test_an_import_that_is_stopped_leaves_nothing(published_checkpoint: Path, folder: Path) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        import_checkpoint(published_checkpoint, folder, "x", on_progress=lambda _: token.set(), cancel=token)
    assert not list(folder.iterdir())


def test_names_that_are_no_names_are_refused(published_checkpoint: Path, folder: Path) -> None:
    for name in ("", "..", "a/b", "x.audio", "con", " x"):
        with pytest.raises(ModelError) as caught:
            import_checkpoint(published_checkpoint, folder, name)
        assert caught.value.code == "name-invalid"
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written_is_a_sentence(published_checkpoint: Path, folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(ModelError) as caught:
        import_checkpoint(published_checkpoint, folder / "file", "x")
    assert caught.value.code == "model-not-written"
    assert "as it was" in caught.value.message


@pytest.fixture
def model_beside(imported_model: Path, folder: Path) -> Path:
    """The imported model's first file in a folder of its own; hard links take no room."""
    path = folder / "words.safetensors"
    path.hardlink_to(imported_model)
    return path


def test_without_the_audio_tower_words_still_work(model_beside: Path) -> None:
    model = load(model_beside)
    assert ClapEncoder(model).encode(["rain"]).shape == (1, 512)
    with pytest.raises(ModelError, match=r"words\.audio\.safetensors") as caught:
        model.audio_tower(torch.zeros(1, 48_000))
    assert caught.value.code == "audio-tower-missing"


def test_an_audio_tower_of_another_import_is_refused(model_beside: Path, imported_model: Path) -> None:
    tensors = load_file(audio_file(imported_model))
    few = {name: tensors[name] for name in list(tensors)[:1]}
    save_file(few, audio_file(model_beside), {"format": "audiosep-desktop-audio-tower/1", "origin": "another"})
    with pytest.raises(ModelError, match="does not belong") as caught:
        load(model_beside).audio_tower(torch.zeros(1, 48_000))
    assert caught.value.code == "model-damaged"


def test_the_second_file_is_no_model(imported_model: Path) -> None:
    with pytest.raises(ModelError, match=r"Use the file beside it|only the part") as caught:
        load(audio_file(imported_model))
    assert "stand-in.safetensors" in caught.value.hint


@pytest.mark.parametrize("edit", ["missing", "nan", "surplus"])
def test_an_import_that_was_damaged_is_refused_by_name(imported_model: Path, folder: Path, edit: str) -> None:
    tensors, path = load_file(imported_model), folder / "damaged.safetensors"
    if edit == "missing":
        del tensors[TEXT]
    elif edit == "nan":
        tensors[TEXT] = torch.full((768,), float("nan"))
    else:
        tensors["query_encoder.model.stranger"] = torch.ones(1)
    save_file(tensors, path, read_metadata(imported_model))
    with pytest.raises(ModelError, match=r"pooler|stranger") as caught:
        load(path)
    assert caught.value.code in ("model-damaged", "model-unknown")


def test_models_of_our_own_are_imported_as_they_are(tiny_model: Path, folder: Path) -> None:
    path = import_checkpoint(tiny_model, folder, "mine")
    assert path.read_bytes() == tiny_model.read_bytes()
    assert read_metadata(path)["format"] == FORMAT
    assert [file.name for file in folder.iterdir()] == ["mine.safetensors"]
    with pytest.raises(ModelError) as caught:
        load(path).text_tower(torch.zeros(1, 1), torch.ones(1, 1))
    assert caught.value.code == "text-tower-missing"
