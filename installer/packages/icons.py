"""The program's icon in the forms that desktops want: PNGs, an ICO and an ICNS, all drawn from one SVG."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from installer.packages.facts import ROOT

ICON = ROOT / "resources" / "icons" / "application.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's four-letter names of PNGs by their edge; the second of a size is the one for dense screens.
_ICNS_TYPES = ((b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"icp6", 64), (b"ic12", 64), (b"ic07", 128),
               (b"ic08", 256), (b"ic13", 256), (b"ic09", 512), (b"ic14", 512), (b"ic10", 1024))  # fmt: skip


@cache
def png(size: int, svg: Path = ICON) -> bytes:
    """The icon as a PNG of `size` by `size` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico(pictures: Mapping[int, bytes] | None = None) -> bytes:
    """Windows' icon file: a directory of 16 bytes an entry, then PNGs (which Windows reads since Vista)."""
    pictures = pictures or {size: png(size) for size in _ICO_SIZES}
    offset = 6 + 16 * len(pictures)
    directory, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, content in sorted(pictures.items()):
        edge = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(content), offset + len(body))
        body += content
    return directory + body


def icns(pictures: Mapping[int, bytes] | None = None) -> bytes:
    """Apple's icon file: four letters and a length before each PNG."""
    pictures = pictures or {size: png(size) for size in {size for _, size in _ICNS_TYPES}}
    chunks = [(name, pictures[size]) for name, size in _ICNS_TYPES if size in pictures]
    body = b"".join(name + struct.pack(">I", 8 + len(content)) + content for name, content in chunks)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
