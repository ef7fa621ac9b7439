"""Where the sound goes: a PortAudio stream, or a silent clock without a sound card. Opened off the GUI thread."""

from __future__ import annotations

import abc
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from audiosep_core.errors import DeviceError
from audiosep_core.types import AudioArray
from desktop.playback.mixer import Mixer

logger = logging.getLogger(__name__)

SYSTEM_DEFAULT = "System default"
NO_SOUND = "No sound"
LATENCY_S = 0.030
STALL_S = 2.5
"""A sound server may take two seconds at once and then rest as long; what is unplugged is told of much sooner."""
ASLEEP_S = 1.0
LEAD_IN_S = 0.050
"""PulseAudio drops some 20 ms at the start of a stream; the stream then runs on between stop and play."""

_NO_PORTAUDIO = "Playback needs the PortAudio library, which is not installed; everything else works."
_NO_OUTPUT = "No sound output was found; everything but playback works."
_SILENT_HZ = 48000
_SERVERS = ("default", "pulse", "pipewire", "sysdefault")
"""ALSA's names for a sound server: PortAudio cannot know their rate and says 44.1 kHz."""

_BLOCK = 1024
_TICK_S = 0.020
_CLOSE_S = 1.0


@dataclass(frozen=True)
class DeviceFacts:
    """What a person is told about the output: its name, whether it is heard, and if not, why."""

    name: str
    has_sound: bool
    reason: str = ""


class Output(abc.ABC):
    """Pulls blocks from its mixer between `start` and `stop`. Feeder thread, except for what says otherwise."""

    facts: DeviceFacts
    mixer: Mixer
    latency_s: float = 0.0

    @abc.abstractmethod
    def start(self) -> None:
        """Begin to pull; does nothing when it already does. Raises DeviceError."""

    @abc.abstractmethod
    def stop(self) -> None:
        """Stop pulling."""

    @abc.abstractmethod
    def close(self) -> None:
        """Let go of the device."""

    @property
    @abc.abstractmethod
    def stalled(self) -> bool:
        """Whether it should pull and has not done so for STALL_S. Any thread."""


OpenOutput = Callable[[str, int], Output]
"""By name, and the rate to ask for, 0 for the device's own."""


class SoundDeviceOutput(Output):
    """A PortAudio output stream.

    Args:
        name: SYSTEM_DEFAULT or one of `list_outputs()`.
        rate_hz: At which the device runs, where the system has told; 0, and a refused one, is the device's own word
            (see `mixer.rate_hz`). The device is never asked for the source's rate: some switch over then, for every
            program that plays, and some resample badly.
    """

    def __init__(self, name: str, rate_hz: int = 0) -> None:
        sounddevice = _sounddevice()
        device = None if name == SYSTEM_DEFAULT else name
        try:
            about = sounddevice.query_devices(device, "output")
        except (sounddevice.PortAudioError, ValueError) as error:
            raise DeviceError("output-missing", _NO_OUTPUT if device is None else f"“{name}” is not there.") from error
        try:
            channels = min(2, int(about["max_output_channels"]))
            rate_hz = self._accepted_rate(sounddevice, about, device, channels, rate_hz)
            self.mixer = Mixer(rate_hz, channels)
            self._stream = sounddevice.OutputStream(
                samplerate=rate_hz,
                device=device,
                channels=channels,
                dtype="float32",
                latency=LATENCY_S,
                callback=self._callback,
            )
        except (sounddevice.PortAudioError, ValueError) as error:
            raise DeviceError("output-unusable", f"The output “{name}” cannot be used: {error}.") from error
        self.latency_s = float(self._stream.latency)
        self.facts = DeviceFacts(name, True)
        self._failure: type[Exception] = sounddevice.PortAudioError
        self._started_at: float | None = None
        self._looked_at = self._awake_since = 0.0

    def start(self) -> None:
        """Begin to pull; does nothing when it already does. Raises DeviceError."""
        if self._started_at is not None and self._stream.active:
            return
        try:
            if self._started_at is not None:  # it ended by itself, as after an unplugged device
                self._stream.stop()
            self.mixer.lead_in(LEAD_IN_S)
            self._started_at = time.perf_counter()
            self._stream.start()
        except self._failure as error:
            self._started_at = None
            raise DeviceError("output-lost", f"The output “{self.facts.name}” does not start: {error}.") from error

    def stop(self) -> None:
        """Stop pulling."""
        if self._started_at is not None:
            self._started_at = None
            try:
                self._stream.abort()
            except self._failure as error:
                logger.warning("Stopping the sound output failed: %s", error)

    def close(self) -> None:
        """Let go of the device; waits a second at most, as a driver whose device is gone may never answer."""
        self._started_at = None
        closing = threading.Thread(target=self._close, name="playback-close", daemon=True)
        closing.start()
        closing.join(_CLOSE_S)

    @property
    def stalled(self) -> bool:
        """Whether it should pull and has not done so for STALL_S, by who looks often. Any thread."""
        now, started_at = time.perf_counter(), self._started_at
        if now - self._looked_at > ASLEEP_S:  # nobody looked: the computer slept, and the callback with it
            self._awake_since = now
        self._looked_at = now
        return started_at is not None and now - max(started_at, self.mixer.stamp[2], self._awake_since) > STALL_S

    def _close(self) -> None:
        try:
            self._stream.close(ignore_errors=True)
        except self._failure as error:
            logger.warning("Closing the sound output failed: %s", error)

    @staticmethod
    def _accepted_rate(sounddevice: Any, about: Any, device: str | None, channels: int, rate_hz: int) -> int:
        if not rate_hz:
            return int(about["default_samplerate"])
        try:
            sounddevice.check_output_settings(device=device, channels=channels, dtype="float32", samplerate=rate_hz)
        except sounddevice.PortAudioError:
            return int(about["default_samplerate"])
        return rate_hz

    def _callback(self, out: AudioArray, _frames: int, _time: Any, status: Any) -> None:
        if status:
            self.mixer.device_underruns += 1
        self.mixer.fill(out)


