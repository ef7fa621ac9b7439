"""The visible band of frequencies on its scale, as a value: what zooming and scrolling make of it. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.spectrum import hz_to_mel, mel_to_hz

Scale = Literal["mel", "linear", "log"]
SCALES: tuple[Scale, ...] = get_args(Scale)

LOG_FLOOR_HZ = 20.0
"""Where a logarithmic scale begins."""

NARROWEST_HZ = 20.0
"""The narrowest band that can be shown: below this a picture of single bins says nothing more."""

Hz = NDArray[np.float64]


def warp(scale: Scale, hz: float | Hz) -> Hz:
    """Where frequencies lie on a scale, in a unit of its own."""
    values = np.asarray(hz, np.float64)
    if scale == "mel":
        return np.asarray(hz_to_mel(values), np.float64)
    if scale == "log":
        return np.log2(np.maximum(values, LOG_FLOOR_HZ))
    return values


def unwarp(scale: Scale, places: float | Hz) -> Hz:
    """Frequencies at places on a scale."""
    values = np.asarray(places, np.float64)
    if scale == "mel":
        return np.asarray(mel_to_hz(values), np.float64)
    return np.exp2(values) if scale == "log" else values


@dataclass(frozen=True)
class FrequencyAxis:
    """`low_hz` to `high_hz` are visible of 0 to `top_hz`, the lowest at the bottom."""

    scale: Scale = "mel"
    top_hz: float = 22050.0
    low_hz: float = 0.0
    high_hz: float = 22050.0

    @classmethod
    def whole(cls, scale: Scale, top_hz: float) -> FrequencyAxis:
        """Everything, up to half the rate."""
        return cls(scale, top_hz, 0.0, top_hz).showing(0.0, top_hz)

    @property
    def lowest_hz(self) -> float:
        """Where the scale begins."""
        return min(LOG_FLOOR_HZ, self.top_hz / 2) if self.scale == "log" else 0.0

    @property
    def is_whole(self) -> bool:
        """Whether every frequency is visible."""
        return self.low_hz <= self.lowest_hz and self.high_hz >= self.top_hz

    def showing(self, low_hz: float, high_hz: float) -> FrequencyAxis:
        """The legal axis nearest to the wish."""
        low, high = sorted((low_hz, high_hz))
        high = min(max(high, self.lowest_hz + NARROWEST_HZ), self.top_hz)
        low = min(max(low, self.lowest_hz), max(high - NARROWEST_HZ, self.lowest_hz))
        return replace(self, low_hz=low, high_hz=high)

    def on(self, scale: Scale, top_hz: float) -> FrequencyAxis:
        """The same band on another scale, or of another recording; a whole axis stays whole."""
        if self.is_whole or self.low_hz >= top_hz - NARROWEST_HZ:
            return FrequencyAxis.whole(scale, top_hz)
        return FrequencyAxis(scale, top_hz).showing(self.low_hz, self.high_hz)

    def y_of(self, hz: float, height: float) -> float:
        """Pixel of a frequency on a lane `height` pixels high; outside of it for those out of sight."""
        low, high = self._ends
        return float((high - warp(self.scale, hz)) / (high - low) * height)

    def hz_at(self, y: float, height: float) -> float:
        """Frequency at a pixel, kept inside what is visible."""
        low, high = self._ends
        share = min(max(1 - y / max(height, 1.0), 0.0), 1.0)
        return min(max(float(unwarp(self.scale, low + share * (high - low))), self.low_hz), self.high_hz)

    def edges(self, rows: int) -> Hz:
        """The frequencies that bound `rows` equal rows, from the bottom up: (rows + 1,)."""
        low, high = self._ends
        return unwarp(self.scale, np.linspace(low, high, rows + 1))

    def zoomed(self, factor: float, at_hz: float) -> FrequencyAxis:
        """Magnified by `factor` (> 1 shows less); `at_hz` stays where it is where the ends allow it."""
        low, high = self._ends
        at = float(warp(self.scale, at_hz))
        first, last = (at + (end - at) / factor for end in (low, high))
        bottom, top = (float(warp(self.scale, hz)) for hz in (self.lowest_hz, self.top_hz))
        span = min(last - first, top - bottom)
        first = min(max(first, bottom), top - span)
        return self.showing(float(unwarp(self.scale, first)), float(unwarp(self.scale, first + span)))

    def scrolled(self, share: float) -> FrequencyAxis:
        """Moved up by `share` of what is visible, stopping at the ends."""
        low, high = self._ends
        bottom, top = (float(warp(self.scale, hz)) for hz in (self.lowest_hz, self.top_hz))
        first = min(max(low + share * (high - low), bottom), top - (high - low))
        return self.showing(*(float(unwarp(self.scale, end)) for end in (first, first + high - low)))

    @cached_property
    def _ends(self) -> tuple[float, float]:
        low, high = (float(warp(self.scale, hz)) for hz in (self.low_hz, self.high_hz))
        return low, max(high, low + 1e-9)
