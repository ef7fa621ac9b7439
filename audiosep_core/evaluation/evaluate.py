"""Runs a separator over a list of pairs through the very call that the program uses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol as Shape

from audiosep_core.audio.metrics import power_ratio_db, sdr_db, si_sdr_db
from audiosep_core.cancel import CancelToken
from audiosep_core.evaluation.pairs import Mixture, Pair, Protocol, QueryKind, mix, read_pairs
from audiosep_core.evaluation.report import Row
from audiosep_core.types import AudioArray, OnProgress, Progress, Separation, ignore_progress

RATE_HZ = 32_000


class Separates(Shape):
    """What is judged: `Separator.separate`, or a stand-in with the same call."""

    def separate(self, audio: AudioArray, rate: int, queries: list[str]) -> Separation:
        """Stems of `audio` for `queries`."""
        ...


def evaluate(
    separator: Separates,
    pairs: Path,
    root: Path,
    query: QueryKind = "label",
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Figures of every row of a list (`limit`: of its first rows only).

    Raises:
        AudioSepError: the list or a clip cannot be read.
    """
    protocol, rows = read_pairs(pairs, query)
    rows = rows[:limit]
    results = []
    for done, pair in enumerate(rows, start=1):
        if cancel is not None:
            cancel.raise_if_set()
        results.append(_judge(separator, protocol, pair, mix(pair, root, RATE_HZ)))
        on_progress(Progress(done, len(rows)))
    return results


def _judge(separator: Separates, protocol: Protocol, pair: Pair, sound: Mixture) -> Row:
    row = Row(pair.index, pair.label, pair.prompt, pair.snr_db, pair.clean)
    if protocol != "separate":
        (estimate,) = _ask(separator, sound.mixture, [pair.prompt])
        return replace(row, ratio_db=power_ratio_db(estimate, sound.mixture))
    estimate, other = _ask(separator, sound.mixture, [pair.prompt, pair.noise_prompt])
    own = sdr_db(sound.source, estimate)
    right = own > sdr_db(sound.source, other) and sdr_db(sound.noise, other) > sdr_db(sound.noise, estimate)
    return replace(
        row,
        sdr_db=own,
        sdri_db=own - sdr_db(sound.source, sound.mixture),
        si_sdr_db=si_sdr_db(sound.source, estimate),
        swap_right=right,
    )


def _ask(separator: Separates, mixture: AudioArray, prompts: list[str]) -> list[AudioArray]:
    separation = separator.separate(mixture, RATE_HZ, prompts)
    return [stem.audio for stem in separation.stems]
