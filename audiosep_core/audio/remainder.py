"""What stems leave over of a recording."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import OpenStem
from audiosep_core.types import AudioArray


class Remainder:
    """A recording minus stems, where they lie.

    Attributes:
        rate_hz: Frames a second.
        channels: Channels.
        frames: Length, that of the recording.
    """

    def __init__(self, source: SoundCache, stems: Sequence[OpenStem]) -> None:
        """Take open sounds: the recording, and stems with the frame at which each begins."""
        self._source, self._stems = source, stems
        self.rate_hz, self.channels, self.frames = source.rate_hz, source.channels, source.frames

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32; silence outside.

        Raises:
            AudioReadError: "cache-damaged" when the disk fails.
        """
        # In double precision and rounded once, as in an export.
        block = self._source.read(start, end).astype(np.float64)
        for stem, offset in self._stems:
            if offset < end and offset + stem.frames > start:
                block -= stem.read(start - offset, end - offset)
        return block.astype(np.float32)
