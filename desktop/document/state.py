"""What a project is: frozen values, no Qt. Only `Document` makes the next one.

Times are frames of the source, gains are in dB. Track ids are the stems' own and the two names `SOURCE_ID`, `REST_ID`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

StemState = Literal["working", "done", "failed", "cancelled"]
Listening = Literal["stems", "source"]

SOURCE_ID: Literal["source"] = "source"
REST_ID: Literal["rest"] = "rest"

LONGEST_NAME = 1000  # letters; far less than a record takes

MIN_GAIN_DB = -60.0  # the bottom of the fader: silent
MAX_GAIN_DB = 12.0

# Eight hues of similar lightness that read on the dark and the light theme; neighbours in the list are far apart on the
# colour circle, because neighbours in the list are neighbours in the window.
STEM_COLORS = ("#e0794b", "#3f9fd8", "#8fae3b", "#b678d6", "#2fae95", "#d86a92", "#c79a2e", "#7b88e0")


@dataclass(frozen=True)
class Selection:
    """A stretch of the source: frames `start` up to, not including, `end`; a box where it has a band.

    Attributes:
        band_hz: Lowest and highest frequency of a box in the spectrogram; None is everything.

    Raises:
        ValueError: When it is empty or begins before the source, or the band is empty.
    """

    start: int
    end: int
    band_hz: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of frames: {self.start} to {self.end}")
        if self.band_hz is not None and not 0 <= self.band_hz[0] < self.band_hz[1]:
            raise ValueError(f"not a band: {self.band_hz[0]} to {self.band_hz[1]} Hz")


@dataclass(frozen=True)
class Region:
    """A stretch, or a box, that the person keeps: frames `start` up to, not including, `end`."""

    id: str
    start: int
    end: int
    name: str = ""
    band_hz: tuple[float, float] | None = None


@dataclass(frozen=True)
class Source:
    """The opened recording; `frames` may be an estimate until `complete`. `cache` is the header of its sound cache."""

    path: Path
    cache: Path
    rate_hz: int
    channels: int
    frames: int
    complete: bool


@dataclass(frozen=True)
class Track:
    """How the source or the rest is to be heard; `pan` runs from -1, left, to 1, right."""

    gain_db: float = 0.0
    muted: bool = False
    soloed: bool = False
    pan: float = 0.0


@dataclass(frozen=True)
class Recipe:
    """What a stem was asked for with, besides its stretch and its model.

    Attributes:
        prompts: Everything that was asked for together, in the order of the stems; sounds asked for together compete.
        against: "But not": what competes with them and is thrown away.
        like: Frames of the source that stood for what was wanted; the one prompt is only a name then.
        device: Where the network was to run; "auto" is the best that is found.
        backend: What was to run it: "auto", "torch" or "openvino".
        channels: "linked", one mask for all channels, or "independent".
        compete: Whether prompts share out what several of them claim; None: where there are two or more.
        above_band: Whether the stem keeps what lies above the model's own band.
    """

    prompts: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    like: tuple[int, int] | None = None
    device: str = "auto"
    backend: str = "auto"
    channels: str = "linked"
    compete: bool | None = None
    above_band: bool = True

    def only(self, prompt: str) -> Recipe:
        """The recipe that makes this one prompt's stem again: what competed with it still does, and is thrown away."""
        others = tuple(other for other in self.prompts if other != prompt) if self.compete is not False else ()
        against = tuple(dict.fromkeys((*self.against, *others)))
        return replace(self, prompts=(prompt,), against=against)


@dataclass(frozen=True)
class StemTrack:
    """One separated sound over frames `start` to `end` of the source; `progress` runs from 0 to 1.

    Attributes:
        strength: How strictly it is heard cut out: from -1, most natural, by 0, as it was made, to 1, cleanest.
        pan: From -1, left, to 1, right.
        amount: From -1, removed, by 0, as in the recording, to 1, isolated.
        in_sum: Whether it counts in the sum: "Everything else" is the recording minus the stems that do.
        parent: Id of the stem that it was separated from; "" is the recording.
        band_hz: The box it was asked for in; None is everything.
        match: How well what came out matches the words, from 0 to 1; None is unknown.
    """

    id: str
    name: str
    prompt: str
    cache: Path
    start: int
    end: int
    model: str
    gain_db: float = 0.0
    muted: bool = False
    soloed: bool = False
    state: StemState = "working"
    progress: float = 0.0
    color: str = STEM_COLORS[0]
    recipe: Recipe = Recipe()
    strength: float = 0.0
    pan: float = 0.0
    amount: float = 0.0
    in_sum: bool = True
    parent: str = ""
    band_hz: tuple[float, float] | None = None
    match: float | None = None

    @property
    def unfinished(self) -> bool:
        """Whether it was stopped or failed: asked for again, it goes on where it stood."""
        return self.state in ("failed", "cancelled")

    @property
    def has_sound(self) -> bool:
        """Whether some of it was made, and nobody works on it now."""
        return self.state == "done" or (self.unfinished and self.progress > 0)


