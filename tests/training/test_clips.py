from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.training.clips import Clip, load_bank

RATE = 32_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "sounds"
    root.mkdir()
    tone = 0.3 * np.sin(np.arange(2 * RATE) * 0.1)
    soundfile.write(root / "good.wav", tone, RATE)
    soundfile.write(root / "stereo.flac", np.stack([tone, 0.5 * tone], axis=1)[:44_100], 44_100)
    soundfile.write(root / "quiet.wav", np.zeros(RATE), RATE)
    soundfile.write(root / "click.wav", tone[:400], RATE)
    (root / "broken.wav").write_bytes(b"RIFFnothing")
    return root


def clips_of(folder: Path, *names: str) -> list[Clip]:
    return [Clip(name, name, f"A {name}.", name, folder) for name in names]


def test_what_can_be_used_is_decoded_and_the_rest_is_listed(folder: Path, tmp_path: Path) -> None:
    names = ("good.wav", "stereo.flac", "quiet.wav", "click.wav", "broken.wav", "missing.wav")
    bank = load_bank(clips_of(folder, *names), RATE, tmp_path / "cache")
    assert [clip.file for clip in bank.clips] == ["good.wav", "stereo.flac"]
    expected, _ = soundfile.read(folder / "good.wav", dtype="float32")
    np.testing.assert_allclose(bank.audio(0), expected, atol=1e-4)
    assert bank.frames(1) == pytest.approx(RATE, abs=2), "one second at the rate that was asked for"
    assert {finding.file: finding.trouble for finding in bank.findings} == {
        "stereo.flac": "rate",
        "quiet.wav": "silent",
        "click.wav": "short",
        "broken.wav": "unreadable",
        "missing.wav": "unreadable",
    }


def test_decoding_happens_once_and_a_replaced_clip_is_decoded_anew(folder: Path, tmp_path: Path) -> None:
    clips, seen = clips_of(folder, "good.wav", "quiet.wav"), []
    for _ in range(2):
        load_bank(clips, RATE, tmp_path / "cache", seen.append)
    assert len(seen) == 2
    again = load_bank(clips, RATE, tmp_path / "cache")
    assert [finding.trouble for finding in again.findings] == ["silent"], "what was wrong is not forgotten"
    soundfile.write(folder / "quiet.wav", 0.3 * np.ones(RATE // 2), RATE)
    assert len(load_bank(clips, RATE, tmp_path / "cache").clips) == 2


def test_a_part_shares_the_samples(folder: Path, tmp_path: Path) -> None:
    bank = load_bank(clips_of(folder, "good.wav", "stereo.flac"), RATE, tmp_path / "cache")
    part = bank.part([1])
    assert part.clips == bank.clips[1:]
    np.testing.assert_array_equal(part.audio(0), bank.audio(1))
    assert part.samples is bank.samples


def test_block_energies_sum_to_the_clip_s_energy(folder: Path, tmp_path: Path) -> None:
    bank = load_bank(clips_of(folder, "good.wav"), RATE, tmp_path / "cache")
    energies = bank.block_energies(0)
    assert len(energies) == 21
    assert energies[0] == 0
    assert energies[-1] == pytest.approx(float((bank.audio(0) ** 2).sum()), rel=1e-4)


def test_nothing_usable_and_a_stop_are_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match="None of"):
        load_bank(clips_of(folder, "quiet.wav"), RATE, tmp_path / "cache")
    token = CancelToken()
    token.set()
    with pytest.raises(Cancelled):
        load_bank(clips_of(folder, "good.wav"), RATE, tmp_path / "other", cancel=token)
    assert not list((tmp_path / "other").iterdir()), "nothing half done is left"
