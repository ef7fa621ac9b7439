"""`audiosep train-hearing`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, phases, progress, say, stoppable


@app.command()
def train_hearing(
    data: Annotated[
        list[Path],
        typer.Option(
            "--data", "--root", help="A manifest (or its folder) or a folder with one folder a label; may be repeated."
        ),
    ],
    config: Annotated[str, typer.Option(help="The shipped recipe (hearing) or the path of a TOML file.")] = "hearing",
    output: Annotated[Path, typer.Option("-o", "--output", help="Checkpoint, log and model.")] = Path("runs/hearing"),
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps.", min=1)] = None,
    checkpoint_every: Annotated[int, typer.Option(help="Steps between checkpoints.", min=1)] = 100,
    judge_every: Annotated[int, typer.Option(help="Steps between figures on what was held out.", min=1)] = 250,
) -> None:
    """Train the network that hears what is there, on the CPU; run the same command again to resume."""
    with boundary(as_json=False) as cancel:
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.training.hearing.recipe import find_hearing_recipe
        from audiosep_core.training.hearing.run import train_hearing as run

        recipe = find_hearing_recipe(config)
        with stoppable(cancel), phases() as tell, progress("Training", as_json=False) as show:
            trained = run(
                recipe, data, output, cache_folder(),
                steps=steps, checkpoint_every=checkpoint_every, judge_every=judge_every,
                on_phase=tell, on_progress=show, cancel=cancel,
            )  # fmt: skip
        say(f"{trained.clips} clips, {trained.held_out} held out, {len(trained.findings)} left out or resampled.")
        if trained.heard is not None:
            say(f"Held out: recall at 5 {trained.heard.recall:.0%}, area under the ROC {trained.heard.area:.3f}.")
        print(trained.model)
