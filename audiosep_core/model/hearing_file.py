"""The hearing network's file: safetensors with its configuration in the metadata."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.model.checkpoint.key_table import listed
from audiosep_core.model.file import check_finite, in_precision, save_tensors
from audiosep_core.model.hearing import HearingConfig, HearingNetwork

FORMAT = "audiosep-desktop-hearing/1"


def save_hearing(path: Path, config: HearingConfig, state: Mapping[str, Tensor], facts: Mapping[str, str]) -> None:
    """Write a hearing network, matrices and kernels in half precision, atomically."""
    tensors = {name: value for name, value in state.items() if not name.endswith("num_batches_tracked")}
    save_tensors(path, in_precision(tensors, torch.float16), {"format": FORMAT, "config": config.to_json(), **facts})


def load_hearing(path: Path) -> HearingNetwork:
    """Read a hearing network, in float32 and eval mode.

    Raises:
        ModelError: the file is missing, damaged, or something else.
    """
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            if metadata.get("format") != FORMAT:
                raise ModelError("model-unknown", f"'{path.name}' is no hearing network of AudioSep Desktop.")
            state = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118
        check_finite(path)
        network = HearingNetwork(HearingConfig.from_json(metadata["config"]))
    except FileNotFoundError:
        raise ModelError(
            "model-missing", f"The program's hearing ('{path.name}') is not there.", "Reinstall the program."
        ) from None
    except (SafetensorError, OSError) as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read: {error}.") from None
    except (KeyError, TypeError, ValueError, ArithmeticError, RuntimeError) as error:
        raise ModelError("model-damaged", f"'{path.name}' describes a network that cannot be built.") from error
    expected = {name: value for name, value in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    wrong = expected.keys() ^ state.keys() or {n for n in expected if expected[n].shape != state[n].shape}
    if wrong:
        raise ModelError("model-damaged", f"'{path.name}': tensors are missing, unknown or misshapen: {listed(wrong)}.")
    network.load_state_dict(state, strict=False)
    return network.eval()
