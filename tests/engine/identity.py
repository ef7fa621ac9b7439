"""A separator without a network: each stem is a share of the mixture, known to the bit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from audiosep_core.audio.sound import Sound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.memory import OnNotice, ignore_notice
from audiosep_core.engine.separator import OnBlock, Separator, Span
from audiosep_core.types import AudioArray, OnProgress, Progress, Query, SeparationOptions, ignore_progress

CHUNK_S = 10.0


class IdentitySeparator(Separator):
    """Stands for a `Separator` where only what comes in and goes out matters.

    Attributes:
        calls: The options and the ranges already done of each run.
        on_chunk: Called before each chunk with its first frame; may raise.
    """

    def __init__(self, chunk_s: float = CHUNK_S, on_chunk: Callable[[int], None] = lambda _: None) -> None:
        self.name = self.fingerprint = "identity"
        self.chunk_s, self.on_chunk = chunk_s, on_chunk
        self.calls: list[tuple[SeparationOptions, tuple[tuple[int, int], ...]]] = []

    def conditions(self, queries: Sequence[str | Query]) -> Tensor:
        return torch.arange(1.0, len(queries) + 1)[:, None]

    def run(
        self,
        source: Sound,
        span: Span,
        conditions: Tensor,
        on_block: OnBlock,
        on_progress: OnProgress = ignore_progress,
        cancel: CancelToken | None = None,
        *,
        options: SeparationOptions = SeparationOptions(),  # noqa: B008 - frozen
        done: Sequence[tuple[int, int]] = (),
        on_notice: OnNotice = ignore_notice,
    ) -> None:
        self.calls.append((options, tuple(done)))
        step = max(1, round(self.chunk_s * source.rate_hz))
        starts = range(span.start, span.end, step)
        for index, start in enumerate(starts, start=1):
            end = min(start + step, span.end)
            if not any(low <= start and end <= high for low, high in done):
                if cancel is not None:
                    cancel.raise_if_set()
                self.on_chunk(start)
                # Context as a network has it.
                mixture = source.read(start, min(end + step // 10, source.frames))[: end - start]
                on_block(start, stems(mixture, len(conditions)))
            on_progress(Progress(index, len(starts)))


def stems(mixture: AudioArray, count: int) -> AudioArray:
    """What the separator makes of a mixture (frames, channels): (stems, frames, channels)."""
    shares = np.arange(1, count + 1, dtype=np.float32) / np.float32(count * (count + 1) / 2 + 2)
    scaled: AudioArray = mixture[None] * shares[:, None, None]
    return scaled
