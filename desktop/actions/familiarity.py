"""Whether the starter was ever told of a word: asked of the engine while a person types, remembered."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.inference.engine_requests import ListenRequest
from desktop.inference.inference_thread import InferenceThread


@dataclass(frozen=True)
class Familiar:
    """What is known of some words: whether the starter was hardly told of them, and the nearest that it was told of."""

    unheard: bool
    nearest: tuple[str, ...]


class FamiliarityController(QObject):
    """Asks about words once each.

    Signals:
        told: Something is known of more words.
    """

    told = Signal()

    def __init__(self, inference: InferenceThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inference = inference
        self._serials = itertools.count(1)
        self._job = ""
        self._known: dict[str, Familiar] = {}
        inference.done.connect(self._done)
        inference.failed.connect(self._lost)
        inference.cancelled.connect(self._lost)

    def of(self, prompt: str) -> Familiar | None:
        """What is known of words, None while nothing is."""
        return self._known.get(_key(prompt))

    def ask(self, prompts: Sequence[str]) -> None:
        """Find out about words; an older question that is not answered yet is given up."""
        unknown = tuple(dict.fromkeys(prompt for prompt in prompts if prompt.strip() and self.of(prompt) is None))
        if not unknown:
            return
        if self._job:
            self._inference.cancel(self._job)
        self._job = f"familiarity-{next(self._serials)}"
        self._inference.listen(ListenRequest(self._job, "familiarity", None, unknown))

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job == self._job:
            self._job = ""
            for known in answer["known"]:
                self._known[_key(known["prompt"])] = Familiar(known["unheard"], tuple(known["nearest"]))
            self.told.emit()

    def _lost(self, job: str, *_: object) -> None:
        if job == self._job:
            self._job = ""


def _key(prompt: str) -> str:
    return " ".join(prompt.casefold().split())
