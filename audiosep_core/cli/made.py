"""`audiosep make-sounds`."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, progress, stoppable, warn
from audiosep_core.errors import AudioSepError


@app.command()
def make_sounds(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the clips and their manifest.csv.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same sounds.", min=0)] = 0,
    amount: Annotated[float, typer.Option(help="How much; 1 is about four hours of sound.")] = 1.0,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind, for example speech; may be repeated. Without it, all.")
    ] = None,
) -> None:
    """Make voices, instruments and everyday sounds to train with; run it again to go on. Needs the extra `train`."""
    with boundary(as_json=False) as cancel:
        try:
            import scipy.signal  # noqa: F401
        except ImportError:
            raise AudioSepError(
                "extra-missing",
                "Making sounds needs packages that are not installed.",
                "Install them with: pip install 'audiosep-desktop[train]'",
            ) from None
        from audiosep_core.training.made import make_sounds as make

        with stoppable(cancel), _warnings_told(), progress("Making sounds", as_json=False) as show:
            path = make(output, seed, amount=amount, kinds=kind, on_progress=show, cancel=cancel)
        print(path)


@contextlib.contextmanager
def _warnings_told() -> Iterator[None]:
    """What the library logs as a warning is told to the person."""

    class Teller(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warn(record.getMessage())

    log, teller = logging.getLogger("audiosep_core.training.made"), Teller(logging.WARNING)
    before, log.propagate = log.propagate, False
    log.addHandler(teller)
    try:
        yield
    finally:
        log.removeHandler(teller)
        log.propagate = before
