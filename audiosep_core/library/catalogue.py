"""The models that can be had: resources/models/registry.toml, read and checked."""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from audiosep_core.errors import ModelError
from audiosep_core.library.paths import models_folder
from audiosep_core.library.resources import resource

logger = logging.getLogger(__name__)

REGISTRY = "registry.toml"

RepoType = Literal["model", "space", "dataset"]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Source:
    """A place on the hub where a file lies."""

    repo: str
    repo_type: RepoType
    path: str
    revision: str


@dataclass(frozen=True)
class HubFile:
    """A file that can be downloaded. Every source holds the same bytes; they are tried in order.

    Attributes:
        file: Its name here.
        size: Bytes.
        sha256: What it must hash to, lower-case hex.
        sources: Where it lies, mirrors last.
    """

    file: str
    size: int
    sha256: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Entry:
    """A model known by name.

    Attributes:
        name: What `--model` takes.
        title: What a person reads.
        good_for: What it is good for, a sentence or two.
        licence: Licence of the weights.
        caveat: What is unclear about the licence, or "".
        page: Where its authors describe it, or "".
        bundled: File in resources/models when it comes with the program, else "".
        bundled_size: Bytes of that file.
        bundled_sha256: Its hash.
        checkpoint: What is downloaded and then imported; None when it is bundled.
        words: The words that it was trained on, None where nobody wrote them down or it is bundled.
        tokenizer: What its words need besides.
        imported_size: About how many bytes it takes once it is imported.
    """

    name: str
    title: str
    good_for: str
    licence: str
    caveat: str = ""
    page: str = ""
    bundled: str = ""
    bundled_size: int = 0
    bundled_sha256: str = ""
    checkpoint: HubFile | None = None
    words: HubFile | None = None
    tokenizer: tuple[HubFile, ...] = ()
    imported_size: int = 0

    @property
    def download_size(self) -> int:
        """Bytes of the checkpoint, 0 when nothing is downloaded."""
        return self.checkpoint.size if self.checkpoint else 0

    @property
    def needs_consent(self) -> bool:
        """Whether its licence is shown and accepted before the first download."""
        return self.checkpoint is not None


def read_catalogue() -> tuple[Entry, ...]:
    """The shipped entries, then those of the person's own `registry.toml` in the models folder.

    Own entries are written like the shipped ones and may not take their names; a file of them that makes no sense is
    told in the log and left out, so that nobody is locked out of the models that work.

    Raises:
        ModelError: the shipped file cannot be read or does not say what it must.
    """
    entries = read_entries(resource("models", REGISTRY))
    own = _own_registry()
    if own is not None:
        try:
            names = {entry.name for entry in entries}
            entries += tuple(entry for entry in read_entries(own) if entry.name not in names)
        except ModelError as error:
            logger.warning("%s %s", error.message, error.hint)
    return entries


def _own_registry() -> Path | None:
    try:
        path = models_folder() / REGISTRY
    except OSError:  # no folder, no file
        return None
    return path if path.is_file() else None


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Entries of one registry file, in its order. What did not change since it was read is not read again.

    Raises:
        ModelError: it cannot be read or does not say what it must.
    """
    try:
        about = path.stat()
        return _read(path, (about.st_mtime_ns, about.st_size, about.st_ino))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            "registry-damaged", f"The list of models in '{path}' cannot be read: {error}.", "Mend or remove it."
        ) from error


@lru_cache(maxsize=8)
def _read(path: Path, _stamp: tuple[int, int, int]) -> tuple[Entry, ...]:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    tokenizers = {str(one["name"]): tuple(_file(part) for part in one["part"]) for one in _tables(raw, "tokenizer")}
    entries = tuple(_entry(one, tokenizers) for one in _tables(raw, "model"))
    if len({entry.name for entry in entries}) < len(entries):
        raise ValueError("two models of one name")
    return entries


def find_entry(name: str, entries: Sequence[Entry] | None = None) -> Entry:
    """The entry of that name.

    Raises:
        ModelError: there is none.
    """
    entries = read_catalogue() if entries is None else entries
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries if entry.checkpoint)
    raise ModelError("model-unknown", f"There is no model '{name}' to download.", f"What there is: {known}.")


def _tables(raw: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return [dict(table) for table in raw.get(key, [])]


def _entry(raw: Mapping[str, Any], tokenizers: Mapping[str, tuple[HubFile, ...]]) -> Entry:
    checkpoint = raw.get("checkpoint")
    bundled = str(raw.get("bundled", ""))
    if bool(bundled) == bool(checkpoint):
        raise ValueError(f"{raw['name']}: either bundled or with a checkpoint")
    return Entry(
        name=_plain(raw["name"]),
        title=str(raw["title"]),
        good_for=str(raw["good_for"]),
        licence=str(raw["licence"]),
        caveat=str(raw.get("caveat", "")),
        page=str(raw.get("page", "")),
        bundled=_plain(bundled) if bundled else "",
        bundled_size=_bytes(raw["size"]) if bundled else 0,
        bundled_sha256=_sha256(raw["sha256"]) if bundled else "",
        checkpoint=_file(checkpoint) if checkpoint else None,
        words=_file(raw["words"]) if checkpoint and "words" in raw else None,
        tokenizer=tokenizers[raw["tokenizer"]] if "tokenizer" in raw else (),
        imported_size=_bytes(raw["imported_size"]) if checkpoint else 0,
    )


def _file(raw: Mapping[str, Any]) -> HubFile:
    sources = tuple(_source(one) for one in raw["source"])
    if not sources:
        raise ValueError(f"{raw['file']}: no source")
    return HubFile(_plain(raw["file"]), _bytes(raw["size"]), _sha256(raw["sha256"]), sources)


def _source(raw: Mapping[str, Any]) -> Source:
    kind = str(raw["repo_type"])
    if kind not in get_args(RepoType):
        raise ValueError(f"repo_type '{kind}'")
    return Source(str(raw["repo"]), cast(RepoType, kind), str(raw["path"]), str(raw["revision"]))


def _plain(value: Any) -> str:
    """A name that is one file's name and nothing else, on every system."""
    if not isinstance(value, str) or not _FILE_NAME.fullmatch(value):
        raise ValueError(f"'{value}' is not a plain name")
    return value


def _bytes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise ValueError(f"'{value}' is not a size")
    return value


def _sha256(value: Any) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise ValueError(f"'{value}' is not a sha256")
    return value
