"""The separator: a loaded model that turns a source and words into stems, chunk by chunk."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from audiosep_core.audio.cache import Range
from audiosep_core.audio.sound import ArraySound, Sound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.backends.backend import Backend, BackendName
from audiosep_core.engine.backends.choose import choose_backend
from audiosep_core.engine.backends.torch_backend import TorchBackend
from audiosep_core.engine.chunk import Chunk, ChunkWork
from audiosep_core.engine.devices import choose_device
from audiosep_core.engine.edges import Ramps
from audiosep_core.engine.geometry import Chunking, chunking
from audiosep_core.engine.level import level_gain
from audiosep_core.engine.memory import (
    FrugalNetwork,
    OnNotice,
    ignore_notice,
    is_out_of_memory,
    out_of_memory,
    release,
)
from audiosep_core.engine.overlap_add import OverlapAdd
from audiosep_core.engine.pipeline import overlap
from audiosep_core.engine.plan import ChunkPlan, Geometry, parts_without, plan_chunks
from audiosep_core.engine.span import Span
from audiosep_core.errors import AudioSepError, ModelError, PromptError
from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.model.loaded import load
from audiosep_core.model.resunet import ResUNet
from audiosep_core.query.conditions import conditions
from audiosep_core.query.encoders import QueryEncoder, load_encoder
from audiosep_core.query.words import KnownWords, TowardKnownWords
from audiosep_core.types import (
    AudioArray,
    OnProgress,
    Progress,
    Query,
    Separation,
    SeparationOptions,
    Stem,
    ignore_progress,
)

logger = logging.getLogger(__name__)

# Prompts whose vectors are kept: a tower is opened for each new one.
_KNOWN = 256

OnBlock = Callable[[int, AudioArray], None]


class Separator:
    """A model in memory, ready for any number of requests. Not safe for use from two threads at once."""

    def __init__(
        self,
        network: ResUNet,
        encoder: QueryEncoder,
        device: torch.device,
        name: str,
        chunks: Chunking | None = None,
        backend: Backend | None = None,
        backend_reason: str = "",
        fingerprint: str = "",
    ) -> None:
        self.name = name
        # Of the weights: what was begun with others is not taken up.
        self.fingerprint = fingerprint or name
        self.device = device
        self.backend_reason = backend_reason
        self.config = network.config
        self.encoder = encoder
        self._known: OrderedDict[str, Tensor] = OrderedDict()
        self._chunks = chunks or chunking(network.config)
        self._network = FrugalNetwork(backend or TorchBackend(network, device), network)
        # Where sound is transformed, on threads beside the network's. Apple's GPU may be used from one thread at a
        # time (github.com/pytorch/pytorch/issues/197805), and has complex numbers and FFTs only in newer systems.
        place = torch.device("cpu") if device.type == "mps" else device
        self._window = torch.hann_window(self.config.n_fft, device=place)

    @classmethod
    def load(
        cls,
        model: str = DEFAULT_MODEL,
        device: str = "auto",
        backend: BackendName = "auto",
        on_notice: OnNotice = ignore_notice,
    ) -> Separator:
        """Load a model.

        Args:
            model: A name of `list_models()`, or the path of a published checkpoint or of a model file
                of this program.
            device: "auto", "cpu", "cuda" or "mps".
            backend: "torch", "openvino", or "auto": the fastest that is exact enough, found by a self-test the first
                time and remembered.
            on_notice: Called with a sentence when a graphics card cannot be used and the processor is.

        Raises:
            ModelError: no such model, its file is damaged, or it does not fit its query encoder.
            DeviceError: no such device, or OpenVINO is asked for and cannot be had.
        """
        place = choose_device(device)
        loaded = load(model)
        encoder = load_encoder(loaded.config.encoder, loaded)
        if loaded.config.condition_size != encoder.condition_size:
            raise ModelError("model-damaged", f"'{loaded.path.name}' does not fit its query encoder.")
        words = KnownWords.beside(loaded.path)
        if words is not None:
            encoder = TowardKnownWords(encoder, words)
        try:
            choice = choose_backend(loaded.network, place, backend)
        except (RuntimeError, TypeError, MemoryError) as error:
            # What is wrong with the model itself fails on the processor too. TypeError: a type that a card has not.
            if place.type == "cpu" or not (device == "auto" or is_out_of_memory(error)):
                raise
            logger.warning("%s cannot be used: %s", place, error)
            why = "has too little memory for" if is_out_of_memory(error) else "cannot run"
            release(place)
            place = torch.device("cpu")
            choice = choose_backend(loaded.network.to(place), place, backend)
            choice = replace(choice, reason=f"the graphics card {why} this model; {choice.reason}")
            on_notice(f"The graphics card {why} this model. The processor is used instead: slower, with equal results.")
        return cls(
            loaded.network,
            encoder,
            place,
            loaded.path.stem,
            backend=choice.backend,
            backend_reason=choice.reason,
            fingerprint=_fingerprint(loaded.path),
        )

    @property
    def backend(self) -> Backend:
        """What runs the network now; memory that runs out may change it."""
        return self._network.backend

    def separate(
        self,
        audio: AudioArray,
        rate: int,
        queries: Sequence[str | Query],
        on_progress: OnProgress = ignore_progress,
        cancel: CancelToken | None = None,
        options: SeparationOptions = SeparationOptions(),  # noqa: B008 - frozen
    ) -> Separation:
        """Separate sound in memory.

        Args:
            audio: (frames, channels) or (frames,) float32 in [-1, 1].
            rate: Frames a second.
            queries: What to hear, one stem each.
            on_progress: Called after every chunk.
            cancel: Stops the work within one chunk, by raising Cancelled.
            options: Channels, competition, strength and the like.

        Returns:
            Stems and rest with the shape and rate of the input; rest = audio - sum of stems, rounded once.

        Raises:
            PromptError: a query is empty.  Cancelled: the token was set.
            AudioSepError: the sound is not finite. An empty sound gives empty stems.
        """
        samples = np.asarray(audio, dtype=np.float32)
        if samples.ndim == 1:
            samples = samples[:, None]
        if samples.ndim != 2 or samples.shape[1] == 0:
            raise ValueError("audio must be (frames, channels)")
        if not np.isfinite(samples).all():
            raise AudioSepError("audio-not-finite", "The sound holds values that are not numbers.")
        conditions = self.conditions(queries)
        shape = np.shape(audio)
        stems = np.zeros((len(queries), *samples.shape), np.float32)
        if len(samples):

            def keep(start: int, block: AudioArray) -> None:
                stems[:, start : start + block.shape[1]] = block

            span = Span(0, len(samples), 0)
            self.run(ArraySound(samples, rate), span, conditions, keep, on_progress, cancel, options=options)
        rest = (samples - stems.sum(axis=0, dtype=np.float64)).astype(np.float32)
        asked = [Query(query) if isinstance(query, str) else query for query in queries]
        pairs = zip(asked, stems, strict=True)
        return Separation(tuple(Stem(query, stem.reshape(shape)) for query, stem in pairs), rest.reshape(shape), rate)

    def conditions(self, queries: Sequence[str | Query]) -> Tensor:
        """Condition vectors of the queries, (queries, condition_size).

        Raises:
            PromptError: no query, or an empty one, or an example that cannot be used.
            ModelError: the model takes no examples, or its tokenizer cannot be had.
        """
        if not queries:
            raise PromptError(
                "prompt-empty", "There is no prompt.", "Say what you want to hear, for example: a dog barking."
            )
        asked = [Query(query) if isinstance(query, str) else query for query in queries]
        new = list(
            {query.text: query for query in asked if query.like is None and query.text not in self._known}.values()
        )
        shown = [query for query in asked if query.like is not None]
        if new:
            for query, vector in zip(new, conditions(self.encoder, new), strict=True):
                self._known[query.text] = vector
        found = iter(conditions(self.encoder, shown) if shown else ())
        vectors = [self._known[query.text] if query.like is None else next(found) for query in asked]
        while len(self._known) > _KNOWN:
            self._known.popitem(last=False)  # the oldest
        return torch.stack(vectors).to(self.device)

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
        done: Sequence[Range] = (),
        on_notice: OnNotice = ignore_notice,
    ) -> None:
        """Separate a span; the memory used does not depend on its length.

        Args:
            source: Sound with random access, read from another thread than the caller's.
            span: What to separate, and where to begin. Around it the source itself gives the context.
            conditions: From `conditions()`.
            on_block: Called with (first frame of the source, block (stems, frames, channels)) for every final range;
                ranges come in the order they are done and cover the span, but for `done`, exactly once. One call at a
                time, from another thread than the caller's; what it raises ends the run.
            on_progress: Called after every chunk, from the same thread.
            cancel: Raises Cancelled between two chunks.
            options: Channels, competition, strength and the like.
            done: Ranges that are there already, of an earlier run with the same arguments: they are not made again.
            on_notice: Called with a sentence when something had to be done differently: memory ran out.

        Raises:
            Cancelled: the token was set.  AudioSepError: "out-of-memory" when nothing helped.
        """
        competing = len(conditions) + len(options.against) > 1 if options.compete is None else options.compete
        asked = conditions
        if competing and options.against:
            asked = torch.cat([conditions, self.conditions(options.against)])
        plan = self._plan(source, span)
        work = ChunkWork(source, plan, self.config, self._window, options)
        work.aligned, work.stems = self._chunks.aligned, len(conditions)
        if options.level == "auto" and self.config.front_end == "bins":
            work.gain = level_gain(source, cancel)
        needed = [index for index in plan.order(span.first) if plan.missing(index, span.start, done)]
        overlap_add, ramps = OverlapAdd(plan), Ramps(source, span)
        self._network.fit(plan.geometry.length * self.config.sample_rate_hz // source.rate_hz // self.config.hop + 1)
        finished = plan.count - len(needed)

        def read(indices: list[int]) -> list[Chunk]:
            return [work.read(index) for index in indices]

        def estimate(chunks: list[Chunk]) -> list[tuple[Chunk, Tensor | None]]:
            if cancel is not None:
                cancel.raise_if_set()
            return self._estimate(chunks, asked, on_notice)

        def write(estimates: list[tuple[Chunk, Tensor | None]]) -> None:
            nonlocal finished
            for chunk, maps in estimates:
                if cancel is not None:
                    cancel.raise_if_set()
                for start, samples in overlap_add.add(chunk.index, work.finish(chunk, maps, competing)):
                    # What lies before the span is there for the grid only.
                    for low, high in parts_without(done, max(start, span.start), start + samples.shape[1]):
                        on_block(low, ramps.apply(low, samples[:, low - start : high - start]))
                finished += 1
                on_progress(Progress(finished, plan.count))

        per_call = 1 if options.channels == "linked" else source.channels
        together = max(1, self._network.measures.batch // (len(asked) * per_call))
        # The first one alone: somebody may be waiting to hear it.
        groups = [needed[:1], *(needed[first : first + together] for first in range(1, len(needed), together))]
        try:
            overlap(groups, read, estimate, write)
        except (RuntimeError, MemoryError) as error:
            # Around the network, where no measure is left.
            if not is_out_of_memory(error):
                raise
            raise out_of_memory() from error

    def _plan(self, source: Sound, span: Span) -> ChunkPlan:
        block = self._chunks.block(self.config, source.rate_hz)
        # On the grid of the whole source, wherever the span begins.
        aligned = span.start % block if self._chunks.aligned else 0
        return plan_chunks(span.start - aligned, span.end, self.geometry(source.rate_hz), block)

    def geometry(self, rate_hz: int) -> Geometry:
        """Chunk lengths at a source's rate."""
        return self._chunks.geometry(self.config, rate_hz)

    def _estimate(
        self, chunks: list[Chunk], conditions: Tensor, on_notice: OnNotice
    ) -> list[tuple[Chunk, Tensor | None]]:
        """Maps of each chunk, (queries, channels or 1, 1 or 3, STFT frames, bins); None for silence."""
        maps: dict[int, Tensor] = {}
        # Chunks at the source's ends may be shorter: only what is equally long fits into one call.
        lengths = {chunk.magnitude.shape[1] for chunk in chunks if chunk.magnitude is not None}
        for length in sorted(lengths):
            alike = [c for c in chunks if c.magnitude is not None and c.magnitude.shape[1] == length]
            magnitudes = [channel for c in alike if c.magnitude is not None for channel in c.magnitude]
            found = self._network.maps(magnitudes, conditions, on_notice)
            channels = len(magnitudes) // len(alike)
            for number, chunk in enumerate(alike):
                maps[chunk.index] = found[number * channels : (number + 1) * channels].transpose(0, 1)
        return [(chunk, maps.get(chunk.index)) for chunk in chunks]


def _fingerprint(path: Path) -> str:
    """Tells a file from its successor of the same name, without reading half a gigabyte."""
    facts = path.stat()
    return f"{path.name} {facts.st_size} {facts.st_mtime_ns}"
