"""The options that say in which files results are stored."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from audiosep_core.audio.formats import KINDS, SUBTYPE_WORDS, Container


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
    words = {SUBTYPE_WORDS[name]: name for name in known if name in SUBTYPE_WORDS}
    if subtype not in words:
        answer = f"--subtype {' or '.join(words)}" if words else "no --subtype"
        raise typer.BadParameter(f"--format {container} goes with {answer}")
    return container, words[subtype]
