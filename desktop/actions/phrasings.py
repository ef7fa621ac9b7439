"""Three ways to say the same, on ten seconds from the playhead: heard one by one, and none of them in the project."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from audiosep_core.prompts.phrasings import phrasings
from desktop.actions.playing import PlaybackController
from desktop.document.document import Document
from desktop.document.state import Recipe
from desktop.inference.engine_requests import SeparateRequest
from desktop.inference.inference_thread import InferenceThread

LENGTH_S = 10.0


@dataclass(frozen=True)
class Trial:
    """Phrasings of one prompt and their sound.

    Attributes:
        job: The engine's job.
        phrasings: What is tried, the person's own words first.
        caches: Their sound, one each.
        start, end: Frames of the recording.
        state: "working", "ready" or "failed".
    """

    job: str
    phrasings: tuple[str, ...]
    caches: tuple[Path, ...]
    start: int
    end: int
    state: str = "working"


@dataclass(frozen=True)
class _Wish:
    number: int
    prompt: str
    model: str
    how: Recipe
    playhead: int


class PhrasingsController(QObject):
    """Tries phrasings and lets them be heard.

    Args:
        wake: Starts the engine again where it died.

    Signals:
        changed: Another trial, or another state of it; `trial` has it.
        heard: A phrasing plays (its place, from 0).
    """

    changed = Signal()
    heard = Signal(int)
    _phrased = Signal(object, object)

    def __init__(
        self,
        document: Document,
        inference: InferenceThread,
        playing: PlaybackController,
        wake: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._inference = inference
        self._playing = playing
        self._wake = wake
        self._serials = itertools.count(1)
        self._wish: _Wish | None = None
        self._trial: Trial | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._phrased.connect(self._ask)
        inference.done.connect(self._done)
        inference.failed.connect(self._failed)
        inference.cancelled.connect(self._failed)
        inference.engine_stopped.connect(self._engine_stopped)
        document.source_changed.connect(self._source_changed)

    @property
    def trial(self) -> Trial | None:
        """What is tried, None without anything."""
        return self._trial

    def uses(self, folder: Path) -> bool:
        """Whether the engine may still write in there."""
        trial = self._trial
        return trial is not None and trial.state == "working" and trial.caches[0].parent == folder

    def try_out(self, prompt: str, model: str, how: Recipe, playhead: int) -> None:
        """Try phrasings of a prompt; those of an earlier one are forgotten."""
        source = self._document.state.source
        if source is None or not source.complete or not prompt.strip():
            return
        self.forget()
        self._wake()
        self._wish = _Wish(next(self._serials), prompt.strip(), model, how, playhead)
        self._pool.start(_Phrasing(self, self._wish))  # reading the grammar takes a while

    def hear(self, place: int) -> None:
        """Play one of them, once."""
        trial = self._trial
        if trial is None or trial.state != "ready" or not 0 <= place < len(trial.caches):
            return
        self._playing.audition(trial.caches[place], trial.start, trial.end)
        self.heard.emit(place)

    def forget(self) -> None:
        """None of them is wanted any more."""
        trial, self._trial, self._wish = self._trial, None, None
        if trial is not None:
            if trial.state == "working":
                self._inference.cancel(trial.job)
            self._playing.end_audition()
            self.changed.emit()

    def shutdown(self) -> None:
        """Wait for the thread, and end it."""
        self._pool.waitForDone()

    def _ask(self, wish: _Wish, words: tuple[str, ...]) -> None:
        source = self._document.state.source
        if wish is not self._wish or source is None:
            return
        length = min(round(LENGTH_S * source.rate_hz), source.frames)
        start = min(wish.playhead, source.frames - length)
        job = f"phrasings-{wish.number}"
        caches = tuple(source.cache.with_name(f"{job}-{place}.json") for place in range(len(words)))
        self._trial = Trial(job, words, caches, start, start + length)
        how = wish.how
        self._inference.separate(
            SeparateRequest(
                job,
                source.cache,
                start,
                start + length,
                start,
                words,
                wish.model,
                how.device,
                caches,
                backend=how.backend,
                channels=how.channels,
                compete=False,
                above_band=how.above_band,
            )
        )
        self.changed.emit()

    def _done(self, job: str, _answer: dict[str, object]) -> None:
        self._settle(job, "ready")
        if self._trial is not None and self._trial.job == job:
            self.hear(0)

    def _failed(self, job: str, *_: object) -> None:
        self._settle(job, "failed")

    def _engine_stopped(self, _sentence: str) -> None:
        self._wish = None  # its words, which may not be known yet, would wait until the engine is started again
        if self._trial is not None and self._trial.state == "working":
            self._inference.cancel(self._trial.job)

    def _settle(self, job: str, state: str) -> None:
        trial = self._trial
        if trial is not None and trial.job == job:
            self._trial = replace(trial, state=state)
            self.changed.emit()

    def _source_changed(self) -> None:
        source = self._document.state.source
        trial = self._trial
        if trial is not None and (source is None or source.cache.parent != trial.caches[0].parent):
            self.forget()


class _Phrasing(QRunnable):
    def __init__(self, controller: PhrasingsController, wish: _Wish) -> None:
        super().__init__()
        self._controller, self._wish = controller, wish

    def run(self) -> None:
        self._controller._phrased.emit(self._wish, phrasings(self._wish.prompt))
