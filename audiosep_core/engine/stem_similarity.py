"""With a model that has an audio tower: is the stem nearer to the prompt than what is left? Windows of ten seconds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audiosep_core.cancel import CancelToken
from audiosep_core.engine.calibration import Calibration, load_calibrations
from audiosep_core.engine.hearing import TowerHearing
from audiosep_core.engine.presence import presence_of
from audiosep_core.engine.source import Source
from audiosep_core.types import AudioArray, Presence


class RestSource:
    """Frames [start, end) of a source less its stems, which begin at `start`."""

    def __init__(self, source: Source, stems: Sequence[Source], start: int) -> None:
        self._source, self._stems, self._start = source, stems, start
        self.rate_hz, self.channels = source.rate_hz, source.channels
        self.frames = stems[0].frames

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), counted from the first of the stems."""
        rest = self._source.read(self._start + start, self._start + end)
        for stem in self._stems:
            rest = rest - stem.read(start, end)
        return rest


def stem_presence(
    ears: TowerHearing,
    prompts: Sequence[str],
    source: Source,
    stems: Sequence[Source],
    start: int = 0,
    cancel: CancelToken | None = None,
) -> tuple[Presence, ...]:
    """Presence of each prompt, from the similarities of its stem and of the rest with the prompt.

    Nobody has measured where the line is between present and not with such a model: the answers are marked as
    uncalibrated, and a stem as near to its prompt as the rest is counts as a half.

    Args:
        ears: Of the model that separated.
        prompts: One a stem.
        source: What was separated. stems: What came of it. start: Frame of the source that the stems begin at.
        cancel: Raises Cancelled between two windows.
    """
    rest = ears.hear(RestSource(source, stems, start), cancel=cancel)
    around = ears.logits(rest, prompts)
    calibration: Calibration = load_calibrations()["tower"]
    answers: list[Presence] = []
    for number, stem in enumerate(stems):
        heard = ears.hear(stem, cancel=cancel)
        odds = ears.logits(heard, prompts)[number] - around[number]
        answers += presence_of(odds[None].astype(np.float32), heard.level_db, calibration)
    return tuple(answers)
