"""`audiosep calibrate-presence`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, progress, say, stoppable


@app.command()
def calibrate_presence(
    data: Annotated[
        list[Path], typer.Option("--data", "--root", help="What the models were trained on; may be repeated.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The constants.")] = Path("presence.toml"),
    model: Annotated[str, typer.Option(help="Name or path of the model that separates.")] = "starter",
    fraction: Annotated[float, typer.Option(help="Share of the originals that its recipe holds out.")] = 0.04,
    mixtures: Annotated[int, typer.Option(help="How many to make.", min=10)] = 150,
    seed: Annotated[int, typer.Option(help="Of the draw.", min=0)] = 0,
    device: Annotated[DeviceChoice, typer.Option(help="Where to run.")] = DeviceChoice.auto,
) -> None:
    """Fit the constants by which `present`, `weak` and `not found` are told, on clips held out from training."""
    with boundary(as_json=False) as cancel:
        from audiosep_core.engine.hearing import Hearing
        from audiosep_core.engine.separator import Separator
        from audiosep_core.evaluation.result import file_sha256
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.library.registry import find_model
        from audiosep_core.library.resources import resource
        from audiosep_core.training.hearing.calibrate import calibrate, write_calibrations

        separator, ears = Separator.load(model, device.value), Hearing.load()
        with stoppable(cancel), progress("Calibrating", as_json=False) as show:
            found = calibrate(separator, ears, data, cache_folder(), fraction, mixtures, seed, show, cancel)
        hearing = file_sha256(resource("models", "hearing.safetensors"))
        separating = file_sha256(find_model(model))
        facts = [
            f"{found.prompts} prompts, seed {seed}. Model {separating[:16]}, hearing {hearing[:16]} (sha256).",
            "Area under the ROC on these: "
            + ", ".join(f"{name} {area:.3f}" for name, area in found.areas.items())
            + ".",
        ]
        write_calibrations(output, found, facts)
        for fact in facts:
            say(fact)
        print(output)
