"""A model file that the person has already: from a browser, a colleague, an earlier installation."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled, ModelError
from audiosep_core.library import failures, licences
from audiosep_core.library.arrival import BESIDE, MAIN, WORDS, Importer, OnStep, Origin, Step, arrive
from audiosep_core.library.catalogue import Entry, read_catalogue
from audiosep_core.library.hub import Hub
from audiosep_core.library.one_at_a_time import only_one
from audiosep_core.library.part import hash_file
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.pull import SPARE, fetch_tokenizer, fetch_words, free_space, usable

logger = logging.getLogger(__name__)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}")


def known_as(
    source: Path, entries: Sequence[Entry], on_step: OnStep = lambda _: None, cancel: CancelToken | None = None
) -> Entry | None:
    """The entry whose checkpoint this file is, whatever it is called; None when it is none.

    Raises:
        ModelError: there is no such file.  Cancelled.
    """
    _check_file(source)
    size = source.stat().st_size
    fitting = [entry for entry in entries if entry.checkpoint and entry.checkpoint.size == size]
    if not fitting:
        return None

    def show(have: int) -> None:
        if cancel is not None:
            cancel.raise_if_set()
        on_step(Step("checking", have, size))

    digest = hash_file(source, show)
    return next((entry for entry in fitting if entry.checkpoint and entry.checkpoint.sha256 == digest), None)


def import_file(
    source: Path,
    importer: Importer,
    *,
    name: str = "",
    hub: Hub | None = None,
    entries: Sequence[Entry] | None = None,
    consent: licences.Consent = licences.nobody_asked,
    on_step: OnStep = lambda _: None,
    cancel: CancelToken | None = None,
    free: Callable[[Path], int] = free_space,
) -> Path:
    """Install a file; it stays where it is. A published checkpoint takes its own name.

    Args:
        source: The file.
        importer: Turns it into the program's own files.
        name: What to call it; of its file name when it is not given.
        hub: Where to ask for the tokenizer of a published model that has none beside it.
        entries: The catalogue, when it is not the shipped one.
        consent: Asked whether the licence is accepted, when the file is a published checkpoint.
        on_step: Told how far it is.
        cancel: Stops it; nothing stays of it.
        free: Bytes free where a folder is.

    Returns:
        Path of the model's main file.

    Raises:
        ModelError: it is no model that can be used.
        AudioSepError: the name is taken, the licence was not accepted, no room.  Cancelled.
    """
    cancel = cancel or CancelToken()
    entries = read_catalogue() if entries is None else entries
    on_step(Step("checking"))
    known = known_as(source, entries, on_step, cancel)
    name = name or (known.name if known else _name_of(source))
    _check_name(name, known, entries)
    folder = usable(models_folder)
    with failures.told(folder):
        if known is not None:
            licences.require(known, consent)
        downloads = usable(downloads_folder)
        with only_one(downloads / f"{name}.lock", lambda: on_step(Step("waiting")), cancel):
            target = folder / (name + MAIN)
            if target.exists():
                raise AudioSepError(
                    "name-taken",
                    f"There is a model '{name}' already. It was left as it is.",
                    "Remove it first, or choose another name.",
                )
            needed, there = source.stat().st_size + SPARE, free(folder)
            if there < needed:
                raise failures.no_room(folder, needed, there)
            hub = hub or Hub()
            tokenizer = _tokenizer(known, source, folder, downloads, hub, cancel)
            words = _words(known, source, downloads, hub, cancel)
            origin = Origin(source.name, known.checkpoint.sha256 if known and known.checkpoint else "")
            path = arrive(source, origin, name, folder, importer, on_step, cancel, tokenizer, words)
            if words is not None:
                words.unlink(missing_ok=True)
            return path


def _tokenizer(
    known: Entry | None, source: Path, folder: Path, downloads: Path, hub: Hub, cancel: CancelToken
) -> list[Path]:
    """What a published model's words need: beside the file, in the models folder, from the hub, or later."""
    if known is None:
        return []
    beside = [source.parent / file.file for file in known.tokenizer]
    if all(path.is_file() for path in beside):
        return beside
    try:
        return fetch_tokenizer(known, folder, downloads, hub, cancel)
    except Cancelled:
        raise
    except AudioSepError as error:  # the model looks for it again when it is loaded, and says what is missing
        logger.info("no tokenizer yet: %s", error.message)
        return []


def _words(known: Entry | None, source: Path, downloads: Path, hub: Hub, cancel: CancelToken) -> Path | None:
    """The words of a model of the catalogue, from the hub; None where it has none or they lie beside the file."""
    if known is None or source.with_name(source.stem + WORDS).is_file():
        return None
    try:
        return fetch_words(known, downloads, hub, cancel)
    except Cancelled:
        raise
    except AudioSepError as error:  # it can be asked without, only less freely
        logger.warning("its words cannot be had: %s", error.message)
        return None


def _check_file(source: Path) -> None:
    if not source.is_file():
        raise ModelError("model-missing", f"There is no file '{source}'.", "Check the path.")


def _check_name(name: str, known: Entry | None, entries: Sequence[Entry]) -> None:
    if not _NAME.fullmatch(name) or (name + MAIN).endswith(BESIDE):
        raise AudioSepError(
            "name-unusable",
            f"A model cannot be called '{name}'. Nothing was changed.",
            "Use letters, digits, '.', '-' and '_'.",
        )
    if any(entry.name == name for entry in entries) and (known is None or known.name != name):
        raise AudioSepError(
            "name-taken",
            f"'{name}' is the name of a published model, and this file is another one. Nothing was changed.",
            "Choose another name.",
        )


def _name_of(source: Path) -> str:
    """A name for a file: its own without suffix, with "-" for what names may not hold."""
    text = re.sub(r"[^A-Za-z0-9._-]+", "-", source.stem).strip("-._")[:62]
    return text or "model"
