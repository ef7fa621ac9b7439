"""What can be said of an estimate: a name, words for people, and how it is calculated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audiosep_core.audio.metrics import power_ratio_db, sdr_db, segmental_snr_db, si_sdr_db
from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.pairs import Mixture
from audiosep_core.types import AudioArray


@dataclass(frozen=True)
class Figure:
    """One figure: `compute(sound, estimate, rate_hz)`; swap has none, it needs two estimates."""

    name: str
    title: str
    unit: str
    compute: Callable[[Mixture, AudioArray, int], float] | None = None


def pesq_wideband(reference: AudioArray, estimate: AudioArray, rate_hz: int) -> float:
    """Wide-band PESQ (ITU-T P.862.2) by the package `pesq`; NaN where it finds no speech in the reference.

    Raises:
        AudioSepError: the package is not installed.
    """
    if rate_hz != 16_000:
        raise ValueError("wide-band PESQ is defined at 16 kHz")
    try:
        from pesq import NoUtterancesError, pesq
    except ImportError:
        raise AudioSepError(
            "extra-missing",
            "PESQ needs a package that is not installed.",
            "Install it with: pip install 'audiosep-desktop[pesq]' (it needs a C compiler), or leave out --pesq.",
        ) from None
    try:
        return float(pesq(rate_hz, reference, estimate, "wb"))
    except NoUtterancesError:
        return float("nan")


_ALL = (
    Figure("sdri_db", "SDRi", "dB", lambda s, e, _: sdr_db(s.source, e) - sdr_db(s.source, s.mixture)),
    Figure("sdr_db", "SDR", "dB", lambda s, e, _: sdr_db(s.source, e)),
    Figure("si_sdr_db", "SI-SDR", "dB", lambda s, e, _: si_sdr_db(s.source, e)),
    Figure("si_sdri_db", "SI-SDRi", "dB", lambda s, e, _: si_sdr_db(s.source, e) - si_sdr_db(s.source, s.mixture)),
    Figure("swap_right", "swap right", "%"),
    Figure("ratio_db", "level against the mixture", "dB", lambda s, e, _: power_ratio_db(e, s.mixture)),
    Figure("ssnr_db", "SSNR", "dB", lambda s, e, rate: segmental_snr_db(s.source, e, rate)),
    Figure(
        "ssnri_db",
        "SSNRi",
        "dB",
        lambda s, e, rate: segmental_snr_db(s.source, e, rate) - segmental_snr_db(s.source, s.mixture, rate),
    ),
    Figure("pesq", "PESQ", "", lambda s, e, rate: pesq_wideband(s.source, e, rate)),
)
FIGURES = {figure.name: figure for figure in _ALL}
