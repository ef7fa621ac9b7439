from __future__ import annotations

from pathlib import Path
from typing import Any

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


def test_a_crash_fails_one_job_and_the_next_has_a_new_process(media: Any, media_notes: Any) -> None:
    media.analyse("a", Path("stem.json"))
    media.open("b", Path("in.wav"), Path("cache.json"))
    media_notes.wait_for("done", "b")
    assert media_notes.outcomes == [("failed", "a"), ("done", "b")]
    assert media_notes.of("failed")[0][2] == "media-died"
    assert len(media_notes.of("child_started")) == 2


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
