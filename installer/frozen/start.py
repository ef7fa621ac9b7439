"""What the frozen program begins with: the window, under the name `audiosep-desktop`; else its twin, `audiosep`.

The twin is the command line, and runs the processes that the window starts: a windowed program has no stdin and stdout
on Windows, so the window's children are never its own executable.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from installer.frozen.children import CHILDREN, OPTION

WINDOW = "audiosep-desktop"
LEFT_OUT = ("calibrate", "make_sounds", "train", "train_hearing", "words")
"""Commands whose libraries are not inside."""


def main() -> None:
    """Run what the name asks for: the window, a child's module or the command line."""
    if Path(sys.argv[0]).stem == WINDOW:
        from desktop.__main__ import main as window

        window()
    elif sys.argv[1:2] == [OPTION]:
        _child("".join(sys.argv[2:3]))
    else:
        _command_line()


def _child(module: str) -> None:
    if module not in CHILDREN:
        sys.exit(f"{OPTION} runs {', '.join(CHILDREN)}, and nothing else")
    sys.argv[1:3] = []
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _command_line() -> None:
    from audiosep_core.__main__ import main as command_line
    from audiosep_core.cli.app import app

    app.registered_commands = [
        one for one in app.registered_commands if one.callback is not None and one.callback.__name__ not in LEFT_OUT
    ]
    command_line()


if __name__ == "__main__":
    main()
