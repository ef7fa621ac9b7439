"""How well the program hears: labels among its first five, and present against absent, on the benchmark's lists."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.metrics import bootstrap_interval, roc_area
from audiosep_core.audio.sound import ArraySound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.hearing import Ears, Logits
from audiosep_core.engine.presence import ALONE, PresenceMeter, calibration_of, presence_of
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.evaluation.pairs import Pair, mix, read_pairs
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.types import AudioArray, OnProgress, Presence, Progress, ignore_progress

RATE_HZ = 32_000
_ABSENT = 2


@dataclass(frozen=True)
class Recall:
    """Share of the true labels among the first five of a vocabulary; `interval` by bootstrap over mixtures.

    `kin`: an overlapping label in its place counts too.
    """

    words: int
    rows: int
    recall: float
    interval: tuple[float, float]
    kin: float


@dataclass(frozen=True)
class Verdicts:
    """What one kind of evidence tells: area under the ROC, and how often each verdict was given."""

    area: float
    present: int
    absent: int
    right: dict[str, float]
    wrong: dict[str, float]


@dataclass(frozen=True)
class HearingResult:
    """All figures; `recall` and `verdicts` by what they are of."""

    recall: dict[str, Recall]
    verdicts: dict[str, Verdicts]


def evaluate_hearing(
    ears: Ears,
    root: Path,
    separator: Separator | None = None,
    limit: int | None = None,
    seed: int = 0,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> HearingResult:
    """Judge on benchmark.csv and absent.csv.

    Absent prompts are absent.csv's, and for every row of benchmark.csv two labels of the test part that are neither in
    the mixture nor overlap what is (drawn from the seed).

    Args:
        ears: What hears.
        root: Folder of the lists and clips.
        separator: Judges presence by separation too.
        limit: Only the first rows.

    Raises:
        AudioSepError: a list or clip cannot be read.  Cancelled: the token was set.
    """
    _, rows = read_pairs(root / "benchmark.csv", "label")
    _, lacking = read_pairs(root / "absent.csv", "label")
    rows, lacking = rows[:limit], lacking[:limit]
    grammar = Grammar.load()
    vocabularies = {f"{part} labels": _labels(root / "manifest.csv", part) for part in ("test", "train")}
    every = sorted(set().union(*vocabularies.values(), (pair.prompt for pair in lacking)))
    place = {word: i for i, word in enumerate(every)}
    rng = np.random.default_rng(seed)
    ranks: list[NDArray[np.float64]] = []
    answers: dict[str, list[tuple[Presence, bool]]] = {"hearing": []}
    if separator is not None:
        answers |= {"energy": [], "both": []}
    constants = calibration_of(ears)
    for done, pair in enumerate((*rows, *lacking), start=1):
        if cancel is not None:
            cancel.raise_if_set()
        source = ArraySound(mix(pair, root, RATE_HZ).mixture[:, None], RATE_HZ)
        heard = ears.hear(source)
        logits = ears.logits(heard, every)
        presences = presence_of(logits, heard.level_db, constants, heard.step_s)
        if done <= len(rows):
            ranks.append(np.array([presence.score for presence in presences]))
            near = grammar.overlapping(pair.label) | grammar.overlapping(pair.noise_label)
            absent = [str(w) for w in rng.permutation(vocabularies["test labels"]) if w not in near][:_ABSENT]
            asked = [(pair.label, True), (pair.noise_label, True), *((word, False) for word in absent)]
        else:
            asked = [(pair.prompt, False)]
        numbers = [place[word] for word, _ in asked]
        answers["hearing"] += [(presences[n], there) for n, (_, there) in zip(numbers, asked, strict=True)]
        if separator is not None:
            by_energy, by_both = _separated(separator, source, [word for word, _ in asked], logits[numbers])
            answers["energy"] += [(p, there) for p, (_, there) in zip(by_energy, asked, strict=True)]
            answers["both"] += [(p, there) for p, (_, there) in zip(by_both, asked, strict=True)]
        on_progress(Progress(done, len(rows) + len(lacking)))
    scores = np.stack(ranks)
    recall = {}
    for name, words in vocabularies.items():
        columns = np.array([place[word] for word in words])
        level = [i for i, pair in enumerate(rows) if pair.snr_db == 0]
        recall[f"{name}, all"] = _recall(scores[:, columns], words, rows, grammar)
        recall[f"{name}, 0 dB"] = _recall(scores[level][:, columns], words, [rows[i] for i in level], grammar)
    return HearingResult(recall, {name: _verdicts(found) for name, found in answers.items()})


def _labels(manifest: Path, split: str) -> list[str]:
    with manifest.open(newline="", encoding="utf-8-sig") as file:
        return sorted({row["label"] for row in csv.DictReader(file) if row["split"] == split})


def _recall(
    scores: NDArray[np.float64], words: Sequence[str], rows: Sequence[Pair], grammar: Grammar, first: int = 5
) -> Recall:
    strict, kind = [], []
    for row, pair in zip(scores, rows, strict=True):
        told = {words[i] for i in np.argsort(-row, kind="stable")[:first]}
        labels = (pair.label, pair.noise_label)
        strict.append(np.mean([label in told for label in labels]))
        kind.append(np.mean([bool(grammar.overlapping(label) & told) for label in labels]))
    return Recall(
        len(words), len(rows), float(np.mean(strict)), bootstrap_interval(np.array(strict)), float(np.mean(kind))
    )


def _separated(
    separator: Separator, source: ArraySound, prompts: list[str], logits: Logits
) -> tuple[tuple[Presence, ...], tuple[Presence, ...]]:
    meters = [PresenceMeter(len(prompts), source.rate_hz, 0, source.frames, heard=heard) for heard in (None, logits)]

    def measure(first: int, block: AudioArray) -> None:
        mixture = source.read(first, first + block.shape[1])
        for meter in meters:
            meter.add(first, block, mixture)

    separator.run(source, Span(0, source.frames, 0), separator.conditions(prompts), measure, options=ALONE)
    return meters[0].result(), meters[1].result()


def _verdicts(found: Sequence[tuple[Presence, bool]]) -> Verdicts:
    there = [presence for presence, truth in found if truth]
    absent = [presence for presence, truth in found if not truth]
    return Verdicts(
        roc_area(np.array([p.score for p in there]), np.array([p.score for p in absent])),
        len(there),
        len(absent),
        _shares(there),
        _shares(absent),
    )


def _shares(presences: Sequence[Presence]) -> dict[str, float]:
    names = ("present", "weak", "not found")
    return {name: sum(p.verdict == name for p in presences) / len(presences) for name in names}
