"""Reads files as the engine and the command line do, and says what came of it: a child for tests that damage files."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import numpy as np

from audiosep_core.audio.decoded import DecodedSound
from audiosep_core.audio.direct import FileSound
from audiosep_core.audio.read import open_audio, probe
from audiosep_core.audio.tags import tags_and_video
from audiosep_core.errors import AudioSepError
from audiosep_core.protocol import Channel

_BLOCK = 30_000


def read_every_way(path: Path, scratch: Path) -> dict[str, Any]:
    """Read a file by every reader there is, and compare them.

    Returns:
        Frames, and whether the file was cut short.

    Raises:
        AudioSepError: It cannot be read.
    """
    tags_and_video(path)
    with FileSound.try_open(path) or DecodedSound(open_audio(path), scratch / "source.json") as sound:
        if isinstance(sound, DecodedSound):
            sound.wait()
        frames = sound.frames
        with open_audio(path) as reader:
            at = 0
            for block in reader.blocks(_BLOCK):
                assert np.isfinite(block).all()
                assert np.array_equal(sound.read(at, at + len(block)), block), f"other sound from {at} on"
                at += len(block)
            assert at == frames == reader.info.frames, "other lengths"
            assert (sound.rate_hz, sound.channels) == (reader.info.rate_hz, reader.info.channels)
            return {"frames": frames, "truncated": reader.truncated, "rate_hz": probe(path).rate_hz}


def main() -> None:
    channel = Channel.take_stdio()
    channel.send({"type": "hello"})
    for request in channel.requests():
        answer: dict[str, Any]
        try:
            with tempfile.TemporaryDirectory() as scratch:
                answer = {"type": "done", **read_every_way(Path(request["path"]), Path(scratch))}
        except AudioSepError as error:
            answer = {"type": "error", "code": error.code, "message": error.message, "hint": error.hint}
        except Exception:  # noqa: BLE001 - what a test is looking for
            answer = {"type": "error", "code": "internal", "message": traceback.format_exc(), "hint": ""}
        channel.send({**answer, "job": request["job"]})


if __name__ == "__main__":
    sys.exit(main())
