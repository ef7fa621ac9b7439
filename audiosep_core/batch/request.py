"""What a batch asks of every file. All options of a separation that a batch passes on are in `BatchRequest`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from audiosep_core.audio.formats import Container
from audiosep_core.errors import PromptError
from audiosep_core.library.registry import DEFAULT_MODEL, find_model
from audiosep_core.types import Query, SeparationOptions


@dataclass(frozen=True)
class BatchRequest:
    """Words, model and how to write; `separating` turns it into the engine's own options.

    Attributes:
        prompts: What to hear, one stem each; a list of files may bring words of its own.
        model: Name or path.
        model_sha256: Of the model's file, "" until it is known.
        device, backend: Where and by what to run; no part of what is asked.
        rest: Also write what is left.
        container, subtype: As in `FileOptions`.
        separation: Channels, strength, band and the like.
    """

    prompts: tuple[str, ...] = ()
    model: str = DEFAULT_MODEL
    model_sha256: str = ""
    device: str = "auto"
    backend: Literal["auto", "torch", "openvino"] = "auto"
    rest: bool = False
    container: Container = "wav"
    subtype: str = "FLOAT"
    separation: SeparationOptions = field(default_factory=SeparationOptions)

    def with_model(self) -> BatchRequest:
        """The same with the hash of the model's file.

        Raises:
            ModelError: no such model.
        """
        return replace(self, model_sha256=file_sha256(find_model(self.model)))

    def of(self, prompts: tuple[str, ...]) -> BatchRequest:
        """The same for a file with words of its own (none: these).

        Raises:
            PromptError: there are no words at all, or empty ones.
        """
        words = prompts or self.prompts
        if not words or not all(one.strip() for one in words):
            raise PromptError(
                "prompt-empty", "There is no prompt.", "Say what you want to hear, for example: a dog barking."
            )
        return replace(self, prompts=words)

    @property
    def sha256(self) -> str:
        """Of what decides the result. What stands at its default does not count, so an option that a later version
        adds leaves what was done before done."""
        asked = {name: value for name, value in _changed(self, BatchRequest()).items() if name not in _NOT_ASKED}
        return hashlib.sha256(json.dumps(asked, sort_keys=True, default=_plain).encode()).hexdigest()


# The model's name says less than its hash.
_NOT_ASKED = ("model", "device", "backend")


def _changed(value: Any, default: Any) -> dict[str, Any]:
    """What does not stand at its default."""
    pairs = {one.name: (getattr(value, one.name), getattr(default, one.name)) for one in fields(value)}
    return {name: mine for name, (mine, usual) in pairs.items() if mine != usual}


def _plain(value: Any) -> Any:
    """Options inside of options."""
    return _changed(value, Query("") if isinstance(value, Query) else type(value)())


def file_sha256(path: Path) -> str:
    """Of a file's bytes, without holding them."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
