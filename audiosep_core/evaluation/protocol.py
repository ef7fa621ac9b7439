"""What a protocol is: items, how their sound is made, which figures, and how these are summed up. Data, no behaviour.

A file in `protocols/` builds one from a person's folder; `evaluate.run` judges a separator by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.pairs import Mixture
from audiosep_core.evaluation.rows import Row

SEPARATION_FIGURES = ("sdri_db", "sdr_db", "si_sdr_db", "si_sdri_db")


@dataclass(frozen=True)
class Item:
    """One mixture and what is asked of it.

    Attributes:
        index: Its number in the list.
        name: What a person finds it by.
        prompts: Queries for the wanted sound, each asked on its own; the item's figures are the mean over them.
        label: Class.
        other_prompts: Queries for the rest, one for each prompt, where swap can be tested; else ().
        other: Label of the rest, "" if unknown.
        snr_db: Level of the sound against the rest, None where the list does not say.
        clean: The list's own mark.
    """

    index: int
    name: str
    prompts: tuple[str, ...]
    label: str
    other_prompts: tuple[str, ...] = ()
    other: str = ""
    snr_db: float | None = None
    clean: bool = False


def all_rows(_: Row) -> tuple[str, ...]:
    """The groups of lists that have only one."""
    return ("all",)


@dataclass(frozen=True)
class EvaluationProtocol:
    """A set to be judged on.

    Attributes:
        name: What `--protocol` takes.
        list_name: The list's file.
        query: Which words are asked: "label", "caption" or "paraphrase".
        rate_hz: Rate at which sound is made and figures are calculated.
        items: In the list's order.
        sound: Makes an item's sound; raises AudioSepError if a clip cannot be read.
        figures: Names out of `FIGURES`, the headline first.
        list_sha256: Of the list's bytes: figures compare only where it agrees.
        aggregation: How the headline is summed up.
        groups: The groups that a row counts in, "all" first.
        worst: Which end of the headline is the bad one.
        warnings: What a reader of the figures must know: an unknown list, a missing row.
    """

    name: str
    list_name: str
    query: str
    rate_hz: int
    items: tuple[Item, ...]
    sound: Callable[[Item], Mixture]
    figures: tuple[str, ...]
    list_sha256: str
    aggregation: Aggregation = field(default_factory=Aggregation)
    groups: Callable[[Row], tuple[str, ...]] = all_rows
    worst: Literal["lowest", "highest"] = "lowest"
    warnings: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """Name of the figure that ranks."""
        return self.figures[0]


def limited(protocol: EvaluationProtocol, count: int) -> EvaluationProtocol:
    """Only the first items: a rehearsal, and its figures say so."""
    if count >= len(protocol.items):
        return protocol
    warning = f"Only the first {count} of {len(protocol.items)} items: the figures compare with nothing."
    return replace(protocol, items=protocol.items[:count], warnings=(*protocol.warnings, warning))
