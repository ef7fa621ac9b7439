"""Figures of many rows: a group's, a class's, and the paired difference of two models or two kinds of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.metrics import bootstrap_interval
from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.rows import Row

# Below this an interval would say more than the items can.
_FEWEST_FOR_AN_INTERVAL = 5


def summary(protocol: EvaluationProtocol, rows: Sequence[Row], seed: int = 0) -> dict[str, dict[str, Any]]:
    """For every group its number of rows, and of each figure the aggregate, its 95 % interval and the median."""
    return {
        name: _figures(protocol.figures, protocol.aggregation, group, seed)
        for name, group in groups_of(protocol.groups, rows).items()
    }


def groups_of(groups: Callable[[Row], tuple[str, ...]], rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows by group, in the order in which groups appear; a group without rows does not."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for name in groups(row):
            found.setdefault(name, []).append(row)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def values_of(rows: Sequence[Row], figure: str) -> NDArray[np.float64]:
    """A figure of every row, NaN where it has none."""
    found = (row.value(figure) for row in rows)
    return np.array([float("nan") if value is None else value for value in found], dtype=np.float64)


def _figures(figures: Sequence[str], aggregation: Aggregation, rows: Sequence[Row], seed: int) -> dict[str, Any]:
    classes = [row.label for row in rows]
    result: dict[str, Any] = {"rows": len(rows)}
    if aggregation.per_class is not None:
        result["classes"] = len(set(classes))
    for figure in figures:
        values = values_of(rows, figure)
        if np.isnan(values).all():
            continue
        if figure == "swap_right":
            result[figure] = float(np.nanmean(values))
            continue
        result[f"{figure}_{aggregation.name}"] = aggregation.value(values, classes)
        result[f"{figure}_median"] = float(np.nanmedian(values))
        result[f"{figure}_{aggregation.name}_95"] = list(aggregation.interval(values, classes, seed))
    return result


@dataclass(frozen=True)
class ClassFigures:
    """One class: mean, median and worst of the headline; the interval is None for a handful of rows."""

    label: str
    rows: int
    mean: float
    median: float
    worst: float
    interval: tuple[float, float] | None


def by_class(protocol: EvaluationProtocol, rows: Sequence[Row], seed: int = 0) -> list[ClassFigures]:
    """Every class, the worst mean first."""
    low_is_bad = protocol.worst == "lowest"
    found = []
    labels = dict.fromkeys(row.label for row in rows)
    for label in labels:
        values = values_of([row for row in rows if row.label == label], protocol.headline)
        values = values[~np.isnan(values)]
        if not len(values):
            continue
        interval = bootstrap_interval(values, seed) if len(values) >= _FEWEST_FOR_AN_INTERVAL else None
        worst = float(values.min() if low_is_bad else values.max())
        found.append(ClassFigures(label, len(values), float(values.mean()), float(np.median(values)), worst, interval))
    return sorted(found, key=lambda one: one.mean if low_is_bad else -one.mean)


def worst_first(protocol: EvaluationProtocol, rows: Sequence[Row]) -> list[Row]:
    """Rows by their headline figure; those without one last."""
    sign = 1.0 if protocol.worst == "lowest" else -1.0

    def key(row: Row) -> float:
        value = row.value(protocol.headline)
        return float("inf") if value is None or np.isnan(value) else sign * value

    return sorted(rows, key=key)


@dataclass(frozen=True)
class Difference:
    """Paired: the same items, one minus the other.

    Attributes:
        one: What is judged.
        other: What it is compared with.
        list_name: The list.
        group: The rows.
        figure: Which figure.
        rows: How many pairs.
        mean: Mean of the differences: positive where `one` is higher.
        interval: Its 95 % interval, bootstrapped over items.
        higher: Share of items on which `one` is higher.
    """

    one: str
    other: str
    list_name: str
    group: str
    figure: str
    rows: int
    mean: float
    interval: tuple[float, float]
    higher: float


def differences(
    protocol: EvaluationProtocol, rows: Sequence[Row], others: Sequence[Row], names: tuple[str, str], seed: int = 0
) -> list[Difference]:
    """Paired mean difference of the figures in every group. Classes count by their items, whatever the aggregation.

    A gain over the mixture differs by exactly as much as the figure that it is a gain of: the first of the two is kept.

    Raises:
        AudioSepError: the two do not hold the same items.
    """
    paired = {row.index: row for row in others}
    if len(paired) != len(others) or {row.index for row in rows} != paired.keys():
        raise AudioSepError(
            "not-comparable",
            f"{names[0]} and {names[1]} were not judged on the same items of '{protocol.list_name}'.",
            "Evaluate both again on the same list.",
        )
    found = []
    for group, members in groups_of(protocol.groups, rows).items():
        for figure in _distinct(protocol.figures):
            values = values_of(members, figure) - values_of([paired[row.index] for row in members], figure)
            values = values[~np.isnan(values)]
            if len(values):
                interval = bootstrap_interval(values, seed)
                found.append(
                    Difference(
                        *names, protocol.list_name, group, figure, len(values), float(values.mean()), interval,
                        float((values > 0).mean()),
                    )
                )  # fmt: skip
    return found


def _distinct(figures: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for figure in figures:
        found.setdefault(figure.replace("ri_db", "r_db"), figure)
    return list(found.values())
