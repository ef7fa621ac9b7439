"""What a model file is, by what it holds and not by what it is called."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.model.checkpoint import clap_keys, resunet_keys
from audiosep_core.model.checkpoint.archive import AGAIN, Archive, load_tensors, look_into, tensors_only

_OURS = "audiosep_base_4M_steps.ckpt"
_NEXT = f"Get {_OURS} itself, for example with: audiosep models pull audiosep-base"
_BEGINNING = 512


class Kind(Enum):
    """Files that this program can load."""

    OWN = "a model file of this program"
    LIGHTNING = "an AudioSep checkpoint"
    FLAT = "AudioSep's tensors without a training state"


def recognise(path: Path) -> Kind:
    """Kind of a model file. Of an archive the names are read, nothing is loaded.

    Raises:
        ModelError: the file is missing, or nothing that can be loaded: the message says what it is instead.
    """
    return _recognise(path)[0]


def read_published(path: Path) -> dict[str, Tensor]:
    """State dict of a published checkpoint, memory-mapped, its keys not yet checked.

    Raises:
        ModelError: as `recognise` and `load_tensors`.
    """
    kind, archive = _recognise(path)
    if archive is None:
        raise ModelError("model-unknown", f"'{path.name}' is not a published checkpoint.")
    content = load_tensors(archive)
    return tensors_only(path, content.get("state_dict") if kind is Kind.LIGHTNING else content)


def _recognise(path: Path) -> tuple[Kind, Archive | None]:
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except FileNotFoundError:
        raise ModelError(
            "model-missing", f"There is no model file '{path.name}'.", "See the models with: audiosep models list"
        ) from None
    except OSError as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read: {error.strerror or error}.") from None
    if beginning[:4] == b"PK\x03\x04":
        archive = look_into(path)
        return _kind_of(archive), archive
    if len(beginning) > 8 and beginning[8:9] == b"{" and int.from_bytes(beginning[:8], "little") <= path.stat().st_size:
        return Kind.OWN, None
    raise _stranger(path, beginning)


def _kind_of(archive: Archive) -> Kind:
    network, query = archive.holds(resunet_keys.PREFIX), archive.holds(clap_keys.PREFIX)
    if network and query:
        return Kind.LIGHTNING if "state_dict" in archive.names else Kind.FLAT
    hint = _NEXT
    if network:
        what = "is AudioSep's separation network without its text encoder"
    elif query:
        what = "is AudioSep's text encoder without its separation network"
    elif archive.holds("base.encoder_block1."):
        what = "is a ResUNet without a query encoder"
    elif any("text_branch." in key or "audio_branch." in key for key in archive.names):
        what = "is a CLAP checkpoint"
    elif archive.holds("network.film."):
        what = "is a training state of this program"
        hint = "Use the .safetensors file that the training wrote beside it."
    else:
        what = "is a PyTorch file of something else"
    raise ModelError("model-unknown", f"'{archive.path.name}' {what}; AudioSep's is {_OURS}.", hint)


def _stranger(path: Path, beginning: bytes) -> ModelError:
    text = beginning.lstrip().lower()
    if not beginning:
        what = "is empty"
    elif text.startswith(b"version https://git-lfs"):
        what = "is only a pointer of Git LFS to a model, a few lines of text"
    elif text.startswith((b"<!doctype", b"<html", b"<?xml")):
        what = "is a web page: what was saved is the page about the model"
    elif beginning[:1] == b"\x80":
        # Older than the archive format (PyTorch 1.6): cannot be mapped, and may run what it likes when loaded.
        message = f"'{path.name}' is a bare pickle: loading it could run a program, so it was not loaded."
        return ModelError("model-refused", message, _NEXT)
    else:
        return ModelError("model-damaged", f"'{path.name}' could not be read as a model.", AGAIN)
    return ModelError("model-damaged", f"'{path.name}' {what}.", _NEXT)
