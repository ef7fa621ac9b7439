"""Where the words are heard: asked of the engine's ears, kept for the open recording, hits turned into regions."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.types import Verdict
from desktop.document.document import Document
from desktop.document.state import Selection, StemTrack
from desktop.inference.engine_requests import ListenRequest
from desktop.inference.inference_thread import InferenceThread


@dataclass(frozen=True)
class Hit:
    """Frames in which words are heard, and how clearly, 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Curve:
    """Where in the recording words are heard.

    Attributes:
        prompt: The words.
        step: Frames a value of the track.
        track: Probability that they are heard, per cent, a value every half second.
        hits: Stretches in which they are heard, by time.
        verdict: Of the whole recording.
        calibrated: Whether the ears were measured.
    """

    prompt: str
    step: float
    track: tuple[int, ...]
    hits: tuple[Hit, ...]
    verdict: Verdict
    calibrated: bool


@dataclass(frozen=True)
class Judgement:
    """Whether words are heard in the stretch that was asked about.

    Attributes:
        prompt: The words.
        verdict: Of the stretch.
        sure: Whether "not found" may be said plainly.
        similar: Words like it that are heard there instead.
        elsewhere: First frame of the clearest hit outside the stretch, None without any.
    """

    prompt: str
    verdict: Verdict
    sure: bool
    similar: tuple[str, ...]
    elsewhere: int | None = None


@dataclass(frozen=True)
class _Asked:
    source: Path
    rate_hz: int
    selection: Selection | None
    prompts: tuple[str, ...]


