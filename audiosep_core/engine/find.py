"""Where in a recording each prompt is heard: stretches of a track of probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audiosep_core.engine.calibration import Calibration
from audiosep_core.types import Presence, Verdict


@dataclass(frozen=True)
class Hit:
    """A stretch in which a prompt is heard, in seconds. `score` is the highest probability of its steps."""

    start_s: float
    end_s: float
    prompt: str
    score: float
    verdict: Verdict


@dataclass(frozen=True)
class HitOptions:
    """What counts as a stretch.

    Attributes:
        enter, leave: A stretch begins where the track reaches `enter` and goes on, to both sides, while it stays above
            `leave`. None: the calibration's `present` or `weak`, and half of that.
        shortest_s: Shorter ones are left out.
        gap_s: Shorter gaps are closed.
    """

    enter: float | None = None
    leave: float | None = None
    shortest_s: float = 0.5
    gap_s: float = 1.0


def find_hits(
    prompts: Sequence[str],
    presences: Sequence[Presence],
    calibration: Calibration,
    length_s: float,
    options: HitOptions | None = None,
) -> list[Hit]:
    """Stretches of all prompts, in the order of time.

    Args:
        prompts: Their names.
        presences: One a prompt. Of one that is "not found" there are no stretches.
        calibration: Says what a probability is called.
        length_s: Of the recording: the last step may reach beyond its end.
        options: What counts.
    """
    options = options or HitOptions()
    hits = []
    for prompt, presence in zip(prompts, presences, strict=True):
        if presence.verdict == "not found":
            continue
        enter = calibration.weak if options.enter is None else options.enter
        leave = enter / 2 if options.leave is None else options.leave
        step = presence.step_s
        for low, high in _stretches(presence.track, enter, leave, round(options.gap_s / step)):
            if (high - low) * step < options.shortest_s:
                continue
            score = float(presence.track[low:high].max())
            verdict: Verdict = "present" if score >= calibration.present else "weak"
            hits.append(Hit(low * step, min(high * step, length_s), prompt, score, verdict))
    return sorted(hits, key=lambda hit: (hit.start_s, hit.end_s, hit.prompt))


def _stretches(track: NDArray[np.float32], enter: float, leave: float, gap: int) -> list[tuple[int, int]]:
    """Runs above `leave` that reach `enter`; runs parted by less than `gap` steps become one."""
    edges = np.flatnonzero(np.diff((track >= leave).astype(np.int8), prepend=0, append=0))
    runs = [(int(a), int(b)) for a, b in edges.reshape(-1, 2) if track[a:b].max() >= enter]
    joined: list[tuple[int, int]] = []
    for low, high in runs:
        if joined and low - joined[-1][1] < gap:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined
