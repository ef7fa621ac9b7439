"""The media process, `python -m audiosep_core.audio.process`: decodes, draws and exports for the window. No torch.

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

from audiosep_core.audio import broadcast
from audiosep_core.audio.drawn import Drawn, open_drawn, write_tile
from audiosep_core.audio.export import Item, PlacedStem, RestItem, StemItem, export
from audiosep_core.audio.hand_over import LaidStem, hand_over
from audiosep_core.audio.ingest import REPORT_S, Heard, analyse, decode
from audiosep_core.audio.project_jobs import PROJECT_JOBS
from audiosep_core.audio.read import SourceInfo
from audiosep_core.audio.tiles import compute_tile
from audiosep_core.audio.write import CONTAINERS, SUBTYPES
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.protocol import PROTOCOL_VERSION, Channel

_log = logging.getLogger(__name__)

# A library that is busy inside a call does not see the token; the person gets the answer anyway.
_ANSWER_CANCEL_S = 0.2
_LEAVE_S = 2.0

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

    def send(self, kind: str, **fields: Any) -> None:
        """Answer, unless the job is over."""
        with self._lock:
            if self._over:
                return
            self._over = kind in ("done", "error", "cancelled")
            self._sender.send({"type": kind, "job": self.name, **fields})

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
            job.send("error", **_fields(_bad_request(f"a request of type {kind!r}")))
            return True
        with self._lock:
            if name in self._jobs:
                job.send("error", **_fields(_bad_request(f"a second job {name!r}")))
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
            except Exception:  # noqa: BLE001 - the last line of defence: the person gets a sentence, the log the rest
                _log.exception("job %s failed", job.name)
                answer = "error", _fields(_internal())
            if answer is not None:
                job.send(answer[0], **answer[1])
        finally:
            with self._lock:
                self._jobs.pop(job.name, None)
                self._threads.discard(threading.current_thread())


def _open(request: Message, job: Job) -> None:
    path, cache = _path(request, "path"), _path(request, "cache")

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
    heard = Heard(_path(request, "source"), int(request["offset"]), _strength(request)) if "source" in request else None
    analyse(_path(request, "cache"), job.cancel, heard)
    job.send("done")


def _export(request: Message, job: Job) -> None:
    items = request.get("items")
    container, subtype = request.get("container", "wav"), request.get("subtype", "FLOAT")
    conflict = request.get("conflict", "number")
    if not isinstance(items, list) or container not in CONTAINERS or subtype not in SUBTYPES:
        raise _bad_request("an export")
    if conflict not in ("number", "replace"):
        raise _bad_request("an export")
    reported_at = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal reported_at
        if done == total or time.monotonic() - reported_at >= REPORT_S / 2:
            reported_at = time.monotonic()
            job.send("progress", done=done, total=total)

    result = export(
        _path(request, "folder"),
        [_item(item) for item in items],
        container=container,
        subtype=subtype,
        conflict=conflict,
        on_progress=progress,
        cancel=job.cancel,
        on_arrival=job.commit,
    )
    job.send("done", paths=[str(path) for path in result.paths], clipped=result.clipped)


def _hand_over(request: Message, job: Job) -> None:
    path, subtype = _path(request, "path"), request.get("subtype", "FLOAT")
    if subtype not in broadcast.SUBTYPES:
        raise _bad_request("a file for another program")
    try:
        stems = [LaidStem(Path(one["cache"]), int(one["offset"]), _strength(one)) for one in request["stems"]]
        start, end = int(request["start"]), int(request["end"])
    except (KeyError, TypeError, ValueError) as error:
        raise _bad_request("a file for another program") from error
    clipped = hand_over(
        path,
        _path(request, "source"),
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
    folder = _path(request, "folder")
    frames, step, indices = request.get("frames"), request.get("step"), request.get("indices")
    if not isinstance(frames, int) or not isinstance(step, int) or not isinstance(indices, list):
        raise _bad_request("tiles")
    if not 16 <= frames <= 1 << 20 or step < 1:
        raise _bad_request("tiles")
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
            strength=_strength(sound),
            stems=tuple(
                PlacedStem(Path(stem["cache"]), int(stem["offset"]), _strength(stem)) for stem in sound.get("stems", ())
            ),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _bad_request("a sound to draw") from error


def _item(item: Any) -> Item:
    try:
        if item["kind"] == "stem":
            source = item.get("source")
            return StemItem(
                cache=Path(item["cache"]),
                name=str(item["name"]),
                source=None if source is None else Path(source),
                offset=int(item.get("offset", 0)),
                strength=_strength(item),
            )
        if item["kind"] == "rest":
            return RestItem(
                source=Path(item["source"]),
                start=int(item["start"]),
                end=int(item["end"]),
                stems=tuple(
                    PlacedStem(Path(stem["cache"]), int(stem["offset"]), _strength(stem)) for stem in item["stems"]
                ),
                name=str(item["name"]),
            )
    except (KeyError, TypeError, ValueError) as error:
        raise _bad_request("an item of an export") from error
    raise _bad_request("an item of an export")


def _strength(values: Message) -> float:
    strength = float(values.get("strength", 0.0))
    if not -1.0 <= strength <= 1.0:
        raise _bad_request("a strength")
    return strength


def _path(request: Message, field: str) -> Path:
    value = request.get(field)
    if not isinstance(value, str) or not value:
        raise _bad_request(f"a request without “{field}”")
    return Path(value)


def _fields(error: AudioSepError) -> Message:
    return {"code": error.code, "message": error.message, "hint": error.hint}


def _bad_request(what: str) -> AudioSepError:
    return AudioSepError("bad-request", f"The program asked for {what} that it cannot serve.", _REPORT)


def _internal() -> AudioSepError:
    return AudioSepError(
        "internal", "Something went wrong inside the program. Your recording and stems are safe.", _REPORT
    )


_REPORT = "Try again; if it happens again, report it with the log."


def main() -> int:
    """Serve until the parent says quit or is gone."""
    # Ctrl+C in a terminal reaches the children too; when to stop is the parent's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    channel = Channel.take_stdio()
    channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
    process = MediaProcess(channel)
    for request in channel.requests():
        if not process.take(request):
            break
    process.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
