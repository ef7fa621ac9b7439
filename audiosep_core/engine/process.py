"""The engine process: one JSON object a line in and out, torch behind it (docs/architecture.md, "Messages").

A reader thread takes cancels while the network runs; the main thread separates, one job after the other, and keeps
the last model warm.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiosep_core.audio.cache import Range, SoundCache
from audiosep_core.cancel import CancelToken
from audiosep_core.engine.allocator import return_large_buffers
from audiosep_core.engine.job_server import JobServer
from audiosep_core.errors import AudioSepError
from audiosep_core.protocol import Channel
from audiosep_core.types import Audio, AudioArray, Progress, Query, SeparationOptions

if TYPE_CHECKING:
    from audiosep_core.engine.backends.backend import BackendName
    from audiosep_core.engine.ear_jobs import EarJobs
    from audiosep_core.engine.separator import Separator

_LISTENING = ("presence", "suggest", "match", "familiarity")


class EngineProcess(JobServer):
    """Answers the requests of one parent."""

    task = "The separation"

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel)
        self._loaded: tuple[tuple[str, str, BackendName], Separator] | None = None
        self._ears: EarJobs | None = None
        self._card_told = False

    def do(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        """Separate, listen, or only load the model."""
        if request.get("type") == "separate":
            return self._separate(job, request, token)
        if request.get("type") == "warm":
            from audiosep_core.engine.devices import available_devices

            return {**self._facts(self._load(job, request)), "devices": list(available_devices())}
        if request.get("type") in _LISTENING:
            return self._listen_for(job, request, token)
        raise AudioSepError("request-unknown", "The engine was asked for something that it does not know.")

    def _listen_for(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        from audiosep_core.engine.ear_jobs import EarJobs

        if self._ears is None:
            self._ears = EarJobs()

        def on_progress(progress: Progress) -> None:
            token.raise_if_set()
            self._channel.send({"type": "progress", "job": job, "done": progress.done, "total": progress.total})

        return self._ears.do(request, token, on_progress)

    def _load(self, job: str, request: dict[str, Any]) -> Separator:
        key = (str(request.get("model", "starter")), str(request.get("device", "auto")), _backend(request))
        if self._loaded is None or self._loaded[0] != key:
            from audiosep_core.engine.separator import Separator

            self._loaded = None
            self._tell_of_card(job, key[1])
            separator = Separator.load(*key, on_notice=lambda text: self._notice(job, text))
            # The encoder loads with the first text.
            separator.conditions(["sound"])
            self._loaded = (key, separator)
        return self._loaded[1]

    def _tell_of_card(self, job: str, device: str) -> None:
        """Say once why a graphics card that is there is not used."""
        from audiosep_core.engine.devices import unsupported_card

        if self._card_told or device != "auto" or not (card := unsupported_card()):
            return
        self._card_told = True
        text = f"{card} needs another build of this program. The processor is used instead: slower, with equal results."
        self._notice(job, text)

    def _notice(self, job: str, text: str) -> None:
        self._channel.send({"type": "notice", "job": job, "text": text})

    @staticmethod
    def _facts(separator: Separator) -> dict[str, Any]:
        from audiosep_core.engine.backends import backend as backends
        from audiosep_core.engine.devices import describe, memory

        how, device = backends.describe(separator.backend), separator.backend.device
        return {
            "model": separator.name,
            "device": describe(device),
            "device_type": device.type,
            "backend": how,
            "memory": list(memory(device)),
        }

    def _separate(self, job: str, request: dict[str, Any], token: CancelToken) -> dict[str, Any]:
        from audiosep_core.engine.span import Span

        began = time.monotonic()
        start, end = int(request["start"]), int(request["end"])
        self._channel.send({"type": "phase", "job": job, "phase": "loading"})
        separator = self._load(job, request)
        token.raise_if_set()
        conditions = separator.conditions(_queries(request))
        self._channel.send({"type": "phase", "job": job, "phase": "separating"})
        options = _options(request)
        facts = {"prompts": list(request["prompts"]), "start": start, "end": end, "model": separator.fingerprint}
        facts |= {"like": request.get("like"), "options": request.get("options", {})}
        with SoundCache.open(Path(request["source"])) as source:
            if "prompts" in source.request:  # within a stem, which may have been made again since
                facts["within"] = hashlib.sha256(json.dumps(source.request, sort_keys=True).encode()).hexdigest()
            paths = [Path(p) for p in request["stems"]]
            stems = [
                SoundCache.reopen(path, source.rate_hz, source.channels, end - start, {**facts, "stem": i})
                for i, path in enumerate(paths)
            ]
            try:

                def on_block(first: int, block: AudioArray) -> None:
                    token.raise_if_set()  # the window has told the cancel and takes the stem as it is
                    low, high = first - start, first - start + block.shape[1]
                    for stem, samples in zip(stems, block, strict=True):
                        stem.write(low, samples)
                        stem.mark_final(low, high)
                    self._channel.send({"type": "final", "job": job, "start": low, "end": high})

                def on_progress(progress: Progress) -> None:
                    self._channel.send({"type": "progress", "job": job, "done": progress.done, "total": progress.total})

                done = _done(stems, start)
                for low, high in done:
                    # An earlier try got this far.
                    self._channel.send({"type": "final", "job": job, "start": low - start, "end": high - start})
                span = Span(start, end, int(request.get("first", start)))
                separator.run(
                    source,
                    span,
                    conditions,
                    on_block,
                    on_progress,
                    token,
                    options=options,
                    done=done,
                    on_notice=lambda text: self._notice(job, text),
                )
            finally:
                for stem in stems:
                    stem.close()
        return {**self._facts(separator), "wall_s": round(time.monotonic() - began, 3)}


def _backend(request: dict[str, Any]) -> BackendName:
    from audiosep_core.engine.backends.backend import BACKENDS

    for name in BACKENDS:
        if request.get("backend", "auto") == name:
            return name
    raise AudioSepError("bad-request", "The engine was asked for a back end that it does not know.")


def _options(request: dict[str, Any]) -> SeparationOptions:
    """The fields of `SeparationOptions` as JSON has them; a wrong one is the parent's mistake."""
    try:
        values = dict(request.get("options") or {})
        for name in ("against", "band_hz"):
            if values.get(name) is not None:
                if not isinstance(values[name], list):
                    raise TypeError(f"{name} is no list")
                values[name] = tuple(values[name])
        return SeparationOptions(**values)
    except (TypeError, ValueError) as error:
        raise AudioSepError("bad-request", f"The engine cannot separate like this: {error}.") from error


def _done(stems: list[SoundCache], start: int) -> list[Range]:
    """Frames of the source that every stem has already."""
    done: list[Range] = [(0, stems[0].frames)]
    for stem in stems:
        done = [(max(low, a), min(high, b)) for low, high in done for a, b in stem.final if max(low, a) < min(high, b)]
    return [(low + start, high + start) for low, high in done]


def _queries(request: dict[str, Any]) -> list[str | Query]:
    """The words of a request, or the stretch of its source that stands for them."""
    if request.get("like") is None:
        return [str(prompt) for prompt in request["prompts"]]
    from audiosep_core.query.sound import LONGEST_S

    start, end = (int(frame) for frame in request["like"])
    with SoundCache.open(Path(request["source"])) as source:
        # One second more than may be, where it is more: the encoder says so, and memory stays small.
        end = min(end, start + (LONGEST_S + 1) * source.rate_hz, source.frames)
        return [Query("", Audio(source.read(start, end), source.rate_hz), name=str(request["prompts"][0]))]


def main() -> None:
    """Entry of `python -m audiosep_core.engine.process`."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    return_large_buffers()
    EngineProcess(Channel.take_stdio()).serve()


if __name__ == "__main__":
    main()
