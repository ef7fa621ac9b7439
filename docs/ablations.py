"""Trains variants of a recipe at equal cost, and prints their figures as a table (extra `train`).

    python docs/ablations.py --data RECORDINGS --data MADE -o runs/ablations
    python docs/ablations.py --init starter --rate 5e-4 --data RECORDINGS --data MADE -o runs/streams

The first varies network, loss and data of a small recipe (docs/ablations.toml) from nothing, on the kinds of sound with
most recordings; the second goes on with a model, and varies what leaves its network as it is. Cost is processor time:
each variant takes as many steps as its own speed, measured first, fits into the minutes, and its schedule ends there.
All are judged on the same held-out mixtures. What is done is kept: the same command goes on, and prints all of it.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from ablation_networks import (
    Attending,
    BandSplit,
    Competing,
    DecoderSteered,
    Deeper,
    RatioOfHalf,
    RatioOfPrompts,
    Recurrent,
    Taught,
)
from numpy.typing import NDArray

from audiosep_core.library.paths import cache_folder
from audiosep_core.model.loaded import load
from audiosep_core.model.resunet import ResUNet
from audiosep_core.training import callbacks, module
from audiosep_core.training.allocator import keep_freed_memory
from audiosep_core.training.callbacks import Standing
from audiosep_core.training.prepare import Prepared, prepare
from audiosep_core.training.recipe import Recipe, find_recipe
from audiosep_core.training.run import RunOptions, train
from audiosep_core.training.sources import MANIFEST, read_source
from audiosep_core.training.validation import Validation

EXAMPLES = 160
KINDS = 24
TIMED_STEPS = 16
SMALL = Path(__file__).with_suffix(".toml")

Changes = dict[str, Any]

AUGMENTED: Changes = {
    "mixing.speed_probability": 0.35,
    "mixing.speed_range": 1.2,
    "mixing.stretch_probability": 0.06,
    "mixing.equaliser_db": 5.0,
    "mixing.low_pass_probability": 0.2,
    "mixing.reverb_probability": 0.12,
}
AS_THEY_ARE: Changes = {**dict.fromkeys(AUGMENTED, 0.0), "mixing.speed_range": 1.0}

# Of data, loss and optimiser: worth a look from nothing as on a model.
EITHER_WAY: dict[str, Changes] = {
    "without the complex loss": {"loss.complex": 0.0},
    "SNR loss from the start": {"loss.snr_from": 0.0, "loss.snr_full": 0.1},
    "half the rate": {"optimisation.learning_rate": 0.5},
    "twice the rate": {"optimisation.learning_rate": 2.0},
    "class cap 8": {"data.class_cap": 8},
    "class cap 120": {"data.class_cap": 120},
}

FROM_NOTHING: dict[str, Changes] = {
    "the small recipe": {},
    "the same, another seed": {"seed": 20261129},
    "STFT bins instead of bands": {"model.front_end": "bins"},
    "full-resolution stem": {"model.stem_stride": 1},
    "Muon for the convolutions": {"optimisation.optimiser": "muon"},
    "FiLM in the decoder only": {"network": DecoderSteered},
    "ratio between the prompts": {"network": RatioOfPrompts},
    "that ratio in every other mixture": {"network": RatioOfHalf},
    "without the SNR loss": {"loss.snr": 0.0},
    "waveform L1 alone": {"loss.waveform": 10.0, "loss.root_magnitude": 0.0, "loss.complex": 0.0, "loss.snr": 0.0},
    "made sound every fourth time": {"data.made_share": 0.25},
    "taught by the starter": {"network": Taught},
    "attention after the bottleneck": {"network": Attending},
    "recurrence after the bottleneck": {"network": Recurrent},
    "three bottleneck blocks": {"network": Deeper},
    "widths x 0.67": {"model.widths": [16, 16, 22, 32, 54, 86]},
    "widths x 1.5": {"model.widths": [36, 36, 48, 72, 120, 192]},
    "one level less": {"model.widths": [24, 24, 32, 48, 80], "model.pools": [[2, 2], [2, 2], [2, 2], [2, 2]]},
    "mask and phase": {"model.outputs": "mask+phase"},
    "FiLM shift only": {"model.film_scale": False},
    **EITHER_WAY,
    "augmented": AUGMENTED,
    "all the grammar's words": {"data.label_probability": 0.4, "data.template_probability": 0.2,
                                "data.parent_probability": 0.08, "data.caption_probability": 0.3},
    "a step added to conditions, and blends": {"data.condition_noise": 0.15, "data.blend_probability": 0.3},
    "within 15 dB, up to four sources": {"mixing.level_db": 15.0,
                                         "mixing.source_probabilities": [0.05, 0.77, 0.15, 0.03]},
    "prompts for what is absent": {"mixing.negative_probability": 0.1},
    "no moving average": {"optimisation.ema": 0.0},
    "128 bands": {"model.bands": 128},
    "256 bands": {"model.bands": 256},
    "hop 320": {"model.hop": 320},
    "no position channel": {"model.position_channel": False},
    "eight parts of the bands, each its own stem and head": {"network": BandSplit},
    "FiLM without a hidden layer": {"model.film_hidden": 0},
    "FiLM's hidden layer of 512": {"model.film_hidden": 512},
    "that layer of 512, another seed": {"model.film_hidden": 512, "seed": 20261129},
    "FiLM's hidden layer of 1024": {"model.film_hidden": 1024},
    "6 mixtures of 3.2 s": {"mixing.mixtures": 6, "data.segment_s": 3.2},
}  # fmt: skip

ON_A_MODEL: dict[str, Changes] = {
    "the recipe": {},
    "clips as they are": AS_THEY_ARE,
    "two sources": {"mixing.source_probabilities": [0.0, 1.0, 0.0, 0.0]},
    "within 8 dB": {"mixing.level_db": 8.0},
    "no prompt for what is absent": {"mixing.negative_probability": 0.0},
    "made sound half as often": {"data.made_share": 0.125},
    "labels and captions only": {"data.label_probability": 1.0, "data.template_probability": 0.0,
                                 "data.parent_probability": 0.0},
    "no step added to conditions, no blends": {"data.condition_noise": 0.0, "data.blend_probability": 0.0},
    **EITHER_WAY,
}  # fmt: skip


def of_most_recorded(sources: Sequence[Path], folder: Path) -> Path:
    """A manifest of the sources' clips of the kinds with most originals; made sound of these kinds is among them."""
    clips = [clip for source in sources for clip in read_source(source)]
    originals: dict[str, set[str]] = {}
    for clip in clips:
        if not clip.made:
            originals.setdefault(clip.label, set()).add(clip.split_group)
    kinds = set(sorted(originals, key=lambda label: (-len(originals[label]), label))[:KINDS])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / MANIFEST).open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "label", "caption", "split_group", "split", "source_repo"])
        for clip in clips:
            if clip.label in kinds:
                made = "made" if clip.made else ""
                rows.writerow([clip.path.resolve(), clip.label, clip.caption, clip.split_group, "train", made])
    return folder


