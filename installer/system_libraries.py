"""The shared libraries that Qt and PortAudio load and that no Python package brings: found, installed, or asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from installer.machine import Machine, SetupError

Need = Literal["window", "x11", "sound"]


@dataclass(frozen=True)
class Library:
    """A library by the name under which it is loaded, what it is, and Debian's package of it."""

    file: str
    title: str
    package: str
    need: Need


LIBRARIES = (
    Library("libportaudio.so.2", "PortAudio", "libportaudio2", "sound"),
    Library("libEGL.so.1", "EGL", "libegl1", "window"),
    Library("libGL.so.1", "OpenGL", "libgl1", "window"),
    Library("libdbus-1.so.3", "D-Bus", "libdbus-1-3", "window"),
    Library("libfontconfig.so.1", "Fontconfig", "libfontconfig1", "window"),
    Library("libglib-2.0.so.0", "GLib", "libglib2.0-0", "window"),
    Library("libxkbcommon.so.0", "xkbcommon", "libxkbcommon0", "window"),
    Library("libxkbcommon-x11.so.0", "xkbcommon for X11", "libxkbcommon-x11-0", "x11"),
    Library("libxcb-cursor.so.0", "XCB cursor", "libxcb-cursor0", "x11"),
    Library("libxcb-icccm.so.4", "XCB ICCCM", "libxcb-icccm4", "x11"),
    Library("libxcb-keysyms.so.1", "XCB keysyms", "libxcb-keysyms1", "x11"),
    Library("libxcb-shape.so.0", "XCB shape", "libxcb-shape0", "x11"),
    Library("libxcb-randr.so.0", "XCB RandR", "libxcb-randr0", "x11"),
    Library("libxcb-sync.so.1", "XCB sync", "libxcb-sync1", "x11"),
    Library("libxcb-xfixes.so.0", "XCB XFixes", "libxcb-xfixes0", "x11"),
    Library("libX11-xcb.so.1", "X11 with XCB", "libx11-xcb1", "x11"),
)
"""What PySide6's wheels and sounddevice leave to the system on Linux; elsewhere the wheels bring everything."""


def missing_libraries(machine: Machine, needs: Iterable[Need]) -> list[Library]:
    """Those of the asked-for needs that cannot be loaded here."""
    if machine.system != "Linux":
        return []
    wanted = set(needs)
    return [library for library in LIBRARIES if library.need in wanted and not machine.loads(library.file)]


def missing_venv_parts(machine: Machine) -> list[str]:
    """The modules without which no virtual environment can be made; distributions package them apart from Python."""
    return [name for name in ("venv", "ensurepip") if not machine.has_module(name)]


def provide(machine: Machine, needs: Iterable[Need], *, venv: bool) -> None:
    """Make sure of the libraries, and of Python's venv module where one is to be made.

    Installs what is missing with apt-get if this person may; otherwise stops with the one line to type.

    Raises:
        SetupError: Something is missing and could not be installed. Nothing was changed.
    """
    needs = frozenset(needs)
    libraries = missing_libraries(machine, needs)
    modules = missing_venv_parts(machine) if venv else []
    if not libraries and not modules:
        return
    names = ", ".join(
        [f"{library.title} ({library.file})" for library in libraries] + [f"Python's {name} module" for name in modules]
    )
    packages = [library.package for library in libraries]
    if modules and machine.is_debian and machine.system_python:
        packages.append("python{}.{}-venv".format(*machine.python_version))
    elif modules:
        raise SetupError(
            f"This Python ({machine.python}) lacks its {' and '.join(modules)} module, "
            "without which no virtual environment can be made. "
            "Install a complete Python 3.11, 3.12 or 3.13 and run the same command again."
        )
    if not machine.is_debian:
        raise SetupError(
            f"Missing on this system: {names}. "
            "Install them with your distribution's package manager and run the same command again."
        )
    by_hand = "sudo apt-get install " + " ".join(packages)
    prefix = _privilege(machine)
    if prefix is None:
        raise SetupError(
            f"Missing on this system: {names}.\nType this line, then run the same command again:\n\n    {by_hand}\n"
        )
    machine.say(f"Missing on this system: {names}. Installing {', '.join(packages)} with apt-get ...")
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
    # Package lists are absent in a fresh container and stale elsewhere: fetch them only when that shows.
    if machine.run(install) != 0 and (machine.run([*apt_get, "update"]) != 0 or machine.run(install) != 0):
        raise SetupError(f"apt-get could not install what is missing (see above). To try by hand:\n\n    {by_hand}\n")
    still = [library.title for library in missing_libraries(machine, needs)]
    still += [f"Python's {name} module" for name in (missing_venv_parts(machine) if venv else [])]
    if still:
        raise SetupError(f"apt-get installed {', '.join(packages)}, and still missing: {', '.join(still)}.")


def _privilege(machine: Machine) -> list[str] | None:
    """What to put before apt-get, or None where only the person can allow it."""
    if machine.administrator:
        return []
    # A password prompt in the middle of a set-up would be a surprise: sudo only where it asks nothing.
    if machine.ask(["sudo", "-n", "true"]) is not None:
        return ["sudo", "-n"]
    return None
