"""Messages between the window and its child processes: one JSON object a line, paths and numbers only.

Three children speak it: the engine (`python -m audiosep_core.engine.process`), the model process
(`python -m audiosep_core.engine.model_process`) and the media process (`python -m audiosep_core.audio.process`). A
child reads requests from stdin and writes messages to its own copy of stdout (libraries that print land on stderr); it
ends when stdin closes. `MESSAGES` in docs/architecture.md.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any, TextIO

PROTOCOL_VERSION = 1
LONGEST_LINE = 64 << 20
"""Bytes of a message; a longer line is passed over, so that whoever writes one cannot fill our memory."""


def lines(pipe: IO[bytes]) -> Iterator[bytes]:
    """Lines as they come, without those that are too long and one that was cut off by its writer's end."""
    whole = True
    while line := pipe.readline(LONGEST_LINE):
        began, whole = whole, line.endswith(b"\n")
        if began and whole:
            yield line


def parse(line: bytes) -> dict[str, Any] | None:
    """The message of a line; None when it is no JSON object, whatever else it is."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


class Channel:
    """A child's side of the line: thread-safe `send`, and `requests` until the parent is gone."""

    def __init__(self, incoming: IO[bytes], outgoing: TextIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._lock = threading.Lock()

    @classmethod
    def take_stdio(cls) -> Channel:
        """Keep stdout for messages; whatever else prints goes to stderr."""
        outgoing = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        return cls(sys.stdin.buffer, outgoing)

    def send(self, message: dict[str, Any]) -> None:
        """Write one message. A parent that is gone is not an error: `requests` ends soon."""
        line = json.dumps(message, ensure_ascii=True)
        with self._lock:
            try:
                self._outgoing.write(line + "\n")
                self._outgoing.flush()
            except (OSError, ValueError):  # of Windows it is not always a broken pipe
                return

    def requests(self) -> Iterator[dict[str, Any]]:
        """Requests as they come; lines that are not JSON objects are skipped."""
        for line in lines(self._incoming):
            if (message := parse(line)) is not None:
                yield message
