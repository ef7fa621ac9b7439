"""A tower of CLAP: a module of transformers, filled from published tensors. Nothing is looked up on a hub."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor, nn

from audiosep_core.errors import ModelError
from audiosep_core.model.checkpoint.key_table import KeyTable, fill

EMBEDDING_SIZE = 512


def filled_module(
    file: str,
    module: nn.Module,
    table: KeyTable,
    state: Mapping[str, Tensor],
    indices: Mapping[str, Tensor],
    *,
    finite: bool,
) -> nn.Module:
    """Fill a module that was built on the meta device; its weights may stay in the file's own memory.

    Args:
        file: The file's name, for errors.
        module: From transformers, without memory of its own.
        table: Which published tensor goes where.
        state: Published tensors.
        indices: Buffers of the module that follow from its architecture.
        finite: The tensors are known to be finite.

    Raises:
        ModelError: a tensor does not fit, or transformers' names have changed.
    """
    like = module.state_dict()
    if like.keys() != table.sources.keys() | table.optional.keys() | indices.keys():
        raise ModelError(
            "library-unfit",
            "The installed transformers library builds CLAP in a way that this program does not know.",
            "Install the version that this program was tested with: see pyproject.toml.",
        )
    module.load_state_dict({**fill(file, table, state, like, finite=finite), **indices}, strict=True, assign=True)
    return module.requires_grad_(False).eval()
