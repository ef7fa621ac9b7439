"""Folders, patterns and lists into the files of a batch, each with its place in the output's tree."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from audiosep_core.audio.suffixes import is_recording_name
from audiosep_core.batch.stores import Entry, LocalStore, Store, is_url, open_store
from audiosep_core.errors import AudioSepError

_LISTS = (".txt", ".lst", ".csv")
_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True)
class Item:
    """One file of a batch.

    Attributes:
        store: Where it lies.
        entry: What is known of it; size 0 and no stamp when it was not there.
        place: Its path in the output's tree, ending included: what the manifest calls it. The same whatever folder
            the input is mounted at.
        base: What the results' names begin with.
        prompts: Words of its own, or none.
    """

    store: Store
    entry: Entry
    place: str
    base: str
    prompts: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Folder of the results in the output's tree, "" for its root."""
        parent = str(PurePosixPath(self.place).parent)
        return "" if parent == "." else parent

    @property
    def source(self) -> str:
        """Path or URL of the file."""
        return self.store.locate(self.entry.name)


def find_items(inputs: Sequence[str], output: Store) -> list[Item]:
    """The files of a batch, in order of their places, none twice.

    Args:
        inputs: Folders, patterns ("takes/**/*.wav"), lists (.txt with a path a line, .csv with the columns path and, if
            wanted, prompt; a path is relative to the list's folder, and may stand in several rows with a prompt each)
            and recordings; paths or URLs.
        output: Where results go; what lies there, or in the output of another batch, is no input.

    Raises:
        AudioSepError: "input-missing", "list-damaged", "output-in-input".
    """
    opened = [_open(one, output) for one in inputs]
    several = sum(one.is_tree for one in opened) > 1
    items: dict[tuple[str, tuple[str, ...]], Item] = {}
    for one in opened:
        found = one.items
        if several and one.is_tree:
            name = PurePosixPath(one.root).name
            found = [replace(item, place=f"{name}/{item.place}") for item in found]
        if one.is_tree:
            _refuse_results_among(found, one.root, output)
        for item in found:
            items.setdefault((item.source, item.prompts), item)
    return _told_apart(sorted(items.values(), key=lambda item: (item.place, item.source)))


def shard(items: Sequence[Item], number: int, of: int) -> list[Item]:
    """Part `number` (1 to `of`) of the files. A file's part depends on its place only: machines that list the folder at
    different moments lose none and share none."""
    return [item for item in items if int(_short(item.place, 12), 16) % of == number - 1]


@dataclass(frozen=True)
class _Opened:
    items: list[Item]
    root: str
    is_tree: bool


def _open(given: str, output: Store) -> _Opened:
    if _MAGIC.search(given) and (is_url(given) or not os.path.exists(given)):
        return _pattern(given, output)
    store = open_store(given)
    if isinstance(store, LocalStore) and store.path.is_dir():
        found = list(_tree(store, output))
        if not found:
            raise AudioSepError("input-missing", f"There is no recording in '{given}'.", "Check the folder.")
        return _Opened(found, store.root, True)
    folder, name = parted(given)
    entry = folder.entry(name)
    if entry is not None:
        if PurePosixPath(name).suffix.lower() in _LISTS:
            return _Opened(_listed(folder, name), folder.root, False)
        return _Opened([_item(folder, entry)], folder.root, False)
    found = [] if isinstance(store, LocalStore) else list(_tree(store, output))
    if not found:
        raise AudioSepError("input-missing", f"There is no file or folder '{given}'.", "Check the name.")
    return _Opened(found, store.root, True)


def _tree(store: Store, output: Store) -> Iterator[Item]:
    root, out = _slashed(store.root), _slashed(output.root)
    if root == out:
        raise _results_among_recordings()
    for entry in store.walk():
        is_result = out.startswith(root) and f"{root}{entry.name}".startswith(out)
        if is_recording_name(entry.name) and not is_result:
            yield _item(store, entry)


def _pattern(given: str, output: Store) -> _Opened:
    """ "**" stands for any folders, the rest is the shell's."""
    given = given if is_url(given) else os.path.abspath(os.path.expanduser(given)).replace(os.sep, "/")
    parts = given.split("/")
    first = next(n for n, part in enumerate(parts) if _MAGIC.search(part))
    store = open_store("/".join(parts[:first]) or "/")
    if isinstance(store, LocalStore) and not store.path.is_dir():
        raise AudioSepError("input-missing", f"There is no folder '{store.root}'.", "Check the name.")
    wanted = parts[first:]
    found = [item for item in _tree(store, output) if _matches(wanted, item.entry.name.split("/"))]
    if not found:
        raise AudioSepError(
            "input-missing", f"No recording matches '{given}'.", "Check the pattern; '**' stands for any folders."
        )
    return _Opened(found, store.root, True)


