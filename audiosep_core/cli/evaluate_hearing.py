"""`audiosep evaluate-hearing`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, stoppable

if TYPE_CHECKING:
    from audiosep_core.evaluation.familiarity import Told


@app.command()
def evaluate_hearing(
    root: Annotated[Path, typer.Option(help="Folder of the benchmark's lists and clips.")],
    model: Annotated[str, typer.Option(help="Name or path of the model that separates.")] = "starter",
    separation: Annotated[
        bool, typer.Option("--separate", help="Judge presence by separation too; minutes instead of seconds.")
    ] = False,
    words: Annotated[
        Path | None,
        typer.Option(help="The JSON of `evaluate --look queries`: judge by it what the familiarity of prompts tells."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--json", help="Write all figures here.")] = None,
    limit: Annotated[int | None, typer.Option(help="Only the first rows: a rehearsal.", min=1)] = None,
    seed: Annotated[int, typer.Option(help="Of the absent prompts.", min=0)] = 0,
    device: Annotated[DeviceChoice, typer.Option(help="Where to separate.")] = DeviceChoice.auto,
) -> None:
    """Judge the program's ears: true labels among the first five, and present against absent."""
    with boundary(as_json=False) as cancel:
        from audiosep_core.engine.hearing import load_ears
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.hearing import evaluate_hearing as judge

        ears = load_ears(model)
        separator = Separator.load(model, device.value) if separation else None
        with stoppable(cancel), progress("Listening", as_json=False) as show:
            result = judge(ears, root, separator, limit, seed, show, cancel)
        for name, one in result.recall.items():
            low, high = one.interval
            print(
                f"recall at 5, {name} ({one.words} words, {one.rows} mixtures): {one.recall:.1%} "
                f"({low:.1%} to {high:.1%}); a relative counted too: {one.kin:.1%}"
            )
        for name, verdict in result.verdicts.items():
            right = ", ".join(f"{share:.0%} {word}" for word, share in verdict.right.items())
            wrong = ", ".join(f"{share:.0%} {word}" for word, share in verdict.wrong.items())
            print(
                f"presence by {name}: area under the ROC {verdict.area:.3f}; of {verdict.present} present prompts "
                f"{right}; of {verdict.absent} absent ones {wrong}"
            )
        told = _words(words) if words is not None else {}
        if out is not None:
            facts = {**asdict(result), "familiarity": {name: asdict(one) for name, one in told.items()}}
            out.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _words(path: Path) -> dict[str, Told]:
    from audiosep_core.evaluation.familiarity import judge_familiarity
    from audiosep_core.query.familiarity import Familiarity

    told = judge_familiarity(Familiarity.load(), path)
    for name, one in told.items():
        gains = " and ".join("-" if gain is None else f"{gain:.2f} dB" for gain in (one.warned_db, one.others_db))
        print(
            f"familiarity, {name} ({one.queries} queries): rank correlation with SDRi {one.correlation:.2f}, "
            f"area under the ROC of more than 3 dB {one.area:.3f}; {one.warned:.0%} warned of; "
            f"mean SDRi of those and of the others {gains}"
        )
    return told
