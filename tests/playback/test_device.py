"""Outputs over a stand-in for PortAudio, the silent clock, and what a person is told without a sound card."""

import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from audiosep_core.errors import DeviceError
from desktop.playback import device
from desktop.playback.device import NO_SOUND, STALL_S, SYSTEM_DEFAULT, NullOutput, SoundDeviceOutput
from desktop.playback.ring import Ring
from tests.playback.conftest import FakeClock


class PortAudioError(Exception):
    pass


class FakeStream:
    def __init__(self, **settings: Any) -> None:
        if settings["device"] == "Busy, Host":
            raise PortAudioError("Device unavailable")
        self.settings = settings
        self.latency = 0.025
        self.active = False
        self.refuses = settings["device"] == "Refusing, Host"

    def start(self) -> None:
        if self.refuses:
            raise PortAudioError("Unanticipated host error")
        self.active = True

    def stop(self) -> None:
        self.active = False

    def abort(self) -> None:
        self.active = False

    def close(self, ignore_errors: bool = True) -> None:
        self.active = False


class FakePortAudio(SimpleNamespace):
    """Three outputs and a microphone; every output runs at 48 kHz only."""

    PortAudioError = PortAudioError
    OutputStream = FakeStream

    def __init__(self) -> None:
        self.rounds: list[str] = []
        names = {"Speakers": 8, "Busy": 2, "Refusing": 2, "Microphone": 0, "Earpiece": 1}
        self.devices = [
            {"name": n, "hostapi": 0, "max_output_channels": c, "default_samplerate": 48000.0} for n, c in names.items()
        ]

    def _terminate(self) -> None:
        self.rounds.append("terminate")

    def _initialize(self) -> None:
        self.rounds.append("initialize")

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "Host"}]

    def query_devices(self, name: str | None = None, kind: str | None = None) -> Any:
        if kind is None:
            return self.devices
        found = [d for d in self.devices if name is None or f"{d['name']}, Host" == name]
        if not found:
            raise ValueError(f"No output device matching {name!r}")
        return found[0]

    def check_output_settings(self, **settings: Any) -> None:
        if settings["samplerate"] != 48000:
            raise PortAudioError("Invalid sample rate")


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    fake = FakePortAudio()
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    return fake


@pytest.mark.parametrize(("asked", "given"), [(48000, 48000), (44100, 48000), (192000, 48000)])
@pytest.mark.usefixtures("portaudio")
def test_a_refused_rate_becomes_the_devices_own(asked: int, given: int) -> None:
    output = device.open_output(SYSTEM_DEFAULT, asked)
    assert output.facts.has_sound
    assert (output.mixer.rate_hz, output.mixer.channels) == (given, 2)
    assert output.latency_s == 0.025


@pytest.mark.usefixtures("portaudio")
def test_a_mono_device_is_opened_in_mono() -> None:
    assert device.open_output("Earpiece, Host", 48000).mixer.channels == 1


@pytest.mark.usefixtures("portaudio")
def test_outputs_are_named_the_way_they_are_opened() -> None:
    names = device.list_outputs()
    assert names[0] == SYSTEM_DEFAULT
    assert "Microphone, Host" not in names
    assert device.open_output("Speakers, Host", 48000).facts.name == "Speakers, Host"


@pytest.mark.parametrize("name", ["Busy, Host", "Unplugged, Host"])
@pytest.mark.usefixtures("portaudio")
def test_an_unusable_output_falls_back_to_the_systems_default(name: str) -> None:
    output = device.open_output(name, 48000)
    assert output.facts.name == SYSTEM_DEFAULT
    assert output.facts.has_sound
    output.close()


def test_no_device_at_all_is_a_silent_clock_that_says_so(portaudio: FakePortAudio) -> None:
    portaudio.devices.clear()
    output = device.open_output(SYSTEM_DEFAULT, 44100)
    assert isinstance(output, NullOutput)
    assert not output.facts.has_sound
    assert output.facts.reason == "No sound output was found; everything but playback works."
    assert output.mixer.rate_hz == 44100
    assert device.probe_output("Speakers, Host").name == NO_SOUND
    assert device.list_outputs() == (SYSTEM_DEFAULT,)


def test_a_missing_portaudio_is_named_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    told = device.open_output(SYSTEM_DEFAULT, 48000).facts.reason
    assert "PortAudio" in told
    assert "Install it" in told
    assert device.probe_output(SYSTEM_DEFAULT).reason == told
    assert device.list_outputs() == (SYSTEM_DEFAULT,)


