"""One training run of the hearing network: recipe and data in, a resumable checkpoint and a model file out."""

from __future__ import annotations

import csv
import logging
import math
import pickle
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from filelock import FileLock
from torch import Tensor

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.model.hearing import BandPowers, HearingNetwork
from audiosep_core.model.hearing_file import save_hearing
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.query.encoders import load_encoder
from audiosep_core.training.beginning import beginning, refuse_another_beginning
from audiosep_core.training.clips import Clip, Finding, load_bank
from audiosep_core.training.credits import write_credits
from audiosep_core.training.hearing.bandbank import load_bands
from audiosep_core.training.hearing.judge import Examples, HeldOut, examples, judge
from audiosep_core.training.hearing.mixer import EMPTY, MelBatch, MelMixer
from audiosep_core.training.hearing.objective import contrast, heard_steps, pool, pooled_yes_or_no, yes_or_no
from audiosep_core.training.hearing.recipe import HearingRecipe
from audiosep_core.training.hearing.words import EITHER, NO, YES, Meanings, Prompter, meanings, targets
from audiosep_core.training.prepare import OnPhase
from audiosep_core.training.recipe import refuse_another_run
from audiosep_core.training.sources import read_source
from audiosep_core.training.split import split_validation
from audiosep_core.training.validation import make_examples
from audiosep_core.training.vocabulary import build_vocabulary, embed
from audiosep_core.types import OnProgress, Progress, ignore_progress

logger = logging.getLogger(__name__)

# How much of the mean vector is taken off (0.2 is the best trade of recall and area on what is held out), and how many
# batches it is the mean of.
_HABIT, _BATCHES = 0.2, 30


@dataclass(frozen=True)
class HearingTrained:
    """What a run leaves: the model file (the moving average), figures on clips held out, and what it learnt from."""

    model: Path
    heard: HeldOut | None
    clips: int
    held_out: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Prepared:
    clips: tuple[Clip, ...]
    held_out: int
    findings: tuple[Finding, ...]
    mixer: MelMixer
    prompter: Prompter
    meaning: Meanings
    centre: Tensor
    validation: Examples | None


