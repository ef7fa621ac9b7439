"""Installs the Linux packages in a Debian that has nothing, uses them, removes them, and compares what lies there.

`python -m installer.packages.linux.trial`, as root, with debootstrap and Xvfb. The tree is Debian's smallest
("minbase"), which has no Python. A person without rights separates an example in it and opens the window.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from installer.packages import facts

SUITE = "bookworm"
_PERSON, _HOME = "tester", Path("home/tester")
_DISPLAY = ":97"
_SOCKET = Path("/tmp/.X11-unix/X97")
_PATIENCE_S = 180
# What apt and the C library keep for themselves, whatever is installed.
_NOBODYS = (
    "var/lib/apt",
    "var/cache",
    "var/log",
    "var/lib/dpkg",
    "etc/ld.so.cache",
    "proc",
    "sys",
    "dev",
    "tmp",
    "run",
)
_LEAST_BYTES = 1_000_000
_EXAMPLE = "resources/examples/voice-in-the-rain.flac"


@dataclass
class Debian:
    """A Debian in a folder, entered by chroot.

    Attributes:
        root: The folder.
        seconds: What each step took.
    """

    root: Path
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, *command: str, person: bool = False, **environment: str) -> str:
        """What a command prints; as root, or as a person without rights.

        Raises:
            subprocess.CalledProcessError: It failed; what it said has been shown.
        """
        done = subprocess.run(self.command(command, person, environment), capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        done.check_returncode()
        return done.stdout

    def command(self, command: Sequence[str], person: bool, environment: dict[str, str]) -> list[str]:
        """The command line, seen from outside."""
        home = f"/{_HOME}" if person else "/root"
        variables = {"HOME": home, "PATH": f"{home}/.local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        pairs = [f"{name}={value}" for name, value in {**variables, **environment}.items()]
        who = ["--userspec", f"{_PERSON}:{_PERSON}"] if person else []
        return ["chroot", *who, str(self.root), "/usr/bin/env", "-i", "-C", home, *pairs, *command]

    def apt(self, *arguments: str) -> None:
        """apt-get, without questions and without what is only recommended."""
        options = ("-y", "-q", "--no-install-recommends")
        self.run("apt-get", *options, *arguments, DEBIAN_FRONTEND="noninteractive")

    def files(self, below: str = "") -> set[str]:
        """Everything that lies there, but for what is nobody's."""
        found = set()
        for folder, folders, names in os.walk(self.root / below):
            place = Path(folder).relative_to(self.root)
            folders[:] = [name for name in folders if str(place / name) not in _NOBODYS]
            found |= {str(place / name) for name in (*folders, *names) if str(place / name) not in _NOBODYS}
        return found

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Note how long a step takes, and say that it is done."""
        began = time.monotonic()
        yield
        self.seconds[step] = time.monotonic() - began
        print(f"{self.seconds[step]:6.1f} s  {step}", flush=True)


def left_behind(before: set[str], after: set[str]) -> list[str]:
    """What was not there before; whatever lies in a folder that is told is not told again."""
    new = after - before
    return sorted(name for name in new if str(Path(name).parent) not in new)


@contextmanager
def debian(base: Path, folder: Path) -> Iterator[Debian]:
    """A fresh Debian in `folder`, copied from `base`, which is made where it is missing; unmounted at the end."""
    if not (base / "usr").is_dir():
        part = base.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(part)], check=True, stdout=subprocess.DEVNULL)
        part.rename(base)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(folder)], check=True)
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    made = Debian(folder)
    # No folder of this machine is bound into the tree, which is removed as a whole later: only the screen's socket is
    # linked, and /proc shows what is the kernel's.
    sockets = folder / "tmp" / ".X11-unix"
    sockets.mkdir(mode=0o1777)
    os.link(_SOCKET, sockets / _SOCKET.name)
    subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
    try:
        made.run("useradd", "--create-home", _PERSON)
        made.run("apt-get", "update", "-q")
        yield made
    finally:
        subprocess.run(["umount", "--lazy", str(folder / "proc")], check=False)


def use(system: Debian, name: str, window: Sequence[str], tool: Sequence[str], program: Path) -> None:
    """Separate an example and open the window, as the person.

    Args:
        system: Where it is installed.
        name: What the steps are called by.
        window: What opens the window.
        tool: What the command line is.
        program: Where the program lies, seen from inside.
    """
    with system.timed(f"{name}: a voice separated in a terminal"):
        example = program / "_internal" / _EXAMPLE
        system.run(*tool, "separate", str(example), "-p", "speech", "-o", f"stems-{name}", person=True)
    (stem,) = (system.root / _HOME / f"stems-{name}").glob("*.wav")
    if stem.stat().st_size < _LEAST_BYTES:
        raise RuntimeError(f"{name}: {stem.name} is nearly empty.")
    with system.timed(f"{name}: window on the screen with a recording"):
        environment = {"DISPLAY": _DISPLAY, "QT_QPA_PLATFORM": "xcb"}
        command = system.command([*window, str(example)], True, environment)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
            try:
                _wait(lambda: _titles("voice-in-the-rain") or running.poll() is not None)
                if running.poll() is not None:
                    raise RuntimeError(f"{name}: the window ended: {running.stderr.read() if running.stderr else ''}")
            finally:
                running.terminate()
            running.wait(_PATIENCE_S)


def try_package(system: Debian, package: Path) -> list[str]:
    """Install the Debian package, use it, purge it; what it left."""
    shutil.copy(package, system.root / "root")
    before = system.files()
    with system.timed("deb: installed with what it depends on"):
        system.apt("install", f"/root/{package.name}")
    program = Path("/usr/lib", facts.NAME)
    use(system, "deb", [facts.NAME], [facts.COMMAND_LINE], program)
    with system.timed("deb: purged"):
        system.apt("purge", facts.NAME)
        system.apt("autoremove", "--purge")
    return [name for name in left_behind(before, system.files()) if not name.startswith(str(_HOME))]


def try_tarball(system: Debian, package: Path) -> list[str]:
    """Unpack the tarball at home, install, use and remove it; what it left beside what the program itself keeps."""
    subprocess.run(["tar", "-xf", str(package), "-C", str(system.root / "opt")], check=True)
    unpacked = Path("/opt", package.name.removesuffix(".tar.xz"))
    before = system.files(str(_HOME))
    with system.timed("tarball: installed"):
        system.run(str(unpacked / "install.sh"), person=True)
    program = Path("/", _HOME, ".local", "lib", facts.NAME)
    use(system, "tarball", [facts.NAME], [facts.COMMAND_LINE], program)
    with system.timed("tarball: removed"):
        system.run(str(program / "uninstall.sh"), person=True)
    own = (f".local/share/{facts.NAME}", f".local/state/{facts.NAME}", f".config/{facts.NAME}", f".cache/{facts.NAME}")
    kept = (*(str(_HOME / name) for name in own), str(_HOME / "stems-"))
    return [name for name in system.files(str(_HOME)) - before if not name.startswith(kept) and not _holds(name, kept)]


def try_app_dir(system: Debian, folder: Path) -> None:
    """Run the AppDir where it lies."""
    shutil.copytree(folder, system.root / "opt" / folder.name, symlinks=True)
    run = str(Path("/opt", folder.name, "AppRun"))
    program = Path("/opt", folder.name, "usr", "lib", facts.NAME)
    use(system, "AppDir", [run], ["env", f"ARGV0={facts.COMMAND_LINE}", run], program)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try what lies in build/packages; 0 where everything ran and nothing was left."""
    parser = argparse.ArgumentParser(prog="python -m installer.packages.linux.trial", description=__doc__)
    parser.add_argument("--packages", type=Path, default=facts.PACKAGES)
    parser.add_argument(
        "--base", type=Path, default=facts.ROOT / "build" / f"debian-{SUITE}", help="kept for the next time"
    )
    chosen = parser.parse_args(arguments)
    if os.geteuid() or not all(map(shutil.which, ("debootstrap", "Xvfb", "xdotool"))):
        parser.error("this needs root, debootstrap, Xvfb and xdotool")
    (package,) = chosen.packages.glob(f"{facts.NAME}_{facts.version()}_*.deb")
    (tarball,) = chosen.packages.glob(f"{facts.NAME}-{facts.version()}-linux-*.tar.xz")
    (app_dir,) = chosen.packages.glob("*.AppDir")
    chosen.base.parent.mkdir(parents=True, exist_ok=True)
    screen = subprocess.Popen(["Xvfb", _DISPLAY, "-screen", "0", "1600x1000x24", "-ac"], stderr=subprocess.DEVNULL)
    try:
        with (
            tempfile.TemporaryDirectory(dir=chosen.base.parent) as folder,
            debian(chosen.base, Path(folder, "root")) as system,
        ):
            left = {"deb": try_package(system, package)}
            # A desktop has these; this Debian has nothing.
            depends = subprocess.run(
                ["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True
            )
            system.apt("install", *(word.split()[0] for word in depends.stdout.split(",")))
            left["tarball"] = try_tarball(system, tarball)
            try_app_dir(system, app_dir)
    finally:
        screen.terminate()
        screen.wait()
    for name, files in left.items():
        print(f"{name}: {'nothing left behind' if not files else f'left behind: {files}'}")
    return 1 if any(left.values()) else 0


def _holds(name: str, kept: Sequence[str]) -> bool:
    """Whether a folder is only there because of what is kept in it."""
    return any(place.startswith(f"{name}/") for place in kept)


def _titles(words: str) -> bool:
    environment = {**os.environ, "DISPLAY": _DISPLAY}
    done = subprocess.run(["xdotool", "search", "--name", words], env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError("The window, or the screen, did not show.")
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
