"""What happens beside the steps: the moving average, judging it, pictures, progress, and stopping."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightning
import numpy as np
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from numpy.typing import NDArray

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled
from audiosep_core.model.file import save_network
from audiosep_core.model.resunet import ResUNet
from audiosep_core.training.module import SeparatorModule
from audiosep_core.training.validation import Example, Judged, Validation

_PICTURES = 6


@dataclass(frozen=True)
class Standing:
    """How a run stands: steps done of steps, the loss smoothed over some fifty steps, the last figure if any."""

    step: int
    steps: int
    loss: float
    sdri_db: float | None
    steps_a_second: float


OnStanding = Callable[[Standing], None]


def export(module: SeparatorModule, path: Path) -> None:
    """Write the moving average of a module as a float16 model file."""
    recipe = module.recipe
    facts = {"seed": str(recipe.seed), "steps": str(module.global_step), "query_encoder": recipe.model.encoder}
    save_network(path, recipe.model, module.average, torch.float16, facts, module.companions)


class Average(lightning.Callback):
    """Keeps the moving average, and stops the run when it was cancelled.

    A callback, because Lightning runs the module's own hook after the checkpoint: the average in a checkpoint would
    lack its last step, and a resumed run would not end with the same weights.
    """

    def __init__(self, cancel: CancelToken) -> None:
        self.cancel = cancel

    def on_train_batch_end(self, trainer: lightning.Trainer, module: Any, *_: Any) -> None:
        """After each step."""
        module.update_average()
        if self.cancel.is_set:
            trainer.should_stop = True


class Judge(lightning.Callback):
    """Judges the moving average every so often: logs its figures, keeps the best as a model file, draws examples.

    Args:
        validation: What to judge on; without examples only the model file is written.
        folder: Where `model.safetensors` (the latest), `best.safetensors` and `samples/` go.
        every: Steps between two judgements.
        cancel: Ends a judgement early.
    """

    def __init__(self, validation: Validation, folder: Path, every: int, cancel: CancelToken) -> None:
        self.validation, self.folder, self.every, self.cancel = validation, folder, every, cancel
        self.best_db = -math.inf
        self.before: Judged | None = None
        self.last: Judged | None = None

    def state_dict(self) -> dict[str, Any]:
        """What a resumed run must remember."""
        before = self.before and [list(self.before.sdri_db), self.before.swap_right]
        return {"best_db": self.best_db, "before": before}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.best_db = state["best_db"]
        if state["before"]:
            sdri, right = state["before"]
            self.before = Judged(tuple(sdri), right)

    def on_train_batch_end(self, trainer: lightning.Trainer, module: Any, *_: Any) -> None:
        """After each step."""
        if trainer.global_step % self.every or not trainer.is_global_zero:
            return
        export(module, self.folder / "model.safetensors")
        try:
            judged = self.judge(module, trainer.global_step)
        except Cancelled:
            return
        if judged is None:
            return
        figures = {"validation_sdri_db": judged.mean_sdri_db, "validation_swap_right": judged.swap_right}
        for logger in trainer.loggers:
            logger.log_metrics(figures, trainer.global_step)
        if judged.mean_sdri_db > self.best_db:
            self.best_db = judged.mean_sdri_db
            export(module, self.folder / "best.safetensors")

    def judge(self, module: SeparatorModule, step: int) -> Judged | None:
        """Figures of the module's average, None where nothing was held out; pictures into `samples/step-…`."""
        if not self.validation.examples:
            return None
        network = ResUNet(module.recipe.model)
        network.load_state_dict(module.average)
        pictures = self.folder / "samples" / f"step-{step:07d}"
        pictures.mkdir(parents=True, exist_ok=True)
        rate = module.recipe.model.sample_rate_hz

        def keep(number: int, example: Example, estimates: NDArray[np.float32]) -> None:
            if number < _PICTURES:
                _draw(pictures / f"{number + 1}.png", example, estimates, rate)

        self.last = self.validation.judge(network.to(module.device).eval(), keep, self.cancel)
        return self.last


def _draw(path: Path, example: Example, estimates: NDArray[np.float32], rate_hz: int) -> None:
    from audiosep_core.audio.pictures import draw

    first, second = example.labels
    panels = [
        (f"mixture: {first}, {second}", example.first + example.second),
        (f"truth: {first}", example.first),
        (f"estimate: {first}", estimates[0]),
    ]
    path.write_bytes(draw(panels, rate_hz))


class Report(lightning.Callback):
    """Tells the caller after each step how the run stands."""

    def __init__(self, steps: int, judge: Judge, tell: OnStanding) -> None:
        self.steps, self.judge, self.tell = steps, judge, tell
        self._loss: float | None = None
        self._began = time.monotonic()
        self._first = 0

    def on_train_start(self, trainer: lightning.Trainer, *_: Any) -> None:
        """The clock starts with the steps."""
        self._began, self._first = time.monotonic(), trainer.global_step

    def on_train_batch_end(self, trainer: lightning.Trainer, _module: Any, outputs: Any, *_: Any) -> None:
        """After each step."""
        if not trainer.is_global_zero:
            return
        loss = float(outputs["loss"])
        self._loss = loss if self._loss is None else self._loss + 0.04 * (loss - self._loss)
        step = trainer.global_step
        speed = (step - self._first) / max(time.monotonic() - self._began, 1e-9)
        figure = self.judge.last.mean_sdri_db if self.judge.last else None
        self.tell(Standing(step, self.steps, self._loss, figure, speed))


class Limit(lightning.Callback):
    """Ends a rehearsal after some seconds of steps."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._began = 0.0

    def on_train_start(self, *_: Any) -> None:
        """The clock starts with the steps."""
        self._began = time.monotonic()

    def on_train_batch_end(self, trainer: lightning.Trainer, *_: Any) -> None:
        """After each step."""
        if time.monotonic() - self._began > self.seconds:
            trainer.should_stop = True


class Checkpoints(ModelCheckpoint):
    """`last.ckpt`, every so many steps: what a run resumes from."""

    def __init__(self, folder: Path, every: int) -> None:
        # Lightning would leave a file that it does not know be, and go on in "last-v1.ckpt".
        super().__init__(
            folder, save_last=True, save_top_k=0, every_n_train_steps=every, enable_version_counter=False
        )  # fmt: skip

    def state_dict(self) -> dict[str, Any]:
        """Nothing: there is one file, the folder may be moved, and the next start may ask for other steps between."""
        return {}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Nothing of what the first versions wrote is needed."""