def train_hearing(
    recipe: HearingRecipe,
    sources: Sequence[Path],
    output: Path,
    cache: Path,
    *,
    steps: int | None = None,
    checkpoint_every: int = 100,
    judge_every: int = 250,
    on_phase: OnPhase | None = None,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> HearingTrained:
    """Train to the end of the recipe, on the CPU, resuming from `output` where an earlier run was interrupted.

    Args:
        recipe: What to train.
        sources: Where the clips are, see `read_source`.
        output: Folder of the checkpoint, the log and the model file.
        cache: Folder of decoded clips, band powers and embedded prompts.
        steps: Stop early after so many; the schedule stays the recipe's.
        checkpoint_every, judge_every: Steps between checkpoints, and between figures on what was held out.
        on_phase, on_progress: Told what is being done, and the steps done; the figures are in the log.
        cancel: Stops after the step in work, with a checkpoint.

    Raises:
        AudioSepError: the data hold too little, or the folder holds another run.
        Cancelled: the token was set; the same call resumes.
    """
    output.mkdir(parents=True, exist_ok=True)
    prepared = _prepare(recipe, sources, cache, on_phase, cancel)
    plan = recipe.optimisation
    torch.manual_seed(recipe.seed)
    network = HearingNetwork(recipe.model, plan.dropout)
    network.centre.copy_(prepared.centre)
    average = HearingNetwork(recipe.model).eval()
    average.load_state_dict(network.state_dict())
    decayed = [p for p in network.parameters() if p.ndim >= 2]
    others = [p for p in network.parameters() if p.ndim < 2]
    groups = [{"params": decayed, "weight_decay": plan.weight_decay}, {"params": others, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=plan.learning_rate)
    last = output / "last.ckpt"
    origin = beginning(prepared.clips)
    first = _resume(last, recipe, origin, network, average, optimiser)
    stop = min(steps or plan.steps, plan.steps)
    heard, log, began = None, _Log(output / "log.csv", first), time.monotonic()
    for step in range(first, stop):
        for group in optimiser.param_groups:
            group["lr"] = plan.learning_rate * _schedule(step, plan.warmup_steps, plan.steps)
        # Dropout too is drawn by the step's number.
        torch.manual_seed(recipe.seed * 1_000_003 + step)
        loss = _step(network, prepared, recipe, step)
        value = float(loss.detach())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip or math.inf)
        optimiser.step()
        _follow(average, network, min(plan.ema, (1 + step) / (10 + step)))
        done = step + 1
        if prepared.validation is not None and (done % judge_every == 0 or done == stop):
            heard = judge(average, prepared.validation)
        rate = (done - first) / (time.monotonic() - began)
        log.add(done, value, heard if done % judge_every == 0 or done == stop else None, rate)
        on_progress(Progress(done, stop))
        if done % checkpoint_every == 0 or done == stop or (cancel is not None and cancel.is_set):
            _save(last, recipe, origin, network, average, optimiser, done)
        if cancel is not None:
            cancel.raise_if_set()
    average.habit.copy_(_HABIT * _mean_vector(average, prepared.mixer, stop))
    if prepared.validation is not None:
        heard = judge(average, prepared.validation)
    model = output / "hearing.safetensors"
    facts = {"seed": str(recipe.seed), "steps": str(stop), "clips": str(len(prepared.clips))}
    save_hearing(model, recipe.model, average.state_dict(), facts)
    write_credits(prepared.clips, output / "hearing.credits.csv")
    return HearingTrained(model, heard, len(prepared.clips), prepared.held_out, prepared.findings)


def _prepare(
    recipe: HearingRecipe, sources: Sequence[Path], cache: Path, on_phase: OnPhase | None, cancel: CancelToken | None
) -> _Prepared:
    tell = on_phase or (lambda _: ignore_progress)
    clips = [clip for source in sources for clip in read_source(source)]
    cache.mkdir(parents=True, exist_ok=True)
    config, data = recipe.model, recipe.data
    grammar = Grammar.load()
    with FileLock(cache / "prepare.lock"):
        whole = load_bank(clips, config.sample_rate_hz, cache, tell("Checking and decoding"), cancel)
        train, held = split_validation(whole.clips, data.validation_fraction)
        bank = whole.part(train)
        bands = load_bands(bank, config, cache, tell("Listening"), cancel)
        words = build_vocabulary(bank.clips, grammar)
        encoder = load_encoder(config.encoder)
        vectors = embed(words.texts, encoder.encode, config.encoder, cache, tell("Reading prompts"))
    meaning = meanings(words, grammar)
    mixer = MelMixer(bank, bands, words, config, data, recipe.mixing, recipe.seed)
    prompter = Prompter(words, vectors, grammar, meaning.names, data, recipe.seed)
    # Each class counts once in the middle of all prompts.
    centre = torch.stack([vectors[torch.from_numpy(numbers)].mean(dim=0) for numbers in words.phrases]).mean(dim=0)
    place = {label: i for i, label in enumerate(words.labels)}
    pairs = [e for e in make_examples(whole, held, grammar, data.validation_examples) if set(e.labels) <= place.keys()]
    validation = None
    if pairs:
        classes = np.array([[place[label] for label in pair.labels] for pair in pairs])
        wanted = targets(meaning.table, classes, np.full(classes.shape, YES, np.int8))[:, : len(place)]
        texts = vectors[torch.from_numpy(words.label_prompt)]
        validation = examples([pair.first + pair.second for pair in pairs], wanted, texts, BandPowers(config))
    return _Prepared(bank.clips, len(held), whole.findings, mixer, prompter, meaning, centre, validation)


def _step(network: HearingNetwork, prepared: _Prepared, recipe: HearingRecipe, step: int) -> Tensor:
    """Loss of a step."""
    weights = recipe.loss
    batch = prepared.mixer.batch(step)
    heard = heard_steps(batch, weights.present_db)
    texts = prepared.prompter.draw(step)
    table = prepared.meaning.table
    by_step = torch.from_numpy(targets(table, batch.classes, heard))
    # In the whole mixture a source is heard where it is in one of its steps.
    whole = np.where((heard == YES).any(axis=2), YES, np.where((heard == EITHER).any(axis=2), EITHER, NO))
    by_mixture_np = targets(table, batch.classes, whole.astype(np.int8))
    by_mixture = torch.from_numpy(by_mixture_np)
    network.train()
    with torch.autocast("cpu", torch.bfloat16):
        vectors = network(torch.from_numpy(batch.powers))
    logits = network.logits(vectors, texts)
    pooled = pool(logits)
    loss = weights.steps * yes_or_no(logits, by_step) + weights.mixture * pooled_yes_or_no(pooled, by_mixture)
    loss = loss + weights.contrast * (contrast(logits, by_step) + contrast(torch.logit(pooled, 1e-6), by_mixture))
    if weights.captions:
        captions, wanted = _captions(batch, by_mixture_np, prepared.prompter, step)
        spoken = pool(network.logits(vectors, captions))
        loss = loss + weights.captions * (
            pooled_yes_or_no(spoken, wanted) + contrast(torch.logit(spoken, 1e-6), wanted)
        )
    return loss


def _captions(batch: MelBatch, by_mixture: np.ndarray, prompter: Prompter, step: int) -> tuple[Tensor, Tensor]:
    """Captions of all sources of a batch, and what each mixture has to say of each: of another clip of the same kind
    nobody can tell."""
    row, slot = np.nonzero(batch.clips != EMPTY)
    wanted = np.where(by_mixture[:, batch.classes[row, slot]] == NO, NO, EITHER)
    own = by_mixture[row, batch.classes[row, slot]]
    wanted[row, np.arange(len(row))] = own
    return prompter.captions(step, batch.clips[row, slot]), torch.from_numpy(wanted.astype(np.int8))


def _mean_vector(network: HearingNetwork, mixer: MelMixer, step: int) -> Tensor:
    """Over mixtures that come behind those of the last step."""
    with torch.inference_mode():
        rows = [network(torch.from_numpy(mixer.batch(step + i).powers)).mean(dim=(0, 1)) for i in range(_BATCHES)]
    return torch.stack(rows).mean(dim=0).clone()


def _schedule(step: int, warmup: int, steps: int) -> float:
    if step < warmup:
        return (step + 1) / warmup
    done = (step - warmup) / max(1, steps - warmup)
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * done))


