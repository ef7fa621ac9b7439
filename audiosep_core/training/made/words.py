"""The tables of `resources/made`: which sounds there are, under which labels, in which words."""

from __future__ import annotations

import functools
import tomllib
from typing import Any

import numpy as np

from audiosep_core.library.resources import resource


@functools.cache
def table(name: str) -> dict[str, Any]:
    """Contents of `resources/made/NAME.toml`; not to be changed."""
    with resource("made", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def pick(random: np.random.Generator, choices: list[str]) -> str:
    """One of several wordings."""
    return choices[int(random.integers(len(choices)))]


def with_article(noun: str) -> str:
    """ "an oboe", "a flute"; by the letter, which is right for every name in the tables but the listed ones."""
    vowel = noun[0].lower() in "aeio" or (noun[0].lower() == "u" and not noun.lower().startswith(("uku", "uni")))
    return f"{'an' if vowel else 'a'} {noun}"


def capital(sentence: str) -> str:
    """The first letter made large."""
    return sentence[0].upper() + sentence[1:]
