"""The options that say in which files results are stored."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from audiosep_core.audio.formats import KINDS, Container


class FormatChoice(StrEnum):
    """Container of the written files."""

    wav = "wav"
    flac = "flac"
    mp3 = "mp3"
    ogg = "ogg"
    opus = "opus"
    m4a = "m4a"


class SubtypeChoice(StrEnum):
    """How samples are stored, where the container leaves a choice."""

    float = "float"
    pcm24 = "pcm24"
    pcm16 = "pcm16"
    v0 = "v0"
    kbit320 = "320"


SUBTYPES = {
    SubtypeChoice.float: "FLOAT",
    SubtypeChoice.pcm24: "PCM_24",
    SubtypeChoice.pcm16: "PCM_16",
    SubtypeChoice.v0: "V0",
    SubtypeChoice.kbit320: "320",
}
Format = Annotated[FormatChoice, typer.Option("--format", help="Container.")]
Subtype = Annotated[
    SubtypeChoice | None,
    typer.Option(help="float, pcm24 or pcm16 in WAV and FLAC, v0 or 320 (kbit/s) in MP3; by default the best."),
]


def stored_as(file_format: FormatChoice, subtype: SubtypeChoice | None) -> tuple[Container, str]:
    """Container and subtype, as `audio.formats` names them.

    Raises:
        typer.BadParameter: the container has no such samples.
    """
    container: Container = file_format.value
    known = KINDS[container].subtypes
    if subtype is None:
        return container, known[0]
    if SUBTYPES[subtype] not in known:
        choices = [choice.value for choice, name in SUBTYPES.items() if name in known]
        answer = f"--subtype {' or '.join(choices)}" if choices else "no --subtype"
        raise typer.BadParameter(f"--format {container} goes with {answer}")
    return container, SUBTYPES[subtype]
