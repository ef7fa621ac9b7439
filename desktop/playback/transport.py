"""Play, stop, seek, loop, as the window knows them. It only posts to the feeder and looks 30 times a second."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.playback.device import SYSTEM_DEFAULT
from desktop.playback.feeder import Feeder
from desktop.playback.plan import PlaybackPlan

POLL_MS = 33

_STOPPED_ANSWERING = "The sound output stopped answering. Press play to try again, or choose another output."


class Transport(QObject):
    """The playhead.

    Signals:
        position_changed: Source frame under the playhead; 30 times a second while playing, and on seeks.
        playing_changed: Whether it plays.
        device_changed: Name of the output, and whether it can be heard; `device_reason` says why not.
        levels_changed: Peaks of left and right since the last time, linear, 1.0 is full scale; 0, 0 when it stops.

    Args:
        feeder: For tests; otherwise one is made and started.
        parent: Qt's.
    """

    # A C int overflows after 3.1 hours at 192 kHz, and PySide crashes on that.
    position_changed = Signal("qlonglong")  # type: ignore[arg-type]  # the stubs know Python types only
    playing_changed = Signal(bool)
    device_changed = Signal(str, bool)
    levels_changed = Signal(float, float)

    def __init__(self, feeder: Feeder | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feeder = feeder if feeder is not None else Feeder()
        if feeder is None:
            self._feeder.start()
        self._plan: PlaybackPlan | None = None
        self._position = 0
        self._playing = False
        self._number = 0
        self._began_at = 0
        self._end: int | None = None
        self._loop: tuple[int, int] | None = None
        self._told = ("", False)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._watch()

    @property
    def position(self) -> int:
        """Source frame that is heard now, or from which it would play."""
        return self._position

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing

    @property
    def has_sound(self) -> bool:
        """Whether the output can be heard; False until one was found."""
        return self._feeder.facts.has_sound

    @property
    def device_name(self) -> str:
        """Name of the output, "" until it was looked for."""
        return self._feeder.facts.name

    @property
    def device_reason(self) -> str:
        """Why there is no sound, a sentence for the person, or ""."""
        return self._feeder.facts.reason

    @property
    def underruns(self) -> int:
        """Gaps that were heard since the output was opened."""
        output = self._feeder.output
        return 0 if output is None else output.mixer.underruns + output.mixer.device_underruns

    def set_tracks(self, plan: PlaybackPlan | None) -> None:
        """Hear this plan; None when the source is closed. Another source stops and rewinds, new stems do not."""
        old, self._plan = self._plan, plan
        same = old is not None and plan is not None and _identity(old) == _identity(plan)
        if not same:
            self.stop()
            self._loop = None
            self._move_to(0)
        elif plan is not None and self._position > plan.frames:
            self._move_to(plan.frames)
        self._feeder.set_plan(plan)
        self._watch()

    def play(self, start: int | None = None, end: int | None = None) -> None:
        """Play from `start` up to `end` (default: the end of the source).

        Without `start` it plays from the playhead; from the loop's first frame when the playhead lies after the loop,
        and from the top when it lies at the end. A loop that is reached no later than `end` repeats until `stop`. At
        the end it stops, and the playhead goes back to where it began.
        """
        if self._plan is None or self._plan.frames <= 0:
            return
        begin = self._position if start is None else self._clamped(start)
        if self._loop is not None and start is None and begin >= self._loop[1]:
            begin = self._loop[0]
        if begin >= min(self._plan.frames, self._plan.frames if end is None else end):
            begin = 0
        self._began_at, self._end = begin, end
        self._start_from(begin)
        if not self._playing:
            self._playing = True
            self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Fade out; the playhead stays where it is."""
        if self._playing:
            self._feeder.stop()
            self._playing = False
            self.levels_changed.emit(0.0, 0.0)
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play or stop."""
        if self._playing:
            self.stop()
        else:
            self.play()

    def seek(self, frame: int) -> None:
        """Put the playhead on `frame`; what plays goes on from there."""
        frame = self._clamped(frame)
        if not self._playing:
            self._move_to(frame)
            return
        if self._end is not None and frame >= self._end:
            self._end = None
        self._began_at = frame
        self._start_from(frame)

    def set_loop(self, start: int | None, end: int | None = None) -> None:
        """Repeat frames `start` to `end` (default: to the end of the source); None plays on. Under 64 frames: none."""
        if start is None or self._plan is None:
            self._loop = None
        else:
            last = self._plan.frames if end is None else self._clamped(end)
            self._loop = (self._clamped(start), last)
        self._feeder.set_loop(self._loop)
        if self._playing and self._loop is not None and self._position >= self._loop[1]:
            self.seek(self._loop[0])

    def set_gains(self, gains: Mapping[str, float]) -> None:
        """Linear gain by track; heard within some 60 ms, without a click and without moving the playhead."""
        self._feeder.set_gains(gains)

    def set_volume(self, volume_db: float) -> None:
        """Master volume in dB; minus infinity is silence."""
        self._feeder.set_volume(10.0 ** (volume_db / 20.0))

    def set_output(self, name: str = SYSTEM_DEFAULT) -> None:
        """Use another output, one of `device.list_outputs()`; stops."""
        self.stop()
        self._feeder.set_output(name)
        self._watch()

    def shutdown(self) -> None:
        """Stop and close device and files; the window calls it when it closes."""
        self.stop()
        self._timer.stop()
        self._feeder.close()

    @Slot()
    def poll(self) -> None:
        """Look at what was played; the timer's, and idle while nothing moves."""
        feeder = self._feeder
        settled = feeder.handled == feeder.posted  # before looking: what was posted later is looked at later
        self._tell_device()
        if self._playing:
            self._follow(settled)
        elif settled:
            self._timer.stop()

    def _follow(self, settled: bool) -> None:
        output = self._feeder.output
        if output is None:
            if settled:  # the feeder gave it up
                self.stop()
            return
        if output.stalled:
            self._feeder.lose_output(_STOPPED_ANSWERING)
            self.stop()
            self._watch()
            return
        number, frame = output.mixer.heard(output.latency_s)
        if number == -self._number:
            self._move_to(self._began_at)
            self.stop()
        elif number == self._number:
            self._move_to(int(frame))
        peaks = output.mixer.peaks
        if self._playing:
            self.levels_changed.emit(float(peaks[0]), float(peaks[-1]))
        peaks[:] = 0.0

    def _watch(self) -> None:
        if not self._timer.isActive():  # a start would put off the next look, for ever in a fast scrub
            self._timer.start()

    def _start_from(self, frame: int) -> None:
        self._number += 1
        self._feeder.play(self._number, frame, self._end, self._loop)
        self._move_to(frame)
        self._watch()

    def _move_to(self, frame: int) -> None:
        if frame != self._position:
            self._position = frame
            self.position_changed.emit(frame)

    def _clamped(self, frame: int) -> int:
        return max(0, min(int(frame), self._plan.frames if self._plan is not None else 0))

    def _tell_device(self) -> None:
        facts = self._feeder.facts
        if facts.name and (facts.name, facts.has_sound) != self._told:
            self._told = (facts.name, facts.has_sound)
            self.device_changed.emit(*self._told)


def _identity(plan: PlaybackPlan) -> tuple[object, ...]:
    return plan.source, plan.rate_hz, plan.channels
