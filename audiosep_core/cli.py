"""The command line `audiosep`: a stable contract for scripts and bug reports.

Exit codes: 0 done, 1 an error a person can read (on stderr, or as JSON with --json), 2 usage, 130 Ctrl+C.
"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from audiosep_core import __version__
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.types import OnProgress
from audiosep_core.types import Progress as Done

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False)
models_app = typer.Typer(no_args_is_help=True, help="Which models there are.")
app.add_typer(models_app, name="models")
_stderr = Console(stderr=True, highlight=False)


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


def _emit(message: dict[str, Any]) -> None:
    print(json.dumps(message, ensure_ascii=False), flush=True)


@contextlib.contextmanager
def _boundary(as_json: bool) -> Iterator[CancelToken]:
    """Turn errors into words and exit codes, and Ctrl+C into a cancel that leaves no half-written file."""
    token = CancelToken()
    before = signal.signal(signal.SIGINT, lambda *_: token.set())
    try:
        yield token
    except Cancelled:
        raise typer.Exit(130) from None
    except AudioSepError as error:
        if as_json:
            _emit({"event": "error", "code": error.code, "message": error.message, "hint": error.hint})
        else:
            _stderr.print(f"[bold red]Error:[/] {error.message}", soft_wrap=True)
            if error.hint:
                _stderr.print(error.hint, soft_wrap=True)
        raise typer.Exit(1) from None
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _progress(label: str, as_json: bool) -> Iterator[OnProgress]:
    """A JSON line a chunk, or a bar with the time left on stderr."""
    if as_json:
        yield lambda p: _emit({"event": "progress", "done": p.done, "total": p.total})
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=_stderr) as bar:
        task = bar.add_task(label, total=None)

        def show(progress: Done) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield show


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
    with _boundary(as_json) as cancel:
        _hints(prompt)
        from audiosep_core.audio.read import probe

        probe(source)  # a wrong path is told before torch is loaded
        from audiosep_core.engine.files import FileOptions, separate_file
        from audiosep_core.engine.separator import Separator

        with _progress("Separating", as_json) as show:
            separator = Separator.load(model, device.value)
            options = FileOptions(start, end, rest, file_format.value, _SUBTYPES[subtype])
            files = separate_file(source, prompt, output, separator, options, show, cancel)
        if files.truncated:
            _stderr.print(f"'{source.name}' is cut off; what could be read of it was separated.", soft_wrap=True)
        wall_s = time.monotonic() - began
        if as_json:
            _emit(
                {
                    "event": "done",
                    "stems": [{"prompt": words, "path": str(path)} for words, path in files.stems],
                    "rest": str(files.rest) if files.rest else None,
                    "audio_s": round(files.audio_s, 6),
                    "wall_s": round(wall_s, 3),
                    "peak_rss_mb": _peak_rss_mb(),
                }
            )
        else:
            for path in [path for _, path in files.stems] + ([files.rest] if files.rest else []):
                _stderr.print(f"Wrote {path}", soft_wrap=True, markup=False)


def _hints(prompts: list[str]) -> None:
    from audiosep_core.prompts.hints import hint

    for words in prompts:
        if (advice := hint(words)) is not None:
            _stderr.print(f"[yellow]Hint:[/] {advice}", soft_wrap=True)


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

    models = list_models()
    if as_json:
        for info in models:
            _emit(
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
        table.add_row(info.name, "yes" if info.installed else "no", size, info.licence, info.description)
    Console().print(table)


@app.command()
def info(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Print versions, devices and folders: what a bug report needs."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from audiosep_core.library import paths

    with _boundary(as_json):
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
            _emit(facts)
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
    query: Annotated[QueryChoice, typer.Option(help="Which words to ask with.")] = QueryChoice.label,
    out: Annotated[Path | None, typer.Option("--json", help="Write every row and the summaries here.")] = None,
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Judge a model on lists of mixtures: SDRi, SI-SDR and swap, or the level left where nothing should be."""
    with _boundary(as_json=False) as cancel:
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.evaluate import evaluate as run
        from audiosep_core.evaluation.pairs import QueryKind, benchmark_lists
        from audiosep_core.evaluation.report import as_json, file_facts, summary
        from audiosep_core.library.registry import find_model

        separator = Separator.load(model, device.value)
        results = []
        asked: list[tuple[Path, QueryKind]] = [(pairs, query.value)] if pairs else benchmark_lists(root)
        for path, words in asked:
            with _progress(f"{path.name}, {words}", as_json=False) as show:
                rows = run(separator, path, root, words, show, cancel)
            for group, figures in summary(rows).items():
                parts = [f"{name} {_figure(value)}" for name, value in figures.items()]
                print(f"{path.name}, {words}, {group}: " + ", ".join(parts))
            results.append(as_json(rows, {"list": path.name, "query": words, **file_facts(path, find_model(model))}))
        if out is not None:
            out.write_text(json.dumps({"version": __version__, "lists": results}, indent=1), encoding="utf-8")


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
    with _boundary(as_json=False) as cancel:
        try:
            import lightning  # noqa: F401
        except ImportError:
            raise AudioSepError(
                "extra-missing",
                "Training needs packages that are not installed.",
                "Install them with: pip install 'audiosep-desktop[train]'",
            ) from None
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.library.resources import resource
        from audiosep_core.training.recipe import load_recipe
        from audiosep_core.training.run import train as run

        named = resource("recipes", f"{config}.toml")
        path = run(
            load_recipe(named if named.is_file() else Path(config)),
            root,
            output,
            cache_folder(),
            steps=steps,
            cancel=cancel,
        )
        print(path)


def main() -> None:
    """Entry of the console script."""
    app()


if __name__ == "__main__":
    main()
