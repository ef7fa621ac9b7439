"""What is said of the engine: which model runs where, or that it does not run."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from audiosep_core.library.registry import model_title


@dataclass(frozen=True)
class EngineState:
    """What the status line says of the engine.

    Attributes:
        text: For people.
        detail: What the machine calls it: "CPU, 8 threads".
        stopped: Whether it died, and waits to be started again.
    """

    text: str
    detail: str = ""
    stopped: bool = False


def running_on(model: str, device_type: str, device: str, memory: tuple[int, int] | None) -> EngineState:
    """A model that is loaded and ready.

    Args:
        model: Name or path.
        device_type: "cpu", "cuda" or "mps".
        device: What the machine calls it.
        memory: Bytes in use and bytes there are, None where that is not known.
    """
    known = {"cpu": _tr("the processor"), "cuda": _tr("the graphics card"), "mps": _tr("the Apple GPU")}
    text = _tr("{model} on {device}").format(model=model_title(model), device=known.get(device_type, device))
    if memory is not None:
        used, there = (amount / 1e9 for amount in memory)
        text += _tr(" · memory {used} of {there} GB").format(used=f"{used:.1f}", there=round(there))
    return EngineState(text, device)


def _tr(text: str) -> str:
    return QCoreApplication.translate("engine", text)
