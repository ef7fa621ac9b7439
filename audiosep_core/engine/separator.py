"""The separator: a loaded model that turns a source and words into stems, chunk by chunk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from audiosep_core.audio.resample import resample
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.devices import choose_device
from audiosep_core.engine.geometry import Chunking, chunking
from audiosep_core.engine.overlap_add import OverlapAdd
from audiosep_core.engine.plan import ChunkPlan, Geometry, plan_chunks
from audiosep_core.engine.source import ArraySource, Source, read_mirrored
from audiosep_core.errors import AudioSepError, ModelError, PromptError
from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.model.loaded import load
from audiosep_core.model.resunet import ResUNet, apply_maps
from audiosep_core.model.waveform import istft, stft
from audiosep_core.query.conditions import conditions
from audiosep_core.query.encoders import QueryEncoder, load_encoder
from audiosep_core.types import AudioArray, OnProgress, Progress, Query, Separation, Stem, ignore_progress

OnBlock = Callable[[int, AudioArray], None]


@dataclass(frozen=True)
class Span:
    """Frames [start, end) of a source, worked on from frame `first` outward."""

    start: int
    end: int
    first: int


class Separator:
    """A model in memory, ready for any number of requests. Not safe for use from two threads at once."""

    def __init__(
        self,
        network: ResUNet,
        encoder: QueryEncoder,
        device: torch.device,
        name: str,
        chunks: Chunking | None = None,
    ) -> None:
        self.name = name
        self.device = device
        self.config = network.config
        self.encoder = encoder
        self._chunks = chunks or chunking(network.config)
        self._network = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._window = torch.hann_window(self.config.n_fft, device=device)

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, device: str = "auto") -> Separator:
        """Load a model.

        Args:
            model: A name of `list_models()`, or the path of a published checkpoint or of a model file
                of this program.
            device: "auto", "cpu", "cuda" or "mps".

        Raises:
            ModelError: no such model, its file is damaged, or it does not fit its query encoder.
            DeviceError: no such device.
        """
        place = choose_device(device)
        loaded = load(model)
        encoder = load_encoder(loaded.config.encoder, loaded)
        if loaded.config.condition_size != encoder.condition_size:
            raise ModelError("model-damaged", f"'{loaded.path.name}' does not fit its query encoder.")
        return cls(loaded.network, encoder, place, loaded.path.stem)

    def separate(
        self,
        audio: AudioArray,
        rate: int,
        queries: Sequence[str | Query],
        on_progress: OnProgress = ignore_progress,
        cancel: CancelToken | None = None,
    ) -> Separation:
        """Separate sound in memory.

        Args:
            audio: (frames, channels) or (frames,) float32 in [-1, 1].
            rate: Frames a second.
            queries: What to hear, one stem each.
            on_progress: Called after every chunk.
            cancel: Stops the work within one chunk, by raising Cancelled.

        Returns:
            Stems and rest with the shape and rate of the input; rest = audio - sum of stems.

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
            self.run(ArraySource(samples, rate), span, conditions, keep, on_progress, cancel)
        rest = samples - stems.sum(axis=0)
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
        return conditions(self.encoder, queries).to(self.device)

    def run(
        self,
        source: Source,
        span: Span,
        conditions: Tensor,
        on_block: OnBlock,
        on_progress: OnProgress = ignore_progress,
        cancel: CancelToken | None = None,
    ) -> None:
        """Separate a span; the memory used does not depend on its length.

        Args:
            source: Sound with random access.
            span: What to separate, and where to begin. Around it the source itself gives the context.
            conditions: From `conditions()`.
            on_block: Called with (first frame of the source, block (stems, frames, channels)) for every final range;
                ranges come in the order they are done and cover the span exactly once.
            on_progress: Called after every chunk.
            cancel: Raises Cancelled between two chunks.
        """
        block = self._chunks.block(self.config, source.rate_hz)
        # On the grid of the whole source, wherever the span begins.
        aligned = span.start % block if self._chunks.aligned else 0
        plan = plan_chunks(span.start - aligned, span.end, self.geometry(source.rate_hz), block)
        overlap_add = OverlapAdd(plan)
        with torch.inference_mode():
            vectors = self._network.film(conditions)
            for done, index in enumerate(plan.order(span.first), start=1):
                if cancel is not None:
                    cancel.raise_if_set()
                estimate = self._chunk(source, plan, index, vectors)
                for start, samples in overlap_add.add(index, estimate):
                    before = max(span.start - start, 0)
                    if before < samples.shape[1]:
                        on_block(start + before, samples[:, before:])
                on_progress(Progress(done, plan.count))

    def geometry(self, rate_hz: int) -> Geometry:
        """Chunk lengths at a source's rate."""
        return self._chunks.geometry(self.config, rate_hz)

    def _chunk(self, source: Source, plan: ChunkPlan, index: int, vectors: Tensor) -> AudioArray:
        """Estimates of one chunk at the source's rate, (stems, length, channels)."""
        length = plan.geometry.length
        start = plan.read_start(index)
        low, high = start, start + length
        if self._chunks.aligned:
            # The network treats the ends of what it is given as it treats those of a whole clip.
            low, high = max(low, 0), min(high, source.frames)
        mixture = read_mirrored(source, low, high)
        if not np.any(mixture):
            return np.zeros((vectors.shape[0], length, mixture.shape[1]), np.float32)
        rate, model_rate = source.rate_hz, self.config.sample_rate_hz
        at_model_rate = mixture if rate == model_rate else resample(mixture, rate, model_rate)
        estimates = self._estimate(torch.from_numpy(np.ascontiguousarray(at_model_rate.T)).to(self.device), vectors)
        if rate != model_rate:
            estimates = np.stack([resample(estimate, model_rate, rate, high - low) for estimate in estimates])
        if high - low == length:
            return estimates
        # Never heard: outside the source.
        return np.pad(estimates, ((0, 0), (low - start, start + length - high), (0, 0)))

    def _estimate(self, mixture: Tensor, vectors: Tensor) -> NDArray[np.float32]:
        """(channels, frames) at the model's rate -> (stems, frames, channels).

        Channels are linked: the network sees the RMS magnitude over them, every channel gets the same maps, so the
        stereo image stays and nothing cancels.
        """
        config = self.config
        frames = mixture.shape[1]
        spectrum = stft(mixture, config.n_fft, config.hop, self._window)
        magnitude = spectrum.abs().square().mean(dim=0, keepdim=True).sqrt()
        out = []
        for part in torch.split(vectors, self._chunks.prompts):
            maps = self._network.steer(magnitude.expand(len(part), -1, -1), part)
            for stem_maps in maps:
                masked = apply_maps(spectrum, stem_maps.expand(len(spectrum), -1, -1, -1))
                out.append(istft(masked, config.n_fft, config.hop, self._window, frames).T)
        estimates: NDArray[np.float32] = torch.stack(out).cpu().numpy()
        return estimates
