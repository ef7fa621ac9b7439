"""How near chunks come to the whole clip in one pass, on stand-in weights: the table in docs/benchmarks.md."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
import torch

from audiosep_core.audio.read import read_audio
from audiosep_core.audio.resample import resample
from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.geometry import PUBLISHED, Chunking
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.library.resources import resource
from audiosep_core.model import load
from audiosep_core.query.encoders import load_encoder

RATE = 32_000
BLOCK_S = 0.32
# Length of a chunk, cross-fade, margin: all in blocks of 0.32 s.
CURVE = ((16, 1, 0), (16, 1, 1), (16, 1, 2), (16, 1, 3), (24, 1, 0), (24, 1, 1), (24, 1, 2), (24, 2, 1), (32, 1, 2))


def snr(reference: np.ndarray, estimate: np.ndarray) -> float:
    return float(10 * np.log10(np.sum(reference**2) / np.sum((reference - estimate) ** 2)))


def clip() -> np.ndarray:
    """Fifteen seconds of two bundled examples, mono at the network's rate."""
    parts = []
    for name in ("voice-in-the-rain", "siren-in-a-street"):
        sound = read_audio(resource("examples", f"{name}.flac"))
        parts.append(resample(sound.samples.mean(axis=1, keepdims=True, dtype=np.float32), sound.rate_hz, RATE))
    return np.concatenate(parts)[4 * RATE : 19 * RATE]


@pytest.mark.benchmark
@pytest.mark.parity
@pytest.mark.timeout(3600)
def test_chunks_against_the_whole_clip(imported_model: Path) -> None:
    audio = clip()
    model = load(imported_model)
    condition = torch.nn.functional.normalize(torch.randn(1, 512, generator=torch.Generator().manual_seed(0)), dim=1)
    began = time.process_time()
    whole = model.separate_waveform(torch.from_numpy(audio[:, 0])[None, None], condition)[0, 0].numpy()
    whole_s = time.process_time() - began
    print(f"\nwhole clip: {whole_s:.1f} s of processor time")
    best = {}
    for blocks, fade, margin in CURVE:
        chunks = Chunking(blocks, fade * BLOCK_S, margin * BLOCK_S, aligned=True)
        separator = Separator(model.network, load_encoder("clap", model), torch.device("cpu"), "stand-in", chunks)
        out = np.zeros_like(whole)

        def keep(start: int, block: np.ndarray, out: np.ndarray = out) -> None:
            out[start : start + block.shape[1]] = block[0, :, 0]

        began = time.process_time()
        separator.run(ArraySound(audio, RATE), Span(0, len(audio), 0), condition, keep)
        cost = (time.process_time() - began) / whole_s
        best[chunks] = snr(whole, out)
        row = (f"{blocks * BLOCK_S:.2f} s", f"{fade * BLOCK_S:.2f} s", f"{margin * BLOCK_S:.2f} s")
        print(f"| {' | '.join(row)} | {best[chunks]:.1f} dB | {cost:.2f} |", flush=True)
    assert best[PUBLISHED] > 50