class NullOutput(Output):
    """No sound, but a clock: pulls at real time, so that the playhead moves on a machine without a sound card.

    Args:
        rate_hz: Frames a second; 0 is 48000.
        reason: Why there is no sound, for the person.
        clock: Seconds, monotonic.
    """

    def __init__(self, rate_hz: int, reason: str = _NO_OUTPUT, clock: Callable[[], float] = time.perf_counter) -> None:
        self.mixer = Mixer(rate_hz or _SILENT_HZ, 2, clock)
        self.facts = DeviceFacts(NO_SOUND, False, reason)
        self._clock = clock
        self._block = np.zeros((_BLOCK, 2), np.float32)
        self._halt = threading.Event()
        self._thread: threading.Thread | None = None
        self._started_at = 0.0
        self._pulled = 0

    def start(self) -> None:
        """Begin to pull, on a thread of its own."""
        if self._thread is None:
            self._halt.clear()
            self.reset()
            self._thread = threading.Thread(target=self._run, name="playback-silent-clock", daemon=True)
            self._thread.start()

    def reset(self) -> None:
        """Let the silent clock begin now."""
        self._started_at, self._pulled = self._clock(), 0

    def advance(self) -> None:
        """Pull what is due by now, in blocks of at most 1024 frames; after a pause of more than a second, skip it."""
        due = int((self._clock() - self._started_at) * self.mixer.rate_hz)
        if due - self._pulled > self.mixer.rate_hz:
            self._pulled = due - _BLOCK
        while self._pulled < due:
            count = min(_BLOCK, due - self._pulled)
            self.mixer.fill(self._block[:count])
            self._pulled += count

    def stop(self) -> None:
        """Stop pulling."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._halt.set()
            thread.join()

    def close(self) -> None:
        """Stop pulling."""
        self.stop()

    @property
    def stalled(self) -> bool:
        """Never: there is nothing that could be unplugged."""
        return False

    def _run(self) -> None:
        while not self._halt.wait(_TICK_S):
            self.advance()


def open_output(name: str, rate_hz: int) -> Output:
    """The named output, else the system's default, else a silent clock that says why. May take a second."""
    try:
        return SoundDeviceOutput(name, rate_hz)
    except DeviceError as error:
        if name != SYSTEM_DEFAULT and error.code != "portaudio-missing":
            logger.warning("%s Trying the system's default.", error.message)
            return open_output(SYSTEM_DEFAULT, rate_hz)
        logger.warning("%s", error.message)
        return NullOutput(rate_hz, _told(error))


def probe_output(name: str) -> DeviceFacts:
    """What `open_output` would find, without taking the device. May take a second, the first time."""
    try:
        sounddevice = _sounddevice()
        try:
            sounddevice.query_devices(None if name == SYSTEM_DEFAULT else name, "output")
        except (sounddevice.PortAudioError, ValueError):
            if name == SYSTEM_DEFAULT:
                return DeviceFacts(NO_SOUND, False, _NO_OUTPUT)
            return probe_output(SYSTEM_DEFAULT)
    except DeviceError as error:
        return DeviceFacts(NO_SOUND, False, _told(error))
    return DeviceFacts(name, True)


def list_outputs() -> tuple[str, ...]:
    """Names for `open_output`, the system's default first. May take a second, the first time."""
    try:
        sounddevice = _sounddevice()
        found = sounddevice.query_devices()
        hosts = sounddevice.query_hostapis()
    except DeviceError:
        return (SYSTEM_DEFAULT,)
    named = [f"{d['name']}, {hosts[d['hostapi']]['name']}" for d in found if d["max_output_channels"] > 0]
    return (SYSTEM_DEFAULT, *dict.fromkeys(named))


def rescan_outputs(thorough: bool = True) -> tuple[str, ...]:
    """As `list_outputs`; a thorough look sees what was plugged in after the start, and ends every open stream.

    PortAudio lists devices once, when it is initialised, and has no call to list them anew.
    """
    if thorough:
        try:
            sounddevice = _sounddevice()
        except DeviceError:
            return (SYSTEM_DEFAULT,)
        try:
            sounddevice._terminate()
            sounddevice._initialize()
        except sounddevice.PortAudioError as error:
            logger.warning("Looking for sound outputs failed: %s", error)
    return list_outputs()


def runs_at_system_rate(name: str) -> bool:
    """Whether the rate of the system's default output is this one's too."""
    return name == SYSTEM_DEFAULT or name.split(",")[0] in _SERVERS


def _told(error: DeviceError) -> str:
    """Why there is no sound, and what helps."""
    return f"{error.message} {error.hint}".strip()


def _sounddevice() -> Any:
    """The sounddevice module; imported late, as it looks for the PortAudio library and every device there is."""
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise DeviceError("portaudio-missing", _NO_PORTAUDIO, "Install it: apt install libportaudio2.") from error
    return sounddevice
