"""The command in processes of its own: killed and resumed, started twice, two that train together."""

from __future__ import annotations

import contextlib
import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from audiosep_core.model.file import load_network

pytest.importorskip("lightning")

RECIPE = """
seed = 3
[model]
hop = 640
front_end = "mel"
bands = 32
widths = [4, 4, 8]
pools = [[2, 2], [2, 2]]
stem_stride = 2
condition_size = 384
film_hidden = 8
film_scale = true
outputs = "mask"
encoder = "minilm"
[data]
segment_s = 0.32
class_cap = 5
validation_fraction = 0.0
caption_probability = 0.3
blend_probability = 0.3
[mixing]
mixtures = 2
level_db = 6.0
speed_probability = 0.3
speed_range = 1.1
equaliser_db = 3.0
reverb_probability = 0.2
[loss]
root_magnitude = 1.0
[optimisation]
steps = 200
learning_rate = 1e-3
warmup_steps = 5
ema = 0.9
clip = 1.0
precision = "bf16-mixed"
"""


class Command:
    """`audiosep train` with a recipe of nothing, at home in a folder of the test."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder, self.data = folder, data
        self.recipe = folder / "tiny.toml"
        self.recipe.write_text(RECIPE)
        self.environment = {**os.environ, "AUDIOSEP_HOME": str(folder / "home"), "OMP_NUM_THREADS": "1"}
        self.environment.pop("PYTEST_CURRENT_TEST", None)

    def start(self, output: str, *more: str) -> subprocess.Popen[str]:
        arguments = ["--config", str(self.recipe), "--data", str(self.data), "-o", str(self.folder / output)]
        return subprocess.Popen(
            [sys.executable, "-m", "audiosep_core", "train", *arguments, "--log-every", "1", "--device", "cpu", *more],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, output: str, *more: str) -> Path:
        process = self.start(output, *more)
        out, err = process.communicate(timeout=200)
        assert process.returncode == 0, err
        (model,) = out.splitlines()  # however many processes train together
        return Path(model)

    def losses(self, output: str) -> dict[int, float]:
        """By step; a step that was done twice must have had the same loss twice."""
        found: dict[int, float] = {}
        for log in sorted((self.folder / output / "log").glob("*/metrics.csv")):
            with log.open(newline="") as file:
                for row in csv.DictReader(file):
                    if row.get("loss"):
                        loss = found.setdefault(int(row["step"]), float(row["loss"]))
                        assert loss == float(row["loss"])
        return found


@pytest.fixture
def command(tmp_path: Path, clips: Path) -> Command:
    return Command(tmp_path, clips)


def test_a_run_killed_with_9_goes_on_as_if_nothing_had_been_and_two_runs_are_one(command: Command) -> None:
    command.run("whole")
    process = command.start("cut", "--checkpoint-every", "20")
    began = time.monotonic()
    while not (command.folder / "cut" / "last.ckpt").exists():
        assert time.monotonic() - began < 100
        with contextlib.suppress(subprocess.TimeoutExpired):
            pytest.fail(f"it ended by itself: {process.wait(0.05)}")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    command.run("cut", "--checkpoint-every", "20")
    whole, cut = command.losses("whole"), command.losses("cut")
    assert sorted(whole) == list(range(200))
    # The killed process took what it had not flushed with it; what there is, is the same to the last bit.
    assert {step: whole[step] for step in cut} == cut
    assert max(cut) == 199
    one, other = (load_network(command.folder / name / "model.safetensors").state_dict() for name in ("whole", "cut"))
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_two_processes_train_together_and_agree(command: Command) -> None:
    both = command.run("both", "--devices", "2", "--steps", "6")
    alone = command.run("alone", "--steps", "6")
    one, other = load_network(both).state_dict(), load_network(alone).state_dict()
    assert any(not torch.equal(one[name], other[name]) for name in one), "the second process brought nothing"
    state = torch.load(command.folder / "both" / "last.ckpt", weights_only=True)
    assert state["global_step"] == 6
    resumed = command.run("both", "--devices", "2", "--steps", "9")
    assert torch.load(resumed.with_name("last.ckpt"), weights_only=True)["global_step"] == 9
