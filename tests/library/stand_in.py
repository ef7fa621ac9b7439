"""A model of nothing: its bytes, its entry in a catalogue, its places on a hub, and what a conversion makes of it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from audiosep_core.cancel import CancelToken
from audiosep_core.library.catalogue import Entry, HubFile, Source
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.types import Progress

CONTENT = random.Random(0).randbytes(1_000_003)
VOCAB = b'{"<s>": 0}' * 50
PLACE = "spaces/lab/stand-in/resolve/0123abc/checkpoint/stand-in.ckpt"
MIRROR = "other/stand-in/resolve/main/stand-in.ckpt"
VOCAB_PLACE = "lab/words/resolve/0123abc/vocab.json"


def described(content: bytes, name: str, *sources: Source) -> HubFile:
    return HubFile(name, len(content), hashlib.sha256(content).hexdigest(), sources)


ENTRY = Entry(
    name="stand-in",
    title="Stand-in",
    good_for="Tests.",
    licence="CC0",
    caveat="Of no use.",
    checkpoint=described(
        CONTENT,
        "stand-in.ckpt",
        Source("lab/stand-in", "space", "checkpoint/stand-in.ckpt", "0123abc"),
        Source("other/stand-in", "model", "stand-in.ckpt", "main"),
    ),
    tokenizer=(described(VOCAB, "vocab.json", Source("lab/words", "model", "vocab.json", "0123abc")),),
    imported_size=1_000_000,
)
ONE_SOURCE = replace(ENTRY, checkpoint=replace(ENTRY.checkpoint, sources=ENTRY.checkpoint.sources[:1]))


def copy_importer(
    source: Path, folder: Path, name: str, on_progress: Callable[[Progress], None], cancel: CancelToken
) -> Path:
    """Writes what a conversion writes: two files, the halves of the source."""
    content = source.read_bytes()
    on_progress(Progress(0, 2))
    cancel.raise_if_set()
    (folder / f"{name}.audio.safetensors").write_bytes(content[len(content) // 2 :])
    on_progress(Progress(1, 2))
    path = folder / f"{name}.safetensors"
    path.write_bytes(content[: len(content) // 2])
    on_progress(Progress(2, 2))
    return path


def installed() -> bytes:
    """What the two files of the stand-in hold."""
    folder = models_folder()
    return b"".join((folder / f"stand-in{end}").read_bytes() for end in (".safetensors", ".audio.safetensors"))


def part() -> Path:
    """Where the checkpoint lies while it comes."""
    assert ENTRY.checkpoint is not None
    return downloads_folder() / f"{ENTRY.checkpoint.sha256[:16]}-stand-in.ckpt.part"


def left_in_downloads() -> list[str]:
    """What is there besides locks."""
    return sorted(path.name for path in downloads_folder().iterdir() if path.suffix != ".lock")
