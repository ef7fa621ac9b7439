"""A child process that speaks JSON lines, watched: it must answer in time, and a crash is told from an answer."""

from __future__ import annotations

import itertools
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

Message = dict[str, Any]

REPOSITORY = Path(__file__).resolve().parents[2]
ENDS = ("done", "error", "cancelled")


class Crashed(AssertionError):  # noqa: N818 - it is what a test found
    """The child died while it was at a job."""


class Hung(AssertionError):  # noqa: N818
    """The child gave no answer in time."""


class LineChild:
    """`python -m MODULE`; a context manager.

    Args:
        module: What to run.
        memory_bytes: Of address space, where the system can limit it; beyond it, the child runs out of memory.
        arguments: For the module.
    """

    def __init__(self, module: str, memory_bytes: int = 0, arguments: Sequence[str] = ()) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self._numbers = itertools.count(1)
        self.said: list[Message] = []
        assert self._next(60.0)["type"] == "hello"
        if memory_bytes and hasattr(psutil, "RLIMIT_AS"):
            psutil.Process(self.pid).rlimit(psutil.RLIMIT_AS, (memory_bytes, memory_bytes))

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> LineChild:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(20)
        self._thread.join(20)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def send(self, kind: str, **fields: Any) -> str:
        """Ask for a job; returns its name."""
        job = str(next(self._numbers))
        line = json.dumps({"type": kind, "job": job, **fields})
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Crashed(self._how()) from None
        return job

    def ask(self, kind: str, within_s: float, **fields: Any) -> Message:
        """Ask, and wait for what ends the job; what was said before it is in `said`.

        Raises:
            Crashed, Hung: There is no such answer.
        """
        job = self.send(kind, **fields)
        self.said = []
        while True:
            message = self._next(within_s)
            if message.get("job") == job:
                self.said.append(message)
                if message["type"] in ENDS:
                    return message

    def _next(self, within_s: float) -> Message:
        try:
            line = self._lines.get(timeout=within_s)
        except queue.Empty:
            raise Hung(f"no word in {within_s:g} s") from None
        if line is None:
            raise Crashed(self._how())
        return dict(json.loads(line))

    def _how(self) -> str:
        return f"ended with {self._process.wait(20)}"

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)
