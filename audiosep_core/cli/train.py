"""`audiosep train`."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiosep_core.cli.app import DeviceChoice, app
from audiosep_core.console import boundary, phases, say, stoppable, training_progress, warn
from audiosep_core.errors import AudioSepError

if TYPE_CHECKING:
    from audiosep_core.training.prepare import Prepared
    from audiosep_core.training.run import Trained

_SHOWN = 20


@app.command()
def train(
    config: Annotated[
        str, typer.Option(help="A shipped recipe (starter, audiosep, finetune) or the path of a TOML file.")
    ],
    data: Annotated[
        list[Path],
        typer.Option(
            "--data",
            "--root",
            help="A manifest (or its folder), AudioSep's JSON of sounds and captions, or a folder with one folder a "
            "label; may be repeated.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Checkpoints, logs, pictures and the model.")] = Path(
        "runs/train"
    ),
    init: Annotated[str | None, typer.Option(help="Begin with this model's weights: a name or a path.")] = None,
    steps: Annotated[int | None, typer.Option(help="Stop after so many steps.", min=1)] = None,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="On the CPU, one minute of steps, everything.")] = False,
    device: Annotated[DeviceChoice, typer.Option(help="Where to train.")] = DeviceChoice.auto,
    devices: Annotated[int, typer.Option(help="Processes on this machine that train together.", min=1)] = 1,
    nodes: Annotated[int, typer.Option(help="Machines that train together, started by torchrun.", min=1)] = 1,
    checkpoint_every: Annotated[int, typer.Option(help="Steps between checkpoints.", min=1)] = 200,
    judge_every: Annotated[int, typer.Option(help="Steps between figures on what was held out.", min=1)] = 500,
    log_every: Annotated[int, typer.Option(help="Steps between rows of the log.", min=1)] = 20,
    check: Annotated[bool, typer.Option("--check", help="Only check and decode the data; say what is wrong.")] = False,
) -> None:
    """Train or fine-tune a model; run the same command again to resume. Needs the extra `train`."""
    with boundary(as_json=False) as cancel:
        try:
            import lightning  # noqa: F401
        except ImportError:
            raise AudioSepError(
                "extra-missing",
                "Training needs packages that are not installed.",
                "Install them with: pip install 'audiosep-desktop[train]'",
            ) from None
        from audiosep_core.library.paths import cache_folder
        from audiosep_core.training.allocator import keep_freed_memory
        from audiosep_core.training.prepare import prepare
        from audiosep_core.training.recipe import find_recipe
        from audiosep_core.training.run import RunOptions, is_first_process
        from audiosep_core.training.run import train as run

        keep_freed_memory()
        recipe = find_recipe(config)
        options = RunOptions(steps, rehearse, devices, nodes, device.value, checkpoint_every, judge_every, log_every)
        with stoppable(cancel), _quiet():
            if check:
                with phases() as tell:
                    prepared = prepare(recipe, data, cache_folder(), init, tell, cancel)
                _findings(prepared)
                prepared.planner(0)  # says whether there is enough to mix
                return
            # What others that train along would say is the same, in the middle of this one's lines.
            speaks = is_first_process()
            with phases() as tell, training_progress() as show:
                trained = run(
                    recipe, data, output, cache_folder(), options,
                    init=init, on_phase=tell, on_prepared=_findings if speaks else None, on_standing=show,
                    cancel=cancel,
                )  # fmt: skip
        if speaks:
            _result(trained)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Lightning speaks of processors it did not find, of paid services, and of what it will change itself one day."""
    import logging
    import warnings

    loggers = [logging.getLogger(name) for name in ("lightning.pytorch", "lightning.fabric")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"lightning\..*")
            warnings.filterwarnings("ignore", message=".*LeafSpec.*")
            warnings.filterwarnings("ignore", message=".*does not have many workers.*")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _findings(prepared: Prepared) -> None:
    for finding in prepared.findings[:_SHOWN]:
        used = "" if finding.trouble == "rate" else " (left out)"
        warn(f"{finding.file}: {finding.trouble}{used}{': ' + finding.detail if finding.detail else ''}")
    if (more := len(prepared.findings) - _SHOWN) > 0:
        counts = Counter(finding.trouble for finding in prepared.findings)
        warn(f"… and {more} more. In all: " + ", ".join(f"{n} {trouble}" for trouble, n in counts.items()))
    bank = prepared.bank
    hours = int(bank.lengths.sum()) / bank.sample_rate_hz / 3600
    say(
        f"{len(bank.clips)} clips of {len(prepared.vocabulary.labels)} kinds of sound, {hours:.2f} hours; "
        f"{len(prepared.held_out)} held out; {len(prepared.vocabulary.texts)} prompts."
    )


def _result(trained: Trained) -> None:
    if trained.after is not None:
        held = len(trained.prepared.held_out)
        after = f"{trained.after.mean_sdri_db:.2f} dB SDRi, {trained.after.swap_right:.0%} told apart"
        if trained.before is not None:
            say(f"Before: {trained.before.mean_sdri_db:.2f} dB SDRi, {trained.before.swap_right:.0%} told apart.")
            say(f"After:  {after}; on {held} recordings held out.")
        else:
            say(f"On {held} recordings held out: {after}.")
    print(trained.model)
