"""Writes down the words that a model was trained on, for `audiosep_core.query.words`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from audiosep_core.model.file import save_tensors
from audiosep_core.query.words import FORMAT, KnownWords
from audiosep_core.training.vocabulary import Vocabulary

# The cosine of a phrase with itself, read from a file in half precision.
_THE_SAME = 0.999
# Labels that int16 can number; a list of captions may hold more.
_MOST_SHORT = 2**15


def known_words(vocabulary: Vocabulary, conditions: Tensor) -> KnownWords:
    """Classes and the wider words above them, with their phrases; without templates, which add nothing to tell by.

    Args:
        vocabulary: What the run drew its prompts from.
        conditions: (texts, size) vectors of its texts, of unit length.
    """
    above = {parent.prompts[0]: parent.prompts for parents in vocabulary.parents for parent in parents}
    # A class that bears the name of a wider word is that word already.
    taken = set(vocabulary.label_prompt.tolist())
    wider = [prompts for first, prompts in sorted(above.items()) if int(first) not in taken]
    groups = [*vocabulary.phrases, *wider]
    firsts = [int(number) for number in vocabulary.label_prompt] + [int(prompts[0]) for prompts in wider]
    numbers = torch.tensor([int(number) for group in groups for number in group])
    meaning = torch.tensor([place for place, group in enumerate(groups) for _ in group])
    phrases = conditions[numbers]
    middles = functional.normalize(torch.zeros_like(conditions[firsts]).index_add(0, meaning, phrases), dim=1)
    # Between the label and the middle of its phrases the network answers best: docs/decisions/0011-words.md.
    vectors = functional.normalize(conditions[firsts] + middles, dim=1)
    return KnownWords([vocabulary.texts[n] for n in firsts], vectors, phrases, meaning)


def save_words(path: Path, words: KnownWords) -> None:
    """Half precision is plenty: a cosine is told to three digits."""
    tensors = {
        "label_vectors": words.label_vectors.half(),
        "phrases": words.phrases.half(),
        "meaning": words.meaning.to(torch.int16 if len(words.labels) <= _MOST_SHORT else torch.int32),
    }
    facts = {"format": FORMAT, "labels": json.dumps(list(words.labels), ensure_ascii=False)}
    save_tensors(path, tensors, facts)


def merged(old: KnownWords, new: KnownWords) -> KnownWords:
    """What a model knew, and what it was taught since; a label that both have keeps the phrases of both, each once."""
    labels = list(dict.fromkeys([*old.labels, *new.labels]))
    place = {label: i for i, label in enumerate(labels)}
    vectors = torch.empty(len(labels), old.label_vectors.shape[1])
    meanings = []
    for words in (old, new):
        to = torch.tensor([place[label] for label in words.labels])
        vectors[to] = words.label_vectors
        meanings.append(to[words.meaning])
    before, since = meanings
    known = (new.phrases @ old.phrases.T > _THE_SAME) & (since[:, None] == before)
    fresh = ~known.any(dim=1)
    phrases = torch.cat([old.phrases, new.phrases[fresh]])
    return KnownWords(labels, vectors, phrases, torch.cat([before, since[fresh]]))


def words_of_all(models: Sequence[Path]) -> KnownWords | None:
    """What several models know together; None unless each has its words: a part would draw all others towards it."""
    every = [KnownWords.beside(model) for model in models]
    known = [words for words in every if words is not None]
    return reduce(merged, known) if known and len(known) == len(every) else None
