"""Outputs that come and go, as the system tells of them."""

import subprocess
import sys

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
