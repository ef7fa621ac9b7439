"""The engine process behind signals: separation requests in, their progress, final ranges and outcomes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message, python_module
from desktop.inference.job_thread import ANSWER_S, CANCEL_TIMEOUT_S, Death, JobThread

ENGINE_STOPPED = "The separation engine stopped. Your stems are safe."
_DEATH = Death("engine-died", ENGINE_STOPPED, "Restart the engine and separate again.")
_WARM_JOB = "warm"
LOADING_TIMEOUT_S = 60.0
"""An engine that loads cannot answer; to kill it would only make the next request wait for the same load again."""


@dataclass(frozen=True)
class SeparateRequest:
    """One separation, captured whole. Frames `start` to `end` of the source; work begins where frame `first` is.

    `source` is the header of the source's sound cache, `stems` those of the caches that the engine makes, one a prompt.
    `like` are the frames of the source that stand for what is wanted; the one prompt is only a name then. `against` is
    what competes with the prompts and is thrown away.
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
        if self.against:
            message["options"] = {"against": list(self.against)}
        return message


class InferenceThread(JobThread):
    """Runs separations in the engine process.

    When the engine dies under a job, that job fails with the code "engine-died" and waiting jobs stay until `restart`:
    what killed it once may do so again, and the person should know before it is tried.

    Signals:
        phase: Job, "loading" or "separating".
        notice: Job, and a sentence: something had to be done differently, and goes on.
        final: Job, and frames `start` to `end` of its stems that will not change any more.
        engine_stopped: The engine died under a job: a sentence for the person.
        warmed: Model and device that are loaded and ready.
        warm_failed: They could not be loaded; the reason is told when they are asked for.
    """

    phase = Signal(str, str)
    # Two ints. Signal(int) has 32 bits, which three hours at 192 kHz nearly fill.
    final = Signal(str, object, object)
    notice = Signal(str, str)
    engine_stopped = Signal(str)
    warmed = Signal(str, str)
    warm_failed = Signal()

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
        answer_s: float = ANSWER_S,
    ) -> None:
        command = python_module("audiosep_core.engine.process") if command is None else command
        super().__init__(command, _DEATH, parent, cancel_timeout_s=cancel_timeout_s, answer_s=answer_s)
        self._warm_wanted: Message | None = None
        self._warm_sent: Message | None = None  # what the engine has not answered yet
        self._separating = ""  # the job whose model is loaded

    # -- from any thread

    def separate(self, request: SeparateRequest) -> None:
        """Queue a separation."""
        self._ask(request.message())

    def warm(self, model: str, device: str) -> None:
        """Load a model ahead of the first request, once the engine has nothing else to do."""
        self._post(partial(self._warm, {"type": "warm", "job": _WARM_JOB, "model": model, "device": device}))

    def restart(self) -> None:
        """Start the engine again after it stopped, and go on with the jobs that wait."""
        self._post(self._restart)

    # -- on this thread

    def _warm(self, message: Message) -> None:
        self._warm_wanted = message
        self._next()

    def _restart(self) -> None:
        self._halted = False
        if not self._stopping and self._ensure_child():
            self._next()

    def _next(self) -> None:
        super()._next()
        idle = not self._running and not self._halted and self._warm_sent is None
        if idle and self._warm_wanted is not None:
            self._warm_sent = self._warm_wanted
            if not self._write(self._warm_wanted):
                self._lose_warmth()

    def _on_message(self, message: Message) -> None:
        if message.get("job") == _WARM_JOB:
            self._on_warm_answer(message)
        elif message.get("type") == "phase" and message.get("phase") == "separating":
            self._loaded(str(message.get("job")))
        super()._on_message(message)

    def _on_warm_answer(self, message: Message) -> None:
        if message.get("type") == "done":
            if self._warm_wanted is self._warm_sent:
                self._warm_wanted = None
                self.warmed.emit(str(message.get("model", "")), str(message.get("device", "")))
            self._warm_sent = None
        elif message.get("type") in ("error", "cancelled"):
            self._lose_warmth()
        self._next()

    def _lose_warmth(self) -> None:
        """It cannot be loaded: not tried again unasked, and reported when it is asked for."""
        sent, self._warm_sent = self._warm_sent, None
        if sent is not None and self._warm_wanted is sent:
            self._warm_wanted = None
            self.warm_failed.emit()

    def _kill(self) -> None:
        super()._kill()
        self._warm_sent = None  # still wanted: the next engine loads it
        self._separating = ""

    def _on_death(self) -> None:
        self._lose_warmth()
        self._separating = ""
        super()._on_death()

    def _loaded(self, job: str) -> None:
        self._separating = job
        running = self._running.get(job)
        if running is not None and running.deadline is not None:  # now it can hear
            running.deadline.cancel()
            running.deadline = self._after(self._cancel_timeout_s, self._cancel_hard)

    def _patience_s(self, job: str) -> float:
        return self._cancel_timeout_s if job == self._separating else max(LOADING_TIMEOUT_S, self._cancel_timeout_s)

    def _on_answer(self, job: str, kind: str, message: Message) -> None:
        if kind == "phase":
            self.phase.emit(job, str(message["phase"]))
        elif kind == "final":
            self.final.emit(job, int(message["start"]), int(message["end"]))
        elif kind == "notice":
            self.notice.emit(job, str(message["text"]))

    def _halt(self) -> None:
        self._halted = True

    def _after_death(self) -> None:
        self.engine_stopped.emit(ENGINE_STOPPED)
