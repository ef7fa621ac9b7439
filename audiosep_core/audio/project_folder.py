"""The folder of a project, as it lies on the disk: docs/projects.md. What its record means is the window's business.

`project.json` is replaced as the last step, so that a save which is killed, refused or stopped leaves the project as it
was; a new project is made beside its place and moved there whole. Sound that is there already is not written again.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.project_source import facts_of, relative_to
from audiosep_core.audio.space import require_space
from audiosep_core.audio.write import AudioWriter, write_error
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioSepError, AudioWriteError
from audiosep_core.library.scratch import noted
from audiosep_core.outside_json import read_json

RECORD = "project.json"
STEMS, PICTURES, BACKUPS = "stems", "cache", "backup"
SUFFIX = ".asproj"
BACKUPS_KEPT = 3
PICTURE_SUFFIXES = (".peaks", ".spectrum")
LARGEST_RECORD = 64 << 20  # bytes; five hundred stems take less than one of them

_BLOCK_FRAMES = 65536
# Only what this program can have made is ever removed from a person's folder.
_STEM_FILE = re.compile(r"[0-9a-f]{32}(-\d+)?\.(wav|peaks|spectrum)")

Record = dict[str, Any]


@dataclass(frozen=True)
class Saved:
    """What a save left on the disk: the record as it was written, and how many sounds were written anew."""

    record: Record
    written: int


def read_records(folder: Path) -> list[Record]:
    """The record of a project and its backups, the newest first; those that are no JSON objects are left out.

    Raises:
        AudioReadError: "project-missing" or "project-damaged": there is none that could be read.
    """
    paths = [folder / RECORD, *(_backup(folder, number) for number in range(1, BACKUPS_KEPT + 1))]
    there = [path for path in paths if path.is_file()]
    if not there:
        raise AudioReadError(
            "project-missing",
            f"There is no project in “{folder.name}”.",
            "Choose a folder that ends in “.asproj”, or connect its drive.",
        )
    records = [record for path in there if (record := _read(path)) is not None]
    if not records:
        raise AudioReadError(
            "project-damaged",
            f"The project “{folder.name}” is damaged: it could not be read. Nothing in it was changed.",
            "Its sounds are in its folder “stems”.",
        )
    return records


def save_project(
    folder: Path,
    record: Record,
    *,
    in_use: Iterable[str] = (),
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancel: CancelToken | None = None,
    on_arrival: Callable[[], None] = lambda: None,
) -> Saved:
    """Write a project.

    Args:
        folder: Where; a new name, an empty folder, or this same project (the same `record["id"]`).
        record: Its record, in which every stem has a "cache" (path of its sound), "begun" (whether some of it was
            made, so that it must be there) and "drawn" (whether the pictures beside it may be kept), and the source
            its "path" and perhaps what was known of the file before.
        in_use: Names of files in "stems" that stay although nothing refers to them.
        on_progress: Called with frames done and in all.
        cancel: Stops the work within a block; the project is as it was before.
        on_arrival: Called once, before what is saved takes its place: too late for a cancel, except that it may raise
            Cancelled itself.

    Raises:
        AudioWriteError: "folder-taken", "disk-full", "no-permission" or another refusal of the disk.
        AudioReadError: The sound of a stem cannot be read ("cache-missing", "cache-damaged").
        Cancelled: The token was set.
    """
    cancel = cancel or CancelToken()
    try:
        before = _record_there(folder, str(record["id"]))
        if folder.exists():
            saved = _fill(folder, folder, record, before, on_progress, cancel, on_arrival)
            _tidy(folder, saved.record, set(in_use))
            return saved
        part = noted(folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part"))
        try:
            part.mkdir()
            saved = _fill(part, folder, record, None, on_progress, cancel, on_arrival)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        _store_folder(folder.parent)
    except OSError as error:
        raise write_error(folder, error) from error
    return saved


def _fill(
    place: Path,
    folder: Path,
    record: Record,
    before: Record | None,
    on_progress: Callable[[int, int], None],
    cancel: CancelToken,
    on_arrival: Callable[[], None],
) -> Saved:
    """Put everything into `place`, which is `folder` or will be."""
    for part in (STEMS, PICTURES, BACKUPS):
        (place / part).mkdir(exist_ok=True)
    record = json.loads(json.dumps(record))
    there = {entry.get("id"): entry.get("sound") for entry in _entries(before or {})}
    sounds = [_Sound(entry, there.get(entry["id"]), place) for entry in record["stems"]]
    new = [sound for sound in sounds if sound.facts is not None and not sound.is_there]
    require_space([(place, sound.bytes) for sound in new], folder.name)
    total, done = sum(sound.frames for sound in new), 0
    for sound in new:
        for written in sound.write(cancel):
            done += written
            on_progress(done, total)
    cancel.raise_if_set()
    on_arrival()
    for sound in sounds:
        sound.tell()
        sound.keep_pictures()
    source = record.get("source")
    if source is not None:
        source.pop("cache", None)
        source.update(facts_of(Path(source["path"])) or {})
        source["relative"] = relative_to(Path(source["path"]), folder)
    _point(place, folder.stem)
    _keep_backup(place)
    _replace(place / RECORD, json.dumps(record, indent=1, ensure_ascii=True))
    return Saved(record, len(new))


class _Sound:
    """The sound of one stem of a record, on its way from its cache into the project."""

    def __init__(self, entry: Record, before: Any, place: Path) -> None:
        self._entry = entry
        self._place = place
        self._path = Path(entry.pop("cache"))
        begun = bool(entry.pop("begun", False))
        self._drawn = bool(entry.pop("drawn", False))
        self.frames = self.bytes = 0
        self.facts: Record | None = None
        self.is_there = False
        # The engine makes the cache when it begins: until then there is a request, and no sound.
        if not begun and not self._path.exists():
            return
        with self._open() as cache:
            length = sum(end - start for start, end in cache.final)
            self.frames, self.bytes = cache.frames, cache.frames * cache.channels * 4
            self.facts = {
                "file": f"{entry['id']}.wav" if cache.complete else f"{entry['id']}-{length}.wav",
                "rate_hz": cache.rate_hz,
                "channels": cache.channels,
                "frames": cache.frames,
                "final": [list(pair) for pair in cache.final],
                "request": cache.request,
            }
        self._target = place / STEMS / self.facts["file"]
        same = isinstance(before, dict) and all(before.get(key) == value for key, value in self.facts.items())
        self.is_there = same and self._target.is_file() and self._target.stat().st_size > self.bytes

    def _open(self) -> SoundCache:
        try:
            return SoundCache.open(self._path)
        except AudioReadError as error:
            raise AudioReadError(
                error.code,
                f"The sound of “{self._entry.get('name', '')}” cannot be read any more. "
                "Nothing was saved: what was saved before is as it was.",
                "Separate it again or remove it, then save.",
            ) from error

    def write(self, cancel: CancelToken) -> Iterator[int]:
        """Write the file; yields frames as they are written."""
        with (
            self._open() as cache,
            AudioWriter(
                self._target, cache.rate_hz, cache.channels, container="wav", subtype="FLOAT", conflict="replace"
            ) as writer,
        ):
            for start in range(0, self.frames, _BLOCK_FRAMES):
                cancel.raise_if_set()
                block = cache.read(start, min(start + _BLOCK_FRAMES, self.frames))
                writer.write(block)
                yield len(block)
        _store_file(self._target)

    def tell(self) -> None:
        """Put what the file holds into the record."""
        self._entry["sound"] = self.facts

    def keep_pictures(self) -> None:
        """Copy peaks and spectrum; they can be made again, so nothing is lost where this fails."""
        for suffix in PICTURE_SUFFIXES if self._drawn else ():
            target = self._place / PICTURES / f"{self._entry['id']}{suffix}"
            fresh = noted(target.with_name(f"{target.name}.{secrets.token_hex(4)}.part"))
            try:
                shutil.copyfile(self._path.with_suffix(suffix), fresh)
                os.replace(fresh, target)
            except OSError:
                fresh.unlink(missing_ok=True)


def _record_there(folder: Path, project_id: str) -> Record | None:
    """The record of this same project that lies in the folder; None where nothing does."""
    if not folder.exists() or (folder.is_dir() and not any(name != "project.lock" for name in _names(folder))):
        return None
    with contextlib.suppress(AudioSepError):
        record = next((found for found in read_records(folder) if found.get("id") == project_id), None)
        if record is not None:
            return record
    raise AudioWriteError(
        "folder-taken", f"“{folder.name}” is there already, with something else in it.", "Choose another name."
    )


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError as error:
        raise write_error(folder, error) from error


def _entries(record: Mapping[str, Any]) -> list[Record]:
    stems = record.get("stems")
    return [entry for entry in stems if isinstance(entry, dict)] if isinstance(stems, list) else []


def _tidy(folder: Path, record: Record, in_use: set[str]) -> None:
    """Remove sounds that neither the project nor a backup of it nor anyone else needs."""
    with contextlib.suppress(OSError, AudioSepError):
        entries = [entry for found in (record, *read_records(folder)) for entry in _entries(found)]
        needed = in_use | {str(entry["sound"]["file"]) for entry in entries if isinstance(entry.get("sound"), dict)}
        ids = {str(entry.get("id")) for entry in entries}
        for path in (*(folder / STEMS).iterdir(), *(folder / PICTURES).iterdir()):
            kept = path.name in needed if path.parent.name == STEMS else path.stem in ids
            if not kept and _STEM_FILE.fullmatch(path.name):
                path.unlink()


def _read(path: Path) -> Record | None:
    try:
        if path.stat().st_size > LARGEST_RECORD:
            return None
        record = read_json(path.read_bytes())
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def _backup(folder: Path, number: int) -> Path:
    return folder / BACKUPS / f"project-{number}.json"


def _keep_backup(folder: Path) -> None:
    """Let the record that is there become the newest backup; at no moment is a name without a whole file."""
    if not (folder / RECORD).is_file():
        return
    for number in range(BACKUPS_KEPT, 1, -1):
        with contextlib.suppress(FileNotFoundError):
            os.replace(_backup(folder, number - 1), _backup(folder, number))
    _replace(_backup(folder, 1), (folder / RECORD).read_text(encoding="utf-8"))


def _point(place: Path, name: str) -> None:
    """A file to double-click, since systems do not start programs by folders."""
    if not any(place.glob(f"*{SUFFIX}")):
        _replace(place / f"{name}{SUFFIX}", json.dumps({"format": "audiosep-pointer", "project": RECORD}))


def _replace(path: Path, text: str) -> None:
    fresh = noted(path.with_name(f"{path.name}.{secrets.token_hex(4)}.part"))
    try:
        with fresh.open("w", encoding="ascii", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _store_folder(path.parent)


def _store_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _store_folder(folder: Path) -> None:
    """Wait until the disk has the names too; where a folder cannot be opened (Windows) the system sees to it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