def _follow(average: HearingNetwork, network: HearingNetwork, keep: float) -> None:
    new = network.state_dict()
    for name, value in average.state_dict().items():
        if value.is_floating_point():
            value.lerp_(new[name], 1 - keep)
        else:
            value.copy_(new[name])


def _save(
    path: Path,
    recipe: HearingRecipe,
    began: Mapping[str, str],
    network: HearingNetwork,
    average: HearingNetwork,
    optimiser: torch.optim.Optimizer,
    step: int,
) -> None:
    state = {
        "step": step,
        "recipe": recipe.model_dump_json(),
        "began": dict(began),
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimiser": optimiser.state_dict(),
    }
    partial = path.with_suffix(".part")
    torch.save(state, partial)
    partial.replace(path)


def _resume(
    path: Path,
    recipe: HearingRecipe,
    began: Mapping[str, str],
    network: HearingNetwork,
    average: HearingNetwork,
    optimiser: torch.optim.Optimizer,
) -> int:
    if not path.exists():
        return 0
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        of, step = state["recipe"], int(state["step"])
    except (OSError, RuntimeError, ValueError, KeyError, pickle.UnpicklingError):
        raise AudioSepError(
            "checkpoint-damaged",
            f"'{path.name}' in '{path.parent}' cannot be resumed from.",
            "Remove it to begin anew, or choose another folder with -o.",
        ) from None
    refuse_another_run(of, recipe, path.parent)
    refuse_another_beginning(state.get("began"), began, path.parent)
    network.load_state_dict(state["network"])
    average.load_state_dict(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    logger.info("resuming at step %d", step)
    return step


class _Log:
    """A row every twenty steps and at every judgement."""

    def __init__(self, path: Path, first: int) -> None:
        self._path = path
        if not first or not path.exists():
            with path.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerow(["step", "loss", "recall_at_5", "area", "steps_a_second"])

    def add(self, step: int, loss: float, heard: HeldOut | None, rate: float) -> None:
        if step % 20 and heard is None:
            return
        figures = (f"{heard.recall:.4f}", f"{heard.area:.4f}") if heard else ("", "")
        with self._path.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerow([step, f"{loss:.4f}", *figures, f"{rate:.3f}"])
