"""A project with a source and two stems, and a way to count signals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.document.document import Document
from desktop.document.state import Source, StemTrack, new_stem


def make_source(frames: int = 48_000) -> Source:
    return Source(Path("rain.wav"), Path("rain.json"), 48_000, 2, frames, True)


def make_stem(document: Document, prompt: str, stem_id: str | None = None) -> StemTrack:
    return new_stem(
        document.state,
        prompt=prompt,
        cache=Path(f"{prompt}.json"),
        start=0,
        end=48_000,
        model="starter",
        stem_id=stem_id,
    )


@pytest.fixture
def document(qapp: object) -> Document:
    document = Document()
    document.open_source(make_source())
    return document


@pytest.fixture
def with_stems(document: Document) -> Document:
    document.add_stem(make_stem(document, "a dog barking", "dog"))
    document.add_stem(make_stem(document, "rain", "rain"))
    return document


class Heard:
    """The signals of a document in the order in which they came."""

    def __init__(self, document: Document) -> None:
        self.names: list[str] = []
        for name in ("source_changed", "stems_changed", "stem_changed", "selection_changed", "mix_changed"):
            getattr(document, name).connect(self._note(name))

    def _note(self, name: str) -> Callable[..., None]:
        return lambda *_: self.names.append(name)

    def take(self) -> list[str]:
        names, self.names = self.names, []
        return names


@pytest.fixture
def heard(with_stems: Document) -> Heard:
    return Heard(with_stems)


@pytest.fixture
def another_stem() -> Callable[..., StemTrack]:
    return make_stem


@pytest.fixture
def another_source() -> Callable[..., Source]:
    return make_source
