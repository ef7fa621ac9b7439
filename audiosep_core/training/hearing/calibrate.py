"""Fits the constants of presence, on clips that neither the separator nor the hearing network learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.metrics import roc_area
from audiosep_core.audio.sound import ArraySound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.calibration import Calibration, clearest, log_odds
from audiosep_core.engine.hearing import Hearing
from audiosep_core.engine.presence import ALONE, share_db
from audiosep_core.engine.separator import Separator
from audiosep_core.errors import AudioSepError
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import load_bank
from audiosep_core.training.hearing.logistic import fit_logistic
from audiosep_core.training.sources import read_source
from audiosep_core.training.split import split_validation
from audiosep_core.training.validation import Example, make_examples
from audiosep_core.types import OnProgress, Progress, ignore_progress

RATE_HZ = 32_000
_STEP = RATE_HZ // 2
_ABSENT = 3
_LEVEL_DB = 10.0
# Shares of absent prompts that are called present, and at least weak. By these, and not by what is lost: absent sounds
# are alike everywhere, but how clear a present one is depends on the recording.
_FALSE_ALARMS, _DOUBTFUL = 0.05, 0.20
_HEARD_DB, _OVER_DB = -20.0, -25.0


@dataclass(frozen=True)
class Evidence:
    """One prompt of one mixture.

    Attributes:
        share_db, heard: (steps,) features. present: (steps,) 1 heard, 0 not, NaN where nobody can tell.
        there: Whether the prompt is for something in the mixture.
    """

    share_db: NDArray[np.float64]
    heard: NDArray[np.float64]
    present: NDArray[np.float64]
    there: bool


@dataclass(frozen=True)
class Calibrated:
    """Constants by kind of evidence, and the area under the ROC that they reach on what they were fitted on."""

    constants: dict[str, Calibration]
    areas: dict[str, float]
    prompts: int


def calibrate(
    separator: Separator,
    ears: Hearing,
    sources: Sequence[Path],
    cache: Path,
    fraction: float = 0.04,
    mixtures: int = 100,
    seed: int = 0,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> Calibrated:
    """Fit.

    Args:
        separator, ears: What gives the evidence.
        sources: The data that both were trained on. fraction: The share that their recipes hold out.
        cache: Folder of decoded clips.
        mixtures: How many to make. seed: Of the draw.

    Raises:
        AudioSepError: too little is held out.  Cancelled: the token was set.
    """
    whole = load_bank([c for source in sources for c in read_source(source)], RATE_HZ, cache, cancel=cancel)
    _, held = split_validation(whole.clips, fraction)
    grammar = Grammar.load()
    pairs = make_examples(whole, held, grammar, mixtures, seed)
    if len(pairs) < 10:
        raise AudioSepError("too-few-clips", "Too few clips are held out to calibrate on.")
    labels = sorted({clip.label for clip in whole.clips})
    rng = np.random.default_rng(seed)
    evidence = []
    for done, pair in enumerate(pairs, start=1):
        if cancel is not None:
            cancel.raise_if_set()
        evidence += _evidence(separator, ears, pair, labels, grammar, rng)
        on_progress(Progress(done, len(pairs)))
    kinds = {"hearing": (False, True), "energy": (True, False), "both": (True, True)}
    constants, areas = {}, {}
    for name, (share, heard) in kinds.items():
        constants[name], areas[name] = _fit(evidence, share, heard)
    return Calibrated(constants, areas, len(evidence))


def write_calibrations(path: Path, calibrated: Calibrated, facts: Sequence[str]) -> None:
    """Write `presence.toml`."""
    lines = [
        "# Constants of presence (audiosep_core/engine/calibration.py), fitted by `audiosep calibrate` on",
        "# mixtures of clips held out from training. Not to be edited by hand.",
        *(f"# {fact}" for fact in facts),
    ]
    for name, constants in calibrated.constants.items():
        lines += ["", f"[{name}]"]
        lines += [f"{key} = {value:.4f}" for key, value in asdict(constants).items() if key != "calibrated"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _evidence(
    separator: Separator,
    ears: Hearing,
    pair: Example,
    labels: Sequence[str],
    grammar: Grammar,
    rng: np.random.Generator,
) -> list[Evidence]:
    level = np.float32(10 ** (rng.uniform(-_LEVEL_DB, _LEVEL_DB) / 20))
    sounds = [pair.first, pair.second * level]
    mixture = sounds[0] + sounds[1]
    near = frozenset().union(*(grammar.overlapping(label) for label in pair.labels))
    absent = [str(label) for label in rng.permutation(labels) if label not in near][:_ABSENT]
    present = [_words(grammar, label, rng) for label in pair.labels]
    prompts = [*present, *absent]
    stems = separator.separate(mixture, RATE_HZ, prompts, options=ALONE).stems
    heard = ears.logits(ears.hear(ArraySound(mixture[:, None], RATE_HZ)), prompts).astype(np.float64)
    total = _energies(mixture)
    result = []
    for number, stem in enumerate(stems):
        there = number < len(present)
        truth = _truth(_energies(sounds[number]), total) if there else np.zeros(len(total))
        result.append(Evidence(share_db(_energies(stem.audio), total), heard[number], truth, there))
    return result


def _words(grammar: Grammar, label: str, rng: np.random.Generator) -> str:
    """Half of the time the label, else one of its phrases."""
    return label if rng.random() < 0.5 else str(rng.choice(grammar.plain_phrases(label)))


def _energies(wave: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.add.reduceat(np.asarray(wave, np.float64) ** 2, np.arange(0, len(wave), _STEP))


def _truth(own: NDArray[np.float64], total: NDArray[np.float64]) -> NDArray[np.float64]:
    share = 10 * np.log10(own / np.maximum(total, 1e-20) + 1e-12)
    loudness = 10 * np.log10(own / max(float(own.max()), 1e-20) + 1e-12)
    heard = (share >= _HEARD_DB) & (loudness >= _OVER_DB)
    maybe = (share >= _HEARD_DB - 10) & (loudness >= _OVER_DB - 10)
    return np.where(heard, 1.0, np.where(maybe, np.nan, 0.0))


def _fit(evidence: Sequence[Evidence], share: bool, heard: bool) -> tuple[Calibration, float]:
    columns = [e.share_db / 10 for e in evidence] if share else None
    odds = [np.clip(e.heard, -15, 15) for e in evidence] if heard else None
    used = [np.concatenate(column) for column in (columns, odds) if column is not None]
    wanted = np.concatenate([e.present for e in evidence])
    known = ~np.isnan(wanted)
    beta = fit_logistic(np.column_stack(used)[known], wanted[known])
    constants = Calibration(
        step_bias=float(beta[0]),
        step_share=float(beta[1]) if share else 0.0,
        step_heard=float(beta[-1]) if heard else 0.0,
    )
    pooled = np.array(
        [
            log_odds(clearest(constants.track(e.share_db if share else None, e.heard if heard else None), 10))
            for e in evidence
        ]
    )
    there = np.array([e.there for e in evidence])
    offset, scale = fit_logistic(pooled[:, None], there.astype(np.float64))
    constants = replace(constants, whole_bias=float(offset), whole_scale=float(scale))
    scores = 1 / (1 + np.exp(-(offset + scale * pooled)))
    present = float(np.quantile(scores[~there], 1 - _FALSE_ALARMS))
    weak = min(float(np.quantile(scores[~there], 1 - _DOUBTFUL)), 0.9 * present)
    return replace(constants, present=present, weak=weak), roc_area(scores[there], scores[~there])
