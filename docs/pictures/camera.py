"""Puts what a widget shows into a file: windows with a recording as JPEG, all else as PNG with a palette."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

KEPT_AT_200 = {"export"}
"""What docs/images keeps of the pictures at 200 %; together they would weigh three times as much as the others."""
DARK_ONLY = {"blind", "compact", "compare", "hint", "overlay", "where-is-it"}
"""What docs/images shows in the dark theme only."""
_JPEG_QUALITY = 74


class Camera:
    """Takes pictures of one theme at one scale into one folder."""

    def __init__(self, theme: str, scale: int, folder: Path) -> None:
        self._theme, self._scale, self._folder = theme, scale, folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._few = folder.parts[-2:] == ("docs", "images")

    def take(self, widget: QWidget, name: str, photo: bool) -> None:
        """Write `name`-`theme`[-200].jpg for a photo, .png for what has few colours."""
        if self._few and (
            (self._scale > 1 and name not in KEPT_AT_200) or (self._theme == "light" and name in DARK_ONLY)
        ):
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        widget.grab().save(buffer, "PNG")
        picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
        suffix = "-200" if self._scale > 1 else ""
        path = self._folder / f"{name}-{self._theme}{suffix}.{'jpg' if photo else 'png'}"
        if photo:
            picture.save(path, quality=_JPEG_QUALITY, optimize=True, progressive=True)
        else:
            picture.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
