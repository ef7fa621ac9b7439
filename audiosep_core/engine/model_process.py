"""The model process: downloads, imports and removes models (docs/architecture.md, "Messages").

A process of its own, so that a download of minutes holds up no separation. One job after the other; a reader thread
takes cancels meanwhile. Torch is loaded only to import.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from pathlib import Path
from typing import Any

from audiosep_core.cancel import CancelToken
from audiosep_core.engine.importing import checkpoint_importer
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.library import own, pull, store
from audiosep_core.library.arrival import Importer, OnStep, Step
from audiosep_core.library.licences import Consent
from audiosep_core.protocol import PROTOCOL_VERSION, Channel

logger = logging.getLogger(__name__)

_TELL_S = 0.1


class ModelProcess:
    """Answers the requests of one parent."""

    def __init__(self, channel: Channel, importer: Importer) -> None:
        self._channel = channel
        self._importer = importer
        self._requests: queue.Queue[tuple[dict[str, Any], CancelToken] | None] = queue.Queue()
        self._cancels: dict[str, CancelToken] = {}
        self._lock = threading.Lock()

    def serve(self) -> None:
        """Work until the parent says quit or is gone."""
        self._channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
        threading.Thread(target=self._listen, name="requests", daemon=True).start()
        while (request := self._requests.get()) is not None:
            self._answer(*request)

    def _listen(self) -> None:
        for request in self._channel.requests():
            kind, job = request.get("type"), str(request.get("job", ""))
            if kind == "quit":
                break
            if kind == "cancel":
                with self._lock:
                    if (running := self._cancels.get(job)) is not None:
                        running.set()
                continue
            token = CancelToken()
            with self._lock:
                self._cancels[job] = token
            self._requests.put((request, token))
        with self._lock:
            for token in self._cancels.values():
                token.set()
        self._requests.put(None)

    def _answer(self, request: dict[str, Any], token: CancelToken) -> None:
        job = str(request.get("job", ""))
        try:
            token.raise_if_set()
            self._channel.send({"type": "done", "job": job, **self._do(job, request, token)})
        except Cancelled:
            self._channel.send({"type": "cancelled", "job": job})
        except AudioSepError as error:
            self._fail(job, error)
        except MemoryError:
            hint = "Close other programs and retry."
            self._fail(job, AudioSepError("out-of-memory", "There is not enough memory for this.", hint))
        except Exception as error:
            # The process boundary: whatever went wrong becomes a message, and the process stays up.
            logger.exception("job %s failed", job)
            message = f"That failed unexpectedly ({type(error).__name__})."
            self._fail(job, AudioSepError("internal", message, "Try again; if it stays so, report it with the log."))
        finally:
            with self._lock:
                if self._cancels.get(job) is token:
                    del self._cancels[job]

    def _fail(self, job: str, error: AudioSepError) -> None:
        message = {"type": "error", "job": job, "code": error.code, "message": error.message, "hint": error.hint}
        self._channel.send(message)

    def _do(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        kind, name, show = request.get("type"), str(request.get("name", "")), self._teller(job)
        accepted = bool(request.get("accept"))
        consent: Consent = lambda _: accepted  # noqa: E731 - the window has asked
        if kind == "pull":
            return _facts(pull.pull(name, self._importer, consent=consent, on_step=show, cancel=token))
        if kind == "import":
            source = Path(str(request["path"]))
            path = own.import_file(source, self._importer, name=name, consent=consent, on_step=show, cancel=token)
            return _facts(path)
        if kind == "remove":
            return {"name": name, "freed": store.remove(name)}
        raise AudioSepError("request-unknown", "Something was asked for that this program does not know.")

    def _teller(self, job: str) -> OnStep:
        """Sends phases as they change, and progress ten times a second at most."""
        phase, told_at = "", 0.0

        def show(step: Step) -> None:
            nonlocal phase, told_at
            if step.phase != phase:
                phase, told_at = step.phase, 0.0
                self._channel.send({"type": "phase", "job": job, "phase": phase})
            now = time.monotonic()
            if step.total and (now - told_at >= _TELL_S or step.done >= step.total):
                told_at = now
                self._channel.send({"type": "progress", "job": job, "done": step.done, "total": step.total})

        return show


def _facts(path: Path) -> dict[str, Any]:
    return {"name": path.stem, "path": str(path)}


def main(importer: Importer | None = None) -> None:
    """Entry of `python -m audiosep_core.engine.model_process`."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # Every request of a download would be a line.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    ModelProcess(Channel.take_stdio(), importer or checkpoint_importer()).serve()


if __name__ == "__main__":
    main()
