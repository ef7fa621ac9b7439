"""`audiosep evaluate`."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from audiosep_core import __version__
from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, stoppable
from audiosep_core.errors import AudioWriteError


class QueryChoice(StrEnum):
    """Which words of a list are the queries."""

    label = "label"
    caption = "caption"


@app.command()
def evaluate(
    root: Annotated[Path, typer.Option(help="Folder of the clips.")],
    pairs: Annotated[
        Path | None, typer.Option(help="List of mixtures; without it, all lists of the mini benchmark in ROOT.")
    ] = None,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    query: Annotated[
        QueryChoice | None,
        typer.Option(help="Which words to ask with: label, if not given; without --pairs, only the lists asked so."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--json", help="Write every row and the summaries here.")] = None,
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Judge a model on lists of mixtures: SDRi, SI-SDR and swap, or the level left where nothing should be."""
    with boundary(as_json=False) as cancel:
        if out is not None:
            _check_target(out)
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.evaluate import evaluate as run
        from audiosep_core.evaluation.pairs import QueryKind, benchmark_lists
        from audiosep_core.evaluation.report import as_json, file_facts, summary
        from audiosep_core.library.registry import find_model

        kind: QueryKind | None = query.value if query else None
        asked: list[tuple[Path, QueryKind]] = [(pairs, kind or "label")] if pairs else benchmark_lists(root, kind)
        separator = Separator.load(model, device.value)
        results = []
        with stoppable(cancel):
            for path, words in asked:
                with progress(f"{path.name}, {words}", as_json=False) as show:
                    rows = run(separator, path, root, words, show, cancel)
                for group, figures in summary(rows).items():
                    parts = [f"{name} {_figure(value)}" for name, value in figures.items()]
                    print(f"{path.name}, {words}, {group}: " + ", ".join(parts))
                facts = {"list": path.name, "query": words, **file_facts(path, find_model(model))}
                results.append(as_json(rows, facts))
            if out is not None:
                out.write_text(json.dumps({"version": __version__, "lists": results}, indent=1), encoding="utf-8")


def _check_target(path: Path) -> None:
    """Refuse what cannot be written before the minutes that its contents take."""
    if not path.parent.is_dir():
        raise AudioWriteError(
            "folder-missing", f"The folder '{path.parent}' is not there; nothing was evaluated.", "Make it first."
        )
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise AudioWriteError(
            "no-permission", f"'{path}' may not be written; nothing was evaluated.", "Choose another place."
        )


def _figure(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(f"{v:.2f}" for v in value) + "]"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
