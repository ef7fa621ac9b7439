"""`audiosep words`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, phases, say, stoppable


@app.command()
def words(
    data: Annotated[list[Path], typer.Option("--data", help="What the model was trained on; may be repeated.")],
    config: Annotated[str, typer.Option("--config", help="Recipe that it was trained by.")] = "starter",
    output: Annotated[Path, typer.Option("-o", "--output", help="The file.")] = Path("model.words.safetensors"),
) -> None:
    """Write down the words that a model was trained on, as `audiosep train` does at its end.

    Beside the model's file, as NAME.words.safetensors, they draw other words towards what it knows.
    """
    with boundary(as_json=False) as cancel:
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.training.prepare import prepare
        from audiosep_core.training.recipe import find_recipe
        from audiosep_core.training.words import known_words, save_words

        with stoppable(cancel), phases() as begin:
            prepared = prepare(find_recipe(config), data, cache_folder(), None, begin, cancel)
        known = known_words(prepared.vocabulary, prepared.conditions)
        save_words(output, known)
        say(f"{len(known.labels)} sounds, {len(known.phrases)} phrases.")
        print(output)
