"""Look into a PyTorch archive without loading it: its pickle is read as a list of opcodes, and nothing in it is run."""

from __future__ import annotations

import pickle
import pickletools
import zipfile
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.serialization import get_unsafe_globals_in_checkpoint

from audiosep_core.errors import ModelError

# The names of some thousand tensors take a few hundred kilobytes.
_LONGEST_PICKLE = 32 * 2**20
_MOST_MEMBERS = 100_000

_STRINGS = frozenset({"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE", "SHORT_BINSTRING", "BINSTRING"})

# What PyTorch's readers raise for archives that are not what they should be.
_READ_ERRORS = (
    RuntimeError, pickle.UnpicklingError, EOFError, OSError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, ArithmeticError, NotImplementedError, zipfile.BadZipFile,
)  # fmt: skip

AGAIN = "Download it again, or use another copy."


@dataclass(frozen=True)
class Archive:
    """What a PyTorch archive says of itself.

    Attributes:
        path: The file.
        names: Every string of its pickle; names of tensors and of dictionary entries are among them.
    """

    path: Path
    names: frozenset[str]

    def holds(self, prefix: str) -> bool:
        """Whether a name begins so."""
        return any(name.startswith(prefix) for name in self.names)


def look_into(path: Path) -> Archive:
    """Names in a PyTorch archive, read without unpickling.

    Raises:
        ModelError: not a whole archive, or not one that PyTorch writes.
    """
    try:
        with zipfile.ZipFile(path) as file:
            members = file.infolist()
            _check_members(path, members)
            pickles = [member for member in members if member.filename.rpartition("/")[2] == "data.pkl"]
            if len(pickles) != 1:
                raise ModelError("model-unknown", f"'{path.name}' is an archive, but not one of PyTorch's.", AGAIN)
            if pickles[0].file_size > _LONGEST_PICKLE:
                raise _odd(path)
            program = file.read(pickles[0])
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        # OSError: a place in the file that cannot be, from a damaged directory.
        raise ModelError(
            "model-damaged", f"'{path.name}' is not a whole archive: perhaps its download was cut off.", AGAIN
        ) from error
    try:
        strings = [value for op, value, _ in pickletools.genops(program) if op.name in _STRINGS]
    except (ValueError, EOFError, LookupError, TypeError, AttributeError) as error:
        raise ModelError("model-damaged", f"The list of tensors in '{path.name}' is damaged.", AGAIN) from error
    return Archive(path, frozenset(str(value) for value in strings))


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """PyTorch stores tensors as they are: whatever unpacks to more than the file itself is no model."""
    if (
        len(members) > _MOST_MEMBERS
        or any(member.compress_type != zipfile.ZIP_STORED for member in members)
        or sum(member.file_size for member in members) > path.stat().st_size
    ):
        raise _odd(path)


def _odd(path: Path) -> ModelError:
    return ModelError(
        "model-refused",
        f"'{path.name}' is packed as no model is packed, and was not unpacked.",
        "Use a file from the place where the model is published.",
    )


def load_tensors(archive: Archive) -> dict[str, object]:
    """The dictionary in an archive; its tensors stay in the file and are read when they are used (memory-mapped).

    Raises:
        ModelError: it would take more than tensors and plain values, or is damaged.
    """
    path = archive.path
    refused = ModelError(
        "model-refused",
        f"'{path.name}' holds more than tensors: loading it could run a program, so it was not loaded.",
        "Use the published file, or one in the safetensors format.",
    )
    try:
        if get_unsafe_globals_in_checkpoint(path):
            raise refused
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except ModelError:
        raise
    except pickle.UnpicklingError as error:
        raise refused from error
    except _READ_ERRORS as error:
        raise ModelError("model-damaged", f"'{path.name}' could not be read as a model.", AGAIN) from error
    if not isinstance(content, dict):
        raise ModelError("model-unknown", f"'{path.name}' is a PyTorch file, but not a checkpoint.")
    return content


def tensors_only(path: Path, content: object) -> dict[str, Tensor]:
    """A state dict, or an error that says it is none.

    Raises:
        ModelError: not a dictionary of tensors.
    """
    if not isinstance(content, dict):
        raise ModelError("model-damaged", f"'{path.name}' does not hold a dictionary of tensors.", AGAIN)
    for name, value in content.items():
        if not isinstance(name, str) or not isinstance(value, Tensor):
            raise ModelError("model-damaged", f"'{path.name}': '{name}' is not a tensor.", AGAIN)
    return dict(content)
