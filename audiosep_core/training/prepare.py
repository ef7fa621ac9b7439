"""From a recipe and data sources to everything that a run needs before its first step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from filelock import FileLock
from torch import Tensor

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.model.imports import companions
from audiosep_core.model.loaded import load
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.query.encoders import load_encoder
from audiosep_core.training.clips import Clip, ClipBank, Finding, load_bank
from audiosep_core.training.planner import Planner
from audiosep_core.training.recipe import Recipe
from audiosep_core.training.render import Renderer, fits_on
from audiosep_core.training.sources import read_source
from audiosep_core.training.split import split_validation
from audiosep_core.training.validation import Validation, make_examples
from audiosep_core.training.vocabulary import Vocabulary, build_vocabulary, embed
from audiosep_core.types import OnProgress, ignore_progress

OnPhase = Callable[[str], OnProgress]


@dataclass(frozen=True)
class Prepared:
    """A run before its first step.

    Attributes:
        recipe: Its network is the initial model's where there is one.
        bank: The clips to train on.
        vocabulary, conditions: Their prompts, and those prompts' vectors.
        validation: Mixtures of the clips held out; empty where none could be.
        held_out: Those clips.
        findings: What was wrong with clips, used or not.
        initial: Weights to begin with.
        companions: What the model's file holds beside its network, CLAP's text tower for example.
    """

    recipe: Recipe
    bank: ClipBank
    vocabulary: Vocabulary
    conditions: Tensor
    validation: Validation
    held_out: tuple[Clip, ...]
    findings: tuple[Finding, ...]
    initial: Mapping[str, Tensor] | None
    companions: Mapping[str, Tensor]

    def planner(self, rank: int) -> Planner:
        """Of one of the processes that train together."""
        recipe = self.recipe
        return Planner(self.bank, recipe.data, recipe.mixing, self.vocabulary, recipe.seed, rank)

    def renderer(self, device: torch.device) -> Renderer:
        """On the device where the run trains."""
        frames = round(self.recipe.data.segment_s * self.bank.sample_rate_hz)
        resident = fits_on(device, self.bank, self.conditions)
        return Renderer(self.bank, self.conditions, frames, self.recipe.data.condition_noise, device, resident)


def prepare(
    recipe: Recipe,
    sources: Sequence[Path],
    cache: Path,
    init: str | None = None,
    on_phase: OnPhase | None = None,
    cancel: CancelToken | None = None,
) -> Prepared:
    """Read, check, decode and embed; what was done before for the same data is taken from `cache`.

    Args:
        recipe: What to train.
        sources: Manifests, AudioSep JSON lists, or folders of folders; see `read_source`.
        cache: Folder of decoded clips and embedded prompts.
        init: Name or path of the model to begin with.
        on_phase: Told what is being done.
        cancel: Stops between two clips.

    Raises:
        AudioSepError: nothing to train on, or the model to begin with cannot be used.
    """
    tell = on_phase or (lambda _: ignore_progress)
    model = load(init) if init is not None else None
    if model is not None:
        recipe = recipe.with_model(model.config)
    elif recipe.model.encoder == "clap":
        raise AudioSepError(
            "encoder-missing",
            "This recipe's words go through CLAP, which comes out of a published model's file.",
            "Name one to begin with: --init audiosep-base, or the path of its checkpoint.",
        )
    clips = [clip for source in sources for clip in read_source(source)]
    cache.mkdir(parents=True, exist_ok=True)
    # Processes that start together decode once.
    with FileLock(cache / "prepare.lock"):
        whole = load_bank(clips, recipe.model.sample_rate_hz, cache, tell("Checking and decoding"), cancel)
        data = recipe.data
        train, held = split_validation(whole.clips, data.validation_fraction, every_class=data.validation_every_class)
        grammar = Grammar.load()
        examples = make_examples(whole, held, grammar, data.validation_examples)
        bank = whole.part(train)
        vocabulary = build_vocabulary(bank.clips, grammar)
        encoder = load_encoder(recipe.model.encoder, model)
        asked = sorted({label for example in examples for label in example.labels})
        texts = (*vocabulary.texts, *(label for label in asked if label not in set(vocabulary.texts)))
        # Every CLAP is another one: its model's file tells which.
        stamp = "" if model is None or recipe.model.encoder == "minilm" else str(_stamp(model.path))
        vectors = embed(texts, encoder.encode, recipe.model.encoder + stamp, cache, tell("Reading prompts"))
    number = {text: i for i, text in enumerate(texts)}
    validation = Validation(examples, {label: vectors[number[label]] for label in asked})
    conditions = vectors[: len(vocabulary.texts)]
    held_out = tuple(whole.clips[i] for i in held)
    initial = model.network.state_dict() if model is not None else None
    beside = companions(model.path) if model is not None and recipe.model.encoder == "clap" else {}
    return Prepared(recipe, bank, vocabulary, conditions, validation, held_out, whole.findings, initial, beside)


def _stamp(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return str(path.resolve()), status.st_size, status.st_mtime_ns
