"""What the command line says, and how it ends: JSON lines, words on stderr, exit codes, Ctrl+C.

Names of files and people's words are printed as they are: `rich` would take "[take]" for its own markup.
"""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import sys
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.types import OnProgress
from audiosep_core.types import Progress as Done

_log = logging.getLogger(__name__)
_log.propagate = False  # the traceback goes to a file, never to the screen

_stderr = Console(stderr=True, highlight=False)


def emit(message: dict[str, Any]) -> None:
    """One JSON object a line on stdout; in ASCII, which every terminal's encoding and every file name survives."""
    sys.stdout.write(json.dumps(message, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def say(text: str, label: str = "", style: str = "") -> None:
    """A line on stderr, behind a coloured label."""
    line = Text.assemble((label, style), " ", text) if label else Text(text)
    _stderr.print(line, soft_wrap=True)


def warn(text: str) -> None:
    """A line about something that the person may not expect."""
    say(text, "Warning:", "yellow")


@contextlib.contextmanager
def boundary(as_json: bool) -> Iterator[CancelToken]:
    """Turn whatever goes wrong into words and exit codes. The token is set by Ctrl+C inside of `stoppable` only."""
    try:
        yield CancelToken()
    except (Cancelled, KeyboardInterrupt):
        raise typer.Exit(130) from None
    except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
        raise  # typer's own; a reader that is gone (`audiosep … | head`) cannot be told anything
    except AudioSepError as error:
        _tell(error, as_json)
    except OSError as error:
        where = f" ('{error.filename}')" if error.filename else ""
        log = _keep_traceback()
        _tell(AudioSepError("system", f"The system refused: {error.strerror or error}{where}.", log), as_json)
    except MemoryError:
        message, hint = "There is not enough memory for this.", "Close other programs and retry."
        _tell(AudioSepError("out-of-memory", message, hint), as_json)
    except Exception as error:  # noqa: BLE001 - the process boundary: nobody is helped by a traceback on the screen
        log = _keep_traceback()
        message = f"Something went wrong unexpectedly ({type(error).__name__})."
        _tell(AudioSepError("internal", message, log), as_json)


def _tell(error: AudioSepError, as_json: bool) -> None:
    if as_json:
        emit({"event": "error", "code": error.code, "message": error.message, "hint": error.hint})
    else:
        say(error.message, "Error:", "bold red")
        if error.hint:
            say(error.hint)
    raise typer.Exit(1) from None


def _keep_traceback() -> str:
    """Write the exception at hand into the log; the hint that says so, or "" where no log can be written."""
    from audiosep_core.library.homeless import HomelessFormatter
    from audiosep_core.library.paths import log_folder

    try:
        path = log_folder() / "command-line.log"
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    except OSError:
        return ""
    handler.setFormatter(HomelessFormatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    try:
        _log.exception("the command failed")
    finally:
        _log.removeHandler(handler)
        handler.close()
    return f"If it stays so, report it with the log: {path}"


@contextlib.contextmanager
def stoppable(cancel: CancelToken) -> Iterator[None]:
    """While files are written, Ctrl+C asks the work to stop and clean up; pressed again, it interrupts the work."""

    def stop(*_: Any) -> None:
        if cancel.is_set:
            # Whoever keeps pressing must not interrupt the cleaning up.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            raise KeyboardInterrupt
        cancel.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def progress(label: str, as_json: bool) -> Iterator[OnProgress]:
    """A JSON line a chunk, or a bar with the time left on stderr."""
    if as_json:
        yield lambda p: emit({"event": "progress", "done": p.done, "total": p.total})
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
    )
    with Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=_stderr) as bar:
        task = bar.add_task(label, total=None)

        def show(done: Done) -> None:
            bar.update(task, completed=done.done, total=done.total)

        yield show


@contextlib.contextmanager
def phases() -> Iterator[Callable[[str], OnProgress]]:
    """Bars for stages that follow each other; a stage that has nothing to do shows none."""
    with contextlib.ExitStack() as stack:

        def begin(label: str) -> OnProgress:
            bars: list[OnProgress] = []

            def show(done: Done) -> None:
                if not bars:
                    bars.append(stack.enter_context(progress(label, as_json=False)))
                bars[0](done)
                if done.done == done.total:
                    stack.close()  # a terminal holds one live display

            return show

        yield begin


@contextlib.contextmanager
def training_progress() -> Iterator[Callable[[Any], None]]:
    """A bar of steps with loss, last figure, speed and the time left. On a terminal only: the logs hold the rest."""
    columns = (
        TextColumn("Training"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        TextColumn("{task.fields[facts]}", markup=False),
    )
    with contextlib.ExitStack() as stack:
        tasks: list[tuple[Progress, TaskID]] = []

        def show(standing: Any) -> None:
            if not tasks:
                bar = stack.enter_context(Progress(*columns, console=_stderr, speed_estimate_period=120))
                tasks.append((bar, bar.add_task("", total=standing.steps, completed=standing.step, facts="")))
            bar, task = tasks[0]
            figure = "" if standing.sdri_db is None else f", {standing.sdri_db:.2f} dB SDRi"
            facts = f"loss {standing.loss:.4f}{figure}, {standing.steps_a_second:.2f} steps/s"
            bar.update(task, completed=standing.step, total=standing.steps, facts=facts)

        yield show


@contextlib.contextmanager
def files_progress() -> Iterator[Callable[[float, str], None]]:
    """A bar for many files, shown a share (0 to 1) and words. Nothing where nobody watches: logs want lines."""
    if not is_watched():
        yield lambda _share, _words: None
        return
    columns = (BarColumn(), TextColumn("{task.percentage:.0f} %"), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=_stderr) as bar:
        task = bar.add_task("", total=1.0)

        def show(share: float, words: str) -> None:
            bar.update(task, completed=share, description=words)

        yield show


def is_watched() -> bool:
    """Whether stderr is a terminal."""
    return _stderr.is_terminal