@dataclass(frozen=True)
class Project:
    """Everything a person edits.

    Attributes:
        regions: Kept stretches, by their start.
        loop: Frames that repeat while looping is on; None is the selection, or everything.
        listening: The A/B switch: the separated tracks, or the recording as it came.
    """

    source: Source | None = None
    source_track: Track = Track()
    rest_track: Track = Track()
    stems: tuple[StemTrack, ...] = ()
    selection: Selection | None = None
    regions: tuple[Region, ...] = ()
    loop: tuple[int, int] | None = None
    export_folder: Path | None = None
    listening: Listening = "stems"

    def stem(self, stem_id: str) -> StemTrack | None:
        """The stem of that id, or None."""
        return next((stem for stem in self.stems if stem.id == stem_id), None)

    @property
    def counted(self) -> tuple[StemTrack, ...]:
        """The stems in the sum: "Everything else" is the recording minus these."""
        return tuple(stem for stem in self.stems if stem.in_sum)

    def place(self, stem_id: str) -> int:
        """A stem's place among the stems, from 0; -1 when it is not there."""
        return next((place for place, stem in enumerate(self.stems) if stem.id == stem_id), -1)

    def track(self, track_id: str) -> Track | StemTrack | None:
        """The row of that id: source, rest, a stem, or None."""
        if track_id == SOURCE_ID:
            return self.source_track
        if track_id == REST_ID:
            return self.rest_track
        return self.stem(track_id)


def new_stem(
    project: Project, *, prompt: str, cache: Path, start: int, end: int, model: str, stem_id: str | None = None
) -> StemTrack:
    """A stem that is about to be separated: a fresh id, the prompt as its name, the colour used least so far."""
    return StemTrack(
        id=stem_id or new_stem_id(),
        name=prompt.strip(),
        prompt=prompt,
        cache=cache,
        start=start,
        end=end,
        model=model,
        color=next_color(project),
    )


def new_stems(
    project: Project,
    recipe: Recipe,
    *,
    caches: Sequence[Path],
    ids: Sequence[str],
    start: int,
    end: int,
    model: str,
    parent: str = "",
    band_hz: tuple[float, float] | None = None,
) -> tuple[StemTrack, ...]:
    """The stems of one request, one a prompt of `recipe`, as `new_stem` makes them."""
    stems: tuple[StemTrack, ...] = ()
    for prompt, cache, stem_id in zip(recipe.prompts, caches, ids, strict=True):
        before = replace(project, stems=(*project.stems, *stems))
        stem = new_stem(before, prompt=prompt, cache=cache, start=start, end=end, model=model, stem_id=stem_id)
        stems = (*stems, replace(stem, recipe=recipe, parent=parent, band_hz=band_hz))
    return stems


def asked_alike(stem: StemTrack, among: Iterable[StemTrack]) -> tuple[StemTrack, ...]:
    """The stopped or failed stems of a request equal to that of `stem`, one a prompt; none unless all are there.

    Args:
        stem: Of the request that is meant.
        among: Where to look; of two for one prompt the first is taken.
    """
    request, prompts = _request(stem), stem.recipe.prompts
    left: dict[str, StemTrack] = {}
    for other in among:
        if other.unfinished and _request(other) == request:
            left.setdefault(other.prompt, other)
    return tuple(left[prompt] for prompt in prompts) if left.keys() >= set(prompts) else ()


def _request(stem: StemTrack) -> tuple[object, ...]:
    return stem.recipe, stem.start, stem.end, stem.model, stem.parent, stem.band_hz


def tidy_name(text: str) -> str:
    """What a person typed as the name of a stem or a region, as a record takes it."""
    return text.replace("\0", "").strip()[:LONGEST_NAME].rstrip()


def new_stem_id() -> str:
    """An id that no other stem has, in this project or another."""
    return uuid.uuid4().hex


def next_color(project: Project) -> str:
    """The palette's colour that the fewest stems have; the first of them."""
    used = [stem.color for stem in project.stems]
    return min(STEM_COLORS, key=used.count)
