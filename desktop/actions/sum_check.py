"""Whether the stems in the sum and "Everything else" are the recording, and where stems claim more than there is.

Measured on what is played: every part is rendered by itself, as its row would be heard alone, and all are added up.
Off the GUI thread; of a long recording, windows spread evenly over it.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from audiosep_core.types import AudioArray
from desktop.actions.pictures import joined
from desktop.actions.placed_stem import playback_stem
from desktop.document.document import Document
from desktop.document.state import Project
from desktop.playback.plan import REST, SOURCE, PlaybackPlan
from desktop.playback.renderer import Renderer

logger = logging.getLogger(__name__)

SETTLE_MS = 400
WINDOW = 8192
MOST_WINDOWS = 1500
NULL_DB = -100.0
"""What is below is rounding: a float holds 24 bits."""

_BANDS = 32
_CLAIM = 2.0  # power of what stems claim together, of what is there: 3 dB
_AUDIBLE = 10 ** (-60 / 10)


@dataclass(frozen=True)
class SumReport:
    """What was found.

    Attributes:
        null_db: Peak of recording minus (stems + rest), in dBFS; -inf when nothing is left.
        claims: Ranges of frames in which stems together claim more than there is.
        whole: Whether every frame was looked at.
    """

    null_db: float
    claims: tuple[tuple[int, int], ...] = ()
    whole: bool = True

    @property
    def holds(self) -> bool:
        """Whether the parts are the recording."""
        return self.null_db < NULL_DB


def sum_plan(project: Project) -> PlaybackPlan | None:
    """What is to be checked: None while no finished stem is in the sum."""
    source = project.source
    if source is None or not source.complete or any(stem.state == "working" for stem in project.counted):
        return None
    stems = tuple(playback_stem(project, stem) for stem in project.counted if stem.cache.exists())
    if not stems:
        return None
    return PlaybackPlan(source.rate_hz, source.channels, source.frames, source.cache, stems)


def windows(plan: PlaybackPlan, most: int = MOST_WINDOWS) -> list[tuple[int, int]]:
    """Where to look: every frame where a stem lies, or `most` windows spread over them."""
    starts = sorted({
        start
        for stem in plan.stems
        for start in range(int(stem[2]) // WINDOW * WINDOW, min(int(stem[3]), plan.frames), WINDOW)
    })  # fmt: skip
    if len(starts) > most:
        starts = [starts[round(place)] for place in np.linspace(0, len(starts) - 1, most)]
    return [(start, min(start + WINDOW, plan.frames)) for start in starts]


def check_sum(
    plan: PlaybackPlan,
    most: int = MOST_WINDOWS,
    open_renderer: Callable[[], Renderer] = Renderer,
    stopped: Callable[[], bool] = lambda: False,
) -> SumReport | None:
    """Render every part alone, add them up, compare; None when it was stopped."""
    parts = [REST, *(str(stem[0]) for stem in plan.stems)]
    renderers: dict[str, Renderer] = {}
    try:
        for part in (SOURCE, *parts):
            renderers[part] = open_renderer()
            renderers[part].set_plan(plan)
            renderers[part].set_gains({part: 1.0})
        peak, claims = 0.0, []
        places = windows(plan, most)
        for start, end in places:
            if stopped():
                return None
            sounds = {part: _rendered(renderer, start, end) for part, renderer in renderers.items()}
            stems: NDArray[np.float64] = np.zeros(sounds[SOURCE].shape)
            for part in parts[1:]:
                stems += sounds[part]
            left = sounds[SOURCE] - (stems + sounds[REST])
            largest = float(np.max(np.abs(left))) if left.size else 0.0
            peak = max(peak, largest if math.isfinite(largest) else math.inf)
            touching = sum(int(stem[2]) < end and int(stem[3]) > start for stem in plan.stems)
            if touching > 1 and claims_too_much(stems, sounds[SOURCE]):
                claims.append((start, end))
    finally:
        for renderer in renderers.values():
            renderer.close()
    null_db = 20 * math.log10(peak) if peak > 0 else -math.inf
    whole = sum(end - start for start, end in places) >= sum(end - start for start, end in windows(plan, plan.frames))
    return SumReport(null_db, tuple(joined(claims)), whole)


def claims_too_much(stems: NDArray[np.float64] | AudioArray, source: AudioArray) -> bool:
    """Whether what stems hold together is more, in some part of the spectrum that counts, than the recording holds.

    Args:
        stems: Their sum, (frames, channels).
        source: The recording there.
    """
    frames = len(source)
    if not frames:
        return False
    window = np.hanning(frames)[:, None]
    scale = 2 / np.sum(window) / math.sqrt(max(1, source.shape[1]))
    claimed, there = (
        np.sum(np.abs(np.fft.rfft(sound * window, axis=0) * scale) ** 2, axis=1) for sound in (stems, source)
    )
    edges = np.unique(np.geomspace(1, len(there), _BANDS + 1).astype(int))
    claimed, there = np.add.reduceat(claimed, edges[:-1]), np.add.reduceat(there, edges[:-1])
    audible = claimed > max(_AUDIBLE, float(np.max(claimed)) * 1e-2)
    return bool(np.any(claimed[audible] > _CLAIM * there[audible]))


def _rendered(renderer: Renderer, start: int, end: int) -> AudioArray:
    renderer.settle(start)
    return renderer.render(start, end - start)


class _Check(QObject):
    done = Signal(int, object)

    def __init__(self, serial: int, plan: PlaybackPlan, stopped: Event) -> None:
        super().__init__()
        self._serial = serial
        self._plan = plan
        self._stopped = stopped

    def run(self) -> None:
        report = check_sum(self._plan, stopped=self._stopped.is_set)
        if report is not None:
            self.done.emit(self._serial, report)


class SumChecker(QObject):
    """Looks again whenever the parts change, once they stand still.

    Signals:
        checked: arg: SumReport, or None while nothing can be said.
    """

    checked = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._plan: PlaybackPlan | None = None
        self._serial = 0
        self._stopped = Event()
        self._running: _Check | None = None
        self.report: SumReport | None = None
        self._timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self.check)
        document.stems_changed.connect(self._look)
        document.stem_changed.connect(self._look)
        document.source_changed.connect(self._look)

    def _look(self, *_: object) -> None:
        plan = sum_plan(self._document.state)
        if plan == self._plan:
            return
        self._plan = plan
        self._stopped.set()
        self._serial += 1
        self._tell(None)
        if plan is None:
            self._timer.stop()
        else:
            self._timer.start()

    def check(self) -> None:
        """Look at what is there now."""
        if self._plan is None:
            return
        self._stopped = Event()
        self._running = _Check(self._serial, self._plan, self._stopped)
        self._running.done.connect(self._take)
        self._pool.start(self._running.run)

    def shutdown(self) -> None:
        """Stop and wait."""
        self._timer.stop()
        self._stopped.set()
        self._pool.waitForDone()

    def _take(self, serial: int, report: SumReport) -> None:
        if serial == self._serial:
            self._tell(report)

    def _tell(self, report: SumReport | None) -> None:
        if report != self.report:
            self.report = report
            self.checked.emit(report)
