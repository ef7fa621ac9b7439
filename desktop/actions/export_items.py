"""From what a person ticked to what the media process writes: stretches, names, and the mix as it is heard."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from audiosep_core.audio.names import safe_name
from desktop.actions.export_formats import FORMATS, FileFormat
from desktop.actions.placed_stem import placed_stem
from desktop.document.audible import audible, balance, pans
from desktop.document.state import REST_ID, SOURCE_ID, Project, Source

if TYPE_CHECKING:
    from audiosep_core.audio.item_sound import Channels
    from audiosep_core.audio.write import Conflict

MIX_ID = "mix"
DEFAULT_TEMPLATE = "{source} ({name})"
FIELDS = ("source", "name", "prompt", "n", "model", "start", "date", "region")
_FIELD = re.compile(r"\{(" + "|".join((*FIELDS, "track", "stem")) + r")\}")

Range = Literal["whole", "selection", "loop", "regions"]
Peaks = Literal["clip", "warn", "reduce"]


@dataclass(frozen=True)
class Words:
    """What files of tracks without a name of their own are called.

    Attributes:
        rest: Everything else; in English in every language, for files are passed on.
        mix: What is heard.
        recording: The recording.
    """

    rest: str = "everything else"
    mix: str = "mix"
    recording: str = "recording"


@dataclass(frozen=True)
class ExportChoice:
    """What the person asked for.

    Attributes:
        track_ids: Of stems, and perhaps "rest", "mix" and "source".
        folder: Where to.
        format: How samples are stored.
        template: Of the files' names.
        range: Which part of the recording.
        same_length: Whether every file has the whole range, with silence where a stem has nothing.
        rate_hz: Frames a second, 0 as the recording.
        channels: "same", "mono" or "stereo".
        peaks: What becomes of what is too loud for the format.
        conflict: What becomes of files that are there already.
        copy_tags: Whether tags and cover of the recording are carried over.
        time_stamp: Whether WAV files say where in the recording they begin.
        only_band: Whether of a box, a selection or a region with a band, only its band is written.
    """

    track_ids: tuple[str, ...]
    folder: Path
    format: FileFormat = FORMATS[0]
    template: str = DEFAULT_TEMPLATE
    range: Range = "whole"
    same_length: bool = False
    rate_hz: int = 0
    channels: Channels = "same"
    peaks: Peaks = "warn"
    conflict: Conflict = "number"
    copy_tags: bool = True
    time_stamp: bool = False
    only_band: bool = True


@dataclass(frozen=True)
class Span:
    """A stretch that becomes files: frames of the recording, a region's name or number, "" for the others, a band."""

    start: int
    end: int
    name: str = ""
    band_hz: tuple[float, float] | None = None


@dataclass(frozen=True)
class NameParts:
    """What the fields of a template stand for."""

    source: str
    name: str
    prompt: str = ""
    number: int = 1
    model: str = ""
    start_s: float = 0.0
    region: str = ""
    day: date | None = None


def file_name(template: str, parts: NameParts) -> str:
    """A file's name without suffix, safe on every system.

    Args:
        template: May hold {source} or {track}, {name} or {stem}, {prompt}, {n}, {model}, {start}, {date} and {region};
            blank it is the default. A region that it does not name is added.
        parts: What they stand for.
    """
    minutes, seconds = divmod(round(parts.start_s * 1000), 60_000)
    values = {
        "source": parts.source,
        "track": parts.source,
        "name": parts.name,
        "stem": parts.name,
        "prompt": parts.prompt,
        "n": f"{parts.number:02d}",
        "model": parts.model,
        "start": f"{minutes:02d}m{seconds / 1000:06.3f}s",
        "date": (parts.day or date.today()).isoformat(),
        "region": parts.region,
    }
    template = template.strip() or DEFAULT_TEMPLATE
    # One pass: a recording that is called "{name}" stays what it is.
    text = _FIELD.sub(lambda found: values[found[1]], template)
    if parts.region and "{region}" not in template:
        text = f"{text} – {parts.region}"
    return safe_name(text)


