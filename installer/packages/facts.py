"""What the packages say of the program: read from pyproject.toml, CHANGELOG.md and the list of endings it opens."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "audiosep-desktop"
COMMAND_LINE = "audiosep"
TITLE = "AudioSep"
SUMMARY = "Say what you want to hear, get it on a track of its own"
DESCRIPTION = (
    "Open a recording, mark a stretch, type “a dog barking”, press Enter: the dog is alone on one track, everything "
    "else on another. All of it happens on your computer: no account, no upload, no graphics card needed.",
    "Waveforms and spectrograms, several sounds at once, each on a track of its own, projects that come back after a "
    "crash, export to WAV, FLAC, MP3, Ogg, Opus and M4A or back into the video, and a command line for whole folders.",
    "The model that comes with it is small: it knows common sounds, leaves some of the others in, and understands "
    "English. Larger models are one click away.",
)
APPSTREAM_ID = "io.github.audiosep_desktop.audiosep_desktop"
"""A name in reverse DNS, which AppStream asks for; the project has no domain of its own."""
BUNDLE_ID = "audiosep.desktop"
PROJECT_SUFFIX = ".asproj"
PROJECT_MIME = "application/x-audiosep-project"
FROZEN = ROOT / "build" / "dist" / (f"{TITLE}.app" if sys.platform == "darwin" else "audiosep")
"""Where the frozen program lies: two executables and the folder `_internal`, or a bundle of macOS."""
PACKAGES = ROOT / "build" / "packages"


@dataclass(frozen=True)
class Release:
    """A version and what the changelog says of it.

    Attributes:
        version: As in pyproject.toml.
        date: "2026-11-28", or "" while it is unreleased.
        changes: Its points, in plain text.
    """

    version: str
    date: str
    changes: tuple[str, ...]


def version(root: Path = ROOT) -> str:
    """The version in pyproject.toml."""
    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def releases(root: Path = ROOT) -> list[Release]:
    """What CHANGELOG.md holds: headings `## 0.1.0 (2026-11-28)`, points that begin with a dash."""
    found = []
    parts = re.split(r"^## ", (root / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    for part in parts:
        heading, _, body = part.partition("\n")
        match = re.fullmatch(r"(\S+) \((unreleased|\d{4}-\d\d-\d\d)\)", heading.strip())
        if match is None:
            raise ValueError(f"CHANGELOG.md: {heading!r} is not “VERSION (DATE)” or “VERSION (unreleased)”.")
        points = re.findall(r"^- (.+(?:\n  .+)*)", body, flags=re.MULTILINE)
        date = "" if match[2] == "unreleased" else match[2]
        found.append(Release(match[1], date, tuple(_plain(point) for point in points)))
    return found


def recording_suffixes(root: Path = ROOT) -> list[str]:
    """Endings of the files that the program opens, as `audiosep_core.audio.suffixes` lists them."""
    tree = ast.parse((root / "audiosep_core" / "audio" / "suffixes.py").read_text("utf-8"))
    (literal,) = (
        node.value.args[0]
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _is_named(node, "RECORDING_SUFFIXES")
    )
    return sorted(ast.literal_eval(literal))


def _is_named(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def _plain(markdown: str) -> str:
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", " ".join(markdown.split()))
    return re.sub(r"[*`]", "", re.sub(r" \(\s*\)", "", text))
