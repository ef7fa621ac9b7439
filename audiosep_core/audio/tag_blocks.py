"""Tags as bytes: Vorbis comments and pictures (FLAC, Ogg), RIFF's INFO list, ID3.

Sources: RFC 9639 (FLAC) 8.6 and 8.8, the Vorbis comment specification of xiph.org, “Multimedia Programming Interface
and Data Specifications 1.0” (RIFF INFO), id3.org's “ID3 tag version 2.4.0”.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfileobj

from audiosep_core.audio.tags import Cover, Tags
from audiosep_core.audio.wav_header import Chunk, packed

_VORBIS_NAMES = {"track": "TRACKNUMBER", "disc": "DISCNUMBER", "album_artist": "ALBUMARTIST"}
_INFO_NAMES = {
    "title": b"INAM", "artist": b"IART", "album": b"IPRD", "genre": b"IGNR", "date": b"ICRD", "track": b"ITRK",
    "comment": b"ICMT", "copyright": b"ICOP",
}  # fmt: skip
_ID3_NAMES = {
    "title": b"TIT2", "artist": b"TPE1", "album_artist": b"TPE2", "album": b"TALB", "composer": b"TCOM",
    "genre": b"TCON", "date": b"TDRC", "track": b"TRCK", "disc": b"TPOS", "copyright": b"TCOP", "publisher": b"TPUB",
}  # fmt: skip
_STREAMINFO, _COMMENT, _PICTURE = 0, 4, 6
_FRONT_COVER = 3
_LARGEST_BLOCK = (1 << 24) - 1


def picture_block(cover: Cover) -> bytes:
    """FLAC's picture block; its size in pixels is left open, as the specification allows."""
    mime = cover.mime.encode("ascii")
    head = struct.pack(">II", _FRONT_COVER, len(mime)) + mime + struct.pack(">I", 0)
    return head + struct.pack(">IIIII", 0, 0, 0, 0, len(cover.data)) + cover.data


def wav_chunks(tags: Tags) -> list[Chunk]:
    """The chunks of a WAV file: an INFO list, which most programs read, and ID3, which also has the cover."""
    if not tags:
        return []
    info = b"INFO"
    for name, letters in _INFO_NAMES.items():
        if name in tags.fields:
            info += packed(letters, tags.fields[name].encode() + b"\0")
    chunks = [(b"LIST", info)] if len(info) > 4 else []
    return [*chunks, (b"id3 ", _id3(tags))]


def tag_flac(path: Path, tags: Tags) -> None:
    """Put tags into a FLAC file that has none; the sound stays as it is.

    Raises:
        OSError: The file cannot be rewritten.
    """
    tagged = path.with_name(path.name + ".tags")
    try:
        with path.open("rb") as old, tagged.open("xb") as new:
            old.seek(4)
            blocks = [(kind, content) for kind, content in _blocks(old) if kind != _COMMENT]
            blocks.insert(1, (_COMMENT, _comment(tags)))
            cover = picture_block(tags.cover) if tags.cover else b""
            if 0 < len(cover) <= _LARGEST_BLOCK:
                blocks.append((_PICTURE, cover))
            new.write(b"fLaC")
            for place, (kind, content) in enumerate(blocks, start=1):
                last = 0x80 if place == len(blocks) else 0
                new.write(bytes([kind | last]) + len(content).to_bytes(3, "big") + content)
            copyfileobj(old, new, 1 << 20)
        tagged.replace(path)
    finally:
        tagged.unlink(missing_ok=True)


def _blocks(file: object) -> Iterator[tuple[int, bytes]]:
    last = False
    while not last:
        head = file.read(4)  # type: ignore[attr-defined]
        last = bool(head[0] & 0x80)
        yield head[0] & 0x7F, file.read(int.from_bytes(head[1:], "big"))  # type: ignore[attr-defined]


def _comment(tags: Tags) -> bytes:
    vendor = b"AudioSep Desktop"
    lines = [f"{_VORBIS_NAMES.get(name, name.upper())}={text}".encode() for name, text in tags.fields.items()]
    body = b"".join(struct.pack("<I", len(line)) + line for line in lines)
    return struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", len(lines)) + body


def _id3(tags: Tags) -> bytes:
    frames = b""
    for name, letters in _ID3_NAMES.items():
        if name in tags.fields:
            frames += _id3_frame(letters, b"\x03" + tags.fields[name].encode())
    if "comment" in tags.fields:
        frames += _id3_frame(b"COMM", b"\x03und\0" + tags.fields["comment"].encode())
    if tags.cover is not None:
        head = b"\x03" + tags.cover.mime.encode("ascii") + b"\0" + bytes([_FRONT_COVER]) + b"\0"
        frames += _id3_frame(b"APIC", head + tags.cover.data)
    return b"ID3\x04\0\0" + _syncsafe(len(frames)) + frames


def _id3_frame(letters: bytes, content: bytes) -> bytes:
    return letters + _syncsafe(len(content)) + b"\0\0" + content


def _syncsafe(size: int) -> bytes:
    """28 bits in four bytes of seven."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
