"""The model process: downloads, imports and removes models (docs/architecture.md, "Messages").

A process of its own, so that a download of minutes holds up no separation. One job after the other; a reader thread
takes cancels meanwhile. Torch is loaded only to import.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from audiosep_core.cancel import CancelToken
from audiosep_core.engine.importing import checkpoint_importer
from audiosep_core.engine.job_server import JobServer
from audiosep_core.errors import AudioSepError
from audiosep_core.library import own, pull, store
from audiosep_core.library.arrival import Importer, OnStep, Step
from audiosep_core.library.licences import Consent
from audiosep_core.protocol import Channel

_TELL_S = 0.1


class ModelProcess(JobServer):
    """Answers the requests of one parent."""

    def __init__(self, channel: Channel, importer: Importer) -> None:
        super().__init__(channel)
        self._importer = importer

    def do(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        """Pull, import or remove a model."""
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
    ModelProcess(Channel.take_stdio(), importer or checkpoint_importer()).serve()


if __name__ == "__main__":
    main()
