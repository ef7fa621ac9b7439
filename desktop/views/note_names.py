"""The note nearest to a frequency, in equal temperament with A4 at 440 Hz. Pure arithmetic."""

from __future__ import annotations

import math

A4_HZ = 440.0
_A4 = 69  # its number in MIDI
_NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
_LOWEST_HZ, _HIGHEST_HZ = 15.9, 16000.0


def note_name(hz: float, *, cents: bool) -> str:
    """As "A4" or, with `cents`, "A4 +12 ct"; "" where nobody hears a note."""
    if not _LOWEST_HZ <= hz <= _HIGHEST_HZ:
        return ""
    exact = _A4 + 12 * math.log2(hz / A4_HZ)
    nearest = round(exact)
    name = f"{_NAMES[nearest % 12]}{nearest // 12 - 1}"
    off = round((exact - nearest) * 100)
    return f"{name} {off:+d} ct".replace("-", "−") if cents else name
