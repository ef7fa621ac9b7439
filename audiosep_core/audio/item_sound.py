"""The sound of one item of an export, block by block, in the rate and the channels of its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Literal

import numpy as np

from audiosep_core.audio.band import BandFilter
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.channels import stereo_matrix
from audiosep_core.audio.heard import HeardStem, open_heard, open_stems
from audiosep_core.audio.items import Item, RestItem, StemItem
from audiosep_core.audio.resample import StreamResampler
from audiosep_core.audio.strength import window_frames
from audiosep_core.errors import AudioReadError
from audiosep_core.types import AudioArray

BLOCK_FRAMES = 65536

Channels = Literal["same", "mono", "stereo"]


class ItemSound:
    """An item with its caches open.

    Attributes:
        name: Of its file, without suffix.
        title: For the tags.
        rate_hz: Of the file.
        channels: Of the file.
        start: First frame, counted in the recording.
        source_frames: Frames that are read for one pass.
    """

    def __init__(self, item: Item, caches: ExitStack, rate_hz: int = 0, channels: Channels = "same") -> None:
        """Open the caches; they are closed by `caches`. Rate 0 is the recording's.

        Raises:
            AudioReadError: A cache cannot be read, or there is nothing to write.
        """
        self._voices: list[tuple[SoundCache | HeardStem, int, AudioArray]] = []
        self._source: SoundCache | None = None
        self._gain = np.ones(1, np.float32)
        if isinstance(item, StemItem):
            strength = item.strength if item.source is not None else 0.0
            place = item.offset if item.source_offset is None else item.source_offset
            stem = open_heard(item.cache, item.source or item.cache, place, strength)
            caches.callback(stem.close)
            self._voices.append((stem, item.offset, self._gain))
            self.start = item.offset if item.start is None else max(0, item.start)
            end = item.offset + stem.frames if item.end is None else item.end
            sound: SoundCache | HeardStem = stem
        else:
            source = self._source = sound = caches.enter_context(SoundCache.open(item.source))
            self.start, end = max(0, item.start), min(item.end, source.frames)
            if not isinstance(item, RestItem):
                self._gain = np.array(item.gains, np.float32)
            for placed, (stem, offset) in zip(item.stems, open_stems(item.stems, item.source, caches), strict=True):
                gains = (-1.0,) if isinstance(item, RestItem) else placed.gains
                self._voices.append((stem, offset, np.array(gains, np.float32)))
        self._end = end
        self._band = BandFilter(sound.rate_hz, window_frames(sound.rate_hz), item.band_hz) if item.band_hz else None
        if end <= self.start:
            raise AudioReadError("nothing-to-export", f"“{item.name}” has no sound to export.", "Select a longer part.")
        self.name, self.title = item.name, item.title
        # A pan makes two channels of one.
        sides = max(len(gains) for gains in (self._gain, *(voice[2] for voice in self._voices)))
        self._channels_in, self._rate_in = max(sound.channels, sides), sound.rate_hz
        self._mapping = channels
        self.channels = {"same": self._channels_in, "mono": 1, "stereo": 2}[channels]
        self.rate_hz = rate_hz or sound.rate_hz
        self.source_frames = end - self.start

    @property
    def frames(self) -> int:
        """Frames of the file: as long as the stretch, to the nearest frame."""
        return max(1, round(self.source_frames * self.rate_hz / self._rate_in))

    @property
    def file_start(self) -> int:
        """`start` in frames of the file's rate."""
        return round(self.start * self.rate_hz / self._rate_in)

    def blocks(self) -> Iterator[tuple[int, AudioArray]]:
        """Yield (frames of the recording that this took, (n, channels) float32); from the beginning at each call."""
        resampler = StreamResampler(self._rate_in, self.rate_hz, self.channels)
        left = self.frames
        for start in range(self.start, self._end, BLOCK_FRAMES):
            end = min(start + BLOCK_FRAMES, self._end)
            block = self._mapped(self._mixed(start, end))
            if self.rate_hz != self._rate_in:
                last = end == self._end
                block = resampler.process(block, last=last)[:left]
                if last and len(block) < left:
                    block = np.pad(block, ((0, left - len(block)), (0, 0)))
            left -= len(block)
            yield end - start, block

    def _mixed(self, start: int, end: int) -> AudioArray:
        if self._band is None:
            return self._whole(start, end)
        around = self._band.context
        return self._band.apply(self._whole(start - around, end + around))

    def _whole(self, start: int, end: int) -> AudioArray:
        """Every frequency of frames `start` to `end`, silence outside of the recording."""
        touching = [voice for voice in self._voices if voice[1] < end and voice[1] + voice[0].frames > start]
        as_it_is = not touching and len(self._gain) == 1 and self._gain[0] == 1
        if self._source is not None and as_it_is and self._source.channels == self._channels_in:
            return self._source.read(start, end)
        # In double precision and rounded once: rest + stems gives the source back to the last bit of a float.
        if self._source is not None and self._gain.any():
            mix = self._source.read(start, end).astype(np.float64) * self._gain
            if mix.shape[1] < self._channels_in:
                mix = np.repeat(mix, self._channels_in, axis=1)
        else:
            mix = np.zeros((end - start, self._channels_in), np.float64)
        for stem, offset, gains in touching:
            low, high = max(start, offset), min(end, offset + stem.frames)
            if gains.any():
                mix[low - start : high - start] += stem.read(low - offset, high - offset) * gains.astype(np.float64)
        return mix.astype(np.float32)

    def _mapped(self, block: AudioArray) -> AudioArray:
        here = block.shape[1]
        if self.channels == here or self._mapping == "same":
            return block
        if here > 2 or self._mapping == "stereo":
            block = np.asarray(block @ stereo_matrix(here), np.float32)
        return block if self._mapping == "stereo" else np.asarray(block.mean(axis=1, keepdims=True), np.float32)
