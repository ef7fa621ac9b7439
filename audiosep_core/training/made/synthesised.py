"""Recipes of the synthesised sounds: a maker of samples here, label and words in `resources/made/synthesised.toml`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audiosep_core.training.made import (
    alarms,
    bells,
    blasts,
    clicks,
    crafts,
    engines,
    household,
    impacts,
    insects,
    signals,
    sirens,
    water,
    weather,
)
from audiosep_core.training.made.recipe import Recipe, Sketch
from audiosep_core.training.made.shaping import Random, Sound, band, room
from audiosep_core.training.made.words import pick, table

Maker = Callable[[Random, float], Sound]
"""Samples from random numbers and the seconds asked for."""

MAKERS: dict[str, Maker] = {
    **alarms.MAKERS,
    **sirens.MAKERS,
    **engines.MAKERS,
    **crafts.MAKERS,
    **household.MAKERS,
    **weather.MAKERS,
    **water.MAKERS,
    **blasts.MAKERS,
    **bells.MAKERS,
    **impacts.MAKERS,
    **clicks.MAKERS,
    **insects.MAKERS,
    **signals.MAKERS,
}


def recipes() -> list[Recipe]:
    """One a table entry, in the table's order."""
    out = []
    for name, entry in table("synthesised").items():
        low, high = entry["seconds"]

        def sketch(random: Random, _: int, name: str = name, low: float = low, high: float = high) -> Sketch:
            entry = table("synthesised")[name]
            caption = pick(random, entry["captions"])
            seconds = float(random.uniform(low, high))
            outdoors = entry.get("dry", False)

            def render() -> Sound:
                sound = MAKERS[name](random, seconds)
                return sound if outdoors else _in_place(random, sound)

            return Sketch(entry["label"], caption, name, render, {"seconds": round(seconds, 3)})

        out.append(Recipe(entry["kind"], name, entry["clips"], sketch))
    return out


def _in_place(random: Random, sound: Sound) -> Sound:
    """Where it was heard: mostly near and clean, at times in a room, at times through less bandwidth."""
    if random.random() < 0.35:
        tail = np.zeros(round(0.2 * len(sound)) if len(sound) < 96_000 else 0)
        sound = room(random, np.concatenate([sound, tail]), random.uniform(0.1, 0.9), random.uniform(0.1, 0.7))
    if random.random() < 0.3:
        sound = band(sound, random.uniform(30, 200), random.uniform(4_500, 13_000))
    return sound
