"""What is installed: checking and removing it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, ModelError
from audiosep_core.library import failures
from audiosep_core.library.arrival import BESIDE, MAIN, OnStep, Step, files_of, staging_folder
from audiosep_core.library.catalogue import Entry, read_catalogue
from audiosep_core.library.part import forget, hash_file
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.records import InstalledFile, read_record, record_path
from audiosep_core.library.resources import resource


@dataclass(frozen=True)
class Verdict:
    """What checking a model's files gave.

    Attributes:
        files: Them and what they hash to now.
        compared: Whether there was something to compare with: a file that the person put into the folder has no record.
    """

    files: tuple[InstalledFile, ...]
    compared: bool


def verify(
    name: str,
    entries: Sequence[Entry] | None = None,
    on_step: OnStep = lambda _: None,
    cancel: CancelToken | None = None,
) -> Verdict:
    """Read every byte of a model and compare its hashes with what was installed.

    Raises:
        ModelError: "model-missing", or "model-damaged" when a file is not what it was.  Cancelled.
    """
    cancel = cancel or CancelToken()
    paths, expected = _expected(name, read_catalogue() if entries is None else entries)
    total, read, files = sum(path.stat().st_size for path in paths), 0, []
    for path in paths:

        def show(have: int, before: int = read) -> None:
            cancel.raise_if_set()
            on_step(Step("checking", before + have, total))

        size = path.stat().st_size
        files.append(InstalledFile(path.name, size, hash_file(path, show)))
        read += size
    wrong = [file.file for file in files if expected and expected.get(file.file) != file.sha256]
    missing = [name for name in expected if name not in {file.file for file in files}]
    if wrong or missing:
        text = ", ".join(f"'{one}'" for one in (*wrong, *missing))
        raise ModelError(
            "model-damaged",
            f"The model '{name}' is damaged: {text} is not what was installed. Your recordings are not affected.",
            "Remove it and get it again.",
        )
    return Verdict(tuple(files), bool(expected))


def _expected(name: str, entries: Sequence[Entry]) -> tuple[list[Path], dict[str, str]]:
    """Files of a model that are there, and the hashes that they should have, by name."""
    for entry in entries:
        if entry.name == name and entry.bundled:
            return [resource("models", entry.bundled)], {entry.bundled: entry.bundled_sha256}
    _check_name(name)
    folder = models_folder()
    main = folder / (name + MAIN)
    if not main.is_file():
        raise not_installed(name)
    record = read_record(folder, name)
    if record is None:
        return files_of(main), {}
    paths = [folder / file.file for file in record.files]
    return [path for path in paths if path.is_file()], {file.file: file.sha256 for file in record.files}


def remove(name: str, entries: Sequence[Entry] | None = None) -> int:
    """Remove a model, and what an unfinished download left of it; the accepted licence stays accepted.

    Returns:
        Bytes that are free now.

    Raises:
        ModelError: "model-missing" when there is nothing of it.
        AudioSepError: "model-bundled", "folder-read-only", or "model-in-use" where the system holds on to the file.
    """
    entries = read_catalogue() if entries is None else entries
    entry = next((one for one in entries if one.name == name), None)
    if entry is not None and entry.bundled:
        raise AudioSepError("model-bundled", f"'{entry.title}' is part of the program and stays.")
    _check_name(name)
    folder, freed = models_folder(), 0
    downloads = downloads_folder()
    try:
        with failures.told(folder):
            # The main file first: half a model must not look like one.
            for path in (*(folder / (name + end) for end in (MAIN, *BESIDE)), record_path(folder, name)):
                with contextlib.suppress(FileNotFoundError):
                    size = path.stat().st_size
                    path.unlink()
                    freed += size
            shutil.rmtree(staging_folder(name), ignore_errors=True)  # of an import that was killed
            if entry is not None and entry.checkpoint is not None:
                freed += forget(entry.checkpoint, downloads)
            if entry is not None and entry.words is not None:
                freed += forget(entry.words, downloads)
    except AudioSepError as error:
        if error.code == "folder-read-only" and (folder / (name + MAIN)).exists():
            raise AudioSepError(
                "model-in-use",
                f"The system does not let go of the files of '{name}'; a program may be using them. They were left.",
                "Choose another model, wait a moment and try again.",
            ) from error
        raise
    if not freed:
        raise not_installed(name)
    return freed


def _check_name(name: str) -> None:
    """A name is one file's name: nothing outside of the folder is meant."""
    if Path(name).name != name or not name:
        raise not_installed(name)


def not_installed(name: str) -> ModelError:
    """There is no such model here."""
    return ModelError(
        "model-missing", f"The model '{name}' is not installed.", "See what there is with: audiosep models list"
    )
