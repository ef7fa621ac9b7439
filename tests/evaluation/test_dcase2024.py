from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.protocols import dcase2024
from audiosep_core.evaluation.protocols.dcase2024 import mix_at
from audiosep_core.evaluation.summary import summary
from tests.evaluation import made_sets
from tests.evaluation.made_sets import DCASE_DB, NOISE_HZ, SOURCE_HZ, Share, half_sdr_db, sine, write_list


def test_half_the_mixture_scores_the_formula_at_every_level(tmp_path: Path) -> None:
    made_sets.dcase2024(tmp_path)
    protocol = dcase2024.load(tmp_path)
    half = Share(0.5)
    rows = run(half, protocol)
    assert half.rates == {16_000}
    assert half.asked == [("A tone hums",)] * 3
    assert [row.snr_db for row in rows] == list(DCASE_DB)
    for row, snr_db in zip(rows, DCASE_DB, strict=True):
        assert row.sdr_db == pytest.approx(half_sdr_db(snr_db), abs=1e-3)
        assert row.sdri_db == pytest.approx(half_sdr_db(snr_db) - snr_db, abs=1e-3)
        # A share of the mixture is as far from the source's direction as the mixture.
        assert row.si_sdr_db == pytest.approx(snr_db, abs=1e-3)
    figures = summary(protocol, rows)["all"]
    assert list(figures)[1] == "sdr_db_mean"
    assert figures["sdr_db_mean"] == pytest.approx(np.mean([half_sdr_db(snr_db) for snr_db in DCASE_DB]), abs=1e-3)


def test_the_mixture_is_the_tasks() -> None:
    source, noise = sine(SOURCE_HZ, 16_000), sine(NOISE_HZ, 16_000, level=0.02)
    sound = mix_at(source, noise, 5.0)
    np.testing.assert_array_equal(sound.source, source)
    assert 10 * np.log10(np.mean(sound.source**2) / np.mean(sound.noise**2)) == pytest.approx(5.0, abs=1e-4)
    np.testing.assert_allclose(sound.mixture, sound.source + sound.noise, atol=1e-6)


def test_what_would_clip_is_brought_to_nine_tenths_together_with_the_source() -> None:
    source, noise = sine(SOURCE_HZ, 16_000, level=0.9), sine(NOISE_HZ, 16_000, level=0.1)
    sound = mix_at(source, noise, -10.0)
    assert np.abs(sound.mixture).max() == pytest.approx(0.9, abs=1e-6)
    assert 10 * np.log10(np.mean(sound.source**2) / np.mean(sound.noise**2)) == pytest.approx(-10.0, abs=1e-4)
    assert np.abs(sound.source).max() < 0.9


def test_clips_at_another_rate_are_brought_to_16_khz(tmp_path: Path) -> None:
    made_sets.dcase2024(tmp_path)
    soundfile.write(tmp_path / "lass_validation/hum.wav", sine(NOISE_HZ, 44_100), 44_100, subtype="FLOAT")
    protocol = dcase2024.load(tmp_path)
    assert len(protocol.sound(protocol.items[0]).mixture) == 16_000


def test_a_list_elsewhere_and_clips_without_their_folder(tmp_path: Path) -> None:
    pairs = made_sets.dcase2024(tmp_path / "set").rename(tmp_path / "mine.csv")
    protocol = dcase2024.load(tmp_path / "set/lass_validation", pairs)
    assert protocol.list_name == "mine.csv"
    assert len(run(Share(0.5), protocol)) == 3


def test_faults_are_sentences(tmp_path: Path) -> None:
    made_sets.dcase2024(tmp_path)
    write_list(tmp_path / "lass_synthetic_validation.csv", "source,noise,snr,caption", "tone,hum,1.5,A tone")
    with pytest.raises(AudioSepError, match=r"Row 1 .*the SNR '1\.5'"):
        dcase2024.load(tmp_path)
    write_list(tmp_path / "lass_synthetic_validation.csv", "source,noise,snr,caption", "tone,gone,1,A tone")
    with pytest.raises(AudioSepError, match=r"gone\.wav"):
        dcase2024.load(tmp_path)
    soundfile.write(tmp_path / "lass_validation/gone.wav", sine(300, 16_000, 0.5), 16_000)
    protocol = dcase2024.load(tmp_path)
    with pytest.raises(AudioSepError, match="not equally long"):
        run(Share(0.5), protocol)
