"""AudioSep's AudioSet set: ten mixtures of each of 527 classes; the median of each class, then the mean over classes.

Files are `class_id=K/class_id=K,index=NNN,source.wav` and `…,mixture.wav`. In the published list the column named
`noise_wav` holds the *mixture*, and its paths begin at AudioSep's own checkout: what follows `audioset/` counts.
"""

from __future__ import annotations

from pathlib import Path

from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.protocols.rendered import PublishedSet, RenderedItem, rendered

FACTS = PublishedSet(
    "audioset", ("idx", "caption", "src_wav", "noise_wav"), "11fb7fff03e5f36f", 5270, Aggregation("median")
)


def load(root: Path, pairs: Path | None = None) -> EvaluationProtocol:
    """Read the set.

    Raises:
        AudioSepError: list, folder or files are missing.
    """
    published, folder = FACTS.read(root, pairs)
    items = []
    for place, row in enumerate(published.rows):
        source, mixture = (row[column].rpartition("audioset/")[2] for column in ("src_wav", "noise_wav"))
        item = Item(place, Path(mixture).name, (row["caption"],), row["caption"])
        items.append(RenderedItem(item, folder / mixture, folder / source))
    return rendered(FACTS, published, items, "label", root, pairs)
