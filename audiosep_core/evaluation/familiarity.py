"""Does the familiarity of a prompt tell how well it will be separated? Judged on queries whose SDRi is known."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audiosep_core.audio.metrics import roc_area
from audiosep_core.errors import AudioSepError
from audiosep_core.query.familiarity import Familiarity

_POOR_DB = 3.0


@dataclass(frozen=True)
class Told:
    """Of one kind of words: Spearman's rank correlation of score and SDRi, area under the ROC of "gains over 3 dB", and
    mean SDRi of the prompts that the score warns of and of the others (None where there are none)."""

    queries: int
    correlation: float
    area: float
    warned: float
    warned_db: float | None
    others_db: float | None


def judge_familiarity(familiarity: Familiarity, words: Path, pairs: str = "benchmark.csv") -> dict[str, Told]:
    """Judge on the JSON of `audiosep evaluate --look queries --json`.

    Raises:
        AudioSepError: the file is something else.
    """
    try:
        lists = json.loads(words.read_text(encoding="utf-8"))["lists"]
        found: dict[str, list[tuple[str, float]]] = {}
        for one in lists:
            if one["list"] == pairs:
                rows = [answer for row in one["rows"] for answer in (row["by_prompt"] or [row])]
                found[one["query"]] = [(row["prompt"], float(row["sdri_db"])) for row in rows]
        found = {name: rows for name, rows in found.items() if rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AudioSepError(
            "result-unknown",
            f"'{words.name}' does not hold judged queries: {error}.",
            "Make it with: audiosep evaluate --look queries --json words.json",
        ) from None
    if not found:
        raise AudioSepError("result-unknown", f"'{words.name}' holds no queries of {pairs}.")
    if len(found) > 1:
        found["all"] = [row for rows in found.values() for row in rows]
    prompts = sorted({prompt for rows in found.values() for prompt, _ in rows})
    scores = dict(zip(prompts, (known.score for known in familiarity.of(prompts)), strict=True))
    return {name: _told(rows, scores) for name, rows in found.items()}


def _told(rows: list[tuple[str, float]], scores: dict[str, float]) -> Told:
    from scipy.stats import spearmanr

    score = np.array([scores[prompt] for prompt, _ in rows])
    gain = np.array([sdri for _, sdri in rows])
    good, warned = gain > _POOR_DB, score < 0.5
    return Told(
        len(rows),
        float(spearmanr(score, gain).statistic),
        roc_area(score[good], score[~good]) if 0 < good.sum() < len(good) else float("nan"),
        float(warned.mean()),
        float(gain[warned].mean()) if warned.any() else None,
        float(gain[~warned].mean()) if not warned.all() else None,
    )
