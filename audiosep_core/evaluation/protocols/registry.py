"""Protocols by the names that `--protocol` takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.pairs import QueryKind
from audiosep_core.evaluation.paraphrases import Paraphrases
from audiosep_core.evaluation.protocol import EvaluationProtocol
from audiosep_core.evaluation.protocols import (
    audiocaps,
    audioset,
    clotho,
    dcase2024,
    esc50,
    mini,
    music,
    vggsound,
    voicebank,
)


@dataclass(frozen=True)
class Request:
    """What a person asked to be judged on.

    Attributes:
        root: Folder of the clips, or the set's own folder.
        pairs: Its list, where it is not in its usual place.
        query: Words to ask with; None: the protocol's own.
        paraphrases: For `query` "paraphrase".
        pesq: Add PESQ, where the protocol has it.
    """

    root: Path
    pairs: Path | None = None
    query: QueryKind | None = None
    paraphrases: Paraphrases | None = None
    pesq: bool = False


def _mini(request: Request) -> list[EvaluationProtocol]:
    if request.pairs is not None:
        asked = [(request.pairs, request.query or "label")]
    else:
        asked = mini.benchmark_lists(request.root, request.query)
    return [mini.load(path, request.root, query, request.paraphrases) for path, query in asked]


def _audiocaps(request: Request) -> list[EvaluationProtocol]:
    return [audiocaps.load(request.root, request.pairs, request.query or "caption", request.paraphrases)]


def _voicebank(request: Request) -> list[EvaluationProtocol]:
    if request.query is not None or request.pairs is not None:
        raise AudioSepError(
            "query-unknown",
            f"This set has no list, and one query: '{voicebank.QUERY}'.",
            "Leave out --query and --pairs.",
        )
    return [voicebank.load(request.root, request.pesq)]


def _plain(
    load: Callable[[Path, Path | None], EvaluationProtocol], query: QueryKind
) -> Callable[[Request], list[EvaluationProtocol]]:
    def build(request: Request) -> list[EvaluationProtocol]:
        if request.query not in (None, query):
            raise AudioSepError("query-unknown", f"This set is asked by its {query}s only.", "Leave out --query.")
        return [load(request.root, request.pairs)]

    return build


_BUILDERS: dict[str, Callable[[Request], list[EvaluationProtocol]]] = {
    mini.NAME: _mini,
    dcase2024.NAME: _plain(dcase2024.load, "caption"),
    "audiocaps": _audiocaps,
    "clotho": _plain(clotho.load, "caption"),
    "esc50": _plain(esc50.load, "label"),
    "music": _plain(music.load, "label"),
    "vggsound": _plain(vggsound.load, "label"),
    "audioset": _plain(audioset.load, "label"),
    voicebank.NAME: _voicebank,
}
NAMES = tuple(_BUILDERS)


def named(name: str, request: Request) -> list[EvaluationProtocol]:
    """The protocol of a name, ready to run: one for every list that it has in the folder.

    Raises:
        AudioSepError: lists, folders or clips are missing or not what they should be.
    """
    return _BUILDERS[name](request)


def query_look(name: str, request: Request) -> list[EvaluationProtocol]:
    """One list asked by its labels, by its captions and by paraphrases: the paper's question about words.

    Raises:
        AudioSepError: the protocol has not all three kinds of words.
    """
    kinds: tuple[QueryKind, ...] = ("label", "caption", "paraphrase")
    if name == mini.NAME:
        path = request.pairs or request.root / "benchmark.csv"
        return [mini.load(path, request.root, kind, request.paraphrases) for kind in kinds]
    if name == "audiocaps":
        return [audiocaps.load(request.root, request.pairs, kind, request.paraphrases) for kind in kinds]
    raise AudioSepError(
        "look-unknown", f"'{name}' has one kind of words only.", "Look at queries with --protocol mini or audiocaps."
    )
