"""One training run: recipe and data in, resumable checkpoints and a model file out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lightning
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from audiosep_core.cancel import CancelToken
from audiosep_core.model.file import save_network
from audiosep_core.query.minilm import MiniLMEncoder
from audiosep_core.training.clips import load_bank, read_manifest, split_validation
from audiosep_core.training.credits import write_credits
from audiosep_core.training.mixer import Mixer, StepBatch
from audiosep_core.training.module import SeparatorModule
from audiosep_core.training.recipe import Recipe

logger = logging.getLogger(__name__)


class _Steps(IterableDataset[StepBatch]):
    """Batches from step `first` to `last`: a resumed run draws what the interrupted one would have drawn."""

    def __init__(self, mixer: Mixer, first: int, last: int) -> None:
        self.mixer, self.first, self.last = mixer, first, last

    def __iter__(self) -> Iterator[StepBatch]:
        for step in range(self.first, self.last):
            yield self.mixer.batch(step)


class _Average(lightning.Callback):
    """Keeps the moving average and writes it as a model file every so often, so that it can be judged at any time.

    A callback, because Lightning runs the module's own hook after the checkpoint: the average in a checkpoint would
    lack its last step, and a resumed run would not end with the same weights.
    """

    def __init__(self, path: Path, every: int, cancel: CancelToken) -> None:
        self.path, self.every, self.cancel = path, every, cancel

    def on_train_batch_end(self, trainer: lightning.Trainer, module: Any, *_: Any) -> None:
        module.update_average()
        if trainer.global_step % self.every == 0:
            export(module, self.path)
        if self.cancel.is_set:
            trainer.should_stop = True


def export(module: SeparatorModule, path: Path) -> None:
    """Write the moving average of a module as a float16 model file."""
    recipe = module.recipe
    facts = {"seed": str(recipe.seed), "steps": str(module.global_step), "query_encoder": recipe.model.encoder}
    save_network(path, recipe.model, module.average, torch.float16, facts)


def embed(texts: list[str]) -> dict[str, Tensor]:
    """Condition vectors of all texts that a run can draw."""
    encoder = MiniLMEncoder()
    vectors: dict[str, Tensor] = {}
    for start in range(0, len(texts), 256):
        part = texts[start : start + 256]
        vectors.update(zip(part, encoder.encode(part), strict=True))
    return vectors


def train(
    recipe: Recipe,
    root: Path,
    output: Path,
    cache: Path,
    *,
    steps: int | None = None,
    progress: bool = True,
    cancel: CancelToken | None = None,
    checkpoint_every: int = 200,
) -> Path:
    """Train to the end of the recipe, resuming from `output` where an earlier run was interrupted.

    Args:
        recipe: What to train.
        root: Folder with manifest.csv and the clips.
        output: Folder of checkpoints, logs and the model file.
        cache: Folder of the decoded clips.
        steps: Stop early after this many steps (a rehearsal); the schedule stays the recipe's.
        progress: Show a progress bar.
        cancel: Stops after the step in work, with a checkpoint.
        checkpoint_every: Steps between checkpoints.

    Returns:
        The model file.

    Raises:
        AudioSepError: the manifest is missing, or holds too little to mix.
        Cancelled: the token was set; the same call resumes.
    """
    cancel = cancel or CancelToken()
    lightning.seed_everything(recipe.seed, verbose=False)
    output.mkdir(parents=True, exist_ok=True)
    clips, _ = split_validation(read_manifest(root / "manifest.csv", "train"), recipe.data.validation_fraction)
    mixer = Mixer(load_bank(root, clips, recipe.model.sample_rate_hz, cache), recipe.data, recipe.mixing, recipe.seed)
    module = SeparatorModule(recipe, embed(mixer.prompts()))
    last = output / "last.ckpt"
    first = 0
    if last.exists():
        first = int(torch.load(last, map_location="cpu", weights_only=True)["global_step"])
        logger.info("resuming at step %d", first)
    stop = min(steps or recipe.optimisation.steps, recipe.optimisation.steps)
    model_path = output / "model.safetensors"
    trainer = lightning.Trainer(
        accelerator="auto",
        devices=1,
        precision=recipe.optimisation.precision,  # type: ignore[arg-type]
        max_steps=stop,
        max_epochs=-1,
        gradient_clip_val=recipe.optimisation.clip,
        logger=CSVLogger(output, name="log"),
        log_every_n_steps=20,
        enable_progress_bar=progress,
        enable_model_summary=False,
        callbacks=[
            _Average(model_path, checkpoint_every, cancel),
            ModelCheckpoint(output, save_last=True, save_top_k=0, every_n_train_steps=checkpoint_every),
        ],
    )
    loader = DataLoader(_Steps(mixer, first, stop), batch_size=None)
    trainer.fit(module, loader, ckpt_path=str(last) if last.exists() else None, weights_only=True)
    if cancel.is_set:
        trainer.save_checkpoint(last)
        cancel.raise_if_set()
    export(module, model_path)
    write_credits(root / "manifest.csv", mixer.bank.clips, model_path.with_suffix(".credits.csv"))
    return model_path
