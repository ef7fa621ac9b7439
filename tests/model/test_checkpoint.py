"""Files are told by what they hold, and none of them is ever run."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.model import load
from audiosep_core.model.checkpoint.archive import look_into
from audiosep_core.model.checkpoint.clap_keys import audio_table, text_table
from audiosep_core.model.checkpoint.key_table import KeyTable, Source, check_keys, fill
from audiosep_core.model.checkpoint.recognise import Kind, read_published, recognise
from audiosep_core.model.checkpoint.resunet_keys import resunet_table
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

NETWORK = "ss_model.base.bn0.weight"
TEXT = "query_encoder.model.text_branch.pooler.dense.weight"


class Touches:
    """An object whose pickle makes a file when it is loaded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


class Runs(Touches):
    """The same through a shell."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch '{self.path}'",)


def small(**more: Any) -> dict[str, Any]:
    return {NETWORK: torch.ones(3), TEXT: torch.ones(2, 2), **more}


@pytest.mark.parametrize("evil", [Touches, Runs])
@pytest.mark.parametrize("protocol", [2, 4])
@pytest.mark.parametrize("form", ["lightning", "flat", "alone", "bare pickle"])
def test_a_pickle_that_would_write_a_file_does_not(
    tmp_path: Path, evil: type[Touches], protocol: int, form: str
) -> None:
    path, written = tmp_path / "audiosep_base_4M_steps.ckpt", tmp_path / "written"
    trap = evil(written)
    if form == "bare pickle":
        path.write_bytes(pickle.dumps({"state_dict": small(), "trap": trap}, protocol))
    else:
        content = {"lightning": {"state_dict": small(), "trap": trap}, "flat": small(trap=trap), "alone": trap}[form]
        torch.save(content, path, pickle_protocol=protocol)
    with pytest.raises(ModelError) as caught:
        load(path)
    assert caught.value.code == ("model-unknown" if form == "alone" else "model-refused")
    assert caught.value.hint
    assert not written.exists()
    # The trap is a real one.
    if form == "bare pickle":
        pickle.loads(path.read_bytes())
    else:
        torch.load(path, weights_only=False)
    assert written.exists()


def test_clap_is_named_without_being_loaded(tmp_path: Path) -> None:
    path = tmp_path / "audiosep_base_4M_steps.ckpt"
    state = {"module.text_branch.pooler.dense.weight": torch.ones(1), "module.audio_branch.bn0.bias": torch.ones(1)}
    torch.save({"epoch": 15, "state_dict": state, "metric": np.float64(89.98)}, path)
    with pytest.raises(pickle.UnpicklingError):
        torch.load(path, weights_only=True)
    with pytest.raises(ModelError, match=r"is a CLAP checkpoint; AudioSep's is audiosep_base_4M_steps\.ckpt") as caught:
        load(path)
    assert caught.value.code == "model-unknown"
    assert "audiosep models pull" in caught.value.hint


@pytest.mark.parametrize("name", ["model.ckpt", "pytorch_model.bin", "anything"])
@pytest.mark.parametrize("kind", [Kind.LIGHTNING, Kind.FLAT])
def test_a_published_checkpoint_is_told_by_its_keys(tmp_path: Path, name: str, kind: Kind) -> None:
    path = tmp_path / name
    torch.save({"state_dict": small(), "epoch": 1} if kind is Kind.LIGHTNING else small(), path)
    assert recognise(path) is kind
    assert read_published(path).keys() == small().keys()


def strangers() -> dict[str, tuple[bytes, str, str]]:
    """Files that are no model: contents, the code and a word of the sentence."""

    def saved(content: object, legacy: bool = False) -> bytes:
        buffer = io.BytesIO()
        torch.save(content, buffer, _use_new_zipfile_serialization=not legacy)
        return buffer.getvalue()

    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/data.pkl", b"\0" * 50_000_000)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    return {
        "empty": (b"", "model-damaged", "empty"),
        "page": (b"<!DOCTYPE html><html>Sign in</html>", "model-damaged", "web page"),
        "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:f8", "model-damaged", "pointer"),
        "text": (b"hello, this is no model at all", "model-damaged", "could not be read"),
        "cut": (saved(small())[:-200], "model-damaged", "cut off"),
        "bomb": (bomb.getvalue(), "model-refused", "packed"),
        "document": (other.getvalue(), "model-unknown", "not one of PyTorch"),
        "legacy": (saved(small(), legacy=True), "model-refused", "bare pickle"),
        "list": (saved([NETWORK, TEXT]), "model-unknown", "not a checkpoint"),
        "numbers": (saved({"state_dict": {NETWORK: 1, TEXT: 2}}), "model-damaged", "is not a tensor"),
        "network": (saved({"state_dict": {NETWORK: torch.ones(1)}}), "model-unknown", "without its text encoder"),
        "encoder": (saved({TEXT: torch.ones(1)}), "model-unknown", "without its separation network"),
        "other": (saved({"conv1.weight": torch.ones(1)}), "model-unknown", "something else"),
        "training": (saved({"state_dict": {"network.film.project.bias": torch.ones(1)}}), "model-unknown", "training"),
        "few keys": (saved({"state_dict": small()}), "model-damaged", r"lacks \d+ tensors"),
    }


@pytest.mark.parametrize("name", strangers())
def test_other_files_are_named_for_what_they_are(tmp_path: Path, name: str) -> None:
    content, code, words = strangers()[name]
    path = tmp_path / "model.ckpt"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=words) as caught:
        load(path)
    assert caught.value.code == code
    assert "model.ckpt" in caught.value.message
    assert caught.value.hint or code == "model-unknown"


def test_a_missing_file_and_a_folder_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "none.ckpt", tmp_path):
        with pytest.raises(ModelError):
            recognise(path)


def test_an_archive_that_claims_more_than_it_holds_is_not_unpacked(tmp_path: Path) -> None:
    """One megabyte listed a hundred times: an archive's directory may point to the same bytes again and again."""
    path = tmp_path / "model.ckpt"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a/data.pkl", b"\0" * 1_000_000)
        file.filelist.extend(file.filelist[:1] * 100)
    with pytest.raises(ModelError) as caught:
        look_into(path)
    assert caught.value.code == "model-refused"


