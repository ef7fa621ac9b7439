"""AudioSep's VGGSound set: 1,000 mixtures of 85 target classes, mean over all of them.

Files lie at the paths of the list, below the set's folder. Some targets are mixed with their own class.
"""

from __future__ import annotations

from pathlib import Path

from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.protocols.rendered import PublishedSet, RenderedItem, rendered

FACTS = PublishedSet("vggsound", ("file_id", "mix_wav", "s0_wav", "s0_text", "s1_text"), "741dfb8069ca5a2d", 1000)


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the set.

    Raises:
        AudioSepError: list, folder or files are missing.
    """
    published, folder = FACTS.read(root, pairs)
    items = [
        RenderedItem(
            Item(place, row["file_id"], (row["s0_text"],), row["s0_text"], other=row["s1_text"], snr_db=0.0),
            folder / row["mix_wav"],
            folder / row["s0_wav"],
        )
        for place, row in enumerate(published.rows)
    ]
    return rendered(FACTS, published, items, "label", root, pairs)
