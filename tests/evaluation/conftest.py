"""A folder with a list of the mini benchmark's kind."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile

from tests.evaluation.made_sets import NOISE_HZ, SOURCE_HZ, sine, write_list


@pytest.fixture
def sines(tmp_path: Path) -> Path:
    """Two sines, asked for as x and y: at 0 dB (clean), at -5 dB, and the other way round."""
    soundfile.write(tmp_path / "a.wav", sine(SOURCE_HZ), 32_000, subtype="FLOAT")
    soundfile.write(tmp_path / "b.wav", sine(NOISE_HZ), 32_000, subtype="FLOAT")
    write_list(
        tmp_path / "benchmark.csv",
        "idx,source,noise,label,caption,noise_label,noise_caption,seconds,snr_db,clean",
        "0,a.wav,b.wav,x,An x.,y,A y.,2,0,yes",
        "1,a.wav,b.wav,x,An x.,y,A y.,2,-5,no",
        "2,b.wav,a.wav,y,A y.,x,An x.,2,0,no",
    )
    write_list(tmp_path / "absent.csv", "idx,source,noise,seconds,snr_db,prompt", "0,a.wav,b.wav,2,0,rain")
    write_list(
        tmp_path / "words.csv", "label,paraphrase", "x,a low tone", "x,something deep", "y,a high tone", "y,a beep"
    )
    return tmp_path
