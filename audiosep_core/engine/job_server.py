"""One side of a child process: requests in, one job after the other, answers and errors out, cancels at any time."""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from abc import ABC, abstractmethod
from typing import Any

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled, no_memory
from audiosep_core.protocol import PROTOCOL_VERSION, Channel

logger = logging.getLogger(__name__)

LEAVE_S = 5.0
"""How long a job may take to hear that the parent is gone; a library that is loading does not hear it."""


class JobServer(ABC):
    """Answers the requests of one parent. A reader thread takes cancels while the main thread works.

    Attributes:
        task: What fails when something fails unexpectedly, as a sentence's subject.
    """

    task = "That"

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._requests: queue.Queue[tuple[dict[str, Any], CancelToken] | None] = queue.Queue()
        self._cancels: dict[str, CancelToken] = {}
        self._lock = threading.Lock()

    @abstractmethod
    def do(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        """Do what a request says; what is returned goes into its "done"."""

    def serve(self) -> None:
        """Work until the parent says quit or is gone."""
        self._channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        while (request := self._requests.get()) is not None:
            self._answer(*request)

    def _listen(self) -> None:
        try:
            self._take_requests()
        finally:  # whatever ended it: a process that hears nothing any more must not stay
            with self._lock:
                for token in self._cancels.values():
                    token.set()
            self._requests.put(None)
            time.sleep(LEAVE_S)
            os._exit(0)

    def _take_requests(self) -> None:
        for request in self._channel.requests():
            kind, job = request.get("type"), str(request.get("job", ""))
            if kind == "quit":
                return
            if kind == "cancel":
                # Of a job that is over: nothing to stop, and nothing to remember against a later one of that name.
                with self._lock:
                    if (running := self._cancels.get(job)) is not None:
                        running.set()
                continue
            token = CancelToken()
            with self._lock:
                self._cancels[job] = token
            self._requests.put((request, token))

    def _answer(self, request: dict[str, Any], token: CancelToken) -> None:
        job = str(request.get("job", ""))
        try:
            token.raise_if_set()
            self._channel.send({"type": "done", "job": job, **self.do(job, request, token)})
        except Cancelled:
            self._channel.send({"type": "cancelled", "job": job})
        except AudioSepError as error:
            self._fail(job, error)
        except MemoryError:
            self._fail(job, no_memory())
        except Exception as error:
            # The process boundary: whatever went wrong becomes a message, and the process stays up.
            logger.exception("job %s failed", job)
            message = f"{self.task} failed unexpectedly ({type(error).__name__})."
            self._fail(job, AudioSepError("internal", message, "Try again; if it stays so, report it with the log."))
        finally:
            with self._lock:
                if self._cancels.get(job) is token:
                    del self._cancels[job]

    def _fail(self, job: str, error: AudioSepError) -> None:
        message = {"type": "error", "job": job, "code": error.code, "message": error.message, "hint": error.hint}
        self._channel.send(message)
