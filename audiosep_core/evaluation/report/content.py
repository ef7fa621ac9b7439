"""What a report says, ready for its two templates: words and numbers, no markup."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from audiosep_core.evaluation.figures import FIGURES
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.result import Result
from audiosep_core.evaluation.rows import Row
from audiosep_core.evaluation.summary import ClassFigures, Difference, by_class, summary, worst_first


@dataclass(frozen=True)
class Shown:
    """An item with a picture and its sounds."""

    place: str
    title: str
    figures: str
    prompt: str
    picture: str
    picture_base64: str
    sounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Headings and rows of text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """One list and the words it was asked with."""

    title: str
    about: str
    warnings: tuple[str, ...]
    groups: Table
    classes: Table
    items: Table
    shown: tuple[Shown, ...]


def about(protocol: EvaluationProtocol) -> str:
    """How the figures of a list come about, in one paragraph."""
    asked = {
        "label": "by the label",
        "caption": "by the caption",
        "paraphrase": "by each paraphrase of the label on its own; an item's figure is the mean over them",
    }[protocol.query]
    summed = {
        None: "means over the items",
        "mean": "means over the classes of each class's mean",
        "median": "means over the classes of each class's median",
    }[protocol.aggregation.per_class]
    return (
        f"{len(protocol.items)} items at {protocol.rate_hz / 1000:g} kHz, asked {asked}. Figures are {summed}; "
        f"intervals (95 %) are bootstrapped over items. List SHA-256 {protocol.list_sha256}."
    )


def section(result: Result, shown: Sequence[Shown], seed: int) -> Section:
    """Everything about one list."""
    return Section(
        title=result.title,
        about=about(result.protocol),
        warnings=result.protocol.warnings,
        groups=groups_table([result], seed),
        classes=_classes_table(result.protocol, by_class(result.protocol, result.rows, seed)),
        items=_items_table(result),
        shown=tuple(shown),
    )


def groups_table(results: Sequence[Result], seed: int) -> Table:
    """The summary of one list, or of several with the same figures, a line each group."""
    figures = results[0].protocol.figures
    several = len(results) > 1
    headings = ["rows", "asked", "n"] if several else ["rows", "n"]
    for figure in figures:
        unit = f" {FIGURES[figure].unit}".rstrip()
        headings.append(title(figure) if figure == "swap_right" else f"{title(figure)}{unit} (95 %)")
        if figure == figures[0]:
            headings.append("median")
    lines = []
    for result in results:
        aggregate = result.protocol.aggregation.name
        for group, found in summary(result.protocol, result.rows, seed).items():
            line = [group, *([result.protocol.query] if several else []), str(found["rows"])]
            for figure in figures:
                if figure == "swap_right":
                    line.append(f"{100 * found[figure]:.0f} %" if figure in found else "")
                    continue
                key = f"{figure}_{aggregate}"
                low, high = found.get(f"{key}_95", (math.nan, math.nan))
                line.append(f"{number(found.get(key))} ({number(low)} to {number(high)})")
                if figure == figures[0]:
                    line.append(number(found.get(f"{figure}_median")))
            lines.append(tuple(line))
    if several:
        # The kinds of words side by side, group after group.
        order = list(dict.fromkeys(line[0] for line in lines))
        lines.sort(key=lambda line: order.index(line[0]))
    return Table(tuple(headings), tuple(lines))


def differences_table(found: Sequence[Difference]) -> Table:
    """Paired differences; the interval tells whether there is one."""
    rows = []
    for one in found:
        swap = one.figure == "swap_right"
        scale = 100.0 if swap else 1.0
        low, high = (scale * end for end in one.interval)
        rows.append(
            (
                one.list_name,
                one.group,
                str(one.rows),
                f"{one.one} - {one.other}",
                title(one.figure) if not swap else "swap right (points)",
                f"{scale * one.mean:+.2f} ({low:+.2f} to {high:+.2f})",
                f"{100 * one.higher:.0f} %",
                "yes" if low > 0 or high < 0 else "no",
            )
        )
    headings = ("list", "rows", "n", "pair", "figure", "mean difference (95 %)", "higher on", "told apart")
    return Table(headings, tuple(rows))


def _classes_table(protocol: EvaluationProtocol, classes: Sequence[ClassFigures]) -> Table:
    name = title(protocol.headline)
    rows = []
    for one in classes:
        interval = f"{number(one.interval[0])} to {number(one.interval[1])}" if one.interval else ""
        rows.append((one.label, str(one.rows), number(one.mean), interval, number(one.median), number(one.worst)))
    unit = f" {FIGURES[protocol.headline].unit}".rstrip()
    return Table(("class", "n", f"mean {name}{unit}", "95 %", "median", "worst"), tuple(rows))


def _items_table(result: Result) -> Table:
    figures = result.protocol.figures
    rows = []
    for row in worst_first(result.protocol, result.rows):
        snr = "" if row.snr_db is None else f"{row.snr_db:g}"
        cells = [str(row.index), row.label, row.other, snr, row.prompt]
        for figure in figures:
            value = row.value(figure)
            if figure == "swap_right":
                cells.append("" if value is None else f"{100 * value:.0f} %")
            else:
                cells.append(number(value))
        rows.append(tuple(cells))
    return Table(("item", "class", "mixed with", "dB", "asked", *(title(figure) for figure in figures)), tuple(rows))


def item_figures(protocol: EvaluationProtocol, row: Row) -> str:
    """An item's figures in a line."""
    parts = []
    for figure in protocol.figures:
        value = row.value(figure)
        if value is None:
            continue
        if figure == "swap_right":
            parts.append(f"swap right {100 * value:.0f} %")
        else:
            parts.append(f"{title(figure)} {number(value)} {FIGURES[figure].unit}".strip())
    return ", ".join(parts)


def title(figure: str) -> str:
    """A figure's name for people."""
    return FIGURES[figure].title


def number(value: float | None) -> str:
    """Two decimals; nothing where there is no figure."""
    return "" if value is None or math.isnan(value) else f"{value:.2f}"
