"""A sound of which only a band of frequencies is heard, filtered where it is read."""

from __future__ import annotations

from audiosep_core.audio.band import BandFilter
from audiosep_core.audio.sound import Sound, read_padded
from audiosep_core.audio.strength import window_frames
from audiosep_core.types import AudioArray


class BandedSound:
    """Another sound through a `BandFilter`: the same to rounding however it is read.

    Attributes:
        rate_hz: Frames a second.
        channels: Channels.
        frames: Length, that of the sound.
    """

    def __init__(self, sound: Sound, band_hz: tuple[float, float]) -> None:
        """Nothing is read yet.

        Args:
            sound: What is filtered; around it there is silence.
            band_hz: Lowest and highest frequency that stays.
        """
        self._sound = sound
        self._filter = BandFilter(sound.rate_hz, window_frames(sound.rate_hz), band_hz)
        self.rate_hz, self.channels = sound.rate_hz, sound.channels

    @property
    def frames(self) -> int:
        """Length, that of the sound."""
        return self._sound.frames

    def read(self, start: int, end: int) -> AudioArray:
        """Frames [start, end), (frames, channels) float32."""
        around = self._filter.context
        return self._filter.apply(read_padded(self._sound, start - around, end + around))
