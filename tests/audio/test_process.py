"""The media process, driven as the real child process it is."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from audiosep_core.audio import places
from audiosep_core.audio import process as media
from audiosep_core.audio.cache import SoundCache
from audiosep_core.audio.ingest import peaks_path, spectrum_path
from audiosep_core.audio.peaks import PeakPyramid
from audiosep_core.audio.read import read_audio
from audiosep_core.audio.spectrum import SpectrumPyramid

from .conftest import encode, make_sound

Message = dict[str, Any]


class Child:
    """The window's side of the line."""

    def __init__(self) -> None:
        root = Path(__file__).parents[2]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "audiosep_core.audio.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        self._lines: queue.Queue[Message | None] = queue.Queue()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))
        self._lines.put(None)

    def send(self, **message: Any) -> None:
        self.send_line(json.dumps(message))

    def send_line(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def next(self) -> Message:
        message = self._lines.get(timeout=60)
        assert message is not None, "the child is gone"
        return message

    def until(self, kind: str, job: str) -> list[Message]:
        """All messages up to that one."""
        messages = [self.next()]
        while (messages[-1]["type"], messages[-1].get("job")) != (kind, job):
            assert messages[-1]["type"] != "error" or kind == "error" or messages[-1]["job"] != job, messages[-1]
            messages.append(self.next())
        return messages

    def end(self) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        if not self.process.stdin.closed:
            self.process.stdin.close()
        code = self.process.wait(timeout=30)
        self._thread.join(timeout=30)
        self.process.stdout.close()
        return code


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child()
    hello = child.next()
    assert (hello["type"], hello["protocol"], hello["pid"]) == ("hello", 1, child.process.pid)
    yield child
    assert child.end() == 0


@pytest.mark.parametrize("name", ["a.wav", "a.m4a"])
def test_open_decodes_into_a_cache_with_peaks_and_spectrum(
    child: Child, tmp_path: Path, wav: Callable[..., Path], name: str
) -> None:
    sound = make_sound(500_001, 2)
    path = wav(name, sound) if name == "a.wav" else encode(tmp_path / name, "aac", sound, 44100)
    expected = read_audio(path).samples
    child.send(type="open", job="1", path=str(path), cache=str(tmp_path / "c.json"))
    opened = child.next()
    assert opened["type"] == "opened"
    assert (opened["rate_hz"], opened["channels"]) == (44100, 2)
    assert abs(opened["frames"] - 500_001) < 3000
    assert opened["format"] == ("WAV FLOAT" if name == "a.wav" else "M4A aac")
    decoded = child.next()
    assert decoded["type"] == "decoded"
    # What is announced can be read and drawn, though the work goes on.
    with SoundCache.open(tmp_path / "c.json") as cache:
        assert PeakPyramid.open(peaks_path(cache.path)).frames >= decoded["frames"]
        assert SpectrumPyramid.open(spectrum_path(cache.path)).frames >= decoded["frames"]
        np.testing.assert_array_equal(cache.read(0, decoded["frames"]), expected[: decoded["frames"]])
    assert child.until("done", "1")[-1] == {"type": "done", "job": "1", "frames": len(expected), "truncated": False}
    with SoundCache.open(tmp_path / "c.json") as cache:
        assert cache.complete
        np.testing.assert_array_equal(cache.read(0, cache.frames), expected)
    high = PeakPyramid.open(tmp_path / "c.peaks").view(0, len(expected), 100)[1]
    assert high.max() == expected.max()
    assert SpectrumPyramid.open(tmp_path / "c.spectrum").view(0, len(expected), 100).min(axis=0).max() > 0


def test_truncated_is_said(child: Child, tmp_path: Path, wav: Callable[..., Path]) -> None:
    path = wav("a.wav", make_sound(10_000, 1))
    path.write_bytes(path.read_bytes()[:20_000])
    child.send(type="open", job="1", path=str(path), cache=str(tmp_path / "c.json"))
    done = child.until("done", "1")[-1]
    assert done["truncated"]
    assert 4000 < done["frames"] < 5000


def test_errors_are_sentences_and_leave_nothing(child: Child, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("no sound")
    child.send(type="open", job="1", path=str(tmp_path / "a.wav"), cache=str(tmp_path / "c.json"))
    error = child.until("error", "1")[-1]
    assert error["code"] == "not-audio"
    assert error["message"]
    assert error["hint"]
    child.send(type="open", job="2", path="nowhere.wav", cache=str(tmp_path / "c.json"))
    assert child.until("error", "2")[-1]["code"] == "file-missing"
    child.send(type="analyse", job="3", cache=str(tmp_path / "c.json"))
    assert child.until("error", "3")[-1]["code"] == "cache-missing"
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_nonsense_is_answered_and_survived(child: Child, tmp_path: Path, wav: Callable[..., Path]) -> None:
    child.send_line("not json")
    child.send_line("[1, 2]")
    child.send(type="dance", job="1")
    assert child.until("error", "1")[-1]["code"] == "bad-request"
    child.send(type="open", job="2")
    assert child.until("error", "2")[-1]["code"] == "bad-request"
    child.send(type="export", job="3", folder=str(tmp_path), items=[{"kind": "stem"}])
    assert child.until("error", "3")[-1]["code"] == "bad-request"
    child.send(type="cancel", job="nobody")
    child.send(type="open", job="4", path=str(wav("a.wav", make_sound(99, 1))), cache=str(tmp_path / "c.json"))
    assert child.until("done", "4")[-1]["frames"] == 99


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half an hour, as a FLAC of silence: small, and seconds of work."""
    path = tmp_path_factory.mktemp("long") / "long.flac"
    with soundfile.SoundFile(path, "w", 44100, 2, "PCM_16") as file:
        for _ in range(30):
            file.write(np.zeros((44100 * 60, 2), np.int16))
    return path


@pytest.mark.alone
def test_cancel_while_decoding_answers_at_once_and_leaves_nothing(
    child: Child, tmp_path: Path, long_file: Path
) -> None:
    child.send(type="open", job="1", path=str(long_file), cache=str(tmp_path / "c.json"))
    child.until("decoded", "1")
    start = time.monotonic()
    child.send(type="cancel", job="1")
    child.until("cancelled", "1")
    assert time.monotonic() - start < 0.3
    assert child.end() == 0
    assert not list(tmp_path.iterdir())


def test_export_does_not_wait_behind_an_opening(
    child: Child, tmp_path: Path, long_file: Path, wav: Callable[..., Path]
) -> None:
    sound = make_sound(10_000, 2)
    child.send(type="open", job="stem", path=str(wav("a.wav", sound)), cache=str(tmp_path / "s.json"))
    child.until("done", "stem")
    child.send(type="open", job="long", path=str(long_file), cache=str(tmp_path / "c.json"))
    child.until("decoded", "long")
    items = [
        {"kind": "stem", "cache": str(tmp_path / "s.json"), "name": "dog"},
        {
            "kind": "rest",
            "source": str(tmp_path / "s.json"),
            "start": 1000,
            "end": 9000,
            "stems": [{"cache": str(tmp_path / "s.json"), "offset": 5000}],
            "name": "rest",
        },
    ]
    child.send(
        type="export",
        job="export",
        folder=str(tmp_path),
        items=items,
        container="wav",
        subtype="FLOAT",
        conflict="number",
    )
    messages = child.until("done", "export")
    assert not any(message["type"] == "done" and message["job"] == "long" for message in messages)
    progress = [message for message in messages if message["type"] == "progress"]
    assert progress[-1]["done"] == progress[-1]["total"] == 18_000
    paths = [Path(path) for path in messages[-1]["paths"]]
    assert [path.name for path in paths] == ["dog.wav", "rest.wav"]
    np.testing.assert_array_equal(read_audio(paths[0]).samples, sound)
    rest = sound[1000:9000].copy()
    rest[4000:] -= sound[:4000]
    np.testing.assert_array_equal(read_audio(paths[1]).samples, rest)
    child.send(type="cancel", job="long")
    child.until("cancelled", "long")


def test_analyse_draws_a_stem(child: Child, tmp_path: Path) -> None:
    sound = make_sound(70_000, 1)
    with SoundCache.create(tmp_path / "s.json", 44100, 1, 70_000) as cache:
        cache.write(0, sound)
        cache.mark_final(0, 70_000)
    child.send(type="analyse", job="1", cache=str(tmp_path / "s.json"))
    assert child.until("done", "1")[-1] == {"type": "done", "job": "1"}
    assert PeakPyramid.open(tmp_path / "s.peaks").view(0, 70_000, 10)[1].max() == sound.max()
    assert SpectrumPyramid.open(tmp_path / "s.spectrum").frames == 70_000


@pytest.mark.parametrize("how", ["quit", "close"])
def test_leaving_in_the_middle_of_work_removes_what_is_half_written(
    child: Child, tmp_path: Path, long_file: Path, how: str
) -> None:
    child.send(type="open", job="1", path=str(long_file), cache=str(tmp_path / "c.json"))
    child.until("decoded", "1")
    if how == "quit":
        child.send(type="quit")
        assert child.process.wait(timeout=10) == 0
    assert child.end() == 0
    assert not list(tmp_path.iterdir())


def test_the_process_does_not_load_torch_or_qt() -> None:
    code = "import sys, audiosep_core.audio.process; print(sorted({'torch', 'PySide6', 'av'} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert result.stdout.strip() == "[]"


class Recorder:
    """Keeps messages, and tells when a job is over."""

    def __init__(self) -> None:
        self.messages: queue.Queue[Message] = queue.Queue()

    def send(self, message: Message) -> None:
        self.messages.put(message)


def test_a_bug_becomes_a_plain_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("x/0")

    monkeypatch.setattr(media, "analyse", broken)
    recorder = Recorder()
    process = media.MediaProcess(recorder)
    assert process.take({"type": "analyse", "job": "1", "cache": str(tmp_path / "c.json")})
    error = recorder.messages.get(timeout=10)
    assert (error["type"], error["code"]) == ("error", "internal")
    assert "Zero" not in error["message"]
    assert "x/0" not in error["message"]
    process.leave()


@pytest.mark.alone
def test_a_library_that_does_not_listen_is_answered_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started, release = threading.Event(), threading.Event()

    def deaf(*_: object, **__: object) -> None:
        started.set()
        release.wait(30)

    monkeypatch.setattr(media, "analyse", deaf)
    recorder = Recorder()
    process = media.MediaProcess(recorder)
    process.take({"type": "analyse", "job": "1", "cache": str(tmp_path / "c.json")})
    assert started.wait(10)
    start = time.monotonic()
    process.take({"type": "cancel", "job": "1"})
    assert recorder.messages.get(timeout=10) == {"type": "cancelled", "job": "1"}
    assert time.monotonic() - start < 0.3
    release.set()
    process.leave()
    # Whatever it would have said comes too late.
    assert recorder.messages.empty()


def test_a_job_may_be_asked_again_as_soon_as_it_was_answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(media, "_ANSWER_CANCEL_S", 0.0)
    calls: queue.Queue[tuple[threading.Thread, threading.Event]] = queue.Queue()

    def deaf(*_: object, **__: object) -> None:
        release = threading.Event()
        calls.put((threading.current_thread(), release))
        assert release.wait(30)

    monkeypatch.setattr(media, "analyse", deaf)
    recorder = Recorder()
    process = media.MediaProcess(recorder)
    request = {"type": "analyse", "job": "1", "cache": str(tmp_path / "c.json")}
    process.take(request)
    first, release_first = calls.get(timeout=10)
    process.take({"type": "cancel", "job": "1"})
    assert recorder.messages.get(timeout=10)["type"] == "cancelled"
    process.take(request)  # its thread has not ended yet
    second, release_second = calls.get(timeout=10)
    release_first.set()
    first.join(10)
    # The end of the first is not that of the second: two at once there are not.
    process.take(request)
    refused = recorder.messages.get(timeout=10)
    assert (refused["type"], refused["code"]) == ("error", "bad-request")
    release_second.set()
    second.join(10)
    assert recorder.messages.get(timeout=10) == {"type": "done", "job": "1"}
    process.leave()
    assert recorder.messages.empty()


def export_request(folder: Path) -> Message:
    with SoundCache.create(folder / "s.json", 44100, 1, 1000) as cache:
        cache.write(0, make_sound(1000, 1))
        cache.mark_final(0, 1000)
    items = [{"kind": "stem", "cache": str(folder / "s.json"), "name": "dog"}]
    return {"type": "export", "job": "1", "folder": str(folder), "items": items}


def test_no_export_is_called_cancelled_once_its_files_arrive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # A slow disk: the cancel comes while the files are being put in their places, and its time runs out.
    monkeypatch.setattr(media, "_ANSWER_CANCEL_S", 0.0)
    arriving, release = threading.Event(), threading.Event()
    move = places.move_to_new

    def slow(part: Path, target: Path) -> None:
        arriving.set()
        assert release.wait(30)
        move(part, target)

    monkeypatch.setattr(places, "move_to_new", slow)
    recorder = Recorder()
    process = media.MediaProcess(recorder)
    process.take(export_request(tmp_path))
    assert arriving.wait(10)
    before = set(threading.enumerate())
    process.take({"type": "cancel", "job": "1"})
    for timer in set(threading.enumerate()) - before:
        timer.join(10)
    release.set()
    kinds = [recorder.messages.get(timeout=10)["type"]]
    while kinds[-1] == "progress":
        kinds.append(recorder.messages.get(timeout=10)["type"])
    assert kinds[-1] == "done"
    process.leave()
    assert (tmp_path / "dog.wav").is_file()
    assert recorder.messages.empty()


def test_an_export_answered_as_cancelled_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # The cancel comes at the last moment before the files arrive.
    request = export_request(tmp_path)
    recorder = Recorder()
    process = media.MediaProcess(recorder)
    commit = media.Job.commit

    def just_before(job: media.Job) -> None:
        process.take({"type": "cancel", "job": "1"})
        commit(job)

    monkeypatch.setattr(media.Job, "commit", just_before)
    process.take(request)
    messages = [recorder.messages.get(timeout=10)]
    while messages[-1]["type"] == "progress":
        messages.append(recorder.messages.get(timeout=10))
    assert messages[-1]["type"] == "cancelled"
    process.leave()
    assert not list(tmp_path.glob("dog*"))