def _matches(parts: Sequence[str], names: Sequence[str]) -> bool:
    if not parts:
        return not names
    if parts[0] == "**":
        return any(_matches(parts[1:], names[skipped:]) for skipped in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], parts[0]) and _matches(parts[1:], names[1:])


def _listed(folder: Store, name: str) -> list[Item]:
    try:
        text = (folder.read(name) or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _damaged_list(folder.locate(name), "is not UTF-8") from None
    words: dict[str, list[str]] = {}
    if name.lower().endswith(".csv"):
        rows = csv.DictReader(io.StringIO(text))
        if "path" not in (rows.fieldnames or ()):
            raise _damaged_list(folder.locate(name), "has no column 'path'")
        for row in rows:
            if path := (row["path"] or "").strip():
                words.setdefault(path, []).extend(filter(None, [(row.get("prompt") or "").strip()]))
    else:
        words = {line.strip(): [] for line in text.splitlines() if line.strip() and not line.startswith("#")}
    return [_listed_item(folder, path, tuple(dict.fromkeys(prompts))) for path, prompts in words.items()]


def _listed_item(folder: Store, path: str, prompts: tuple[str, ...]) -> Item:
    if is_url(path) or os.path.isabs(os.path.expanduser(path)):
        store, name = parted(path)
        inside = _slashed(folder.root)
        if (whole := store.locate(name).replace(os.sep, "/")).startswith(inside):
            store, name = folder, whole.removeprefix(inside)
    else:
        parts: list[str] = []
        for part in PurePosixPath(path.replace(os.sep, "/")).parts:
            if part == ".." and (not parts or parts[-1] == ".."):
                parts.append(part)
            elif part == "..":
                parts.pop()
            else:
                parts.append(part)
        store, name = folder, "/".join(parts)
    # A file that is not there, or that no disk has a name for, fails on its own, and is in the manifest.
    entry = None
    with contextlib.suppress(OSError, ValueError):
        entry = store.entry(name)
    entry = entry or Entry(name, 0, "")
    # Nothing may land outside of the output.
    place = "/".join(part for part in PurePosixPath(name).parts if part != "..")
    return Item(store, entry, place, PurePosixPath(name).stem, prompts)


def _damaged_list(path: str, what: str) -> AudioSepError:
    return AudioSepError(
        "list-damaged",
        f"The list '{path}' {what}.",
        "A list is a text file with a path a line, or a CSV with a column path.",
    )


def parted(given: str) -> tuple[Store, str]:
    """The store of the folder of the file at a path or URL, and its name there."""
    given = given if is_url(given) else os.path.abspath(os.path.expanduser(given)).replace(os.sep, "/")
    folder, _, name = given.rpartition("/")
    return open_store(folder or "/"), name


def _item(store: Store, entry: Entry) -> Item:
    return Item(store, entry, entry.name, PurePosixPath(entry.name).stem)


def _refuse_results_among(items: Sequence[Item], tree: str, output: Store) -> None:
    """Results must not land where the next run would take them for recordings."""
    root, out = _slashed(tree), _slashed(output.root)
    if not out.startswith(root) and any(f"{out}{item.place}".startswith(root) for item in items):
        raise _results_among_recordings()


def _results_among_recordings() -> AudioSepError:
    return AudioSepError(
        "output-in-input",
        "The results would land among the recordings, and be taken for recordings the next time.",
        "Choose a folder of its own with -o; it may lie inside of the input.",
    )


def _slashed(root: str) -> str:
    return root.replace(os.sep, "/").rstrip("/") + "/"


def _told_apart(items: Sequence[Item]) -> list[Item]:
    """take.wav and take.flac of one folder would give results of one name: there the ending is part of it. Where that
    is not enough (two lists name a take.wav each) so is a part of a hash, and of the place in the manifest."""
    bases, places = Counter(map(_result, items)), Counter(item.place.casefold() for item in items)
    apart = []
    for item in items:
        place = PurePosixPath(item.place)
        if places[item.place.casefold()] > 1:
            base = f"{item.base} {_short(f'{item.source} {item.prompts}', 6)}"
            item = replace(item, base=base, place=str(place.with_name(f"{base}{place.suffix}")))
        elif bases[_result(item)] > 1:
            item = replace(item, base=f"{item.base} {place.suffix.removeprefix('.')}")
        apart.append(item)
    return apart


def _result(item: Item) -> tuple[str, str]:
    # Some disks do not tell case.
    return item.folder.casefold(), item.base.casefold()


def _short(text: str, characters: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:characters]
