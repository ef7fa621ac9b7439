"""How loud two sides of a comparison are: measured on a thread of its own, over what is looked at."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from audiosep_core.audio.loudness import integrated
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import Cancelled
from audiosep_core.types import AudioArray
from desktop.actions.playing import Mix
from desktop.playback.plan import PlaybackPlan
from desktop.playback.renderer import OpenCache, Renderer, open_sound_cache

logger = logging.getLogger(__name__)

LONGEST_S = 60.0
"""What lies further from the playhead is not measured: a minute tells, and is there in a moment."""

MOST_DB = 24.0
"""A side is turned down by this at the most, or a faint stem would leave nothing of the recording."""


@dataclass(frozen=True)
class Match:
    """What is measured: two ways to hear a plan, over frames `start` to `end`."""

    plan: PlaybackPlan
    first: Mix
    second: Mix
    start: int
    end: int


def stretch(span: tuple[int, int], playhead: int, rate_hz: int) -> tuple[int, int]:
    """At most a minute of `span`, around the playhead where that lies in it."""
    longest = round(LONGEST_S * rate_hz)
    start, end = span
    if end - start <= longest:
        return span
    at = playhead if start <= playhead < end else start
    begin = min(max(start, at - longest // 2), end - longest)
    return begin, begin + longest


def trims(first_lufs: float, second_lufs: float) -> tuple[float, float]:
    """By how many dB each side is turned down to be as loud as the other, at most 0; 0 where one of them is silent."""
    difference = first_lufs - second_lufs
    if not abs(difference) < float("inf"):  # one is silent, or both
        return 0.0, 0.0
    difference = min(max(difference, -MOST_DB), MOST_DB)
    return min(0.0, -difference), min(0.0, difference)


def measure(match: Match, cancel: CancelToken, open_cache: OpenCache = open_sound_cache) -> tuple[float, float]:
    """The trims of both sides. Reads files, so not on the GUI thread.

    Raises:
        Cancelled: The token was set.
    """
    return trims(*(_loudness(match, mix, cancel, open_cache) for mix in (match.first, match.second)))


def _loudness(match: Match, mix: Mix, cancel: CancelToken, open_cache: OpenCache) -> float:
    renderer = Renderer(open_cache)
    try:
        renderer.set_plan(replace(match.plan, gains=mix[0], pans=mix[1]))
        renderer.settle(match.start)

        def read(start: int, end: int) -> AudioArray:
            cancel.raise_if_set()
            return renderer.render(match.start + start, end - start)

        return integrated(read, match.end - match.start, match.plan.rate_hz)
    finally:
        renderer.close()


class LevelMatcher(QObject):
    """Measures one match at a time; the newest that was asked for wins.

    Signals:
        measured: A `Match` and the trims of its two sides, in dB.
    """

    measured = Signal(object, float, float)
    _done = Signal(object, object)

    def __init__(
        self, measure: Callable[[Match, CancelToken], tuple[float, float]] = measure, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._measure = measure
        self._running: Match | None = None
        self._next: Match | None = None
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None
        self._done.connect(self._take)

    def ask(self, match: Match) -> None:
        """Measure this one, after the one that is being measured."""
        if self._running is None:
            self._start(match)
        else:
            self._next = match if match != self._running else None

    def _start(self, match: Match) -> None:
        self._running = match
        self._thread = threading.Thread(target=self._run, args=(match,), name="level-match", daemon=True)
        self._thread.start()

    def shutdown(self) -> None:
        """Stop and wait; nothing is measured any more."""
        self._next = None
        self._cancel.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, match: Match) -> None:
        result: tuple[float, float] | None = None
        try:
            result = self._measure(match, self._cancel)
        except Cancelled:
            return
        except Exception:  # whatever it was: the comparison goes on, at the levels there are
            logger.exception("Loudness could not be measured")
        self._done.emit(match, result)

    def _take(self, match: Match, result: tuple[float, float] | None) -> None:
        self._running = None
        following, self._next = self._next, None
        if following is not None:
            self._start(following)
        elif result is not None:
            self.measured.emit(match, *result)
