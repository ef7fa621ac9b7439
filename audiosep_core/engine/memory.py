"""A network that gets by with the memory there is: smaller batches, shorter pieces, less precision, the processor."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import psutil
import torch
from torch import Tensor

from audiosep_core.engine.backends.backend import Backend, Precision, Steering
from audiosep_core.engine.backends.choose import make_backend, torch_precisions
from audiosep_core.errors import AudioSepError
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet

logger = logging.getLogger(__name__)

OnNotice = Callable[[str], None]

_MOST_PARTS = 8
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
        # What memory has taught: the most queries a call, the least parts.
        self._learnt = Measures(batch=_batch(backend.device), parts=1)
        self._steered: tuple[Backend, Tensor, list[Steering]] | None = None

    def fit(self, frames: int) -> None:
        """Choose batch and parts for chunks of so many STFT frames, from the memory that is free now."""
        free = _SHARE * free_bytes(self.backend.device)
        one = item_bytes(self._config, frames, self.backend.precision)
        self.measures.batch = max(1, min(self._learnt.batch, int(free // one)))
        self.measures.parts = self._learnt.parts
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
            done.append(self.backend.run(stacked, [query for _, query in part], self.measures.parts))
        # Where the magnitudes are, also when the processor has taken over.
        maps = torch.cat(done).to(magnitudes[0].device)
        return maps.reshape(len(magnitudes), len(steering), *maps.shape[1:])

    def _take_measure(self, on_notice: OnNotice) -> None:
        release(self.backend.device)
        accelerated = self.backend.device.type != "cpu"
        if self.measures.batch > 1:
            self.measures.batch = self._learnt.batch = 1
            on_notice("Memory ran out: the prompts are now done one by one. Nothing was lost.")
        elif self.measures.parts < _MOST_PARTS:
            self.measures.parts *= 2
            self._learnt.parts = self.measures.parts
            on_notice("Memory ran out: the sound is now done in shorter pieces. Nothing was lost.")
        elif accelerated and self.backend.precision == "fp32" and self._remake(self.backend.device, "half"):
            on_notice("Memory ran out: the model now runs in half precision. Nothing was lost.")
        elif accelerated and self._remake(torch.device("cpu"), "fp32"):
            self.measures, self._learnt = Measures(batch=1, parts=1), Measures(batch=1, parts=1)
            on_notice("The graphics card has too little memory: the processor goes on, slower. Nothing was lost.")
        else:
            raise out_of_memory()

    def _remake(self, device: torch.device, precision: Precision | Literal["half"]) -> bool:
        """Whether the memory was enough for another form of the network."""
        # What the old form keeps for its queries would be in the way.
        self._steered = None
        half = torch_precisions(device)[0] if precision == "half" else precision
        try:
            self.backend = make_backend(self._network, device, ("torch", half))
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            return False
        release(self.backend.device)
        return True


def out_of_memory() -> AudioSepError:
    """What a person is told in the end."""
    return AudioSepError(
        "out-of-memory",
        "There is not enough memory to run this model. What was done so far is kept.",
        "Close other programs and retry.",
    )


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
    signs = ("out of memory", "not enough memory", "can't allocate", "cannot allocate", "bad_alloc", "alloc_failed")
    return any(sign in text for sign in signs)
