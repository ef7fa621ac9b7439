"""The media process behind signals: decoding, analysis of stems, export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message, python_module
from desktop.inference.job_thread import CANCEL_TIMEOUT_S, Death, JobThread

ProjectTask = Literal["read", "locate", "restore", "save"]
AT_ONCE = 4  # each is a thread of the process and holds some blocks of sound
_DEATH = Death(
    "media-died",
    "Reading or writing this sound stopped. Your recording and your stems are safe.",
    "Try again; if it happens again, convert the file to WAV first.",
)


class MediaThread(JobThread):
    """Reads and writes sound in a process of its own: a codec that crashes takes no edits with it.

    A few jobs run at the same time: an export does not wait behind a long opening. A crash fails those that ran; the
    next job starts a new process. One in the background gives way to whoever else needs a processor.

    Signals:
        opened: Job, and rate_hz, channels, frames (may be an estimate) and format of the recording.
        decoded: Job, frames that can be read by now.
        tile: Job, number of a tile, the file that holds it.
    """

    opened = Signal(str, dict)
    decoded = Signal(str, object)  # int; Signal(int) has 32 bits
    tile = Signal(str, object, object)

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        background: bool = False,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> None:
        command = python_module("audiosep_core.audio.process") if command is None else command
        if background:
            command = [*command, "--background"]
        super().__init__(command, _DEATH, parent, at_once=AT_ONCE, cancel_timeout_s=cancel_timeout_s)

    # -- from any thread

    def open(self, job: str, path: Path, cache: Path) -> None:
        """Decode a recording into a sound cache, its peaks and spectrum beside it."""
        self._ask({"type": "open", "job": job, "path": str(path), "cache": str(cache)})

    def analyse(
        self, job: str, cache: Path, source: Path | None = None, offset: int = 0, strength: float = 0.0
    ) -> None:
        """Peaks and spectrum of a finished stem; with its source, as it is heard with a strength."""
        request: Message = {"type": "analyse", "job": job, "cache": str(cache)}
        if source is not None:
            request |= {"source": str(source), "offset": offset, "strength": strength}
        self._ask(request)

    def export(
        self,
        job: str,
        folder: Path,
        items: Sequence[dict[str, Any]],
        *,
        container: str = "wav",
        subtype: str = "FLOAT",
        conflict: str = "number",
        rate_hz: int = 0,
        channels: str = "same",
        peaks: str = "clip",
        tags_from: Path | None = None,
        video: Path | None = None,
        time_stamp: bool = False,
    ) -> None:
        """Write stems, the rest or mixes into `folder`; as in docs/architecture.md, paths as `Path` or text."""
        self._ask(
            {
                "type": "export",
                "job": job,
                "folder": str(folder),
                "items": _plain(list(items)),
                "container": container,
                "subtype": subtype,
                "conflict": conflict,
                "rate_hz": rate_hz,
                "channels": channels,
                "peaks": peaks,
                "tags_from": _plain(tags_from),
                "video": _plain(video),
                "time_stamp": time_stamp,
            }
        )

    def project(self, kind: ProjectTask, job: str, folder: Path, **fields: Any) -> None:
        """Something about the project in `folder`; fields as in docs/architecture.md."""
        self._ask({"type": f"project-{kind}", "job": job, "folder": str(folder), **_plain(fields)})

    def describe(self, job: str, path: Path) -> None:
        """Whether a recording has tags, a cover, moving pictures."""
        self._ask({"type": "describe", "job": job, "path": str(path)})

    def hand_over(self, job: str, path: Path, source: Path, track: dict[str, Any]) -> None:
        """Write a track as a file for another program; `track` as in docs/architecture.md."""
        self._ask({"type": "hand_over", "job": job, "path": str(path), "source": str(source), **_plain(track)})

    def tiles(
        self, job: str, sound: dict[str, Any], frames: int, step: int, indices: Sequence[int], folder: Path
    ) -> None:
        """Compute tiles of a spectrogram into files in `folder`, which whoever asked removes."""
        self._ask(
            {
                "type": "tiles",
                "job": job,
                "sound": _plain(sound),
                "frames": frames,
                "step": step,
                "indices": list(indices),
                "folder": str(folder),
            }
        )

    # -- on this thread

    def _on_answer(self, job: str, kind: str, message: Message) -> None:
        if kind == "opened":
            self.opened.emit(job, {key: value for key, value in message.items() if key not in ("type", "job")})
        elif kind == "decoded":
            self.decoded.emit(job, int(message["frames"]))
        elif kind == "tile":
            self.tile.emit(job, int(message["index"]), Path(str(message["path"])))


def _plain(value: Any) -> Any:
    """The same with paths as text, for JSON."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Path) else value
