"""What the system says of its sound outputs: which came, which went, which one is the default. GUI thread.

PortAudio lists outputs once and tells of nothing; Qt's multimedia module does. It is imported when the watch begins,
after the window is there: its libraries on a thread, the rest in steps between which the window draws and answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop.playback.multimedia_libraries import load_libraries


@dataclass(frozen=True)
class SystemOutputs:
    """The system's outputs at one time.

    Attributes:
        default: Id of the default one, b"" without any.
        rate_hz: At which that one runs; 0 where it is not known.
        names: Name by id.
    """

    default: bytes = b""
    rate_hz: int = 0
    names: Mapping[bytes, str] = field(default_factory=dict)


class OutputWatch(QObject):
    """Tells of changes; to be connected to `Transport.outputs_came_or_went`.

    Signals:
        changed: Name of the output that was the default and is gone, or ""; whether another one is the default now;
            the rate at which that one runs, or 0. Once at the start too, for the rate.

    Args:
        look: For tests; otherwise Qt is asked.
        parent: Qt's.
    """

    changed = Signal(str, bool, int)
    _loaded = Signal()

    def __init__(self, look: Callable[[], SystemOutputs] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._before = SystemOutputs()
        self._pool = QThreadPool(self)
        self._loaded.connect(self._import)

    def start(self) -> None:
        """Begin to watch, in a moment; at once with a `look` of one's own."""
        if self._look is None:
            self._pool.start(self._load)
        else:
            self._begin()

    def _load(self) -> None:
        """On the pool's thread."""
        try:
            load_libraries()
        finally:
            self._loaded.emit()

    def _import(self) -> None:
        import PySide6.QtMultimedia  # noqa: F401 - a step of its own

        QTimer.singleShot(0, self, self._follow_qt)

    def _follow_qt(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        devices = QMediaDevices(self)
        devices.audioOutputsChanged.connect(self.look)
        self._look = _ask_qt
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        assert self._look is not None
        self._before = self._look()
        self.changed.emit("", False, self._before.rate_hz)

    def look(self) -> None:
        """Compare with the last time."""
        assert self._look is not None
        before, now = self._before, self._look()
        self._before = now
        if now != before:
            gone = before.names.get(before.default, "") if before.default not in now.names else ""
            self.changed.emit(gone, now.default != before.default, now.rate_hz)


def _ask_qt() -> SystemOutputs:
    from PySide6.QtMultimedia import QMediaDevices

    default = QMediaDevices.defaultAudioOutput()
    names = {bytes(output.id().data()): output.description() for output in QMediaDevices.audioOutputs()}
    if default.isNull():
        return SystemOutputs(names=names)
    return SystemOutputs(bytes(default.id().data()), default.preferredFormat().sampleRate(), names)
