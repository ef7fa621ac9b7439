"""Figures of one list, and how they are summed up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from audiosep_core.audio.metrics import bootstrap_interval


@dataclass(frozen=True)
class Row:
    """Figures of one row; None where the list does not define them."""

    index: int
    label: str
    prompt: str
    snr_db: float
    clean: bool
    sdr_db: float | None = None
    sdri_db: float | None = None
    si_sdr_db: float | None = None
    swap_right: bool | None = None
    ratio_db: float | None = None


def summary(rows: Sequence[Row]) -> dict[str, Any]:
    """Mean, median and 95 % interval per group: all rows, those at 0 dB, and the clean ones of these."""
    if all(row.ratio_db is not None for row in rows):
        return {"all": _figures([row.ratio_db for row in rows if row.ratio_db is not None], "ratio_db")}
    at_zero = [row for row in rows if row.snr_db == 0]
    groups = {"all": list(rows), "0 dB": at_zero, "0 dB clean": [row for row in at_zero if row.clean]}
    result = {}
    for name, group in groups.items():
        if not group:
            continue
        figures = _figures([row.sdri_db for row in group if row.sdri_db is not None], "sdri_db")
        figures["sdr_db_mean"] = float(np.mean([row.sdr_db for row in group if row.sdr_db is not None]))
        figures["si_sdr_db_mean"] = float(np.mean([row.si_sdr_db for row in group if row.si_sdr_db is not None]))
        swaps = [row.swap_right for row in group if row.swap_right is not None]
        if swaps:
            figures["swap_right"] = float(np.mean(swaps))
        result[name] = figures
    return result


def _figures(values: Sequence[float], name: str) -> dict[str, Any]:
    array = np.array(values, dtype=np.float64)
    low, high = bootstrap_interval(array)
    return {
        "rows": len(array),
        f"{name}_mean": float(array.mean()),
        f"{name}_median": float(np.median(array)),
        f"{name}_mean_95": [low, high],
    }


def file_facts(pairs: Path, model: Path) -> dict[str, str]:
    """Hashes of what was judged and on what: two figures compare only where these agree."""
    return {
        "list_sha256": hashlib.sha256(pairs.read_bytes()).hexdigest(),
        "model_sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
    }


def as_json(rows: Sequence[Row], facts: dict[str, Any]) -> dict[str, Any]:
    """Everything, ready for a file."""
    return {**facts, "summary": summary(rows), "rows": [asdict(row) for row in rows]}
