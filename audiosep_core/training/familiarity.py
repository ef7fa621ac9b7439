"""Fits how much a prompt's distance to the trained words says about the separation that it will get."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.audio.metrics import sdr_db
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.presence import ALONE
from audiosep_core.engine.separator import Separator
from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.model.file import save_tensors
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.query.familiarity import FORMAT, Familiarity, features
from audiosep_core.query.words import TowardKnownWords
from audiosep_core.training.clips import load_bank
from audiosep_core.training.hearing.logistic import fit_logistic
from audiosep_core.training.sources import read_source
from audiosep_core.training.split import split_validation
from audiosep_core.training.validation import make_examples
from audiosep_core.types import OnProgress, Progress, ignore_progress

RATE_HZ = 32_000
# Half the mixture, which is no answer.
_POOR_DB = 3.0


@dataclass(frozen=True)
class Fitted:
    """Labels, vectors (2, labels, size) and weights of a `Familiarity`; the prompts they were fitted on."""

    labels: tuple[str, ...]
    vectors: Tensor
    weights: tuple[float, float, float]
    prompts: int


def known_vectors(labels: Sequence[str], grammar: Grammar, encode: Callable[[Sequence[str]], Tensor]) -> Tensor:
    """(2, labels, size): each label, and the middle of all that was written for it."""
    middles = [functional.normalize(encode(grammar.plain_phrases(label)).mean(dim=0), dim=0) for label in labels]
    return torch.stack([encode(list(labels)), torch.stack(middles)])


def fit_familiarity(
    separator: Separator,
    sources: Sequence[Path],
    cache: Path,
    fraction: float = 0.04,
    mixtures: int = 60,
    seed: int = 1,
    words: Path | None = None,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
) -> Fitted:
    """Fit on mixtures of clips held out: each sound asked for by its label, a caption, and words trained on by nobody.

    Args:
        separator: The model.
        sources: What it was trained on. fraction: The share that its recipe holds out.
        cache: Folder of decoded clips.
        mixtures: How many. seed: Of the draw.
        words: CSV (label, phrase) of words not in the grammar; None: the ones that ship.

    Raises:
        AudioSepError: too little is held out.  Cancelled: the token was set.
    """
    whole = load_bank([c for source in sources for c in read_source(source)], RATE_HZ, cache, cancel=cancel)
    train, held = split_validation(whole.clips, fraction)
    grammar = Grammar.load()
    pairs = make_examples(whole, held, grammar, mixtures, seed)
    if len(pairs) < 10:
        raise AudioSepError("too-few-clips", "Too few clips are held out to fit on.")
    labels = tuple(sorted({whole.clips[i].label for i in train}))
    # As people say it: the separator's own way of asking draws it towards what is known, which hides how far it was.
    encoder = separator.encoder.encoder if isinstance(separator.encoder, TowardKnownWords) else separator.encoder
    vectors = known_vectors(labels, grammar, encoder.encode)
    fresh = read_words(words or resource("evaluation", "validation_words.csv"))
    captions = {whole.clips[i].label: whole.clips[i].caption for i in held}
    prompts: list[str] = []
    gains: list[float] = []
    for done, pair in enumerate(pairs, start=1):
        if cancel is not None:
            cancel.raise_if_set()
        mixture = pair.first + pair.second
        for sound, label in zip((pair.first, pair.second), pair.labels, strict=True):
            asked = [label, captions.get(label, label), *fresh.get(label, ())]
            for stem in separator.separate(mixture, RATE_HZ, asked, options=ALONE).stems:
                gains.append(sdr_db(sound, stem.audio) - sdr_db(sound, mixture))
            prompts += asked
        on_progress(Progress(done, len(pairs)))
    known = Familiarity(labels, vectors, (0.0, 0.0, 0.0), encoder)
    near, lead = features(known.similarities(encoder.encode(prompts)))
    columns = np.column_stack([near.numpy(), lead.numpy()]).astype(np.float64)
    beta = fit_logistic(columns, (np.array(gains) > _POOR_DB).astype(np.float64))
    return Fitted(labels, vectors, (float(beta[0]), float(beta[1]), float(beta[2])), len(prompts))


def save_familiarity(path: Path, fitted: Fitted) -> None:
    """Write what `Familiarity.load` reads, in half precision."""
    facts = {"labels": json.dumps(fitted.labels), "weights": json.dumps([round(w, 4) for w in fitted.weights])}
    save_tensors(path, {"vectors": fitted.vectors.half()}, {"format": FORMAT, **facts})


def read_words(path: Path) -> dict[str, tuple[str, ...]]:
    """Phrases by label.

    Raises:
        AudioSepError: the file cannot be read.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            found: dict[str, list[str]] = {}
            for row in csv.DictReader(file):
                found.setdefault(row["label"], []).append(row["phrase"])
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise AudioSepError("list-unknown", f"'{path.name}' is not a list of labels and phrases: {error}.") from None
    return {label: tuple(phrases) for label, phrases in found.items()}
