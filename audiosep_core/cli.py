"""The command line `audiosep`: a stable contract for scripts and bug reports.

Exit codes: 0 done, 1 an error a person can read (on stderr, or as JSON with --json), 2 usage, 130 Ctrl+C.
"""

from __future__ import annotations

import json
import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audiosep_core import __version__
from audiosep_core.console import boundary, emit, is_watched, progress, say, stoppable, warn
from audiosep_core.errors import AudioSepError, AudioWriteError

if TYPE_CHECKING:
    from audiosep_core.training.recipe import Recipe

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False)
models_app = typer.Typer(no_args_is_help=True, help="Which models there are.")
app.add_typer(models_app, name="models")


class DeviceChoice(StrEnum):
    """Where the network runs."""

    auto = "auto"
    cpu = "cpu"
    cuda = "cuda"
    mps = "mps"


class FormatChoice(StrEnum):
    """Container of the written files."""

    wav = "wav"
    flac = "flac"


class SubtypeChoice(StrEnum):
    """Sample format of the written files."""

    float = "float"
    pcm24 = "pcm24"
    pcm16 = "pcm16"


class QueryChoice(StrEnum):
    """Which words of a list are the queries."""

    label = "label"
    caption = "caption"


_SUBTYPES = {SubtypeChoice.float: "FLOAT", SubtypeChoice.pcm24: "PCM_24", SubtypeChoice.pcm16: "PCM_16"}


@app.command()
def separate(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Audio or video file.", show_default=False)],
    prompt: Annotated[list[str], typer.Option("-p", "--prompt", help="What to hear; may be repeated.")],
    start: Annotated[float | None, typer.Option(help="Begin here, in seconds.", min=0)] = None,
    end: Annotated[float | None, typer.Option(help="Stop here, in seconds.", min=0)] = None,
    rest: Annotated[bool, typer.Option("--rest", help="Also write everything else.")] = False,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the results.")] = Path(),
    file_format: Annotated[FormatChoice, typer.Option("--format", help="Container.")] = FormatChoice.wav,
    subtype: Annotated[SubtypeChoice, typer.Option(help="Sample format.")] = SubtypeChoice.float,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")] = False,
) -> None:
    """Write what each prompt asks for to '<name> (<prompt>).wav', and with --rest what is left."""
    began = time.monotonic()
    with boundary(as_json) as cancel:
        _hints(prompt)
        from audiosep_core.audio.read import probe

        probe(source)  # a wrong path is told before torch is loaded
        from audiosep_core.engine.files import FileOptions, separate_file
        from audiosep_core.engine.separator import Separator

        if is_watched() and not as_json:
            say(f"Loading the model '{model}'.")
        separator = Separator.load(model, device.value)
        separator.conditions(prompt)  # the encoder loads with the first text
        options = FileOptions(start, end, rest, file_format.value, _SUBTYPES[subtype])
        with stoppable(cancel), progress("Separating", as_json) as show:
            files = separate_file(source, prompt, output, separator, options, show, cancel)
        if files.truncated:
            warn(f"'{source.name}' is cut off; what could be read of it was separated.")
        if files.clipped:
            warn(f"{files.clipped} samples were too loud for the format and were clipped; a float WAV keeps them.")
        wall_s = time.monotonic() - began
        if as_json:
            emit(
                {
                    "event": "done",
                    "stems": [{"prompt": words, "path": str(path)} for words, path in files.stems],
                    "rest": str(files.rest) if files.rest else None,
                    "audio_s": round(files.audio_s, 6),
                    "clipped": files.clipped,
                    "wall_s": round(wall_s, 3),
                    "peak_rss_mb": _peak_rss_mb(),
                }
            )
        else:
            for path in [path for _, path in files.stems] + ([files.rest] if files.rest else []):
                say(f"Wrote {path}")


def _hints(prompts: list[str]) -> None:
    from audiosep_core.prompts.hints import hint

    for words in prompts:
        if (advice := hint(words)) is not None:
            say(advice, "Hint:", "yellow")


def _peak_rss_mb() -> float:
    try:
        import resource
    except ImportError:  # Windows
        import psutil

        return round(float(psutil.Process().memory_info().peak_wset) / 2**20, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)


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


@app.command()
def info(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Print versions, devices and folders: what a bug report needs."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from audiosep_core.library import paths

    with boundary(as_json):
        facts: dict[str, Any] = {
            "audiosep": __version__,
            "python": platform.python_version(),
            "os": platform.platform(),
        }
        for package in ("torch", "torchaudio", "transformers", "numpy", "soundfile", "av", "soxr", "PySide6"):
            try:
                facts[package] = version(package)
            except PackageNotFoundError:
                facts[package] = "not installed"
        from audiosep_core.engine.devices import available_devices

        facts["devices"] = ", ".join(available_devices())
        facts["cache"] = str(paths.cache_folder())
        facts["models"] = str(paths.models_folder())
        facts["logs"] = str(paths.log_folder())
        if as_json:
            emit(facts)
        else:
            for name, value in facts.items():
                print(f"{name:14}{value}")


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
