"""Makes a report's folder: report.md with pictures/, and report.html, which holds pictures and sounds itself."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import soundfile
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from audiosep_core.audio.pictures import RANGE_DB, draw
from audiosep_core.cancel import CancelToken
from audiosep_core.evaluation.evaluate import Separates, estimate
from audiosep_core.evaluation.place import whole_folder
from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.report.content import (
    Shown,
    differences_table,
    groups_table,
    item_figures,
    section,
)
from audiosep_core.evaluation.result import Facts, Result
from audiosep_core.evaluation.rows import Row
from audiosep_core.evaluation.summary import Difference, worst_first
from audiosep_core.library.resources import resource
from audiosep_core.types import AudioArray, OnProgress, Progress, ignore_progress

_SEVERAL_PLACES = ("worst", "median", "best")


def write_report(
    folder: Path,
    facts: Facts,
    results: Sequence[Result],
    separator: Separates,
    compared: Sequence[Difference] = (),
    look: bool = False,
    pictures: int = 2,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> None:
    """Write the report; its files appear when all of it is there.

    Args:
        folder: Where to; made if it is not there, files of an earlier report are replaced.
        facts: What was judged.
        results: Lists in the order to be shown.
        separator: Asked once more for the items that are shown.
        compared: Paired differences.
        look: The results are one list asked with several kinds of words: begin with them side by side.
        pictures: Items shown of the worst, of the middle and of the best of each list.
        on_progress: Called after every picture.
        cancel: Raises Cancelled between two pictures, and nothing is left.
    """
    chosen = [_choose(result, pictures) for result in results]
    total, done = sum(len(items) for items in chosen), 0
    with whole_folder(folder) as part:
        (part / "pictures").mkdir()
        sections = []
        for number, (result, items) in enumerate(zip(results, chosen, strict=True), start=1):
            shown = []
            for place, row in items:
                if cancel is not None:
                    cancel.raise_if_set()
                file = f"{number}-{place.replace(' ', '-')}.png"
                picture, one = _show(separator, result.protocol, place, row, f"pictures/{file}")
                (part / "pictures" / file).write_bytes(picture)
                shown.append(one)
                done += 1
                on_progress(Progress(done, total))
            sections.append(section(result, shown, facts.seed))
        words = {
            "facts": asdict(facts),
            "versions": json.dumps(facts.versions)[1:-1].replace('"', ""),
            "look": groups_table(results, facts.seed) if look else None,
            "differences": differences_table(compared) if compared else None,
            "sections": sections,
            "range_db": RANGE_DB,
        }
        templates = Environment(
            loader=FileSystemLoader(resource("evaluation")),
            autoescape=select_autoescape(("html.j2",)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.filters["cell"] = _markdown_cell
        for kind in ("md", "html"):
            text = templates.get_template(f"report.{kind}.j2").render(words)
            (part / f"report.{kind}").write_text(text, encoding="utf-8", newline="\n")


def _choose(result: Result, count: int) -> list[tuple[str, Row]]:
    """Rows to show, worst first, with their place in words; none twice."""
    ranked = worst_first(result.protocol, result.rows)
    middle = max(0, len(ranked) // 2 - count // 2)
    wanted = (ranked[:count], ranked[middle : middle + count], ranked[::-1][:count])
    found: list[tuple[str, Row]] = []
    for name, rows in zip(_SEVERAL_PLACES, wanted, strict=True):
        for number, row in enumerate(rows, start=1):
            if all(row is not other for _, other in found):
                found.append((name if number == 1 else f"{name} {number}", row))
    return found


def _show(
    separator: Separates, protocol: EvaluationProtocol, place: str, row: Row, picture: str
) -> tuple[bytes, Shown]:
    item = next(item for item in protocol.items if item.index == row.index)
    sound = protocol.sound(item)
    answer = _typical(protocol, row)
    (heard,) = estimate(separator, protocol, sound, (answer.prompt,))
    truth = "truth" if sound.source.any() else "truth: silence"
    names = ("mixture", truth, f"estimate for “{_short(answer.prompt)}”")
    panels = list(zip(names, (sound.mixture, sound.source, heard), strict=True))
    data = draw(panels, protocol.rate_hz)
    sounds = tuple((name, _flac_base64(samples, protocol.rate_hz)) for name, samples in panels)
    return data, Shown(
        place=place,
        title=_title(item),
        figures=item_figures(protocol, answer),
        prompt=answer.prompt,
        picture=picture,
        picture_base64=base64.b64encode(data).decode("ascii"),
        sounds=sounds,
    )


def _typical(protocol: EvaluationProtocol, row: Row) -> Row:
    """Of several prompts the one whose figure is nearest to the item's mean."""
    mean = row.value(protocol.headline) or 0.0
    return min(row.by_prompt or (row,), key=lambda one: abs((one.value(protocol.headline) or 0.0) - mean))


def _title(item: Item) -> str:
    against = f" against {item.other}" if item.other else ""
    level = f", {item.snr_db:g} dB" if item.snr_db is not None else ""
    return f"{item.label}{against}{level} (item {item.index}: {item.name})"


def _short(prompt: str) -> str:
    return prompt if len(prompt) <= 34 else prompt[:33].rstrip() + "…"


def _flac_base64(samples: AudioArray, rate_hz: int) -> str:
    target = io.BytesIO()
    soundfile.write(target, np.clip(samples, -1.0, 1.0), rate_hz, format="FLAC", subtype="PCM_16")
    return base64.b64encode(target.getvalue()).decode("ascii")


def _markdown_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
