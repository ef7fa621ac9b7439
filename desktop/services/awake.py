"""Keeping the computer awake while there is work; its screen may go dark. Only Linux's is tested."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from typing import Protocol

from desktop.services.session_bus import SessionBus

logger = logging.getLogger(__name__)

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # SetThreadExecutionState
_GNOME_SUSPEND = 4


class Awake(Protocol):
    """Keeps the computer from going to sleep."""

    def keep(self, reason: str) -> None:
        """From now on; a second time does nothing."""

    def let_go(self) -> None:
        """It may sleep again."""


class NotAwake:
    """For systems where it cannot be done, and for tests."""

    def keep(self, reason: str) -> None:
        """Do nothing."""

    def let_go(self) -> None:
        """Do nothing."""


class BusAwake:
    """KDE's, Xfce's and MATE's power management, or GNOME's session; both end by themselves when this program does."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._wanted = False
        self._held: tuple[str, int] | None = None  # by whom, and its number; of the bus's thread
        self._reason = ""

    def keep(self, reason: str) -> None:
        """Ask one service, then the other."""
        if self._wanted:
            return
        self._wanted, self._reason = True, reason
        self._ask("org.freedesktop.PowerManagement.Inhibit", "Inhibit", "ss", ("AudioSep", reason), self._kept)

    def let_go(self) -> None:
        """Give the number back."""
        if self._wanted:
            self._wanted = False
            # In the queue behind the answer to `keep`.
            self._bus.call(*_BUS_ITSELF, "GetId", "", (), self._give_back)

    def _kept(self, reply: tuple[int, ...] | None) -> None:
        if reply is not None:
            self._held = "org.freedesktop.PowerManagement.Inhibit", reply[0]
            return
        body = ("audiosep-desktop", 0, self._reason, _GNOME_SUSPEND)
        self._ask("org.gnome.SessionManager", "Inhibit", "susu", body, self._kept_by_gnome)

    def _kept_by_gnome(self, reply: tuple[int, ...] | None) -> None:
        if reply is not None:
            self._held = "org.gnome.SessionManager", reply[0]
            if not self._wanted:  # the answer came after the end of the work
                self._give_back(None)

    def _give_back(self, _: object) -> None:
        if self._held is None or self._wanted:
            return
        (name, number), self._held = self._held, None
        method = "Uninhibit" if name.startswith("org.gnome") else "UnInhibit"
        self._ask(name, method, "u", (number,), _ignore)

    def _ask(self, name: str, method: str, signature: str, body: tuple[object, ...], reply: object) -> None:
        self._bus.call(name, "/" + name.replace(".", "/"), name, method, signature, body, reply)  # type: ignore[arg-type]


class WindowsAwake:
    """SetThreadExecutionState. Not tested: there is no Windows among the machines that this was made on."""

    def keep(self, reason: str) -> None:
        """Until `let_go`, or the end of the thread."""
        ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)  # type: ignore[attr-defined]

    def let_go(self) -> None:
        """As the system has it."""
        ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)  # type: ignore[attr-defined]


class CaffeinateAwake:
    """macOS's own program, which ends with this one. Not tested there."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def keep(self, reason: str) -> None:
        """Start it."""
        if self._process is None:
            try:
                self._process = subprocess.Popen(["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())])
            except OSError as error:
                logger.info("cannot stay awake: %s", error)

    def let_go(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def make_awake(bus: SessionBus) -> Awake:
    """The one of this system."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return CaffeinateAwake()
    return BusAwake(bus)


_BUS_ITSELF = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def _ignore(_: object) -> None:
    """Nothing to do about it."""
