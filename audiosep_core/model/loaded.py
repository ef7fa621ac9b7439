"""A model in memory, whichever file it came from: a published checkpoint, an import, or a network of our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from audiosep_core.errors import ModelError
from audiosep_core.library.paths import models_folder
from audiosep_core.library.registry import find_model
from audiosep_core.model.checkpoint import clap_keys
from audiosep_core.model.checkpoint.clap_keys import audio_table, text_table
from audiosep_core.model.checkpoint.key_table import check_keys, fill
from audiosep_core.model.checkpoint.recognise import Kind, read_published, recognise
from audiosep_core.model.checkpoint.resunet_keys import resunet_table
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.file import (
    TOKENIZER,
    check_finite,
    empty_network,
    load_network,
    read_audio_tower,
    read_metadata,
    read_prefixed,
)
from audiosep_core.model.resunet import ResUNet
from audiosep_core.model.tokenizer import TokenizerFiles, fetch_tokenizer, find_tokenizer
from audiosep_core.model.waveform import separate_waveform

if TYPE_CHECKING:
    from audiosep_core.model.audio_tower import AudioTower
    from audiosep_core.model.text_tower import TextTower

State = Mapping[str, Tensor]


class LoadedModel:
    """The network and the towers that its queries come from, in eval mode, float32, on the CPU.

    Attributes:
        path: Its file.
        network: The separation network.
    """

    def __init__(
        self,
        path: Path,
        network: ResUNet,
        text_tower: Callable[[], TextTower] | None = None,
        audio_state: Callable[[], State] | None = None,
        tokenizer: TokenizerFiles | None = None,
    ) -> None:
        self.path = path
        self.network = network
        self._text_tower = text_tower
        self._audio_state = audio_state
        self._audio_tower: AudioTower | None = None
        self._tokenizer = tokenizer

    @property
    def config(self) -> ModelConfig:
        """What the network looks like."""
        return self.network.config

    def separate_waveform(self, mixture: Tensor, condition: Tensor) -> Tensor:
        """The whole of each mixture in one pass, without chunks.

        Args:
            mixture: (batch, 1, frames) float32 in [-1, 1] at `config.sample_rate_hz` (32 kHz as published).
            condition: (batch, condition_size), from a tower.

        Returns:
            (batch, 1, frames) float32.
        """
        with torch.inference_mode():
            return separate_waveform(self.network, mixture, condition)

    def text_tower(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """CLAP's embedding of token ids, both (batch, tokens): (batch, 512) float32 of unit length.

        Raises:
            ModelError: the model has no text tower.
        """
        if self._text_tower is None:
            raise ModelError("text-tower-missing", f"The model '{self.path.stem}' has no text tower of CLAP.")
        # Opened for each request and let go: it would keep half a gigabyte beside the network.
        return self._text_tower()(input_ids, attention_mask)

    def audio_tower(self, waveform: Tensor) -> Tensor:
        """CLAP's embedding of sounds, (batch, frames) at 48 kHz: (batch, 512) float32 of unit length.

        The tower is loaded with the first sound. A sound of more than ten seconds is covered by windows of ten
        seconds, whose embeddings are averaged.

        Raises:
            ModelError: the model has no audio tower, or its file is damaged.
        """
        if self._audio_tower is None:
            from audiosep_core.model.audio_tower import AudioTower

            if self._audio_state is None:
                raise ModelError(
                    "audio-tower-missing",
                    f"The model '{self.path.stem}' can only be asked with words.",
                    "Examples of a sound need a published AudioSep model: see audiosep models list",
                )
            self._audio_tower = AudioTower(self.path.name, self._audio_state())
        return self._audio_tower(waveform)

    def tokenizer(self) -> TokenizerFiles:
        """roberta-base's tokenizer: from the model's file, beside it, the models folder, or the hub.

        Raises:
            ModelError: it is nowhere to be had.
        """
        if self._tokenizer is None:
            self._tokenizer = find_tokenizer((self.path.parent, models_folder())) or fetch_tokenizer()
        return self._tokenizer


def load(name_or_path: str | Path) -> LoadedModel:
    """Load a model for the CPU.

    Args:
        name_or_path: A name of `list_models()`, or the path of a published checkpoint (.ckpt or .bin; what it is
            called does not matter) or of a model file of this program (.safetensors).

    Raises:
        ModelError: no such model, or a file that is damaged or something else; it says what.
    """
    path = find_model(str(name_or_path))
    return _own(path) if recognise(path) is Kind.OWN else _published(path)


def _published(path: Path) -> LoadedModel:
    state = published_state(path)
    network = empty_network(ModelConfig())
    network.load_state_dict(fill(path.name, resunet_table(), state, network.state_dict()), strict=True, assign=True)
    text = _text(path, state)
    return LoadedModel(path, network.eval(), lambda: text, lambda: state)


def published_state(path: Path) -> State:
    """Tensors of a published checkpoint, memory-mapped, every key accounted for.

    Raises:
        ModelError: as its message says.
    """
    state = read_published(path)
    check_keys(path.name, state, (resunet_table(), text_table(), audio_table()))
    return state


def _own(path: Path) -> LoadedModel:
    metadata = read_metadata(path)
    with ThreadPoolExecutor(1) as other_core:
        # Reading every value takes as long as transformers' import gives it.
        checked = other_core.submit(check_finite, path)
        network = load_network(path, finite=True)
        if network.config.encoder != "clap":
            checked.result()
            return LoadedModel(path, network)
        text = _text_of(path)
        checked.result()
    origin = metadata.get("origin", "")
    del text
    tokenizer = _embedded_tokenizer(path)
    return LoadedModel(path, network, lambda: _text_of(path), lambda: read_audio_tower(path, origin), tokenizer)


def _text_of(path: Path) -> TextTower:
    """The tower of a file whose tensors are known to be finite; its weights stay mapped from the file."""
    state = read_prefixed(path, clap_keys.PREFIX)
    check_keys(path.name, state, (text_table(),))
    return _text(path, state, finite=True)


def _text(path: Path, state: State, *, finite: bool = False) -> TextTower:
    from audiosep_core.model.text_tower import TextTower

    return TextTower(path.name, state, finite=finite)


def _embedded_tokenizer(path: Path) -> TokenizerFiles | None:
    held = read_prefixed(path, TOKENIZER)
    if held.keys() != {f"{TOKENIZER}vocabulary", f"{TOKENIZER}merges"}:
        return None
    return TokenizerFiles(*(held[f"{TOKENIZER}{name}"].numpy().tobytes() for name in ("vocabulary", "merges")))
