"""Our own model files: safetensors with the config, the query encoder and the card's facts in the metadata.

A network alone (`encoder = "minilm"`), or with what an imported checkpoint brings along: the text tower under its
published names, and the tokenizer's two files as bytes; the audio tower lies in a file of its own beside it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import SECOND, WORDS
from audiosep_core.model.checkpoint.clap_keys import PREFIX as TOWER
from audiosep_core.model.checkpoint.key_table import is_finite, listed
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

FORMAT = "audiosep-desktop/1"
AUDIO_FORMAT = "audiosep-desktop-audio-tower/1"
TOKENIZER = "tokenizer."

_PIECE_BYTES = 4 * 2**20
_FLOATS = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def audio_file(path: Path) -> Path:
    """Where the audio tower of the model in `path` lies."""
    return path.with_name(path.stem + SECOND)


def save_network(
    path: Path,
    config: ModelConfig,
    state: Mapping[str, Tensor],
    dtype: torch.dtype,
    facts: Mapping[str, str],
    companions: Mapping[str, Tensor] | None = None,
) -> None:
    """Write a network into one file, atomically.

    Args:
        path: The file.
        config, state: The network.
        dtype: Of its matrices and kernels; norms and biases keep theirs.
        facts: For the metadata (seed, steps, data).
        companions: What the file holds beside it, as it is (see `read_companions`).
    """
    tensors = {**in_precision(state, dtype), **(companions or {})}
    save_tensors(path, tensors, {"format": FORMAT, "config": config.to_json(), **facts})


def in_precision(tensors: Mapping[str, Tensor], dtype: torch.dtype) -> dict[str, Tensor]:
    """Matrices and kernels in `dtype`, all else as it is.

    Running variances of magnitudes can exceed what half precision holds, and vectors take no room anyway.
    """
    return {
        name: value.to(dtype) if value.ndim >= 2 and value.dtype.is_floating_point else value
        for name, value in tensors.items()
    }


def save_tensors(path: Path, tensors: Mapping[str, Tensor], metadata: Mapping[str, str]) -> None:
    """Write a safetensors file that is there as a whole or not at all."""
    partial = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        partial.touch()
        mode = partial.stat().st_mode
        save_file({name: value.contiguous() for name, value in tensors.items()}, partial, metadata=dict(metadata))
        partial.chmod(mode)  # safetensors lets nobody else read it, whatever the umask says
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def read_metadata(path: Path) -> dict[str, str]:
    """Metadata of a model file, without reading its weights.

    Raises:
        ModelError: not a model file of this program.
    """
    metadata = read_facts(path)
    if metadata.get("format") == AUDIO_FORMAT:
        raise ModelError(
            "model-unknown",
            f"'{path.name}' is only the part of a model that listens to examples.",
            f"Use the file beside it: {path.name.replace('.audio.', '.')}",
        )
    if metadata.get("format") != FORMAT and path.name.endswith(WORDS):
        raise ModelError(
            "model-unknown",
            f"'{path.name}' is only the list of words that a model knows.",
            f"Use the file beside it: {path.name.replace('.words.', '.')}",
        )
    if metadata.get("format") != FORMAT:
        raise ModelError("model-unknown", f"'{path.name}' is not a model file of AudioSep Desktop.")
    return metadata


def read_facts(path: Path) -> dict[str, str]:
    """Metadata of any safetensors file.

    Raises:
        ModelError: it is missing or none.
    """
    try:
        with safe_open(path, framework="pt") as file:
            return dict(file.metadata() or {})
    except FileNotFoundError:
        raise ModelError(
            "model-missing", f"There is no model file '{path.name}'.", "See the models with: audiosep models list"
        ) from None
    except (SafetensorError, OSError) as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read as a model: {error}.") from None


def load_network(path: Path, *, finite: bool = False) -> ResUNet:
    """Build the network that a file describes, in float32, eval mode.

    Args:
        path: The file.
        finite: `check_finite` looks at the file elsewhere.

    Raises:
        ModelError: the file is missing, damaged, or does not fill its network exactly.
    """
    metadata = read_metadata(path)
    try:
        config = ModelConfig.from_json(metadata["config"])
        # What takes no memory, until it is known that the file fills it.
        with torch.device("meta"):
            expected = ResUNet(config).state_dict()
    except KeyError:
        raise ModelError("model-damaged", f"'{path.name}' does not say what its network looks like.") from None
    except (TypeError, ValueError, ArithmeticError, RuntimeError) as error:
        # An unknown field, a value of the wrong kind, sizes that no network can have.
        raise ModelError("model-damaged", f"'{path.name}' describes a network that cannot be built.") from error
    if not finite:
        check_finite(path)
    with safe_open(path, framework="pt") as file:
        names = set(file.keys())
        if config.encoder == "clap":
            names = {name for name in names if not name.startswith((TOWER, TOKENIZER))}
        if missing := expected.keys() - names:
            raise ModelError("model-damaged", f"'{path.name}' lacks tensors: {listed(missing)}.")
        if surplus := names - expected.keys():
            raise ModelError("model-damaged", f"'{path.name}' holds unknown tensors: {listed(surplus)}.")
        state = {}
        for name in names:
            # Its shape first: what does not fit is not read.
            if list(expected[name].shape) != file.get_slice(name).get_shape():
                raise ModelError("model-damaged", f"'{path.name}': {name} has the wrong shape.")
            state[name] = file.get_tensor(name).to(expected[name].dtype)
    network = empty_network(config)
    network.load_state_dict(state, strict=True, assign=True)
    return network.eval()


def check_finite(path: Path) -> None:
    """Read a safetensors file piece by piece: mapped, the whole of it would count as this program's memory.

    Raises:
        ModelError: a tensor holds a NaN or an infinity.
    """
    piece = memoryview(bytearray(_PIECE_BYTES))
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        tensors = json.loads(file.read(length))
        for name, facts in tensors.items():
            dtype = _FLOATS.get(facts.get("dtype"))
            if dtype is None:
                continue
            start, end = facts["data_offsets"]
            file.seek(8 + length + start)
            for first in range(start, end, _PIECE_BYTES):
                part = piece[: min(_PIECE_BYTES, end - first)]
                file.readinto(part)
                if not is_finite(torch.frombuffer(part, dtype=dtype)):
                    raise ModelError("model-damaged", f"'{path.name}': {name} is not finite.")


def empty_network(config: ModelConfig) -> ResUNet:
    """A network to be filled by `load_state_dict(..., assign=True)`: its weights have no memory and no first values.

    Raises:
        TypeError, ValueError, ArithmeticError, RuntimeError: no network looks so.
    """
    if config.front_end == "mel":
        return ResUNet(config)  # its band weights are computed, not loaded
    with torch.device("meta"):
        return ResUNet(config)


def read_prefixed(path: Path, prefix: str) -> dict[str, Tensor]:
    """Tensors of a safetensors file whose names begin so, memory-mapped.

    Raises:
        ModelError: the file could not be read.
    """
    try:
        with safe_open(path, framework="pt") as file:
            return {name: file.get_tensor(name) for name in file.keys() if name.startswith(prefix)}  # noqa: SIM118
    except FileNotFoundError:
        raise ModelError("model-missing", f"There is no file '{path.name}'.") from None
    except (SafetensorError, OSError) as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read as a model: {error}.") from None


def read_companions(path: Path) -> dict[str, Tensor]:
    """What a model file of this program holds beside its network: a text tower and a tokenizer, or nothing.

    Raises:
        ModelError: the file could not be read.
    """
    return {**read_prefixed(path, TOWER), **read_prefixed(path, TOKENIZER)}


def read_audio_tower(path: Path, origin: str) -> dict[str, Tensor]:
    """Published tensors of the audio tower that belongs to the model in `path`.

    Args:
        path: The model's file.
        origin: Its metadata's `origin`: both files carry the same.

    Raises:
        ModelError: there is none, or it is of another model.
    """
    beside = audio_file(path)
    if not beside.is_file():
        raise ModelError(
            "audio-tower-missing",
            f"The model '{path.stem}' can only be asked with words: it has no '{beside.name}' beside it.",
            "Import its checkpoint again, or say what you want to hear.",
        )
    metadata = read_facts(beside)
    if metadata.get("format") != AUDIO_FORMAT or metadata.get("origin") != origin:
        raise ModelError(
            "model-damaged", f"'{beside.name}' does not belong to '{path.name}'.", "Import the checkpoint again."
        )
    return read_prefixed(beside, TOWER)
