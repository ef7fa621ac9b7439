"""`audiosep calibrate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, say, stoppable


@app.command()
def calibrate(
    data: Annotated[
        list[Path], typer.Option("--data", "--root", help="What the models were trained on; may be repeated.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the two files.")] = Path(),
    model: Annotated[str, typer.Option(help="Name or path of the model that separates.")] = "starter",
    fraction: Annotated[float, typer.Option(help="Share of the originals that its recipe holds out.")] = 0.04,
    mixtures: Annotated[int, typer.Option(help="How many to make.", min=10)] = 100,
    seed: Annotated[int, typer.Option(help="Of the draw.", min=0)] = 0,
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Fit, on clips held out from training, when a sound counts as present and how far words may lie from known ones.

    Writes presence.toml and familiarity.safetensors, which lie in resources/models for the models that ship.
    """
    with boundary(as_json=False) as cancel:
        from audiosep_core.engine.hearing import Hearing
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.result import file_sha256
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.library.registry import find_model
        from audiosep_core.library.resources import resource
        from audiosep_core.training.familiarity import fit_familiarity, save_familiarity
        from audiosep_core.training.hearing.calibrate import calibrate as fit
        from audiosep_core.training.hearing.calibrate import write_calibrations

        separator, ears = Separator.load(model, device.value), Hearing.load()
        cache = cache_folder()
        with stoppable(cancel):
            with progress("Presence", as_json=False) as show:
                found = fit(separator, ears, data, cache, fraction, mixtures, seed, show, cancel)
            with progress("Words", as_json=False) as show:
                words = fit_familiarity(
                    separator,
                    data,
                    cache,
                    fraction,
                    max(10, -(-mixtures * 3 // 5)),
                    seed + 1,
                    on_progress=show,
                    cancel=cancel,
                )
        output.mkdir(parents=True, exist_ok=True)
        hearing = file_sha256(resource("models", "hearing.safetensors"))
        separating = file_sha256(find_model(model))
        facts = [
            f"{found.prompts} prompts, seed {seed}. Model {separating[:16]}, hearing {hearing[:16]} (sha256).",
            "Area under the ROC on these: "
            + ", ".join(f"{name} {area:.3f}" for name, area in found.areas.items())
            + ".",
        ]
        write_calibrations(output / "presence.toml", found, facts)
        save_familiarity(output / "familiarity.safetensors", words)
        for fact in (*facts, f"{words.prompts} prompts for the words."):
            say(fact)
        print(output)
