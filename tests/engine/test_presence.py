from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from audiosep_core.engine.calibration import Calibration, Kind, clearest, load_calibrations
from audiosep_core.engine.presence import PresenceMeter, presence_of
from audiosep_core.types import AudioArray

RATE = 8_000
ENERGY = Calibration(step_bias=4.0, step_share=4.0, present=0.6, weak=0.3)
TABLE: dict[Kind, Calibration] = {
    "energy": ENERGY,
    "both": Calibration(step_share=1.0, step_heard=1.0),
}


def scene() -> tuple[AudioArray, AudioArray]:
    """Ten seconds: a sound in the fifth second, beside a steady one. Stems (2, frames, 2), mixture (frames, 2)."""
    rng = np.random.default_rng(0)
    steady = 0.1 * rng.standard_normal((10 * RATE, 2)).astype(np.float32)
    short = np.zeros_like(steady)
    short[4 * RATE : 5 * RATE] = 0.2 * rng.standard_normal((RATE, 2))
    return np.stack([short, steady]), short + steady


def test_blocks_in_any_order_and_of_any_length_give_the_same() -> None:
    stems, mixture = scene()
    whole = PresenceMeter(2, RATE, 0, len(mixture), calibrations=TABLE)
    whole.add(0, stems, mixture)
    pieces = PresenceMeter(2, RATE, 0, len(mixture), calibrations=TABLE)
    edges = [0, 1, 3_333, 4_000, 31_999, 44_444, 80_000]
    for low, high in reversed(list(pairwise(edges))):
        pieces.add(low, stems[:, low:high], mixture[low:high])
    for one, other in zip(whole.result(), pieces.result(), strict=True):
        np.testing.assert_allclose(one.track, other.track, rtol=1e-5)
        assert one.score == pytest.approx(other.score)


def test_the_track_shows_when() -> None:
    stems, mixture = scene()
    meter = PresenceMeter(2, RATE, 0, len(mixture), calibrations=TABLE)
    meter.add(0, stems, mixture)
    short, steady = meter.result()
    assert short.step_s == 0.5
    assert set(np.flatnonzero(short.track > 0.5)) == {8, 9}
    assert short.verdict == steady.verdict == "present"
    assert (steady.track > 0.5).all()


def test_frames_count_from_the_span_s_first() -> None:
    stems, mixture = scene()
    meter = PresenceMeter(2, RATE, 3 * RATE, 6 * RATE, calibrations=TABLE)
    meter.add(3 * RATE, stems[:, 3 * RATE : 6 * RATE], mixture[3 * RATE : 6 * RATE])
    assert set(np.flatnonzero(meter.result()[0].track > 0.5)) == {2, 3}


def test_what_was_not_separated_and_what_is_silent_is_not_there() -> None:
    stems, mixture = scene()
    meter = PresenceMeter(2, RATE, 0, len(mixture), calibrations=TABLE)
    assert [presence.verdict for presence in meter.result()] == ["not found"] * 2
    # A stem that claims all of a silence a thousand times quieter than the rest.
    quiet = 1e-5 * np.ones((RATE, 2), np.float32)
    meter.add(0, np.stack([quiet, quiet]), quiet)
    meter.add(RATE, stems[:, RATE:], mixture[RATE:])
    assert float(meter.result()[1].track[:2].max()) == 0.0


def test_the_ears_change_the_verdict() -> None:
    stems, mixture = scene()
    scores = []
    for odds in (-8.0, 8.0):
        meter = PresenceMeter(2, RATE, 0, len(mixture), np.full((2, 20), odds, np.float32), TABLE)
        meter.add(0, stems, mixture)
        scores.append(meter.result()[1].score)
    assert scores[0] < 0.1 < 0.9 < scores[1]
    with pytest.raises(ValueError, match="heard"):
        PresenceMeter(2, RATE, 0, len(mixture), np.zeros((3, 20), np.float32), TABLE)


def test_a_rare_sound_is_there_however_long_the_recording() -> None:
    bark = np.full(10, 0.02)
    bark[4] = 0.95
    hour = np.full(7_200, 0.02)
    hour[3_000] = 0.95
    assert clearest(hour, 10) == pytest.approx(clearest(bark, 10))
    assert clearest(np.zeros(0), 10) == 0.0


def test_silence_holds_nothing_whatever_the_ears_make_of_it() -> None:
    (presence,) = presence_of(
        np.full((1, 8), 9.0, np.float32), np.full(8, -120.0, np.float32), Calibration(step_heard=1)
    )
    assert presence.score < 0.01
    assert presence.verdict == "not found"


def test_the_shipped_constants_rise_with_the_evidence() -> None:
    table = load_calibrations()
    for name in ("hearing", "energy", "both"):
        constants = table[name]  # type: ignore[index]
        assert 0 < constants.weak < constants.present < 1
        assert constants.whole_scale > 0
        assert constants.calibrated
    assert table["both"].step_heard > 0
    assert table["energy"].step_share > 0
    assert not table["tower"].calibrated
