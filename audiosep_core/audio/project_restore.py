"""The stems of a project into caches, bit for bit: whole ones are read where they lie, in their WAV, without a copy."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audiosep_core.audio.cache import Range, SoundCache
from audiosep_core.audio.ingest import peaks_path, spectrum_path
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.project_folder import PICTURE_SUFFIXES, PICTURES, STEMS
from audiosep_core.audio.spectrum import SpectrumPyramid
from audiosep_core.audio.wav_layout import FloatWav, read_float_wav
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioSepError

_BLOCK_FRAMES = 65536
_PLAIN_NAME = re.compile(r"[0-9a-f]{32}(-\d+)?\.wav")


@dataclass(frozen=True)
class Restored:
    """Ids of the stems whose sound is there, of those whose pictures are too, and of those that could not be read."""

    there: tuple[str, ...]
    drawn: tuple[str, ...]
    lost: tuple[str, ...]


def restore_stems(
    folder: Path, stems: Sequence[Mapping[str, Any]], cancel: CancelToken, *, copy: bool = False
) -> Restored:
    """Make a cache for each stem of a project.

    A stem that was not finished is copied, so that the engine can go on with it. One that cannot be read, or is not
    what the record says, costs the others nothing.

    Args:
        folder: The project's.
        stems: Each its "id", "sound" as the record has it, and "cache", the header to make.
        cancel: Stops the work within a block.
        copy: Copy the sound of whole ones too: somebody else works on the project.

    Raises:
        AudioWriteError: The cache cannot be written.
        Cancelled: The token was set.
    """
    there, drawn, lost = [], [], []
    for stem in stems:
        cancel.raise_if_set()
        name, cache = str(stem["id"]), Path(stem["cache"])
        try:
            _restore(folder, stem["sound"], cache, cancel, copy)
        except (AudioReadError, OSError, KeyError, TypeError, ValueError, OverflowError):
            lost.append(name)
            continue
        there.append(name)
        if _take_pictures(folder, name, cache, stem["sound"]):
            drawn.append(name)
    return Restored(tuple(there), tuple(drawn), tuple(lost))


def settle_stems(folder: Path, caches: Mapping[str, Path], stems: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """After a save: have stems that are read in the files of another project read in those that lie here now.

    The other one may be moved, removed or changed. Where that cannot be, they stay as they are until the next save.

    Args:
        folder: Where the project was saved.
        caches: The headers of the stems' caches, by id.
        stems: Of the record, as it was saved.

    Returns:
        Names of the files in "stems" that caches refer to.
    """
    read = []
    for stem in stems:
        try:
            cache = caches[stem["id"]]
            with SoundCache.open(cache) as sound:
                lies_in = sound.lies_in
            if lies_in.parent == cache.parent:
                continue
            if lies_in.parent != folder / STEMS:
                lies_in = _inside(folder, stem["sound"]["file"])
                _restore(folder, stem["sound"], cache, CancelToken(), copy=False)  # it is saved: too late for a cancel
        except (AudioSepError, OSError, KeyError, TypeError, ValueError):
            continue
        read.append(lies_in.name)
    return tuple(read)


def _restore(folder: Path, sound: Mapping[str, Any], cache: Path, cancel: CancelToken, copy: bool) -> None:
    wav = read_float_wav(_inside(folder, str(sound["file"])))
    if (wav.rate_hz, wav.channels, wav.frames) != (sound["rate_hz"], sound["channels"], sound["frames"]):
        raise ValueError("another sound lies there")
    final = tuple((int(start), int(end)) for start, end in sound["final"])
    if any(not 0 <= start < end <= wav.frames for start, end in final):
        raise ValueError("ranges outside of the sound")
    request = dict(sound.get("request") or {})
    if final == ((0, wav.frames),) and not copy:
        shape = wav.rate_hz, wav.channels, wav.frames
        SoundCache.refer(cache, *shape, final, wav.path, wav.offset, request)
    else:
        _copy(wav, final, request, cache, cancel)


def _copy(wav: FloatWav, final: tuple[Range, ...], request: dict[str, Any], cache: Path, cancel: CancelToken) -> None:
    lying = cache.with_name(f"{cache.stem}-lying.json")
    SoundCache.refer(lying, wav.rate_hz, wav.channels, wav.frames, final, wav.path, wav.offset)
    shape = wav.rate_hz, wav.channels, wav.frames
    try:
        with SoundCache.open(lying) as stored, SoundCache.create(cache, *shape, request, durable=True) as fresh:
            for start, end in final:
                for at in range(start, end, _BLOCK_FRAMES):
                    cancel.raise_if_set()
                    fresh.write(at, stored.read(at, min(at + _BLOCK_FRAMES, end)))
                fresh.mark_final(start, end)
    finally:
        lying.unlink(missing_ok=True)


def _inside(folder: Path, name: str) -> Path:
    """The stem's file, which must lie in the project: a record may come from anywhere."""
    path = folder / STEMS / name
    if not _PLAIN_NAME.fullmatch(name) or not path.is_file():
        raise ValueError("not a stem's file")
    if os.path.realpath(path) != os.path.join(os.path.realpath(folder), STEMS, name):
        raise ValueError("it lies elsewhere")
    return path


def _take_pictures(folder: Path, name: str, cache: Path, sound: Mapping[str, Any]) -> bool:
    """Copy what was drawn; False where it must be drawn anew, since it is not there or of another sound."""
    with suppress(OSError, AudioReadError):
        for suffix in PICTURE_SUFFIXES:
            stored = folder / PICTURES / f"{name}{suffix}"
            if stored.is_symlink():
                return False
            shutil.copyfile(stored, cache.with_suffix(suffix))
        pictures = PeakPyramid.open(peaks_path(cache)), SpectrumPyramid.open(spectrum_path(cache))
        shape = sound["rate_hz"], sound["channels"], sound["frames"]
        return all((one.rate_hz, one.channels, one.frames) == shape for one in pictures)
    return False
