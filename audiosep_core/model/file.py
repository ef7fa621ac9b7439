"""Our own model files: safetensors with the config, the query encoder and the card's facts in the metadata."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

FORMAT = "audiosep-desktop/1"


def save_network(
    path: Path, config: ModelConfig, state: Mapping[str, Tensor], dtype: torch.dtype, facts: Mapping[str, str]
) -> None:
    """Write weights, config and facts (seed, steps, data) into one file, atomically."""
    tensors = {
        name: (value.to(dtype) if value.dtype.is_floating_point else value).contiguous()
        for name, value in state.items()
    }
    partial = path.with_name(path.name + ".part")
    save_file(tensors, partial, metadata={"format": FORMAT, "config": config.to_json(), **facts})
    partial.replace(path)


def read_metadata(path: Path) -> dict[str, str]:
    """Metadata of a model file, without reading its weights.

    Raises:
        ModelError: not a model file of this program.
    """
    try:
        with safe_open(path, framework="pt") as file:
            metadata = dict(file.metadata() or {})
    except FileNotFoundError:
        raise ModelError(
            "model-missing", f"There is no model file '{path.name}'.", "See the models with: audiosep models list"
        ) from None
    except (SafetensorError, OSError) as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read as a model: {error}.") from None
    if metadata.get("format") != FORMAT:
        raise ModelError("model-unknown", f"'{path.name}' is not a model file of AudioSep Desktop.")
    return metadata


def load_network(path: Path) -> ResUNet:
    """Build the network that a file describes, in float32, eval mode.

    Raises:
        ModelError: the file is missing, damaged, or does not fill its network exactly.
    """
    metadata = read_metadata(path)
    try:
        network = ResUNet(ModelConfig.from_json(metadata["config"]))
    except KeyError:
        raise ModelError("model-damaged", f"'{path.name}' does not say what its network looks like.") from None
    except (TypeError, ValueError, ArithmeticError, RuntimeError) as error:
        # An unknown field, a value of the wrong kind, sizes that no network can have.
        raise ModelError("model-damaged", f"'{path.name}' describes a network that cannot be built.") from error
    expected = network.state_dict()
    with safe_open(path, framework="pt") as file:
        names = set(file.keys())
        if missing := sorted(expected.keys() - names):
            raise ModelError("model-damaged", f"'{path.name}' lacks tensors: {', '.join(missing[:5])}.")
        if surplus := sorted(names - expected.keys()):
            raise ModelError("model-damaged", f"'{path.name}' holds unknown tensors: {', '.join(surplus[:5])}.")
        state = {}
        for name in names:
            value = file.get_tensor(name)
            if value.shape != expected[name].shape:
                raise ModelError("model-damaged", f"'{path.name}': {name} has the wrong shape.")
            if value.dtype.is_floating_point and not bool(torch.isfinite(value).all()):
                raise ModelError("model-damaged", f"'{path.name}': {name} is not finite.")
            state[name] = value.to(expected[name].dtype)
    network.load_state_dict(state, strict=True)
    return network.eval()
