"""The program's children as its window starts them, with an ear for what they say."""

from __future__ import annotations

import queue
from collections.abc import Sequence
from typing import Any

from desktop.inference.child import Child, Message, python_module

ENGINE, MODELS, MEDIA = (
    "audiosep_core.engine.process",
    "audiosep_core.engine.model_process",
    "audiosep_core.audio.process",
)
PATIENCE_S = 120.0


class RealChild:
    """One of them; a context manager that ends it. `code` is its exit code once it is over.

    Args:
        module: Which.
        inside: A program that runs it, and its arguments.
    """

    def __init__(self, module: str, inside: Sequence[str] = ()) -> None:
        self.code: int | None = None
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self.child = Child([*inside, *python_module(module)], self._has_said, self._is_gone)
        self.until("hello")

    def __enter__(self) -> RealChild:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            self.end()

    def send(self, **message: Any) -> None:
        self.child.send(message)

    def send_raw(self, line: bytes) -> None:
        """Bytes that are no message."""
        self.child._outbox.put(line)

    def until(self, *kinds: str, job: str | None = None) -> Message:
        """The next message of these kinds, of that job if one is named."""
        while True:
            message = self._messages.get(timeout=PATIENCE_S)
            assert message is not None, "it is gone"
            if message["type"] in kinds and job in (None, message.get("job")):
                return message

    def end(self) -> int:
        """Close its stdin and wait until it is gone; its exit code."""
        self.child.close_input()
        while self._messages.get(timeout=PATIENCE_S) is not None:
            pass
        assert self.code is not None
        return self.code

    def _has_said(self, _child: Child, message: Message) -> None:
        self._messages.put(message)

    def _is_gone(self, _child: Child, code: int, _words: str) -> None:
        self.code = code
        self._messages.put(None)
