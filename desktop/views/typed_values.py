"""Times and frequencies as people type them, read and written. Pure."""

from __future__ import annotations

import math
import re

_NUMBER = r"\d+(?:[.,]\d*)?|[.,]\d+"
_CLOCK = re.compile(rf"(?:(\d+):)?(\d+):({_NUMBER})")
_PART = re.compile(rf"({_NUMBER})\s*([a-z]*)\s*")
_SECONDS = {
    "h": 3600.0,
    "hr": 3600.0,
    "m": 60.0,
    "min": 60.0,
    "": 1.0,
    "s": 1.0,
    "sec": 1.0,
    "ms": 0.001,
}
_SAMPLES = re.compile(r"(\d+)\s*(?:samples?|smp|frames?)")
_HERTZ = re.compile(rf"({_NUMBER})\s*(k?)\s*(?:hz)?")
_LONGEST_S = 1e9


def read_time(text: str, rate_hz: int) -> int | None:
    """Frames of a typed time, None where it makes no sense.

    `1:02.5`, `1:02:03`, `62.5`, `62,5 s`, `1 min 2.5 s`, `500 ms` and `44100 samples` are understood.
    """
    text = text.strip().casefold()
    if samples := _SAMPLES.fullmatch(text):
        return int(samples[1]) if len(samples[1]) < 16 else None
    seconds = _clock(text) if ":" in text else _units(text)
    if seconds is None or not seconds < _LONGEST_S:
        return None
    return round(seconds * rate_hz)


def _clock(text: str) -> float | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), _float(match[3])
    if seconds >= 60 or (match[1] is not None and minutes >= 60):
        return None
    return hours * 3600.0 + minutes * 60.0 + seconds


def _units(text: str) -> float | None:
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text) or any(unit not in _SECONDS for _, unit in parts):
        return None
    if len(parts) > 1 and any(not unit for _, unit in parts):
        return None
    return sum(_float(number) * _SECONDS[unit] for number, unit in parts)


def read_hertz(text: str) -> float | None:
    """A typed frequency, None where it makes no sense. `440`, `440 Hz`, `2.5k` and `2,5 kHz` are understood."""
    match = _HERTZ.fullmatch(text.strip().casefold())
    if match is None:
        return None
    hertz = _float(match[1]) * (1000.0 if match[2] else 1.0)
    return hertz if math.isfinite(hertz) else None


def write_hertz(hz: float) -> str:
    """A frequency as it stands in a field: whole hertz."""
    return f"{hz:.0f}"


def _float(text: str) -> float:
    return float(text.replace(",", "."))
