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
from audiosep_core.audio.heard import open_heard, open_stems
from audiosep_core.audio.remainder import Remainder
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.write_errors import write_error


@dataclass(frozen=True)
class Drawn:
    """A stem's `cache` with a strength, at frame `offset` of `source`; without one, `source` minus `stems`."""

    cache: Path | None
    source: Path
    offset: int = 0
    strength: float = 0.0
    stems: tuple[PlacedStem, ...] = ()


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
        stems = open_stems(drawn.stems, drawn.source, files)
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
