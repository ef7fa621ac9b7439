"""Speech enhancement on VoiceBank-DEMAND's test set (824 pairs) with one query for all: "Speech".

The published folders, `clean_testset_wav` and `noisy_testset_wav`, hold 48 kHz WAV files of the same names. As is the
custom, both are brought to 16 kHz first; the model hears that, and its answer is judged there.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.clips import load_mono
from audiosep_core.evaluation.pairs import Mixture
from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.protocols.lists import find_folder

NAME = "voicebank"
RATE_HZ = 16_000
QUERY = "Speech"
_PAIRS = 824


def load(root: Path, pesq: bool = False) -> EvaluationProtocol:
    """Find the pairs; `pesq` adds that figure (the package `pesq` has to be there).

    Raises:
        AudioSepError: a folder is missing, or the two do not hold the same files.
    """
    clean = find_folder(root, "clean_testset_wav/clean_testset_wav", "clean_testset_wav", "clean")
    noisy = find_folder(root, "noisy_testset_wav/noisy_testset_wav", "noisy_testset_wav", "noisy")
    names, others = (sorted(path.name for path in folder.glob("*.wav")) for folder in (clean, noisy))
    if not names or names != others:
        raise AudioSepError(
            "clip-missing",
            f"'{clean.name}' and '{noisy.name}' do not hold the same WAV files ({len(names)} and {len(others)}).",
            "Unpack both archives again.",
        )

    def sound(item: Item) -> Mixture:
        mixture, source = (load_mono(folder / item.name, RATE_HZ) for folder in (noisy, clean))
        rest = mixture - source if len(mixture) == len(source) else mixture
        return Mixture(mixture, source, rest)

    warnings = () if len(names) == _PAIRS else (f"{len(names)} pairs, the published test set has {_PAIRS}.",)
    return EvaluationProtocol(
        name=NAME,
        list_name=noisy.name,
        query="label",
        rate_hz=RATE_HZ,
        # The class is the speaker: p232 or p257.
        items=tuple(
            Item(place, name, (QUERY,), name.partition("_")[0], other="noise") for place, name in enumerate(names)
        ),
        sound=sound,
        figures=("ssnr_db", "ssnri_db", *(("pesq",) if pesq else ()), "sdri_db", "sdr_db", "si_sdr_db"),
        # There is no list: the names are it.
        list_sha256=hashlib.sha256("\n".join(names).encode()).hexdigest(),
        warnings=warnings,
    )