class PresenceController(QObject):
    """Asks where words are heard and how well finished stems match theirs.

    Args:
        wake: Starts the engine again where it died.

    Signals:
        curve_changed: The curve of some words came, or all went (the words, "" for all).
        judged: An answer to `ask` (its job, a tuple of Judgement).
        failed: `ask` brought no answer (its job).
        working_changed: Whether something is being asked.
    """

    curve_changed = Signal(str)
    judged = Signal(str, object)
    failed = Signal(str)
    working_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        inference: InferenceThread,
        wake: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._inference = inference
        self._wake = wake
        self._serials = itertools.count(1)
        self._asked: dict[str, _Asked] = {}
        self._matching: dict[str, tuple[str, Path]] = {}  # by job: a stem, and the cache that it had
        self._curves: dict[str, Curve] = {}
        self._source: Path | None = None
        inference.done.connect(self._done)
        inference.failed.connect(self._lost)
        inference.cancelled.connect(self._lost)
        inference.engine_stopped.connect(self._engine_stopped)
        document.source_changed.connect(self._source_changed)
        document.stems_changed.connect(self._drop_removed)

    @property
    def working(self) -> bool:
        """Whether an answer about words is awaited."""
        return bool(self._asked)

    def uses(self, folder: Path) -> bool:
        """Whether the ears may still write in there."""
        matched = (cache for _, cache in self._matching.values())
        return any(path.parent == folder for path in (*(asked.source for asked in self._asked.values()), *matched))

    def curve(self, prompt: str) -> Curve | None:
        """Where words are heard, None while that is unknown."""
        return self._curves.get(_key(prompt))

    # -- asking

    def ask(self, prompts: Sequence[str], selection: Selection | None = None) -> str | None:
        """Ask where words are heard, and whether in the selection (None: the recording); the job, or None."""
        source = self._document.state.source
        words = tuple(dict.fromkeys(word.strip() for word in prompts if word.strip()))
        if source is None or not source.complete or not words:
            return None
        self._wake()
        job = f"presence-{next(self._serials)}"
        was_working = self.working
        self._asked[job] = _Asked(source.cache, source.rate_hz, selection, words)
        start, end = (selection.start, selection.end) if selection else (0, None)
        self._inference.listen(ListenRequest(job, "presence", source.cache, words, start, end))
        if not was_working:
            self.working_changed.emit(True)
        return job

    def match(self, stem: StemTrack) -> None:
        """Ask how well a finished stem matches its words."""
        state = self._document.state
        parent = state.stem(stem.parent) if stem.parent else None
        if state.source is None or stem.recipe.like is not None or (stem.parent and parent is None):
            return
        cache, offset = (parent.cache, parent.start) if parent is not None else (state.source.cache, 0)
        job = f"match-{next(self._serials)}"
        self._matching[job] = stem.id, stem.cache
        request = ListenRequest(job, "match", cache, (stem.prompt,), stem.start - offset, None, stem.cache)
        self._inference.listen(request)

    def match_request(self, _stem_id: str = "") -> None:
        """A request is done (its first stem): match all stems that are done and were not yet."""
        waiting = {known for known, _ in self._matching.values()}
        for stem in self._document.state.stems:
            if stem.state == "done" and stem.match is None and stem.id not in waiting:
                self.match(stem)

    # -- hits

    def next_hit(self, prompt: str, frame: int, backwards: bool = False) -> Hit | None:
        """The hit behind, or before, the one that a frame lies in; around the end it goes on at the beginning."""
        curve = self.curve(prompt)
        if curve is None or not curve.hits:
            return None
        starts = [hit.start for hit in curve.hits]
        if backwards:
            return curve.hits[bisect.bisect_left(starts, frame) - 1]
        return curve.hits[bisect.bisect_right(starts, frame) % len(starts)]

    # -- what the engine says

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job in self._matching:
            stem_id, _ = self._matching.pop(job)
            self._document.set_stem(stem_id, match=float(answer["match"]))
            return
        asked = self._asked.pop(job, None)
        if asked is None:
            return
        if asked.source == self._source:
            rate = asked.rate_hz
            judgements = []
            for found in answer["prompts"]:
                hits = tuple(Hit(round(start * rate), round(end * rate), score) for start, end, score in found["hits"])
                curve = Curve(
                    found["prompt"],
                    answer["step_s"] * rate,
                    tuple(found["track"]),
                    hits,
                    found["whole_verdict"],
                    answer["calibrated"],
                )
                self._curves[_key(curve.prompt)] = curve
                judgements.append(
                    Judgement(
                        curve.prompt, found["verdict"], found["sure"], tuple(found["similar"]), _elsewhere(hits, asked)
                    )
                )
                self.curve_changed.emit(curve.prompt)
            self.judged.emit(job, tuple(judgements))
        else:
            self.failed.emit(job)  # it is about a recording that is not open any more
        self._tell_idle()

    def _lost(self, job: str, *_: object) -> None:
        self._matching.pop(job, None)
        if self._asked.pop(job, None) is not None:
            self.failed.emit(job)
            self._tell_idle()

    def _engine_stopped(self, _sentence: str) -> None:
        # What waits would wait until the engine is started again, and the person with it.
        for job in tuple(self._asked):
            self._inference.cancel(job)

    def _tell_idle(self) -> None:
        if not self._asked:
            self.working_changed.emit(False)

    def _source_changed(self) -> None:
        source = self._document.state.source
        cache = source.cache if source else None
        if cache != self._source:
            self._source = cache
            self._curves.clear()
            for job in (*self._asked, *self._matching):
                self._inference.cancel(job)
            self.curve_changed.emit("")
        if source is not None and source.complete:
            self.match_request()  # a project may have been saved before its stems were judged

    def _drop_removed(self) -> None:
        there = {stem.id for stem in self._document.state.stems}
        for job, (stem_id, _) in list(self._matching.items()):
            if stem_id not in there:
                self._inference.cancel(job)


def _elsewhere(hits: Sequence[Hit], asked: _Asked) -> int | None:
    if asked.selection is None:
        return None
    outside = [hit for hit in hits if hit.end <= asked.selection.start or hit.start >= asked.selection.end]
    return max(outside, key=lambda hit: hit.score).start if outside else None


def _key(prompt: str) -> str:
    return " ".join(prompt.casefold().split())
