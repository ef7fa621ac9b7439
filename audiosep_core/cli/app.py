"""The commands' parent: every command of `audiosep` hangs itself on `app`."""

from __future__ import annotations

from enum import StrEnum

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class DeviceChoice(StrEnum):
    """Where the network runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"
