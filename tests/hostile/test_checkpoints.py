"""Model files from elsewhere through the real model process: never run, refused with a sentence, in bounded memory."""

from __future__ import annotations

import io
import json
import os
import pickle
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from audiosep_core.library.paths import models_folder
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import FORMAT, save_network
from audiosep_core.model.resunet import ResUNet
from tests.hostile.line_child import LineChild

pytestmark = pytest.mark.reliability

MODEL_PROCESS = "audiosep_core.engine.model_process"
WITHIN_S = 60.0
MORE_MB = 300
"""What a hostile file may cost beside torch itself."""

NETWORK = "ss_model.base.bn0.weight"
TEXT = "query_encoder.model.text_branch.pooler.dense.weight"
SMALL = ModelConfig(n_fft=64, hop=16, widths=(2, 2, 4), pools=((2, 2), (1, 2)), condition_size=4)


class Trap:
    """Makes a file when it is unpickled."""

    path = Path()

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


def saved(content: object, *, legacy: bool = False) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer, _use_new_zipfile_serialization=not legacy)
    return buffer.getvalue()


def zipped(entries: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


def safetensors(header: bytes, body: bytes = b"", length: int | None = None) -> bytes:
    return struct.pack("<Q", len(header) if length is None else length) + header + body


def described(config: dict[str, Any] | str, **tensors: dict[str, Any]) -> bytes:
    text = config if isinstance(config, str) else json.dumps(config)
    return safetensors(json.dumps({"__metadata__": {"format": FORMAT, "config": text}, **tensors}).encode())


def own(**changes: Any) -> bytes:
    """A description of a network of ours, without its tensors."""
    return described({**asdict(SMALL), **changes})


def network_with(edit: Callable[[dict[str, torch.Tensor]], None], folder: Path) -> bytes:
    state = dict(ResUNet(SMALL).state_dict())
    edit(state)
    path = folder / "edited.safetensors"
    save_network(path, SMALL, state, torch.float32, {})
    return path.read_bytes()


def not_numbers(state: dict[str, torch.Tensor]) -> None:
    state["stem.weight"] = state["stem.weight"] * float("nan")


def infinite(state: dict[str, torch.Tensor]) -> None:
    state["stem.bias"] = state["stem.bias"] + float("inf")


def misshapen(state: dict[str, torch.Tensor]) -> None:
    state["stem.weight"] = torch.zeros(7, 7)


def doubling(levels: int) -> bytes:
    """A pickle of nested pairs, each of twice the one before: 2 ** levels leaves in a few bytes."""
    return b"\x80\x02" + b"}" + b"".join(b"q\x00h\x00h\x00\x86" for _ in range(levels)) + b"."


def files(folder: Path, trap: Path) -> dict[str, bytes]:
    """Hostile files by what they are."""
    Trap.path = trap
    names = {NETWORK: torch.ones(3), TEXT: torch.ones(2, 2)}
    whole = network_with(lambda state: None, folder)
    claims = {"dtype": "F32", "shape": [1 << 40], "data_offsets": [0, 1 << 42]}
    return {
        "code in a checkpoint": saved({"state_dict": names, "hook": Trap()}),
        "code beside tensors": saved({**names, "hook": Trap()}),
        "code in a bare pickle": pickle.dumps({"state_dict": {}, "hook": Trap()}),
        "code in an old archive": saved({**names, "hook": Trap()}, legacy=True),
        "zip bomb": zipped({"a/data.pkl": bytes(1 << 29)}, zipfile.ZIP_DEFLATED),
        "zip bomb as a tensor": zipped({"a/data.pkl": b"\x80\x02}.", "a/data/0": bytes(1 << 29)}, zipfile.ZIP_DEFLATED),
        "paths that leave": zipped({"../../../a/data.pkl": b"\x80\x02}.", "/etc/a": b""}),
        "pickle that doubles": zipped({"a/data.pkl": doubling(64), "a/version": b"3"}),
        "pickle that nests": zipped({"a/data.pkl": b"\x80\x02" + b"]" * 500_000 + b"a" * 499_999 + b"."}),
        "string of an exabyte": zipped({"a/data.pkl": b"\x80\x04\x8d" + struct.pack("<Q", 1 << 60) + b"."}),
        "tensor of an exabyte": saved({"state_dict": {**names, NETWORK: torch.ones(1).expand(1 << 58, 1)}}),
        "wrong shapes": network_with(misshapen, folder),
        "NaN": network_with(not_numbers, folder),
        "infinity": network_with(infinite, folder),
        "truncated": whole[:-100],
        "truncated in its header": whole[:90],
        "header of an exabyte": safetensors(b"{}", length=1 << 60),
        "header of 90 MB": safetensors(b'{"__metadata__":{"format":"' + b"x" * (90 << 20) + b'"}}'),
        "header that nests": safetensors(b'{"a":' * 100_000),
        "tensor beyond the file": described(asdict(SMALL), stem=claims),
        "configuration that nests": described("[" * 100_000),
        "no network": own(),
        "wide network": own(widths=[10**6, 10**6, 10**6]),
        "huge condition": own(condition_size=10**12),
        "many bands": own(front_end="mel", n_fft=1 << 30, bands=1 << 28),
        "no step": own(hop=0),
        "infinite width": own(widths=[float("inf"), 2, 4]),
        "number of 5,000 digits": described(json.dumps(asdict(SMALL)).replace('"hop": 16', '"hop": ' + "9" * 5000)),
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("hostile")
    return files(folder, folder / "written")


@pytest.fixture
def model_process() -> Iterator[LineChild]:
    with LineChild(MODEL_PROCESS) as child:
        yield child


def peak_mb(child: LineChild) -> float:
    """The most memory that the child ever had, where the system tells, else what it has now."""
    status = Path(f"/proc/{child.pid}/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return psutil.Process(child.pid).memory_info().rss / 2**20


def test_no_file_is_run_and_each_is_refused_with_a_sentence(
    hostile: dict[str, bytes], model_process: LineChild, tmp_path: Path
) -> None:
    good = tmp_path / "good.safetensors"
    good.write_bytes(network_with(lambda state: None, tmp_path))
    assert model_process.ask("import", WITHIN_S, path=str(good), name="")["type"] == "done"
    with_torch = peak_mb(model_process)
    faults = []
    for place, (what, content) in enumerate(hostile.items()):
        path = tmp_path / f"model-{place}.ckpt"
        path.write_bytes(content)
        answer = model_process.ask("import", WITHIN_S, path=str(path), name="")
        if answer["type"] != "error" or answer["code"] not in ("model-damaged", "model-refused", "model-unknown"):
            faults.append(f"{what}: {answer}")
        elif not answer["message"].rstrip().endswith(".") or path.name not in answer["message"]:
            faults.append(f"{what}: {answer['message']}")
        path.unlink()
        more = peak_mb(model_process) - with_torch
        if more > MORE_MB:
            faults.append(f"{what}: {more:.0f} MB")
            with_torch += more
    assert not faults, "\n".join(faults)
    assert not Trap.path.exists(), "a file was run"
    assert sorted(path.name for path in models_folder().glob("*.safetensors")) == ["good.safetensors"]
    assert not list(models_folder().rglob("*.import")), "nothing half lies about"
    print(f"{len(hostile)} files, {peak_mb(model_process) - with_torch:.0f} MB beside {with_torch:.0f} MB")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_is_not_waited_for(model_process: LineChild, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ckpt")
    (tmp_path / "circle.ckpt").symlink_to(tmp_path / "circle.ckpt")
    for path in (tmp_path / "pipe.ckpt", tmp_path / "circle.ckpt", Path("/dev/zero"), tmp_path):
        assert model_process.ask("import", WITHIN_S, path=str(path), name="")["code"] == "model-missing"


def test_the_traps_are_real(hostile: dict[str, bytes]) -> None:
    pickle.loads(hostile["code in a bare pickle"])
    assert Trap.path.exists()
    Trap.path.unlink()
