"""What a recipe promises before a sample is computed, and the random numbers of one clip."""

from __future__ import annotations

import hashlib
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from audiosep_core.training.made.programs import SOUND_FONT
from audiosep_core.training.made.shaping import Sound

AUTHOR = "made by AudioSep Desktop"
FONT_AUTHOR = "Frank Wen (FluidR3 GM), played by AudioSep Desktop"


@dataclass(frozen=True)
class Sketch:
    """A clip that is decided on: its words and origin are known, its samples come from `render`.

    `render` gives mono float64 at 32 kHz, of any level and of any length above nought.
    """

    label: str
    caption: str
    group: str
    render: Callable[[], Sound]
    details: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Recipe:
    """One way to make clips: clip `index` of `clips` is sketched from random numbers of its own."""

    kind: str
    name: str
    clips: int
    sketch: Callable[[np.random.Generator, int], Sketch]
    programs: tuple[str, ...] = ()

    def count(self, amount: float) -> int:
        """Clips of a set that is `amount` times the ordinary one: at least one."""
        return max(1, round(self.clips * amount))

    def clip(self, seed: int, index: int) -> Sketch:
        """Decide on a clip; the same for the same (seed, kind, name, index), whatever else is made."""
        return self.sketch(clip_random(seed, self.kind, self.name, index), index)

    def source(self, seed: int, index: int, sketch: Sketch) -> str:
        """The recipe in one line, from which the clip can be made anew."""
        facts = {"seed": seed, "index": index, **sketch.details}
        return f"{self.kind}/{self.name}?{urllib.parse.urlencode(facts)}"

    @property
    def credit(self) -> tuple[str, str]:
        """Licence and author of the clips: the sound font's where its samples are heard, else this project's."""
        return ("MIT", FONT_AUTHOR) if SOUND_FONT in self.programs else ("CC0", AUTHOR)


def clip_random(seed: int, kind: str, name: str, index: int) -> np.random.Generator:
    """A generator keyed by seed, recipe and index: order and parallelism change nothing."""
    key = hashlib.sha256(f"{kind}/{name}".encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(key[:8], "big"), index])
