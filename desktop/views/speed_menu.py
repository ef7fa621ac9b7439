"""How fast it plays, as a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.playback.transport import Transport
from desktop.views.choice_menu import ChoiceMenu

SPEEDS = (0.25, 0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0)


def speed_text(speed: float) -> str:
    """As people write it: "1×", "0.75×"."""
    return f"{speed:.2f}".rstrip("0").rstrip(".") + "×"


def next_speed(speed: float, step: int) -> float:
    """The speed of the menu that is next to this one, faster (1) or slower (-1)."""
    others = [other for other in SPEEDS if (other - speed) * step > 1e-6]
    if not others:
        return speed
    return min(others) if step > 0 else max(others)


class SpeedMenu(ChoiceMenu):
    """The usual steps, and whether the pitch stays."""

    def __init__(self, transport: Transport, parent: QWidget | None = None) -> None:
        super().__init__("speedMenu", parent)
        self.setTitle(self.tr("Spee&d"))
        self._transport = transport
        self.offer((speed_text(speed), speed) for speed in SPEEDS)
        self.addSeparator()
        self._pitch = self.addAction(self.tr("&Keep the pitch"))
        self._pitch.setCheckable(True)
        self._pitch.setToolTip(self.tr("Off, it sounds like a tape that runs faster or slower"))
        self.setToolTipsVisible(True)
        self._show(transport.speed, transport.keeps_pitch)
        self.picked.connect(self._choose)
        self._pitch.triggered.connect(self._keep)
        transport.speed_changed.connect(self._show)

    def _show(self, speed: float, keeps_pitch: bool) -> None:
        self.tick(speed)
        self._pitch.setChecked(keeps_pitch)

    def _choose(self, speed: float) -> None:
        self._transport.set_speed(speed, self._transport.keeps_pitch)

    def _keep(self) -> None:
        self._transport.set_speed(self._transport.speed, self._pitch.isChecked())
