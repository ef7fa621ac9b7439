"""LICENCES.txt: the licence of everything inside a frozen program, in one file.

Four sources: the licence files of the distributions that are inside; `native.toml` for libraries that come in wheels
without a text of their own; Debian's copyright files for libraries that the build took from the system; Python's own.
"""

from __future__ import annotations

import fnmatch
import hashlib
import re
import shutil
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.packages import contents
from installer.packages.facts import NAME, ROOT
from installer.packages.linux.libraries import package_of

NOTICES = "LICENCES.txt"
TEXTS = Path(__file__).parent / "texts"
"""Texts of licences, by the names in native.toml."""
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third.?party|eula)", re.IGNORECASE)
_CODE = (".py", ".pyc", ".so", ".json", ".csv")
_LIBRARY = re.compile(r"\.(so(\.\d+)*|dll|dylib)$")
_RULE = "=" * 100


@dataclass(frozen=True)
class Notice:
    """One part of the program.

    Attributes:
        title: Its name, with a version where one is known.
        licence: A short name of its licence, as its metadata have it; "" where they have none.
        text: What must be passed on with it.
    """

    title: str
    licence: str
    text: str


def write(frozen: Path) -> None:
    """Put LICENCES.txt where the window's About finds it.

    Raises:
        RuntimeError: There is a library inside of which nothing is known.
    """
    text = render(collect(frozen))
    place = contents.libraries_folder(frozen) / NOTICES
    if place.parent.name == "Frameworks":  # where only code may lie; texts are seals of the bundle
        place.symlink_to(f"../Resources/{NOTICES}")
    place.write_text(text, "utf-8")


def collect(frozen: Path) -> list[Notice]:
    """Everything inside, the program itself first.

    Raises:
        RuntimeError: As `write`.
    """
    distributions = contents.inside(frozen)
    own = Notice("AudioSep Desktop", "MIT", (ROOT / "LICENSE").read_text("utf-8"))
    others = [of_distribution(one) for one in distributions if contents.canonical(one.name) != NAME]
    python = Notice("Python", "PSF-2.0", contents.python_licence())
    return [own, python, *others, *of_libraries(frozen, distributions)]


def of_libraries(frozen: Path, distributions: Iterable[contents.Distribution]) -> list[Notice]:
    """Libraries that come with none of the distributions, or with one that says nothing of them.

    Raises:
        RuntimeError: As `write`.
    """
    names = {path.name for path in frozen.rglob("*") if path.is_file() and _LIBRARY.search(path.name)}
    table = native_table()
    rest = names - contents.python_files().union(*(_file_names(one) for one in distributions))
    system, unknown = of_system(name for name in rest if not any(entry.matches(name) for entry in table))
    if unknown:
        raise RuntimeError(f"The licence of {', '.join(unknown)} is not known.")
    return [*of_native(names), *system]


def of_distribution(distribution: contents.Distribution) -> Notice:
    """The licence files of a distribution, wherever in it they lie."""
    texts = []
    for file in distribution.files or ():
        if _LICENCE_FILE.search(file.name) and not file.name.endswith(_CODE):
            place = Path(str(distribution.locate_file(file)))
            if place.is_file():
                texts.append(place.read_text("utf-8", "replace").strip())
    title = f"{distribution.name} {distribution.version}"
    return Notice(title, licence_name(distribution), "\n\n".join(dict.fromkeys(texts)))


def licence_name(distribution: contents.Distribution) -> str:
    """The short name of a distribution's licence, "" where its metadata have none."""
    metadata = distribution.metadata
    fields = {name: metadata[name] for name in ("License-Expression", "License") if name in metadata}
    return fields.get("License-Expression") or _short(fields.get("License", "")) or _classified(distribution)


def of_native(names: Collection[str]) -> list[Notice]:
    """What `native.toml` says of these files."""
    return [entry.notice() for entry in native_table() if any(entry.matches(name) for name in names)]


def of_system(names: Iterable[str]) -> tuple[list[Notice], list[str]]:
    """Debian's copyright files of the packages that these libraries were taken from, and the names that are in none."""
    found: dict[str, Notice] = {}
    unknown = []
    for name in sorted(names):
        package = package_of(f"*/{name}") if shutil.which("dpkg") else None
        text = Path("/usr/share/doc", package, "copyright") if package else None
        if text is None or not text.is_file():
            unknown.append(name)
        elif package is not None:
            found[package] = Notice(f"{package} (of Debian)", "", text.read_text("utf-8", "replace"))
    return list(found.values()), unknown


def render(notices: Iterable[Notice]) -> str:
    """The file: a list of everything, then each with its text; a text that was there already is not repeated."""
    notices = list(notices)
    lines = ["Everything inside of AudioSep Desktop, and the terms under which it is passed on.", ""]
    lines += [f"  {notice.title}{f': {notice.licence}' if notice.licence else ''}" for notice in notices]
    given: dict[str, str] = {}
    for notice in notices:
        lines += ["", _RULE, notice.title, *([f"Licence: {notice.licence}"] if notice.licence else []), _RULE, ""]
        key = hashlib.sha256("".join(notice.text.split()).encode()).hexdigest()
        if not notice.text:
            lines.append("Its package carries no text; the licence is named above.")
        elif key in given:
            lines.append(f"The same text as that of {given[key]}.")
        else:
            given[key] = notice.title
            lines.append(notice.text.strip())
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class _Native:
    """An entry of native.toml."""

    name: str
    files: list[str]
    licence: str
    copyright: str
    texts: list[str]
    source: str
    note: str = ""

    def matches(self, file: str) -> bool:
        return any(fnmatch.fnmatchcase(file, pattern) for pattern in self.files)

    def notice(self) -> Notice:
        texts = [(TEXTS / f"{name}.txt").read_text("utf-8").strip() for name in self.texts]
        head = "\n".join(line for line in (self.copyright, self.note, f"Source: {self.source}") if line)
        return Notice(self.name, self.licence, "\n\n".join([head, *texts]))


def native_table() -> list[_Native]:
    """What `native.toml` holds."""
    return [_Native(**entry) for entry in tomllib.loads(TEXTS.with_name("native.toml").read_text("utf-8"))["library"]]


def _file_names(distribution: contents.Distribution) -> set[str]:
    return {file.name for file in distribution.files or ()}


def _short(licence: str) -> str:
    """The field Licence where it is a name; some put the whole text there."""
    return licence.strip() if 0 < len(licence.strip()) < 60 and "\n" not in licence.strip() else ""


def _classified(distribution: contents.Distribution) -> str:
    named = (line.split(" :: ")[-1] for line in distribution.metadata.get_all("Classifier") or () if "License" in line)
    return ", ".join(named)
