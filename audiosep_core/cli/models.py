"""`audiosep models …`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from audiosep_core.cli.app import app
from audiosep_core.cli.model_steps import Steps, shown_steps
from audiosep_core.console import boundary, emit, is_watched, say, stoppable
from audiosep_core.errors import AudioSepError, Cancelled

if TYPE_CHECKING:
    from audiosep_core.library.catalogue import Entry

models_app = typer.Typer(no_args_is_help=True, help="Which models there are; getting, checking and removing them.")
app.add_typer(models_app, name="models")

_Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")]
_Name = Annotated[str, typer.Argument(help="Name of a model; `audiosep models list` shows them.", show_default=False)]
_Accept = Annotated[
    bool, typer.Option("--accept-licence", help="Accept the licence and its caveat without being asked.")
]


@models_app.command("list")
def models_list(as_json: _Json = False) -> None:
    """List the models that `--model` takes, and those that can be had."""
    from audiosep_core.library.failures import megabytes
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
                        "title": info.title,
                        "origin": info.origin,
                        "download": info.download_bytes,
                        "downloaded": info.here_bytes,
                        "caveat": info.caveat,
                        "page": info.page,
                    }
                )
            return
        console = Console()
        for info in models:
            size = megabytes(info.size_bytes or info.download_bytes)
            state = "installed" if info.installed else "not installed"
            if info.here_bytes and not info.installed:
                state += f" ({megabytes(info.here_bytes)} are here)"
            path = str(info.path) if info.path else f"Get it with: audiosep models pull {info.name}"
            head = Text.assemble((info.name, "bold"), f"  {state}, {size}, licence: {info.licence}")
            console.print(head, soft_wrap=True)
            for line in (info.description, info.caveat and f"Licence: {info.caveat}"):
                if line:
                    console.print(Padding(Text(line), (0, 0, 0, 4)))
            console.print(Text(f"    {path}"), soft_wrap=True)


@models_app.command("pull")
def models_pull(name: _Name, accept_licence: _Accept = False, as_json: _Json = False) -> None:
    """Download a model and install it. Started again after a cut, it goes on where it was."""
    with boundary(as_json) as cancel, _way_out(f"audiosep models import FILE --name {name}"):
        from audiosep_core.engine.importing import checkpoint_importer
        from audiosep_core.library.pull import pull

        with stoppable(cancel), shown_steps(as_json) as show:
            path = pull(
                name,
                checkpoint_importer(),
                consent=lambda entry: accept_licence or _ask(entry, as_json, show),
                on_step=show,
                cancel=cancel,
            )
        _tell_installed(path, as_json)


@models_app.command("import")
def models_import(
    file: Annotated[Path, typer.Argument(help="A checkpoint, or a model of this program.", show_default=False)],
    name: Annotated[str, typer.Option(help="What to call it; the file's name when not given.")] = "",
    half: Annotated[bool, typer.Option("--half", help="Write float16: half the size.")] = False,
    accept_licence: _Accept = False,
    delete_source: Annotated[
        bool | None, typer.Option("--delete-source/--keep-source", help="Whether FILE goes when it is installed.")
    ] = None,
    as_json: _Json = False,
) -> None:
    """Install a file that you already have."""
    with boundary(as_json) as cancel:
        from audiosep_core.engine.importing import checkpoint_importer
        from audiosep_core.library.failures import megabytes, told
        from audiosep_core.library.own import import_file

        with stoppable(cancel), shown_steps(as_json) as show:
            path = import_file(
                file,
                checkpoint_importer(half=half),
                name=name,
                consent=lambda entry: accept_licence or _ask(entry, as_json, show),
                on_step=show,
                cancel=cancel,
            )
        if delete_source is None and _can_ask(as_json):
            question = f"'{file}' ({megabytes(file.stat().st_size)}) is not needed any more. Remove it?"
            delete_source = typer.confirm(question, default=False, err=True)
        if delete_source:
            with told(file.parent):
                file.unlink()
        _tell_installed(path, as_json)


@models_app.command("verify")
def models_verify(name: _Name, as_json: _Json = False) -> None:
    """Read every byte of a model and compare it with what was installed."""
    with boundary(as_json) as cancel:
        from audiosep_core.library.store import verify

        with stoppable(cancel), shown_steps(as_json) as show:
            verdict = verify(name, on_step=show, cancel=cancel)
        if as_json:
            files = [{"file": one.file, "size": one.size, "sha256": one.sha256} for one in verdict.files]
            emit({"event": "done", "name": name, "compared": verdict.compared, "files": files})
            return
        for one in verdict.files:
            print(f"{one.sha256}  {one.file}")
        say(
            f"'{name}' is what was installed."
            if verdict.compared
            else f"There is no record of what '{name}' should be: it was put there by hand. Above is what it is."
        )


@models_app.command("remove")
def models_remove(name: _Name, as_json: _Json = False) -> None:
    """Remove a model, and what an unfinished download left of it."""
    with boundary(as_json):
        from audiosep_core.library.failures import megabytes
        from audiosep_core.library.store import remove

        freed = remove(name)
        if as_json:
            emit({"event": "done", "name": name, "freed": freed})
        else:
            say(f"Removed '{name}': {megabytes(freed)} are free again.")


def _tell_installed(path: Path, as_json: bool) -> None:
    if as_json:
        emit({"event": "done", "name": path.stem, "path": str(path)})
    else:
        print(path)
        say(f"Installed. Use it with: --model {path.stem}")


def _can_ask(as_json: bool) -> bool:
    return not as_json and is_watched() and sys.stdin.isatty()


def _ask(entry: Entry, as_json: bool, steps: Steps) -> bool:
    """The licence and its caveat, and a yes or no; no where nobody sits."""
    from audiosep_core.library.licences import licence_text

    if not _can_ask(as_json):
        return False
    steps.pause()
    say(licence_text(entry))
    if entry.page:
        say(f"Its page: {entry.page}")
    return typer.confirm("Do you accept this?", default=False, err=True)


@contextmanager
def _way_out(command: str) -> Iterator[None]:
    """Say how to "use a file that you already have", and how a script accepts a licence."""
    try:
        yield
    except Cancelled:
        raise
    except AudioSepError as error:
        if error.code == "licence-not-accepted":
            hint = "Accept it with --accept-licence."
        elif "already have" in error.hint:
            hint = f"{error.hint} With a file: {command}"
        else:
            raise
        raise AudioSepError(error.code, error.message, hint) from error
