"""From many values one: the mean, or a mean over classes of each class's mean or median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.metrics import bootstrap_interval

DRAWS = 2000


@dataclass(frozen=True)
class Aggregation:
    """How a published set sums up its items.

    Attributes:
        per_class: None: the mean of all values (AudioCaps, Clotho, ESC-50, VGGSound, DCASE). "mean": the mean within
            each class, then over the classes (MUSIC). "median": the median within each class, then the mean over
            them (AudioSet).
    """

    per_class: Literal["mean", "median"] | None = None

    @property
    def name(self) -> str:
        """Part of the figure's key: two aggregations never share one."""
        return "mean" if self.per_class is None else f"mean_of_class_{self.per_class}s"

    def value(self, values: NDArray[np.float64], classes: Sequence[str]) -> float:
        """The figure of `values` (n,) in `classes` (n,). NaN is left out; NaN if nothing is left."""
        within = np.mean if self.per_class == "mean" else np.median
        if self.per_class is None:
            there = values[~np.isnan(values)]
            return float(there.mean()) if len(there) else float("nan")
        per_class = [float(within(part)) for part in _parts(values, classes)]
        return float(np.mean(per_class)) if per_class else float("nan")

    def interval(
        self, values: NDArray[np.float64], classes: Sequence[str], seed: int, draws: int = DRAWS
    ) -> tuple[float, float]:
        """95 % interval by resampling items, within each class where there are classes."""
        if self.per_class is None:
            there = values[~np.isnan(values)]
            return bootstrap_interval(there, seed, draws) if len(there) else (float("nan"), float("nan"))
        rng = np.random.default_rng(seed)
        within = np.mean if self.per_class == "mean" else np.median
        drawn = [within(rng.choice(part, (draws, len(part))), axis=1) for part in _parts(values, classes)]
        if not drawn:
            return float("nan"), float("nan")
        low, high = np.percentile(np.mean(drawn, axis=0), [2.5, 97.5])
        return float(low), float(high)


def _parts(values: NDArray[np.float64], classes: Sequence[str]) -> list[NDArray[np.float64]]:
    by_class: dict[str, list[float]] = {}
    for value, name in zip(values, classes, strict=True):
        if not np.isnan(value):
            by_class.setdefault(name, []).append(float(value))
    return [np.array(part) for part in by_class.values()]
