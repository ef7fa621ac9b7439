"""Getting a model by name: licence, room, download, check, import. Started again, it goes on where it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.library import failures, licences
from audiosep_core.library.arrival import MAIN, Importer, OnStep, Origin, Step, arrive
from audiosep_core.library.catalogue import Entry, find_entry
from audiosep_core.library.hub import Hub, fetch
from audiosep_core.library.one_at_a_time import only_one
from audiosep_core.library.part import forget, here
from audiosep_core.library.paths import downloads_folder, models_folder

SPARE = 100_000_000
"""Bytes that stay free on the disk: the system needs some too."""


def free_space(folder: Path) -> int:
    """Bytes that are free where `folder` is."""
    return shutil.disk_usage(folder).free


def pull(
    name: str,
    importer: Importer,
    *,
    hub: Hub | None = None,
    entries: Sequence[Entry] | None = None,
    consent: licences.Consent = licences.nobody_asked,
    on_step: OnStep = lambda _: None,
    cancel: CancelToken | None = None,
    free: Callable[[Path], int] = free_space,
) -> Path:
    """Install a model of the catalogue; one that is installed already is left as it is.

    Args:
        name: Its name in the catalogue.
        importer: Turns the checkpoint into the program's own files.
        hub: Where to ask; the hub that the environment names when it is not given.
        entries: The catalogue, when it is not the shipped one.
        consent: Asked once a model whether its licence is accepted.
        on_step: Told how far it is, at every piece that comes.
        cancel: Stops it; what came is kept for the next time.
        free: Bytes free where a folder is.

    Returns:
        Path of the model's main file.

    Raises:
        AudioSepError: it cannot be had, in words for a person (audiosep_core.library.failures).
        Cancelled: the token was set.
    """
    entry = find_entry(name, entries)
    cancel = cancel or CancelToken()
    hub = hub or Hub()
    if entry.checkpoint is None:
        raise AudioSepError("model-bundled", f"'{entry.title}' comes with the program. There is nothing to download.")
    folder = usable(models_folder)
    downloads = usable(downloads_folder)
    with failures.told(folder):
        licences.require(entry, consent)
    with failures.told(folder), only_one(downloads / f"{name}.lock", lambda: on_step(Step("waiting")), cancel):
        target = folder / (name + MAIN)
        if target.is_file():
            # Of an import that was cut off at its very end.
            forget(entry.checkpoint, downloads)
            if entry.words is not None:
                forget(entry.words, downloads)
            return target
        _check_room(entry, folder, downloads, free)
        tokenizer = fetch_tokenizer(entry, folder, downloads, hub, cancel)
        words = fetch_words(entry, downloads, hub, cancel)
        total = entry.checkpoint.size
        checkpoint = fetch(
            entry.checkpoint, downloads, hub, lambda phase, have: on_step(Step(phase, have, total)), cancel
        )
        source = entry.checkpoint.sources[0]
        origin = Origin(f"{source.repo}@{source.revision}: {source.path}", entry.checkpoint.sha256)
        path = arrive(checkpoint, origin, name, folder, importer, on_step, cancel, tokenizer, words)
        checkpoint.unlink(missing_ok=True)
        if words is not None:
            words.unlink(missing_ok=True)
        return path


def usable(make: Callable[[], Path]) -> Path:
    """A folder of ours, which is made when it is first asked for.

    Raises:
        AudioSepError: "disk-full" or "folder-read-only".
    """
    try:
        return make()
    except OSError as error:
        with failures.told(Path(error.filename or "")):
            raise


def _check_room(entry: Entry, folder: Path, downloads: Path, free: Callable[[Path], int]) -> None:
    """Before the first byte: the rest of the download and what is made of it lie side by side for a while."""
    assert entry.checkpoint is not None
    needed = entry.checkpoint.size - here(entry.checkpoint, downloads) + entry.imported_size + SPARE
    there = free(folder)
    if there < needed:
        raise failures.no_room(folder, needed, there)


def fetch_tokenizer(entry: Entry, folder: Path, downloads: Path, hub: Hub, cancel: CancelToken) -> list[Path]:
    """An entry's tokenizer files in the models folder; those that are missing are downloaded.

    They are a megabyte, so nothing is told of their progress.

    Raises:
        AudioSepError: they cannot be had.  Cancelled.
    """
    paths = []
    for file in entry.tokenizer:
        target = folder / file.file
        if not target.is_file():
            fetch(file, downloads, hub, lambda _phase, _have: None, cancel).replace(target)
        paths.append(target)
    return paths


def fetch_words(entry: Entry, downloads: Path, hub: Hub, cancel: CancelToken) -> Path | None:
    """An entry's words in the downloads folder, None where it has none. They are a few megabytes.

    Raises:
        AudioSepError: they cannot be had.  Cancelled.
    """
    return fetch(entry.words, downloads, hub, lambda _phase, _have: None, cancel) if entry.words else None
