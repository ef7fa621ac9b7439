"""The seam between a batch and the engine: a loaded model behind one call, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from audiosep_core.batch.request import BatchRequest, file_sha256
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import ModelError
from audiosep_core.library.registry import find_model
from audiosep_core.types import OnProgress

if TYPE_CHECKING:
    from audiosep_core.engine.files import FileOptions


@dataclass(frozen=True)
class Separated:
    """What came of one file.

    Attributes:
        stems: A file a prompt, in their order.
        rest: What is left, if it was asked for.
        audio_s: Seconds of sound a stem.
        truncated: The source was cut off.
        clipped: Samples of all files that were too loud for their format.
        notices: What was done differently than asked, and why: sentences.
    """

    stems: tuple[Path, ...]
    rest: Path | None = None
    audio_s: float = 0.0
    truncated: bool = False
    clipped: int = 0
    notices: tuple[str, ...] = ()


class Separate(Protocol):
    """A model in memory, asked a file at a time."""

    def __call__(
        self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        """Separate `source` into new files in `folder`; on an error or a cancel none is left there.

        Raises:
            AudioSepError, OSError, Cancelled: as their names say.
        """


# Called once a process, where the work is done.
Load = Callable[[BatchRequest], Separate]


def load(request: BatchRequest) -> Separate:
    """The engine with the request's model.

    Raises:
        ModelError: no such model here, or "model-differs": it is not the one that the batch was started with.
        DeviceError: no such device.
    """
    if request.model_sha256 and file_sha256(find_model(request.model)) != request.model_sha256:
        raise ModelError(
            "model-differs",
            f"The model '{request.model}' is another one here than where the batch was started.",
            "Install the same model on every machine.",
        )
    from audiosep_core.engine.allocator import return_large_buffers
    from audiosep_core.engine.files import separate_file
    from audiosep_core.engine.separator import Separator

    return_large_buffers()
    separator = Separator.load(request.model, request.device, request.backend)
    options = file_options(request)

    def separate(
        source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        notices: list[str] = []
        files = separate_file(source, prompts, folder, separator, options, on_progress, cancel, notices.append)
        stems = tuple(path for _, path in files.stems)
        return Separated(stems, files.rest, files.audio_s, files.truncated, files.clipped, tuple(notices))

    return separate


def file_options(request: BatchRequest) -> FileOptions:
    """The engine's options: the one place where those of a batch are passed on."""
    from audiosep_core.engine.files import FileOptions

    return FileOptions(
        rest=request.rest, container=request.container, subtype=request.subtype, separation=request.separation
    )


def when_needed(load: Load, request: BatchRequest) -> Separate:
    """A model that is loaded by the first file that asks for it: where probably none does."""
    loaded: list[Separate] = []

    def separate(
        source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        if not loaded:
            loaded.append(load(request))
        return loaded[0](source, prompts, folder, on_progress, cancel)

    return separate
