from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from audiosep_core.engine.calibration import Calibration
from audiosep_core.training.hearing.calibrate import Calibrated, Evidence, _fit, write_calibrations


@pytest.fixture
def evidence() -> list[Evidence]:
    """Prompts whose sound fills the first five of ten steps, or is not there; both features tell, with noise."""
    rng = np.random.default_rng(0)
    found = []
    for number in range(400):
        there = number % 3 == 0
        present = np.zeros(10)
        present[:5] = float(there)
        share = np.clip(-20 + 14 * present + 6 * rng.standard_normal(10), -40, 0)
        heard = -4 + 6 * present + 2.5 * rng.standard_normal(10)
        present[5:7] = np.nan
        found.append(Evidence(share, heard, present, there))
    return found


@pytest.mark.parametrize(("share", "heard"), [(True, False), (False, True), (True, True)])
def test_scores_are_probabilities(evidence: list[Evidence], share: bool, heard: bool) -> None:
    constants, area = _fit(evidence, share, heard)
    assert area > 0.95
    scores = np.array(
        [
            constants.score(constants.track(e.share_db if share else None, e.heard if heard else None), 0.5)
            for e in evidence
        ]
    )
    there = np.array([e.there for e in evidence])
    assert scores.mean() == pytest.approx(there.mean(), abs=0.02)
    assert np.mean(scores[~there] >= constants.present) <= 0.06
    assert 0.15 <= np.mean(scores[~there] >= constants.weak) <= 0.25
    assert 0 < constants.weak < constants.present < 1


def test_two_kinds_of_evidence_tell_more_than_one(evidence: list[Evidence]) -> None:
    both = _fit(evidence, True, True)[1]
    assert both > max(_fit(evidence, True, False)[1], _fit(evidence, False, True)[1]) - 1e-9


def test_the_file_brings_the_constants_back(tmp_path: Path) -> None:
    constants = Calibration(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.55)
    write_calibrations(tmp_path / "x.toml", Calibrated({"energy": constants}, {"energy": 1.0}, 3), ["A fact."])
    text = (tmp_path / "x.toml").read_text()
    assert Calibration(**tomllib.loads(text)["energy"]) == constants
    assert "# A fact." in text


def test_evidence_of_a_mixture(make_bank: Callable[..., object], tiny_model: Path) -> None:
    from audiosep_core.engine.hearing import Hearing
    from audiosep_core.engine.separator import Separator
    from audiosep_core.model.hearing import HearingConfig, HearingNetwork
    from audiosep_core.prompts.grammar import Grammar
    from audiosep_core.query.encoders import load_encoder
    from audiosep_core.training.hearing.calibrate import _evidence
    from audiosep_core.training.validation import Example

    rng = np.random.default_rng(0)
    ears = Hearing(
        HearingNetwork(HearingConfig(bands=32, widths=(4, 4, 8, 8), hidden=16, blocks=1)).eval(), load_encoder("minilm")
    )
    short = np.zeros(64_000, np.float32)
    short[:16_000] = 0.1 * rng.standard_normal(16_000)
    pair = Example(short, 0.1 * rng.standard_normal(64_000).astype(np.float32), ("dog bark", "rain"))
    labels = ["dog bark", "dog growl", "rain", "piano", "speech"]
    found = _evidence(Separator.load(str(tiny_model), "cpu"), ears, pair, labels, Grammar.load(), rng)
    # A relative of what is there is no absent prompt.
    assert [one.there for one in found] == [True, True, False, False]
    assert found[0].present[0] == 1
    assert (found[0].present[1:] == 0).all()
    assert (found[1].present[1:] == 1).all()
    assert all(one.share_db.shape == one.heard.shape == (4,) for one in found)