@pytest.mark.usefixtures("portaudio")
def test_a_stream_that_does_not_start_is_a_device_error() -> None:
    with pytest.raises(DeviceError, match="does not start"):
        SoundDeviceOutput("Refusing, Host", 48000).start()


class Watched:
    """An output whose time passes by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = FakeClock()
        monkeypatch.setattr(device.time, "perf_counter", self.clock)
        self.output = SoundDeviceOutput(SYSTEM_DEFAULT, 48000)
        self.output.mixer._clock = self.clock

    def stalled_after(self, seconds: float) -> bool:
        """Whether it is stalled after so long, for one who looks again and again."""
        for _ in range(10):
            self.clock.now += seconds / 10
            stalled = self.output.stalled
        return stalled


@pytest.mark.usefixtures("portaudio")
def test_a_device_without_callbacks_for_long_is_stalled(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    output = watched.output
    assert not output.stalled
    output.start()
    assert not watched.stalled_after(STALL_S - 0.1)
    output._callback(np.zeros((64, 2), np.float32), 64, None, None)
    assert not watched.stalled_after(STALL_S - 0.1)
    assert watched.stalled_after(0.2)
    output.stop()
    assert not output.stalled


@pytest.mark.reliability
@pytest.mark.usefixtures("portaudio")
def test_a_device_that_slept_with_the_computer_is_not_stalled(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    watched.output.start()
    assert not watched.output.stalled
    watched.clock.now += 8 * 3600.0
    assert not watched.output.stalled
    assert watched.stalled_after(STALL_S * 10 / 9), "it does not come back with the computer"


@pytest.mark.usefixtures("portaudio")
def test_gaps_that_the_system_reports_are_counted() -> None:
    output = SoundDeviceOutput(SYSTEM_DEFAULT, 48000)
    for status in (None, "output underflow", None):
        output._callback(np.zeros((64, 2), np.float32), 64, None, status)
    assert output.mixer.device_underruns == 1


def test_the_silent_clock_runs_at_real_time() -> None:
    clock = FakeClock()
    output = NullOutput(44100, clock=clock)
    ring = Ring(100_000, 2, number=1)
    ring.write(np.ones((90_000, 2), np.float32), np.arange(90_000.0))
    output.mixer.program = ring
    output.reset()
    for _ in range(50):
        clock.now += 0.02
        output.advance()
    assert output.mixer.stamp[1] == pytest.approx(44100, abs=1)
    assert output.mixer.heard(output.latency_s)[1] == pytest.approx(44100, abs=1024)
    clock.now += 3600.0  # the lid was closed
    output.advance()
    assert output.mixer.stamp[1] < 44100 + 2048


def test_the_silent_clock_has_a_thread_only_while_it_runs() -> None:
    output = NullOutput(48000)
    output.start()
    output.start()
    assert output._thread is not None
    output.stop()
    output.stop()
    assert output._thread is None
    assert not output.stalled


@pytest.mark.usefixtures("portaudio")
def test_a_device_keeps_its_own_rate_unless_the_system_told_of_another(portaudio: FakePortAudio) -> None:
    assert device.open_output(SYSTEM_DEFAULT, 0).mixer.rate_hz == 48000
    portaudio.devices[0]["default_samplerate"] = 44100.0  # as ALSA says of a sound server
    assert device.open_output(SYSTEM_DEFAULT, 48000).mixer.rate_hz == 48000
    assert device.open_output(SYSTEM_DEFAULT, 0).mixer.rate_hz == 44100


def test_only_a_sound_server_runs_at_the_systems_rate() -> None:
    assert device.runs_at_system_rate(SYSTEM_DEFAULT)
    assert device.runs_at_system_rate("pulse, ALSA")
    assert not device.runs_at_system_rate("Scarlett 2i2: USB Audio (hw:1,0), ALSA")


def test_only_a_thorough_look_begins_portaudio_anew(portaudio: FakePortAudio) -> None:
    assert "Speakers, Host" in device.rescan_outputs(False)
    assert portaudio.rounds == []
    portaudio.devices.append(
        {"name": "Headphones", "hostapi": 0, "max_output_channels": 2, "default_samplerate": 48000.0}
    )
    assert "Headphones, Host" in device.rescan_outputs(True)
    assert portaudio.rounds == ["terminate", "initialize"]


def test_a_failed_look_leaves_the_default(portaudio: FakePortAudio) -> None:
    def fail() -> None:
        raise PortAudioError("no host")

    portaudio._initialize = fail
    assert SYSTEM_DEFAULT in device.rescan_outputs(True)
