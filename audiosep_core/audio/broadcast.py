"""Broadcast WAV (EBU Tech 3285): a plain WAV that says at which frame of its recording it begins.

Other programs place such a file where it belongs: “Spot” in Pro Tools, “Move to original position” in Reaper, “Insert
at origin time” in Cubase and Nuendo. Lengths are known before the first sample, so that the header is written once;
above 4 GiB it is RF64 (EBU Tech 3306), which has room for any length.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import numpy as np

from audiosep_core.audio.dither import Quantiser
from audiosep_core.audio.wav_header import packed
from audiosep_core.audio.write_errors import write_error
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

Subtype = Literal["PCM_24", "FLOAT"]
SUBTYPES: tuple[Subtype, ...] = ("PCM_24", "FLOAT")

_VERSION = 1  # 2 adds loudness figures, which nobody measured here
_FIXED = struct.Struct("<256s32s32s10s8sIIH64s190s")
_LARGEST_RIFF = 0xFFFFFFFF
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_GUID = b"\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"


@dataclass(frozen=True)
class BroadcastInfo:
    """What the `bext` chunk says.

    Attributes:
        time_reference: Frames from the recording's beginning (the standard: from midnight) to the file's first one.
        description: What can be heard, up to 256 characters; ASCII, as the standard has it: accents go, other letters
            become “?”.
        originator: The program that made it, up to 32 characters.
        reference: The originator's own name for it, up to 32 characters.
        date: Day of making, yyyy-mm-dd, or "".
        time: Time of making, hh:mm:ss, or "".
    """

    time_reference: int
    description: str = ""
    originator: str = "AudioSep Desktop"
    reference: str = ""
    date: str = ""
    time: str = ""

    @classmethod
    def made_now(cls, time_reference: int, description: str) -> BroadcastInfo:
        """Of a file that is being written."""
        now = datetime.now()
        return cls(time_reference, description, date=f"{now:%Y-%m-%d}", time=f"{now:%H:%M:%S}")

    def chunk(self) -> bytes:
        """The body of the chunk.

        Raises:
            ValueError: The time reference is negative.
        """
        if self.time_reference < 0:
            raise ValueError(f"a file cannot begin before its recording: {self.time_reference}")
        texts = [_ascii(text) for text in (self.description, self.originator, self.reference, self.date, self.time)]
        low, high = self.time_reference & 0xFFFFFFFF, self.time_reference >> 32
        return _FIXED.pack(*texts, low, high, _VERSION, b"", b"")

    @classmethod
    def parse(cls, body: bytes) -> BroadcastInfo:
        """Read the body of a chunk of any version.

        Raises:
            ValueError: It is shorter than the standard's.
        """
        if len(body) < _FIXED.size:
            raise ValueError(f"a bext chunk has at least {_FIXED.size} bytes, not {len(body)}")
        *texts, low, high, _, _, _ = _FIXED.unpack_from(body)
        description, originator, reference, date, time = (
            text.split(b"\0")[0].decode("ascii", "replace") for text in texts
        )
        return cls(low | high << 32, description, originator, reference, date, time)


def write_broadcast(
    path: Path,
    blocks: Iterable[AudioArray],
    info: BroadcastInfo,
    *,
    rate_hz: int,
    channels: int,
    frames: int,
    subtype: Subtype = "FLOAT",
) -> int:
    """Write a new file.

    Args:
        path: Where; its folder exists, a file of that name is replaced.
        blocks: (n, channels) float32 blocks, `frames` frames in all.
        info: The `bext` chunk.
        rate_hz: Frames a second.
        channels: 1 or more.
        frames: Length.
        subtype: "FLOAT" gives the samples back to the last bit; "PCM_24" rounds, and clips outside of [-1, 1].

    Returns:
        Samples that were clipped.

    Raises:
        AudioWriteError: The system refused; what was written stays for the caller to remove.
        ValueError: The blocks do not have the promised shape.
    """
    clipped = written = 0
    try:
        with path.open("wb") as file:
            file.write(_header(info, rate_hz, channels, frames, subtype))
            for block in blocks:
                if block.ndim != 2 or block.shape[1] != channels:
                    raise ValueError(f"a block is (frames, {channels}), not {block.shape}")
                if subtype == "PCM_24":
                    clipped += int(np.count_nonzero(np.abs(block) > 1.0))
                file.write(_bytes(block, subtype))
                written += len(block)
            if written != frames:
                raise ValueError(f"{frames} frames were promised, {written} came")
            if frames * channels * _width(subtype) % 2:
                file.write(b"\0")  # chunks have even lengths
    except OSError as error:
        raise write_error(path, error) from error
    return clipped


def read_broadcast(path: Path) -> BroadcastInfo | None:
    """The `bext` chunk of a WAV or RF64 file, None when it has none.

    Raises:
        AudioReadError: "unreadable" when it is no WAV file or cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] not in (b"RIFF", b"RF64") or head[8:12] != b"WAVE":
                raise AudioReadError("unreadable", f"“{path.name}” is no WAV file.", "Choose a WAV file.")
            long_data = 0
            while len(chunk := file.read(8)) == 8:
                name, size = chunk[:4], struct.unpack("<I", chunk[4:])[0]
                if name == b"bext":
                    return BroadcastInfo.parse(file.read(size))
                if name == b"ds64":
                    body = file.read(size)
                    long_data = struct.unpack_from("<Q", body, 8)[0]
                    file.seek(size % 2, 1)
                    continue
                if name == b"data" and size == _LARGEST_RIFF:
                    size = long_data
                file.seek(size + size % 2, 1)
    except (OSError, ValueError, struct.error) as error:
        raise AudioReadError(
            "unreadable", f"“{path.name}” could not be read ({error}).", "Try another file."
        ) from error
    return None


