"""The network, its configuration and the files that fill it. Words belong to `query`, chunks and channels to `engine`.

    from audiosep_core.model import load
    model = load("audiosep-base")
    stem = model.separate_waveform(mixture, model.text_tower(input_ids, attention_mask))

The names below are loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audiosep_core.model.loaded import LoadedModel, load

_HOMES = {"LoadedModel": "audiosep_core.model.loaded", "load": "audiosep_core.model.loaded"}

__all__ = ["LoadedModel", "load"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'audiosep_core.model' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
