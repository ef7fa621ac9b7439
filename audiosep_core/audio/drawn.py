"""What a spectrogram is drawn of: a recording, a stem as it is heard, or what the stems leave over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.export import PlacedStem
from audiosep_core.audio.heard import HeardStem, open_heard, open_placed
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.write import write_error
from audiosep_core.types import AudioArray


@dataclass(frozen=True)
class Drawn:
    """A stem's `cache` with a strength, at frame `offset` of `source`; without one, `source` minus `stems`."""

    cache: Path | None
    source: Path
    offset: int = 0
    strength: float = 0.0
    stems: tuple[PlacedStem, ...] = ()


class Remainder:
    """A recording minus stems, where they lie.

    Attributes:
        rate_hz: Frames a second.
        channels: Channels.
        frames: Length, that of the recording.
    """

    def __init__(self, source: SoundCache, stems: list[tuple[SoundCache | HeardStem, int]]) -> None:
        """Take open sounds: the recording, and stems with the frame at which each begins."""
        self._source, self._stems = source, stems
        self.rate_hz, self.channels, self.frames = source.rate_hz, source.channels, source.frames

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32; silence outside.

        Raises:
            AudioReadError: "cache-damaged" when the disk fails.
        """
        block = self._source.read(start, end)
        for stem, offset in self._stems:
            if offset < end and offset + stem.frames > start:
                block -= stem.read(start - offset, end - offset)
        return block


@contextmanager
def open_drawn(drawn: Drawn) -> Iterator[Sound]:
    """Open the caches that a picture is drawn of.

    Raises:
        AudioReadError: "cache-missing" or "cache-damaged".
    """
    with ExitStack() as files:
        if drawn.cache is not None:
            stem = open_heard(drawn.cache, drawn.source, drawn.offset, drawn.strength)
            files.callback(stem.close)
            yield stem
            return
        source = files.enter_context(SoundCache.open(drawn.source))
        stems: list[tuple[SoundCache | HeardStem, int]] = []
        for placed in drawn.stems:
            stem = open_placed(placed, drawn.source)
            files.callback(stem.close)
            stems.append((stem, placed.offset))
        yield Remainder(source, stems) if stems else source


def write_tile(path: Path, tile: NDArray[np.uint8]) -> None:
    """Write the bytes of a tile.

    Raises:
        AudioWriteError: The disk refuses.
    """
    try:
        path.write_bytes(tile.tobytes())
    except OSError as error:
        raise write_error(path, error) from error
