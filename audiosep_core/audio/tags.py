"""What a recording says of itself (title, artist, cover …), so that what is made of it says so too."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

logger = logging.getLogger(__name__)

# By FFmpeg's names. What speaks of the old file (encoder, brands, time codes, loudness) is not carried over.
FIELDS = (
    "title", "artist", "album_artist", "album", "composer", "performer", "genre", "date", "track", "disc", "comment",
    "copyright", "publisher", "lyrics",
)  # fmt: skip

_MIME = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}


@dataclass(frozen=True)
class Cover:
    """A picture, JPEG or PNG, as it lies in the file."""

    mime: str
    data: bytes


@dataclass(frozen=True)
class Tags:
    """Texts by the names in `FIELDS`, and the cover."""

    fields: Mapping[str, str] = field(default_factory=dict)
    cover: Cover | None = None

    def __bool__(self) -> bool:
        return bool(self.fields) or self.cover is not None

    def titled(self, name: str) -> Tags:
        """The same for a part of the recording: its name behind the title, where there is one."""
        title = self.fields.get("title")
        return self if title is None else replace(self, fields={**self.fields, "title": f"{title} ({name})"})


def read_tags(path: Path) -> Tags:
    """The tags of a recording; none where it has none, and none where they cannot be read: sound matters more."""
    return tags_and_video(path)[0]


def tags_and_video(path: Path) -> tuple[Tags, bool]:
    """The same, and whether there are moving pictures in the file."""
    import av  # 0.1 s, which who writes no tags need not wait for

    from audiosep_core.audio.containers import open_container

    try:
        with open_container(path) as container:
            found = dict(container.metadata)
            for stream in container.streams.audio[:1]:  # Ogg's belong to the stream
                found = {**found, **stream.metadata}
            video = any(not _is_cover(stream) for stream in container.streams.video)
            return Tags(_known(found), _cover(container)), video
    except (av.error.FFmpegError, OSError, ValueError) as error:
        logger.info("no tags of %s: %s", path.name, error)
        return Tags(), False


def _known(found: Mapping[str, str]) -> dict[str, str]:
    lower = {name.lower(): text.strip() for name, text in found.items()}
    for name, other in (("track", "tracknumber"), ("disc", "discnumber"), ("album_artist", "albumartist")):
        lower.setdefault(name, lower.get(other, ""))
    return {name: lower[name] for name in FIELDS if lower.get(name)}


def _is_cover(stream: object) -> bool:
    import av

    return bool(getattr(stream, "disposition", 0) & av.stream.Disposition.attached_pic)


def _cover(container: object) -> Cover | None:
    streams = [stream for stream in container.streams.video if _is_cover(stream)]  # type: ignore[attr-defined]
    for stream in streams[:1]:
        for packet in container.demux(stream):  # type: ignore[attr-defined]
            data = bytes(packet)
            mime = next((mime for head, mime in _MIME.items() if data.startswith(head)), None)
            if mime is not None:
                return Cover(mime, data)
            break
    return None
