from __future__ import annotations

import numpy as np

from audiosep_core.engine.calibration import Calibration
from audiosep_core.engine.find import HitOptions, find_hits
from audiosep_core.types import Presence

CALIBRATION = Calibration(present=0.6, weak=0.4)


def presence(track: list[float], verdict: str = "present") -> Presence:
    return Presence(0.5, np.array(track, np.float32), 0.9, verdict)  # type: ignore[arg-type]


def spans(track: list[float], options: HitOptions | None = None) -> list[tuple[float, float]]:
    hits = find_hits(["x"], [presence(track)], CALIBRATION, len(track) / 2, options)
    return [(hit.start_s, hit.end_s) for hit in hits]


def test_a_stretch_begins_above_one_threshold_and_goes_on_above_a_lower_one() -> None:
    assert spans([0, 0.25, 0.7, 0.25, 0.25, 0, 0, 0, 0.3, 0.3, 0]) == [(0.5, 2.5)]


def test_short_gaps_are_closed_and_short_stretches_left_out() -> None:
    track = [0.9, 0, 0.9, 0, 0, 0, 0.9, 0.9, 0, 0]
    assert spans(track) == [(0.0, 1.5), (3.0, 4.0)]
    assert spans(track, HitOptions(gap_s=0.0)) == [(0.0, 0.5), (1.0, 1.5), (3.0, 4.0)]
    assert spans(track, HitOptions(gap_s=0.0, shortest_s=0.8)) == [(3.0, 4.0)]


def test_hits_come_in_the_order_of_time_with_their_own_verdicts() -> None:
    tracks = [presence([0, 0, 0, 0.5, 0.5]), presence([0.9, 0, 0, 0, 0]), presence([0.9] * 5, "not found")]
    hits = find_hits(["rain", "dog", "cat"], tracks, CALIBRATION, 2.3)
    assert [(hit.prompt, hit.verdict, hit.end_s) for hit in hits] == [("dog", "present", 0.5), ("rain", "weak", 2.3)]
