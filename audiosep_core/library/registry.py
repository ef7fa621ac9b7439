"""The models that this program knows by name, and where their files are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audiosep_core.errors import ModelError
from audiosep_core.library.paths import models_folder
from audiosep_core.library.resources import resource

DEFAULT_MODEL = "starter"


@dataclass(frozen=True)
class ModelInfo:
    """A model that can be asked for.

    Attributes:
        name: What `--model` takes.
        title: What a person reads.
        description: What it is good for, one sentence.
        size_bytes: Size of its file, 0 when it is not there.
        licence: Licence of the weights.
        path: Its file, None when it is not installed.
    """

    name: str
    title: str
    description: str
    size_bytes: int
    licence: str
    path: Path | None

    @property
    def installed(self) -> bool:
        """Whether it can be used now."""
        return self.path is not None


def list_models() -> tuple[ModelInfo, ...]:
    """The starter, then what lies in the person's models folder."""
    starter = resource("models", f"{DEFAULT_MODEL}.safetensors")
    models = [
        _info(
            DEFAULT_MODEL,
            "Starter",
            "Small, bundled, works offline on any computer. Everyday sounds, speech and instruments.",
            "MIT",
            starter,
        )
    ]
    for path in sorted(models_folder().glob("*.safetensors")):
        models.append(_info(path.stem, path.stem, "Added by you.", "see its source", path))
    return tuple(models)


def find_model(name_or_path: str) -> Path:
    """File of a model by its name or path.

    Raises:
        ModelError: neither a known name nor a file.
    """
    for model in list_models():
        if model.name == name_or_path and model.path is not None:
            return model.path
    path = Path(name_or_path).expanduser()
    if path.is_file():
        return path
    known = ", ".join(model.name for model in list_models() if model.installed)
    raise ModelError(
        "model-missing", f"There is no model '{name_or_path}'.", f"Known models: {known}. A path to a file works too."
    )


def _info(name: str, title: str, description: str, licence: str, path: Path) -> ModelInfo:
    there = path.is_file()
    return ModelInfo(name, title, description, path.stat().st_size if there else 0, licence, path if there else None)
