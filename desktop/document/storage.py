"""A project as a record that JSON can hold, and back: docs/projects.md. Reads and writes no files.

A record may come from anywhere. Nothing in it is believed before it was checked here: kinds, ranges, ids, parents; that
its files lie inside of the project is checked where they are opened (`audiosep_core.audio.project_restore`).
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import audiosep_core
from audiosep_core.types import MOST_CHANNELS, MOST_RATE_HZ
from desktop.document.fields import FieldError, decode, encode
from desktop.document.migrations import SCHEMA_VERSION, damaged, migrated
from desktop.document.state import MAX_GAIN_DB, MIN_GAIN_DB, Project, StemTrack, Track
from desktop.services.places import is_file

FORMAT = "audiosep-project"
SUFFIX = ".asproj"
RECORD = "project.json"
MOST_STEMS = 2000

Record = dict[str, Any]

_ID = re.compile(r"[0-9a-f]{32}")
_COLOR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Stored:
    """A checked record.

    Attributes:
        id: The project's own, which a copy of its folder shares.
        project: What it holds; caches are where `place` puts them, the source is where it was.
        source: What is known of the recording's file, for `audio.project_source`.
        sounds: What is known of each stem's sound, by stem; None where it has none yet.
    """

    id: str
    project: Project
    source: Record
    sounds: dict[str, Record | None]


def new_project_id() -> str:
    """An id that no other project has."""
    return uuid.uuid4().hex


def project_folder_of(path: Path) -> Path | None:
    """The project that a person means by `path`: its folder, the record or the pointer in it; else None."""
    if path.suffix.casefold() == SUFFIX:
        return path.parent if is_file(path) else path
    if path.name == RECORD and path.parent.suffix.casefold() == SUFFIX:
        return path.parent
    return path if is_file(path / RECORD) else None


def to_record(project: Project, project_id: str) -> Record:
    """The project as JSON can hold it; paths of caches and of the recording are in it as they are."""
    record: Record = encode(project)
    for stem in record["stems"]:
        del stem["progress"]  # what is there is told by the sound itself
    header = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "program": audiosep_core.__version__,
        "id": project_id,
        "saved": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }
    return {**header, **record}


def same_content(one: Record, other: Record) -> bool:
    """Whether two records hold the same project, whenever they were made."""
    told = {"saved", "program"}
    return {key: one[key] for key in one.keys() - told} == {key: other[key] for key in other.keys() - told}


def from_record(record: Mapping[str, Any], place: Callable[[str], Path] | None = None) -> Stored:
    """Check a record of this version or an older one.

    Args:
        record: As `to_record` made it, perhaps with what a save put into it.
        place: Where the cache of a stem (its id) or of the source ("") is to lie; without it, where the record says.

    Raises:
        AudioReadError: "project-newer" or "project-damaged".
    """
    if record.get("format") != FORMAT:
        raise damaged(f"format {record.get('format')!r}")
    current = migrated(record)
    try:
        return _checked(current, place)
    except FieldError as error:
        raise damaged(str(error)) from error


def _checked(record: Record, place: Callable[[str], Path] | None) -> Stored:
    source, stems, project_id = record.get("source"), record.get("stems"), record.get("id")
    if not isinstance(source, dict) or not isinstance(stems, list) or len(stems) > MOST_STEMS:
        raise FieldError("there is no recording, or too many stems")
    if not _is_id(project_id):
        raise FieldError("no id")
    if not all(isinstance(stem, dict) and _is_id(stem.get("id")) for stem in stems):
        raise FieldError("a stem is no object, or has no id")
    source = {"complete": True, **source}
    if place is not None:
        source = {**source, "cache": str(place(""))}
        stems = [{**stem, "cache": str(place(stem["id"]))} for stem in stems]
    project = decode(Project, {**record, "source": source, "stems": stems})
    _check(project)
    sounds = {track.id: _sound(stem.get("sound"), track) for track, stem in zip(project.stems, stems, strict=True)}
    project = replace(project, stems=tuple(_settled(stem, sounds[stem.id]) for stem in project.stems))
    return Stored(str(project_id), project, source, sounds)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _sound(value: Any, stem: StemTrack) -> Record | None:
    if value is None:
        return None
    final = value.get("final") if isinstance(value, dict) else None
    if not isinstance(final, list) or value.get("frames") != stem.end - stem.start:
        raise FieldError(f"the sound of {stem.id} does not fit it")
    for pair in final:
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(frame) is int for frame in pair)):
            raise FieldError(f"ranges of {stem.id}")
    return dict(value)


def _settled(stem: StemTrack, sound: Record | None) -> StemTrack:
    """What was being worked on is not any more; how far it came is told by its sound."""
    frames = stem.end - stem.start
    there = sum(end - start for start, end in sound["final"]) if sound else 0
    state = "done" if there >= frames else ("cancelled" if stem.state in ("working", "done") else stem.state)
    return replace(stem, state=state, progress=min(there / frames, 1.0))


def _check(project: Project) -> None:
    source = project.source
    if source is None or source.frames < 0:
        raise FieldError("no recording")
    if not (0 < source.rate_hz <= MOST_RATE_HZ and 0 < source.channels <= MOST_CHANNELS):
        raise FieldError("the recording's rate or channels")
    ids = [stem.id for stem in project.stems]
    if len(set(ids)) != len(ids):
        raise FieldError("two stems of one id")
    for stem in project.stems:
        # Its end may lie behind the recording's, which can have become shorter since; its sound has to fit, `_sound`.
        if not 0 <= stem.start < stem.end:
            raise FieldError(f"{stem.id} lies nowhere")
        if not _COLOR.fullmatch(stem.color):
            raise FieldError(f"the colour of {stem.id}")
        for name in ("strength", "amount"):
            if abs(getattr(stem, name)) > 1:
                raise FieldError(f"{name} of {stem.id}")
        _check_row(stem, stem.id)
    _check_row(project.source_track, "source")
    _check_row(project.rest_track, "rest")
    _check_parents({stem.id: stem.parent for stem in project.stems})
    loop = project.loop
    if loop is not None and not 0 <= loop[0] < loop[1]:
        raise FieldError("the loop")
    for region in project.regions:
        if not 0 <= region.start < region.end or (region.band_hz and not 0 <= region.band_hz[0] < region.band_hz[1]):
            raise FieldError("a region")


def _check_row(row: Track | StemTrack, where: str) -> None:
    if not MIN_GAIN_DB <= row.gain_db <= MAX_GAIN_DB or abs(row.pan) > 1:
        raise FieldError(f"gain or pan of {where}")


def _check_parents(parents: Mapping[str, str]) -> None:
    """A stem's ancestors end; one that was taken out since ends them too."""
    settled: set[str] = set()
    for stem_id in parents:
        chain: list[str] = []
        above = stem_id
        while above in parents and above not in settled:
            if above in chain:
                raise FieldError("stems are each other's parents")
            chain.append(above)
            above = parents[above]
        settled.update(chain)
