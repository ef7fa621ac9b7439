"""The Lightning module: renders a step's plan, runs the network, keeps an exponential moving average."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import lightning
import torch
from torch import Tensor

from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet, apply_maps
from audiosep_core.training.losses import spectral_loss, waveform_loss
from audiosep_core.training.muon import Muon
from audiosep_core.training.planner import StepPlan
from audiosep_core.training.recipe import OptimisationRecipe, Recipe
from audiosep_core.training.render import Renderer

_STAIRCASE = (0.001, 0.01, 0.1)


class SeparatorModule(lightning.LightningModule):
    """Trains a `ResUNet` on `StepPlan`s.

    Args:
        recipe: The whole recipe.
        make_renderer: Builds the renderer on the training's device, which is known only when the training begins.
        initial: Weights to begin with; None begins from scratch.
        compile_network: Let torch.compile fuse the network (it pays on accelerators only).
        companions: What its model file holds beside the network.
        began: What the run began with, see `beginning`.
    """

    window: Tensor

    def __init__(
        self,
        recipe: Recipe,
        make_renderer: Callable[[torch.device], Renderer],
        initial: Mapping[str, Tensor] | None = None,
        compile_network: bool = False,
        companions: Mapping[str, Tensor] | None = None,
        began: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.recipe = recipe
        self.began = began
        self.companions = companions
        self._make_renderer = make_renderer
        self._renderer: Renderer | None = None
        self.network = ResUNet(recipe.model)
        if initial is not None:
            self.network.load_state_dict(initial, strict=True)
        self.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.register_buffer("window", torch.hann_window(recipe.model.n_fft), persistent=False)
        # In a list: a module attribute would enter the checkpoint under a second name.
        self._forward = [torch.compile(self.network, dynamic=False) if compile_network else self.network]

    def training_step(self, plan: StepPlan, _index: int) -> Tensor:
        """Loss of one batch of mixtures, each asked for `QUERIES` things."""
        if self._renderer is None:
            self._renderer = self._make_renderer(self.device)
        config, recipe = self.recipe.model, self.recipe.loss
        with torch.autocast(device_type=self.device.type, enabled=False), torch.no_grad():
            sound = self._renderer.render(plan)
            queries = sound.targets.shape[1]
            spectrum = stft(sound.mixture, config, self.window)
            mixture = spectrum.repeat_interleave(queries, dim=0)
            targets = sound.targets.flatten(0, 1)
            conditions = sound.conditions.flatten(0, 1)
        maps = self._forward[0](mixture.abs(), conditions)
        with torch.autocast(device_type=self.device.type, enabled=False):
            estimate = apply_maps(mixture, maps.float())
            loss = torch.zeros((), device=self.device)
            if recipe.complex or recipe.root_magnitude or recipe.snr:
                progress = self.global_step / self.recipe.optimisation.steps
                loss = loss + spectral_loss(estimate, mixture, stft(targets, config, self.window), recipe, progress)
            if recipe.waveform:
                waveform = istft(estimate, config, self.window, targets.shape[1])
                loss = loss + recipe.waveform * waveform_loss(waveform, targets)
        self.log("loss", loss, batch_size=len(plan.clip))
        return loss

    def transfer_batch_to_device(self, batch: StepPlan, device: torch.device, dataloader_idx: int) -> StepPlan:
        """Plans stay numpy: the renderer moves what it needs."""
        return batch

    def update_average(self) -> None:
        """Take one more step into the moving average, batch statistics included."""
        decay = min(self.recipe.optimisation.ema, (1 + self.global_step) / (10 + self.global_step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                mean = self.average[name]
                if mean.device != value.device:
                    mean = self.average[name] = mean.to(value.device)
                if value.dtype.is_floating_point and decay > 0:
                    mean.lerp_(value.detach(), 1 - decay)
                else:
                    mean.copy_(value)

    def configure_optimizers(self) -> Any:
        """The recipe's optimiser and schedule."""
        plan = self.recipe.optimisation
        kind = Muon if plan.optimiser == "muon" else torch.optim.AdamW
        optimizer = kind(
            self.network.parameters(),
            lr=plan.learning_rate,
            betas=plan.betas,
            weight_decay=plan.weight_decay,
            amsgrad=plan.amsgrad,
            foreach=True,
        )
        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_factor(step, plan))
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}

    def on_save_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """The average travels with the checkpoint, and the recipe and the beginning, which a resumed run must share."""
        checkpoint["average"] = self.average
        checkpoint["recipe"] = self.recipe.model_dump_json()
        checkpoint["began"] = dict(self.began or {})

    def on_load_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Take the average back."""
        self.average = checkpoint["average"]


def rate_factor(step: int, plan: OptimisationRecipe) -> float:
    """The learning rate at a step, as a fraction of the recipe's."""
    if plan.schedule == "staircase":
        stair = step * len(_STAIRCASE) // max(plan.warmup_steps, 1)
        return _STAIRCASE[stair] if stair < len(_STAIRCASE) else 1.0
    if step < plan.warmup_steps:
        return (step + 1) / plan.warmup_steps
    done = (step - plan.warmup_steps) / max(1, plan.steps - plan.warmup_steps)
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


def stft(waveform: Tensor, config: ModelConfig, window: Tensor) -> Tensor:
    """(batch, frames) -> complex (batch, STFT frames, bins)."""
    return torch.stft(waveform, config.n_fft, config.hop, window=window, return_complex=True).transpose(1, 2)


def istft(spectrum: Tensor, config: ModelConfig, window: Tensor, frames: int) -> Tensor:
    """The inverse of `stft`, cut to `frames`."""
    return torch.istft(spectrum.transpose(1, 2), config.n_fft, config.hop, window=window, length=frames)
