"""The thread between files and the sound card: keeps some 50 ms of mix queued in the ring. Never touches Qt.

Every method that other threads call only posts a command; commands are carried out in order, on the feeder's thread.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping

from audiosep_core.errors import DeviceError
from desktop.playback.device import (
    SYSTEM_DEFAULT,
    DeviceFacts,
    NullOutput,
    OpenOutput,
    Output,
    open_output,
    probe_output,
    rescan_outputs,
    runs_at_system_rate,
)
from desktop.playback.level_history import LevelHistory
from desktop.playback.plan import PlaybackPlan
from desktop.playback.program import AS_IT_IS, Manner, Program
from desktop.playback.renderer import OpenCache, Renderer, open_sound_cache
from desktop.playback.scrubbing import ScrubProgram

logger = logging.getLogger(__name__)

QUEUE_S = 0.050
_RESERVE_S = 0.010
_LONGEST_QUEUE_S = 0.250
_TICK_S = 0.008
_REFRESH_S = 0.200
_KEEP_OUTPUT_S = 5.0


class Feeder:
    """Renders ahead, opens and closes the output.

    Attributes:
        output: The output in use, or None. For reading by other threads.
        facts: What there is to say about the output.
        outputs: Names of the outputs as last looked for, the system's default first.
        levels: What meters show, by the time that it is heard.
        handled: How many commands were carried out.

    Args:
        open_cache: Opens a cache's header for reading.
        open_output: Opens an output by name and rate.
        probe: Says what `open_output` would find.
        rescan: Looks anew for outputs and names them; whether that may disturb an open one is its argument.
        clock: Seconds, monotonic.
    """

    def __init__(
        self,
        open_cache: OpenCache = open_sound_cache,
        open_output: OpenOutput = open_output,
        probe: Callable[[str], DeviceFacts] = probe_output,
        rescan: Callable[[bool], tuple[str, ...]] = rescan_outputs,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.output: Output | None = None
        self.facts = DeviceFacts("", False)
        self.outputs: tuple[str, ...] = (SYSTEM_DEFAULT,)
        self.levels = LevelHistory()
        self.handled = 0
        self.posted = 0
        self._open_output = open_output
        self._probe = probe
        self._rescan = rescan
        self._clock = clock
        self._commands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._wake = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None
        self._renderer = Renderer(open_cache)
        self._plan: PlaybackPlan | None = None
        self._program: Program | ScrubProgram | None = None
        self._output_name = SYSTEM_DEFAULT
        self._system_rate_hz = 0
        self._scan_due = False
        self._opened_for: tuple[str, int] | None = None
        self._volume = 1.0
        self._queue_s = QUEUE_S
        self._underruns = 0
        self._refreshed_at = 0.0
        self._idle_since = 0.0
        self._post(self._look_for_output)

    def start(self) -> None:
        """Run on a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="playback-feeder", daemon=True)
        self._thread.start()

    def close(self, timeout_s: float = 3.0) -> None:
        """Stop playing, close device and files, and wait for the thread."""
        self._closing = True
        self._wake.set()
        if self._thread is None:
            self._shut()
        else:
            self._thread.join(timeout_s)

    def set_plan(self, plan: PlaybackPlan | None) -> None:
        """Hear `plan` from now on; None closes every file. What plays goes on where rate and channels stay."""
        self._post(lambda: self._set_plan(plan))

    def set_gains(self, gains: Mapping[str, float], pans: Mapping[str, float] | None = None) -> None:
        """Move to these gains and pans within 10 ms of sound."""
        gains, pans = dict(gains), dict(pans or {})
        self._post(lambda: self._renderer.set_gains(gains, pans))

    def play(
        self, number: int, start: int, end: int | None, loop: tuple[int, int] | None, manner: Manner = AS_IT_IS
    ) -> None:
        """Fade over to playing from `start`; frames are marked with `number` (1 or more, growing)."""

        def make(output: Output, plan: PlaybackPlan) -> Program:
            mixer = output.mixer
            return Program(
                self._renderer,
                plan,
                start,
                end,
                loop,
                number=number,
                rate_hz=mixer.rate_hz,
                channels=mixer.channels,
                manner=manner,
            )

        self._post(lambda: self._play(make))

    def begin_scrub(self, number: int, start: int) -> None:
        """Fade over to sound that follows a hand, which is at `start`; `stop` or `play` ends it."""

        def make(output: Output, plan: PlaybackPlan) -> ScrubProgram:
            mixer = output.mixer
            return ScrubProgram(
                self._renderer, plan, start, number=number, rate_hz=mixer.rate_hz, channels=mixer.channels
            )

        self._post(lambda: self._play(make))

    def scrub(self, frame: int) -> None:
        """The hand is at source frame `frame`."""
        self._post(lambda: self._scrub(frame))

    def stop(self) -> None:
        """Fade out."""
        self._post(self._stop)

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Change the loop of what is playing."""
        self._post(lambda: self._set_loop(loop))

    def set_volume(self, volume: float) -> None:
        """Set the master gain, linear."""
        self._post(lambda: self._set_volume(volume))

    def set_output(self, name: str) -> None:
        """Use another output; stops."""
        self._post(lambda: self._set_output(name))

    def look_for_outputs(self, system_rate_hz: int = 0, at_once: bool = False) -> None:
        """Look which outputs there are; what plays is not disturbed, and a thorough look waits until it ended.

        Args:
            system_rate_hz: At which the system's default output runs; 0 where that is not known.
            at_once: Let go of the output even if it plays: the next `play` finds what is the default then.
        """
        self._post(lambda: self._look_around(system_rate_hz, at_once))

    def lose_output(self, reason: str) -> None:
        """Give up an output that does not answer; the next `play` opens one anew."""
        self._post(lambda: self._lose_output(reason))

    def step(self) -> float | None:
        """Carry out what was posted and top up the ring; returns after how many seconds to come again (None: never)."""
        while True:
            try:
                command = self._commands.get_nowait()
            except queue.Empty:
                break
            try:
                command()
            finally:
                self.handled += 1
        if self._program is not None:
            self._top_up()
            return _TICK_S
        if self.output is not None and self._idle_since:
            left = self._idle_since + _KEEP_OUTPUT_S - self._clock()
            if left > 0:
                return left
            self.output.stop()
            self._idle_since = 0.0
        return None

    def _post(self, command: Callable[[], None]) -> None:
        self.posted += 1
        self._commands.put(command)
        self._wake.set()

    def _run(self) -> None:
        while not self._closing:
            self._wake.clear()
            try:
                pause = self.step()
            except Exception:  # the thread has to outlive a fault: without it the window would wait for ever
                logger.exception("Playback failed")
                self._lose_output("Playback failed; the log says more.")
                pause = None
            self._wake.wait(pause)
        self._shut()

    def _shut(self) -> None:
        self._program = None
        if self.output is not None:
            self.output.stop()
            self.output.close()
            self.output = None
        self._renderer.close()

    def _look_for_output(self) -> None:
        self.facts = self._probe(self._output_name)

    def _look_around(self, system_rate_hz: int, at_once: bool) -> None:
        self._system_rate_hz = system_rate_hz or self._system_rate_hz
        if at_once:
            self._stop()
        if self._program is not None:
            self._scan_due = True
            self.outputs = self._rescan(False)
            return
        self._scan()

    def _scan(self) -> None:
        if self.output is not None:
            self._lose_output("")
        self._scan_due = False
        self.outputs = self._rescan(True)
        self._look_for_output()

    def _set_plan(self, plan: PlaybackPlan | None) -> None:
        old, self._plan = self._plan, plan
        if plan is None:
            self._stop()
            self._renderer.close()
            return
        if old is None or (old.rate_hz, old.channels) != (plan.rate_hz, plan.channels):
            self._stop()
        self._renderer.set_plan(plan)
        if self._program is not None:
            self._program.plan = plan
        else:
            self._renderer.settle(0)  # nothing is heard: caches that left the plan are closed at once

    def _play(self, make: Callable[[Output, PlaybackPlan], Program | ScrubProgram]) -> None:
        plan = self._plan
        if plan is None:
            return
        output = self._ensure_output()
        self._begin(output, make(output, plan))
        try:
            output.start()
        except DeviceError as error:
            logger.warning("%s", error.message)
            output.close()
            output = self._use(NullOutput(output.mixer.rate_hz, error.message))
            self._begin(output, make(output, plan))
            output.start()

    def _begin(self, output: Output, program: Program | ScrubProgram) -> None:
        self._renderer.refresh()
        self._program = program
        self._top_up()
        output.mixer.program = program.ring
        self._idle_since = 0.0

    def _scrub(self, frame: int) -> None:
        if isinstance(self._program, ScrubProgram):
            self._program.target = float(frame)

    def _top_up(self) -> None:
        program, output = self._program, self.output
        assert program is not None
        assert output is not None
        now = self._clock()
        if now - self._refreshed_at > _REFRESH_S:
            self._refreshed_at = now
            self._renderer.refresh()
        if output.mixer.underruns != self._underruns:  # this machine needs more in reserve than others
            self._underruns = output.mixer.underruns
            self._queue_s = min(_LONGEST_QUEUE_S, self._queue_s * 1.5)
            logger.info("The ring ran dry; %d ms are queued from now on", round(self._queue_s * 1000))
        wanted = round(self._queue_s * output.mixer.rate_hz)
        while program.ring.queued < wanted and not program.ring.finished:
            program.advance()
            self.levels.add(program.ring, self._renderer.take_levels())

    def _stop(self) -> None:
        self._program = None
        if self.output is not None:
            self.output.mixer.program = None
            self._idle_since = self._clock()

    def _set_loop(self, loop: tuple[int, int] | None) -> None:
        if self._program is not None:
            self._program.loop = loop

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        if self.output is not None:
            self.output.mixer.volume = volume

    def _set_output(self, name: str) -> None:
        self._output_name = name
        self._lose_output("")
        self._look_for_output()

    def _lose_output(self, reason: str) -> None:
        self._program = None
        output, self.output, self._opened_for = self.output, None, None
        self.facts = DeviceFacts(self.facts.name, False, reason)
        self._scan_due = bool(reason)  # what PortAudio knows of the device is old
        if output is not None:
            output.close()

    def _ensure_output(self) -> Output:
        if self._scan_due and self._program is None:
            self._scan()
        wanted = (self._output_name, self._system_rate_hz if runs_at_system_rate(self._output_name) else 0)
        # A silent clock is kept only while it runs: next time the sound card may be free, or back.
        usable = self.output is not None and (self.output.facts.has_sound or self._program is not None)
        if self.output is not None and usable and self._opened_for == wanted:
            return self.output
        if self.output is not None:
            self.output.stop()
            self.output.close()
            self.output = None
        output = self._use(self._open_output(*wanted))
        self._opened_for = wanted
        return output

    def _use(self, output: Output) -> Output:
        self.output = output
        self.facts = output.facts
        output.mixer.volume = self._volume
        self._underruns = 0
        # A device may take as much as it holds, at once.
        self._queue_s = max(self._queue_s, min(_LONGEST_QUEUE_S, output.latency_s + _RESERVE_S))
        return output
