"""Pieces of a spectrogram at any size of transform and any zoom, as bytes of dB; computed on demand. numpy only.

The pyramid of `spectrum` has one transform and mel bands, and is there as soon as a sound is. A tile has all bins of
its transform, so that one tile serves every scale of frequencies, every range of levels and every colour map.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audiosep_core.audio.sound import Sound, read_padded
from audiosep_core.audio.spectrum import FLOOR_DB, rate_scale

COLUMNS = 256
"""Columns of a tile."""

FFT_SIZES = (512, 1024, 2048, 4096, 8192)
"""What a person chooses from, at rates up to 50 kHz; above, a transform spans the same time and not the same frames."""

MOST = 16
"""Transforms under one column at most: under a wider one they are spread out and no longer see everything."""

FINEST_STEP = 16
"""Frames from column to column where it gets no finer."""

_OVERLAP = 4
_BATCH_SAMPLES = 1 << 18


def transform_frames(fft: int, rate_hz: int) -> int:
    """Frames of a transform that is called `fft`: more at rates above 50 kHz."""
    return fft * rate_scale(rate_hz)


def step_for(frames_a_pixel: float) -> int:
    """Frames a column, a power of two: the widest that is not wider than a pixel."""
    return int(max(FINEST_STEP, 2 ** int(np.floor(np.log2(max(frames_a_pixel, 1.0))))))


def widest_step(frames: int) -> int:
    """The widest column that transforms of `frames` see without gaps."""
    return frames // _OVERLAP * MOST


def compute_tile(sound: Sound, frames: int, step: int, index: int) -> NDArray[np.uint8]:
    """Levels of tile `index`: (frames // 2 + 1, COLUMNS) bytes, lowest bin first; 0 is -120 dBFS, 255 is 0 dBFS.

    Column c holds the loudest of the Hann-windowed transforms, power averaged over the channels, that are centred in
    the frames from (index * COLUMNS + c) * step to `step` more. A full-scale sine is 0 dB at its bin.

    Args:
        sound: What is drawn; silent outside of its frames.
        frames: Frames of a transform.
        step: Frames from column to column.
        index: Which tile.

    Raises:
        AudioReadError: The sound cannot be read.
    """
    dense = max(1, min(step, frames // _OVERLAP))
    each = min(-(-step // dense), MOST)
    hop = step / each
    window = np.hanning(frames + 1)[:-1].astype(np.float32)
    scale = 4 / (float(window.sum()) ** 2 * sound.channels)
    tile = np.zeros((frames // 2 + 1, COLUMNS), np.uint8)
    at_once = max(1, _BATCH_SAMPLES // (frames * each))
    for first in range(0, COLUMNS, at_once):
        columns = min(at_once, COLUMNS - first)
        places = (index * COLUMNS + first) * step + (np.arange(columns * each) + 0.5) * hop - frames / 2
        begins = np.floor(places).astype(np.int64)
        power = _power(sound, begins, frames, window, dense=hop < frames)
        loudest = power.reshape(columns, each, -1).max(axis=1) * scale
        decibels = 10.0 * np.log10(np.maximum(loudest, 1e-12))
        tile[:, first : first + columns] = np.rint((1.0 - decibels / FLOOR_DB) * 255.0).clip(0, 255).T
    return tile


def _power(
    sound: Sound, begins: NDArray[np.int64], frames: int, window: NDArray[np.float32], *, dense: bool
) -> NDArray[np.float32]:
    """Summed over the channels, (transforms, bins): of the windows that begin at `begins`."""
    power = np.zeros((len(begins), frames // 2 + 1), np.float32)
    if dense:
        base = int(begins[0])
        block = read_padded(sound, base, int(begins[-1]) + frames)
        views = np.lib.stride_tricks.sliding_window_view(block, frames, axis=0)[begins - base]
    else:
        views = np.stack([read_padded(sound, int(begin), int(begin) + frames).T for begin in begins])
    for channel in range(views.shape[1]):
        spectrum = np.fft.rfft(views[:, channel] * window, axis=1)
        power += np.square(spectrum.real) + np.square(spectrum.imag)
    return power
