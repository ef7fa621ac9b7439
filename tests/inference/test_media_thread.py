from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from desktop.inference.media_thread import AT_ONCE

FRAMES = 10**11


def test_opening_tells_format_frames_and_outcome(media: Any, media_notes: Any) -> None:
    media.open("a", Path("in.wav"), Path("cache.json"))
    media_notes.wait_for("done", "a")
    assert media_notes.about("a") == [
        ("job_started", "a"),
        ("opened", "a", {"rate_hz": 44_100, "channels": 2, "frames": FRAMES, "format": "WAV"}),
        ("decoded", "a", FRAMES),
        ("done", "a", {"frames": FRAMES, "truncated": False}),
    ]


def test_a_crash_fails_what_ran_and_the_next_has_a_new_process(media: Any, media_notes: Any) -> None:
    media.analyse("a", Path("stem.json"))
    media_notes.wait_for("progress", "a")
    media.analyse("b", Path("crash.json"))
    media_notes.wait_for("failed", "b")
    media.open("c", Path("in.wav"), Path("cache.json"))
    media_notes.wait_for("done", "c")
    assert media_notes.outcomes == [("failed", "a"), ("failed", "b"), ("done", "c")]
    assert {event[2] for event in media_notes.of("failed")} == {"media-died"}
    assert len(media_notes.of("child_started")) == 2


def test_jobs_run_beside_each_other_up_to_a_limit(media: Any, media_notes: Any) -> None:
    names = [str(number) for number in range(AT_ONCE + 1)]
    for name in names:
        media.analyse(name, Path("stem.json"))
    for name in names[:AT_ONCE]:
        media_notes.wait_for("progress", name)
    assert ("job_started", names[-1]) not in media_notes.events
    media.cancel("1")
    media_notes.wait_for("progress", names[-1])
    assert media_notes.outcomes == [("cancelled", "1")]
    assert len(media_notes.of("child_started")) == 1


def test_a_deaf_job_is_cancelled_and_takes_its_neighbours_down_as_failed(media: Any, media_notes: Any) -> None:
    media.analyse("a", Path("stem.json"))
    media.analyse("b", Path("deaf.json"))
    media_notes.wait_for("progress", "a")
    media_notes.wait_for("progress", "b")
    media.cancel("b")
    media_notes.wait_for("cancelled", "b")
    assert media_notes.outcomes == [("failed", "a"), ("cancelled", "b")]


def test_progress_in_frames_may_pass_32_bits(media: Any, media_notes: Any) -> None:
    media.progress.emit("a", FRAMES, 2 * FRAMES)
    media_notes.wait_for("progress", "a", FRAMES, 2 * FRAMES)


def test_jobs_that_nobody_can_do_any_more_fail_however_many_wait(media: Any, media_notes: Any) -> None:
    running = [f"running-{number}" for number in range(AT_ONCE)]
    waiting = [str(number) for number in range(600)]
    for job in running + waiting:
        media.analyse(job, Path("stem.json"))
    for job in running:
        media_notes.wait_for("progress", job)
    media._command = ["there is no such program"]
    os.kill(media.child_pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    media_notes.wait_for("failed", waiting[-1])
    assert {job for _, job in media_notes.outcomes} == {*running, *waiting}


def test_export_sends_plain_values(media: Any, media_notes: Any) -> None:
    items = [
        {"kind": "stem", "cache": Path("dog.json"), "name": "dog"},
        {"kind": "rest", "cache": "", "source": Path("s.json"), "stems": [{"cache": Path("d.json"), "offset": 3}]},
    ]
    media.export("a", Path("out"), items, container="flac", subtype="PCM_24", conflict="replace")
    media_notes.wait_for("done", "a")
    answer = media_notes.events[-1][2]
    assert answer["paths"] == ["dog.json", ""]
    request = answer["request"]
    assert (request["folder"], request["container"], request["subtype"]) == ("out", "flac", "PCM_24")
    assert request["conflict"] == "replace"
    assert request["items"][1]["stems"] == [{"cache": "d.json", "offset": 3}]
