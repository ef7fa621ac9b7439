"""`audiosep average`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import app
from audiosep_core.console import boundary


@app.command()
def average(
    models: Annotated[list[str], typer.Argument(help="Names or paths, of one layout, trained on from one another.")],
    share: Annotated[list[float], typer.Option("--share", help="Of each model, in the same order.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The new model's file.")],
) -> None:
    """Write the weighted mean of several trainings of one network: often better than each of them."""
    if len(models) != len(share) or min(share) <= 0:
        raise typer.BadParameter("give one positive --share for each model")
    with boundary(as_json=False):
        from audiosep_core.library.registry import find_model
        from audiosep_core.model.average import average as write

        write([find_model(model) for model in models], share, output)
        print(output)
