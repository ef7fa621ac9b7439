"""A bank of labelled clips, decoded once into one int16 file that is mapped, not read."""

from __future__ import annotations

import csv
import hashlib
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from audiosep_core.errors import AudioSepError

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Clip:
    """One recording of the manifest: where it lies, what it is, which original it was cut from."""

    file: str
    label: str
    caption: str
    split_group: str


@dataclass(frozen=True)
class ClipBank:
    """Clips and their samples: clip i is `samples[starts[i]:starts[i + 1]]`, mono int16 at `sample_rate_hz`."""

    clips: tuple[Clip, ...]
    samples: NDArray[np.int16]
    starts: NDArray[np.int64]
    sample_rate_hz: int

    def audio(self, index: int) -> NDArray[np.float32]:
        """Samples of a clip, float32 in [-1, 1]."""
        chunk = self.samples[self.starts[index] : self.starts[index + 1]]
        return chunk.astype(np.float32) / 32768.0


def read_manifest(path: Path, split: str) -> list[Clip]:
    """Rows of a manifest CSV (file, label, caption, split_group, split) that belong to `split`.

    Raises:
        AudioSepError: no such file, or a column is missing.
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            return [
                Clip(row["file"], row["label"], row["caption"], row["split_group"])
                for row in csv.DictReader(file)
                if row["split"] == split
            ]
    except OSError as error:
        raise AudioSepError(
            "manifest-missing", f"The manifest '{path}' could not be read: {error.strerror}.", "Check --root."
        ) from None
    except KeyError as error:
        raise AudioSepError("manifest-unknown", f"The manifest '{path.name}' lacks the column {error}.") from None


def split_validation(clips: Sequence[Clip], fraction: float) -> tuple[list[Clip], list[Clip]]:
    """Cut off a validation part by split_group, the same on every machine and run."""

    def held_out(clip: Clip) -> bool:
        digest = hashlib.sha256(clip.split_group.encode()).digest()
        return int.from_bytes(digest[:4], "big") < fraction * 2**32

    groups: dict[str, set[str]] = {}
    for clip in clips:
        groups.setdefault(clip.label, set()).add(clip.split_group)
    # A class with few originals gives none away.
    validation = [c for c in clips if held_out(c) and len(groups[c.label]) >= 4]
    kept = set(validation)
    return [c for c in clips if c not in kept], validation


def load_bank(root: Path, clips: Sequence[Clip], sample_rate_hz: int, cache: Path) -> ClipBank:
    """Decode the clips below `root` once into `cache` and map them.

    A clip that cannot be read, or is silent, is left out with a warning.
    """
    stamps = [_stamp(root / clip.file) for clip in clips]
    key = hashlib.sha256(repr((str(root.resolve()), sample_rate_hz, list(clips), stamps)).encode()).hexdigest()[:16]
    samples_path, index_path = cache / f"clips-{key}.i16", cache / f"clips-{key}.npz"
    if not index_path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        lengths, kept = [], []
        # A name of its own: two runs may start at once.
        partial_samples = samples_path.with_suffix(f".{os.getpid()}.part")
        with partial_samples.open("wb") as out:
            for i, clip in enumerate(clips):
                audio = _decode(root / clip.file, sample_rate_hz)
                if audio is None:
                    continue
                out.write(np.clip(np.round(audio * 32767.0), -32768, 32767).astype(np.int16).tobytes())
                lengths.append(len(audio))
                kept.append(i)
        partial_samples.replace(samples_path)
        partial = index_path.with_suffix(f".{os.getpid()}.part.npz")
        np.savez(partial, lengths=np.array(lengths, np.int64), kept=np.array(kept, np.int64))
        partial.replace(index_path)
    with np.load(index_path) as index:
        lengths_array, kept_array = index["lengths"], index["kept"]
    if len(lengths_array) == 0:
        raise AudioSepError("no-clips", "None of the manifest's clips could be used for training.", "Check --root.")
    starts = np.concatenate([[0], np.cumsum(lengths_array)]).astype(np.int64)
    samples = np.memmap(samples_path, dtype=np.int16, mode="r")
    return ClipBank(tuple(clips[int(i)] for i in kept_array), samples, starts, sample_rate_hz)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a clip: one that was replaced is decoded anew."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _decode(path: Path, sample_rate_hz: int) -> NDArray[np.float32] | None:
    try:
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        logger.warning("left out %s: %s", path.name, error)
        return None
    mono: NDArray[np.float32] = audio.mean(axis=1)
    if rate != sample_rate_hz:
        mono = soxr.resample(mono, rate, sample_rate_hz).astype(np.float32)
    if len(mono) == 0 or float(np.sqrt(np.mean(mono**2))) < 1e-5:
        logger.warning("left out %s: silent", path.name)
        return None
    return mono
