"""`audiosep separate`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli import how
from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.cli.storing import Format, FormatChoice, Subtype, stored_as
from audiosep_core.console import boundary, emit, is_watched, progress, say, stoppable, warn
from audiosep_core.types import Query


@app.command()
def separate(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Audio or video file.", show_default=False)],
    prompt: Annotated[
        list[str] | None,
        typer.Option(
            "-p",
            "--prompt",
            help="What to hear; may be repeated. 'dog barking || a dog barks' is one thing in two ways.",
        ),
    ] = None,
    like: Annotated[
        Path | None, typer.Option(help="Experimental: hear what sounds like this file. Needs a published model.")
    ] = None,
    like_span: Annotated[
        tuple[float, float] | None,
        typer.Option(
            metavar="START END", help="Experimental: seconds of the example in --like, or in INPUT without --like."
        ),
    ] = None,
    blend: Annotated[
        float | None,
        typer.Option(help="Experimental: share of the example beside one -p; 0.5 when not given.", min=0, max=1),
    ] = None,
    start: Annotated[float | None, typer.Option(help="Begin here, in seconds.", min=0)] = None,
    end: Annotated[float | None, typer.Option(help="Stop here, in seconds.", min=0)] = None,
    against: how.Not = None,
    compete: how.Compete = None,
    strength: how.Strength = 0.0,
    band: how.Band = None,
    channels: how.Channels = how.ChannelsChoice.linked,
    mute_above: how.MuteAbove = False,
    level: how.Level = how.LevelChoice.source,
    rest: Annotated[bool, typer.Option("--rest", help="Also write everything else.")] = False,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
    backend: how.Backend = how.BackendChoice.auto,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the results.")] = Path(),
    file_format: Format = FormatChoice.wav,
    subtype: Subtype = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")] = False,
) -> None:
    """Write what each prompt asks for to '<name> (<prompt>).wav', and with --rest what is left."""
    began = time.monotonic()
    prompts = prompt or []
    has_example = like is not None or like_span is not None
    _check_usage(prompts, has_example, blend)
    separation = how.separation_options(channels, against, compete, strength, band, mute_above, level)
    container, stored = stored_as(file_format, subtype)
    with boundary(as_json) as cancel:
        _hints([*prompts, *(against or [])])
        from audiosep_core.audio.read import probe

        probe(source)  # a wrong path is told before torch is loaded
        if like is not None:
            probe(like)
        from audiosep_core.engine.allocator import return_large_buffers
        from audiosep_core.engine.backends.backend import describe
        from audiosep_core.engine.files import FileOptions, separate_file
        from audiosep_core.engine.separator import Separator

        return_large_buffers()
        if is_watched() and not as_json:
            say(f"Loading the model '{model}'.")
        separator = Separator.load(model, device.value, backend.value, warn)
        queries: list[str | Query] = [*prompts]
        if has_example:
            queries = [_example(source, like, like_span, prompts, blend)]
        separator.conditions(prompts or ["sound"])  # the encoder loads with the first text
        options = FileOptions(start, end, rest, container, stored, separation)
        with stoppable(cancel), progress("Separating", as_json) as show:
            files = separate_file(source, queries, output, separator, options, show, cancel, warn)
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
                    "backend": describe(separator.backend),
                    "backend_reason": separator.backend_reason,
                    "wall_s": round(wall_s, 3),
                    "peak_rss_mb": _peak_rss_mb(),
                }
            )
        else:
            for path in [path for _, path in files.stems] + ([files.rest] if files.rest else []):
                say(f"Wrote {path}")


def _check_usage(prompts: list[str], has_example: bool, blend: float | None) -> None:
    if not prompts and not has_example:
        raise typer.BadParameter("say what to hear with -p, or show it with --like")
    if blend is not None and not (prompts and has_example):
        raise typer.BadParameter("--blend is between words (-p) and an example (--like or --like-span): give both")
    if has_example and len(prompts) > 1:
        raise typer.BadParameter("an example goes with one -p at most")


def _example(
    source: Path, like: Path | None, span: tuple[float, float] | None, prompts: list[str], blend: float | None
) -> Query:
    """The query that an example makes, alone or with words."""
    from audiosep_core.engine.example import read_example

    place = f" {span[0]:g} to {span[1]:g} s" if span else ""
    name = f"like {like.stem if like else 'itself'}{place}"
    words = prompts[0] if prompts else ""
    share = 0.5 if blend is None else blend
    return Query(words, read_example(like or source, span), share, f"{words}, {name}" if words else name)


def _hints(prompts: list[str]) -> None:
    from audiosep_core.prompts.hints import hint

    for words in prompts:
        if (advice := hint(words, "--not")) is not None:
            say(advice, "Hint:", "yellow")


def _peak_rss_mb() -> float:
    status = Path("/proc/self/status")
    if status.is_file():
        # Linux: getrusage would also count what the program that started this one took.
        fields = dict(line.split(":", 1) for line in status.read_text(encoding="ascii", errors="replace").splitlines())
        if "VmHWM" in fields:
            return round(int(fields["VmHWM"].split()[0]) / 2**10, 1)
    try:
        import resource
    except ImportError:  # Windows
        import psutil

        return round(float(psutil.Process().memory_info().peak_wset) / 2**20, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)
