"""One training run: recipe and data in, resumable checkpoints and a model file out."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import lightning
import torch
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.library.arrival import WORDS
from audiosep_core.library.registry import find_model
from audiosep_core.model.arithmetic import emulates_bf16
from audiosep_core.query.words import KnownWords
from audiosep_core.training.beginning import beginning, refuse_another_beginning
from audiosep_core.training.callbacks import Average, Checkpoints, Judge, Limit, OnStanding, Report, export
from audiosep_core.training.credits import write_credits
from audiosep_core.training.module import SeparatorModule
from audiosep_core.training.planner import StepPlan
from audiosep_core.training.prepare import OnPhase, Prepared, prepare
from audiosep_core.training.recipe import Recipe, refuse_another_run
from audiosep_core.training.validation import Judged
from audiosep_core.training.words import known_words, merged, save_words

logger = logging.getLogger(__name__)

_REHEARSAL_S = 60.0
OnPrepared = Callable[[Prepared], None]


@dataclass(frozen=True)
class RunOptions:
    """How a run goes about its recipe; none of it changes what is learnt, but for the number of processes.

    Attributes:
        steps: Stop early after so many; the schedule stays the recipe's.
        rehearse: On the CPU, for a minute of steps: everything that a run does, once.
        devices, nodes: Processes a machine and machines; more than one train together (DDP). Under torchrun these
            are torchrun's.
        accelerator: "auto", "cpu", "cuda" or "mps".
        checkpoint_every: Steps between checkpoints.
        judge_every: Steps between judgements on the validation part.
        log_every: Steps between two rows of the logs.
        compile_network: torch.compile; None: on CUDA only.
    """

    steps: int | None = None
    rehearse: bool = False
    devices: int = 1
    nodes: int = 1
    accelerator: str = "auto"
    checkpoint_every: int = 200
    judge_every: int = 500
    log_every: int = 20
    compile_network: bool | None = None


@dataclass(frozen=True)
class Trained:
    """What a run leaves.

    Attributes:
        model: The model file: the moving average at the end.
        before, after: Figures on the clips held out; `before` only where a model was given to begin with.
        prepared: What it was trained on.
    """

    model: Path
    before: Judged | None
    after: Judged | None
    prepared: Prepared


class _Steps(IterableDataset[StepPlan]):
    """Plans from step `first` to `last`: a resumed run draws what the interrupted one would have drawn."""

    def __init__(self, prepared: Prepared, first: int, last: int) -> None:
        self.prepared, self.first, self.last = prepared, first, last

    def __iter__(self) -> Iterator[StepPlan]:
        distributed = torch.distributed.is_available() and torch.distributed.is_initialized()
        planner = self.prepared.planner(torch.distributed.get_rank() if distributed else 0)
        worker = get_worker_info()
        offset, stride = (worker.id, worker.num_workers) if worker else (0, 1)
        for step in range(self.first + offset, self.last, stride):
            yield planner.plan(step)


def train(
    recipe: Recipe,
    sources: Sequence[Path],
    output: Path,
    cache: Path,
    options: RunOptions | None = None,
    *,
    init: str | None = None,
    on_phase: OnPhase | None = None,
    on_prepared: OnPrepared | None = None,
    on_standing: OnStanding | None = None,
    cancel: CancelToken | None = None,
) -> Trained:
    """Train to the end of the recipe, resuming from `output` where an earlier run was interrupted.

    Args:
        recipe: What to train.
        sources: Where the clips are, see `read_source`.
        output: Folder of checkpoints, logs, pictures and the model file.
        cache: Folder of decoded clips and embedded prompts.
        options: How to go about it.
        init: Name or path of the model to begin with (fine-tuning); its network replaces the recipe's.
        on_phase, on_prepared, on_standing: Told what is being done, what it is done with, and how it stands.
        cancel: Stops after the step in work, with a checkpoint.

    Raises:
        AudioSepError: the data hold too little to mix, the model to begin with cannot be used, or the folder holds
            another run.
        Cancelled: the token was set; the same call resumes.
    """
    options, cancel = options or RunOptions(), cancel or CancelToken()
    if options.rehearse:
        options = replace(options, accelerator="cpu", devices=1, nodes=1)
    output.mkdir(parents=True, exist_ok=True)
    prepared = prepare(recipe, sources, cache, init, on_phase, cancel)
    recipe = prepared.recipe
    if on_prepared is not None:
        on_prepared(prepared)
    lightning.seed_everything(recipe.seed, verbose=False)
    last = output / "last.ckpt"
    began = beginning(prepared.bank.clips, prepared.initial)
    begun, first = _reached(output, recipe, began)
    stop = min(options.steps or recipe.optimisation.steps, recipe.optimisation.steps)
    compiled = options.compile_network
    if compiled is None:
        compiled = _device(options).type == "cuda"
    module = SeparatorModule(recipe, prepared.renderer, prepared.initial, compiled, prepared.companions, began)
    judge = Judge(prepared.validation, output, options.judge_every, cancel)
    if prepared.initial is not None and not first and is_first_process():
        judge.before = judge.judge(module, 0)
    callbacks: list[lightning.Callback] = [Average(cancel), judge, Checkpoints(output, options.checkpoint_every)]
    if on_standing is not None:
        callbacks.append(Report(stop, judge, on_standing))
    if options.rehearse:
        callbacks.append(Limit(_REHEARSAL_S))
    trainer = _trainer(recipe, output, stop, options, callbacks)
    # Plans cost a millisecond: a process of its own pays only beside an accelerator.
    workers = 2 if trainer.strategy.root_device.type == "cuda" else 0
    loader = DataLoader(_Steps(prepared, first, stop), batch_size=None, num_workers=workers)
    trainer.fit(module, loader, ckpt_path=str(begun) if first else None, weights_only=True)
    if cancel.is_set:
        trainer.save_checkpoint(last)
        cancel.raise_if_set()
    model = output / "model.safetensors"
    after = None
    if trainer.is_global_zero:
        export(module, model)
        _write_words(model, prepared, init)
        write_credits(prepared.bank.clips, model.with_suffix(".credits.csv"))
        after = judge.judge(module, trainer.global_step)
    return Trained(model, judge.before, after, prepared)


def _write_words(model: Path, prepared: Prepared, init: str | None) -> None:
    """Beside the model, the words it knows: these, and those of the model that it began as."""
    if prepared.recipe.model.encoder != "minilm":
        return
    words = known_words(prepared.vocabulary, prepared.conditions)
    if init is not None:
        before = KnownWords.beside(find_model(init))
        # Of a model whose words nobody wrote down these would be a part only, and draw the others away.
        if before is None:
            return
        words = merged(before, words)
    save_words(model.with_suffix(WORDS), words)


def is_first_process() -> bool:
    """Whether this is the process that judges and writes; known before Lightning starts the others."""
    return int(os.environ.get("RANK", os.environ.get("LOCAL_RANK", "0"))) == 0


def _device(options: RunOptions) -> torch.device:
    """Where Lightning will train, asked before it is there."""
    if options.accelerator != "auto":
        return torch.device(options.accelerator)
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def _trainer(
    recipe: Recipe, output: Path, stop: int, options: RunOptions, callbacks: list[lightning.Callback]
) -> lightning.Trainer:
    several = options.devices * options.nodes > 1
    plan = recipe.optimisation
    device = _device(options)
    emulated = plan.precision == "bf16-mixed" and emulates_bf16(device)
    loggers = [
        # A folder a start: a resumed run adds one, and begins it where the one before was cut.
        CSVLogger(output, name="log", flush_logs_every_n_steps=options.log_every),
        TensorBoardLogger(output, name="tensorboard", version=""),
    ]
    return lightning.Trainer(
        accelerator=options.accelerator,
        devices=options.devices,
        num_nodes=options.nodes,
        strategy="ddp" if several else "auto",
        sync_batchnorm=several and device.type == "cuda",
        precision="32-true" if emulated else plan.precision,
        max_steps=stop,
        max_epochs=-1,
        gradient_clip_val=plan.clip or None,
        logger=loggers,
        log_every_n_steps=options.log_every,
        enable_progress_bar=False,
        enable_model_summary=False,
        callbacks=callbacks,
    )


def _reached(folder: Path, recipe: Recipe, began: Mapping[str, str]) -> tuple[Path | None, int]:
    """The checkpoint to resume from and its step; None and 0 where there is none."""
    # The first versions went on in last-v1.ckpt where a run had been moved, or cancelled early.
    steps = {path: _step_of(path, recipe, began) for path in sorted(folder.glob("last*.ckpt"), reverse=True)}
    begun = max(steps, key=lambda path: steps[path], default=None)
    if begun is None:
        return None, 0
    logger.info("resuming at step %d", steps[begun])
    return begun, steps[begun]


def _step_of(checkpoint: Path, recipe: Recipe, began: Mapping[str, str]) -> int:
    """The step that an interrupted run had reached."""
    try:
        state = torch.load(checkpoint, map_location="cpu", weights_only=True, mmap=True)
        step, of, saved = int(state["global_step"]), state["recipe"], state.get("began")
    except (OSError, RuntimeError, ValueError, KeyError, pickle.UnpicklingError):
        raise AudioSepError(
            "checkpoint-damaged",
            f"'{checkpoint.name}' in '{checkpoint.parent}' cannot be resumed from.",
            "Remove it to begin anew, or choose another folder with -o.",
        ) from None
    refuse_another_run(of, recipe, checkpoint.parent)
    refuse_another_beginning(saved, began, checkpoint.parent)
    return step
