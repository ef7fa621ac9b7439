"""Bytes and rates as people read them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def amount(size: int) -> str:
    """A number of bytes in the units of the system's language, such as "1.2 GB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def kilohertz(rate_hz: int) -> str:
    """A sample rate: "44.1 kHz"."""
    return f"{rate_hz / 1000:g} kHz"
