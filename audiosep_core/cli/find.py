"""`audiosep find`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, say, stoppable, warn

if TYPE_CHECKING:
    from audiosep_core.engine.find import Hit
    from audiosep_core.types import Presence


class HitFormat(StrEnum):
    """How hits are written."""

    table = "table"
    csv = "csv"
    audacity = "audacity"
    json = "json"


@app.command()
def find(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Audio or video file.", show_default=False)],
    prompt: Annotated[list[str], typer.Option("-p", "--prompt", help="What to look for; may be repeated.")],
    separate: Annotated[
        bool, typer.Option("--separate", help="Separate each prompt too: much slower, and surer of faint sounds.")
    ] = False,
    hit_format: Annotated[
        HitFormat, typer.Option("--format", help="audacity: labels that Audacity imports.")
    ] = HitFormat.table,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file.")] = None,
    shortest: Annotated[float, typer.Option(help="Leave out stretches shorter than this, in seconds.", min=0)] = 0.5,
    gap: Annotated[float, typer.Option(help="Close gaps shorter than this, in seconds.", min=0)] = 1.0,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Tell where in a recording each prompt is heard."""
    with boundary(as_json=hit_format is HitFormat.json) as cancel:
        from audiosep_core.audio.read import probe

        probe(source)  # a wrong path is told before torch is loaded
        from audiosep_core.engine.calibration import load_calibrations
        from audiosep_core.engine.find import HitOptions, find_hits
        from audiosep_core.engine.hearing import load_ears
        from audiosep_core.engine.listening import listen_to_file, opened, separate_to_listen
        from audiosep_core.engine.presence import presence_of

        ears = load_ears(model)
        calibrations = load_calibrations()
        with stoppable(cancel):
            if separate:
                from audiosep_core.engine.separator import Separator

                separator = Separator.load(model, device.value)
                with opened(source, cancel) as sound, progress("Separating", as_json=False) as show:
                    presences = separate_to_listen(separator, ears, sound, prompt, cancel, show)
                    length_s, truncated = sound.frames / sound.rate_hz, sound.truncated
                calibration = calibrations["both" if ears.calibrated else "tower"]
            else:
                with progress("Listening", as_json=False) as show:
                    listened = listen_to_file(ears, source, cancel, show)
                calibration = calibrations["hearing" if ears.calibrated else "tower"]
                logits = ears.logits(listened.heard, prompt)
                presences = presence_of(logits, listened.heard.level_db, calibration)
                length_s, truncated = listened.length_s, listened.truncated
        if truncated:
            warn(f"'{source.name}' is cut off; what could be read of it was searched.")
        if not all(presence.calibrated for presence in presences):
            warn("Nobody has measured this model's scores: they rank, and are no probabilities.")
        hits = find_hits(prompt, presences, calibration, length_s, HitOptions(shortest_s=shortest, gap_s=gap))
        _write(hits, prompt, presences, hit_format, output, source)
        heard = find_hits(prompt, presences, calibration, length_s, HitOptions(shortest_s=0.0, gap_s=gap))
        left_out = {hit.prompt for hit in heard} - {hit.prompt for hit in hits}
        for words, presence in zip(prompt, presences, strict=True):
            if presence.verdict == "not found":
                say(f"Not found: {words} ({presence.score:.0%}).")
            elif words in left_out:
                say(f"Heard, but nowhere as long as --shortest, {shortest:g} s: {words} ({presence.score:.0%}).")


def _write(
    hits: Sequence[Hit],
    prompts: Sequence[str],
    presences: Sequence[Presence],
    hit_format: HitFormat,
    output: Path | None,
    source: Path,
) -> None:
    if hit_format is HitFormat.table and output is None:
        _show(hits)
    else:
        text = _text(hits, prompts, presences, hit_format, source)
        if output is None:
            typer.echo(text, nl=False)
        else:
            output.write_text(text, encoding="utf-8", newline="")
            say(f"Wrote {output}")


def _show(hits: Sequence[Hit]) -> None:
    table = Table("start", "end", "prompt", "score", "verdict", box=None, pad_edge=False)
    for hit in hits:
        cells = (_clock(hit.start_s), _clock(hit.end_s), hit.prompt, f"{hit.score:.0%}", hit.verdict)
        table.add_row(*(Text(cell) for cell in cells))
    if hits:
        Console(highlight=False).print(table)


def _clock(seconds: float) -> str:
    """Hours where there are any, minutes, seconds to a tenth."""
    tenths = round(seconds * 10)
    hours, rest = divmod(tenths, 36_000)
    minutes, rest = divmod(rest, 600)
    return (f"{hours}:{minutes:02d}" if hours else f"{minutes}") + f":{rest / 10:04.1f}"


def _text(
    hits: Sequence[Hit], prompts: Sequence[str], presences: Sequence[Presence], hit_format: HitFormat, source: Path
) -> str:
    if hit_format is HitFormat.json:
        return json.dumps(_facts(hits, prompts, presences, source), ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO()
    if hit_format is HitFormat.audacity:
        for hit in hits:
            # A tab or a line break in a prompt would begin another column or label.
            label = " ".join(hit.prompt.split())
            out.write(f"{hit.start_s:.6f}\t{hit.end_s:.6f}\t{label} ({hit.score:.0%})\n")
    else:
        separator = "," if hit_format is HitFormat.csv else "\t"
        writer = csv.writer(out, delimiter=separator, lineterminator="\n")
        writer.writerow(["start_s", "end_s", "prompt", "score", "verdict"])
        for hit in hits:
            writer.writerow([f"{hit.start_s:.3f}", f"{hit.end_s:.3f}", hit.prompt, f"{hit.score:.3f}", hit.verdict])
    return out.getvalue()


def _facts(hits: Sequence[Hit], prompts: Sequence[str], presences: Sequence[Presence], source: Path) -> dict[str, Any]:
    return {
        "input": str(source),
        "calibrated": all(presence.calibrated for presence in presences),
        "prompts": [
            {"prompt": words, "score": round(presence.score, 4), "verdict": presence.verdict}
            for words, presence in zip(prompts, presences, strict=True)
        ],
        "hits": [
            {
                "start_s": round(hit.start_s, 3),
                "end_s": round(hit.end_s, 3),
                "prompt": hit.prompt,
                "score": round(hit.score, 4),
                "verdict": hit.verdict,
            }
            for hit in hits
        ],
    }
