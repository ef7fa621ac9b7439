"""With a model that has an audio tower: is the stem nearer to the prompt than all else? Windows of ten seconds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audiosep_core.audio.sound import Sound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.calibration import Calibration, load_calibrations
from audiosep_core.engine.hearing import TowerHearing
from audiosep_core.engine.presence import presence_of
from audiosep_core.types import AudioArray, Presence


class RestSound:
    """A source less a stem that begins at its frame `start`, as long as the stem."""

    def __init__(self, source: Sound, stem: Sound, start: int) -> None:
        self._source, self._stem, self._start = source, stem, start
        self.rate_hz, self.channels, self.frames = source.rate_hz, source.channels, stem.frames

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), counted from the stem's first."""
        return self._source.read(self._start + start, self._start + end) - self._stem.read(start, end)


def stem_presence(
    ears: TowerHearing,
    prompts: Sequence[str],
    source: Sound,
    stems: Sequence[Sound],
    start: int = 0,
    cancel: CancelToken | None = None,
) -> tuple[Presence, ...]:
    """Presence of each prompt, from the similarities of its stem, and of all else, with the prompt.

    Nobody has measured where the line is between present and not with such a model: the answers are marked as
    uncalibrated, and a stem as near to its prompt as all else counts as a half.

    Args:
        ears: Of the model that separated.
        prompts: One a stem.
        source: What was separated. stems: What came of it. start: Frame of the source that the stems begin at.
        cancel: Raises Cancelled between two windows.
    """
    calibration: Calibration = load_calibrations()["tower"]
    answers: list[Presence] = []
    for prompt, stem in zip(prompts, stems, strict=True):
        heard = ears.hear(stem, cancel=cancel)
        rest = ears.hear(RestSound(source, stem, start), cancel=cancel)
        odds = ears.logits(heard, [prompt]) - ears.logits(rest, [prompt])
        answers += presence_of(odds.astype(np.float32), heard.level_db, calibration)
    return tuple(answers)
