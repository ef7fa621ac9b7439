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
    """Write the weighted mean of several trainings of one network, with the words of all beside it."""
    if len(models) != len(share) or min(share) <= 0:
        raise typer.BadParameter("give one positive --share for each model")
    with boundary(as_json=False):
        from audiosep_core.library.arrival import WORDS
        from audiosep_core.library.registry import find_model
        from audiosep_core.model.average import average as write
        from audiosep_core.training.words import save_words, words_of_all

        paths = [find_model(model) for model in models]
        words = words_of_all(paths)
        write(paths, share, output)
        if words is not None:
            save_words(output.with_suffix(WORDS), words)
        else:
            output.with_suffix(WORDS).unlink(missing_ok=True)  # of a former file of that name
        print(output)
