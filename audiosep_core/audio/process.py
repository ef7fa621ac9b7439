"""The media process, `python -m audiosep_core.audio.process [--background]`: decodes, draws, exports. No torch.

The main thread reads requests, so that a cancel is heard while a file is being decoded; every job has a thread of its
own, so that an export never waits behind a long opening. Messages: docs/architecture.md.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import psutil

from audiosep_core.audio import broadcast
from audiosep_core.audio.drawn import Drawn, open_drawn, write_tile
from audiosep_core.audio.export import export
from audiosep_core.audio.hand_over import hand_over
from audiosep_core.audio.ingest import REPORT_S, Heard, analyse, decode
from audiosep_core.audio.project_jobs import PROJECT_JOBS
from audiosep_core.audio.read import SourceInfo
from audiosep_core.audio.requests import REPORT, bad_request, export_request, path_in, placed_stem, strength_in
from audiosep_core.audio.tags import tags_and_video
from audiosep_core.audio.tiles import compute_tile
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled, no_memory
from audiosep_core.protocol import PROTOCOL_VERSION, Channel

_log = logging.getLogger(__name__)

# A library that is busy inside a call does not see the token; the person gets the answer anyway.
_ANSWER_CANCEL_S = 0.2
_LEAVE_S = 2.0
_NO_MEMORY = 70  # exit code

_NICE = 10

Message = dict[str, Any]


class Sender(Protocol):
    """The part of `Channel` that a job needs."""

    def send(self, message: Message) -> None:
        """Write one message."""


class Job:
    """One request: its token, and its answers, which end with the first of done, error and cancelled."""

    def __init__(self, name: str, sender: Sender) -> None:
        self.name = name
        self.cancel = CancelToken()
        self._sender = sender
        self._lock = threading.Lock()
        self._over = False
        self._committed = False
        self._reported_at = 0.0

    def send(self, kind: str, **fields: Any) -> None:
        """Answer, unless the job is over."""
        with self._lock:
            if self._over:
                return
            self._over = kind in ("done", "error", "cancelled")
            self._sender.send({"type": kind, "job": self.name, **fields})

    @property
    def over(self) -> bool:
        """Whether the parent has had its last answer; the thread may still be at its end."""
        with self._lock:
            return self._over

    def progress(self, done: int, total: int) -> None:
        """Tell how far the job is, but not too often; called from its own thread."""
        if done == total or time.monotonic() - self._reported_at >= REPORT_S / 2:
            self._reported_at = time.monotonic()
            self.send("progress", done=done, total=total)

    def stop(self) -> None:
        """Set the token, and answer for the job if it does not do so itself in time."""
        self.cancel.set()
        timer = threading.Timer(_ANSWER_CANCEL_S, self._answer_cancel)
        timer.daemon = True
        timer.start()

    def commit(self) -> None:
        """From here the job ends by itself: what it makes appears, so “cancelled” would be untrue.

        Raises:
            Cancelled: It was stopped before.
        """
        with self._lock:
            self.cancel.raise_if_set()
            self._committed = True

    def _answer_cancel(self) -> None:
        with self._lock:
            committed = self._committed
        # Whoever committed before the token was set ends by itself; nobody can commit after.
        if not committed:
            self.send("cancelled")


class MediaProcess:
    """Takes requests one by one and runs each in a thread."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._threads: set[threading.Thread] = set()
        self._handlers: dict[str, Callable[[Message, Job], None]] = {
            "open": _open,
            "analyse": _analyse,
            "export": _export,
            **PROJECT_JOBS,
            "describe": _describe,
            "hand_over": _hand_over,
            "tiles": _tiles,
        }

    def take(self, request: Message) -> bool:
        """Handle one request; False when it was the last."""
        kind, name = request.get("type"), request.get("job")
        if kind == "quit":
            return False
        if kind == "cancel":
            with self._lock:
                job = self._jobs.get(str(name))
            if job is not None:
                job.stop()
            return True
        job = Job(str(name), self._sender)
        handler = self._handlers.get(str(kind))
        if handler is None or not isinstance(name, str):
            job.send("error", **_fields(bad_request(f"a request of type {kind!r}")))
            return True
        with self._lock:
            # One that is over may be asked again at once: whoever asks cannot know that its thread has not ended yet.
            if name in self._jobs and not self._jobs[name].over:
                job.send("error", **_fields(bad_request(f"a second job {name!r}")))
                return True
            self._jobs[name] = job
            thread = threading.Thread(target=self._run, args=(handler, request, job), name=f"job {name}", daemon=True)
            self._threads.add(thread)
        thread.start()
        return True

    def leave(self) -> None:
        """Stop every job and give each the time to remove what is half-written."""
        with self._lock:
            jobs, threads = list(self._jobs.values()), list(self._threads)
        for job in jobs:
            job.cancel.set()
        deadline = time.monotonic() + _LEAVE_S
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _run(self, handler: Callable[[Message, Job], None], request: Message, job: Job) -> None:
        try:
            answer: tuple[str, Message] | None = None
            try:
                handler(request, job)
            except Cancelled:
                answer = "cancelled", {}
            except AudioSepError as error:
                answer = "error", _fields(error)
            except MemoryError:
                answer = "error", _fields(no_memory())
            except Exception:  # noqa: BLE001 - the last line of defence: the person gets a sentence, the log the rest
                _log.exception("job %s failed", job.name)
                answer = "error", _fields(_internal())
            if answer is not None:
                job.send(answer[0], **answer[1])
        except MemoryError:
            # Not even for an answer: the window hears the end of the process, and nobody waits for ever.
            os._exit(_NO_MEMORY)
        finally:
            with self._lock:
                if self._jobs.get(job.name) is job:
                    del self._jobs[job.name]
                self._threads.discard(threading.current_thread())


