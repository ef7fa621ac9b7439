"""The commands' parent: every command of `audiosep` hangs itself on `app`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from audiosep_core import __version__

_HELP = """The command line `audiosep`: a stable contract for scripts and bug reports.

Exit codes: 0 done, 1 an error a person can read (on stderr, or as JSON with --json), 2 usage, 130 Ctrl+C.
"""

app = typer.Typer(help=_HELP, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


def _tell_version(wanted: bool) -> None:
    if wanted:
        print(f"audiosep {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


class DeviceChoice(StrEnum):
    """Where the network runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"
