"""The Lightning module: mixes in the STFT domain, runs the network, keeps an exponential moving average."""

from __future__ import annotations

import math
from typing import Any

import lightning
import numpy as np
import torch
from torch import Tensor

from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet
from audiosep_core.training.losses import separation_loss
from audiosep_core.training.mixer import ABSENT, StepBatch
from audiosep_core.training.recipe import Recipe


class SeparatorModule(lightning.LightningModule):
    """Trains a `ResUNet` on `StepBatch`es.

    Args:
        recipe: The whole recipe.
        embeddings: Condition vector of every prompt that can be drawn, each (condition_size,), unit length.
    """

    window: Tensor

    def __init__(self, recipe: Recipe, embeddings: dict[str, Tensor]) -> None:
        super().__init__()
        self.recipe = recipe
        self.embeddings = embeddings
        self.network = ResUNet(recipe.model).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.register_buffer("window", torch.hann_window(recipe.model.n_fft), persistent=False)

    def training_step(self, batch: StepBatch, _index: int) -> Tensor:
        """Loss of one batch of mixtures, each asked for twice."""
        mixture, target = self._spectra(batch)
        condition = torch.stack([self.embeddings[text] for pair in batch.prompts for text in pair]).to(self.device)
        maps = self.network(mixture.abs(), condition)
        progress = self.global_step / self.recipe.optimisation.steps
        loss = separation_loss(maps[:, 0].float(), mixture, target, self.recipe.loss, progress)
        self.log("loss", loss, prog_bar=True)
        return loss

    def _spectra(self, batch: StepBatch) -> tuple[Tensor, Tensor]:
        """Mixture and target STFTs, both (2 * mixtures, frames, bins) complex."""
        config = self.recipe.model
        sources = torch.from_numpy(batch.sources).to(self.device)
        count, slots, length = sources.shape
        with torch.autocast(device_type=self.device.type, enabled=False):
            spectra = stft(sources.view(count * slots, length), config, self.window)
            gains = filter_gains(batch, config).to(self.device).view(count * slots, 1, -1)
            spectra = (spectra * gains).view(count, slots, *spectra.shape[1:])
            # Filters change the level that the mixer set: put it back, so that the levels mean what they say.
            before = sources.square().mean(dim=2).sqrt()
            after = spectra.abs().square().mean(dim=(2, 3)).sqrt().clamp_min(1e-6)
            spectra = spectra * (before / after)[:, :, None, None]
        mixture = spectra.sum(dim=1).repeat_interleave(2, dim=0)
        wanted = torch.from_numpy(batch.targets).to(self.device).view(-1)
        owner = torch.arange(count, device=self.device).repeat_interleave(2)
        target = spectra[owner, wanted.clamp_min(0)]
        return mixture, target * (wanted != ABSENT)[:, None, None]

    def transfer_batch_to_device(self, batch: StepBatch, device: torch.device, dataloader_idx: int) -> StepBatch:
        """Batches stay numpy until `_spectra` moves what it needs."""
        return batch

    def update_average(self) -> None:
        """Take one more step into the moving average, batch statistics included."""
        decay = min(self.recipe.optimisation.ema, (1 + self.global_step) / (10 + self.global_step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                mean = self.average[name]
                if value.dtype.is_floating_point:
                    mean.lerp_(value.detach().to(mean.device), 1 - decay)
                else:
                    mean.copy_(value)

    def configure_optimizers(self) -> Any:
        """AdamW, warm-up, cosine."""
        plan = self.recipe.optimisation
        optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=plan.learning_rate, weight_decay=plan.weight_decay, foreach=True
        )

        def rate(step: int) -> float:
            if step < plan.warmup_steps:
                return (step + 1) / plan.warmup_steps
            done = (step - plan.warmup_steps) / max(1, plan.steps - plan.warmup_steps)
            return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))

        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}

    def on_save_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """The average travels with the checkpoint."""
        checkpoint["average"] = self.average

    def on_load_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Take the average back."""
        self.average = checkpoint["average"]


def stft(waveform: Tensor, config: ModelConfig, window: Tensor) -> Tensor:
    """(batch, frames) -> complex (batch, STFT frames, bins), without the surplus last frame of a whole segment."""
    spectrum = torch.stft(waveform, config.n_fft, config.hop, window=window, return_complex=True, center=True)
    return spectrum.transpose(1, 2)[:, : waveform.shape[1] // config.hop]


def filter_gains(batch: StepBatch, config: ModelConfig) -> Tensor:
    """Gains of equaliser and low-pass, (mixtures, slots, bins)."""
    bins_hz = np.linspace(0, config.sample_rate_hz / 2, config.bins)
    points = batch.equaliser_db.shape[-1]
    place = np.interp(np.log(np.maximum(bins_hz, 60.0)), np.log([60.0, config.sample_rate_hz / 2]), [0, points - 1])
    left = np.minimum(place.astype(int), points - 2)
    blend = (place - left).astype(np.float32)
    curve = batch.equaliser_db[..., left] * (1 - blend) + batch.equaliser_db[..., left + 1] * blend
    gains = 10 ** (curve / 20)
    # A slope of 60 dB within a third of an octave, about what a resampler or codec leaves.
    octaves = np.log2(np.maximum(bins_hz, 1.0)) - np.log2(batch.low_pass_hz[..., None])
    gains = gains * 10 ** (-np.clip(octaves * 3, 0, 1) * 60 / 20)
    return torch.from_numpy(gains.astype(np.float32))