def varied(base: Recipe, changes: Changes, rate: float | None) -> Recipe:
    """The base with some values changed; a changed learning rate is a factor."""
    values = base.model_dump()
    values["model"] = asdict(base.model)
    values["data"]["validation_examples"] = EXAMPLES
    if rate is not None:
        values["optimisation"]["learning_rate"] = rate
    for name, value in changes.items():
        if name == "network":
            continue
        *sections, field = name.split(".")
        place = values[sections[0]] if sections else values
        if field == "learning_rate":
            value = value * place[field]
        place[field] = value
    return Recipe.model_validate(values)


def in_steps(recipe: Recipe, steps: int) -> Recipe:
    """The same with a schedule of so many steps."""
    return recipe.model_copy(update={"optimisation": recipe.optimisation.model_copy(update={"steps": steps})})


@contextmanager
def networks_of(kind: type[ResUNet]) -> Iterator[None]:
    """Lets a training build networks of another kind: one that the program itself does not offer."""
    module.ResUNet = callbacks.ResUNet = kind
    try:
        yield
    finally:
        module.ResUNet = callbacks.ResUNet = ResUNet


def seconds_a_step(recipe: Recipe, options: argparse.Namespace, folder: Path) -> float:
    """Processor time of the process and its threads; the first steps are left out."""
    marks: list[float] = []

    def mark(_: Standing) -> None:
        marks.append(time.process_time())

    run = RunOptions(steps=TIMED_STEPS, checkpoint_every=10**9, judge_every=10**9)
    short = recipe.model_copy(update={"data": recipe.data.model_copy(update={"validation_examples": 0})})
    train(short, options.data, folder, cache_folder(), run, init=options.init, on_standing=mark)
    return (marks[-1] - marks[TIMED_STEPS // 4]) / (len(marks) - 1 - TIMED_STEPS // 4)


def place(options: argparse.Namespace, name: str) -> Path:
    """Folder of a variant."""
    folder: Path = options.output / "".join(letter if letter.isalnum() else "-" for letter in name)
    return folder


def result(name: str, recipe: Recipe, options: argparse.Namespace) -> dict[str, Any]:
    """Figures of one variant, from its folder where it was run before."""
    folder = place(options, name)
    kept = folder / "figures.json"
    if kept.is_file():
        found: dict[str, Any] = json.loads(kept.read_text())
        return found
    cost = seconds_a_step(recipe, options, folder / "timed")
    steps = max(TIMED_STEPS, round(60.0 * options.minutes / cost))
    run = RunOptions(checkpoint_every=100, judge_every=10**9)
    trained = train(in_steps(recipe, steps), options.data, folder, cache_folder(), run, init=options.init)
    assert trained.after is not None
    figures = {
        "name": name, "steps": steps, "seconds_a_step": cost, "sdri_db": list(trained.after.sdri_db),
        "swap_right": trained.after.swap_right,
    }  # fmt: skip
    kept.write_text(json.dumps(figures, indent=1))
    return figures


def by_example(got: dict[str, Any]) -> NDArray[np.float64]:
    """SDRi of each mixture: the mean of its two queries, which are not independent."""
    return np.asarray(got["sdri_db"], np.float64).reshape(EXAMPLES, 2).mean(axis=1)


def row(got: dict[str, Any], first: dict[str, Any]) -> str:
    """A line of the table. Judged on the same mixtures, differences are surer than the figures that they are of."""
    sdri = by_example(got)
    figures = f"| {got['name']} | {got['steps']} | {sdri.mean():.2f} dB"
    if got is first:
        return f"{figures} | | {got['swap_right']:.0%} |"
    more = sdri - by_example(first)
    return f"{figures} | {more.mean():+.2f} ± {more.std() / np.sqrt(len(more)):.2f} dB | {got['swap_right']:.0%} |"


def more(options: argparse.Namespace) -> None:
    """Two tables of what was trained: two prompts asked together, and made sound by kind."""
    prepared = prepare(varied(find_recipe(str(SMALL)), {}, None), options.data, cache_folder())
    together(prepared.validation, options)
    made_by_kind(prepared, options)


def together(validation: Validation, options: argparse.Namespace) -> None:
    """What some of the trained weights make of a mixture's two prompts, each alone and both asked together."""
    ways = {
        "asked alone": ResUNet,
        "together, the engine's competition": Competing,
        "together, the ratio": RatioOfPrompts,
    }
    say(f"| learnt | {' | '.join(ways)} |\n|{'---|' * (1 + len(ways))}")
    for name in ("the small recipe", "ratio between the prompts", "that ratio in every other mixture"):
        learnt = load(str(place(options, name) / "model.safetensors")).network
        figures = []
        for kind in ways.values():
            network = kind(learnt.config)
            network.load_state_dict(learnt.state_dict())
            figures.append(f"{validation.judge(network.eval()).mean_sdri_db:.2f} dB")
        say(f"| {name} | {' | '.join(figures)} |")


def made_by_kind(prepared: Prepared, options: argparse.Namespace) -> None:
    """SDRi of every kind with made sound and without, two seeds of it."""
    asked = np.array([label for example in prepared.validation.examples for label in example.labels])
    names = ("the small recipe", "the same, another seed", "made sound every fourth time")
    without, another, made = (
        np.array(json.loads((place(options, name) / "figures.json").read_text())["sdri_db"]) for name in names
    )
    gained = made - (without + another) / 2
    say("| kind | n | without | another seed | with | difference |\n|---|---|---|---|---|---|")
    for kind in sorted(set(asked), key=lambda kind: gained[asked == kind].mean()):
        its = asked == kind
        figures = " | ".join(f"{sdri[its].mean():.2f}" for sdri in (without, another, made))
        error = gained[its].std() / np.sqrt(its.sum())
        say(f"| {kind} | {its.sum()} | {figures} | {gained[its].mean():+.2f} ± {error:.2f} |")


def say(line: str) -> None:
    """At once: the next line takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", help="recipe; without it the small one, with --init the starter's")
    parser.add_argument("--init", help="begin with this model's weights")
    parser.add_argument("--rate", type=float, help="learning rate, where it is not the recipe's")
    parser.add_argument("--minutes", type=float, default=5.0, help="processor time of each, all threads together")
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--only", action="append", help="part of a variant's name")
    parser.add_argument("--more", action="store_true", help="of what was trained: prompts together, made sound by kind")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    keep_freed_memory()
    base = find_recipe(options.config or ("starter" if options.init else str(SMALL)))
    if not options.init:
        options.data = [of_most_recorded(options.data, options.output / "clips")]
    if options.more:
        more(options)
        return
    say("| variant | steps | mean SDRi | against the first | swap right |\n|---|---|---|---|---|")
    first: dict[str, Any] = {}
    for name, changes in (ON_A_MODEL if options.init else FROM_NOTHING).items():
        if options.only and not any(part in name for part in options.only):
            continue
        with networks_of(changes.get("network", ResUNet)):
            got = result(name, varied(base, changes, options.rate), options)
        first = first or got
        say(row(got, first))


if __name__ == "__main__":
    main()
