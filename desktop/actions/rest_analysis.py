"""Peaks and spectrum of "Everything else" where stems lie, computed in the background from the caches."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import open_heard
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.spectrum import SpectrumPyramid
from audiosep_core.errors import AudioSepError
from desktop.actions.pictures import joined
from desktop.actions.spliced import Patch

logger = logging.getLogger(__name__)

_BLOCK = 1 << 16


class LaidStem(NamedTuple):
    """A stem at frames `start` to `end` of the recording; its strength is reckoned from `source`."""

    cache: Path
    start: int
    end: int
    strength: float
    source: Path
    source_offset: int


@dataclass(frozen=True)
class RestRequest:
    """What to analyse: the source minus these stems, wherever one of them lies."""

    serial: int
    source: Path
    rate_hz: int
    channels: int
    stems: tuple[LaidStem, ...]


def stretches(stems: Sequence[tuple[Path, int, int]]) -> list[tuple[int, int]]:
    """The ranges that stems cover, overlapping ones joined."""
    return joined((start, end) for _, start, end in stems)


def _prefix(serial: int) -> str:
    return f"rest-{serial}-"


class _Analysis(QObject):
    done = Signal(int, list)

    def __init__(self, request: RestRequest, stopped: Event) -> None:
        super().__init__()
        self._request = request
        self._stopped = stopped

    def run(self) -> None:
        request = self._request
        try:
            patches = [
                self._patch(place, *span) for place, span in enumerate(stretches([stem[:3] for stem in request.stems]))
            ]
        except AudioSepError as error:
            logger.warning("everything else is drawn as the recording: %s", error)
            return
        if not self._stopped.is_set():
            self.done.emit(request.serial, patches)

    def _patch(self, place: int, start: int, end: int) -> Patch:
        request = self._request
        base = request.source.with_name(f"{_prefix(request.serial)}{place}")
        peaks = PeakPyramid(request.rate_hz, request.channels)
        spectrum = SpectrumPyramid(request.rate_hz, request.channels)
        source = SoundCache.open(request.source)
        stems = [
            (open_heard(stem.cache, stem.source, stem.source_offset, stem.strength), stem.start, stem.end)
            for stem in request.stems
        ]
        try:
            for at in range(start, end, _BLOCK):
                if self._stopped.is_set():
                    break
                until = min(at + _BLOCK, end)
                block = source.read(at, until)
                for cache, begin, stop in stems:
                    if begin < until and stop > at:
                        block -= cache.read(at - begin, until - begin)
                peaks.add(block)
                spectrum.add(block)
                peaks.save(base.with_suffix(".peaks"))
                spectrum.save(base.with_suffix(".spectrum"))
        finally:
            source.close()
            for cache, _, _ in stems:
                cache.close()
        return Patch(start, end, peaks, spectrum)


class RestAnalyser(QObject):
    """Keeps the rest's pictures true, one analysis at a time; a newer request replaces an older one.

    Signals:
        analysed: arg: the patches (list of Patch) of the newest request.
    """

    analysed = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._serials = itertools.count(1)
        self._serial = 0
        self._stopped = Event()
        self._running: _Analysis | None = None

    def ask(self, source: Path, rate_hz: int, channels: int, stems: Sequence[LaidStem]) -> None:
        """Analyse what these stems leave."""
        self.drop()
        request = RestRequest(self._serial, source, rate_hz, channels, tuple(stems))
        self._folder = source.parent
        self._stopped = Event()
        self._running = _Analysis(request, self._stopped)
        self._running.done.connect(self._take)
        self._pool.start(self._running.run)

    def drop(self) -> None:
        """Forget what runs."""
        self._stopped.set()
        self._serial = next(self._serials)

    def shutdown(self) -> None:
        """Stop and wait."""
        self._stopped.set()
        self._pool.waitForDone()

    def _take(self, serial: int, patches: list[Patch]) -> None:
        if serial == self._serial:
            self.analysed.emit(patches)
            self._remove_older()

    def _remove_older(self) -> None:
        # Whoever listens draws the new files by now, and the one thread writes no others.
        for path in self._folder.glob("rest-*"):
            if not path.name.startswith(_prefix(self._serial)):
                try:
                    path.unlink()
                except OSError as error:  # a system that keeps mapped files: the next time, or with the folder
                    logger.info("left behind: %s", error)
