"""What the engine process can be asked for, captured whole: paths and numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from desktop.inference.child import Message

Listening = Literal["presence", "suggest", "match", "familiarity"]
LISTENING = get_args(Listening)


@dataclass(frozen=True)
class SeparateRequest:
    """One separation. Frames `start` to `end` of the source; work begins where frame `first` is.

    `source` is the header of the source's sound cache, `stems` those of the caches that the engine makes, one a prompt.
    `like` are the frames of the source that stand for what is wanted; the one prompt is only a name then. `against` is
    what competes with the prompts and is thrown away. The other fields are those of the engine's options.
    """

    job: str
    source: Path
    start: int
    end: int
    first: int
    prompts: tuple[str, ...]
    model: str
    device: str
    stems: tuple[Path, ...]
    like: tuple[int, int] | None = None
    against: tuple[str, ...] = ()
    backend: str = "auto"
    channels: str = "linked"
    compete: bool | None = None
    above_band: bool = True
    band_hz: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if len(self.prompts) != len(self.stems) or not self.prompts:
            raise ValueError("every prompt needs one stem")
        if self.like is not None and len(self.prompts) != 1:
            raise ValueError("an example is one query")

    def message(self) -> Message:
        """The engine's "separate" message."""
        message: Message = {
            "type": "separate",
            "job": self.job,
            "source": str(self.source),
            "start": self.start,
            "end": self.end,
            "first": self.first,
            "prompts": list(self.prompts),
            "model": self.model,
            "device": self.device,
            "stems": [str(path) for path in self.stems],
        }
        if self.like is not None:
            message["like"] = list(self.like)
        if self.backend != "auto":
            message["backend"] = self.backend
        if options := self._options():
            message["options"] = options
        return message

    def _options(self) -> Message:
        """What is not the engine's default: an equal request must stay an equal message."""
        options: Message = {}
        if self.against:
            options["against"] = list(self.against)
        if self.channels != "linked":
            options["channels"] = self.channels
        if self.compete is not None:
            options["compete"] = self.compete
        if not self.above_band:
            options["above_band"] = False
        if self.band_hz is not None:
            options["band_hz"] = list(self.band_hz)
        return options


@dataclass(frozen=True)
class ListenRequest:
    """One question to the program's ears; it waits for separations, and makes room for them.

    Attributes:
        job: Its name.
        kind: "presence" of prompts in frames `start` to `end` of the source; "suggest" what is heard in it; "match" of
            the one prompt with `stem`, whose first frame is frame `start` of the source; "familiarity" of prompts.
        source: Header of a sound cache; None for "familiarity".
        prompts: The words.
        start, end: Frames of the source; None is its end.
        stem: Header of the stem's sound cache, for "match".
        top: How many suggestions.
    """

    job: str
    kind: Listening
    source: Path | None = None
    prompts: tuple[str, ...] = ()
    start: int = 0
    end: int | None = None
    stem: Path | None = None
    top: int = 10

    def message(self) -> Message:
        """The engine's message of that kind."""
        message: Message = {"type": self.kind, "job": self.job, "start": self.start, "end": self.end, "top": self.top}
        if self.source is not None:
            message["source"] = str(self.source)
        if self.stem is not None:
            message["stem"] = str(self.stem)
        if self.prompts:
            message["prompts"] = list(self.prompts)
        return message
