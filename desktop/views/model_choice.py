"""Which model is used when the one that was chosen is gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audiosep_core.library.registry import DEFAULT_MODEL, ModelInfo


def usable_model(models: Sequence[ModelInfo], wanted: str) -> str:
    """`wanted` where it is installed or a file, else the default, else any that is installed; "" without any."""
    installed = [model.name for model in models if model.installed]
    if wanted in installed or Path(wanted).expanduser().is_file():
        return wanted
    return DEFAULT_MODEL if DEFAULT_MODEL in installed else next(iter(installed), "")
