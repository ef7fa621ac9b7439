"""A track as a file for another program, which finds in it where it belongs: Broadcast WAV with its place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from audiosep_core.audio.broadcast import BroadcastInfo, Subtype, write_broadcast
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import open_stems
from audiosep_core.audio.items import PlacedStem
from audiosep_core.audio.remainder import Remainder
from audiosep_core.audio.sound import Sound
from audiosep_core.audio.write_errors import write_error
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

BLOCK_FRAMES = 65536


def hand_over(
    path: Path,
    source: Path,
    stems: Sequence[PlacedStem],
    start: int,
    end: int,
    *,
    rest: bool = False,
    subtype: Subtype = "FLOAT",
    description: str = "",
    cancel: CancelToken,
) -> int:
    """Write frames `start` to `end` of a track.

    Args:
        path: The new file. Its folder is made for nobody but this person; a half-written file never stays.
        source: The recording's cache.
        stems: The one stem, or with `rest` those that are taken out of the recording.
        start: First frame, of the recording; also what the file says.
        end: Frame after the last one; cut to the recording.
        rest: Whether the recording minus the stems is meant.
        subtype: "FLOAT" or "PCM_24".
        description: What can be heard, for the file.
        cancel: Stops within a block.

    Returns:
        Samples that were clipped.

    Raises:
        AudioReadError: A cache cannot be read, or there is nothing to write.
        AudioWriteError: The file cannot be written.
        Cancelled: The token was set.
    """
    with ExitStack() as open_files:
        recording = open_files.enter_context(SoundCache.open(source))
        sounds = open_stems(stems, source, open_files)
        start, end = max(0, start), min(end, recording.frames)
        if start >= end or not (rest or sounds):
            raise AudioReadError("nothing-to-export", "There is no sound to hand over.", "Select a longer part.")
        sound: Sound
        sound, offset = (Remainder(recording, sounds), 0) if rest else sounds[0]

        def blocks() -> Iterator[AudioArray]:
            for first in range(start, end, BLOCK_FRAMES):
                cancel.raise_if_set()
                yield sound.read(first - offset, min(first + BLOCK_FRAMES, end) - offset)

        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(path, error) from error
        part = path.with_name(path.name + ".part")
        try:
            clipped = write_broadcast(
                part,
                blocks(),
                BroadcastInfo.made_now(start, description),
                rate_hz=recording.rate_hz,
                channels=recording.channels,
                frames=end - start,
                subtype=subtype,
            )
            os.replace(part, path)
        except OSError as error:
            raise write_error(path, error) from error
        finally:
            part.unlink(missing_ok=True)
        return clipped
