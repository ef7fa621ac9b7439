"""A network that gets by with the memory there is: smaller batches, shorter pieces, less precision, the processor."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psutil
import torch
from torch import Tensor

from audiosep_core.engine.backends.backend import Backend, Precision, Steering
from audiosep_core.engine.backends.choose import make_backend
from audiosep_core.errors import AudioSepError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

logger = logging.getLogger(__name__)

OnNotice = Callable[[str], None]

_MOST_PARTS = 8
# Frames of STFT heard on both sides of a part, and thrown away: see the curve in docs/benchmarks.md.
_CONTEXT_CELLS = 2
# Tensors of the first level's size that are alive at once, skips of all levels included; measured.
_TENSORS = 10
_SHARE = 0.6


def ignore_notice(_: str) -> None:
    """For callers that do not listen."""


@dataclass
class Measures:
    """What has been done about memory: queries a call, and into how many parts a chunk is cut."""

    batch: int
    parts: int


class FrugalNetwork:
    """Runs a back end; when memory runs out, it takes the next measure and does the work again, keeping what is done.

    The measures, in this order: one query a call, chunks cut into 2, 4, 8 parts, half precision, the processor. They
    stay for as long as this object lives.
    """

    def __init__(self, backend: Backend, network: ResUNet) -> None:
        self.backend = backend
        self._network = network
        self._config = network.config
        self.measures = Measures(batch=_batch(backend.device), parts=1)
        self._steered: tuple[Backend, Tensor, list[Steering]] | None = None

    def fit(self, frames: int) -> None:
        """Choose batch and parts for chunks of so many STFT frames, from the memory that is free now."""
        free = _SHARE * free_bytes(self.backend.device)
        one = item_bytes(self._config, frames, self.backend.precision)
        self.measures.batch = max(1, min(_batch(self.backend.device), int(free // one)))
        self.measures.parts = 1
        while one / self.measures.parts > free and self.measures.parts < _MOST_PARTS:
            self.measures.parts *= 2

    def maps(self, magnitudes: Sequence[Tensor], conditions: Tensor, on_notice: OnNotice = ignore_notice) -> Tensor:
        """Maps of every magnitude (frames, bins) under every condition: (magnitudes, queries, 1 or 3, frames, bins).

        Raises:
            AudioSepError: "out-of-memory" when no measure is left.
        """
        while True:
            try:
                return self._maps(magnitudes, self._steering(conditions))
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                logger.warning("out of memory: %s", error)
            # Outside of the handler: its traceback holds the tensors that are in the way.
            self._take_measure(on_notice)

    def _steering(self, conditions: Tensor) -> list[Steering]:
        known = self._steered
        if known is None or known[0] is not self.backend or known[1] is not conditions:
            self._steered = known = (self.backend, conditions, self.backend.steer(conditions))
        return known[2]

    def _maps(self, magnitudes: Sequence[Tensor], steering: list[Steering]) -> Tensor:
        items = [(magnitude, query) for magnitude in magnitudes for query in steering]
        done = []
        for first in range(0, len(items), self.measures.batch):
            part = items[first : first + self.measures.batch]
            stacked = torch.stack([magnitude for magnitude, _ in part])
            done.append(self._in_parts(stacked, [query for _, query in part]))
        maps = torch.cat(done)
        return maps.reshape(len(magnitudes), len(steering), *maps.shape[1:])

    def _in_parts(self, magnitude: Tensor, steering: list[Steering]) -> Tensor:
        """One run, or several over stretches of the frames whose context is thrown away."""
        frames = magnitude.shape[1]
        cell = self._config.time_multiple
        length = -(-frames // self.measures.parts // cell) * cell
        if self.measures.parts == 1 or length >= frames:
            return self.backend.run(magnitude, steering)
        context = _CONTEXT_CELLS * cell
        kept = []
        for start in range(0, frames, length):
            low, end = max(start - context, 0), min(start + length, frames)
            maps = self.backend.run(magnitude[:, low : min(end + context, frames)], steering)
            kept.append(maps[:, :, start - low : end - low])
        return torch.cat(kept, dim=2)

    def _take_measure(self, on_notice: OnNotice) -> None:
        release(self.backend.device)
        if self.measures.batch > 1:
            self.measures.batch = 1
            on_notice("Memory ran out: the prompts are now done one by one. Nothing was lost.")
        elif self.measures.parts < _MOST_PARTS:
            self.measures.parts *= 2
            on_notice("Memory ran out: the sound is now done in shorter pieces. Nothing was lost.")
        elif self.backend.precision == "fp32" and self.backend.device.type != "cpu":
            self._remake(self.backend.device, "fp16")
            on_notice("Memory ran out: the model now runs in half precision. Nothing was lost.")
        elif self.backend.device.type != "cpu":
            self._remake(torch.device("cpu"), "fp32")
            self.measures = Measures(batch=1, parts=1)
            on_notice("The graphics card has too little memory: the processor goes on, slower. Nothing was lost.")
        else:
            raise AudioSepError(
                "out-of-memory",
                "There is not enough memory to run this model. What was done so far is kept.",
                "Close other programs and retry.",
            )

    def _remake(self, device: torch.device, precision: Precision) -> None:
        self.backend = make_backend(self._network, device, ("torch", precision))


def _batch(device: torch.device) -> int:
    """Queries a call, at most: on processors more than one is no faster."""
    return 1 if device.type == "cpu" else 32


def item_bytes(config: ModelConfig, frames: int, precision: Precision) -> int:
    """About what one query on one chunk takes while the network runs."""
    bands = config.bands if config.front_end == "mel" else config.bins
    cells = frames * bands // config.stem_stride**2
    return _TENSORS * cells * max(config.widths[:2]) * (4 if precision == "fp32" else 2)


def free_bytes(device: torch.device) -> int:
    """Memory that is free now, where the network runs."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    return int(psutil.virtual_memory().available)


def release(device: torch.device) -> None:
    """Give cached blocks back."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch or OpenVINO means that memory ran out."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    text = str(error).lower()
    return any(words in text for words in ("out of memory", "not enough memory", "can't allocate", "bad_alloc"))
