"""From what is measured to probabilities: constants fitted on recordings held out, in resources/models/presence.toml.

A step's log odds are a weighted sum of its features; the steps of five seconds are pooled, the clearest five seconds
count, and the log odds of those are mapped once more, so that the score of a stretch is a probability too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.types import Verdict

Kind = Literal["hearing", "energy", "both", "tower"]
Values = NDArray[np.floating]

# What the constants were fitted on is as long; see `clearest`.
WINDOW_S = 5.0
# A stem below this share of the mixture, in dB, is as good as silent.
FLOOR_DB = -40.0
_LIMIT = 15.0


@dataclass(frozen=True)
class Calibration:
    """Constants of one kind of evidence.

    Attributes:
        step_bias, step_share, step_heard: Log odds of a step: bias + share per 10 dB * share_db / 10 + heard * logit.
        whole_bias, whole_scale: Log odds of a stretch from those of its clearest five seconds.
        present, weak: Scores from which the verdict is that.
        calibrated: Whether all this was measured.
    """

    step_bias: float = 0.0
    step_share: float = 0.0
    step_heard: float = 0.0
    whole_bias: float = 0.0
    whole_scale: float = 1.0
    present: float = 0.5
    weak: float = 0.2
    calibrated: bool = True

    def track(self, share_db: Values | None, heard: Values | None) -> NDArray[np.float32]:
        """Probability of every step.

        Args:
            share_db: A stem's share of the mixture in each step, in dB; None where nothing was separated.
            heard: Log odds of the ears; None where nothing was heard.
        """
        odds: Any = self.step_bias
        if share_db is not None:
            odds = odds + self.step_share * np.clip(share_db, FLOOR_DB, 0.0) / 10
        if heard is not None:
            odds = odds + self.step_heard * np.clip(heard, -_LIMIT, _LIMIT)
        result: NDArray[np.float32] = sigmoid(np.asarray(odds)).astype(np.float32)
        return result

    def score(self, track: Values, step_s: float) -> float:
        """Probability of a whole track."""
        odds = log_odds(clearest(track, round(WINDOW_S / step_s)))
        return float(sigmoid(np.asarray(self.whole_bias + self.whole_scale * odds)))

    def verdict(self, score: float) -> Verdict:
        """What to tell a person."""
        return "present" if score >= self.present else "weak" if score >= self.weak else "not found"


def sigmoid(odds: Values) -> Values:
    """Log odds to probabilities."""
    return 1.0 / (1.0 + np.exp(-np.clip(odds, -40.0, 40.0)))


def log_odds(probability: float) -> float:
    """Probability to log odds within +-15."""
    p = min(max(probability, 1e-12), 1 - 1e-12)
    return float(np.clip(np.log(p / (1 - p)), -_LIMIT, _LIMIT))


def clearest(track: Values, steps: int) -> float:
    """The largest linear softmax, sum p^2 / sum p, over stretches of so many steps (arXiv 1810.09050).

    It stays what it is when more sound comes before or behind: a dog that barks once an hour is there.
    """
    if len(track) == 0:
        return 0.0
    p = np.asarray(track, np.float64)
    steps = min(steps, len(p))
    sums = np.concatenate([[0.0], np.cumsum(p)])
    squares = np.concatenate([[0.0], np.cumsum(p**2)])
    weights = np.maximum(sums[steps:] - sums[:-steps], 1e-9)
    return float(np.clip(((squares[steps:] - squares[:-steps]) / weights).max(), 0.0, 1.0))


def load_calibrations() -> Mapping[Kind, Calibration]:
    """The constants that ship with the program.

    Raises:
        AudioSepError: the file is missing or damaged.
    """
    path = resource("models", "presence.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            "hearing": Calibration(**tables["hearing"]),
            "energy": Calibration(**tables["energy"]),
            "both": Calibration(**tables["both"]),
            # Nobody has measured a published model: its ears only rank.
            "tower": Calibration(step_heard=1.0, present=0.7, weak=0.4, calibrated=False),
        }
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise AudioSepError(
            "calibration-damaged", f"'{path.name}' could not be used: {error}.", "Reinstall the program."
        ) from None
