"""A published checkpoint turned into files of this program, once: they are mapped at the next start, not unpickled."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from audiosep_core.audio.names import safe_name
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import ModelError
from audiosep_core.library.arrival import BESIDE, MAIN, WORDS
from audiosep_core.library.paths import models_folder
from audiosep_core.model.checkpoint.clap_keys import audio_table, text_table
from audiosep_core.model.checkpoint.key_table import KeyTable, fill
from audiosep_core.model.checkpoint.recognise import Kind, recognise
from audiosep_core.model.checkpoint.resunet_keys import resunet_table
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import (
    AUDIO_FORMAT,
    FORMAT,
    TOKENIZER,
    audio_file,
    empty_network,
    in_precision,
    load_network,
    read_companions,
    read_facts,
    read_prefixed,
    save_tensors,
)
from audiosep_core.model.loaded import published_state
from audiosep_core.model.tokenizer import find_tokenizer
from audiosep_core.types import OnProgress, Progress, ignore_progress

_STEPS = 3


def import_checkpoint(
    source: Path,
    folder: Path,
    name: str,
    *,
    half: bool = False,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> Path:
    """Convert a published checkpoint to safetensors in a folder; `source` stays as it is.

    `NAME.safetensors` holds the network and the text tower, and roberta-base's tokenizer where it lies beside the
    source or in the folder (each also in a folder `tokenizer`); `NAME.audio.safetensors` holds the audio tower.
    Files of that name are replaced; each arrives as a whole or not at all, the model's own last. A model file of this
    program is copied with what lies beside it: its audio tower, and `NAME.words.safetensors`.

    Args:
        source: The checkpoint, recognised by what it holds.
        folder: Where the files go; it is there.
        name: Name of the model, usable as a file's name.
        half: Store matrices and kernels in half precision (norms and biases keep theirs): half the size, and stems
            that differ by about -60 dB.
        on_progress: Called after each of a few steps.
        cancel: Stops between two steps; nothing is left behind.

    Returns:
        `folder / "NAME.safetensors"`.

    Raises:
        ModelError: the source is nothing that can be imported, the name cannot be used, or the disk is full.
        Cancelled: the token was set.
    """
    if name != safe_name(name) or f"{name}{MAIN}".endswith(BESIDE):
        raise ModelError("name-invalid", f"A model cannot be called '{name}'.", "Use letters, digits, - and _.")
    target = folder / f"{name}{MAIN}"
    try:
        if recognise(source) is Kind.OWN:
            return _copy(source, target, half)
        return _convert(source, target, half, on_progress, cancel or CancelToken())
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = "the disk is full" if full else str(error.strerror or error)
        raise ModelError(
            "disk-full" if full else "model-not-written",
            f"The model could not be written to '{folder}': {reason}. '{source.name}' is as it was.",
            "Make room and try again." if full else "Choose another folder, or check its permissions.",
        ) from error


def _convert(source: Path, target: Path, half: bool, on_progress: OnProgress, cancel: CancelToken) -> Path:
    cancel.raise_if_set()
    state = published_state(source)
    config = ModelConfig()
    network = fill(source.name, resunet_table(), state, empty_network(config).state_dict())
    on_progress(Progress(1, _STEPS))
    cancel.raise_if_set()
    # Both files carry it, so that an import that was cut off between them is noticed.
    origin = secrets.token_hex(16)
    precision = torch.float16 if half else torch.float32
    audio = in_precision(_part(state, audio_table()), precision)
    save_tensors(audio_file(target), audio, {"format": AUDIO_FORMAT, "origin": origin})
    on_progress(Progress(2, _STEPS))
    cancel.raise_if_set()
    tensors = {
        **in_precision({**network, **_part(state, text_table())}, precision),
        **_tokenizer((source.parent, target.parent)),
    }
    facts = {"origin": origin, "imported": source.name, "precision": "float16" if half else "float32"}
    save_tensors(target, tensors, {"format": FORMAT, "config": config.to_json(), **facts})
    on_progress(Progress(3, _STEPS))
    return target


def _part(state: Mapping[str, Tensor], table: KeyTable) -> dict[str, Tensor]:
    """Published tensors that a table reads, under their published names."""
    return {name: state[name] for name in {*table.needed, *table.optional.values()} if name in state}


def companions(path: Path) -> dict[str, Tensor]:
    """What a model has beside its network, ready for a model file of this program: its text tower and tokenizer.

    Raises:
        ModelError: the file is no model.
    """
    if recognise(path) is Kind.OWN:
        return read_companions(path)
    return {**_part(published_state(path), text_table()), **_tokenizer((path.parent, models_folder()))}


def _tokenizer(folders: Sequence[Path]) -> dict[str, Tensor]:
    files = find_tokenizer(tuple(folders))
    if files is None:
        return {}
    held = {"vocabulary": files.vocabulary, "merges": files.merges}
    return {f"{TOKENIZER}{part}": torch.frombuffer(bytearray(text), dtype=torch.uint8) for part, text in held.items()}


def _copy(source: Path, target: Path, half: bool) -> Path:
    load_network(source)  # refuse what could not be used
    beside = ((source.with_name(source.stem + end), target.with_name(target.stem + end)) for end in BESIDE)
    for old, new in (*beside, (source, target)):
        if not old.is_file() or old.resolve() == new.resolve():
            continue
        if half and not old.name.endswith(WORDS):  # which are in half precision always
            tensors = in_precision(read_prefixed(old, ""), torch.float16)
            save_tensors(new, tensors, {**read_facts(old), "precision": "float16"})
            continue
        partial = new.with_name(f"{new.name}.{secrets.token_hex(4)}.part")
        try:
            shutil.copyfile(old, partial)
            partial.replace(new)
        finally:
            partial.unlink(missing_ok=True)
    return target
