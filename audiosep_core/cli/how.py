"""How to separate: the options that `audiosep separate` and `audiosep batch` share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from audiosep_core.types import SeparationOptions


class BackendChoice(StrEnum):
    """What runs the network."""

    auto = "auto"
    torch = "torch"
    openvino = "openvino"


class ChannelsChoice(StrEnum):
    """How channels are heard."""

    linked = "linked"
    independent = "independent"


class LevelChoice(StrEnum):
    """What level the network is given."""

    source = "source"
    auto = "auto"


Backend = Annotated[BackendChoice, typer.Option("--backend", help="What runs the network; auto tries once.")]
Channels = Annotated[
    ChannelsChoice, typer.Option("--channels", help="linked keeps the stereo image; independent hears each for itself.")
]
Not = Annotated[
    list[str] | None,
    typer.Option("--not", help="But not this: competes with -p and is thrown away; may be repeated."),
]
Compete = Annotated[
    bool | None,
    typer.Option(
        "--compete/--no-compete",
        help="Share out what two prompts claim, instead of giving it to both. On where there are two or more.",
        show_default=False,
    ),
]
Strength = Annotated[
    float, typer.Option("--strength", help="-1 is most natural, 0 as the model hears it, 1 cleanest.", min=-1, max=1)
]
Band = Annotated[
    tuple[float, float] | None,
    typer.Option("--band", metavar="LOW HIGH", help="Only separate between these frequencies, in Hz."),
]
MuteAbove = Annotated[bool, typer.Option("--mute-above", help="Leave out what lies above the model's own band.")]
Level = Annotated[
    LevelChoice,
    typer.Option("--level", help="auto: one gain for the whole file, for published models, which hear levels."),
]


def separation_options(
    channels: ChannelsChoice,
    against: list[str] | None,
    compete: bool | None,
    strength: float,
    band: tuple[float, float] | None,
    mute_above: bool,
    level: LevelChoice,
) -> SeparationOptions:
    """The options as the engine takes them.

    Raises:
        typer.BadParameter: a band that is none.
    """
    try:
        return SeparationOptions(
            channels.value, tuple(against or ()), compete, strength, band, not mute_above, level.value
        )
    except ValueError as error:
        raise typer.BadParameter(f"--band LOW HIGH: {error}") from error
