"""What a recording of the sound card holds, block by block: so much of the recording, and so much of the stem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]

BLOCK = 8192
_SILENT = 1e-5


@dataclass(frozen=True)
class Heard:
    """One block of what was played.

    Attributes:
        at: Its first frame in what was recorded.
        frame: The frame of the recording that this is, -1 when nothing is heard.
        source: How much of the recording is in it, as a factor.
        stem: How much of the stem is in it besides, as a factor.
        left_db: What neither explains, below what is heard, in dB.
    """

    at: int
    frame: int
    source: float
    stem: float
    left_db: float

    @property
    def silent(self) -> bool:
        """Whether there was nothing."""
        return self.frame < 0

    def shows(self, source: float, stem: float) -> bool:
        """Whether it is this mix, exactly: within a thousandth, and nothing else below -80 dB."""
        close = abs(self.source - source) < 1e-3 and abs(self.stem - stem) < 1e-3
        return not self.silent and close and self.left_db < -80


class Listener:
    """Knows a recording and one stem of it, the stem laid out as long as the recording; both go round in a loop."""

    def __init__(self, source: Sound, stem: Sound) -> None:
        assert source.shape == stem.shape
        self._frames = len(source)
        self._references = [np.concatenate([sound, sound[:BLOCK]]) for sound in (source, stem)]
        self._size = 1 << (self._frames + 2 * BLOCK).bit_length()
        rest = self._references[0] - self._references[1]
        self._spectra = [np.fft.rfft(sound[:, 0], self._size) for sound in (*self._references, rest)]

    def hear(self, recorded: Sound) -> list[Heard]:
        """Every block of what was recorded."""
        found: list[Heard] = []
        for at in range(0, len(recorded) - BLOCK + 1, BLOCK):
            block = recorded[at : at + BLOCK]
            expected = -1 if not found or found[-1].silent else (found[-1].frame + BLOCK) % self._frames
            found.append(self._explain(at, block, expected))
        return found

    def _explain(self, at: int, block: Sound, expected: int) -> Heard:
        if np.abs(block).max() < _SILENT:
            return Heard(at, -1, 0.0, 0.0, 0.0)
        best = self._fit(at, block, expected) if expected >= 0 else None
        if best is None or best.left_db > -60:
            spectrum = np.conj(np.fft.rfft(block[:, 0], self._size))
            for known in self._spectra:
                frame = int(np.argmax(np.fft.irfft(known * spectrum, self._size)[: self._frames]))
                fit = self._fit(at, block, frame)
                best = fit if best is None or fit.left_db < best.left_db else best
        assert best is not None
        return best

    def _fit(self, at: int, block: Sound, frame: int) -> Heard:
        parts = np.stack([sound[frame : frame + BLOCK].ravel() for sound in self._references], axis=1)
        parts = parts.astype(np.float64)
        factors = np.linalg.lstsq(parts, block.ravel().astype(np.float64), rcond=None)[0]
        left = block.ravel() - parts @ factors
        db = 10 * np.log10(max(float(np.mean(left**2)), 1e-30) / float(np.mean(block.astype(np.float64) ** 2)))
        return Heard(at, frame, float(factors[0]), float(factors[1]), db)
