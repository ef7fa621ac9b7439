"""The words for a sound: its label, synonyms, plurals and verbs, and the wider words that take it along with others.

The data lie in resources/prompts: an entry a label, a table of parents, and templates. Nothing here knows a sound.
"""

from __future__ import annotations

import re
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource

Kind = Literal["count", "mass", "doing", "sentence"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_LINKS = ("parents", "confusable", "overlaps")
# "a unicycle", "a ukulele", "a european siren", "a one-note tune"; "an hour", "an 808 kick".
_VOWEL = re.compile(r"(?!uni(?!n)|uk|us[ei]|eu|one\b|once\b)[aeiou]|hour|honest|8|1[18]\b", re.IGNORECASE)
# "the sound of wind noise" says it twice.
_SOUND = re.compile(r"\b(?:sound|noise)s?\b")


def with_article(noun: str) -> str:
    """The noun behind "a" or "an", whichever its first sound asks for."""
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


def plain(phrase: str) -> str:
    """A phrase without case and punctuation, by which two phrases are compared."""
    return " ".join(re.sub(r"[^\w\s]|_", " ", phrase.lower().replace("'", "")).split())


@dataclass(frozen=True)
class _Parent:
    parents: tuple[str, ...]
    phrases: tuple[str, ...]
    children: frozenset[str]


@dataclass(frozen=True)
class _Label:
    parents: tuple[str, ...]
    plain_phrases: tuple[str, ...]
    phrases: tuple[str, ...]
    confusable: tuple[str, ...]
    overlaps: frozenset[str]


@dataclass(frozen=True)
class Grammar:
    """Every prompt there is for every label. Phrases are lower case, unique within a label and always in one order."""

    _labels: Mapping[str, _Label]
    _parents: Mapping[str, _Parent]
    _unknown: tuple[str, ...]

    @classmethod
    def load(cls, path: Path | None = None) -> Grammar:
        """Read all TOML files of a folder (None: the grammar that ships with the program).

        Raises:
            AudioSepError: a file is missing or malformed, names an unknown label or parent, or contradicts another.
        """
        return _Builder(path if path is not None else resource("prompts")).grammar()

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels that have an entry, sorted."""
        return tuple(sorted(self._labels))

    @property
    def parent_names(self) -> tuple[str, ...]:
        """All parents, sorted."""
        return tuple(sorted(self._parents))

    def plain_phrases(self, label: str) -> tuple[str, ...]:
        """The label and what was written for it, without what templates make of that."""
        entry = self._labels.get(label)
        return entry.plain_phrases if entry else (_cleaned(label),)

    def phrases(self, label: str) -> tuple[str, ...]:
        """Every prompt for the label itself, the label first; for a label without an entry, generic forms of it."""
        entry = self._labels.get(label)
        if entry:
            return entry.phrases
        name = _cleaned(label)
        return _unique([name, *(template.format(name) for template in self._unknown)])

    def parents(self, label: str) -> tuple[str, ...]:
        """Parents of a label, nearest first; none for a label without an entry."""
        entry = self._labels.get(label)
        return entry.parents if entry else ()

    def parent_phrases(self, parent: str) -> tuple[str, ...]:
        """Prompts that take every child of the parent.

        Raises:
            KeyError: no such parent.
        """
        return self._parents[parent].phrases

    def children(self, parent: str) -> frozenset[str]:
        """All labels below a parent, at any depth.

        Raises:
            KeyError: no such parent.
        """
        return self._parents[parent].children

    def overlapping(self, label: str) -> frozenset[str]:
        """Labels that a prompt for this one may fairly mean too, itself among them; symmetric."""
        entry = self._labels.get(label)
        return entry.overlaps if entry else frozenset({label})

    def parent_overlapping(self, parent: str) -> frozenset[str]:
        """The children and all that overlaps one of them: what is outside may stand against a prompt for the parent.

        Raises:
            KeyError: no such parent.
        """
        return frozenset().union(*(self.overlapping(child) for child in self.children(parent)))

    def confusable(self, label: str) -> tuple[str, ...]:
        """Labels that sound alike and are something else, sorted; symmetric."""
        entry = self._labels.get(label)
        return entry.confusable if entry else ()

    def all_phrases(self, labels: Iterable[str]) -> tuple[str, ...]:
        """Every phrase that a run over these labels can draw, parents' phrases included, each once."""

        def every() -> Iterator[str]:
            above: dict[str, None] = {}
            for label in labels:
                yield from self.phrases(label)
                above.update(dict.fromkeys(self.parents(label)))
            for parent in above:
                yield from self.parent_phrases(parent)

        return _unique(every())


class _Builder:
    """Reads the files, checks them against each other and resolves what is written once into both directions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[str, dict[str, tuple[str, ...]]] = {}
        self.parents: dict[str, dict[str, tuple[str, ...]]] = {}
        self.templates: dict[str, tuple[str, ...]] = {}
        self.withheld: frozenset[str] = frozenset()
        files = sorted(folder.glob("*.toml"))
        if not files:
            raise _wrong(f"There is no grammar of prompts in '{folder}'")
        for file in files:
            self._read(file)
        missing = [kind for kind in (*KINDS, "unknown") if kind not in self.templates]
        if missing:
            raise _wrong(f"The grammar has no templates for {', '.join(missing)}")

    def _read(self, file: Path) -> None:
        try:
            data = tomllib.loads(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise _wrong(f"'{file.name}' could not be read: {error}") from None
        for name, table in data.items():
            where = f"'{name}' in '{file.name}'"
            if name == "parents":
                for parent, entry in table.items():
                    self.parents[parent] = _lists(entry, ("parents", "phrases"), f"Parent '{parent}'")
            elif name == "templates":
                self.templates.update(_lists(table, (*KINDS, "unknown"), where))
            elif name == "withheld":
                self.withheld = frozenset(map(plain, _lists(table, ("phrases",), where).get("phrases", ())))
            elif name in self.entries:
                raise _wrong(f"{where} has an entry elsewhere too")
            else:
                self.entries[name] = _lists(table, (*_LINKS, *KINDS), where)

    def grammar(self) -> Grammar:
        self._check_names()
        ancestors = {parent: self._above(parent, entry) for parent, entry in self.parents.items()}
        lines = {label: self._above(label, entry) for label, entry in self.entries.items()}
        for parent, above in ancestors.items():
            if parent in above:
                raise _wrong(f"The parent '{parent}' is above itself")
        children = {
            parent: frozenset(label for label, above in lines.items() if parent in above) for parent in self.parents
        }
        for parent, below in children.items():
            if not below or not self.parents[parent].get("phrases"):
                raise _wrong(f"The parent '{parent}' has no labels or no phrases")
        overlaps = self._both_ways("overlaps")
        for umbrella in self.entries.keys() & self.parents.keys():
            for child in children[umbrella]:
                overlaps[umbrella].add(child)
                overlaps[child].add(umbrella)
        confusable = self._both_ways("confusable")
        for label in self.entries:
            both = confusable[label] & (overlaps[label] | {label})
            if both:
                raise _wrong(f"'{label}' and {_names(both)} are called confusable, and overlap")
        labels = {
            label: _Label(
                lines[label],
                self._plain(label),
                self._expanded(label),
                tuple(sorted(confusable[label])),
                frozenset(overlaps[label] | {label}),
            )
            for label in self.entries
        }
        parents = {
            parent: _Parent(ancestors[parent], self._kept(entry["phrases"]), children[parent])
            for parent, entry in self.parents.items()
        }
        return Grammar(MappingProxyType(labels), MappingProxyType(parents), self.templates["unknown"])

    def _check_names(self) -> None:
        for name, entry in [*self.entries.items(), *self.parents.items()]:
            for key, known in (
                ("parents", self.parents),
                ("confusable", self.entries),
                ("overlaps", self.entries),
            ):
                unknown = set(entry.get(key, ())) - known.keys()
                if unknown:
                    raise _wrong(f"'{name}' names unknown {key}: {_names(unknown)}")

    def _above(self, name: str, entry: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = deque(entry.get("parents", ()))
        while waiting:
            parent = waiting.popleft()
            if parent not in found:
                found[parent] = None
                waiting.extend(self.parents[parent].get("parents", ()))
        return tuple(found)

    def _both_ways(self, key: str) -> dict[str, set[str]]:
        links: dict[str, set[str]] = {label: set() for label in self.entries}
        for label, entry in self.entries.items():
            for other in entry.get(key, ()):
                links[label].add(other)
                links[other].add(label)
        return links

    def _kept(self, phrases: Iterable[str]) -> tuple[str, ...]:
        return _unique(phrase for phrase in phrases if plain(phrase) not in self.withheld)

    def _plain(self, label: str) -> tuple[str, ...]:
        entry = self.entries[label]
        written = self._kept(phrase for kind in KINDS for phrase in entry.get(kind, ()))
        # A label is what a class is called, in the examination too: it is never withheld.
        return _unique([label, *written])

    def _expanded(self, label: str) -> tuple[str, ...]:
        made = [
            template.format(phrase, a=with_article(phrase))
            for kind in KINDS
            for phrase in self._kept(self.entries[label].get(kind, ()))
            for template in self.templates[kind]
            if not (_SOUND.search(template) and _SOUND.search(phrase))
        ]
        return _unique([*self._plain(label), *self._kept(made)])


def _lists(table: Any, keys: tuple[str, ...], where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise _wrong(f"{where} is not a table")
    unknown = table.keys() - set(keys)
    if unknown:
        raise _wrong(f"{where} has unknown keys: {_names(unknown)}")
    for key, value in table.items():
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise _wrong(f"{where}: '{key}' is not a list of phrases")
        if key in KINDS and any(item != item.lower() for item in value):
            raise _wrong(f"{where}: '{key}' has capital letters")
        if len(set(value)) != len(value):
            raise _wrong(f"{where}: '{key}' says something twice")
    return {key: tuple(value) for key, value in table.items()}


def _cleaned(label: str) -> str:
    return " ".join(label.replace("_", " ").lower().split())


def _unique(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrases))


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


def _wrong(what: str) -> AudioSepError:
    return AudioSepError("grammar-wrong", f"{what}.", "Mend the files in resources/prompts, or reinstall.")
