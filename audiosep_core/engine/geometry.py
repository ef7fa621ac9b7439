"""How long the chunks are that a network is given, and what becomes of their ends."""

from __future__ import annotations

from dataclasses import dataclass

from audiosep_core.engine.plan import Geometry
from audiosep_core.model.config import ModelConfig

# Frames of the STFT that the published U-Net pools into one: chunks that begin and end on this grid meet the very
# cells that the whole clip has.
BLOCK_HOPS = 32


@dataclass(frozen=True)
class Chunking:
    """Chunks of one kind of network; lengths in blocks of 32 hops, or in seconds where they need not fit the grid.

    Attributes:
        blocks: Length of a chunk.
        fade_s, margin_s: Cross-fade with a neighbour, and what is thrown away at each end.
        aligned: Chunks begin on the grid of blocks that the whole clip has, and end where the source ends; otherwise
            they begin anywhere, and beyond its ends the source is mirrored.
    """

    blocks: int
    fade_s: float
    margin_s: float
    aligned: bool

    def block(self, config: ModelConfig, rate_hz: int) -> int:
        """Frames of a source in one block, at least 1: a file may claim 1 Hz."""
        return max(1, BLOCK_HOPS * config.hop * rate_hz // config.sample_rate_hz)

    def geometry(self, config: ModelConfig, rate_hz: int) -> Geometry:
        """Chunk lengths at a source's rate."""
        fade, margin = round(self.fade_s * rate_hz), round(self.margin_s * rate_hz)
        # One STFT frame less than whole blocks: the centred STFT has one frame more than hops.
        if not self.aligned:
            length = (self.blocks * BLOCK_HOPS - 1) * config.hop * rate_hz // config.sample_rate_hz
            length = max(length, 2 * (fade + margin) + 1)  # at rates of some Hz
            return Geometry(length - 2 * (fade + margin), fade, margin)
        block = self.block(config, rate_hz)
        short = block // BLOCK_HOPS
        # A network with a short hop has short blocks: a third of them at each end is the most.
        context = min(max(1, round((fade + margin) / block)), max(1, (self.blocks - 1) // 3)) * block
        # What a chunk is short of whole blocks goes into the fade: the step, and the way from a chunk's beginning to
        # what it decides alone, are whole blocks then.
        fade = min(max(1, round(fade / block)) * block + short, context)
        return Geometry(self.blocks * block - short - 2 * context, fade, context - fade)


# About 8 s at the starter's hop: long enough that the cross-fades cost little, short enough that a cancel is answered
# at once and that it takes little memory.
STARTER = Chunking(blocks=13, fade_s=1.0, margin_s=0.14, aligned=False)

# Chosen from the curve in docs/benchmarks.md.
PUBLISHED = Chunking(blocks=32, fade_s=0.32, margin_s=0.64, aligned=True)


def chunking(config: ModelConfig) -> Chunking:
    """Chunks for a network: the published kind hears levels, so that its chunks should be what the whole clip is."""
    return PUBLISHED if config.front_end == "bins" else STARTER
