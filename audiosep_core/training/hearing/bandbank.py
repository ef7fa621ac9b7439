"""Band powers of every clip, computed once and mapped: what the hearing network's training mixes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from audiosep_core.cancel import CancelToken
from audiosep_core.model.hearing import BandPowers, HearingConfig
from audiosep_core.training.clips import ClipBank
from audiosep_core.types import OnProgress, Progress, ignore_progress

# Powers are kept as log2 in half precision: within 0.1 dB, and far enough down.
_SMALLEST = 2.0**-60


@dataclass(frozen=True)
class BandBank:
    """Clip i of the bank is `logs[starts[i]:starts[i] + lengths[i]]`, (frames, bands) float16, log2 of power."""

    logs: NDArray[np.float16]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]


def load_bands(
    bank: ClipBank,
    config: HearingConfig,
    cache: Path,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> BandBank:
    """Band powers of all clips of a bank, from `cache` where they have been computed before.

    Raises:
        Cancelled: the token was set; what was computed so far is thrown away.
    """
    places = [(str(clip.root.resolve()), clip.file) for clip in bank.clips]
    sizes = (
        bank.starts.tobytes(),
        bank.lengths.tobytes(),
        bank.samples[:: max(1, len(bank.samples) // 65536)].tobytes(),
    )
    shape = (config.sample_rate_hz, config.n_fft, config.hop, config.bands)
    key = hashlib.sha256(repr((shape, places)).encode() + b"".join(sizes)).hexdigest()[:16]
    path = cache / f"bands-{key}.f16"
    lengths = -(-bank.lengths // config.hop)
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        powers = BandPowers(config)
        partial = path.with_suffix(f".{os.getpid()}.part")
        try:
            with partial.open("wb") as out:
                for index in range(len(bank.clips)):
                    if cancel is not None:
                        cancel.raise_if_set()
                    band = powers.whole(torch.from_numpy(bank.audio(index))[None])
                    out.write(torch.log2(band.clamp_min(_SMALLEST)).half().numpy().tobytes())
                    on_progress(Progress(index + 1, len(bank.clips)))
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    logs = np.memmap(path, dtype=np.float16, mode="r").reshape(-1, config.bands)
    starts = (np.cumsum(lengths) - lengths).astype(np.int64)
    return BandBank(logs, starts, lengths)
