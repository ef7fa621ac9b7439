"""The program as it is installed, at a display and a sound server: what was played is what the stem's file holds.

Nothing is asked of the program itself: keys and mouse go in, sound, files and processes are looked at.
"""

from __future__ import annotations

import itertools
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from audiosep_core.audio.loudness import integrated
from audiosep_core.library.resources import resource
from desktop.views.track_header import WIDTH as HEADER_WIDTH
from tests.e2e.listening import BLOCK, Heard, Listener
from tests.e2e.real_program import MISSING, RATE, SEPARATION_S, Program, Sound, studio, wait
from tests.sound_server import Recorder

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.audio_device,
    pytest.mark.alone,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

VOLUME = 10 ** (-12 / 20)
"""The safe first level."""
TAKES = 3
"""A busy machine plays with gaps now and then; one take without any shows what the program does."""
IN_THE_WAVEFORM = 215
"""A height in the window at which the recording's waveform is drawn."""
PLAY_BUTTON, LOOP_BUTTON = (123, 50), (203, 50)

Start = Callable[[str], Program]


@pytest.fixture(scope="module")
def desk() -> Iterator[dict[str, str]]:
    with studio() as env:
        yield env


@pytest.fixture
def start(desk: dict[str, str], private_home: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the program with a copy of an example, and ends whatever is left of it."""
    started: list[Program] = []

    def run(example: str) -> Program:
        recording = tmp_path / "recordings" / example
        recording.parent.mkdir()
        shutil.copy(resource("examples", example), recording)
        started.append(Program(desk, private_home, recording))
        wait(lambda: recording.name in started[0].title, "the recording is open")
        return started[0]

    yield run
    for program in started:
        faults = [line for line in program.log.splitlines() if " ERROR " in line or " CRITICAL " in line]
        program.kill()
        assert faults == []


@pytest.fixture
def record(desk: dict[str, str], tmp_path: Path) -> Iterator[Callable[[], Recorder]]:
    recorders: list[Recorder] = []

    def begin() -> Recorder:
        recorders.append(Recorder(desk, RATE, tmp_path / f"heard-{len(recorders)}.f32"))
        return recorders[-1]

    yield begin
    for recorder in recorders:
        recorder.stop()


def ask(program: Program, words: str) -> tuple[Sound, Sound]:
    """Say what to hear, and wait until the window shows it: recording and stem."""
    source, _ = program.sound()
    program.type(words)
    program.key("Return")
    stem, _ = program.sound(words)
    wait(lambda: program.pictured(words), "the window shows the stem", SEPARATION_S)
    return source, stem


def steady(heard: list[Heard]) -> list[Heard]:
    """Without silence, and without blocks in which something changes."""
    return [block for block in heard if not block.silent and block.left_db < -80]


def without_gaps(heard: list[Heard]) -> list[Heard]:
    """The longest run that was played frame by frame."""
    ((lag, _),) = Counter(block.at - block.frame for block in heard).most_common(1)
    return [block for block in heard if block.at - block.frame == lag]


def test_what_was_asked_for_is_what_is_played(start: Start, record: Callable[[], Recorder]) -> None:
    program = start("piano-with-drums.flac")
    source, stem = ask(program, "piano")
    listener = Listener(source, stem)
    for _ in range(TAKES):
        program.key("Home")
        recorder = record()
        program.key("space")
        recorder.wait(5.0)
        program.key("space")
        recorder.wait(0.5)
        recorded = recorder.stop()
        heard = listener.hear(recorded)
        assert all(block.shows(source=0.0, stem=VOLUME) for block in steady(heard))
        played = without_gaps(steady(heard))
        if len(played) * BLOCK > 2 * RATE:
            break
    else:
        pytest.fail("it does not play without gaps")
    assert heard[-1].silent, "Space stops"
    assert steady(heard)[0].frame < RATE, "from the beginning of the stem"
    for block in played:
        assert block.shows(source=0.0, stem=VOLUME), block
        assert block.left_db < -120
    # The same said in one figure, without any fit.
    lag = played[0].at - played[0].frame
    stretch = slice(played[0].at, played[-1].at + BLOCK)
    expected = VOLUME * stem[stretch.start - lag : stretch.stop - lag]
    correlation = np.corrcoef(recorded[stretch].ravel(), expected.ravel())[0, 1]
    assert correlation > 0.999999
    assert np.abs(recorded[stretch] - expected).max() < 1e-6


def test_keys_switch_what_is_heard(start: Start, record: Callable[[], Recorder]) -> None:
    program = start("piano-with-drums.flac")
    source, stem = ask(program, "piano")
    program.key("l")  # round and round, as long as it takes
    recorder = record()
    listener = Listener(source, stem)
    # To be as loud as the stem, the recording is turned down.
    loudness = [integrated(lambda a, b, sound=sound: sound[a:b], len(sound), RATE) for sound in (source, stem)]
    matched = VOLUME * 10 ** (-abs(loudness[0] - loudness[1]) / 20)
    assert loudness[0] > loudness[1]
    steps = [
        ("space", 0.0, VOLUME, "the stem alone, as it was asked for"),
        ("0", matched, 0.0, "the recording, as loud as the stem"),
        ("x", 0.0, VOLUME, "back to the stem"),
        ("x", matched, 0.0, "the recording again"),
        ("1", 0.0, VOLUME, "the stem"),
        ("1", VOLUME, 0.0, "nothing is soloed: everything, which is the recording"),
        ("m", VOLUME, -VOLUME, "the stem is muted: everything else"),
        ("m", VOLUME, 0.0, "everything"),
        ("s", 0.0, VOLUME, "the stem is soloed"),
        ("ctrl+z", VOLUME, 0.0, "that is undone"),
    ]
    for key, of_source, of_stem, what in steps:
        begun = recorder.frames
        program.key(key)
        recorder.wait(1.0)
        for _ in range(20):  # loudness is measured meanwhile
            blocks = listener.hear(recorder.sound()[begun:])[-3:]
            if all(block.shows(of_source, of_stem) for block in blocks):
                break
            recorder.wait(0.3)
        else:
            pytest.fail(f"{key}: {what}, but it was {blocks}")


def test_a_marked_stretch_is_looped_asked_and_exported(start: Start, record: Callable[[], Recorder]) -> None:
    program = start("voice-in-the-rain.flac")
    source, _ = program.sound()
    left, right = HEADER_WIDTH + 150, HEADER_WIDTH + 420
    program.drag((left, IN_THE_WAVEFORM), (right, IN_THE_WAVEFORM))
    recorder = record()
    program.click(LOOP_BUTTON)  # the keyboard is still where words are typed
    program.click(PLAY_BUTTON)
    recorder.wait(10.0)
    program.click(PLAY_BUTTON)
    heard = steady(Listener(source, 0 * source).hear(recorder.stop()))
    assert all(block.shows(VOLUME, 0.0) for block in heard)
    jumps = [
        (after.at - before.at) - (after.frame - before.frame)
        for before, after in itertools.pairwise(heard)
        if after.frame < before.frame
    ]
    assert len(jumps) >= 2, "it went round"
    ((length, times),) = Counter(jumps).most_common(1)
    assert times >= 2, "each time after as many frames"

    program.key("ctrl+k")
    program.type("rain")
    program.key("Return")
    stem, header = program.sound("rain")
    begin, end = header["request"]["start"], header["request"]["end"]
    assert len(stem) == end - begin == length, "what was looped is what was asked for"
    a_pixel = (end - begin) / (right - left)
    assert begin == pytest.approx((left - HEADER_WIDTH) * a_pixel, abs=2 * a_pixel)
    assert all(begin <= block.frame <= end - BLOCK for block in heard)

    wait(lambda: program.pictured("rain"), "the window shows the stem", SEPARATION_S)
    program.key("ctrl+shift+e")
    program.focus(wait(lambda: program.find_window("^Export"), "the export dialog"))
    program.key("Return")
    folder = program.recording.parent
    (path,) = wait(lambda: list(folder.glob("*.wav")), "the file is there")
    exported, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    np.testing.assert_array_equal(exported, stem)


def test_quitting_leaves_nothing_behind(start: Start) -> None:
    program = start("siren-in-a-street.flac")
    ask(program, "ambulance siren")
    program.key("space")
    family = program.family()
    assert len(family) >= 3, "the window, the engine, and who reads files"
    program.key("ctrl+z")  # else it would ask whether to save
    program.key("ctrl+q")
    assert program.process.wait(60) == 0
    left = psutil.wait_procs(family, timeout=30)[1]
    assert left == []
    assert list(program.home.glob("cache/session-*")) == []
    assert program.settings["prompts"] == ["ambulance siren"]
