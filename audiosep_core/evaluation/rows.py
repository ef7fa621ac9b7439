"""Figures of one item."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

FIGURE_NAMES = (
    "sdr_db",
    "sdri_db",
    "si_sdr_db",
    "si_sdri_db",
    "swap_right",
    "ratio_db",
    "ssnr_db",
    "ssnri_db",
    "pesq",
)


@dataclass(frozen=True)
class Row:
    """Figures of one item; None where the list does not define them.

    Attributes:
        index: The item's number in its list: what two models are paired by.
        label: Class of the wanted sound, or what stands for one.
        prompt: What was asked; several prompts are joined by " | ".
        snr_db: Level of the sound against the rest, None where the list does not say.
        clean: The list's own mark for unambiguous items.
        name: What a person finds the item by: a file, a pair of files.
        other: Label of what it is mixed with, "" where the list does not say.
        swap_right: Whether each of the two prompts fetched its own sound; with several prompts their share.
        by_prompt: The figures of every prompt where there are several: the row's own are their mean.
    """

    index: int
    label: str
    prompt: str
    snr_db: float | None = None
    clean: bool = False
    name: str = ""
    other: str = ""
    sdr_db: float | None = None
    sdri_db: float | None = None
    si_sdr_db: float | None = None
    si_sdri_db: float | None = None
    swap_right: bool | float | None = None
    ratio_db: float | None = None
    ssnr_db: float | None = None
    ssnri_db: float | None = None
    pesq: float | None = None
    by_prompt: tuple[Row, ...] = ()

    def value(self, figure: str) -> float | None:
        """A figure by its name."""
        found = getattr(self, figure)
        return None if found is None else float(found)


def merge(rows: tuple[Row, ...]) -> Row:
    """One row of an item's answers: itself if there is one, else the mean of every figure."""
    if len(rows) == 1:
        return rows[0]
    means: dict[str, float] = {}
    for figure in FIGURE_NAMES:
        values = [value for row in rows if (value := row.value(figure)) is not None]
        if values:
            means[figure] = float(np.mean(values))
    return replace(rows[0], prompt=" | ".join(row.prompt for row in rows), by_prompt=rows, **means)  # type: ignore[arg-type]


def row_from(data: dict[str, object]) -> Row:
    """A row out of a JSON file, whatever else the file holds.

    Raises:
        TypeError: what a row needs is not there.
    """
    known = {field.name for field in fields(Row)} - {"by_prompt"}
    return Row(**{name: value for name, value in data.items() if name in known})  # type: ignore[arg-type]
