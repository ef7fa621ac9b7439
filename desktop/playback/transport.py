"""Play, stop, seek, loop, scrub, as the window knows them. It only posts to the feeder and looks 30 times a second."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.playback.device import SYSTEM_DEFAULT
from desktop.playback.feeder import Feeder
from desktop.playback.plan import PlaybackPlan
from desktop.playback.program import FASTEST, SLOWEST, Manner

POLL_MS = 33
FULL_SCALE = 1.001
"""Above this the mix would clip: full scale and the rounding of a sum (0.01 dB)."""


class Transport(QObject):
    """The playhead.

    Signals:
        position_changed: Source frame under the playhead; 30 times a second while playing, and on seeks.
        playing_changed: Whether it plays.
        device_changed: Name of the output, and whether it can be heard; `device_reason` says why not.
        outputs_changed: Names of the outputs, the system's default first.
        output_lost: The output went away while it played, which was stopped; arg: its name.
        underruns_changed: How many gaps were heard since the output was opened.
        levels_changed: Peaks of the mix, left and right, since the last time: before the limiter and the volume,
            linear, 1.0 is full scale; 0, 0 when it stops.
        track_levels_changed: The same for every track that is heard, by id: dict of (left, right); empty when it stops.
        clipped: The mix was over full scale, and the limiter turned it down.
        speed_changed: Times the usual speed, and whether the pitch stays.

    Args:
        feeder: For tests; otherwise one is made and started.
        parent: Qt's.
    """

    # A C int overflows after 3.1 hours at 192 kHz, and PySide crashes on that.
    position_changed = Signal("qlonglong")  # type: ignore[arg-type]  # the stubs know Python types only
    playing_changed = Signal(bool)
    device_changed = Signal(str, bool)
    outputs_changed = Signal(object)
    output_lost = Signal(str)
    underruns_changed = Signal(int)
    levels_changed = Signal(float, float)
    track_levels_changed = Signal(object)
    clipped = Signal()
    speed_changed = Signal(float, bool)

    def __init__(self, feeder: Feeder | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feeder = feeder if feeder is not None else Feeder()
        if feeder is None:
            self._feeder.start()
        self._plan: PlaybackPlan | None = None
        self._position = 0
        self._playing = False
        self._scrubbing = False
        self._resume = False
        self._number = 0
        self._began_at = 0
        self._end: int | None = None
        self._loop: tuple[int, int] | None = None
        self._manner = Manner()
        self._output_name = SYSTEM_DEFAULT
        self._levels_shown = True
        self._told = ("", False)
        self._told_outputs: tuple[str, ...] = ()
        self._told_underruns = 0
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
    def scrubbing(self) -> bool:
        """Whether a hand drags the playhead."""
        return self._scrubbing

    @property
    def speed(self) -> float:
        """Times the usual speed."""
        return self._manner.speed

    @property
    def keeps_pitch(self) -> bool:
        """Whether the pitch stays at another speed."""
        return self._manner.keep_pitch

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
    def output_name(self) -> str:
        """Which output is asked for."""
        return self._output_name

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of the outputs as last looked for, the system's default first."""
        return self._feeder.outputs

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

    def play(
        self, start: int | None = None, end: int | None = None, band_hz: tuple[float, float] | None = None
    ) -> None:
        """Play from `start` up to `end` (default: the end of the source), of a band only where one is given.

        Without `start` it plays from the playhead; from the loop's first frame when the playhead lies after the loop,
        and from the top when it lies at the end. A loop that is reached no later than `end` repeats until `stop`. At
        the end it stops, and the playhead goes back to where it began.
        """
        if self._plan is None or self._plan.frames <= 0 or self._scrubbing:
            return
        begin = self._position if start is None else self._clamped(start)
        if self._loop is not None and start is None and begin >= self._loop[1]:
            begin = self._loop[0]
        if begin >= min(self._plan.frames, self._plan.frames if end is None else end):
            begin = 0
        self._began_at, self._end = begin, end
        self._manner = Manner(self.speed, self.keeps_pitch, band_hz)
        self._start_from(begin)
        if not self._playing:
            self._playing = True
            self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Fade out; the playhead stays where it is."""
        self._resume = False
        if self._scrubbing:
            self.end_scrub()
        if self._playing:
            self._feeder.stop()
            self._playing = False
            self._silence()
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
        if self._scrubbing:
            self.scrub(frame)
            return
        if not self._playing:
            self._move_to(frame)
            return
        if self._end is not None and frame >= self._end:
            self._end = None
            self._manner = Manner(self.speed, self.keeps_pitch)  # the band was that of the stretch
        self._began_at = frame
        self._start_from(frame)

    def begin_scrub(self) -> None:
        """A hand takes the playhead: from now on it sounds as `scrub` moves it."""
        if self._plan is None or self._scrubbing:
            return
        self._resume = self._playing
        self._scrubbing = True
        self._number += 1
        self._feeder.begin_scrub(self._number, self._position)
        self._watch()

    def scrub(self, frame: int) -> None:
        """The hand is at `frame`; the playhead is there at once, its sound follows as fast as tape can."""
        if self._scrubbing:
            frame = self._clamped(frame)
            self._feeder.scrub(frame)
            self._move_to(frame)

    def end_scrub(self) -> None:
        """The hand lets go; what played before goes on from there."""
        if not self._scrubbing:
            return
        self._scrubbing = False
        if self._resume:
            self.seek(self._position)
        else:
            self._feeder.stop()
            self._silence()

    def set_speed(self, speed: float, keep_pitch: bool = True) -> None:
        """Play at another speed, to hundredths; what plays goes on at it. Without `keep_pitch` it sounds like tape."""
        speed = round(min(max(speed, SLOWEST), FASTEST), 2)
        if (speed, keep_pitch) == (self.speed, self.keeps_pitch):
            return
        self._manner = Manner(speed, keep_pitch, self._manner.band_hz)
        if self._playing and not self._scrubbing:
            self._start_from(self._position)
        self.speed_changed.emit(speed, keep_pitch)

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

    def set_gains(self, gains: Mapping[str, float], pans: Mapping[str, float] | None = None) -> None:
        """Linear gain and pan by track; heard within some 60 ms, without a click and without moving the playhead."""
        self._feeder.set_gains(gains, pans)

    def set_volume(self, volume_db: float) -> None:
        """How loud it is listened to, in dB; minus infinity is silence. The mix and its meters do not know of it."""
        self._feeder.set_volume(10.0 ** (volume_db / 20.0))

    def set_output(self, name: str = SYSTEM_DEFAULT) -> None:
        """Use another output, one of `outputs`; stops."""
        self.stop()
        self._output_name = name
        self._feeder.set_output(name)
        self._watch()

    def show_levels(self, shown: bool) -> None:
        """Whether levels are told; in a blind comparison they would give away what is heard."""
        self._levels_shown = shown
        if not shown:
            self._silence()

    def look_for_outputs(self) -> None:
        """Look which outputs there are; `outputs_changed` tells. Does not disturb what plays."""
        self._feeder.look_for_outputs()
        self._watch()

    def outputs_came_or_went(self, gone: str, moved: bool, system_rate_hz: int) -> None:
        """The system has other outputs than before.

        Args:
            gone: Name of the system's default output where that one went away, as headphones do; else "".
            moved: Whether the system's default is another one now.
            system_rate_hz: At which it runs; 0 where that is not known.
        """
        follows = self._output_name == SYSTEM_DEFAULT
        if gone and follows and (self._playing or self._scrubbing):
            # What came out of headphones must not go on from the loudspeakers.
            self.stop()
            self._feeder.look_for_outputs(system_rate_hz, at_once=True)
            self.output_lost.emit(gone)
        elif moved and follows and self._playing and not self._scrubbing:
            self._feeder.look_for_outputs(system_rate_hz, at_once=True)
            self._start_from(self._position)
        else:
            self._feeder.look_for_outputs(system_rate_hz)
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
        if self._playing or self._scrubbing:
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
            name = self.device_name
            self._feeder.lose_output(self.tr("The sound output stopped answering. Press play to try again."))
            self.stop()
            self.output_lost.emit(name)
            self._watch()
            return
        number, frame = output.mixer.heard(output.latency_s)
        if not self._scrubbing:
            if number == -self._number:
                self._move_to(self._began_at)
                self.stop()
            elif number == self._number:
                self._move_to(int(frame))
        if self._playing or self._scrubbing:
            self._tell_levels()

    def _tell_levels(self) -> None:
        output = self._feeder.output
        assert output is not None
        levels = self._feeder.levels.heard(output.mixer.program, round(output.latency_s * output.mixer.rate_hz))
        if levels is not None and self._levels_shown:
            self.levels_changed.emit(*levels.mix)
            self.track_levels_changed.emit(levels.tracks)
            if max(levels.mix) > FULL_SCALE:
                self.clipped.emit()

    def _silence(self) -> None:
        self._feeder.levels.heard(None, 0)
        self.levels_changed.emit(0.0, 0.0)
        self.track_levels_changed.emit({})

    def _watch(self) -> None:
        if not self._timer.isActive():  # a start would put off the next look, for ever in a fast scrub
            self._timer.start()

    def _start_from(self, frame: int) -> None:
        self._number += 1
        self._feeder.play(self._number, frame, self._end, self._loop, self._manner)
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
        if self._feeder.outputs != self._told_outputs:
            self._told_outputs = self._feeder.outputs
            self.outputs_changed.emit(self._told_outputs)
        if self.underruns != self._told_underruns:
            self._told_underruns = self.underruns
            self.underruns_changed.emit(self._told_underruns)


def _identity(plan: PlaybackPlan) -> tuple[object, ...]:
    return plan.source, plan.rate_hz, plan.channels
