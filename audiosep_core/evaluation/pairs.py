"""Rows of a benchmark list: two clips mixed at a level, and what to ask of the mixture."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.clips import load_mono
from audiosep_core.types import AudioArray

QueryKind = Literal["label", "caption", "paraphrase"]
ListKind = Literal["separate", "absent", "lone"]


@dataclass(frozen=True)
class Pair:
    """One row: `noise` is "" for a lone clip, `noise_prompt` is "" where no swap can be tested."""

    index: int
    source: str
    noise: str
    prompt: str
    noise_prompt: str
    label: str
    seconds: float
    snr_db: float
    clean: bool
    noise_label: str = ""


@dataclass(frozen=True)
class Mixture:
    """(frames,) float32 each, mixture = source + noise."""

    mixture: AudioArray
    source: AudioArray
    noise: AudioArray


def read_pairs(path: Path, query: Literal["label", "caption"]) -> tuple[ListKind, list[Pair]]:
    """Read a list and tell by its columns what it measures.

    Raises:
        AudioSepError: the list cannot be read, a column is missing, or a row is not what its columns say.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise AudioSepError("list-missing", f"The list '{path.name}' could not be read.", str(error.strerror)) from None
    except (UnicodeDecodeError, csv.Error):
        raise AudioSepError("list-unknown", f"'{path.name}' is not a list in CSV and UTF-8.") from None
    columns = set(rows[0]) if rows else set()
    kind: ListKind = "separate"
    if "prompt" in columns:
        kind = "absent" if "noise" in columns else "lone"
    needed = {"idx", "source", "seconds"} | ({"prompt"} if "prompt" in columns else {"noise", query, f"noise_{query}"})
    if missing := needed - columns:
        raise AudioSepError("list-unknown", f"'{path.name}' lacks the columns {', '.join(sorted(missing))}.")
    pairs = []
    for number, row in enumerate(rows, start=1):
        try:
            if any(row[column] is None for column in needed):
                raise ValueError("it is too short")
            pairs.append(_pair(row, query))
        except ValueError as error:
            raise AudioSepError("list-damaged", f"Row {number} of '{path.name}' cannot be used: {error}.") from None
    return kind, pairs


def _pair(row: dict[str, str], query: str) -> Pair:
    return Pair(
        index=int(row["idx"]),
        source=row["source"],
        noise=row.get("noise", ""),
        prompt=row["prompt"] if "prompt" in row else row[query],
        noise_prompt=row.get(f"noise_{query}", ""),
        label=row.get("label", row.get("prompt", "")),
        seconds=_finite(row["seconds"], above=0.0),
        snr_db=_finite(row.get("snr_db") or "0"),
        clean=row.get("clean", "") == "yes",
        noise_label=row.get("noise_label", ""),
    )


def _finite(text: str, above: float = -math.inf) -> float:
    value = float(text)
    if not above < value < math.inf:
        raise ValueError(f"{text} is out of range")
    return value


def mix(pair: Pair, root: Path, rate_hz: int) -> Mixture:
    """Make a row's mixture: clips fitted by numpy.resize, noise scaled to the SNR, all scaled to 0.9 if it clips."""
    frames = round(pair.seconds * rate_hz)
    source = np.resize(load_mono(root / pair.source, rate_hz), frames)
    noise = np.zeros_like(source)
    if pair.noise:
        noise = np.resize(load_mono(root / pair.noise, rate_hz), frames)
        power = float(np.mean(noise.astype(np.float64) ** 2))
        wanted = float(np.mean(source.astype(np.float64) ** 2)) / 10 ** (pair.snr_db / 10)
        noise = noise * np.float32(np.sqrt(wanted / max(power, 1e-20)))
    mixture = source + noise
    peak = float(np.max(np.abs(mixture)))
    if peak > 1.0:
        scale = np.float32(0.9 / peak)
        mixture, source, noise = mixture * scale, source * scale, noise * scale
    return Mixture(mixture, source, noise)
