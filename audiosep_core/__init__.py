"""AudioSep's engine as a library: say what to hear, get it alone. No Qt, no sound card, no printing, no global state.

    from audiosep_core import Separator
    separation = Separator.load("starter").separate(audio, rate, ["a dog barking"])

The names below are loaded on first use: importing this package does not import torch.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from audiosep_core.engine.files import separate_file
    from audiosep_core.engine.separator import Separator
    from audiosep_core.errors import AudioSepError
    from audiosep_core.library.registry import list_models
    from audiosep_core.types import Audio, Progress, Query, Separation, SeparationOptions, Stem

_HOMES = {
    "Separator": "audiosep_core.engine.separator",
    "separate_file": "audiosep_core.engine.files",
    "list_models": "audiosep_core.library.registry",
    "AudioSepError": "audiosep_core.errors",
    "Audio": "audiosep_core.types",
    "Progress": "audiosep_core.types",
    "Query": "audiosep_core.types",
    "Separation": "audiosep_core.types",
    "SeparationOptions": "audiosep_core.types",
    "Stem": "audiosep_core.types",
}

__all__ = [
    "Audio",
    "AudioSepError",
    "Progress",
    "Query",
    "Separation",
    "SeparationOptions",
    "Separator",
    "Stem",
    "__version__",
    "list_models",
    "separate_file",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'audiosep_core' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
