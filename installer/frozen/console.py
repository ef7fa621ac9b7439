"""The console twin of the frozen window, `audiosep`: the command line, and the processes that the window starts.

A windowed program has no stdin and stdout on Windows, so the window's children are never its own executable.
"""

from __future__ import annotations

import runpy
import sys

from installer.frozen.children import CHILDREN, OPTION

LEFT_OUT = ("calibrate", "make_sounds", "train", "train_hearing", "words")
"""Commands whose libraries are not inside."""


def main() -> None:
    """Run a child's module, if the command line asks for one, else the command line."""
    if sys.argv[1:2] != [OPTION]:
        return _command_line()
    module = "".join(sys.argv[2:3])
    if module not in CHILDREN:
        sys.exit(f"{OPTION} runs {', '.join(CHILDREN)}, and nothing else")
    sys.argv[1:3] = []
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _command_line() -> None:
    from audiosep_core.__main__ import main as command_line
    from audiosep_core.cli.app import app

    app.registered_commands = [one for one in app.registered_commands if one.callback.__name__ not in LEFT_OUT]
    command_line()


if __name__ == "__main__":
    main()
