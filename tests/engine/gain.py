"""A separator whose queries are masks: "0.5" is half of all, "1 0.25 0.5" all from a quarter to half of the band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.audio.sound import ArraySound
from audiosep_core.engine.backends.backend import Precision
from audiosep_core.engine.geometry import Chunking
from audiosep_core.engine.separator import Separator
from audiosep_core.engine.span import Span
from audiosep_core.errors import PromptError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet
from audiosep_core.types import SeparationOptions

CONFIG = ModelConfig(hop=640, widths=(2, 2), pools=((1, 1),), condition_size=4, outputs="mask")


class GainBackend:
    """Masks as the queries say; it keeps the shapes that it was asked for."""

    kind = "torch"
    precision: Precision = "fp32"
    device = torch.device("cpu")

    def __init__(self) -> None:
        self.calls: list[tuple[int, ...]] = []

    def steer(self, conditions: Tensor) -> list[Tensor]:
        return list(conditions)

    def run(self, magnitude: Tensor, steering: Sequence[Tensor], parts: int = 1) -> Tensor:
        self.calls.append(tuple(magnitude.shape))
        place = torch.linspace(0.0, 1.0, magnitude.shape[2])
        maps = [gain * ((place >= low) & (place <= high)) for gain, low, high, _ in steering]
        return torch.stack([mask.expand(magnitude.shape[1:]) for mask in maps])[:, None].float()


class GainEncoder:
    """The numbers of a prompt."""

    condition_size = 4

    def encode(self, prompts: Sequence[str]) -> Tensor:
        rows = []
        for prompt in prompts:
            if not prompt:
                raise PromptError("prompt-empty", "The prompt is empty.")
            gain, low, high = [float(word) for word in prompt.split()] + [0.0, 1.0][len(prompt.split()) - 1 :]
            rows.append([gain, low, high, 0.0])
        return torch.tensor(rows)


def gain_separator(
    config: ModelConfig = CONFIG, backend: GainBackend | None = None, chunks: Chunking | None = None
) -> Separator:
    network = ResUNet(config).eval()
    return Separator(network, GainEncoder(), torch.device("cpu"), "gain", chunks, backend or GainBackend())


def stems_of(
    separator: Separator,
    audio: NDArray[np.float32],
    rate: int,
    queries: Sequence[str],
    *,
    span: Span | None = None,
    options: SeparationOptions = SeparationOptions(),  # noqa: B008 - frozen
    done: Sequence[tuple[int, int]] = (),
) -> NDArray[np.float32]:
    """What `run` gives for a span, (stems, frames of the whole source, channels): each frame once, silent elsewhere."""
    span = span or Span(0, len(audio), 0)
    stems = np.zeros((len(queries), *audio.shape), np.float32)
    seen = np.zeros(len(audio), int)

    def keep(start: int, block: NDArray[np.float32]) -> None:
        stems[:, start : start + block.shape[1]] = block
        seen[start : start + block.shape[1]] += 1

    separator.run(
        ArraySound(audio, rate), span, separator.conditions(queries), keep, options=options, done=done
    )  # fmt: skip
    wanted = np.zeros(len(audio), int)
    wanted[span.start : span.end] = 1
    for low, high in done:
        wanted[low:high] = 0
    np.testing.assert_array_equal(seen, wanted)
    return stems
