"""Telling a person who looks elsewhere that long work is over."""

from __future__ import annotations

from typing import Any, Protocol

from desktop.services.session_bus import SessionBus


class Notifier(Protocol):
    """Shows a notification of the system's."""

    def tell(self, title: str, text: str) -> None:
        """Show one; a newer one takes its place."""


class Silent:
    """For systems without notifications, and for tests."""

    def tell(self, title: str, text: str) -> None:
        """Do nothing."""


class BusNotifier:
    """The freedesktop.org notification service (specification 1.2)."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._last = 0

    def tell(self, title: str, text: str) -> None:
        """Show one in the place of the last."""
        hints = {"desktop-entry": ("s", "audiosep-desktop")}
        body: tuple[Any, ...] = ("AudioSep", self._last, "audiosep-desktop", title, text, [], hints, -1)
        place = "org.freedesktop.Notifications"
        self._bus.call(place, "/org/freedesktop/Notifications", place, "Notify", "susssasa{sv}i", body, self._shown)

    def _shown(self, reply: tuple[int, ...] | None) -> None:
        if reply is not None:
            self._last = reply[0]
