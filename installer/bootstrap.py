"""The two commands of the README, and the others: each sets up what is missing, then hands over to the program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.machine import Machine, SetupError, this_machine
from installer.system_libraries import Need, provide
from installer.virtual_environment import VirtualEnvironment, is_ready, prepare

USAGE = """\
usage: run [FILE ...]              open the program, with these recordings
       run test [PYTEST OPTIONS]   run the tests
       run separate | models | info | train | evaluate ...
                                   the command-line tool, as `audiosep ...`
       run audit [--service osv]   known faults of the libraries, as a public database knows them
       run release [--draft]       everything that a version consists of, in build/release
       run setup [--tests] [--fresh]
                                   only set up: with what the tests need; from nothing

Every form first sets up what is missing: a virtual environment with the libraries (in .venv, or where AUDIOSEP_VENV
says) and, on Debian and Ubuntu, shared libraries of the system. A file called `test` is opened as ./test.
"""

CLI_COMMANDS = ("separate", "batch", "find", "suggest", "models", "info", "evaluate", "evaluate-hearing", "average")
TRAINING_COMMANDS = ("train", "train-hearing", "calibrate", "words", "make-sounds")
# What a separation takes on a processor is a third with it, and it is small.
QUICK = frozenset({"openvino"})
DEFAULT_MARKERS = "not slow and not benchmark and not gpu"
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Plan:
    """What a command line asks for.

    Attributes:
        needs: Which of the system's libraries it needs.
        extras: Which optional dependencies.
        program: The command to hand over to, in the environment; None to stop after the set-up.
        arguments: Its arguments.
        in_root: Whether it runs in the checkout instead of where the person is.
        fresh: Whether to make the environment anew.
    """

    needs: frozenset[Need]
    extras: frozenset[str]
    program: str | None
    arguments: tuple[str, ...] = ()
    in_root: bool = False
    fresh: bool = False


def plan(machine: Machine, arguments: Sequence[str]) -> Plan:
    """Understand a command line.

    Raises:
        SetupError: It makes no sense.
    """
    command, rest = (arguments[0], tuple(arguments[1:])) if arguments else ("start", ())
    off_screen = frozenset[Need](["window", "sound"])
    # Qt uses X11 unless there is Wayland.
    on_screen = off_screen if machine.environment.get("WAYLAND_DISPLAY") else off_screen | frozenset[Need](["x11"])
    if command == "test":
        chosen = any(argument.startswith("-m") for argument in rest)
        markers = () if chosen else ("-m", DEFAULT_MARKERS)
        return Plan(off_screen, QUICK | {"dev"}, "python", ("-m", "pytest", *markers, *rest), in_root=True)
    if command == "audit":
        return Plan(frozenset(), QUICK | {"audit"}, "python", ("-m", "installer.audit", *rest), in_root=True)
    if command == "release":
        return Plan(off_screen, QUICK | {"dev"}, "python", ("-m", "installer.release", *rest), in_root=True)
    if command == "setup":
        unknown = set(rest) - {"--tests", "--fresh"}
        if unknown:
            raise SetupError(f"setup knows --tests and --fresh, not {' '.join(sorted(unknown))}.")
        extras = QUICK | {"dev"} if "--tests" in rest else QUICK
        return Plan(on_screen, extras, None, fresh="--fresh" in rest)
    if command in TRAINING_COMMANDS:
        return Plan(frozenset(), QUICK | {"train"}, "audiosep", (command, *rest))
    if command in CLI_COMMANDS:
        return Plan(frozenset(), QUICK, "audiosep", (command, *rest))
    files = rest if command == "start" else tuple(arguments)
    return Plan(on_screen, QUICK, "audiosep-desktop", files)


def run(machine: Machine, root: Path, arguments: Sequence[str]) -> int:
    """Set up what the command needs and hand over to it.

    Raises:
        SetupError: The set-up cannot go on.
    """
    wanted = plan(machine, arguments)
    place = machine.environment.get("AUDIOSEP_VENV")
    folder = Path(place).absolute() if place else root / ".venv"
    environment = VirtualEnvironment(root, folder, machine.system == "Windows")
    ready = not wanted.fresh and is_ready(machine, environment, wanted.extras)
    provide(machine, wanted.needs, venv=not ready)
    if not ready:
        prepare(machine, environment, wanted.extras, fresh=wanted.fresh)
        machine.say("Set-up done.")
    if wanted.program is None:
        return 0
    extra = {}
    if arguments and arguments[0] == "test" and "QT_QPA_PLATFORM" not in machine.environment:
        extra["QT_QPA_PLATFORM"] = "offscreen"
    command = [environment.program(wanted.program), *wanted.arguments]
    return machine.become(command, extra, root if wanted.in_root else None)


def main(arguments: Sequence[str]) -> int:
    """The entry point; returns the exit status."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE, end="")
        return 0
    try:
        return run(this_machine(), ROOT, arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Run the same command to begin again.", file=sys.stderr)
        return 130
