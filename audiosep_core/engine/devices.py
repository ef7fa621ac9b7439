"""Which device the network runs on."""

from __future__ import annotations

import os

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
    if torch.cuda.is_available():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")


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
