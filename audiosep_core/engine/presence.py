"""How much of each prompt is there: separated energy against the mixture's, and what the ears say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from audiosep_core.engine.calibration import FLOOR_DB, Calibration, Kind, load_calibrations
from audiosep_core.engine.hearing import Ears, Logits
from audiosep_core.engine.listener import Heard
from audiosep_core.types import AudioArray, Presence, SeparationOptions

STEP_S = 0.5
# Each prompt is judged as if it were asked alone: what others ask for must not change whether a sound is there.
ALONE = SeparationOptions(compete=False)
# A step that lies this far below the loudest one says nothing: what is separated from it is noise.
SILENCE_DB = -60.0
# A mixture below this is silence, in dBFS.
SILENT_DBFS = -90.0


class PresenceMeter:
    """Fed with blocks in any order while a separation runs; holds two numbers a step and stem.

    Args:
        stems: How many prompts there are.
        rate_hz: Of the source.
        start, end: Frames of the source that are separated.
        heard: (stems, steps) log odds of the ears from `start` on, where there are ears.
        calibrations: The constants; None: those that ship.
        calibrated: Whether they were measured with the model that separates (they were with the starter).
    """

    def __init__(
        self,
        stems: int,
        rate_hz: int,
        start: int,
        end: int,
        heard: Logits | None = None,
        calibrations: Mapping[Kind, Calibration] | None = None,
        calibrated: bool = True,
    ) -> None:
        self._rate, self._start, self._end = rate_hz, start, end
        steps = max(1, -(-2 * (end - start) // rate_hz))
        self._stems = np.zeros((stems, steps))
        self._mixture = np.zeros(steps)
        self._frames = np.zeros(steps, np.int64)
        table = calibrations or load_calibrations()
        found = table["energy" if heard is None else "both"]
        self._calibration = replace(found, calibrated=found.calibrated and calibrated)
        self._heard = None if heard is None else heard[:, :steps]
        if self._heard is not None and self._heard.shape != (stems, steps):
            raise ValueError(f"heard is ({stems}, {steps}), not {self._heard.shape}")

    def add(self, first: int, stems: AudioArray, mixture: AudioArray) -> None:
        """Take a block: (stems, frames, channels) and (frames, channels) from frame `first` of the source on."""
        frames = np.arange(first, first + len(mixture)) - self._start
        step = np.minimum(2 * frames // self._rate, len(self._mixture) - 1)
        edges = np.flatnonzero(np.diff(step, prepend=-1))
        which = step[edges]
        self._mixture[which] += np.add.reduceat(_energy(mixture), edges)
        self._frames[which] += np.diff(edges, append=len(mixture))
        for row, stem in zip(self._stems, stems, strict=True):
            row[which] += np.add.reduceat(_energy(stem), edges)

    def result(self) -> tuple[Presence, ...]:
        """What is known so far, a presence a stem."""
        loud = audible(self._mixture / np.maximum(self._frames, 1))
        answers = []
        for number, stem in enumerate(self._stems):
            share = share_db(stem, self._mixture)
            heard = None if self._heard is None else self._heard[number]
            track = np.where(loud, self._calibration.track(share, heard), 0.0).astype(np.float32)
            score = self._calibration.score(track, STEP_S)
            verdict = self._calibration.verdict(score)
            answers.append(Presence(STEP_S, track, score, verdict, self._calibration.calibrated))
        return tuple(answers)


def calibration_of(ears: Ears) -> Calibration:
    """What turns the log odds of these ears alone into probabilities."""
    return load_calibrations()["hearing" if ears.calibrated else "tower"]


def presence_in(ears: Ears, heard: Heard, prompts: Sequence[str], calibration: Calibration) -> tuple[Presence, ...]:
    """Presence of each prompt in what the ears heard, from them alone."""
    return presence_of(ears.logits(heard, prompts), heard.level_db, calibration, heard.step_s)


def presence_of(
    heard: Logits, level_db: NDArray[np.float32], calibration: Calibration, step_s: float = STEP_S
) -> tuple[Presence, ...]:
    """Presence from the ears alone: (prompts, steps) log odds, and the level of each step in dBFS."""
    loud = audible(10 ** (level_db.astype(np.float64) / 10))
    answers = []
    for row in heard:
        track = np.where(loud, calibration.track(None, row), 0.0).astype(np.float32)
        score = calibration.score(track, step_s)
        answers.append(Presence(step_s, track, score, calibration.verdict(score), calibration.calibrated))
    return tuple(answers)


def audible(power: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which steps, by their mean square, have something to be heard in them."""
    loudest = float(power.max(initial=0.0))
    result: NDArray[np.bool_] = power > max(loudest * 10 ** (SILENCE_DB / 10), 10 ** (SILENT_DBFS / 10))
    return result


def share_db(stem: NDArray[np.float64], mixture: NDArray[np.float64]) -> NDArray[np.float64]:
    """A stem's energy against the mixture's, step by step, within FLOOR_DB and 0 dB."""
    ratio = stem / np.maximum(mixture, 1e-20)
    result: NDArray[np.float64] = np.clip(10 * np.log10(np.maximum(ratio, 1e-12)), FLOOR_DB, 0.0)
    return result


def _energy(block: AudioArray) -> NDArray[np.float64]:
    result: NDArray[np.float64] = np.square(block, dtype=np.float64).sum(axis=-1)
    return result
