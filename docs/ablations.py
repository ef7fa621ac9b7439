"""Trains variants of the starter's recipe at equal cost, and prints their figures as a table (extra `train`).

    python docs/ablations.py --minutes 8 --data RECORDINGS --data MADE -o runs/ablations

Cost is processor time: each variant takes as many steps as its own speed, measured first, fits into the minutes, and
its schedule ends there. All are judged on the same held-out mixtures. What is done is kept: the same command goes on.
With `--init MODEL` all begin with its weights, and only what leaves the network as it is can be varied.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from audiosep_core.library.paths import cache_folder
from audiosep_core.training.callbacks import Standing
from audiosep_core.training.recipe import Recipe, find_recipe
from audiosep_core.training.run import RunOptions, train

EXAMPLES = 160
TIMED_STEPS = 24

Changes = dict[str, Any]

UNCHANGED: Changes = {
    "mixing.speed_probability": 0.0,
    "mixing.stretch_probability": 0.0,
    "mixing.equaliser_db": 0.0,
    "mixing.low_pass_probability": 0.0,
    "mixing.reverb_probability": 0.0,
}
TWO: Changes = {"mixing.source_probabilities": [0.0, 1.0, 0.0, 0.0]}
NEARER: Changes = {"mixing.level_db": 8.0}
NOTHING_ABSENT: Changes = {"mixing.negative_probability": 0.0}
EASY: Changes = {**UNCHANGED, **TWO, **NEARER, **NOTHING_ABSENT}

# Of the network: only from nothing, and on the easy stream: on the whole recipe a new network waits for 1,500 steps on
# the plateau of half the mixture.
NETWORKS: dict[str, Changes] = {
    "128 bands": {"model.bands": 128},
    "256 bands": {"model.bands": 256},
    "STFT bins instead of bands": {"model.front_end": "bins"},
    "no position channel": {"model.position_channel": False},
    "full-resolution stem": {"model.stem_stride": 1},
    "hop 320": {"model.hop": 320},
    "widths x 0.75": {"model.widths": [36, 36, 48, 72, 120, 192]},
    "widths x 1.33": {"model.widths": [64, 64, 84, 128, 212, 340]},
    "one level less": {"model.widths": [48, 48, 64, 96, 160], "model.pools": [[2, 2], [2, 2], [2, 2], [1, 2]]},
    "FiLM shift only": {"model.film_scale": False},
    "FiLM without a hidden layer": {"model.film_hidden": 0},
    "mask and phase": {"model.outputs": "mask+phase"},
}

# Of the stream, the loss and the optimiser: from nothing, or from a model.
STREAMS: dict[str, Changes] = {
    "the recipe": {},
    "clips as they are, two of them, within 8 dB": EASY,
    "clips as they are": UNCHANGED,
    "two sources": TWO,
    "within 8 dB": NEARER,
    "no prompt for what is absent": NOTHING_ABSENT,
    "no step added to conditions, no blends": {"data.condition_noise": 0.0, "data.blend_probability": 0.0},
    "labels and captions only": {"data.label_probability": 1.0, "data.template_probability": 0.0,
                                 "data.parent_probability": 0.0},
    "class cap 8": {"data.class_cap": 8},
    "class cap 120": {"data.class_cap": 120},
    "made sound half as often": {"data.made_share": 0.125},
    "without the complex loss": {"loss.complex": 0.0},
    "without the SNR loss": {"loss.snr": 0.0},
    "waveform L1 alone": {"loss.waveform": 10.0, "loss.root_magnitude": 0.0, "loss.complex": 0.0, "loss.snr": 0.0},
    "half the rate": {"optimisation.learning_rate": 0.5},
    "twice the rate": {"optimisation.learning_rate": 2.0},
    "6 mixtures a step": {"mixing.mixtures": 6},
}  # fmt: skip


def varied(base: Recipe, changes: Changes, rate: float | None) -> Recipe:
    """The base with some values changed; a changed learning rate is a factor."""
    values = base.model_dump()
    values["model"] = asdict(base.model)
    values["data"]["validation_examples"] = EXAMPLES
    if rate is not None:
        values["optimisation"]["learning_rate"] = rate
    for name, value in changes.items():
        section, field = name.split(".")
        if field == "learning_rate":
            value = value * values[section][field]
        values[section][field] = value
    return Recipe.model_validate(values)


def in_steps(recipe: Recipe, steps: int) -> Recipe:
    """The same with a schedule of so many steps."""
    return recipe.model_copy(update={"optimisation": recipe.optimisation.model_copy(update={"steps": steps})})


def seconds_a_step(recipe: Recipe, options: argparse.Namespace, folder: Path) -> float:
    """Processor time of the process and its threads; the first steps are left out."""
    marks: list[float] = []

    def mark(_: Standing) -> None:
        marks.append(time.process_time())

    run = RunOptions(steps=TIMED_STEPS, checkpoint_every=10**9, judge_every=10**9)
    short = recipe.model_copy(update={"data": recipe.data.model_copy(update={"validation_examples": 0})})
    train(short, options.data, folder, cache_folder(), run, init=options.init, on_standing=mark)
    return (marks[-1] - marks[TIMED_STEPS // 4]) / (len(marks) - 1 - TIMED_STEPS // 4)


def result(name: str, recipe: Recipe, options: argparse.Namespace) -> dict[str, Any]:
    """Figures of one variant, from its folder where it was run before."""
    folder = options.output / "".join(letter if letter.isalnum() else "-" for letter in name)
    kept = folder / "figures.json"
    if kept.is_file():
        found: dict[str, Any] = json.loads(kept.read_text())
        return found
    cost = seconds_a_step(recipe, options, folder / "timed")
    steps = max(TIMED_STEPS, round(60.0 * options.minutes / cost))
    run = RunOptions(checkpoint_every=100, judge_every=10**9)
    trained = train(in_steps(recipe, steps), options.data, folder, cache_folder(), run, init=options.init)
    assert trained.after is not None
    sdri = np.array(trained.after.sdri_db)
    figures = {
        "name": name, "steps": steps, "seconds_a_step": cost, "sdri_db": float(sdri.mean()),
        "error_db": float(sdri.std() / np.sqrt(len(sdri))), "swap_right": trained.after.swap_right,
    }  # fmt: skip
    kept.write_text(json.dumps(figures, indent=1))
    return figures


def say(line: str) -> None:
    """At once: the next line takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", default="starter")
    parser.add_argument("--init", help="begin with this model's weights")
    parser.add_argument("--rate", type=float, help="learning rate, where it is not the recipe's")
    parser.add_argument("--minutes", type=float, default=8.0, help="processor time of each, all threads together")
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--only", action="append", help="part of a variant's name")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    base = find_recipe(options.config)
    variants = (
        STREAMS if options.init else {**STREAMS, **{name: {**EASY, **changes} for name, changes in NETWORKS.items()}}
    )
    say("| variant | steps | mean SDRi | swap right |\n|---|---|---|---|")
    for name, changes in variants.items():
        if options.only and not any(part in name for part in options.only):
            continue
        got = result(name, varied(base, changes, options.rate), options)
        figure = f"{got['sdri_db']:.2f} ± {got['error_db']:.2f} dB"
        say(f"| {name} | {got['steps']} | {figure} | {got['swap_right']:.0%} |")


if __name__ == "__main__":
    main()
