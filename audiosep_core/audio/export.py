"""Stems, what they leave over, and mixes into files: streamed, all or nothing, never over a file that was not meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from audiosep_core.audio.broadcast import BroadcastInfo
from audiosep_core.audio.encode import Chunks
from audiosep_core.audio.formats import KINDS, Container, holds_everything, rate_in, video_suffix
from audiosep_core.audio.item_sound import Channels, ItemSound
from audiosep_core.audio.items import Item, MixItem, PlacedStem, RestItem, StemItem
from audiosep_core.audio.names import safe_name
from audiosep_core.audio.tags import Tags, read_tags
from audiosep_core.audio.write import AudioWriter, Conflict, finish_together
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioWriteError

__all__ = ["Exported", "How", "Item", "MixItem", "PlacedStem", "RestItem", "StemItem", "export"]

# Where the loudest sample is put when all files are turned down. Lossy codecs come out a little louder than they went
# in.
_TOP = 10 ** (-0.1 / 20)
_TOP_LOSSY = 10 ** (-1.0 / 20)

Peaks = Literal["clip", "warn", "reduce"]


@dataclass(frozen=True)
class How:
    """How an export stores what it writes.

    Attributes:
        container: See `formats.KINDS`.
        subtype: One of the container's.
        conflict: What becomes of files that are there already.
        rate_hz: Frames a second, 0 as the recording; taken to what the container knows.
        channels: "same", "mono" or "stereo".
        peaks: What becomes of samples beyond full scale where the format has no room for them: they are clipped and
            counted, or nothing is written and that is the error, or all files are turned down by the same amount.
        tags_from: The recording whose tags and cover are carried over.
        video: The video whose pictures a "video" shows.
        time_stamp: Whether a WAV file says at which frame of the recording it begins (Broadcast WAV).
    """

    container: Container = "wav"
    subtype: str = "FLOAT"
    conflict: Conflict = "number"
    rate_hz: int = 0
    channels: Channels = "same"
    peaks: Peaks = "clip"
    tags_from: Path | None = None
    video: Path | None = None
    time_stamp: bool = False


@dataclass(frozen=True)
class Exported:
    """What came of an export.

    Attributes:
        paths: The files, in the order of their items, without those that were skipped.
        clipped: Samples that had to be clipped.
        skipped: Files that were there already and were kept.
        turned_down_db: By how much all files were turned down, 0 when they were not.
    """

    paths: tuple[Path, ...]
    clipped: int
    skipped: tuple[Path, ...] = ()
    turned_down_db: float = 0.0


def export(
    folder: Path,
    items: Sequence[Item],
    how: How | None = None,
    *,
    on_progress: Callable[[int, int], None],
    cancel: CancelToken,
    on_arrival: Callable[[], None] = lambda: None,
) -> Exported:
    """Write every item to `folder`; the files appear together at the end.

    Args:
        folder: An existing folder.
        items: What to write. Names are made safe; two alike get numbers.
        how: How to store it; WAV with floats by default.
        on_progress: Called with frames done and frames in all, after every block.
        cancel: Stops the work within a block; no file is left then, nor on any error.
        on_arrival: Called once, when all is written and the files are about to appear: too late for a cancel, except
            that it may raise Cancelled itself.

    Raises:
        AudioReadError: A cache cannot be read.
        AudioWriteError: A file cannot be written; "too-loud" where `how` wants to be warned.
        Cancelled: The token was set.
    """
    how = how or How()
    folder = Path(folder)
    with ExitStack() as opened:
        sounds = [ItemSound(item, opened, how.rate_hz, how.channels) for item in items]
        for sound in sounds:
            sound.rate_hz = rate_in(how.container, sound.rate_hz)
        suffix = KINDS[how.container].suffix
        if how.container == "video":
            if how.video is None:
                raise AudioReadError("no-video", "There is no video to put the sound into.", "Choose a sound format.")
            suffix = video_suffix(how.video.suffix)
        targets = list(_targets(folder, [sound.name for sound in sounds], suffix, how.conflict))
        skipped = [path for path, conflict in targets if conflict == "skip" and path.exists()]
        work = [(sound, *target) for sound, target in zip(sounds, targets, strict=True) if target[0] not in skipped]
        full = not holds_everything(how.container, how.subtype)
        measures, warns = full and how.peaks == "reduce", full and how.peaks == "warn"
        passes = _Passes(sum(sound.source_frames for sound, *_ in work) * (2 if measures else 1), on_progress, cancel)
        gain = _gain(max((_peak(sound, passes) for sound, *_ in work), default=0.0), how) if measures else 1.0
        tags = read_tags(how.tags_from) if how.tags_from is not None else Tags()
        writers: list[AudioWriter] = []
        loudest = 0.0
        with ExitStack() as unfinished:
            for sound, path, conflict in work:
                cancel.raise_if_set()
                writer = AudioWriter(
                    path,
                    sound.rate_hz,
                    sound.channels,
                    container=how.container,
                    subtype=how.subtype,
                    conflict=conflict,
                    chunks=_stamp(sound) if how.time_stamp and how.container == "wav" else (),
                    tags=tags.titled(sound.title) if sound.title else tags,
                    video=how.video if how.container == "video" else None,
                )
                writers.append(unfinished.enter_context(writer))
                for block in passes.over(sound):
                    loudest = max(loudest, _loudest(block)) if warns else 0.0
                    writer.write(block * np.float32(gain) if gain != 1.0 else block)
            if loudest > 1.0:
                raise _too_loud(loudest)
            for writer in writers:
                writer.prepare()
            cancel.raise_if_set()
            on_arrival()
            finish_together(writers)
        return Exported(
            tuple(writer.path for writer in writers if not writer.skipped),
            sum(writer.clipped for writer in writers),
            (*skipped, *(writer.path for writer in writers if writer.skipped)),
            0.0 if gain == 1.0 else float(-20 * np.log10(gain)),
        )


def _stamp(sound: ItemSound) -> Chunks:
    return ((b"bext", BroadcastInfo.made_now(sound.file_start, sound.title or sound.name).chunk()),)


class _Passes:
    """Counts the frames of all passes over all sounds."""

    def __init__(self, total: int, on_progress: Callable[[int, int], None], cancel: CancelToken) -> None:
        self._done, self._total = 0, total
        self._on_progress, self._cancel = on_progress, cancel

    def over(self, sound: ItemSound) -> Iterator[np.ndarray]:
        """The blocks of a sound; progress is told once each is used."""
        for frames, block in sound.blocks():
            self._cancel.raise_if_set()
            yield block
            self._done += frames
            self._on_progress(self._done, self._total)


def _peak(sound: ItemSound, passes: _Passes) -> float:
    return max(map(_loudest, passes.over(sound)), default=0.0)


def _loudest(block: np.ndarray) -> float:
    return float(np.abs(block).max(initial=0.0))


def _too_loud(peak: float) -> AudioWriteError:
    over = f"Peaks are {20 * np.log10(peak):.1f} dB too loud for this format: nothing is written yet."
    return AudioWriteError("too-loud", over, "Turn all files down, let peaks be clipped, or use 32-bit float.")


def _gain(peak: float, how: How) -> float:
    if peak <= 1.0:
        return 1.0
    return (_TOP if how.container in ("wav", "flac") else _TOP_LOSSY) / peak


def _targets(folder: Path, names: Sequence[str], suffix: str, conflict: Conflict) -> Iterator[tuple[Path, Conflict]]:
    seen: set[str] = set()
    for name in names:
        path = folder / (safe_name(name) + suffix)
        # Two of one export never replace each other, on no system: macOS and Windows do not tell case.
        yield path, "number" if path.name.casefold() in seen else conflict
        seen.add(path.name.casefold())
