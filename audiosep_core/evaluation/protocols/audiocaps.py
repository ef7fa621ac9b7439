"""AudioSep's AudioCaps set: 964 mixtures with five captions each, mean over all 4,820.

The list has captions (the published figure) and AudioSet labels (`--query label`) of every clip: the paper compares the
two, and captions that people wrote anew (`--query paraphrase --paraphrases CSV` with the columns idx, paraphrase).
"""

from __future__ import annotations

from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.pairs import QueryKind
from audiosep_core.evaluation.paraphrases import Paraphrases
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols.rendered import PublishedSet, rendered, segments
from audiosep_core.evaluation.protocols.reworded import reworded

FACTS = PublishedSet("audiocaps", ("idx", "caption", "labels"), "c8e99f43b25e5f50", 4820)


def load(
    root: Path, pairs: Path | None = None, query: QueryKind = "caption", paraphrases: Paraphrases | None = None
) -> EvaluationProtocol:
    """Read the set.

    Raises:
        AudioSepError: list, folder or files are missing, or paraphrases are asked for and not given.
    """
    published, folder = FACTS.read(root, pairs)
    items = segments(published, folder, "labels" if query == "label" else "caption", "labels")
    if query == "paraphrase":
        if paraphrases is None:
            raise AudioSepError(
                "paraphrase-missing",
                "AudioCaps' re-annotated captions do not come with this program.",
                "Give a CSV with the columns idx and paraphrase by --paraphrases.",
            )
        items = reworded(items, paraphrases)
    return rendered(FACTS, published, items, query, root, pairs)