def _ascii(text: str) -> bytes:
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return plain.encode("ascii", "replace")


def _width(subtype: Subtype) -> int:
    return 3 if subtype == "PCM_24" else 4


def _bytes(block: AudioArray, subtype: Subtype) -> bytes:
    if subtype == "FLOAT":
        return block.astype("<f4").tobytes()
    steps = Quantiser(24).steps(block).astype("<i4")
    return steps.reshape(-1, 1).view(np.uint8)[:, 1:].tobytes()


def _header(info: BroadcastInfo, rate_hz: int, channels: int, frames: int, subtype: Subtype) -> bytes:
    bits = 8 * _width(subtype)
    data = frames * channels * _width(subtype)
    tag = _PCM if subtype == "PCM_24" else _FLOAT
    frame = channels * _width(subtype)
    kind = tag if channels <= 2 else _EXTENSIBLE
    form = struct.pack("<HHIIHH", kind, channels, rate_hz, rate_hz * frame, frame, bits)
    if channels > 2:  # no speaker is named: what the channels are is the recording's secret
        form += struct.pack("<HHIH", 22, bits, 0, tag) + _GUID
    chunks = packed(b"bext", info.chunk()) + packed(b"fmt ", form)
    if subtype == "FLOAT":
        chunks += packed(b"fact", struct.pack("<I", min(frames, _LARGEST_RIFF)))
    # The room of a ds64 chunk is kept in every file, so that both kinds are laid out alike.
    whole = 4 + 36 + len(chunks) + 8 + data + data % 2
    if whole > _LARGEST_RIFF:
        long = packed(b"ds64", struct.pack("<QQQI", whole, data, frames, 0))
        return b"RF64" + struct.pack("<I", _LARGEST_RIFF) + b"WAVE" + long + chunks + _open(b"data", _LARGEST_RIFF)
    room = packed(b"JUNK", bytes(28))
    return b"RIFF" + struct.pack("<I", whole) + b"WAVE" + room + chunks + _open(b"data", data)


def _open(name: bytes, size: int) -> bytes:
    return name + struct.pack("<I", size)
