"""`audiosep suggest`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audiosep_core.cli.app import app
from audiosep_core.console import boundary, progress, say, stoppable, warn
from audiosep_core.errors import AudioSepError


@app.command()
def suggest(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Audio or video file.", show_default=False)],
    top: Annotated[int, typer.Option(help="How many to tell.", min=1)] = 10,
    vocabulary: Annotated[
        Path | None, typer.Option(help="Words to choose from, one a line; without it, all that the program knows.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")] = False,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
) -> None:
    """List what is heard in a recording, best first."""
    with boundary(as_json) as cancel:
        words = _words(vocabulary) if vocabulary is not None else None
        from audiosep_core.audio.read import probe

        probe(source)  # a wrong path is told before torch is loaded
        from audiosep_core.engine.hearing import load_ears
        from audiosep_core.engine.listening import listen_to_file
        from audiosep_core.engine.suggest import suggest as rank

        ears = load_ears(model)
        with stoppable(cancel), progress("Listening", as_json=False) as show:
            listened = listen_to_file(ears, source, cancel, show)
        found = rank(ears, listened.heard, words, top)
        if listened.truncated:
            warn(f"'{source.name}' is cut off; what could be read of it was listened to.")
        if as_json:
            rows = [{"prompt": s.prompt, "score": round(s.score, 4), "time_s": round(s.time_s, 3)} for s in found]
            typer.echo(json.dumps({"input": str(source), "calibrated": ears.calibrated, "suggestions": rows}))
            return
        if not found:
            say("Nothing was heard.")
            return
        table = Table("what", "score", "clearest at", box=None, pad_edge=False)
        for one in found:
            table.add_row(Text(one.prompt), f"{one.score:.0%}", f"{one.time_s:.1f} s")
        Console(highlight=False).print(table)


def _words(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise AudioSepError("vocabulary-missing", f"The words in '{path}' could not be read: {reason}.") from None
    words = [" ".join(line.split()) for line in lines]
    if not any(words):
        raise AudioSepError("vocabulary-empty", f"There are no words in '{path.name}'.", "Write one a line.")
    return [word for word in words if word]
