"""The project's mini benchmark: pairs of clips mixed by their list, asked by label, caption or paraphrase.

A list with a `prompt` column measures a level instead: of what comes out for a sound that is not there, or of a lone
clip asked for by its own label.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.clips import check_there
from audiosep_core.evaluation.pairs import ListKind, Mixture, Pair, QueryKind, mix, read_pairs
from audiosep_core.evaluation.paraphrases import Paraphrases, read_paraphrases
from audiosep_core.evaluation.protocol import SEPARATION_FIGURES, EvaluationProtocol, Item, all_rows
from audiosep_core.evaluation.rows import Row

NAME = "mini"
RATE_HZ = 32_000

_LISTS: tuple[tuple[str, QueryKind], ...] = (
    ("benchmark.csv", "label"),
    ("benchmark.csv", "caption"),
    ("everyday.csv", "label"),
    ("speech.csv", "label"),
    ("absent.csv", "label"),
    ("lone.csv", "label"),
)
# Five times the work of a label, so only when asked for.
_PARAPHRASED: tuple[tuple[str, QueryKind], ...] = (
    ("benchmark.csv", "paraphrase"),
    ("everyday.csv", "paraphrase"),
    ("speech.csv", "paraphrase"),
)


def benchmark_lists(root: Path, only: QueryKind | None = None) -> list[tuple[Path, QueryKind]]:
    """The mini benchmark's lists in a folder, and the words to ask with; `only` leaves out those with other words.

    Raises:
        AudioSepError: there is none.
    """
    wanted = _PARAPHRASED if only == "paraphrase" else _LISTS
    found = [(root / name, query) for name, query in wanted if (root / name).is_file() and only in (None, query)]
    if not found:
        raise AudioSepError("list-missing", f"There is no benchmark list in '{root}'.", "Name one with --pairs.")
    return found


def load(
    path: Path, root: Path, query: QueryKind = "label", paraphrases: Paraphrases | None = None
) -> EvaluationProtocol:
    """Read a list of the mini benchmark's kind; its columns tell what it measures.

    Args:
        path: The list.
        root: Folder of the clips.
        query: Which words are asked. With "paraphrase" every paraphrase of a row's label is asked on its own.
        paraphrases: Those to ask; None: the ones that ship with the program.

    Raises:
        AudioSepError: the list cannot be used, a clip is missing, or a label has no paraphrase.
    """
    kind, pairs = read_pairs(path, "label" if query == "paraphrase" else query)
    check_there((root / name for pair in pairs for name in (pair.source, pair.noise) if name), root)
    if query == "paraphrase":
        items = tuple(_paraphrased(kind, pair, paraphrases or read_paraphrases()) for pair in pairs)
    else:
        items = tuple(
            _item(kind, pair, (pair.prompt,), (pair.noise_prompt,) if pair.noise_prompt else ()) for pair in pairs
        )
    separates = kind == "separate"
    return EvaluationProtocol(
        name=NAME,
        list_name=path.name,
        query=query,
        rate_hz=RATE_HZ,
        items=items,
        sound=_Maker(kind, pairs, root),
        figures=(*SEPARATION_FIGURES, "swap_right") if separates else ("ratio_db",),
        list_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        groups=_groups if separates else all_rows,
        # What is left of an absent sound should be little, of a lone one all.
        worst="highest" if kind == "absent" else "lowest",
    )


class _Maker:
    """Makes the mixture of an item."""

    def __init__(self, kind: ListKind, pairs: list[Pair], root: Path) -> None:
        self._pairs = {pair.index: pair for pair in pairs}
        self._absent = kind == "absent"
        self._root = root

    def __call__(self, item: Item) -> Mixture:
        sound = mix(self._pairs[item.index], self._root, RATE_HZ)
        # What is asked for is not there: the truth is silence, and all of the mixture is noise.
        return Mixture(sound.mixture, np.zeros_like(sound.mixture), sound.mixture) if self._absent else sound


def _item(kind: ListKind, pair: Pair, prompts: tuple[str, ...], others: tuple[str, ...]) -> Item:
    return Item(
        index=pair.index,
        name=f"{pair.source} + {pair.noise}" if pair.noise else pair.source,
        prompts=prompts,
        label=pair.label,
        other_prompts=others if kind == "separate" else (),
        other=pair.noise_label,
        snr_db=pair.snr_db,
        clean=pair.clean,
    )


def _paraphrased(kind: ListKind, pair: Pair, paraphrases: Paraphrases) -> Item:
    if kind != "separate":
        raise AudioSepError("query-unknown", "Lists with prompts of their own cannot be asked by paraphrases.")
    prompts = paraphrases.of(pair.index, pair.label)
    if not prompts:
        raise AudioSepError(
            "paraphrase-missing",
            f"There is no paraphrase of '{pair.label}'.",
            "Give a CSV with the columns label and paraphrase by --paraphrases.",
        )
    others = paraphrases.of(-1, pair.noise_label) if paraphrases.by == "label" else ()
    return _item(kind, pair, prompts, others if len(others) == len(prompts) else ())


def _groups(row: Row) -> tuple[str, ...]:
    if row.snr_db != 0:
        return ("all",)
    return ("all", "0 dB", "0 dB clean") if row.clean else ("all", "0 dB")
