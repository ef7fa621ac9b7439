"""Two soft notes at the end of long work: up when it went well, down when it did not."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

import numpy as np

logger = logging.getLogger(__name__)

RATE_HZ = 48000
_NOTES_HZ = (659.26, 987.77)  # E5 and B5
_NOTE_S, _GAP_S, _DECAY_S, _LEVEL = 0.45, 0.16, 0.12, 0.12


class Chime(Protocol):
    """Makes itself heard."""

    def play(self, *, good: bool) -> None:
        """Once, without waiting for its end."""


class NoChime:
    """For tests."""

    def play(self, *, good: bool) -> None:
        """Do nothing."""


class SoundChime:
    """Through the system's default output, on a thread and a stream of its own."""

    def play(self, *, good: bool) -> None:
        """Where there is no output, nothing happens."""
        threading.Thread(target=_play, args=(good,), name="chime", daemon=True).start()


def chime_samples(good: bool) -> np.ndarray:
    """The notes: (frames, 1) float32 at `RATE_HZ`, silent at both ends."""
    frames = round((_NOTE_S + _GAP_S) * RATE_HZ)
    samples = np.zeros(frames)
    time = np.arange(round(_NOTE_S * RATE_HZ)) / RATE_HZ
    shape = np.exp(-time / _DECAY_S) * np.minimum(1.0, time / 0.005) * np.minimum(1.0, (_NOTE_S - time) / 0.02)
    for place, note_hz in enumerate(_NOTES_HZ if good else reversed(_NOTES_HZ)):
        start = round(place * _GAP_S * RATE_HZ)
        samples[start : start + len(time)] += _LEVEL * shape * np.sin(2 * np.pi * note_hz * time)
    return samples[:, None].astype(np.float32)


def _play(good: bool) -> None:
    try:
        import sounddevice  # OSError where PortAudio is missing

        sounddevice.play(chime_samples(good), RATE_HZ, blocking=True)
    except (OSError, ImportError, ValueError, RuntimeError) as error:
        logger.info("no chime: %s", error)
    except Exception:
        logger.info("no chime", exc_info=True)
