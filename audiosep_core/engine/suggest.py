"""What is heard in a recording, best first: a vocabulary ranked, relatives told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from audiosep_core.engine.hearing import Ears
from audiosep_core.engine.listener import Heard
from audiosep_core.engine.presence import calibration_of, presence_in
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.types import Presence

# Two words of a vocabulary that the grammar does not know mean the same from this similarity on.
_ALIKE = 0.7
# So clear, against a parent, is a child that is told in its place.
_NEARLY = 0.25
# A relative of something better is told only if in its best moment it is as clear as this, and clearer than the other.
_STANDS_OUT = 0.6


@dataclass(frozen=True)
class Suggestion:
    """A word for something heard: the probability that it is there, and the second where it is clearest."""

    prompt: str
    score: float
    time_s: float


def default_vocabulary(grammar: Grammar | None = None) -> tuple[str, ...]:
    """The grammar's labels and parents."""
    grammar = grammar or Grammar.load()
    return tuple(dict.fromkeys((*grammar.labels, *grammar.parent_names)))


def suggest(
    ears: Ears, heard: Heard, vocabulary: Sequence[str] | None = None, top: int = 10, grammar: Grammar | None = None
) -> list[Suggestion]:
    """Rank a vocabulary.

    Args:
        ears: What listened.
        heard: What it heard.
        vocabulary: Words; None: the grammar's labels and parents.
        top: How many to tell at most.
        grammar: Says which words are relatives.

    Returns:
        Best first, of those that are heard; of relatives only the best, unless another one stands out by itself.
    """
    grammar = grammar or Grammar.load()
    words = list(dict.fromkeys(vocabulary)) if vocabulary is not None else list(default_vocabulary(grammar))
    if not words or len(heard.vectors) == 0:
        return []
    presences = presence_in(ears, heard, words, calibration_of(ears))
    order = sorted(range(len(words)), key=lambda i: (-presences[i].score, words[i]))
    alike = ears.likeness(words) > _ALIKE
    scores = {word: presence.score for word, presence in zip(words, presences, strict=True)}
    told: list[int] = []
    for here in order:
        if len(told) == top:
            break
        if not _is_heard(presences[here]) or _better_said(grammar, words[here], scores):
            continue
        others = [other for other in told if alike[here, other] or _relatives(grammar, words[here], words[other])]
        if all(_stands_out(presences[here], presences[other]) for other in others):
            told.append(here)
    return [_suggestion(words[i], presences[i]) for i in told]


def _suggestion(word: str, presence: Presence) -> Suggestion:
    return Suggestion(word, presence.score, int(np.argmax(presence.track)) * presence.step_s)


def _is_heard(presence: Presence) -> bool:
    """At least weakly; scores that nobody measured only rank, and count wherever there is any sound."""
    return presence.verdict != "not found" if presence.calibrated else bool(presence.track.any())


def _stands_out(presence: Presence, other: Presence) -> bool:
    best = int(np.argmax(presence.track))
    return bool(presence.track[best] >= _STANDS_OUT and presence.track[best] > 2 * other.track[best])


def _relatives(grammar: Grammar, one: str, other: str) -> bool:
    """Whether one of two words of the grammar may be said of the other's sound."""
    return (
        other in _meant(grammar, one)
        or one in _meant(grammar, other)
        or bool(_wide(grammar, one) & _wide(grammar, other))
    )


def _meant(grammar: Grammar, word: str) -> frozenset[str]:
    """Labels that a word may mean."""
    narrow = grammar.overlapping(word)
    return narrow | grammar.parent_overlapping(word) if word in grammar.parent_names else narrow


def _wide(grammar: Grammar, word: str) -> frozenset[str]:
    """Labels below a parent; nothing for a label."""
    return grammar.children(word) if word in grammar.parent_names else frozenset()


def _better_said(grammar: Grammar, word: str, scores: dict[str, float]) -> bool:
    """Whether something below a parent is heard nearly as clearly: then that is what to tell.

    A parent takes the chances of all its children, so that it is always the likelier word, and the less useful one.
    """
    return any(scores.get(child, 0.0) >= _NEARLY * scores[word] for child in _wide(grammar, word) - {word})
