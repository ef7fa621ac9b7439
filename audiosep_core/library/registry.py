"""The models that can be asked for by name: the bundled one, the published ones, and those of the person."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import BESIDE, MAIN, SECOND, files_of
from audiosep_core.library.catalogue import Entry, read_catalogue
from audiosep_core.library.licences import is_accepted
from audiosep_core.library.part import here
from audiosep_core.library.paths import DOWNLOADS, models_folder
from audiosep_core.library.records import read_record
from audiosep_core.library.resources import resource

logger = logging.getLogger(__name__)

DEFAULT_MODEL = "starter"

Origin = Literal["bundled", "published", "own"]


@dataclass(frozen=True)
class ModelInfo:
    """A model that can be asked for.

    Attributes:
        name: What `--model` takes.
        title: What a person reads.
        description: What it is good for, a sentence or two.
        size_bytes: Bytes it takes on the disk, 0 when it is not there.
        licence: Licence of the weights.
        path: Its file, None when it is not installed.
        caveat: What is unclear about the licence, or "".
        origin: "bundled" with the program, "published" and known by name, or the person's "own".
        download_bytes: What a download takes, 0 when there is none.
        page: Where its authors describe it, or "".
        here_bytes: What an unfinished download left here.
        asks: Whether its licence has to be accepted before it is got.
    """

    name: str
    title: str
    description: str
    size_bytes: int
    licence: str
    path: Path | None
    caveat: str = ""
    origin: Origin = "own"
    download_bytes: int = 0
    page: str = ""
    here_bytes: int = 0
    asks: bool = False

    @property
    def installed(self) -> bool:
        """Whether it can be used now."""
        return self.path is not None


def list_models() -> tuple[ModelInfo, ...]:
    """The catalogue's models, installed or not, then what else lies in the person's models folder.

    Where that folder cannot be had, the bundled model still can.
    """
    folder = _folder()
    entries = read_catalogue()
    models = [_published(entry, folder) for entry in entries]
    known = {entry.name for entry in entries}
    for path in sorted(folder.glob("*" + MAIN)) if folder else ():
        if path.stem not in known and not path.name.endswith(BESIDE) and path.is_file():
            record = read_record(path.parent, path.stem)
            came = f"Added by you, from {record.origin}." if record else "Added by you."
            models.append(ModelInfo(path.stem, path.stem, came, _size(path), "see its source", path))
    return tuple(models)


def model_title(name_or_path: str) -> str:
    """What a person reads for a model, installed or not; of one that is no longer known, its name."""
    titles = {entry.name: entry.title for entry in read_catalogue()}
    return titles.get(name_or_path, Path(name_or_path).stem)


def find_model(name_or_path: str) -> Path:
    """File of a model by its name or path.

    Raises:
        ModelError: neither an installed model nor a file.
    """
    models = list_models()
    for model in models:
        if model.name == name_or_path and model.path is not None:
            return model.path
    path = Path(name_or_path).expanduser()
    if path.is_file():
        return path
    for model in models:
        if model.name == name_or_path and model.download_bytes:
            raise ModelError(
                "model-missing",
                f"The model '{model.name}' is not installed.",
                f"Get it with: audiosep models pull {model.name}",
            )
    known = ", ".join(model.name for model in models if model.installed)
    raise ModelError(
        "model-missing", f"There is no model '{name_or_path}'.", f"Known models: {known}. A path to a file works too."
    )


def takes_examples(name_or_path: str) -> bool:
    """Whether a model can be asked with an example of a sound: the published ones can, a network of our own cannot.

    Raises:
        ModelError: no such model.
    """
    path = find_model(name_or_path)
    # A model file has its second part beside it; a checkpoint holds everything.
    return not path.name.endswith(MAIN) or path.with_name(path.stem + SECOND).is_file()


def _folder() -> Path | None:
    try:
        return models_folder()
    except OSError as error:
        logger.warning("no models but the bundled one: %s", error)
        return None


def _published(entry: Entry, folder: Path | None) -> ModelInfo:
    path = resource("models", entry.bundled) if entry.bundled else folder / (entry.name + MAIN) if folder else None
    there = path is not None and path.is_file()
    return ModelInfo(
        entry.name,
        entry.title,
        entry.good_for,
        entry.bundled_size or _size(path) if path and there else 0,
        entry.licence,
        path if there else None,
        entry.caveat,
        "bundled" if entry.bundled else "published",
        entry.download_size,
        entry.page,
        here(entry.checkpoint, folder / DOWNLOADS) if entry.checkpoint and folder else 0,
        not is_accepted(entry),
    )


def _size(path: Path) -> int:
    """Bytes of a model's files."""
    return sum(file.stat().st_size for file in files_of(path))
