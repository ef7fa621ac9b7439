"""AudioSep's ESC-50 set: 2,000 mixtures, 40 of each of 50 classes, mean over all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols.rendered import PublishedSet, rendered, segments

FACTS = PublishedSet("esc50", ("idx", "caption"), "bbb4fda3fb0152b8", 2000)


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the set. Labels are asked with spaces: the published list has them so, ESC-50's own has underscores.

    Raises:
        AudioSepError: list, folder or files are missing.
    """
    published, folder = FACTS.read(root, pairs)
    items = [
        replace(one, item=replace(one.item, prompts=tuple(prompt.replace("_", " ") for prompt in one.item.prompts)))
        for one in segments(published, folder, "caption")
    ]
    return rendered(FACTS, published, items, "label", root, pairs)
