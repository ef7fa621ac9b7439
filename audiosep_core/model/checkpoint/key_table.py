"""Tables of key names: which tensors of a file fill which of ours, and which are known and not needed.

A published layout is such a table, not a second network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from audiosep_core.errors import ModelError

_LISTED = 20


@dataclass(frozen=True)
class Source:
    """Where one tensor of ours comes from.

    Attributes:
        names: Published keys; several are joined along their first axis.
        third: Take the first, second or third of three equal parts along the first axis (query, key, value of one
            matrix); None takes it whole.
    """

    names: tuple[str, ...]
    third: int | None = None


@dataclass(frozen=True)
class KeyTable:
    """How one part of a published checkpoint fills one of our modules.

    Attributes:
        sources: Our key to where its tensor comes from; every one has to be there.
        optional: Our key to a published key that may be missing: it counts and does not compute.
        constant: Published keys that follow from the architecture (DFT matrices, indices): not read, may be missing.
        unused: Published keys that the published network never reads: not read, may be missing.
    """

    sources: Mapping[str, Source]
    optional: Mapping[str, str]
    constant: frozenset[str]
    unused: frozenset[str]

    @property
    def needed(self) -> frozenset[str]:
        """Published keys that have to be there."""
        return frozenset(name for source in self.sources.values() for name in source.names)

    @property
    def known(self) -> frozenset[str]:
        """Published keys that are accounted for."""
        return self.needed | frozenset(self.optional.values()) | self.constant | self.unused


def check_keys(file: str, names: Iterable[str], tables: Iterable[KeyTable]) -> None:
    """Every key of a file is accounted for by one of the tables, and every needed one is there.

    Raises:
        ModelError: with the keys in its message.
    """
    names, tables = frozenset(names), tuple(tables)
    if missing := frozenset[str]().union(*(table.needed for table in tables)) - names:
        raise ModelError(
            "model-damaged",
            f"'{file}' lacks {len(missing)} tensors of the published network: {listed(missing)}.",
            "Download it again, or use another copy.",
        )
    if surplus := names - frozenset[str]().union(*(table.known for table in tables)):
        raise ModelError(
            "model-unknown",
            f"'{file}' holds {len(surplus)} tensors that the published network does not have: {listed(surplus)}.",
            "It is a checkpoint of another network; AudioSep's is audiosep_base_4M_steps.ckpt.",
        )


def fill(
    file: str, table: KeyTable, state: Mapping[str, Tensor], like: Mapping[str, Tensor], *, finite: bool = False
) -> dict[str, Tensor]:
    """Our tensors out of published ones, in float32; views of the file's memory where they can be.

    Args:
        file: The file's name, for the error.
        table: What fills what.
        state: Published key to tensor; `check_keys` has passed.
        like: Our key to a tensor of the wanted shape and kind (they may lie on the meta device).
        finite: The values are known to be finite and need not be read for that.

    Returns:
        One tensor for every key that the table fills.

    Raises:
        ModelError: a tensor has the wrong shape or kind, or is not finite.
    """
    filled = {}
    for name, source in table.sources.items():
        parts = [(published, state[published]) for published in source.names]
        wanted = like[name].shape
        rows = sum(part.shape[0] if part.ndim else 0 for _, part in parts)
        # Shapes before values: a few bytes in a file can claim a tensor of any size.
        whole = 3 * wanted[0] if source.third is not None else sum(wanted[:1])
        if any(part.shape[1:] != wanted[1:] for _, part in parts) or rows != whole:
            raise _shape_error(file, *parts[0], wanted)
        for published, part in parts:
            _check_values(file, published, part, finite)
        joined = parts[0][1] if len(parts) == 1 else torch.cat([part for _, part in parts])
        filled[name] = (joined if source.third is None else joined.chunk(3)[source.third]).to(like[name].dtype)
    for name, published in table.optional.items():
        value = state.get(published, torch.zeros(like[name].shape))
        if value.shape != like[name].shape:
            raise _shape_error(file, published, value, like[name].shape)
        _check_values(file, published, value, finite)
        filled[name] = value.to(like[name].dtype)
    return filled


def _check_values(file: str, name: str, value: Tensor, finite: bool) -> None:
    if value.is_sparse or value.is_complex() or value.is_quantized or value.device.type != "cpu":
        raise ModelError("model-damaged", f"'{file}': {name} is not an ordinary tensor.")
    if not finite and not is_finite(value):
        raise ModelError("model-damaged", f"'{file}': {name} is not finite.", "Download it again, or use another copy.")


def is_finite(value: Tensor) -> bool:
    """Whether a tensor holds no NaN and no infinity; reads it once and needs no memory of its size."""
    if not value.dtype.is_floating_point:
        return True
    # Whatever is not finite stays so in a sum; a sum of large finite values may overflow, and is looked at closely.
    # numpy's: for one pass over a few megabytes torch's threads wait for each other longer than they work.
    plain = value.detach().numpy() if value.dtype != torch.bfloat16 else value.detach().float().numpy()
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.add.reduce(plain, axis=None, dtype=np.float64 if plain.dtype == np.float64 else np.float32)
    return bool(np.isfinite(total)) or bool(np.isfinite(plain).all())


def _shape_error(file: str, name: str, value: Tensor, wanted: torch.Size) -> ModelError:
    return ModelError(
        "model-damaged",
        f"'{file}': {name} has the shape {tuple(value.shape)}, which does not fit a tensor of {tuple(wanted)}.",
        "It is a checkpoint of another size; AudioSep's is audiosep_base_4M_steps.ckpt.",
    )


def listed(names: Iterable[str]) -> str:
    """Names for an error's sentence: all of them, or the first and how many more."""
    ordered = sorted(names)
    more = f" and {len(ordered) - _LISTED} more" if len(ordered) > _LISTED else ""
    return ", ".join(ordered[:_LISTED]) + more