def spans(project: Project, wanted: Range) -> tuple[Span, ...]:
    """The stretches of a range, none where there is no such thing."""
    source = project.source
    if source is None:
        return ()
    found: tuple[Span, ...] = (Span(0, source.frames),)
    if wanted == "selection":
        chosen = project.selection
        found = (Span(chosen.start, chosen.end, band_hz=chosen.band_hz),) if chosen else ()
    elif wanted == "loop":
        found = (Span(*project.loop),) if project.loop else ()
    elif wanted == "regions":
        found = tuple(
            Span(region.start, region.end, region.name or f"{number:02d}", region.band_hz)
            for number, region in enumerate(project.regions, start=1)
        )
    return tuple(replace(span, end=min(span.end, source.frames)) for span in found if span.start < source.frames)


def export_items(project: Project, choice: ExportChoice, words: Words | None = None) -> list[dict[str, Any]]:
    """The items of the media process's "export" message, none where the range holds nothing of what was ticked."""
    source, words = project.source, words or Words()
    if source is None:
        return []
    is_video = choice.format.container == "video"
    same_length = choice.same_length or is_video
    items = []
    for span in spans(project, "whole" if is_video else choice.range):
        band = {"band_hz": list(span.band_hz)} if choice.only_band and span.band_hz else {}
        for number, stem in enumerate(project.stems, start=1):
            low, high = max(span.start, stem.start), min(span.end, stem.end)
            if stem.id not in choice.track_ids or not (low < high or same_length):
                continue
            start, end = (span.start, span.end) if same_length else (low, high)
            parts = _parts(source, stem.name, stem.prompt, number, stem.model, start, span.name)
            name = file_name(choice.template, parts)
            items.append({"kind": "stem", "name": name, "title": stem.name, "start": start, "end": end})
            items[-1] |= placed_stem(project, stem) | band
        stretch = {"source": source.cache, "start": span.start, "end": span.end}
        for place, (track_id, word) in enumerate(
            ((REST_ID, words.rest), (MIX_ID, words.mix), (SOURCE_ID, words.recording)), start=len(project.stems) + 1
        ):
            if track_id not in choice.track_ids:
                continue
            parts = _parts(source, word, word, place, "", span.start, span.name)
            item = {"name": file_name(choice.template, parts), **stretch, **band}
            items.append(item | _body(project, source, track_id, word))
    return items


def _parts(source: Source, name: str, prompt: str, number: int, model: str, start: int, region: str) -> NameParts:
    return NameParts(source.path.stem, name, prompt, number, Path(model).stem, start / source.rate_hz, region)


def _body(project: Project, source: Source, track_id: str, word: str) -> dict[str, Any]:
    if track_id == SOURCE_ID:
        return {"kind": "mix", "gains": [1.0], "stems": []}
    if track_id == MIX_ID:
        return {"kind": "mix", "title": word, **_mix(project, source)}
    taken = [placed_stem(project, stem) for stem in project.counted if stem.cache.exists()]
    return {"kind": "rest", "title": word, "stems": taken}


def _mix(project: Project, source: Source) -> dict[str, Any]:
    """What is heard, as factors of the recording and of every stem: the rest is the recording minus the stems."""
    gains, placed = audible(project), pans(project)

    def sides(track_id: str) -> tuple[float, float]:
        gain = gains.get(track_id, 0.0)
        left, right = balance(placed.get(track_id, 0.0))
        return gain * left, gain * right

    def told(left: float, right: float) -> list[float]:
        # More than two channels have no left and right of their own.
        return [left, right] if left != right and source.channels <= 2 else [max(left, right, key=abs)]

    rest, whole = sides(REST_ID), sides(SOURCE_ID)
    stems = []
    for stem in project.stems:
        if not stem.cache.exists():
            continue
        own, taken = sides(stem.id), rest if stem.in_sum else (0.0, 0.0)
        factors = told(own[0] - taken[0], own[1] - taken[1])
        if any(factors):
            stems.append({**placed_stem(project, stem), "gains": factors})
    return {"gains": told(whole[0] + rest[0], whole[1] + rest[1]), "stems": stems}
