"""The engine process behind signals: separation requests in, their progress, final ranges and outcomes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message, python_module
from desktop.inference.child_thread import Timer
from desktop.inference.engine_requests import LISTENING, ListenRequest, SeparateRequest
from desktop.inference.job_thread import ANSWER_S, CANCEL_TIMEOUT_S, Death, JobThread, Running

ENGINE_STOPPED = "The separation engine stopped. Your stems are safe."
_DEATH = Death("engine-died", ENGINE_STOPPED, "Restart the engine and separate again.")
_WARM_JOB = "warm"
LOADING_TIMEOUT_S = 60.0
"""An engine that loads cannot answer; to kill it would only make the next request wait for the same load again."""
IDLE_S = 600.0
"""After so long without anything to do the engine gives back its memory."""


class InferenceThread(JobThread):
    """Runs separations in the engine process, and asks its ears while there is nothing to separate.

    When the engine dies under a job, that job fails with the code "engine-died" and waiting jobs stay until `restart`:
    what killed it once may do so again, and the person should know before it is tried.

    Signals:
        phase: Job, "loading" or "separating".
        notice: Job, and a sentence: something had to be done differently, and goes on.
        final: Job, and frames `start` to `end` of its stems that will not change any more.
        engine_stopped: The engine died under a job: a sentence for the person.
        warmed: Model that is loaded and ready, the type of its device ("cpu", "cuda", "mps") and what that is called.
        memory_known: Bytes in use and bytes there are, where the model is loaded (a pair); told before `warmed`.
        warm_failed: They could not be loaded; the reason is told when they are asked for.
        devices_known: What the engine can run on, the best first (a tuple of names).
        unloaded: The engine was ended to give back its memory; what is asked for next starts it again.
    """

    phase = Signal(str, str)
    # Two ints. Signal(int) has 32 bits, which three hours at 192 kHz nearly fill.
    final = Signal(str, object, object)
    notice = Signal(str, str)
    engine_stopped = Signal(str)
    warmed = Signal(str, str, str)
    memory_known = Signal(object)  # more than 32 bits
    warm_failed = Signal()
    devices_known = Signal(object)
    unloaded = Signal()

    def __init__(
        self,
        command: Sequence[str] | None = None,
        parent: QObject | None = None,
        *,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
        answer_s: float = ANSWER_S,
        idle_s: float = IDLE_S,
    ) -> None:
        command = python_module("audiosep_core.engine.process") if command is None else command
        super().__init__(command, _DEATH, parent, cancel_timeout_s=cancel_timeout_s, answer_s=answer_s)
        self._warm_wanted: Message | None = None
        self._warm_sent: Message | None = None  # what the engine has not answered yet
        self._separating = ""  # the job whose model is loaded
        self._stepping_back: set[str] = set()  # what listens, was stopped for a separation, and is not over
        self._unload_wanted = False
        self._idle_s = idle_s
        self._idle: Timer | None = None

    # -- from any thread

    def separate(self, request: SeparateRequest) -> None:
        """Queue a separation."""
        self._ask(request.message())

    def listen(self, request: ListenRequest) -> None:
        """Queue a question to the ears, behind all separations."""
        self._ask(request.message())

    def unload(self) -> None:
        """Give back the engine's memory, unless it works; what is asked for next starts it again."""
        self._post(self._unload)

    def warm(self, model: str, device: str) -> None:
        """Load a model ahead of the first request, once the engine has nothing else to do."""
        self._post(partial(self._warm, {"type": "warm", "job": _WARM_JOB, "model": model, "device": device}))

    def restart(self) -> None:
        """Start the engine again after it stopped, and go on with the jobs that wait."""
        self._post(self._restart)

    # -- on this thread

    def _enqueue(self, request: Message) -> None:
        if request["type"] in LISTENING or self._stopping:
            super()._enqueue(request)
            return
        self._unload_wanted = False
        place = next((i for i, other in enumerate(self._queue) if other["type"] in LISTENING), len(self._queue))
        self._queue.insert(place, request)
        for running in self._running.values():
            if running.request["type"] in LISTENING and not running.cancelling:
                self._stepping_back.add(running.job)
                self._write({"type": "cancel", "job": running.job})
        self._next()

    def _outcome(self, running: Running, kind: str, message: Message) -> None:
        stepped_back = running.job in self._stepping_back
        self._stepping_back.discard(running.job)
        if kind == "cancelled" and stepped_back and not running.cancelling:
            self._settle(running)
            self._queue.append(running.request)  # once more, when there is nothing to separate
            self._next()
            return
        super()._outcome(running, kind, message)

    def _unload(self) -> None:
        separating = any(running.request["type"] not in LISTENING for running in self._running.values())
        waiting = any(request["type"] not in LISTENING for request in self._queue)
        if self._child is None or self._stopping or separating or waiting:
            return
        if self._running or self._queue or self._warm_sent is not None:
            self._unload_wanted = True  # as soon as the ears have answered
            return
        self._unload_wanted = False
        self._kill()
        self.unloaded.emit()

    def _watch_idleness(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._idle = self._after(self._idle_s, self._unload) if self._child is not None else None

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
        self._watch_idleness()
        if self._unload_wanted and not self._running and not self._queue:
            self._unload()

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
                if message.get("memory"):
                    self.memory_known.emit(tuple(message["memory"]))
                self.warmed.emit(*(str(message.get(fact, "")) for fact in ("model", "device_type", "device")))
                if message.get("devices"):
                    self.devices_known.emit(tuple(map(str, message["devices"])))
            self._warm_sent = None
        elif message.get("type") == "notice":
            self.notice.emit(_WARM_JOB, str(message["text"]))
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
        self._stepping_back.clear()

    def _on_death(self, code: int) -> None:
        self._lose_warmth()
        self._separating = ""
        super()._on_death(code)

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

    def _after_death(self, death: Death) -> None:
        self.engine_stopped.emit(death.message)
