"""How far the work is, on the program's button in the taskbar or dock.

Only Linux's is tested; the other two are as small as they can be for that reason.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Any, Protocol

from desktop.services.session_bus import SessionBus

logger = logging.getLogger(__name__)

_DESKTOP_FILE = "application://audiosep-desktop.desktop"
_TASKBAR_CLASS = "{56FDF344-FD6D-11D0-958A-006097C9A090}"
_TASKBAR_3 = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
_HR_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10  # places in ITaskbarList3's table of functions
_NO_PROGRESS, _NORMAL = 0, 2


class Taskbar(Protocol):
    """Shows progress on the program's button."""

    def show(self, share: float | None) -> None:
        """From 0 to 1; None takes it away."""


class NoTaskbar:
    """For systems without, and for tests."""

    def show(self, share: float | None) -> None:
        """Do nothing."""


class BusTaskbar:
    """Docks that follow Unity's launcher interface: KDE, Ubuntu's, Dash to Dock, Plank."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus

    def show(self, share: float | None) -> None:
        """Tell every dock that listens."""
        properties = {"progress": ("d", share or 0.0), "progress-visible": ("b", share is not None)}
        interface = "com.canonical.Unity.LauncherEntry"
        body = (_DESKTOP_FILE, properties)
        self._bus.signal("/com/audiosep/launcher", interface, "Update", "sa{sv}", body)


class WindowsTaskbar:
    """ITaskbarList3 of the shell. Not tested: there is no Windows among the machines that this was made on."""

    def __init__(self, window_id: int) -> None:
        self._window_id = window_id
        self._list: Any = None
        try:
            self._list = self._make()
        except (OSError, AttributeError) as error:
            logger.info("no taskbar: %s", error)

    def show(self, share: float | None) -> None:
        """Show it on the window's button."""
        if self._list is None:
            return
        self._call(
            _SET_STATE, (ctypes.c_void_p, ctypes.c_int), self._window_id, _NO_PROGRESS if share is None else _NORMAL
        )
        if share is not None:
            sizes = (ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ulonglong)
            self._call(_SET_VALUE, sizes, self._window_id, round(1000 * share), 1000)

    def _make(self) -> Any:
        ole = ctypes.windll.ole32  # type: ignore[attr-defined]
        ids = [ctypes.create_string_buffer(16) for _ in range(2)]
        for place, text in zip(ids, (_TASKBAR_CLASS, _TASKBAR_3), strict=True):
            ole.CLSIDFromString(ctypes.c_wchar_p(text), place)
        found = ctypes.c_void_p()
        ole.CoInitialize(None)
        if ole.CoCreateInstance(ids[0], None, 1, ids[1], ctypes.byref(found)) or not found:
            raise OSError("the shell has none")
        self._list = found
        self._call(_HR_INIT, ())
        return found

    def _call(self, place: int, kinds: tuple[Any, ...], *values: int) -> None:
        table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
        method = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place])  # type: ignore[attr-defined]
        method(self._list, *values)


class BadgeTaskbar:
    """Per cent as the badge of the dock's icon (macOS). Not tested there.

    Args:
        set_badge: `QGuiApplication.setBadgeNumber`.
    """

    def __init__(self, set_badge: Callable[[int], None]) -> None:
        self._set_badge = set_badge

    def show(self, share: float | None) -> None:
        """0 is no badge."""
        self._set_badge(0 if share is None else max(1, round(100 * share)))


def make_taskbar(bus: SessionBus, window_id: Callable[[], int], set_badge: Callable[[int], None]) -> Taskbar:
    """The one of this system."""
    if sys.platform == "win32":
        return WindowsTaskbar(window_id())
    if sys.platform == "darwin":
        return BadgeTaskbar(set_badge)
    return BusTaskbar(bus)
