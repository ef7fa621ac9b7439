"""Items of a rendered set, asked by other words."""

from __future__ import annotations

from dataclasses import replace

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.paraphrases import Paraphrases
from audiosep_core.evaluation.protocols.rendered import RenderedItem


def reworded(items: list[RenderedItem], paraphrases: Paraphrases) -> list[RenderedItem]:
    """The items that have paraphrases, asked by them (re-annotations usually cover a part of a set).

    Raises:
        AudioSepError: none has one.
    """
    found = []
    for one in items:
        if words := paraphrases.of(one.item.index, one.item.label):
            found.append(replace(one, item=replace(one.item, prompts=words)))
    if not found:
        raise AudioSepError("paraphrase-missing", "No row of the list has a paraphrase in the file of --paraphrases.")
    return found
