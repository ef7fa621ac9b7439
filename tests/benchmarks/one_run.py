"""One separation of a made sound in a process of its own, for `test_engine.py`: time and memory as a line of JSON.

`whole` is the reference's way: STFT, network and inverse STFT over the whole clip, mono, torch fp32 eager. `engine` is
this program's, on stereo, through `Separator.run` from a cache on disk into caches.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from audiosep_core.audio.cache import SoundCache
from audiosep_core.cli.separate import _peak_rss_mb

RATE = 44_100


def made_sound(start: int, end: int, rate: int) -> np.ndarray:
    """Strokes, tones and noise in stereo, frames [start, end): (frames, 2), never silent, never the same."""
    random = np.random.default_rng(start)
    frames = end - start
    time_s = np.arange(start, end) / rate
    tone = np.sin(2 * np.pi * (220 + 30 * np.sin(0.7 * time_s)) * time_s) * (0.3 + 0.2 * np.sin(2.1 * time_s))
    strokes = random.standard_normal(frames) * np.exp(-8 * (time_s % 0.6)) * 0.4
    hiss = random.standard_normal(frames) * 0.02
    return np.stack([tone + strokes * 0.4 + hiss, 0.5 * tone + strokes + hiss], axis=1).astype(np.float32) * 0.4


def blocks_of(frames: int, rate: int) -> Iterator[tuple[int, np.ndarray]]:
    """The sound in blocks of ten seconds, each with its first frame."""
    for start in range(0, frames, 10 * rate):
        yield start, made_sound(start, min(start + 10 * rate, frames), rate)


def whole(model_path: str, seconds: float, out: Path, runs: int) -> dict[str, object]:
    from audiosep_core.model import load
    from tests.benchmarks.reference import separate_whole

    model = load(model_path)
    rate = model.config.sample_rate_hz
    blocks = [block.mean(axis=1) for _, block in blocks_of(round(seconds * rate), rate)]
    mono = torch.from_numpy(np.concatenate(blocks))
    condition = _condition(model.config.condition_size)
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        estimate = separate_whole(model.network, mono, condition)
        times.append(time.perf_counter() - began)
    np.save(out, estimate.numpy())
    return {"seconds": times}


def engine(
    model_path: str, seconds: float, out: Path, runs: int, backend: str, rate: int, prompts: int
) -> dict[str, object]:
    from audiosep_core.engine.allocator import return_large_buffers
    from audiosep_core.engine.backends.backend import describe
    from audiosep_core.engine.separator import Separator
    from audiosep_core.engine.span import Span
    from audiosep_core.types import AudioArray

    return_large_buffers()  # as the command line and the engine process do
    kind, _, precision = backend.partition(":")
    separator = Separator.load(model_path, "cpu", kind)  # type: ignore[arg-type]
    if precision:
        from audiosep_core.engine.backends.choose import make_backend

        way = (kind, precision)
        separator._network.backend = make_backend(separator._network._network, separator.device, way)  # type: ignore[arg-type]
    frames = round(seconds * rate)
    source = SoundCache.create(out.with_suffix(".json"), rate, 2, frames)
    for start, block in blocks_of(frames, rate):
        # At the network's own rate both channels are alike, to be compared with the whole clip.
        same = rate == separator.config.sample_rate_hz
        source.write(start, np.repeat(block.mean(axis=1, keepdims=True), 2, axis=1) if same else block)
    source.mark_final(0, frames)
    condition = _condition(separator.config.condition_size).repeat(prompts, 1)
    stem = SoundCache.create(out.with_suffix(".stem.json"), rate, 2, frames)
    times, firsts = [], []
    for _ in range(runs):
        began = time.perf_counter()

        def keep(start: int, block: AudioArray, began: float = began) -> None:
            stem.write(start, block[0])
            if start == 0:
                firsts.append((time.perf_counter() - began, block.shape[1] / rate))

        separator.run(source, Span(0, frames, 0), condition, keep)
        times.append(time.perf_counter() - began)
    peak = _peak_rss_mb()
    np.save(out, stem.read(0, frames)[:, 0])
    source.delete()
    stem.delete()
    facts = {"backend": describe(separator.backend), "why": separator.backend_reason, "first": firsts[-1]}
    return {"seconds": times, "peak_rss_mb": peak, **facts}


def _condition(size: int) -> torch.Tensor:
    return torch.nn.functional.normalize(torch.randn(1, size, generator=torch.Generator().manual_seed(1)), dim=1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("way", choices=("whole", "engine"))
    parser.add_argument("--model", required=True)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--backend", default="auto")
    parser.add_argument("--rate", type=int, default=RATE)
    parser.add_argument("--prompts", type=int, default=1)
    given = parser.parse_args()
    if given.way == "whole":
        result = whole(given.model, given.seconds, given.out, given.runs)
    else:
        result = engine(given.model, given.seconds, given.out, given.runs, given.backend, given.rate, given.prompts)
    print(json.dumps({"peak_rss_mb": _peak_rss_mb(), **result}))


if __name__ == "__main__":
    main()
