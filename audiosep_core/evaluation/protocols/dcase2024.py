"""DCASE 2024 Task 9 (language-queried separation), synthetic validation: 3,000 mixtures made from a list.

Clips are `SOURCE.wav` and `NOISE.wav`, ten seconds at 16 kHz; -15 to 15 dB in whole decibels. Everything is mixed and
judged at 16 kHz; a model at another rate gets the mixture resampled, and its answer is resampled back.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.clips import check_there, load_mono
from audiosep_core.evaluation.pairs import Mixture
from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.protocols.lists import read_published
from audiosep_core.types import AudioArray

NAME = "dcase2024"
RATE_HZ = 16_000
LIST = "lass_synthetic_validation.csv"
FOLDER = "lass_validation"


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the list (`ROOT/lass_synthetic_validation.csv`, if not given); clips lie in ROOT/lass_validation or in ROOT.

    Raises:
        AudioSepError: list or clips are missing, or an SNR is not a whole number.
    """
    path = pairs or root / LIST
    published = read_published(path, ("source", "noise", "snr", "caption"), rows_expected=3000)
    folder = root / FOLDER if (root / FOLDER).is_dir() else root
    items, files = [], {}
    for place, row in enumerate(published.rows):
        try:
            snr_db = int(row["snr"])
        except ValueError:
            raise AudioSepError(
                "list-damaged", f"Row {place + 1} of '{path.name}' cannot be used: the SNR '{row['snr']}'."
            ) from None
        name = f"{row['source']} + {row['noise']}"
        items.append(Item(place, name, (row["caption"],), row["source"], other=row["noise"], snr_db=float(snr_db)))
        files[place] = folder / f"{row['source']}.wav", folder / f"{row['noise']}.wav"
    check_there((file for pair in files.values() for file in pair), root)

    def sound(item: Item) -> Mixture:
        source, noise = (load_mono(file, RATE_HZ) for file in files[item.index])
        if len(source) != len(noise):
            raise AudioSepError("clip-length", f"The clips of '{item.name}' are not equally long.", "Fetch them again.")
        return mix_at(source, noise, item.snr_db or 0.0)

    return EvaluationProtocol(
        name=NAME,
        list_name=path.name,
        query="caption",
        rate_hz=RATE_HZ,
        items=tuple(items),
        sound=sound,
        # Ranked by SDR, not by its gain.
        figures=("sdr_db", "sdri_db", "si_sdr_db"),
        list_sha256=published.sha256,
        warnings=published.warnings,
    )


def mix_at(source: AudioArray, noise: AudioArray, snr_db: float) -> Mixture:
    """The task's mixing: noise * sqrt(P_source / 10^(snr/10) / P_noise); if the sum exceeds 1, all times 0.9 / peak."""
    wanted = np.mean(source**2) / 10 ** (snr_db / 10)
    noise = noise * np.float32(np.sqrt(wanted / max(float(np.mean(noise**2)), 1e-20)))
    mixture = source + noise
    peak = float(np.max(np.abs(mixture)))
    scale = np.float32(0.9 / peak if peak > 1.0 else 1.0)
    return Mixture(mixture * scale, source * scale, noise * scale)
