"""Requests to the media process, checked: what the window sent turned into values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from audiosep_core.audio.export import How, Item, MixItem, Peaks, PlacedStem, RestItem, StemItem
from audiosep_core.audio.formats import KINDS
from audiosep_core.audio.item_sound import Channels
from audiosep_core.audio.items import Band, Gains
from audiosep_core.audio.write import CONFLICTS
from audiosep_core.errors import AudioSepError

Message = Mapping[str, Any]

REPORT = "Try again; if it happens again, report it with the log."


def bad_request(what: str) -> AudioSepError:
    """The error for a request that makes no sense: a fault of the program."""
    return AudioSepError("bad-request", f"The program asked for {what} that it cannot serve.", REPORT)


def path_in(request: Message, field: str) -> Path:
    """A path that must be there."""
    value = request.get(field)
    if not isinstance(value, str) or not value:
        raise bad_request(f"a request without “{field}”")
    return Path(value)


def strength_in(values: Message) -> float:
    """A strength, 0 where there is none."""
    strength = float(values.get("strength", 0.0))
    if not -1.0 <= strength <= 1.0:
        raise bad_request("a strength")
    return strength


def export_request(request: Message) -> tuple[Path, list[Item], How]:
    """The folder, the items and the manner of an "export".

    Raises:
        AudioSepError: "bad-request".
    """
    items = request.get("items")
    how = How(
        container=request.get("container", "wav"),
        subtype=request.get("subtype", "FLOAT"),
        conflict=request.get("conflict", "number"),
        rate_hz=request.get("rate_hz", 0),
        channels=request.get("channels", "same"),
        peaks=request.get("peaks", "clip"),
        tags_from=_optional_path(request, "tags_from"),
        video=_optional_path(request, "video"),
        time_stamp=bool(request.get("time_stamp", False)),
    )
    known = (
        isinstance(items, list)
        and how.container in KINDS
        and how.subtype in KINDS[how.container].subtypes
        and how.conflict in CONFLICTS
        and isinstance(how.rate_hz, int)
        and 0 <= how.rate_hz <= 768_000
        and how.channels in get_args(Channels)
        and how.peaks in get_args(Peaks)
    )
    if not known or not isinstance(items, list):
        raise bad_request("an export")
    return path_in(request, "folder"), [_item(item) for item in items], how


def _optional_path(request: Message, field: str) -> Path | None:
    return path_in(request, field) if request.get(field) else None


def _item(item: Any) -> Item:
    try:
        name, title = str(item["name"]), str(item.get("title", ""))
        if item["kind"] == "stem":
            return StemItem(
                cache=Path(item["cache"]),
                name=name,
                source=_optional_path(item, "source"),
                offset=int(item.get("offset", 0)),
                strength=strength_in(item),
                start=_optional_frame(item, "start"),
                end=_optional_frame(item, "end"),
                title=title,
                source_offset=_optional_frame(item, "source_offset"),
                band_hz=_band(item),
            )
        source, start, end = Path(item["source"]), int(item["start"]), int(item["end"])
        stems = tuple(placed_stem(stem) for stem in item["stems"])
        if item["kind"] == "rest":
            return RestItem(source, start, end, stems, name, title, _band(item))
        if item["kind"] == "mix":
            return MixItem(source, start, end, stems, name, _gains(item["gains"]), title, _band(item))
    except (KeyError, TypeError, ValueError) as error:
        raise bad_request("an item of an export") from error
    raise bad_request("an item of an export")


def placed_stem(stem: Any) -> PlacedStem:
    """A stem of an export, a file for another program or a picture."""
    gains, source = _gains(stem.get("gains", [1.0])), _optional_path(stem, "source")
    place = _optional_frame(stem, "source_offset")
    return PlacedStem(Path(stem["cache"]), int(stem["offset"]), strength_in(stem), gains, source, place)


def _optional_frame(values: Any, field: str) -> int | None:
    return None if values.get(field) is None else int(values[field])


def _band(item: Any) -> Band:
    if item.get("band_hz") is None:
        return None
    low, high = (float(value) for value in item["band_hz"])
    if not low < high:
        raise bad_request("a band")
    return low, high


def _gains(values: Any) -> Gains:
    return tuple(float(value) for value in values)
