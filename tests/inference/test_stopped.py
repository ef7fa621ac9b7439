"""A child that stands still, as when the computer sleeps, is not dead: it goes on, and nobody is told otherwise."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile

from audiosep_core.audio.cache import SoundCache
from desktop.inference.media_thread import MediaThread
from tests.inference.conftest import Notes

pytestmark = [pytest.mark.reliability, pytest.mark.skipif(os.name == "nt", reason="SIGSTOP")]

RATE = 44_100
STILL_MS = 1500
"""Longer than any wait for a child in these tests, and than a cancel may take."""


def stop_and_go_on(pid: int, qtbot: Any) -> None:
    os.kill(pid, signal.SIGSTOP)
    qtbot.waitUntil(lambda: psutil.Process(pid).status() == psutil.STATUS_STOPPED, timeout=20_000)
    qtbot.wait(STILL_MS)
    os.kill(pid, signal.SIGCONT)


def test_an_engine_that_stood_still_goes_on(engine: Any, notes: Any, request_for: Any, qtbot: Any) -> None:
    engine.separate(request_for("a", "wait"))
    notes.wait_for("phase", "a")
    stop_and_go_on(engine.child_pid, qtbot)
    assert notes.of("child_died", "engine_stopped", "failed") == []
    engine.cancel("a")
    notes.wait_for("cancelled", "a")
    engine.separate(request_for("b", "work"))
    notes.wait_for("done", "b")
    assert len(notes.of("child_started")) == 1, "the same engine"


def test_a_media_process_that_stood_still_reads_on(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.flac"
    noise = np.random.default_rng(0).uniform(-0.3, 0.3, (60 * RATE, 2)).astype(np.float32)
    soundfile.write(path, noise, RATE, subtype="PCM_24")
    media = MediaThread()
    notes = Notes(media, qtbot)
    media.start()
    try:
        media.open("a", path, tmp_path / "a.json")
        notes.wait_for("opened", "a")
        assert media.child_pid is not None
        stop_and_go_on(media.child_pid, qtbot)
        notes.wait_for("done", "a")
        assert notes.of("child_died", "failed") == []
        with SoundCache.open(tmp_path / "a.json") as sound:
            assert sound.complete
            np.testing.assert_allclose(sound.read(0, sound.frames), noise, atol=2**-22)
    finally:
        media.stop()
