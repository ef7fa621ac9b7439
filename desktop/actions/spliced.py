"""Pictures of "Everything else": the recording's, with other ones laid in where stems were taken out. numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.actions.pictures import PeakColumns, Peaks, Spectrum


@dataclass(frozen=True)
class Patch:
    """Frames `start` to `end` are drawn from another picture, which begins at `start`."""

    start: int
    end: int
    peaks: Peaks
    spectrum: Spectrum


def covered_columns(start: float, end: float, columns: int, patch: Patch) -> tuple[int, int]:
    """First and one-past-last of the columns that touch a patch."""
    width = (end - start) / columns
    first = int(np.clip(np.floor((patch.start - start) / width), 0, columns))
    last = int(np.clip(np.ceil((patch.end - start) / width), first, columns))
    return first, last


class SplicedPeaks:
    """Peaks with patches."""

    def __init__(self, base: Peaks, patches: Sequence[Patch]) -> None:
        self._base = base
        self._patches = tuple(patches)

    def view(self, start: float, end: float, columns: int) -> PeakColumns:
        """Frames `start` to `end` in `columns` columns."""
        result = tuple(np.array(part) for part in self._base.view(start, end, columns))
        width = (end - start) / max(columns, 1)
        for patch in self._patches:
            first, last = covered_columns(start, end, columns, patch)
            if first < last:
                at = start - patch.start
                inner = patch.peaks.view(at + first * width, at + last * width, last - first)
                for whole, part in zip(result, inner, strict=True):
                    whole[:, first:last] = part
        return result[0], result[1], result[2]


class SplicedSpectrum:
    """Spectrum with patches."""

    def __init__(self, base: Spectrum, patches: Sequence[Patch]) -> None:
        self._base = base
        self._patches = tuple(patches)

    @property
    def top_hz(self) -> float:
        """The highest frequency."""
        return self._base.top_hz

    def view(self, start: float, end: float, columns: int) -> NDArray[np.uint8]:
        """Frames `start` to `end` in `columns` columns: (bands, columns)."""
        result = np.array(self._base.view(start, end, columns))
        width = (end - start) / max(columns, 1)
        for patch in self._patches:
            first, last = covered_columns(start, end, columns, patch)
            if first < last:
                at = start - patch.start
                result[:, first:last] = patch.spectrum.view(at + first * width, at + last * width, last - first)
        return result
