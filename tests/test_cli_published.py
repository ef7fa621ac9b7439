"""`audiosep separate` with a published checkpoint, from file to file, within its memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audiosep_core.audio.read import read_audio
from audiosep_core.library.resources import resource

pytestmark = pytest.mark.parity

EXAMPLE = resource("examples", "voice-in-the-rain.flac")


def audiosep(*arguments: str | Path, expect: int = 0) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "audiosep_core", *map(str, arguments), "--json"]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == expect, done.stderr + done.stdout
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_stereo_file_goes_through_a_checkpoint(published_checkpoint: Path, tmp_path: Path) -> None:
    """Seven seconds, a chunk of full length: longer files have more chunks, not more memory."""
    *_, done = audiosep(
        "separate", EXAMPLE, "--model", published_checkpoint, "-p", "a person talking || Someone talks", "--end", "7",
        "--rest", "-o", tmp_path, "--device", "cpu",
    )  # fmt: skip
    source = read_audio(EXAMPLE)
    frames = 7 * source.rate_hz
    stems = [read_audio(Path(path)) for path in (done["stems"][0]["path"], done["rest"])]  # type: ignore[index,arg-type]
    assert source.samples.shape[1] == 2
    assert {(stem.samples.shape, stem.rate_hz) for stem in stems} == {((frames, 2), source.rate_hz)}
    assert np.abs(stems[0].samples + stems[1].samples - source.samples[:frames]).max() < 1e-6
    assert np.abs(stems[0].samples).max() > 1e-3
    assert float(done["peak_rss_mb"]) * 2**20 < 2.5e9  # type: ignore[arg-type]


def test_a_sound_and_words_with_it_are_queries(imported_model: Path, tmp_path: Path) -> None:
    end = ("--start", "1", "--end", "1.5", "-o", tmp_path, "--device", "cpu", "--model", imported_model)
    *_, alone = audiosep("separate", EXAMPLE, "--like-span", "1", "2.5", *end)
    *_, blend = audiosep("separate", EXAMPLE, "-p", "rain", "--like", EXAMPLE, "--blend", "0.3", *end)
    names = [Path(done["stems"][0]["path"]).name for done in (alone, blend)]  # type: ignore[index]
    assert names == [
        "voice-in-the-rain (like itself 1 to 2.5 s).wav",
        "voice-in-the-rain (rain, like voice-in-the-rain).wav",
    ]


def test_examples_need_a_model_that_hears(tmp_path: Path) -> None:
    *_, told = audiosep("separate", EXAMPLE, "--like", EXAMPLE, "-o", tmp_path, expect=1)
    assert told["code"] == "audio-tower-missing"
    assert told["hint"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-p", "rain", "--blend", "0.5"),
        ("--like", "a.wav", "--blend", "0.5"),
        ("-p", "rain", "-p", "dog", "--like", "a.wav"),
        ("-p", "rain", "--like", "a.wav", "--blend", "1.5"),
    ],
)
def test_usage_is_told(arguments: tuple[str, ...]) -> None:
    audiosep("separate", EXAMPLE, *arguments, expect=2)


LOAD = """
import sys, time
from pathlib import Path
import torch
torch.set_num_threads(2)
began = time.monotonic()
from audiosep_core.model import load
model = load(sys.argv[1])
wall = time.monotonic() - began
peak = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
print(wall, peak)
"""


def loading(model: Path) -> tuple[float, float]:
    """Seconds and peak bytes of a process that loads a model, transformers' import included."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(model)], capture_output=True, text=True, timeout=120, check=True
    )
    wall_s, peak_kb = map(float, done.stdout.split())
    return wall_s, peak_kb * 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's figures")
def test_an_imported_model_loads_in_little_memory(imported_model: Path) -> None:
    assert loading(imported_model)[1] < 1.3e9


@pytest.mark.benchmark
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's figures")
def test_an_imported_model_loads_in_three_seconds(imported_model: Path) -> None:
    assert min(loading(imported_model)[0] for _ in range(3)) < 3.0
