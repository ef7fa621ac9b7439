"""Runs a separator over a protocol's items through the very call that the program uses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol as Shape

from audiosep_core.audio.metrics import sdr_db
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.figures import FIGURES
from audiosep_core.evaluation.pairs import Mixture, QueryKind
from audiosep_core.evaluation.protocol import EvaluationProtocol, Item
from audiosep_core.evaluation.protocols import mini
from audiosep_core.evaluation.rows import Row, merge
from audiosep_core.types import AudioArray, OnProgress, Progress, Separation, SeparationOptions, ignore_progress

# The protocols ask for one sound at a time; that several are asked for at once is only to be quick.
_EACH_ALONE = SeparationOptions(compete=False)


class Separates(Shape):
    """What is judged: `Separator.separate`, or a stand-in with the same call."""

    def separate(self, audio: AudioArray, rate: int, queries: list[str], *, options: SeparationOptions) -> Separation:
        """Stems of `audio` for `queries`."""
        ...


def run(
    separator: Separates,
    protocol: EvaluationProtocol,
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Figures of every item (`limit`: of the first ones only).

    Raises:
        AudioSepError: a clip cannot be read.  Cancelled: the token was set.
    """
    items = protocol.items[:limit]
    rows = []
    for done, item in enumerate(items, start=1):
        if cancel is not None:
            cancel.raise_if_set()
        rows.append(_judge(separator, protocol, item, protocol.sound(item)))
        on_progress(Progress(done, len(items)))
    return rows


def evaluate(
    separator: Separates,
    pairs: Path,
    root: Path,
    query: QueryKind = "label",
    on_progress: OnProgress = ignore_progress,
    cancel: CancelToken | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Figures of every row of a list of the mini benchmark's kind: `run` over `protocols.mini.load`.

    Raises:
        AudioSepError: the list or a clip cannot be read.
    """
    return run(separator, mini.load(pairs, root, query), on_progress, cancel, limit)


def _judge(separator: Separates, protocol: EvaluationProtocol, item: Item, sound: Mixture) -> Row:
    if len(sound.mixture) != len(sound.source):
        raise AudioSepError(
            "clip-length",
            f"Mixture and source of '{item.name}' are not equally long ({len(sound.mixture)} and {len(sound.source)}).",
            "Fetch the two files again.",
        )
    estimates = estimate(separator, protocol, sound, (*item.prompts, *item.other_prompts))
    others = estimates[len(item.prompts) :]
    answers = []
    for number, prompt in enumerate(item.prompts):
        figures: dict[str, float | bool] = {}
        for name in protocol.figures:
            compute = FIGURES[name].compute
            if compute is not None:
                figures[name] = compute(sound, estimates[number], protocol.rate_hz)
            elif others:
                figures[name] = _swap(sound, estimates[number], others[number])
        row = Row(item.index, item.label, prompt, item.snr_db, item.clean, item.name, item.other)
        answers.append(replace(row, **figures))  # type: ignore[arg-type]
    return merge(tuple(answers))


def estimate(
    separator: Separates, protocol: EvaluationProtocol, sound: Mixture, prompts: tuple[str, ...]
) -> list[AudioArray]:
    """The separator's answers to `prompts`, (frames,) each at the protocol's rate."""
    separation = separator.separate(sound.mixture, protocol.rate_hz, list(prompts), options=_EACH_ALONE)
    return [stem.audio for stem in separation.stems]


def _swap(sound: Mixture, own: AudioArray, other: AudioArray) -> bool:
    """Each of two estimates is nearer to its own sound than the other is."""
    return sdr_db(sound.source, own) > sdr_db(sound.source, other) and sdr_db(sound.noise, other) > sdr_db(
        sound.noise, own
    )
