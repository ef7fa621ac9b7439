"""The program's ears: one pass over a sound, whatever is asked of it afterwards.

Two kinds: the hearing network that ships beside the starter, calibrated, half a second at a time; and the audio tower
of a published model, ten seconds at a time, uncalibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from audiosep_core.audio.resample import resample
from audiosep_core.audio.sound import Sound
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.listener import Heard, Listener
from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.library.resources import resource
from audiosep_core.model.hearing import HearingNetwork
from audiosep_core.model.hearing_file import load_hearing
from audiosep_core.query import ensemble
from audiosep_core.query.clap import ClapEncoder
from audiosep_core.query.encoders import QueryEncoder, load_encoder
from audiosep_core.types import OnProgress, Progress, ignore_progress

Logits = NDArray[np.float32]

_BLOCK_S = 4.0
_TEXTS_AT_ONCE = 256
_TOWER_RATE_HZ = 48_000
_TOWER_S, _TOWER_HOP_S = 10.0, 5.0
_STEP_S = 0.5
# CLAP's own temperature; where zero is, nobody has measured.
_TOWER_SCALE, _TOWER_ZERO = 14.3, 0.3


class Ears(Protocol):
    """What `find`, `suggest` and presence hear with.

    Attributes:
        calibrated: Whether log odds are probabilities that were measured.
    """

    calibrated: bool

    def hear(
        self,
        source: Sound,
        start: int = 0,
        end: int | None = None,
        cancel: CancelToken | None = None,
        on_progress: OnProgress = ignore_progress,
    ) -> Heard:
        """Frames [start, end) of a source."""
        ...

    def logits(self, heard: Heard, prompts: Sequence[str]) -> Logits:
        """(prompts, steps): log odds that each prompt is heard."""
        ...

    def likeness(self, prompts: Sequence[str]) -> NDArray[np.float32]:
        """(prompts, prompts): how alike they are to these ears, cosines."""
        ...


class Texts:
    """Embeddings of prompts; a vocabulary is embedded once, however many sounds it is asked of."""

    def __init__(self, encoder: QueryEncoder) -> None:
        self._encoder = encoder
        self._known: dict[str, torch.Tensor] = {}

    def __call__(self, prompts: Sequence[str]) -> torch.Tensor:
        """(prompts, size) of unit length; `||` parts phrasings of one thing."""
        new = [prompt for prompt in dict.fromkeys(prompts) if prompt not in self._known]
        for start in range(0, len(new), _TEXTS_AT_ONCE):
            part = new[start : start + _TEXTS_AT_ONCE]
            self._known.update(zip(part, ensemble.encode(self._encoder, part), strict=True))
        return torch.stack([self._known[prompt] for prompt in prompts])


class Hearing:
    """The hearing network and its text encoder. Words that it was never trained on may be asked too."""

    calibrated = True

    def __init__(self, network: HearingNetwork, encoder: QueryEncoder) -> None:
        self.network = network
        self._texts = Texts(encoder)

    @classmethod
    def load(cls) -> Hearing:
        """The network that ships with the program.

        Raises:
            ModelError: its file or its text encoder is missing or damaged.
        """
        network = load_hearing(resource("models", "hearing.safetensors"))
        return cls(network, load_encoder(network.config.encoder))

    def listener(self, rate_hz: int, channels: int) -> Listener:
        """For a sound that comes block by block."""
        return Listener(self.network, rate_hz, channels)

    def hear(
        self,
        source: Sound,
        start: int = 0,
        end: int | None = None,
        cancel: CancelToken | None = None,
        on_progress: OnProgress = ignore_progress,
    ) -> Heard:
        """Listen to frames [start, end) of a source; around them the source itself gives the context.

        Args:
            source: Sound with random access. Only some seconds of it are held at a time.
            start, end: Frames; None is the end of the source.
            cancel: Raises Cancelled between two blocks.
            on_progress: Called after each block of four seconds.
        """
        end = source.frames if end is None else end
        rate = source.rate_hz
        context = self.network.config.context_steps
        before = min(context, int(start / rate / _STEP_S))
        first = start - round(before * _STEP_S * rate)
        # Whole steps of context behind the last one, as far as there is sound.
        padded = start + round(-(-(end - start) // (_STEP_S * rate)) * _STEP_S * rate)
        after = min(context, max(0, int((source.frames - padded) / rate / _STEP_S))) if padded <= source.frames else 0
        last = padded + round(after * _STEP_S * rate) if after else end
        listener = Listener(self.network, rate, source.channels, before)
        block = round(_BLOCK_S * rate)
        for low in range(first, last, block):
            if cancel is not None:
                cancel.raise_if_set()
            listener.feed(source.read(low, min(low + block, last)))
            on_progress(Progress(min(low + block, last) - first, last - first))
        return listener.finish(after)

    def logits(self, heard: Heard, prompts: Sequence[str]) -> Logits:
        """(prompts, steps): log odds that each prompt is heard in each step; `||` parts phrasings of one thing.

        Raises:
            PromptError: a prompt is empty.
        """
        texts = self._texts(prompts)
        with torch.inference_mode():
            result: Logits = self.network.logits(torch.from_numpy(heard.vectors), texts).T.numpy().copy()
        return result

    def likeness(self, prompts: Sequence[str]) -> NDArray[np.float32]:
        """(prompts, prompts): cosines of prompts as the network compares them."""
        with torch.inference_mode():
            texts = self.network.centred(self._texts(prompts))
            result: NDArray[np.float32] = (texts @ texts.T).numpy().copy()
        return result


class TowerHearing:
    """CLAP's audio tower as ears: windows of ten seconds, one every five. Its log odds are a guess."""

    calibrated = False

    def __init__(self, encoder: ClapEncoder) -> None:
        self.encoder = encoder
        self._texts = Texts(encoder)

    def hear(
        self,
        source: Sound,
        start: int = 0,
        end: int | None = None,
        cancel: CancelToken | None = None,
        on_progress: OnProgress = ignore_progress,
    ) -> Heard:
        """As `Hearing.hear`. A step's vector is that of the window whose middle is nearest."""
        end = source.frames if end is None else end
        rate = source.rate_hz
        steps = max(0, -(-(end - start) // round(_STEP_S * rate)))
        starts = list(range(start, max(end - round(_TOWER_S * rate), start) + 1, round(_TOWER_HOP_S * rate)))
        vectors, levels = [], np.full(steps, -120.0, np.float32)
        for done, low in enumerate(starts, start=1):
            if cancel is not None:
                cancel.raise_if_set()
            high = min(low + round(_TOWER_S * rate), end) if done < len(starts) else end
            high = min(high, low + round((_TOWER_S + _TOWER_HOP_S) * rate))
            samples = source.read(low, high)
            self._levels(levels, samples, low - start, rate)
            mono = samples.mean(axis=1, keepdims=True, dtype=np.float32)
            wave = torch.from_numpy(resample(mono, rate, _TOWER_RATE_HZ)[:, 0].copy())
            vectors.append(self.encoder.towers.audio_tower(wave[None])[0].numpy())
            on_progress(Progress(done, len(starts)))
        centres = np.array([(low - start) / rate + _TOWER_S / 2 for low in starts])
        middles = (np.arange(steps) + 0.5) * _STEP_S
        nearest = np.abs(middles[:, None] - centres).argmin(axis=1)
        return Heard(_STEP_S, np.stack(vectors)[nearest].astype(np.float32), levels)

    @staticmethod
    def _levels(levels: NDArray[np.float32], samples: NDArray[np.float32], first: int, rate: int) -> None:
        length = round(_STEP_S * rate)
        for low in range(0, len(samples), length):
            power = float(np.mean(samples[low : low + length].astype(np.float64) ** 2))
            levels[min((first + low) // length, len(levels) - 1)] = 10 * np.log10(power + 1e-12)

    def logits(self, heard: Heard, prompts: Sequence[str]) -> Logits:
        """As `Hearing.logits`, from plain similarity and CLAP's temperature."""
        texts = self._texts(prompts).numpy()
        result: Logits = (_TOWER_SCALE * (texts @ heard.vectors.T - _TOWER_ZERO)).astype(np.float32)
        return result

    def likeness(self, prompts: Sequence[str]) -> NDArray[np.float32]:
        """(prompts, prompts): cosines."""
        texts = self._texts(prompts).numpy()
        result: NDArray[np.float32] = texts @ texts.T
        return result


def load_ears(model: str = DEFAULT_MODEL) -> Ears:
    """Ears for a model: the starter's for every model whose words go through MiniLM, else the model's audio tower.

    Raises:
        ModelError: no such model, or it has no audio tower.
    """
    if model == DEFAULT_MODEL:
        return Hearing.load()
    from audiosep_core.model.loaded import load

    loaded = load(model)
    encoder = load_encoder(loaded.config.encoder, loaded)
    return TowerHearing(encoder) if isinstance(encoder, ClapEncoder) else Hearing.load()
