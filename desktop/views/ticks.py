"""Which times and frequencies a ruler names, and in what words. Pure arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
_FINEST_S = 1e-6
_SUBDIVISIONS = {1: 5, 2: 4, 5: 5, 10: 5, 15: 3, 30: 3, 60: 6, 120: 4, 300: 5, 600: 5, 900: 3, 1800: 3, 3600: 4}


@dataclass(frozen=True)
class Tick:
    """A mark at `at` (seconds or Hz); minor ones carry no label."""

    at: float
    label: str


FEWEST = 8
"""Labelled ticks, wherever they fit."""


def step_for(span_s: float, width_px: float, label_px: float = 92.0) -> float:
    """The smallest readable distance of labelled ticks, in seconds: 1, 2, 5 times a power of ten, clock-like above.

    Where so few would be seen that the eye has nothing to hold on to, the largest that shows `FEWEST`.
    """
    step = _at_least(span_s * label_px / max(width_px, 1.0))
    while span_s / step < FEWEST + 1 and step > _FINEST_S:
        step = _below(step)
    return step


def _below(step: float) -> float:
    """The next smaller readable distance."""
    if step > 1:
        return float(max(one for one in _SECONDS if one < step)) if step <= _SECONDS[-1] else float(_SECONDS[-1])
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    factor = round(step / power)
    return power * {1: 0.5, 2: 1, 5: 2}[factor]


def _at_least(wanted: float) -> float:
    if wanted <= 1.0:
        power = 10.0 ** math.floor(math.log10(max(wanted, 1e-7)))
        for factor in (1, 2, 5, 10):
            if factor * power >= wanted * (1 - 1e-9):
                return factor * power
    for step in _SECONDS:
        if step >= wanted:
            return float(step)
    return float(_SECONDS[-1]) * math.ceil(wanted / _SECONDS[-1])


@lru_cache(maxsize=8)
def time_ticks(
    start_s: float, end_s: float, width_px: float, label_px: float = 92.0
) -> tuple[tuple[Tick, ...], tuple[float, ...]]:
    """Labelled ticks and the times of minor ones inside [start_s, end_s]."""
    step = step_for(end_s - start_s, width_px, label_px)
    every = max(1, int((end_s - start_s) / step / FEWEST)) if (end_s - start_s) / step * label_px > width_px else 1
    parts = _SUBDIVISIONS.get(round(step), 5) if step >= 1 else 5
    indices = _indices(start_s, end_s, step)
    major = [Tick(i * step, clock(i * step, step)) for i in indices if i % every == 0]
    plain = [i * step for i in indices if i % every]
    minor = [i * step / parts for i in _indices(start_s, end_s, step / parts) if i % parts]
    return tuple(major), tuple(plain + minor)


def _indices(start: float, end: float, step: float) -> range:
    return range(math.ceil(start / step - 1e-9), math.floor(end / step + 1e-9) + 1)


def clock(seconds: float, step: float = 0.001) -> str:
    """A time as `m:ss`, `h:mm:ss`, with as many decimals as steps of `step` seconds need."""
    decimals = 0 if step >= 1 else min(6, math.ceil(-math.log10(step) - 1e-9))
    scale = 10**decimals
    ticks = round(seconds * scale)
    whole, fraction = divmod(ticks, scale)
    minutes, sec = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{sec:02d}" if hours else f"{minutes}:{sec:02d}"
    return f"{text}.{fraction:0{decimals}d}" if decimals else text


def shortened(label: str) -> str:
    """What tells a label of a ruler from its neighbours: ":45.1" of "1:23:45.1", ".1234" of "0:45.1234"."""
    seconds = label.rsplit(":", 1)[1]
    whole, _, fraction = seconds.partition(".")
    return f".{fraction}" if len(fraction) > 1 else f":{whole}.{fraction}" if fraction else f":{whole}"


def fitting(
    major: Sequence[Tick], places: Sequence[int], gap_px: int, measures: Sequence[Callable[[str], int]]
) -> tuple[list[str], int]:
    """Labels that do not touch, "" where one is left out, and the number of the font that they are written in.

    Where there is no room in full, those within a minute are shortened, then small; whole minutes are always named.
    Where that is not enough, every second one is left out, and so on.

    Args:
        major: Ticks with a label.
        places: Their x in pixels.
        gap_px: Between a label and the ticks on both sides of it.
        measures: How wide a text is in each font, the preferred one first.
    """
    step = major[1].at - major[0].at if len(major) > 1 else 0.0
    full = [tick.label for tick in major]
    short = [tick.label if _is_minute(tick.at) else shortened(tick.label) for tick in major] if step < 60 else full
    every = 1
    while True:
        kept = [i for i, tick in enumerate(major) if not step or round(tick.at / step) % every == 0]
        room = min((places[b] - places[a] for a, b in pairwise(kept)), default=math.inf) - 2 * gap_px
        for labels, font in ((full, 0), *((short, number) for number in range(len(measures)))):
            if max((measures[font](labels[i]) for i in kept), default=0) <= room:
                return [label if i in kept else "" for i, label in enumerate(labels)], font
        every *= 2


def _is_minute(seconds: float) -> bool:
    return abs(seconds - 60 * round(seconds / 60)) < _FINEST_S / 2


def precise(seconds: float) -> str:
    """A position to the millisecond, `mm:ss.mmm`, hours in front when there are any: its width does not jump."""
    return _of_equal_width(seconds, 0.001)


def tenths(seconds: float) -> str:
    """A position to the tenth of a second, `mm:ss.t`: enough to name a stretch."""
    return _of_equal_width(seconds, 0.1)


def _of_equal_width(seconds: float, step: float) -> str:
    text = clock(max(seconds, 0.0), step)
    return text if text.index(":") == 2 or text.count(":") == 2 else "0" + text


def duration(seconds: float) -> str:
    """A waiting time in words a person uses: "8 s", "2 min 5 s", "1 h 10 min"."""
    seconds = max(0, round(seconds))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60} s" if seconds < 600 else f"{round(seconds / 60)} min"
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"
