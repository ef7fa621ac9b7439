"""The commands' parent: every command of `audiosep` hangs itself on `app`."""

from __future__ import annotations

from enum import StrEnum

import typer

_HELP = """The command line `audiosep`: a stable contract for scripts and bug reports.

Exit codes: 0 done, 1 an error a person can read (on stderr, or as JSON with --json), 2 usage, 130 Ctrl+C.
"""

app = typer.Typer(help=_HELP, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class DeviceChoice(StrEnum):
    """Where the network runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"
