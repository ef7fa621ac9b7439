"""What one network looks like: its STFT, front end, widths, steering and outputs, stored beside its weights."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal

from audiosep_core.outside_json import read_json

FrontEnd = Literal["bins", "mel"]
Outputs = Literal["mask", "mask+phase"]

# Several times the largest network that anybody has trained; a file that asks for more asks for all memory.
_MOST = {"sample_rate_hz": 768_000, "n_fft": 16_384, "hop": 16_384, "bands": 1024, "condition_size": 16_384}
_MOST_HIDDEN = 16_384
_MOST_WIDTH = 4096
_MOST_BLOCKS = 16
_MOST_POOL = 16


@dataclass(frozen=True)
class ModelConfig:
    """Shape of a `ResUNet`. The defaults are the published AudioSep network (arXiv 2308.05037).

    Attributes:
        sample_rate_hz: Rate the network works at.
        n_fft: STFT window (Hann) and transform length, in samples.
        hop: STFT hop, in samples.
        front_end: "bins" feeds linear magnitudes, "mel" level-normalised log band powers.
        bands: Number of bands of the mel front end; ignored for "bins".
        position_channel: Adds a channel that holds each band's position in [-1, 1].
        stem_stride: 1 (a 1x1 convolution, as published) or 2 (a 4x4 convolution with stride 2).
        widths: Channels per level; the first belongs to the stem.
        pools: (time, frequency) pooling after each encoder block.
        condition_size: Length of the query embedding.
        film_hidden: Width of the two-layer MLP before the FiLM projection; 0 projects directly.
        film_scale: FiLM with scale and shift; False is shift only, as published.
        outputs: "mask" leaves the mixture's phase, "mask+phase" predicts a rotation as well.
        encoder: Query encoder whose embeddings steer the network ("minilm" or "clap").
    """

    sample_rate_hz: int = 32_000
    n_fft: int = 2048
    hop: int = 320
    front_end: FrontEnd = "bins"
    bands: int = 192
    position_channel: bool = False
    stem_stride: int = 1
    widths: tuple[int, ...] = (32, 32, 64, 128, 256, 384, 384)
    pools: tuple[tuple[int, int], ...] = ((2, 2), (2, 2), (2, 2), (2, 2), (2, 2), (1, 2))
    condition_size: int = 512
    film_hidden: int = 0
    film_scale: bool = False
    outputs: Outputs = "mask+phase"
    encoder: str = "clap"

    def __post_init__(self) -> None:
        if len(self.widths) != len(self.pools) + 1:
            raise ValueError("a ResUNet needs one width per encoder block and one for its stem")
        if self.stem_stride not in (1, 2):
            raise ValueError("stem_stride is 1 or 2")
        sizes = [(getattr(self, name), most) for name, most in _MOST.items()]
        sizes += [(width, _MOST_WIDTH) for width in self.widths]
        sizes += [(factor, _MOST_POOL) for pool in self.pools for factor in pool]
        if len(self.pools) > _MOST_BLOCKS or any(not 1 <= size <= most for size, most in sizes):
            raise ValueError("no network has such sizes")
        if not 0 <= self.film_hidden <= _MOST_HIDDEN:
            raise ValueError("no network has such a hidden layer")

    @property
    def bins(self) -> int:
        """Number of STFT bins."""
        return self.n_fft // 2 + 1

    @property
    def output_maps(self) -> int:
        """Number of maps per time-frequency cell."""
        return 1 if self.outputs == "mask" else 3

    @property
    def time_multiple(self) -> int:
        """STFT frames are padded to a multiple of this before the network."""
        multiple = self.stem_stride
        for time, _ in self.pools:
            multiple *= time
        return multiple

    @property
    def frequency_multiple(self) -> int:
        """Bands are padded or cropped to a multiple of this before the network."""
        multiple = self.stem_stride
        for _, frequency in self.pools:
            multiple *= frequency
        return multiple

    def to_json(self) -> str:
        """Serialise for the metadata of a safetensors file."""
        return json.dumps(dataclasses.asdict(self), sort_keys=True)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ModelConfig:
        """Build from parsed JSON or TOML. Unknown fields raise TypeError."""
        values = dict(values)
        if "widths" in values:
            values["widths"] = tuple(int(w) for w in values["widths"])
        if "pools" in values:
            values["pools"] = tuple((int(t), int(f)) for t, f in values["pools"])
        return cls(**values)

    @classmethod
    def from_json(cls, text: str) -> ModelConfig:
        """Inverse of `to_json`."""
        return cls.from_dict(read_json(text))
