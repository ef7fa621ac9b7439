"""A checkpoint becomes an installed model: converted beside, hashed, moved into place. All of it, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import ModelError
from audiosep_core.library import failures
from audiosep_core.library.part import hash_file
from audiosep_core.library.paths import downloads_folder
from audiosep_core.library.records import InstalledFile, Record, write_record
from audiosep_core.types import Progress

Importer = Callable[[Path, Path, str, Callable[[Progress], None], CancelToken], Path]
"""Converts a checkpoint (path) into NAME.safetensors, and perhaps files of `BESIDE`, of a folder.

Arguments: the checkpoint, the folder, NAME, progress, cancel. Returns the path of NAME.safetensors. It lives in the
room `model`, which this one may not import: whoever calls hands it over.
"""

MAIN = ".safetensors"
SECOND = ".audio.safetensors"
"""The second file of an imported model: the tower that hears sounds, loaded only when a sound is the query."""
WORDS = ".words.safetensors"
"""The words that a model was trained on (`audiosep_core.query.words`)."""
BESIDE = (SECOND, WORDS)
"""What may lie beside a model's file, belongs to it and is no model."""


@dataclass(frozen=True)
class Step:
    """How far an installation is.

    Attributes:
        phase: "waiting" for another program, "checking" what is here, "downloading" or "importing".
        done: Bytes (while importing: parts) done, 0 while that cannot be told.
        total: Bytes (parts) in all, 0 while that cannot be told.
    """

    phase: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Origin:
    """Where a checkpoint came from, and its hash where that is known already."""

    text: str
    sha256: str = ""


OnStep = Callable[[Step], None]


def files_of(main: Path) -> list[Path]:
    """A model's file and those beside it that are there."""
    return [path for path in (main, *(main.with_name(main.stem + end) for end in BESIDE)) if path.is_file()]


def staging_folder(name: str) -> Path:
    """Where a model is made, before it is moved in."""
    return downloads_folder() / f"{name}.import"


def arrive(
    source: Path,
    origin: Origin,
    name: str,
    folder: Path,
    importer: Importer,
    on_step: OnStep,
    cancel: CancelToken,
    beside: Sequence[Path] = (),
    words: Path | None = None,
) -> Path:
    """Import `source` as the model `name` of `folder`.

    Args:
        source: The checkpoint; it stays.
        origin: Where it is from, for the record.
        name: The model's name.
        folder: The models folder.
        importer: Converts.
        on_step: Told how far it is.
        cancel: Stops it.
        beside: Files that the importer should find beside what it writes: the tokenizer.
        words: Its words, where they do not lie beside `source` under its name.

    Returns:
        Path of the model's main file.

    Raises:
        ModelError: it is no checkpoint that can be used.  Cancelled.
        AudioSepError: "disk-full" or "folder-read-only".
    """
    on_step(Step("importing"))
    with failures.told(folder):
        staging = staging_folder(name)
        shutil.rmtree(staging, ignore_errors=True)  # of a process that was killed
        staging.mkdir()
        try:
            for file in beside:
                shutil.copyfile(file, staging / file.name)
            if words is not None:
                shutil.copyfile(words, staging / (name + WORDS))
            importer(source, staging, name, lambda p: on_step(Step("importing", p.done, p.total)), cancel)
            names = [made for made in (*(name + end for end in BESIDE), name + MAIN) if (staging / made).is_file()]
            if name + MAIN not in names:
                raise ModelError("model-damaged", f"Nothing usable came of '{source.name}'. Nothing was changed.")
            files = tuple(_fact(staging / made, cancel) for made in names)
            digest = origin.sha256 or hash_file(source, lambda _: cancel.raise_if_set())
            record = Record(name, origin.text, digest, files)
            # What another model of that name left would be taken for this one's.
            for end in BESIDE:
                (folder / (name + end)).unlink(missing_ok=True)
            # The main file last: it is what makes the model "installed".
            for made in names[:-1]:
                (staging / made).replace(folder / made)
            write_record(folder, record)
            (staging / names[-1]).replace(folder / names[-1])
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return folder / (name + MAIN)


def _fact(path: Path, cancel: CancelToken) -> InstalledFile:
    return InstalledFile(path.name, path.stat().st_size, hash_file(path, lambda _: cancel.raise_if_set()))
