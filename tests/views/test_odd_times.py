"""The computer sleeps, and its clock is set to and fro, while the program works: all goes on, nothing false is said."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from desktop.services.awake_clock import ASLEEP_S
from tests.views.scripted_work import content
from tests.views.test_kills import Worker, assert_as_told, assert_whole

pytestmark = [pytest.mark.reliability, pytest.mark.skipif(os.name == "nt", reason="SIGSTOP, SIGKILL")]

# Python loads it in the window and in every child: whoever asks what time it is hears another day in another zone.
JUMPING = """
import datetime, itertools, os, time
_real, _now = time.time, datetime.datetime.now
_jumps = itertools.cycle((0, -400, 30, 9000, -1, 3))
_zones = itertools.cycle(("UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Apia"))
def _jump():
    os.environ["TZ"] = next(_zones)
    time.tzset()
    return next(_jumps)
time.time = lambda: _real() + 86400 * _jump()
class datetime_(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return _now(tz) + datetime.timedelta(days=_jump())
datetime.datetime = datetime_
"""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_program_that_stood_still_goes_on(recording: Path, tmp_path: Path, tiny_model: Path) -> None:
    worker = Worker(tmp_path, recording, 5, str(tiny_model))
    with worker.process:
        before = worker.hear(6)
        for lines in (5, 9, 14):
            family = [psutil.Process(worker.process.pid), *psutil.Process(worker.process.pid).children(recursive=True)]
            for signal_number in (signal.SIGSTOP, signal.SIGCONT):
                for process in family:
                    process.send_signal(signal_number)
                if signal_number == signal.SIGSTOP:
                    time.sleep(ASLEEP_S + 1)
            after = worker.hear(lines)
            assert after["playing"], "it plays on"
        assert after["pids"]["engine"] == before["pids"]["engine"], "no process was taken for dead"
        assert not [text for text in after["told"] if "stopped" in text or "could not" in text]
        worker.kill("everything")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="time zones that change")
def test_a_clock_that_is_set_to_and_fro_costs_nothing(
    request: pytest.FixtureRequest, recording: Path, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(JUMPING)
    worker = Worker(tmp_path, recording, 7, "fake", tmp_path / "site")
    with worker.process:
        worker.hear(60)
        worker.kill("window")
    told = worker.told[-1]
    assert told["files"], "it has exported"
    assert not [text for text in told["told"] if "stopped" in text or "could not" in text]
    drive = request.getfixturevalue("drive")
    assert_whole(tmp_path, 3 * 44_100)
    (leftover,) = drive.space.recovery.find()
    assert drive.space.recovery.recover(leftover)
    drive.opened()
    assert_as_told(content(drive.document.state), told)
