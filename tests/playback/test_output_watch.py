"""Outputs that come and go, as the system tells of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.playback import multimedia_libraries
from desktop.playback.output_watch import OutputWatch, SystemOutputs

SPEAKERS, HEADPHONES, SCREEN = b"1", b"2", b"3"
NAMES = {SPEAKERS: "Speakers", HEADPHONES: "Headphones", SCREEN: "Screen"}


def outputs(default: bytes, *ids: bytes, rate_hz: int = 48000) -> SystemOutputs:
    return SystemOutputs(default, rate_hz, {one: NAMES[one] for one in ids})


def test_what_is_told_of_a_day_at_the_desk(qapp: object) -> None:
    days = iter(
        [
            outputs(SPEAKERS, SPEAKERS),
            outputs(SPEAKERS, SPEAKERS),
            outputs(HEADPHONES, SPEAKERS, HEADPHONES, rate_hz=44100),
            outputs(HEADPHONES, SPEAKERS, HEADPHONES, SCREEN, rate_hz=44100),
            outputs(SPEAKERS, SPEAKERS, SCREEN),
            outputs(SPEAKERS, SPEAKERS),
            SystemOutputs(),
            outputs(SPEAKERS, SPEAKERS),
        ]
    )
    watch = OutputWatch(days.__next__)
    told: list[tuple[str, bool, int]] = []
    watch.changed.connect(lambda gone, moved, rate: told.append((gone, moved, rate)))
    watch.start()
    for _ in range(7):
        watch.look()
    assert told == [
        ("", False, 48000),  # the start
        ("", True, 44100),  # headphones plugged in
        ("", False, 44100),  # a screen that nobody listens to
        ("Headphones", True, 48000),  # pulled out
        ("", False, 48000),  # the screen again
        ("Speakers", True, 0),  # nothing left
        ("", True, 48000),
    ]


def test_the_window_does_not_wait_for_the_multimedia_module() -> None:
    code = "import sys, desktop.app; print('PySide6.QtMultimedia' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# In a process of its own: libraries stay loaded. Longest turn of the GUI thread's loop, against the import as it is.
_WATCH = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.playback import output_watch
app = QCoreApplication([])
threads, load = [], output_watch.load_libraries
output_watch.load_libraries = lambda: (threads.append(threading.current_thread()), load())
watch = output_watch.OutputWatch()
turns = []
pulse = QTimer(interval=0)
pulse.timeout.connect(lambda: turns.append("PySide6.QtMultimedia" in sys.modules))
watch.changed.connect(lambda *_: app.quit())
QTimer.singleShot(0, pulse.start)
QTimer.singleShot(0, watch.start)
QTimer.singleShot(60_000, lambda: app.exit(1))
code = app.exec()
print(threads[0] is not threading.main_thread(), False in turns, True in turns)
sys.exit(code)
"""


def test_the_window_lives_on_while_the_watch_begins() -> None:
    """Libraries are loaded on a thread, and the loop turns before and after the import."""
    done = subprocess.run([sys.executable, "-c", _WATCH], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True True"


def test_libraries_are_found_and_a_broken_one_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("QtMultimedia" in path.name for path in multimedia_libraries.library_files())
    broken = tmp_path / "broken.so"
    broken.write_bytes(b"no library")
    monkeypatch.setattr(multimedia_libraries, "library_files", lambda: [broken, tmp_path / "none.so"])
    multimedia_libraries.load_libraries()
