"""AudioSep's MUSIC set: 5,004 mixtures of ten instruments; the mean of each instrument, then the mean over the ten.

The instruments are unequally many (117 flutes, 1,260 violins): the mean over all mixtures is another figure.
"""

from __future__ import annotations

from pathlib import Path

from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols.rendered import PublishedSet, rendered, segments

FACTS = PublishedSet("music", ("idx", "caption"), "5b0f12bc6b9848b2", 5004, Aggregation("mean"))


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the set.

    Raises:
        AudioSepError: list, folder or files are missing.
    """
    published, folder = FACTS.read(root, pairs)
    return rendered(FACTS, published, segments(published, folder, "caption"), "label", root, pairs)
