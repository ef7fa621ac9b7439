"""Which frequencies an axis names, and in what words: round ones, as many as fit, at any zoom. Pure arithmetic."""

from __future__ import annotations

import math
from functools import lru_cache

from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.ticks import Tick

CLOSEST_PX = 18.0
"""Labels are at least this far apart."""

_ENOUGH = 8
_ENOUGH_PX = 50.0
"""So many labels, or one so often on a low lane, are enough."""

_EDGE_PX = 8.0
_SERIES = (1.0, 2.0, 5.0)
_LADDER = (1.0, 5.0, 2.0, 3.0, 7.0, 1.5)
"""Round on a scale of octaves, the roundest first."""

_MOST = 400


@lru_cache(maxsize=32)
def frequency_ticks(axis: FrequencyAxis, height_px: float) -> tuple[Tick, ...]:
    """Labelled frequencies from low to high. The roundest come first: they stay while the view is zoomed."""
    if height_px < 2 * CLOSEST_PX:
        return ()
    taken: dict[float, float] = {}
    steps: dict[float, float] = {}

    def offer(hz: float, step: float) -> None:
        y = axis.y_of(hz, height_px)
        if not _EDGE_PX <= y <= height_px - _EDGE_PX or hz in taken:
            return
        if all(abs(y - other) >= CLOSEST_PX for other in taken.values()):
            taken[hz] = y
            steps[hz] = step

    if axis.scale != "linear":
        for factor in _LADDER:
            for power in range(1, 6):
                offer(factor * 10.0**power, 10.0**power / 2)
    if axis.scale == "linear":
        step = _step_for((axis.high_hz - axis.low_hz) * CLOSEST_PX / height_px)
        for hz in _multiples(axis, step):
            offer(hz, step)
    else:
        step = _step_for((axis.high_hz - axis.low_hz) / 2)
        for _ in range(9):  # of a narrow band, finer and finer until there are enough
            multiples = _multiples(axis, step)
            if len(multiples) > _MOST or len(taken) >= min(height_px / _ENOUGH_PX, _ENOUGH):
                break
            for hz in multiples:
                offer(hz, step)
            step = _step_for(step / 2.6)
    return tuple(Tick(hz, hertz(hz, steps[hz])) for hz in sorted(taken))


@lru_cache(maxsize=32)
def frequency_lines(axis: FrequencyAxis, height_px: float) -> tuple[int, ...]:
    """The rows of pixels of the labelled frequencies."""
    return tuple(round(axis.y_of(tick.at, height_px)) for tick in frequency_ticks(axis, height_px))


def _step_for(wanted: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is at least `wanted`."""
    power = 10.0 ** math.floor(math.log10(max(wanted, 1e-3)))
    return next(factor * power for factor in (*_SERIES, 10.0) if factor * power >= wanted * (1 - 1e-9))


def _multiples(axis: FrequencyAxis, step: float) -> list[float]:
    first, last = math.ceil(axis.low_hz / step - 1e-9), math.floor(axis.high_hz / step + 1e-9)
    return [number * step for number in range(max(first, 1), min(last, first + _MOST + 1) + 1)]


def hertz(hz: float, step: float = 1.0) -> str:
    """A frequency with as many places as steps of `step` Hz need: "440", "2.5k", "10.02k"."""
    if hz < 1000:
        decimals = 0 if step >= 1 else math.ceil(-math.log10(step) - 1e-9)
        return f"{hz:.{decimals}f}"
    decimals = max(0, math.ceil(3 - math.log10(step) - 1e-9))
    text = f"{hz / 1000:.{decimals}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}k"
