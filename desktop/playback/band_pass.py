"""A box of the spectrogram as it sounds: only its band is let through, in phase and in time with what was there."""

from __future__ import annotations

import numpy as np

from audiosep_core.audio.band import BandFilter
from audiosep_core.types import AudioArray
from desktop.playback.ring import Positions

_WINDOW_S = 1 / 12
"""Half the length of the filter: edges 36 Hz wide at least, and that much is read ahead."""


class BandPass:
    """A linear-phase band filter (`audiosep_core.audio.band`) over what is played, each frame kept with its place.

    Before the first frame and after the last there is silence: a box sounds as it would cut out.
    """

    def __init__(self, rate_hz: int, channels: int, band_hz: tuple[float, float]) -> None:
        self._filter = BandFilter(rate_hz, max(64, round(_WINDOW_S * rate_hz)), band_hz)
        self._held = np.zeros((self._filter.context, channels), np.float32)
        self._places = np.zeros(0, np.float64)

    def process(self, sound: AudioArray, positions: Positions, last: bool) -> tuple[AudioArray, Positions]:
        """As of `Stage`."""
        context = self._filter.context
        parts = [self._held, sound]
        if last:
            parts.append(np.zeros((context, sound.shape[1]), np.float32))
        held = np.concatenate(parts)
        places = np.concatenate([self._places, positions])
        output = self._filter.apply(held)
        count = len(output)
        self._held, self._places = held[count:], places[count:]
        return output, places[:count]
