"""`audiosep batch`, with a real network."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from typer.testing import CliRunner, Result

from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.separating import file_options
from audiosep_core.cli import app
from audiosep_core.cli.batch import _stoppable
from audiosep_core.types import SeparationOptions

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["batch", *(str(a) for a in arguments)])


def events(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def noise(path: Path, seconds: float, rate: int = 32_000, channels: int = 2) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (round(seconds * rate), channels)).astype(np.float32)
    soundfile.write(path, samples, rate)


def test_the_starter_does_a_folder_and_the_second_time_nothing(tmp_path: Path) -> None:
    noise(tmp_path / "in" / "one.wav", 1.0)
    noise(tmp_path / "in" / "deep" / "two.flac", 1.5, rate=44_100, channels=1)
    (tmp_path / "in" / "broken.mp3").write_bytes(b"no sound")
    arguments = (
        tmp_path / "in",
        "-p",
        "rain",
        "-p",
        "a dog",
        "--rest",
        "--subtype",
        "pcm16",
        "-o",
        tmp_path / "in/out",
    )
    first = run(*arguments, "--json")
    assert first.exit_code == 1, first.output
    *_, end = events(first)
    assert (end["event"], end["files"], end["done"], end["failed"], end["left"]) == ("done", 3, 2, 1, 0)
    assert end["audio_s"] == pytest.approx(2.5)
    files = {event["source"]: event for event in events(first) if event["event"] == "file"}
    assert files["broken.mp3"]["code"] == "not-audio"
    assert files["deep/two.flac"]["outputs"] == [f"deep/two ({name}).wav" for name in ("rain", "a dog", "rest")]
    source, _ = soundfile.read(tmp_path / "in" / "deep" / "two.flac")
    parts = [soundfile.read(tmp_path / "in" / "out" / name) for name in files["deep/two.flac"]["outputs"]]
    assert {rate for _, rate in parts} == {44_100}
    assert np.abs(sum(part for part, _ in parts) - source).max() < 6 / 2**15
    progress = [event for event in events(first) if event["event"] == "progress"]
    assert progress
    assert progress[-1]["of"] == 3
    (tmp_path / "in" / "broken.mp3").unlink()
    second = run(*arguments)
    assert second.exit_code == 0, second.output
    assert "0 done, 2 done before or by others, 0 failed" in second.stderr
    assert second.stdout == ""
    lines = (tmp_path / "in" / "out" / "manifest.jsonl").read_text().splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["failed", "done", "done"]
    assert "not a sound or video file" in (tmp_path / "in" / "out" / "summary.html").read_text()


def test_every_option_of_a_request_reaches_the_engine() -> None:
    separation = SeparationOptions(strength=0.5)
    asked = BatchRequest(("x",), rest=True, container="flac", subtype="PCM_16", separation=separation)
    options = file_options(asked)
    assert options.separation is separation
    assert (options.rest, options.container, options.subtype) == (True, "flac", "PCM_16")
    assert (options.start_s, options.end_s) == (None, None)


def test_shards_together_do_everything(tmp_path: Path, tiny_model: Path) -> None:
    for number in range(6):
        noise(tmp_path / "in" / f"{number}.wav", 0.3)
    done = []
    for part in ("1/2", "2/2"):
        result = run(
            tmp_path / "in/*.wav", "-p", "rain", "--model", tiny_model, "-o", tmp_path / "o", "--shard", part, "--json"
        )
        assert result.exit_code == 0, result.output
        done.append(events(result)[-1]["done"])
    assert sum(done) == 6
    assert len(list((tmp_path / "o").glob("*.wav"))) == 6


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["{in}"], "prompt-empty", 1),
        (["{in}", "-p", " "], "prompt-empty", 1),
        (["{in}/none", "-p", "x"], "input-missing", 1),
        (["{in}", "-p", "x", "--model", "nothing"], "model-missing", 1),
        (["{in}", "-p", "x", "-o", "{in}/a.wav"], "system", 1),
        (["{in}", "-p", "x", "-o", "{in}"], "output-in-input", 1),
        (["{in}", "-p", "x", "--shard", "3/2"], "", 2),
        (["{in}", "-p", "x", "--shard", "one"], "", 2),
        (["{in}", "-p", "x", "--workers", "2"], "", 2),
        (["{in}", "-p", "x", "-o", "nonsense://x"], "store-unknown", 1),
    ],
)
def test_what_cannot_be_begun_is_a_sentence(tmp_path: Path, arguments: list[str], code: str, exit_code: int) -> None:
    noise(tmp_path / "in" / "a.wav", 0.3)
    filled = [argument.format(**{"in": tmp_path / "in"}) for argument in arguments]
    result = run(*filled, *([] if "-o" in filled else ["-o", tmp_path / "out"]), "--json")
    assert result.exit_code == exit_code, result.output
    if code:
        event = events(result)[-1]
        assert (event["event"], event["code"]) == ("error", code)
    assert not list(tmp_path.rglob("*.part"))


def test_words_of_a_list_need_no_prompt(tmp_path: Path, tiny_model: Path) -> None:
    noise(tmp_path / "a.wav", 0.3)
    (tmp_path / "list.csv").write_text("path,prompt\na.wav,rain\n")
    result = run(tmp_path / "list.csv", "--model", tiny_model, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "a (rain).wav").is_file()
    # How it is separated is a part of what is asked.
    other = run(
        tmp_path / "list.csv", "--model", tiny_model, "-o", tmp_path / "out", "--strength", 0.5, "--not", "music"
    )
    assert other.exit_code == 0, other.output
    assert (tmp_path / "out" / "a (rain) (2).wav").is_file()


def test_a_cluster_that_is_not_there_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise(tmp_path / "a.wav", 0.3)

    class Ray:
        @staticmethod
        def is_initialized() -> bool:
            return False

    monkeypatch.setitem(sys.modules, "ray", Ray)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
        result = run(tmp_path / "a.wav", "-p", "x", "-o", tmp_path / "out", "--ray", address, "--json")
    assert result.exit_code == 1
    assert events(result)[-1]["code"] == "cluster-missing"


def test_extras_that_are_missing_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise(tmp_path / "a.wav", 0.3)
    monkeypatch.setitem(sys.modules, "ray", None)
    result = run(tmp_path / "a.wav", "-p", "x", "-o", tmp_path / "out", "--ray", "auto", "--json")
    assert result.exit_code == 1
    event = events(result)[-1]
    assert event["code"] == "extra-missing"
    assert "audiosep-desktop[cluster]" in event["hint"]
    monkeypatch.setattr("audiosep_core.batch.remote.find_spec", lambda _: None)
    result = run("s3://bucket/x", "-p", "x", "-o", tmp_path / "out", "--json")
    assert events(result)[-1]["code"] == "extra-missing"


@contextmanager
def running(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "audiosep_core", "batch", *(str(a) for a in arguments), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def until(process: subprocess.Popen[str], event: str) -> dict[str, Any]:
    assert process.stdout is not None
    for line in process.stdout:
        if (told := json.loads(line))["event"] == event:
            return told
    raise AssertionError(f"no {event}: {process.stderr.read() if process.stderr else ''}")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGINT")
def test_ctrl_c_finishes_the_file_and_twice_leaves_no_half_of_it(tmp_path: Path, tiny_model: Path) -> None:
    noise(tmp_path / "in" / "1.wav", 60, rate=8_000, channels=1)
    noise(tmp_path / "in" / "2.wav", 600, rate=8_000, channels=1)
    arguments = (tmp_path / "in", "-p", "rain", "--model", tiny_model, "-o", tmp_path / "out")
    with running(*arguments) as process:
        assert until(process, "progress")["source"] == "1.wav"
        process.send_signal(signal.SIGINT)
        assert until(process, "file")["outcome"] == "done"
        end = until(process, "stopped")
        assert process.wait(60) == 130
    assert (end["done"], end["left"]) == (1, 1)
    assert [path.name for path in (tmp_path / "out").glob("*.wav")] == ["1 (rain).wav"]
    with running(*arguments) as process:
        assert until(process, "file")["outcome"] == "skipped"
        assert until(process, "progress")["source"] == "2.wav"
        process.send_signal(signal.SIGINT)
        assert until(process, "progress")["source"] == "2.wav"
        process.send_signal(signal.SIGINT)
        end = until(process, "stopped")
        assert process.wait(60) == 130
    assert (end["done"], end["skipped"], end["left"]) == (0, 1, 1)
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.wav")) == ["1 (rain).wav"]
    assert not list((tmp_path / "out" / ".audiosep-batch" / "claims").iterdir())
    noise(tmp_path / "in" / "2.wav", 1, rate=8_000)
    result = run(*arguments, "--json")
    assert result.exit_code == 0
    assert (events(result)[-1]["done"], events(result)[-1]["skipped"]) == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="SIGTERM")
def test_signals_become_wishes_to_stop() -> None:
    before = signal.getsignal(signal.SIGINT)
    with _stoppable() as stop:
        os.kill(os.getpid(), signal.SIGINT)
        assert (stop.is_soon, stop.cancel.is_set) == (True, False)
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.cancel.is_set
    with _stoppable() as stop:
        # A scheduler does not ask twice.
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.cancel.is_set
    assert signal.getsignal(signal.SIGINT) is before
