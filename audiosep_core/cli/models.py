"""`audiosep models …`."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, emit

models_app = typer.Typer(no_args_is_help=True, help="Which models there are.")
app.add_typer(models_app, name="models")


@models_app.command("list")
def models_list(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the models that `--model` takes."""
    from audiosep_core.library.registry import list_models

    with boundary(as_json):
        models = list_models()
        if as_json:
            for info in models:
                emit(
                    {
                        "name": info.name,
                        "installed": info.installed,
                        "size": info.size_bytes,
                        "licence": info.licence,
                        "path": str(info.path) if info.path else None,
                    }
                )
            return
        table = Table("name", "installed", "size", "licence", "good for")
        for info in models:
            size = f"{info.size_bytes / 1e6:.1f} MB" if info.installed else "-"
            cells = (info.name, "yes" if info.installed else "no", size, info.licence, info.description)
            table.add_row(*(Text(cell) for cell in cells))
        Console().print(table)
