"""`audiosep evaluate`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiosep_core.cancel import CancelToken
from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, stoppable, warn
from audiosep_core.errors import AudioSepError

if TYPE_CHECKING:
    from audiosep_core.engine.separator import Separator
    from audiosep_core.evaluation.protocol import EvaluationProtocol
    from audiosep_core.evaluation.protocols.registry import Request
    from audiosep_core.evaluation.result import Recorded, Result
    from audiosep_core.evaluation.summary import Difference


class ProtocolChoice(StrEnum):
    """What is judged on."""

    mini = "mini"
    dcase2024 = "dcase2024"
    audiocaps = "audiocaps"
    clotho = "clotho"
    esc50 = "esc50"
    music = "music"
    vggsound = "vggsound"
    audioset = "audioset"
    voicebank = "voicebank"


class QueryChoice(StrEnum):
    """Which words of a list are the queries."""

    label = "label"
    caption = "caption"
    paraphrase = "paraphrase"


class LookChoice(StrEnum):
    """The two looks of the paper's evaluation."""

    queries = "queries"
    spectrograms = "spectrograms"


@dataclass(frozen=True)
class _Outputs:
    json: Path | None
    csv: Path | None
    report: Path | None
    pictures: int


@app.command()
def evaluate(
    root: Annotated[Path, typer.Option(help="Folder of the clips, or of a published set (docs/evaluation.md).")],
    protocol: Annotated[ProtocolChoice, typer.Option(help="What to judge on.")] = ProtocolChoice.mini,
    pairs: Annotated[
        Path | None,
        typer.Option(help="The list, where it is not in its usual place; of the mini benchmark: this list only."),
    ] = None,
    model: Annotated[str, typer.Option(help="Name or path of a model.")] = "starter",
    query: Annotated[
        QueryChoice | None,
        typer.Option(help="Which words to ask with: the set's own, if not given; of the mini benchmark, those lists."),
    ] = None,
    paraphrases: Annotated[
        Path | None,
        typer.Option(help="CSV (label or idx, paraphrase) instead of the shipped one."),
    ] = None,
    look: Annotated[
        LookChoice | None,
        typer.Option(help="queries: label against caption against paraphrase. spectrograms: a report of one list."),
    ] = None,
    against: Annotated[
        str | None, typer.Option(help="A second model, or the --json file of one: paired differences to it.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--json", help="Write every row and the summaries here.")] = None,
    table: Annotated[Path | None, typer.Option("--csv", help="Write a row per item and prompt here.")] = None,
    report: Annotated[
        Path | None, typer.Option(help="Folder for report.html and report.md with spectrograms (extra 'report').")
    ] = None,
    pictures: Annotated[int, typer.Option(help="Items shown of the worst, the middle and the best.", min=1)] = 2,
    pesq: Annotated[bool, typer.Option("--pesq", help="Add PESQ to voicebank (extra 'pesq').")] = False,
    limit: Annotated[int | None, typer.Option(help="Only the first items: a rehearsal.", min=1)] = None,
    seed: Annotated[int, typer.Option(help="Of the bootstrapped intervals.", min=0)] = 0,
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Judge a model on mixtures whose sources are known: SDRi, SI-SDR, swap, SSNR, or the level left."""
    with boundary(as_json=False) as cancel:
        outputs = _Outputs(out, table, report, pictures)
        _check_outputs(outputs, look, pesq, protocol)
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.paraphrases import read_paraphrases
        from audiosep_core.evaluation.protocol import limited
        from audiosep_core.evaluation.protocols.registry import Request, named, query_look
        from audiosep_core.evaluation.result import Facts, file_sha256, versions
        from audiosep_core.library.registry import find_model

        words = read_paraphrases(paraphrases) if paraphrases else None
        request = Request(root, pairs, query.value if query else None, words, pesq)
        if look is LookChoice.queries:
            asked = query_look(protocol.value, request)
        else:
            asked = named(protocol.value, _one_list(request, protocol) if look else request)
        asked = [limited(one, limit) if limit else one for one in asked]
        other = _other(against, asked, device.value) if against else None
        separator = Separator.load(model, device.value)
        shipped = read_paraphrases() if any(one.query == "paraphrase" for one in asked) else None
        facts = Facts(
            model=separator.name,
            model_sha256=file_sha256(find_model(model)),
            device=str(separator.device),
            seed=seed,
            versions=versions(),
            paraphrases_sha256=(words or shipped).sha256 if words or shipped else "",  # type: ignore[union-attr]
        )
        with stoppable(cancel):
            results = [_run(separator, one, seed, cancel, quiet=False) for one in asked]
            compared = _compare(results, other, separator.name, seed, cancel) if other else []
            if look is LookChoice.queries:
                compared += _compare_words(results, seed)
            for one in compared:
                if one.figure in ("swap_right", results[0].protocol.headline):
                    _print_difference(one)
            _write(outputs, facts, results, compared, separator, look is LookChoice.queries, cancel)


def _one_list(request: Request, protocol: ProtocolChoice) -> Request:
    """The spectrogram look of the mini benchmark is at its main list."""
    from dataclasses import replace

    if protocol is not ProtocolChoice.mini or request.pairs is not None:
        return request
    return replace(request, pairs=request.root / "benchmark.csv")


def _check_outputs(outputs: _Outputs, look: LookChoice | None, pesq: bool, protocol: ProtocolChoice) -> None:
    """Whatever can be refused is refused before the minutes of work."""
    from audiosep_core.evaluation.place import check_writable

    if look is LookChoice.spectrograms and outputs.report is None:
        raise typer.BadParameter("--look spectrograms needs --report FOLDER.")
    for path in (outputs.json, outputs.csv):
        if path is not None:
            check_writable(path)
    if outputs.report is not None:
        check_writable(outputs.report, folder=True)
        _need("report", "A report needs packages that are not installed.", "matplotlib", "jinja2")
    if pesq:
        _need("pesq", "PESQ needs a package that is not installed.", "pesq")
        if protocol is not ProtocolChoice.voicebank:
            raise typer.BadParameter("--pesq goes with --protocol voicebank.")


def _need(extra: str, sentence: str, *packages: str) -> None:
    if any(find_spec(package) is None for package in packages):
        raise AudioSepError("extra-missing", sentence, f"Install them with: pip install 'audiosep-desktop[{extra}]'")


def _other(against: str, asked: list[EvaluationProtocol], device: str) -> Separator | Recorded:
    from audiosep_core.engine.separator import Separator
    from audiosep_core.evaluation.result import read_json

    if against.lower().endswith(".json"):
        recorded = read_json(Path(against).expanduser())
        for one in asked:
            recorded.of(one)
        return recorded
    return Separator.load(against, device)


def _run(separator: Separator, one: EvaluationProtocol, seed: int, cancel: CancelToken, quiet: bool) -> Result:
    from audiosep_core.evaluation.evaluate import run
    from audiosep_core.evaluation.result import Result
    from audiosep_core.evaluation.summary import summary

    for warning in () if quiet else one.warnings:
        warn(warning)
    label = f"{one.list_name}, {one.query}"
    with progress(f"{label}, {separator.name}" if quiet else label, as_json=False) as show:
        rows = run(separator, one, show, cancel)
    for group, figures in {} if quiet else summary(one, rows, seed).items():
        # Intervals and medians of all the others are in --json.
        shown = [name for name in figures if name.startswith(one.headline) or not name.endswith(("_95", "_median"))]
        print(f"{label}, {group}: " + ", ".join(f"{name} {_figure(figures[name])}" for name in shown))
    return Result(one, tuple(rows))


def _compare(
    results: list[Result], other: Separator | Recorded, name: str, seed: int, cancel: CancelToken
) -> list[Difference]:
    from audiosep_core.evaluation.result import Recorded
    from audiosep_core.evaluation.summary import differences

    found = []
    for result in results:
        if isinstance(other, Recorded):
            rows, other_name = other.of(result.protocol), other.model
        else:
            rows, other_name = _run(other, result.protocol, seed, cancel, quiet=True).rows, other.name
        names = (f"{name}, {result.protocol.query}", f"{other_name}, {result.protocol.query}")
        found += differences(result.protocol, result.rows, rows, names, seed)
    return found


def _compare_words(results: list[Result], seed: int) -> list[Difference]:
    from audiosep_core.evaluation.summary import differences

    found = []
    for first, second in ((1, 0), (2, 0), (2, 1)):
        one, two = results[first], results[second]
        # Re-annotated captions may cover a part of the set.
        shared = {row.index for row in one.rows} & {row.index for row in two.rows}
        rows, others = ([row for row in result.rows if row.index in shared] for result in (one, two))
        found += differences(one.protocol, rows, others, (one.protocol.query, two.protocol.query), seed)
    return found


def _write(
    outputs: _Outputs,
    facts: Any,
    results: list[Result],
    compared: list[Difference],
    separator: Separator,
    look: bool,
    cancel: CancelToken,
) -> None:
    from audiosep_core.evaluation.place import write_text
    from audiosep_core.evaluation.result import as_csv, as_json

    if outputs.json is not None:
        write_text(outputs.json, as_json(facts, results, compared))
    if outputs.csv is not None:
        write_text(outputs.csv, as_csv(facts, results))
    if outputs.report is not None:
        from audiosep_core.evaluation.report.write import write_report

        with progress("report", as_json=False) as show:
            write_report(
                outputs.report, facts, results, separator, compared, look, outputs.pictures, show, cancel
            )  # fmt: skip
        print(outputs.report / "report.html")


def _print_difference(one: Difference) -> None:
    low, high = one.interval
    print(
        f"{one.list_name}, {one.group}: {one.one} - {one.other}: {one.figure} {one.mean:+.2f} "
        f"[{low:+.2f}, {high:+.2f}], rows {one.rows}, higher on {100 * one.higher:.0f} %"
    )


def _figure(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(f"{v:.2f}" for v in value) + "]"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
