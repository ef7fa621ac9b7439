from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.figures import pesq_wideband
from audiosep_core.evaluation.protocols import voicebank
from audiosep_core.evaluation.summary import by_class, summary
from tests.evaluation import made_sets
from tests.evaluation.made_sets import Share


def test_every_pair_is_asked_for_speech_at_16_khz(tmp_path: Path) -> None:
    made_sets.voicebank(tmp_path)
    protocol = voicebank.load(tmp_path)
    nothing = Share(1.0)
    rows = run(nothing, protocol)
    assert nothing.asked == [("Speech",)] * 2
    assert nothing.rates == {16_000}
    figures = summary(protocol, rows)["all"]
    # The error is a tenth of the clean sound in every frame; the resampler's edges are the tolerance.
    assert figures["ssnr_db_mean"] == pytest.approx(20.0, abs=0.1)
    assert figures["ssnri_db_mean"] == 0.0
    assert [one.label for one in by_class(protocol, rows)] == ["p232", "p257"]
    assert any("824" in warning for warning in protocol.warnings)


def test_a_better_answer_has_a_better_segmental_snr(tmp_path: Path) -> None:
    made_sets.voicebank(tmp_path)
    protocol = voicebank.load(tmp_path)
    figures = summary(protocol, run(Share(1.01 / 1.1), protocol))["all"]
    # A hundredth off is 40 dB, clamped to 35.
    assert figures["ssnr_db_mean"] == pytest.approx(35.0, abs=0.1)
    assert figures["ssnri_db_mean"] == pytest.approx(15.0, abs=0.1)


def test_archives_that_unpack_into_a_folder_of_their_own_name_are_found(tmp_path: Path) -> None:
    made_sets.voicebank(tmp_path / "inner")
    for name in ("clean_testset_wav", "noisy_testset_wav"):
        (tmp_path / name).mkdir()
        (tmp_path / "inner" / name).rename(tmp_path / name / name)
    assert len(voicebank.load(tmp_path).items) == 2


def test_folders_that_do_not_match_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match="clean_testset_wav"):
        voicebank.load(tmp_path)
    made_sets.voicebank(tmp_path)
    (tmp_path / "noisy_testset_wav/p257_434.wav").unlink()
    with pytest.raises(AudioSepError, match="do not hold the same"):
        voicebank.load(tmp_path)


def test_pesq_of_speech_with_itself_is_the_scales_top_and_noise_lowers_it() -> None:
    pytest.importorskip("pesq")
    rng = np.random.default_rng(0)
    time = np.arange(3 * 16_000) / 16_000
    # Syllables: a buzz of 120 Hz through three formants, opening and closing four times a second.
    buzz = np.zeros_like(time)
    for harmonic in range(1, 60):
        hz = 120 * harmonic
        level = sum(np.exp(-(((hz - formant) / 120) ** 2)) for formant in (500, 1500, 2500))
        buzz += level * np.sin(2 * np.pi * hz * time)
    speech = (0.1 * buzz * np.clip(np.sin(2 * np.pi * 2 * time), 0, 1)).astype(np.float32)
    noisy = speech + 0.02 * rng.standard_normal(len(speech)).astype(np.float32)
    assert pesq_wideband(speech, speech, 16_000) == pytest.approx(4.64, abs=0.02)
    assert pesq_wideband(speech, noisy, 16_000) < 3.5
    with pytest.raises(ValueError, match="16 kHz"):
        pesq_wideband(speech, speech, 48_000)