def _open(request: Message, job: Job) -> None:
    path, cache = path_in(request, "path"), path_in(request, "cache")

    def opened(info: SourceInfo) -> None:
        job.send(
            "opened",
            rate_hz=info.rate_hz,
            channels=info.channels,
            frames=info.frames,
            format=f"{info.container} {info.codec}",
        )

    result = decode(
        path,
        cache,
        on_opened=opened,
        on_decoded=lambda frames: job.send("decoded", frames=frames),
        cancel=job.cancel,
    )
    job.send("done", frames=result.frames, truncated=result.truncated)


def _analyse(request: Message, job: Job) -> None:
    heard = None
    if "source" in request:
        heard = Heard(path_in(request, "source"), int(request["offset"]), strength_in(request))
    analyse(path_in(request, "cache"), job.cancel, heard)
    job.send("done")


def _describe(request: Message, job: Job) -> None:
    tags, video = tags_and_video(path_in(request, "path"))
    job.send("done", tags=dict(tags.fields), cover=tags.cover is not None, video=video)


def _export(request: Message, job: Job) -> None:
    folder, items, how = export_request(request)
    result = export(folder, items, how, on_progress=job.progress, cancel=job.cancel, on_arrival=job.commit)
    job.send(
        "done",
        paths=[str(path) for path in result.paths],
        clipped=result.clipped,
        skipped=[str(path) for path in result.skipped],
        turned_down_db=result.turned_down_db,
    )


def _hand_over(request: Message, job: Job) -> None:
    path, subtype = path_in(request, "path"), request.get("subtype", "FLOAT")
    if subtype not in broadcast.SUBTYPES:
        raise bad_request("a file for another program")
    try:
        stems = [placed_stem(one) for one in request["stems"]]
        start, end = int(request["start"]), int(request["end"])
    except (KeyError, TypeError, ValueError) as error:
        raise bad_request("a file for another program") from error
    clipped = hand_over(
        path,
        path_in(request, "source"),
        stems,
        start,
        end,
        rest=bool(request.get("rest", False)),
        subtype=subtype,
        description=str(request.get("description", "")),
        cancel=job.cancel,
    )
    job.send("done", paths=[str(path)], clipped=clipped)


def _tiles(request: Message, job: Job) -> None:
    folder = path_in(request, "folder")
    frames, step, indices = request.get("frames"), request.get("step"), request.get("indices")
    if not isinstance(frames, int) or not isinstance(step, int) or not isinstance(indices, list):
        raise bad_request("tiles")
    if not 16 <= frames <= 1 << 20 or step < 1:
        raise bad_request("tiles")
    with open_drawn(_drawn(request.get("sound"))) as sound:
        for index in indices:
            job.cancel.raise_if_set()
            path = folder / f"tile-{job.name}-{int(index)}.u8"
            write_tile(path, compute_tile(sound, frames, step, int(index)))
            job.send("tile", index=int(index), path=str(path))
    job.send("done")


def _drawn(sound: Any) -> Drawn:
    try:
        cache = sound.get("cache")
        return Drawn(
            cache=None if cache is None else Path(cache),
            source=Path(sound["source"]),
            offset=int(sound.get("offset", 0)),
            strength=strength_in(sound),
            stems=tuple(placed_stem(stem) for stem in sound.get("stems", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise bad_request("a sound to draw") from error


def _fields(error: AudioSepError) -> Message:
    return {"code": error.code, "message": error.message, "hint": error.hint}


def _internal() -> AudioSepError:
    return AudioSepError(
        "internal", "Something went wrong inside the program. Your recording and stems are safe.", REPORT
    )


def main() -> int:
    """Serve until the parent says quit or is gone."""
    # Ctrl+C in a terminal reaches the children too; when to stop is the parent's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if "--background" in sys.argv[1:]:
        _step_back()
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    channel = Channel.take_stdio()
    channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
    process = MediaProcess(channel)
    for request in channel.requests():
        if not process.take(request):
            break
    process.leave()
    return 0


def _step_back() -> None:
    """Take a lower priority; before there are threads, which inherit it."""
    psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else _NICE)


if __name__ == "__main__":
    sys.exit(main())
