"""The pictures of all tracks: opened as their files appear, filled while stems grow, spliced for "Everything else"."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.heard import HeardStem
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.spectrum import FLOOR_DB, SpectrumPyramid
from audiosep_core.errors import AudioSepError
from desktop.actions.pictures import FinePeaks, GrowingPeaks, Picture, pending_ranges
from desktop.actions.placed_stem import placed_stem
from desktop.actions.rest_analysis import LaidStem, RestAnalyser
from desktop.actions.spliced import Patch, SplicedPeaks, SplicedSpectrum
from desktop.actions.tile_store import SoundTiles, TileStore
from desktop.document.document import Document
from desktop.document.lineage import separated_from
from desktop.document.state import REST_ID, SOURCE_ID, StemTrack

logger = logging.getLogger(__name__)

REFRESH_MS = 250
_SILENT = 10 ** (-60 / 20)

Reckoned = tuple[float, Path, int] | None
"""A strength, and the sound and the frame of it from which it is reckoned; None is no strength."""


class PictureStore(QObject):
    """What to draw of each track.

    Signals:
        changed: The picture of one track (its id).
        scale_changed: The level that spectrograms draw brightest.
    """

    changed = Signal(str)
    scale_changed = Signal()

    def __init__(self, document: Document, tiles: TileStore | None = None, parent: QObject | None = None) -> None:
        """Without `tiles`, spectrograms have the one transform that their files were written with."""
        super().__init__(parent)
        self._document = document
        self._tiles = tiles
        self._pictures: dict[str, Picture] = {}
        self._stems: dict[str, StemTrack] = {}  # also those taken out: undo brings them back
        self._growing: dict[str, GrowingPeaks] = {}
        self._final: dict[str, list[tuple[int, int]]] = {}
        self._fresh: dict[str, list[tuple[int, int]]] = {}
        self._silent: set[str] = set()
        self._drawn: dict[str, Reckoned] = {}  # how stems are drawn
        self._sounds: list[SoundCache | HeardStem] = []
        self._source_files: tuple[SoundCache, PeakPyramid, SpectrumPyramid] | None = None
        self._patches: list[Patch] = []
        self._rest_of: object = None
        self._serial = 0
        self._decoded = 0
        self.top_db = -12.0
        self._rest = RestAnalyser(self)
        self._rest.analysed.connect(self._take_rest)
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._timer.timeout.connect(self._grow)
        document.stems_changed.connect(self._update_rest)
        document.mix_changed.connect(self._update_rest)

    def picture(self, track_id: str) -> Picture | None:
        """What to draw of a track, None while there is nothing."""
        return self._pictures.get(track_id)

    def is_silent(self, track_id: str) -> bool:
        """Whether a finished stem stays below -60 dBFS throughout."""
        return track_id in self._silent

    def is_stale(self, stem: StemTrack) -> bool:
        """Whether a finished stem is drawn with another strength, or of another source, than it is heard with."""
        now = self._reckoned(stem)
        return stem.state != "working" and self._drawn.get(stem.id, now) != now

    # -- the recording

    def forget_all(self) -> None:
        """Another recording is opened, or none."""
        self._rest.drop()
        ids = list(self._pictures)
        for sound in self._sounds:
            sound.close()
        for store in (
            self._pictures,
            self._stems,
            self._growing,
            self._final,
            self._fresh,
            self._silent,
            self._drawn,
            self._sounds,
            self._patches,
        ):
            store.clear()
        self._source_files = None
        self._decoded = 0
        self._rest_of = None
        if self._tiles is not None:
            self._tiles.forget()
        for track_id in ids:
            self.changed.emit(track_id)

    def follow_source(self, decoded: int) -> None:
        """The first `decoded` frames of the recording can be drawn."""
        source = self._document.state.source
        if source is None:
            return
        try:
            if self._source_files is None:
                peaks = PeakPyramid.open(source.cache.with_suffix(".peaks"))
                spectrum = SpectrumPyramid.open(source.cache.with_suffix(".spectrum"))
                sound = self._open_sound(source.cache)
                self._source_files = sound, peaks, spectrum
                tiles = self._tiles_of({"source": source.cache})
                self._pictures[SOURCE_ID] = Picture(0, source.frames, FinePeaks(peaks, sound), spectrum, tiles=tiles)
            for file in self._source_files:  # the sound too: deep zoom reads what is final in it
                file.refresh()
        except AudioSepError as error:
            logger.info("not drawn yet: %s", error)
            return
        self._outdate(SOURCE_ID, decoded)
        pending = () if source.complete else pending_ranges(0, source.frames, [(0, decoded)])
        self._set(SOURCE_ID, replace(self._pictures[SOURCE_ID], frames=source.frames, pending=pending))
        self._rescale(min(decoded, source.frames))
        self._update_rest()

    def _rescale(self, frames: int) -> None:
        if self._source_files is None or frames <= 0:
            return
        loudest = int(np.max(self._source_files[2].view(0, frames, 512)))
        top_db = max(FLOOR_DB + loudest / 255 * -FLOOR_DB, -60.0)
        if abs(top_db - self.top_db) >= 1:
            self.top_db = top_db
            self.scale_changed.emit()

    # -- stems

    def begin_stem(self, stem: StemTrack) -> None:
        """A stem is asked for, perhaps once more: all of it is pending."""
        self._stems[stem.id] = stem
        self._final[stem.id] = []
        self._silent.discard(stem.id)
        for store in (self._growing, self._fresh, self._drawn):
            store.pop(stem.id, None)
        tiles = self._tiles_of({"source": stem.cache})  # as it is being made: strengths come when it is done
        pending = ((stem.start, stem.end),)
        self._set(stem.id, Picture(stem.start, stem.end - stem.start, pending=pending, tiles=tiles))

    def restore_stem(self, stem: StemTrack) -> None:
        """A stem comes from a project or back from a crash: its picture is still to be taken."""
        self._stems[stem.id] = stem
        self._final[stem.id] = []
        pending = ((stem.start, stem.end),) if stem.unfinished else ()
        self._set(stem.id, Picture(stem.start, stem.end - stem.start, pending=pending))

    def extend_stem(self, stem_id: str, start: int, end: int) -> None:
        """Frames `start` to `end` of a stem are final; drawn at most four times a second."""
        if stem_id not in self._stems:  # of a recording that was closed
            return
        self._final.setdefault(stem_id, []).append((start, end))
        self._fresh.setdefault(stem_id, []).append((start, end))
        if not self._timer.isActive():
            self._timer.start()

    def end_stem(self, stem_id: str) -> None:
        """No more comes; what was not made stays pending."""
        self._grow()
        if stem_id in self._pictures:
            self.changed.emit(stem_id)  # nobody works on it any more
        self._rest_of = None
        self._update_rest()

    def take_analysis(self, stem: StemTrack) -> None:
        """Peaks and spectrum of a stem lie beside its cache."""
        try:
            peaks = PeakPyramid.open(stem.cache.with_suffix(".peaks"))
            spectrum = SpectrumPyramid.open(stem.cache.with_suffix(".spectrum"))
            sound = self._open_stem(stem)
        except AudioSepError as error:
            logger.warning("a stem is not drawn: %s", error)
            return
        frames = stem.end - stem.start
        made = [(start + stem.start, end + stem.start) for start, end in sound.final]
        pending = pending_ranges(stem.start, stem.end, made)
        low, high, _ = peaks.view(0, frames, 64)
        silent = max(float(np.max(np.abs(low))), float(np.max(np.abs(high)))) < _SILENT
        (self._silent.add if silent else self._silent.discard)(stem.id)
        self._drawn[stem.id] = self._reckoned(stem)
        self._growing.pop(stem.id, None)
        fine, tiles = FinePeaks(peaks, sound), self._stem_tiles(stem)
        self._set(stem.id, Picture(stem.start, frames, fine, spectrum, pending, tiles=tiles))
        self._close_unused()
        self._update_rest()

    def show_alike(self, stem_id: str, other_id: str) -> None:
        """Draw a stem as another one is drawn: it is about to be added on the same sound."""
        picture, stem = self._pictures.get(other_id), self._document.state.stem(other_id)
        if picture is None or stem is None:
            return
        self._stems[stem_id] = replace(stem, id=stem_id)
        if other_id in self._drawn:
            self._drawn[stem_id] = self._drawn[other_id]
        (self._silent.add if other_id in self._silent else self._silent.discard)(stem_id)
        self._set(stem_id, picture)

    def forget_stem(self, stem_id: str) -> None:
        """A stem will not come back."""
        self._silent.discard(stem_id)
        for store in (self._pictures, self._stems, self._growing, self._final, self._fresh, self._drawn):
            store.pop(stem_id, None)
        self._close_unused()

    def _grow(self) -> None:
        self._timer.stop()
        fresh, self._fresh = self._fresh, {}
        for stem_id, ranges in fresh.items():
            stem = self._stems.get(stem_id)
            source = self._document.state.source
            if stem is None or source is None:
                continue
            frames = stem.end - stem.start
            growing = self._growing.setdefault(stem_id, GrowingPeaks(source.channels, frames))
            try:
                with SoundCache.open(stem.cache) as sound:
                    for start, end in ranges:
                        growing.fill(sound, start, end)
            except AudioSepError as error:
                logger.info("not drawn yet: %s", error)
                self._fresh[stem_id] = ranges
                continue
            pending = pending_ranges(0, frames, self._final[stem_id])
            shifted = tuple((start + stem.start, end + stem.start) for start, end in pending)
            self._set(stem_id, replace(self._pictures[stem_id], peaks=growing, spectrum=None, pending=shifted))
            tiles = self._pictures[stem_id].tiles
            if isinstance(tiles, SoundTiles):
                for start, end in ranges:
                    tiles.outdate(start, end)

    # -- everything else

    def _update_rest(self) -> None:
        state = self._document.state
        source, picture = state.source, self._pictures.get(SOURCE_ID)
        if source is None or picture is None or not state.stems:
            self._rest.drop()
            self._rest_of = None
            return
        if REST_ID not in self._pictures:
            self._set(REST_ID, picture)
        done = self._finished()
        wanted = (source.cache, source.complete, [(stem.id, self._reckoned(stem)) for stem in done])
        if wanted != self._rest_of:
            self._rest_of = wanted
            if done:
                laid = [
                    LaidStem(stem.cache, stem.start, stem.end, stem.strength, *separated_from(state, stem))
                    for stem in done
                ]
                self._rest.ask(source.cache, source.rate_hz, source.channels, laid)
            else:
                self._rest.drop()  # what runs is of stems that went
                self._take_rest([])

    def _take_rest(self, patches: list[Patch]) -> None:
        picture = self._pictures.get(SOURCE_ID)
        if picture is None or picture.peaks is None or picture.spectrum is None:
            return
        self._patches = patches
        spliced = replace(
            picture,
            peaks=SplicedPeaks(picture.peaks, patches),
            spectrum=SplicedSpectrum(picture.spectrum, patches),
            tiles=self._rest_tiles() if patches else picture.tiles,
        )
        self._set(REST_ID, spliced)

    def _finished(self) -> list[StemTrack]:
        """The stems that the rest is drawn without."""
        return [stem for stem in self._document.state.counted if stem.state != "working" and stem.cache.exists()]

    # -- tiles

    def _tiles_of(self, sound: dict[str, Any]) -> SoundTiles | None:
        source = self._document.state.source
        if self._tiles is None or source is None:
            return None
        return self._tiles.sound(sound, source.rate_hz)

    def _stem_tiles(self, stem: StemTrack) -> SoundTiles | None:
        source = self._document.state.source
        if source is None:
            return None
        whence, offset = separated_from(self._document.state, stem)
        return self._tiles_of({"source": whence, "cache": stem.cache, "offset": offset, "strength": stem.strength})

    def _rest_tiles(self) -> SoundTiles | None:
        source = self._document.state.source
        if source is None:
            return None
        stems = [placed_stem(self._document.state, stem) for stem in self._finished()]
        return self._tiles_of({"source": source.cache, "stems": stems})

    def _outdate(self, track_id: str, decoded: int) -> None:
        """More of the recording is there than when its last tiles were computed."""
        tiles = self._pictures[track_id].tiles
        if isinstance(tiles, SoundTiles) and decoded > self._decoded:
            tiles.outdate(self._decoded, decoded)
        self._decoded = decoded

    # -- common

    def shutdown(self) -> None:
        """Stop the analysis and let go of the files."""
        self._timer.stop()
        self._rest.shutdown()
        self.forget_all()

    def _reckoned(self, stem: StemTrack) -> Reckoned:
        return (stem.strength, *separated_from(self._document.state, stem)) if stem.strength else None

    def _open_stem(self, stem: StemTrack) -> SoundCache | HeardStem:
        state = self._document.state
        if state.source is None or not stem.strength:
            return self._open_sound(stem.cache)
        sound = HeardStem.open(stem.cache, *separated_from(state, stem), stem.strength)
        self._sounds.append(sound)
        return sound

    def _open_sound(self, cache: Path) -> SoundCache:
        sound = SoundCache.open(cache)
        self._sounds.append(sound)
        return sound

    def _close_unused(self) -> None:
        """Let go of sounds that no picture shows any more; a duplicate shares its picture with the first."""
        shown = [picture.peaks.sound for picture in self._pictures.values() if isinstance(picture.peaks, FinePeaks)]
        for sound in [sound for sound in self._sounds if sound not in shown]:
            self._sounds.remove(sound)
            sound.close()

    def _set(self, track_id: str, picture: Picture) -> None:
        self._serial += 1
        self._pictures[track_id] = replace(picture, serial=self._serial)
        self.changed.emit(track_id)
