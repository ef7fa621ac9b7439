"""Completion of what is typed, from the words that the program knows: offline, and kind to small mistakes."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from audiosep_core.library.resources import resource
from audiosep_core.prompts.grammar import Grammar

_FUZZY_FROM = 4
"""Letters from which on a word may be mistyped: shorter ones are near to everything."""
_LONG = 8
"""Letters from which on two mistakes are forgiven."""
_ARTICLE = re.compile(r"^(?:an?|the|der|die|das|eine?|un|una|unos|unas|el|la|los|las)\s+(?=\S)")
_EXACT, _PREFIX, _WORD, _INSIDE, _TYPO = range(5)


@dataclass(frozen=True)
class Completion:
    """A prompt that what is typed may become.

    Attributes:
        prompt: English words, as the model wants them.
        said: The words in the person's language that stand for it; the prompt itself in English.
    """

    prompt: str
    said: str


@dataclass(frozen=True)
class _Entry:
    said: str
    plain: str
    words: tuple[str, ...]
    prompt: str
    rank: int


def complete(text: str, language: str = "en", top: int = 8) -> tuple[Completion, ...]:
    """What a person may be about to type, best first: whole prefixes, words that begin so, parts, small typos.

    Args:
        text: What is typed so far; nothing for a blank.
        language: Code of the person's language; English is always searched too.
        top: How many at most, each prompt once.
    """
    typed = _plain(text)
    if not typed:
        return ()
    entries = _entries(language)
    found = {entry: kind for entry in entries if (kind := _match(typed, entry)) is not None}
    if len(found) < top:
        parts = [_meant(part, language) for part in typed.split()]
        for entry in entries:
            if all(not near.isdisjoint(entry.words) for near in parts):
                found.setdefault(entry, _TYPO)
    best: dict[str, _Entry] = {}
    ordered = sorted(found, key=lambda entry: (found[entry], entry.rank, len(entry.said), entry.said))
    for entry in ordered:
        best.setdefault(entry.prompt, entry)
    return tuple(Completion(entry.prompt, entry.said) for entry in list(best.values())[:top])


def translate(text: str, language: str) -> str | None:
    """The English prompt for words of another language, None where the tables do not know them."""
    plain = _plain(text)
    return next((entry.prompt for entry in _entries(language) if entry.plain == plain and entry.rank < _ENGLISH), None)


def knows(text: str) -> bool:
    """Whether a word of it, at least one, is among the English ones that the program knows."""
    return not _words("en").isdisjoint(_plain(text).split())


def foreign(text: str) -> str | None:
    """The English prompt for words of any language that there is a table for; None where English knows one of them."""
    prompt = next(filter(None, (_of_tables(language).get(_plain(text)) for language in _languages())), None)
    return None if prompt is None or knows(text) else prompt


_ENGLISH = 1


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem.removeprefix("words_") for path in resource("translations").glob("words_*.toml")))


@cache
def _of_tables(language: str) -> Mapping[str, str]:
    return {_plain(said): prompt for said, prompt in _shipped(language).items()}


@cache
def _shipped(language: str) -> Mapping[str, str]:
    """The language's words that come with the program, and their prompts; none for most languages."""
    path = resource("translations", f"words_{language}.toml")
    if not language.isalpha() or not path.is_file():
        return {}
    return {word: prompt for prompt, words in tomllib.loads(path.read_text("utf-8")).items() for word in words}


@cache
def _entries(language: str) -> tuple[_Entry, ...]:
    grammar = Grammar.load()
    entries = [_entry(said, prompt, 0) for said, prompt in _shipped(language).items()]
    known: set[str] = set()
    for name in (*grammar.labels, *grammar.parent_names):
        phrases = grammar.plain_phrases(name) if name in grammar.labels else grammar.parent_phrases(name)
        for place, phrase in enumerate(dict.fromkeys((name, *phrases))):
            if phrase not in known:
                known.add(phrase)
                entries.append(_entry(phrase, phrase, _ENGLISH + bool(place)))
    return tuple(entries)


def _entry(said: str, prompt: str, rank: int) -> _Entry:
    plain = _plain(said)
    return _Entry(said, plain, tuple(plain.split()), prompt, rank)


def _match(typed: str, entry: _Entry) -> int | None:
    if typed not in entry.plain:
        return None
    if entry.plain.startswith(typed):
        return _EXACT if entry.plain == typed else _PREFIX
    return _WORD if f" {typed}" in entry.plain else _INSIDE


@lru_cache(maxsize=256)
def _meant(part: str, language: str) -> frozenset[str]:
    """Words of the vocabulary that a typed one may mean."""
    return frozenset(word for word in _words(language) if _near(part, word))


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(word for entry in _entries(language) for word in entry.words)


def _near(part: str, word: str) -> bool:
    """Whether a typed word is another one's beginning, or that with one mistake (two in long ones)."""
    if word.startswith(part):
        return True
    if len(part) < _FUZZY_FROM or part[0] != word[0] or len(word) < len(part) - 1:
        return False
    allowed = 1 if len(part) < _LONG else 2
    # The typed word may be unfinished: it is held against as much of the other one as may be meant.
    return any(_distance(part, word[:length], allowed) <= allowed for length in range(len(part) - 1, len(part) + 2))


def _distance(one: str, other: str, limit: int) -> int:
    """Edits from one to the other, a swap of neighbours is one (optimal string alignment); > `limit` where more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, opposite in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _plain(text: str) -> str:
    """Lower case, one blank, no accents, no articles before it."""
    letters = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = " ".join(re.sub(r"[^\w\s]|_", " ", bare).split())
    return _ARTICLE.sub("", words)
