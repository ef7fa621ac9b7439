"""Every text that a run can draw as a prompt, numbered, and their condition vectors, kept on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor

from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import Clip
from audiosep_core.types import OnProgress, Progress, ignore_progress

_BATCH = 256


@dataclass(frozen=True)
class Parent:
    """A wider word ("an animal"): its prompts, the classes it takes in, and those that it may or may not take in."""

    prompts: NDArray[np.int64]
    classes: frozenset[int]
    doubtful: frozenset[int]


@dataclass(frozen=True)
class Vocabulary:
    """Numbered prompts of a set of clips.

    Attributes:
        texts: Prompts; a prompt's number is its place here.
        labels: Classes; a class's number is its place here.
        label_prompt: (classes,) the bare label.
        phrases: Per class, the numbers of what was written for it, the label among them.
        templates: Per class, the numbers of all its phrases, "the sound of …" and its like among them.
        captions: (clips,) the caption of each clip.
        parents: Per class, its parents, nearest first.
        overlapping: Per class, the classes that a prompt for it may mean as well, itself included.
        confusable: Per class, the classes that sound like it.
    """

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    label_prompt: NDArray[np.int64]
    phrases: tuple[NDArray[np.int64], ...]
    templates: tuple[NDArray[np.int64], ...]
    captions: NDArray[np.int64]
    parents: tuple[tuple[Parent, ...], ...]
    overlapping: tuple[frozenset[int], ...]
    confusable: tuple[tuple[int, ...], ...]


def build_vocabulary(clips: Sequence[Clip], grammar: Grammar) -> Vocabulary:
    """Number the prompts of the clips' classes."""
    labels = tuple(sorted({clip.label for clip in clips}))
    known = frozenset(grammar.labels)
    # A class that is a caption (AudioSep's lists) has that caption as its only prompt.
    captioned = {clip.label for clip in clips if clip.label == clip.caption and clip.label not in known}
    phrases = {label: (label,) if label in captioned else grammar.phrases(label) for label in labels}
    plain = {label: (label,) if label in captioned else grammar.plain_phrases(label) for label in labels}
    parents = {label: grammar.parents(label) for label in labels}
    used = sorted({parent for names in parents.values() for parent in names})
    texts = sorted(
        {clip.caption for clip in clips}
        | set(labels)
        | {text for label in labels for text in (*phrases[label], *plain[label])}
        | {text for parent in used for text in grammar.parent_phrases(parent)}
    )
    number = {text: i for i, text in enumerate(texts)}
    place = {label: i for i, label in enumerate(labels)}

    def classes(names: Sequence[str] | frozenset[str]) -> list[int]:
        return sorted(place[name] for name in names if name in place)

    def numbers(prompts: Sequence[str]) -> NDArray[np.int64]:
        return np.array([number[text] for text in dict.fromkeys(prompts)], np.int64)

    wide = {
        name: Parent(
            numbers(grammar.parent_phrases(name)),
            frozenset(classes(grammar.children(name))),
            frozenset(classes(grammar.parent_overlapping(name) - grammar.children(name))),
        )
        for name in used
    }
    return Vocabulary(
        texts=tuple(texts),
        labels=labels,
        label_prompt=np.array([number[label] for label in labels], np.int64),
        phrases=tuple(numbers((label, *plain[label])) for label in labels),
        templates=tuple(numbers(phrases[label]) for label in labels),
        captions=np.array([number[clip.caption] for clip in clips], np.int64),
        parents=tuple(tuple(wide[name] for name in parents[label]) for label in labels),
        overlapping=tuple(frozenset({place[x], *classes(grammar.overlapping(x))}) for x in labels),
        confusable=tuple(tuple(classes(grammar.confusable(label))) for label in labels),
    )


def embed(
    texts: Sequence[str],
    encode: Callable[[Sequence[str]], Tensor],
    encoder_id: str,
    cache: Path,
    on_progress: OnProgress = ignore_progress,
) -> Tensor:
    """Condition vectors of all texts, (texts, condition_size) float32, computed once and kept in `cache`."""
    key = hashlib.sha256("\0".join((encoder_id, *texts)).encode()).hexdigest()[:16]
    path = cache / f"prompts-{key}.safetensors"
    if path.is_file():
        return load_file(path)["conditions"]
    # Texts of like length share a batch: little padding.
    order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
    parts = []
    for start in range(0, len(order), _BATCH):
        parts.append(encode([texts[i] for i in order[start : start + _BATCH]]))
        on_progress(Progress(min(start + _BATCH, len(order)), len(order)))
    conditions = torch.empty_like(torch.cat(parts))
    conditions[torch.tensor(order)] = torch.cat(parts)
    cache.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{key}.part")
    save_file({"conditions": conditions}, partial)
    partial.replace(path)
    return conditions
