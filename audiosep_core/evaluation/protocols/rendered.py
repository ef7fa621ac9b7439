"""What AudioSep's published evaluation sets share: mixtures that come as WAV files, one folder a set.

`ROOT` is AudioSep's own `evaluation` folder: `ROOT/metadata/SET_eval.csv` and `ROOT/data/SET/`. There is no mixing
script and no seed: the mixtures are the files (32 kHz mono; other rates are resampled, channels averaged).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.clips import check_there, load_mono
from audiosep_core.evaluation.pairs import Mixture
from audiosep_core.evaluation.protocol import SEPARATION_FIGURES, EvaluationProtocol, Item
from audiosep_core.evaluation.protocols.lists import PublishedList, find_folder, read_published

RATE_HZ = 32_000


@dataclass(frozen=True)
class RenderedItem:
    """An item and its two files."""

    item: Item
    mixture: Path
    source: Path


@dataclass(frozen=True)
class PublishedSet:
    """Facts of one of AudioSep's sets.

    Attributes:
        name: Folder, and start of the list's name.
        columns: Those that its loader reads.
        sha256_start: Of the published list.
        rows: Of the published list.
        aggregation: Of the published figure.
    """

    name: str
    columns: tuple[str, ...]
    sha256_start: str
    rows: int
    aggregation: Aggregation = field(default_factory=Aggregation)

    def list_path(self, root: Path, pairs: Path | None) -> Path:
        """The list: the given one, or the one in its place below `root`."""
        return pairs or root / "metadata" / f"{self.name}_eval.csv"

    def read(self, root: Path, pairs: Path | None) -> tuple[PublishedList, Path]:
        """The list, and the folder of the sounds.

        Raises:
            AudioSepError: either is not there or not what it should be.
        """
        published = read_published(self.list_path(root, pairs), self.columns, self.sha256_start, self.rows)
        return published, find_folder(root, f"data/{self.name}", self.name)


def segments(published: PublishedList, folder: Path, query_column: str, label_column: str = "") -> list[RenderedItem]:
    """Items of the sets whose files are `mixture-IDX.wav` and `segment-IDX.wav`.

    Raises:
        AudioSepError: an idx is no whole number, or stands twice.
    """
    found: dict[int, RenderedItem] = {}
    for number, row in enumerate(published.rows, start=1):
        idx, prompt = row["idx"], row[query_column]
        if not idx.isdecimal() or int(idx) in found:
            raise AudioSepError("list-damaged", f"Row {number} of the list cannot be used: the idx '{idx}'.")
        label = row[label_column] if label_column else prompt
        item = Item(int(idx), f"mixture-{idx}.wav", (prompt,), label, snr_db=0.0)
        found[item.index] = RenderedItem(item, folder / f"mixture-{idx}.wav", folder / f"segment-{idx}.wav")
    return list(found.values())


def rendered(
    facts: PublishedSet,
    published: PublishedList,
    items: Sequence[RenderedItem],
    query: str,
    root: Path,
    pairs: Path | None,
) -> EvaluationProtocol:
    """The protocol of a set whose items are files.

    Raises:
        AudioSepError: files are missing.
    """
    check_there((path for one in items for path in (one.mixture, one.source)), root)
    files = {one.item.index: one for one in items}

    def sound(item: Item) -> Mixture:
        mixture, source = (load_mono(path, RATE_HZ) for path in (files[item.index].mixture, files[item.index].source))
        # Files of unequal length are refused by the caller, with the item's name.
        rest = mixture - source if len(mixture) == len(source) else mixture
        return Mixture(mixture, source, rest)

    return EvaluationProtocol(
        name=facts.name,
        list_name=facts.list_path(root, pairs).name,
        query=query,
        rate_hz=RATE_HZ,
        items=tuple(one.item for one in items),
        sound=sound,
        figures=SEPARATION_FIGURES,
        list_sha256=published.sha256,
        aggregation=facts.aggregation,
        warnings=published.warnings,
    )
