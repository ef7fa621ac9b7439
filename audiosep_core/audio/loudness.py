"""How loud a stretch is, as ITU-R BS.1770-5 measures it: K-weighting, blocks of 400 ms, two gates.

The weighting is applied to spectra, with the frequency response of the recommendation's two filters at the rate at
hand: so it needs no filter that runs sample by sample, and any rate will do.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from audiosep_core.types import AudioArray

SILENT_LUFS = -math.inf

_OFFSET_DB = -0.691
_BLOCK_S, _STEP_S = 0.4, 0.1
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0

# The recommendation gives coefficients for 48 kHz; these are the analogue filters behind them (frequency, Q, gain).
_SHELF = (1681.974450955533, 0.7071752369554196, 3.999843853973347)
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)

_PIECE_S = 4.0
_LEAD_S = 0.2
"""How long the high-pass remembers, to below -90 dB."""


def integrated(read: Callable[[int, int], AudioArray], frames: int, rate_hz: int) -> float:
    """Gated loudness of `frames` frames in LUFS; SILENT_LUFS where nothing passes the gates.

    Args:
        read: Gives frames from a first to a last, (n, channels), and is asked for a few seconds at a time. Channels
            count alike: surround is to be mixed down before.
        frames: How many there are; less than 400 ms are measured as one block.
        rate_hz: Of them.
    """
    step = max(1, round(_STEP_S * rate_hz))
    energies = _step_energies(read, frames, rate_hz, step)
    width = round(_BLOCK_S / _STEP_S)
    if len(energies) >= width:
        total = np.concatenate([[0.0], np.cumsum(energies)])
        blocks = (total[width:] - total[:-width]) / (width * step)
    elif frames:
        blocks = np.array([energies.sum() / frames])
    else:
        return SILENT_LUFS
    blocks = blocks[blocks > _power(_ABSOLUTE_GATE_LUFS)]
    if not len(blocks):
        return SILENT_LUFS
    gate = blocks.mean() * 10.0 ** (_RELATIVE_GATE_LU / 10.0)
    return float(_OFFSET_DB + 10.0 * math.log10(blocks[blocks > gate].mean()))


def _power(lufs: float) -> float:
    return float(10.0 ** ((lufs - _OFFSET_DB) / 10.0))


def _step_energies(read: Callable[[int, int], AudioArray], frames: int, rate_hz: int, step: int) -> NDArray[np.float64]:
    """Energy of every 100 ms after the weighting, channels added; the last one may be shorter."""
    piece = max(1, round(_PIECE_S / _STEP_S)) * step
    lead = round(_LEAD_S * rate_hz)
    size = 1 << (piece + 2 * lead).bit_length()
    response = _response(np.fft.rfftfreq(size, 1.0 / rate_hz), rate_hz)
    energies = []
    for start in range(0, frames, piece):
        end = min(start + piece, frames)
        before = min(lead, start)
        spectrum = np.fft.rfft(read(start - before, end), size, axis=0) * response[:, None]
        weighted = np.fft.irfft(spectrum, size, axis=0)[before : before + end - start]
        power = np.square(weighted).sum(axis=1)
        energies.append(np.add.reduceat(power, np.arange(0, len(power), step)))
    return np.concatenate(energies) if energies else np.zeros(0)


def _response(frequencies: NDArray[np.floating], rate_hz: int) -> NDArray[np.complex128]:
    """Of both filters, by the bilinear transform of their analogue prototypes."""
    z = np.exp(-2j * np.pi * frequencies / rate_hz)
    hz, q, gain_db = _SHELF
    k = math.tan(math.pi * hz / rate_hz)
    high = 10.0 ** (gain_db / 20.0)
    middle = high**0.4996667741545416
    shelf = ((high + middle * k / q + k * k) + 2.0 * (k * k - high) * z + (high - middle * k / q + k * k) * z**2) / (
        (1.0 + k / q + k * k) + 2.0 * (k * k - 1.0) * z + (1.0 - k / q + k * k) * z**2
    )
    hz, q = _HIGH_PASS
    k = math.tan(math.pi * hz / rate_hz)
    norm = 1.0 + k / q + k * k
    high_pass = (1.0 - 2.0 * z + z**2) / (1.0 + 2.0 * (k * k - 1.0) / norm * z + (1.0 - k / q + k * k) / norm * z**2)
    both: NDArray[np.complex128] = shelf * high_pass
    return both
