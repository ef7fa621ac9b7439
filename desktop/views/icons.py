"""Icons from resources/icons, drawn in the colours of the theme at whatever scale the screen has."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from audiosep_core.library.resources import resource
from desktop.views.theme import Theme

_SCALES = (1, 2, 3)


def icon(name: str, theme: Theme, size: int = 20, color: str | None = None) -> QIcon:
    """The icon `name` in the theme's text colour (or `color`); faded where disabled, accented where checked."""
    result = QIcon()
    faded = QColor(theme.text_dim)
    faded.setAlphaF(0.4)
    for mode, state, tint in (
        (QIcon.Mode.Normal, QIcon.State.Off, QColor(color or theme.text)),
        (QIcon.Mode.Normal, QIcon.State.On, QColor(color or theme.accent)),
        (QIcon.Mode.Disabled, QIcon.State.Off, faded),
        (QIcon.Mode.Disabled, QIcon.State.On, faded),
        (QIcon.Mode.Selected, QIcon.State.Off, QColor(theme.accent_text)),
    ):
        for scale in _SCALES:
            result.addPixmap(_pixmap(name, tint, size, scale), mode, state)
    return result


def pixmap(name: str, color: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """One picture of an icon in one colour, for labels."""
    return _pixmap(name, QColor(color), size, max(1, round(ratio)))


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("icons", "application.svg")))


def _pixmap(name: str, tint: QColor, size: int, scale: int) -> QPixmap:
    image = QImage(QSize(size, size) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", tint.name())
    painter = QPainter(image)
    painter.setOpacity(tint.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(scale)
    return result