@pytest.fixture(scope="module")
def archive() -> bytes:
    buffer = io.BytesIO()
    torch.save({"state_dict": small(), "epoch": 3, "hyper_parameters": {"lr": 1e-3}}, buffer)
    return buffer.getvalue()


@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_is_an_error_of_ours(archive: bytes, tmp_path: Path, flips: list[tuple[float, int]]) -> None:
    damaged = bytearray(archive)
    for place, change in flips:
        damaged[int(place * len(damaged))] ^= change
    path = tmp_path / "model.ckpt"
    path.write_bytes(damaged)
    with pytest.raises(ModelError):
        load(path)


def test_the_tables_fill_every_tensor_of_the_network() -> None:
    with torch.device("meta"):
        wanted = ResUNet(ModelConfig()).state_dict().keys()
    table = resunet_table()
    assert table.sources.keys() | table.optional.keys() == wanted
    # lass.md 2c: the published file's counts.
    film = [name for name in table.known if name.startswith("ss_model.film.")]
    assert len(table.known) == 332
    assert len(film) == 76
    assert all("->" in name for name in film)
    assert sum(name.endswith("num_batches_tracked") for name in table.known) == 39
    assert len(table.constant) == 5
    assert len(table.unused) == 30 + 12


def test_every_key_is_accounted_for_or_listed() -> None:
    tables = (resunet_table(), text_table(), audio_table())
    needed = frozenset[str]().union(*(table.needed for table in tables))
    check_keys("x", needed, tables)
    check_keys("x", frozenset[str]().union(*(table.known for table in tables)), tables)
    with pytest.raises(ModelError, match=r"lacks 1 tensors .*: ss_model\.base\.bn0\.weight") as caught:
        check_keys("x", needed - {NETWORK}, tables)
    assert caught.value.code == "model-damaged"
    with pytest.raises(ModelError, match=r"2 tensors .*: another, stranger\."):
        check_keys("x", needed | {"stranger", "another"}, tables)
    with pytest.raises(ModelError, match="and 5 more"):
        check_keys("x", needed | {f"stranger{i}" for i in range(25)}, tables)


SMALL_TABLE = KeyTable(
    {"joined": Source(("a", "b")), "key": Source(("qkv",), 1)}, {"count": "n"}, frozenset({"dft"}), frozenset({"old"})
)
LIKE = {"joined": torch.zeros(5, 2), "key": torch.zeros(2, 3), "count": torch.tensor(0)}
STATE = {"a": torch.ones(2, 2), "b": 2 * torch.ones(3, 2), "qkv": torch.arange(18.0).reshape(6, 3)}


def test_tensors_are_joined_and_cut() -> None:
    filled = fill("x", SMALL_TABLE, STATE, LIKE)
    assert filled["joined"].tolist() == [[1, 1], [1, 1], [2, 2], [2, 2], [2, 2]]
    assert filled["key"].tolist() == [[6, 7, 8], [9, 10, 11]]
    assert filled["count"].item() == 0
    assert fill("x", SMALL_TABLE, {**STATE, "n": torch.tensor(7)}, LIKE)["count"].item() == 7
    assert fill("x", SMALL_TABLE, {k: v.half() for k, v in STATE.items()}, LIKE)["joined"].dtype == torch.float32


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("a", torch.ones(3, 2), "shape"),
        ("a", torch.ones(2), "shape"),
        ("a", torch.tensor(1.0), "shape"),
        ("qkv", torch.ones(5, 3), "shape"),
        ("n", torch.ones(1), "shape"),
        ("b", torch.full((3, 2), float("nan")), "finite"),
        ("qkv", torch.tensor(float("inf")).expand(6, 3), "finite"),
        # Four bytes that claim to be an exabyte.
        ("a", torch.ones(1).expand(1 << 58, 2), "shape"),
        ("a", torch.ones(2, 2).to_sparse(), "ordinary"),
        ("a", torch.ones(2, 2, dtype=torch.complex64), "ordinary"),
    ],
)
def test_tensors_that_do_not_fit_are_refused_by_name(name: str, value: Tensor, words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        fill("x", SMALL_TABLE, {**STATE, name: value}, LIKE)
    assert f": {name} " in caught.value.message
    assert caught.value.code == "model-damaged"


def test_large_finite_values_are_finite() -> None:
    fill("x", SMALL_TABLE, {**STATE, "a": torch.full((2, 2), 3e38)}, LIKE)
