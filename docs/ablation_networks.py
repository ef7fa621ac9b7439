"""Networks that docs/ablations.py compares with the program's own, and that the program does not offer."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from audiosep_core.engine.masks import compete
from audiosep_core.model.config import ModelConfig
from audiosep_core.model.film import Film
from audiosep_core.model.loaded import load
from audiosep_core.model.resunet import ResidualBlock, ResUNet, Steering

PROMPTS = 2
BAND_PARTS = 8
TEACHER_WEIGHT = 3.0


class _Followed(nn.Module):
    """The bottleneck's block with something after it that sees the whole segment."""

    def __init__(self, block: ResidualBlock, channels: int) -> None:
        super().__init__()
        self.block = block
        self.norm = nn.LayerNorm(channels)

    def forward(self, x: Tensor, steering: Steering) -> Tensor:
        """(batch, channels, frames, bands) to the same shape."""
        x = self.block(x, steering)
        seen: Tensor = x + self.look(self.norm(x.movedim(1, -1))).movedim(-1, 1)
        return seen

    def look(self, x: Tensor) -> Tensor:
        """(batch, frames, bands, channels) to the same shape."""
        raise NotImplementedError


class _Attention(_Followed):
    def __init__(self, block: ResidualBlock, channels: int) -> None:
        super().__init__(block, channels)
        self.attention = nn.MultiheadAttention(channels, 4, batch_first=True)

    def look(self, x: Tensor) -> Tensor:
        cells = x.flatten(1, 2)
        heard, _ = self.attention(cells, cells, cells, need_weights=False)
        looked: Tensor = heard.unflatten(1, x.shape[1:3])
        return looked


class _Recurrence(_Followed):
    def __init__(self, block: ResidualBlock, channels: int) -> None:
        super().__init__(block, channels)
        self.recurrence = nn.GRU(channels, channels // 2, batch_first=True, bidirectional=True)

    def look(self, x: Tensor) -> Tensor:
        rows = x.transpose(1, 2)
        heard, _ = self.recurrence(rows.flatten(0, 1))
        looked: Tensor = heard.unflatten(0, rows.shape[:2]).transpose(1, 2)
        return looked


class _Chain(nn.Module):
    def __init__(self, blocks: int, channels: int) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(ResidualBlock(channels, channels) for _ in range(blocks))

    def forward(self, x: Tensor, steering: Steering) -> Tensor:
        """(batch, channels, frames, bands) to the same shape."""
        for block in self.blocks:
            x = block(x, steering)
        return x


class Deeper(ResUNet):
    """Three residual blocks in the bottleneck instead of one, all steered: little cost where the cells are few."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.bottleneck = _Chain(3, config.widths[-1])
        self.film = Film(config.condition_size, self._steered_channels(), config.film_hidden, config.film_scale)
        for block in self.bottleneck.blocks:
            for convolution in (block.conv1, block.conv2):
                nn.init.xavier_uniform_(convolution.weight)


class Attending(ResUNet):
    """Self-attention over all cells after the bottleneck."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.bottleneck = _Attention(self.bottleneck, config.widths[-1])


class Recurrent(ResUNet):
    """A bidirectional GRU over the frames of each band after the bottleneck."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.bottleneck = _Recurrence(self.bottleneck, config.widths[-1])


class DecoderSteered(ResUNet):
    """Steers the decoder only: the prompts of a mixture, next to each other, share stem, encoder and bottleneck."""

    def core(self, x: Tensor, vectors: Tensor) -> Tensor:
        steering = iter(self.film.split(vectors)[2 * len(self.encoder) + 2 :])
        nothing = torch.zeros(1, device=x.device)
        unsteered = iter([(None, nothing)] * (2 * len(self.encoder) + 2))
        x = self.stem(x[::PROMPTS])
        skips = []
        for block, pool in zip(self.encoder, self.config.pools, strict=True):
            x = block(x, unsteered)
            skips.append(x.repeat_interleave(PROMPTS, dim=0))
            x = functional.avg_pool2d(x, pool)
        x = self.bottleneck(x, unsteered).repeat_interleave(PROMPTS, dim=0)
        for block in self.decoder:
            x = block(x, skips, steering)
        logits: Tensor = self.head(x)
        return logits


class RatioOfPrompts(ResUNet):
    """The masks of a mixture's prompts, next to each other, and of what is left add up to one."""

    def _maps(self, logits: Tensor) -> Tensor:
        among = logits[:, 0].unflatten(0, (-1, PROMPTS))
        rest = torch.zeros_like(among[:, :1])
        masks = torch.softmax(torch.cat([among, rest], dim=1), dim=1)[:, :PROMPTS].flatten(0, 1)
        maps: Tensor = masks[:, None] @ self.spread.T
        return maps


class Competing(ResUNet):
    """The masks of a mixture's prompts, next to each other, compete as the engine lets them; for judging only."""

    def _maps(self, logits: Tensor) -> Tensor:
        maps = super()._maps(logits).unflatten(0, (-1, PROMPTS)).transpose(0, 1)
        return compete(maps).transpose(0, 1).flatten(0, 1)


class RatioOfHalf(RatioOfPrompts):
    """Learns both: prompts of the first half of a step's mixtures share as above, the others answer for themselves.

    Judged, each answers for itself.
    """

    def _maps(self, logits: Tensor) -> Tensor:
        if not torch.is_grad_enabled():
            return ResUNet._maps(self, logits)
        half = PROMPTS * (len(logits) // PROMPTS // 2)
        return torch.cat([super()._maps(logits[:half]), ResUNet._maps(self, logits[half:])])


class _InParts(nn.Module):
    """A stem or head with weights of its own for each of equal parts of the bands."""

    def __init__(self, whole: nn.Conv2d | nn.ConvTranspose2d) -> None:
        super().__init__()
        self.convolution = type(whole)(
            BAND_PARTS * whole.in_channels, BAND_PARTS * whole.out_channels, 4, stride=2, padding=1, groups=BAND_PARTS
        )
        nn.init.xavier_uniform_(self.convolution.weight)
        nn.init.zeros_(self.convolution.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, channels, frames, bands), at half or double the resolution."""
        parts = x.unflatten(3, (BAND_PARTS, -1)).permute(0, 3, 1, 2, 4)
        made = self.convolution(parts.flatten(1, 2)).unflatten(1, (BAND_PARTS, -1))
        joined: Tensor = made.permute(0, 2, 3, 1, 4).flatten(3, 4)
        return joined


class BandSplit(ResUNet):
    """Parts of the bands are projected each by weights of their own (after band-split RNN, Luo and Yu 2023)."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        self.stem, self.head = _InParts(self.stem), _InParts(self.head)


class Taught(ResUNet):
    """Learns the starter's masks too: their squared distance, weighted by the mixture's magnitudes, joins the loss."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__(config)
        # In a list: a module attribute would be trained and saved along.
        self.teacher = [load("starter").network.eval()]

    def forward(self, magnitude: Tensor, condition: Tensor) -> Tensor:
        """Maps for each magnitude under its own condition."""
        maps: Tensor = super().forward(magnitude, condition)
        if torch.is_grad_enabled():
            with torch.no_grad():
                taught = self.teacher[0](magnitude, condition)
                level = magnitude.square().mean(dim=(1, 2), keepdim=True).clamp_min(1e-12).sqrt()
                slope = TEACHER_WEIGHT * 2 * (maps - taught) * (magnitude / level)[:, None] / maps.numel()
            maps.register_hook(lambda gradient: gradient + slope)
        return maps
