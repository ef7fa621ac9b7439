"""Position and selection as sentences, for whoever hears the window instead of seeing it. Pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.document.state import Selection


def spoken_time(frame: int, rate_hz: int) -> str:
    """A time in words: "2 minutes 5.25 seconds"."""
    hundredths = round(frame / rate_hz * 100)
    minutes, rest = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(_tr("1 hour") if hours == 1 else _tr("{n} hours").format(n=hours))
    if minutes:
        parts.append(_tr("1 minute") if minutes == 1 else _tr("{n} minutes").format(n=minutes))
    if rest or not parts:
        parts.append(_tr("1 second") if rest == 100 else _tr("{n} seconds").format(n=f"{rest / 100:g}"))
    return " ".join(parts)


def spoken_selection(selection: Selection | None, rate_hz: int) -> str:
    """What is marked, in words."""
    if selection is None:
        return _tr("Nothing selected")
    start, end = spoken_time(selection.start, rate_hz), spoken_time(selection.end, rate_hz)
    length = spoken_time(selection.end - selection.start, rate_hz)
    text = _tr("Selected from {start} to {end}, {length} long").format(start=start, end=end, length=length)
    if selection.band_hz is None:
        return text
    low, high = selection.band_hz
    return text + _tr(", from {low} to {high} hertz").format(low=f"{low:.0f}", high=f"{high:.0f}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("spoken", text)
