"""A bank of labelled clips, decoded once into one int16 file that is mapped, not read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.resample import resample
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.types import OnProgress, Progress, ignore_progress

Trouble = Literal["unreadable", "silent", "short", "rate"]
_SILENT_RMS = 1e-5
_SHORT_S = 0.05
# Grid of the loudness map from which a stretch with sound in it is chosen.
LEVEL_BLOCK_S = 0.1


@dataclass(frozen=True)
class Clip:
    """One recording: where it lies below `root`, what it is, which original it was cut from, whether it was made."""

    file: str
    label: str
    caption: str
    split_group: str
    root: Path = Path()
    made: bool = False

    @property
    def path(self) -> Path:
        """The file."""
        return self.root / self.file


@dataclass(frozen=True)
class Finding:
    """Something to know about a clip before the start. Only a clip of another rate is still used."""

    file: str
    trouble: Trouble
    detail: str


@dataclass(frozen=True)
class ClipBank:
    """Clips and their samples: clip i is `samples[starts[i]:starts[i] + lengths[i]]`, mono int16 at `sample_rate_hz`.

    `findings` says what was left out, and why.
    """

    clips: tuple[Clip, ...]
    samples: NDArray[np.int16]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    sample_rate_hz: int
    findings: tuple[Finding, ...] = ()

    def part(self, indices: Sequence[int]) -> ClipBank:
        """Some of the clips, on the same samples."""
        chosen = np.array(indices, np.int64)
        clips = tuple(self.clips[i] for i in indices)
        return replace(self, clips=clips, starts=self.starts[chosen], lengths=self.lengths[chosen])

    def audio(self, index: int) -> NDArray[np.float32]:
        """Samples of a clip, float32 in [-1, 1]."""
        chunk = self.samples[self.starts[index] : self.starts[index] + self.lengths[index]]
        return chunk.astype(np.float32) / 32768.0

    def frames(self, index: int) -> int:
        """Length of a clip."""
        return int(self.lengths[index])

    def block_energies(self, index: int) -> NDArray[np.float64]:
        """Running sum of a clip's energy, a value every `LEVEL_BLOCK_S`, from 0 to the whole."""
        audio = self.audio(index).astype(np.float64)
        block = round(LEVEL_BLOCK_S * self.sample_rate_hz)
        sums = np.add.reduceat(audio**2, np.arange(0, len(audio), block))
        return np.concatenate([[0.0], np.cumsum(sums)])


def load_bank(
    clips: Sequence[Clip],
    sample_rate_hz: int,
    cache: Path,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> ClipBank:
    """Check and decode the clips once into `cache`, and map them.

    A clip that cannot be read, is silent or shorter than 0.05 s is left out and listed in the bank's findings.

    Raises:
        AudioSepError: nothing is left.  Cancelled: the token was set; what was decoded so far is thrown away.
    """
    stamps = [_stamp(clip.path) for clip in clips]
    places = [(str(clip.root.resolve()), clip.file) for clip in clips]
    key = hashlib.sha256(repr((sample_rate_hz, places, stamps)).encode()).hexdigest()[:16]
    samples_path, index_path = cache / f"clips-{key}.i16", cache / f"clips-{key}.npz"
    if not index_path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _decode_all(clips, sample_rate_hz, samples_path, index_path, on_progress, cancel)
    with np.load(index_path) as index:
        lengths, kept = index["lengths"], index["kept"]
        findings = tuple(
            Finding(clips[int(i)].file, t, d)
            for i, t, d in zip(index["found"], index["trouble"], index["detail"], strict=True)
        )
    if len(lengths) == 0:
        raise AudioSepError("no-clips", "None of the clips could be used for training.", "Check the data's folder.")
    starts = (np.cumsum(lengths) - lengths).astype(np.int64)
    samples = np.memmap(samples_path, dtype=np.int16, mode="r")
    return ClipBank(tuple(clips[int(i)] for i in kept), samples, starts, lengths, sample_rate_hz, findings)


def _decode_all(
    clips: Sequence[Clip], rate: int, samples: Path, index: Path, on_progress: OnProgress, cancel: CancelToken | None
) -> None:
    lengths, kept = [], []
    found: list[tuple[int, Trouble, str]] = []
    # A name of its own: two runs may start at once.
    partial_samples = samples.with_suffix(f".{os.getpid()}.part")
    try:
        with partial_samples.open("wb") as out:
            for i, clip in enumerate(clips):
                if cancel is not None:
                    cancel.raise_if_set()
                audio = _decode(i, clip.path, rate, found)
                if audio is not None:
                    out.write(np.clip(np.round(audio * 32767.0), -32768, 32767).astype(np.int16).tobytes())
                    lengths.append(len(audio))
                    kept.append(i)
                on_progress(Progress(i + 1, len(clips)))
        partial_samples.replace(samples)
    finally:
        partial_samples.unlink(missing_ok=True)
    facts = {
        "lengths": np.array(lengths, np.int64),
        "kept": np.array(kept, np.int64),
        "found": np.array([row[0] for row in found], np.int64),
        "trouble": np.array([row[1] for row in found], np.str_),
        "detail": np.array([row[2] for row in found], np.str_),
    }
    partial = index.with_suffix(f".{os.getpid()}.part.npz")
    np.savez(partial, **facts)  # type: ignore[arg-type]
    partial.replace(index)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a clip: one that was replaced is decoded anew."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _decode(
    index: int, path: Path, rate_wanted: int, found: list[tuple[int, Trouble, str]]
) -> NDArray[np.float32] | None:
    try:
        sound = read_audio(path)
    except AudioSepError as error:
        found.append((index, "unreadable", error.message))
        return None
    rate = sound.rate_hz
    mono: NDArray[np.float32] = sound.samples.mean(axis=1, dtype=np.float32)
    if len(mono) < _SHORT_S * rate:
        found.append((index, "short", f"{len(mono) / rate:.3f} s"))
        return None
    if float(np.sqrt(np.mean(mono**2))) < _SILENT_RMS:
        found.append((index, "silent", ""))
        return None
    if rate != rate_wanted:
        found.append((index, "rate", f"{rate} Hz, resampled to {rate_wanted} Hz"))
        mono = resample(mono[:, None], rate, rate_wanted)[:, 0]
    return mono
