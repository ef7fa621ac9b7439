"""Puts what a widget shows into a file: windows with a recording as JPEG, all else as PNG with a palette."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

_ROOT = Path(__file__).resolve().parents[2]
_IMAGES = _ROOT / "docs" / "images"
_JPEG_QUALITY = 74


def shown() -> set[str]:
    """The pictures that some page shows; docs/images keeps no others."""
    pages = (_ROOT / "README.md", *(_ROOT / "docs").rglob("*.md"))
    return {name for page in pages for name in re.findall(r"images/([\w.-]+)", page.read_text("utf-8"))}


class Camera:
    """Takes pictures of one theme at one scale into one folder."""

    def __init__(self, theme: str, scale: int, folder: Path) -> None:
        self._theme, self._scale, self._folder = theme, scale, folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._shown = shown() if folder == _IMAGES else None

    def take(self, widget: QWidget, name: str, photo: bool) -> None:
        """Write `name`-`theme`[-200].jpg for a photo, .png for what has few colours."""
        suffix = "-200" if self._scale > 1 else ""
        path = self._folder / f"{name}-{self._theme}{suffix}.{'jpg' if photo else 'png'}"
        if self._shown is not None and path.name not in self._shown:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        widget.grab().save(buffer, "PNG")
        picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
        if photo:
            picture.save(path, quality=_JPEG_QUALITY, optimize=True, progressive=True)
        else:
            picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
