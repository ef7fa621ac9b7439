"""AudioSep's Clotho set: 1,045 clips with five captions each, a mixture for every caption, mean over all 5,225."""

from __future__ import annotations

from pathlib import Path

from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols.rendered import PublishedSet, rendered, segments

FACTS = PublishedSet("clotho", ("idx", "caption", "src_wav"), "e56084e442bc6afa", 5225)


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the set. The class of an item is its recording.

    Raises:
        AudioSepError: list, folder or files are missing.
    """
    published, folder = FACTS.read(root, pairs)
    items = segments(published, folder, "caption", "src_wav")
    return rendered(FACTS, published, items, "caption", root, pairs)
