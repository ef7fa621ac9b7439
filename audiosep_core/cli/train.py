"""`audiosep train`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, stoppable
from audiosep_core.errors import AudioSepError

if TYPE_CHECKING:
    from audiosep_core.training.recipe import Recipe


@app.command()
def train(
    config: Annotated[str, typer.Option(help="A shipped recipe ('starter') or the path of a TOML file.")],
    root: Annotated[Path, typer.Option(help="Folder with manifest.csv and the clips.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Checkpoints, logs and the model.")] = Path(
        "runs/train"
    ),
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps: a rehearsal.", min=1)] = None,
) -> None:
    """Train a model; run the same command again to resume. Needs the extra `train`."""
    with boundary(as_json=False) as cancel:
        try:
            import lightning  # noqa: F401
        except ImportError:
            raise AudioSepError(
                "extra-missing",
                "Training needs packages that are not installed.",
                "Install them with: pip install 'audiosep-desktop[train]'",
            ) from None
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.training.run import train as run

        recipe = _recipe(config)
        with stoppable(cancel):
            path = run(recipe, root, output, cache_folder(), steps=steps, cancel=cancel)
        print(path)


def _recipe(config: str) -> Recipe:
    from pydantic import ValidationError

    from audiosep_core.library.resources import resource
    from audiosep_core.training.recipe import load_recipe

    named = resource("recipes", f"{config}.toml")
    path = named if named.is_file() else Path(config)
    try:
        return load_recipe(path)
    except OSError as error:
        raise AudioSepError(
            "recipe-missing",
            f"The recipe '{config}' could not be read: {error.strerror or error}.",
            "Name a shipped recipe ('starter') or the path of a TOML file.",
        ) from None
    except (TypeError, ValueError) as error:
        reason = str(error)
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            reason = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
        raise AudioSepError("recipe-invalid", f"The recipe '{path.name}' cannot be used: {reason}.") from None
