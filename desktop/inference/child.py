"""One child process and its three pipes: JSON lines in and out, the last words of its stderr. No Qt."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import sysconfig
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from audiosep_core import protocol

logger = logging.getLogger(__name__)

STDERR_LINES = 50
STDERR_LINE = 4096  # bytes; the rest of a longer one counts as the next
LAST_WORDS_S = 2.0  # how long a child that closed its stdout may take to end, and its stderr to be read out

Message = dict[str, Any]


class Child:
    """A running child.

    Its pipes are served by threads of their own, so neither `send` nor `kill` ever waits, however deaf the child is.

    Args:
        command: Program and arguments.
        on_message: Called for every JSON object that the child writes, in order, on the reading thread.
        on_end: Called once, after the last message, with the exit code and the last lines of stderr.

    Raises:
        OSError: When the program cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_message: Callable[[Child, Message], None],
        on_end: Callable[[Child, int, str], None],
    ) -> None:
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=child_environment(),
            # Ctrl+C in the terminal is the window's; the child ends when its stdin does.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._on_message = on_message
        self._on_end = on_end
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._last_words: deque[str] = deque(maxlen=STDERR_LINES)
        self._listener = self._serve(self._read_stderr)
        self._serve(self._write_stdin)
        self._serve(self._read_stdout)

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Queue one message; a child that is gone is reported by `on_end`, not here."""
        self._outbox.put(json.dumps(message, ensure_ascii=True).encode("ascii") + b"\n")

    def close_input(self) -> None:
        """End the child's stdin after what was sent; children end then."""
        self._outbox.put(None)

    def kill(self) -> None:
        """End the child now."""
        self._process.kill()

    def _serve(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work, name=f"child {self.pid} {work.__name__}", daemon=True)
        thread.start()
        return thread

    def _write_stdin(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            while (line := self._outbox.get()) is not None:
                pipe.write(line)
                pipe.flush()
        except OSError:
            logger.debug("child %d no longer reads", self.pid)
        try:
            pipe.close()
        except OSError:
            logger.debug("child %d did not take its last message", self.pid)

    def _read_stdout(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        with pipe:
            for line in protocol.lines(pipe):
                message = protocol.parse(line)
                if message is None:
                    logger.debug("child %d wrote something else: %.200r", self.pid, line)
                else:
                    self._on_message(self, message)
        try:
            code = self._process.wait(LAST_WORDS_S)
        except subprocess.TimeoutExpired:  # a child that cannot answer any more is as good as dead
            self._process.kill()
            code = self._process.wait()
        self.close_input()
        self._listener.join(LAST_WORDS_S)
        self._on_end(self, code, "\n".join(self._last_words))

    def _read_stderr(self) -> None:
        pipe = self._process.stderr
        assert pipe is not None
        with pipe:
            while line := pipe.readline(STDERR_LINE):
                self._last_words.append(line.decode("utf-8", "replace").rstrip())


def child_environment() -> dict[str, str]:
    """The environment of a child: it finds the packages where this process found them, and only there.

    The working folder stays off its path: a file `random.py` beside a recording must not replace the library's.
    """
    environment = dict(os.environ, PYTHONSAFEPATH="1", PYTHONUNBUFFERED="1", PYTHONIOENCODING="utf-8")
    # An empty entry, as of `PYTHONPATH=$PYTHONPATH:more`, is the working folder too.
    path = [entry for entry in environment.pop("PYTHONPATH", "").split(os.pathsep) if entry]
    packages = Path(protocol.__file__).resolve().parents[1]
    installed = {Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "platlib")}
    # Installed packages are found anyway; on PYTHONPATH they would come before the standard library.
    if packages not in installed:
        path.insert(0, str(packages))
    if path:
        environment["PYTHONPATH"] = os.pathsep.join(path)
    return environment


def python_module(module: str) -> list[str]:
    """The command that runs a module in a child of this interpreter; frozen, of the console twin beside it."""
    if getattr(sys, "frozen", False):
        twin = Path(sys.executable).with_name("audiosep")
        return [str(twin.with_suffix(Path(sys.executable).suffix)), "--module", module]
    return [sys.executable, "-m", module]
