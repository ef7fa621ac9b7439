"""Mel spectrograms of mixture, truth and estimate side by side, on one scale. Needs the extra `report` (matplotlib)."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from audiosep_core.audio.resample import resample
from audiosep_core.audio.spectrum import SpectrumPyramid, hz_to_mel, to_db
from audiosep_core.types import AudioArray

RANGE_DB = 70.0
_DRAWN_HZ = 32_000
_TICKS_HZ = (125, 250, 500, 1000, 2000, 4000, 8000, 16_000)
_WIDTH_IN, _HEIGHT_IN, _DPI = 13.0, 3.3, 110
_INK = "#22262b"


def draw(panels: Sequence[tuple[str, AudioArray]], rate_hz: int) -> bytes:
    """PNG of the spectrograms of `panels` (title, (frames,) sound), which are equally long.

    Time runs to the right, frequency up on a mel scale to half of `rate_hz`. Colour is level: the loudest point of all
    the panels is 0 dB, everything `RANGE_DB` below it and less is black.
    """
    spectra = [_spectrum(sound, rate_hz) for _, sound in panels]
    loudest = max(float(spectrum.max()) for spectrum in spectra)
    seconds = len(panels[0][1]) / rate_hz
    figure = Figure(figsize=(_WIDTH_IN, _HEIGHT_IN), dpi=_DPI, layout="constrained", facecolor="white")
    canvas = FigureCanvasAgg(figure)
    axes = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    for place, (axis, (title, _), spectrum) in enumerate(zip(axes, panels, spectra, strict=True)):
        image = axis.imshow(
            spectrum - loudest,
            origin="lower",
            aspect="auto",
            cmap="magma",
            vmin=-RANGE_DB,
            vmax=0.0,
            extent=(0.0, seconds, 0.0, float(hz_to_mel(rate_hz / 2))),
            interpolation="nearest",
        )
        axis.set_title(title, fontsize=11, color=_INK, loc="left")
        ticks = [hz for hz in _TICKS_HZ if hz <= rate_hz / 2]
        axis.set_yticks([hz_to_mel(float(hz)) for hz in ticks], [_hz_text(hz) for hz in ticks])
        axis.set_xlabel("seconds", fontsize=9, color=_INK)
        if place == 0:
            axis.set_ylabel("Hz (mel scale)", fontsize=9, color=_INK)
        axis.tick_params(labelsize=8.5, colors=_INK, length=3)
    bar = figure.colorbar(image, ax=list(axes), pad=0.01, aspect=24, ticks=[0, -10, -20, -30, -40, -50, -60, -70])
    bar.set_label("dB below the loudest", fontsize=9, color=_INK)
    bar.ax.tick_params(labelsize=8.5, colors=_INK, length=3)
    canvas.draw()  # type: ignore[no-untyped-call]
    # A palette of 256 colours is what the colour map has, and makes the file half as large.
    pixels = np.asarray(canvas.buffer_rgba())[..., :3]  # type: ignore[no-untyped-call]
    picture = Image.fromarray(pixels).quantize(256, dither=Image.Dither.NONE)
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def _spectrum(sound: AudioArray, rate_hz: int) -> NDArray[np.float32]:
    """(bands, columns) dBFS up to half of `rate_hz`, by the window's own analysis: 64 ms, a column each 16 ms."""
    block = np.ascontiguousarray(sound, np.float32)[:, None]
    if rate_hz < _DRAWN_HZ:
        # The same window in milliseconds at every rate.
        block = resample(block, rate_hz, _DRAWN_HZ)
    rate = max(rate_hz, _DRAWN_HZ)
    pyramid = SpectrumPyramid(rate, 1)
    pyramid.add(block)
    levels = np.asarray(to_db(pyramid.view(0, len(block), max(1, len(block) // pyramid.hop))), np.float32)
    top = round(pyramid.bands * float(hz_to_mel(rate_hz / 2)) / float(hz_to_mel(pyramid.top_hz)))
    return levels[:top]


def _hz_text(hz: int) -> str:
    return f"{hz // 1000}k" if hz >= 1000 else str(hz)
