"""Which device the network runs on."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import psutil
import torch

from audiosep_core.errors import DeviceError

CHOICES = ("auto", "cpu", "cuda", "mps")
PROCESSOR_ONLY = "AUDIOSEP_PROCESSOR_ONLY"
"""Environment variable of the window's safe mode: "auto" is the processor."""


def available_devices() -> tuple[str, ...]:
    """Devices that torch can use here, best first."""
    found = []
    if os.environ.get(PROCESSOR_ONLY):
        return ("cpu",)
    if torch.cuda.is_available() and not unsupported_card():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")


def unsupported_card() -> str:
    """Name of a graphics card that is there but too new or too old for this build of torch; "" without one."""
    if os.environ.get(PROCESSOR_ONLY) or not torch.cuda.is_available():
        return ""
    if runs_on(torch.cuda.get_arch_list(), torch.cuda.get_device_capability()):
        return ""
    return str(torch.cuda.get_device_name())


def runs_on(built_for: Sequence[str], capability: tuple[int, int]) -> bool:
    """Whether code of these kinds runs on a card ("Application compatibility", CUDA C++ Programming Guide).

    Args:
        built_for: As torch lists them: "sm_86" is machine code, for 8.6 and later cards of the same generation;
            "compute_90" is translated for any later card; a letter behind the number binds both to just that card.
        capability: The card's.
    """
    known = [re.fullmatch(r"(sm|compute)_(\d+)(\d)([a-z]?)", kind) for kind in built_for]
    if not any(known):
        return True  # AMD's cards have names of their own; torch looks after them
    for kind in known:
        if kind is None:
            continue
        made_for, exact = (int(kind[2]), int(kind[3])), bool(kind[4])
        later = made_for <= capability and (kind[1] == "compute" or made_for[0] == capability[0])
        if made_for == capability or (later and not exact):
            return True
    return False


def memory(device: torch.device) -> tuple[int, int]:
    """Bytes in use and bytes there are: of the card, or of this process and the computer."""
    if device.type == "cuda":
        free, total = torch.cuda.mem_get_info(device)
        return total - free, total
    return psutil.Process().memory_info().rss, psutil.virtual_memory().total


def choose_device(name: str) -> torch.device:
    """Resolve "auto" and check the rest.

    Raises:
        DeviceError: the device is not there.
    """
    devices = available_devices()
    if name == "auto":
        return torch.device(devices[0])
    if name not in devices:
        raise DeviceError(
            "device-missing",
            f"This computer has no usable '{name}' device.",
            f"Use one of: {', '.join(('auto', *devices))}.",
        )
    return torch.device(name)


def describe(device: torch.device) -> str:
    """A short name for people: "CUDA: NVIDIA RTX 4070" or "CPU, 8 threads"."""
    if device.type == "cuda":
        return f"CUDA: {torch.cuda.get_device_name(device)}"
    if device.type == "mps":
        return "Apple GPU"
    return f"CPU, {torch.get_num_threads()} threads"
