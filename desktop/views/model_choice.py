"""Which model is used when the one that was chosen is gone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from audiosep_core.library.registry import DEFAULT_MODEL, ModelInfo
from desktop.services.places import is_file


def usable_model(models: Sequence[ModelInfo], wanted: str) -> str:
    """`wanted` where it is installed or a file, else the default, else any that is installed; "" without any."""
    installed = [model.name for model in models if model.installed]
    if wanted in installed or is_file(Path(os.path.expanduser(wanted))):
        return wanted
    return DEFAULT_MODEL if DEFAULT_MODEL in installed else next(iter(installed), "")
