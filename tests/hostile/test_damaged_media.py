"""Files of every format, damaged: the real media process and every reader open them or say a sentence, in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.hostile.conftest import CASES
from tests.hostile.damage import damaged
from tests.hostile.line_child import Crashed, Hung, LineChild, Message

pytestmark = pytest.mark.reliability

WITHIN_S = 10.0
MEMORY_BYTES = 3 << 30
READERS = {"audiosep_core.audio.process": "open", "tests.hostile.reading_child": "read"}
CODES = frozenset({"file-damaged", "file-empty", "not-audio", "no-audio-track"})


class Readers:
    """The media process and the readers' child; one that died or hangs is replaced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache = folder / "cache.json"
        self._children: dict[str, LineChild] = {}

    def read(self, path: Path) -> list[str]:
        """Read the file in both; returns what is wrong with how it went."""
        faults = []
        for module, kind in READERS.items():
            for old in self._folder.glob("cache*"):
                old.unlink()
            child = self._children.get(module) or LineChild(module, MEMORY_BYTES)
            self._children[module] = child
            try:
                answer = child.ask(kind, WITHIN_S, path=str(path), cache=str(self._cache))
                faults += [f"{module}: {fault}" for fault in self._wrong(answer)]
                self.last = answer
            except (Crashed, Hung) as fault:
                faults.append(f"{module}: {fault!r}")
                self._children.pop(module).__exit__()
        return faults

    def _wrong(self, answer: Message) -> list[str]:
        if answer["type"] == "done":
            return [] if answer["frames"] > 0 else ["opened without a frame"]
        faults = []
        if answer["code"] not in CODES:
            faults.append(f"{answer['code']}: {answer['message']}")
        elif not (answer["message"].endswith(".") and answer["hint"]):
            faults.append(f"no sentence: {answer['message']!r}")
        return faults + [f"{path.name} was left" for path in self._folder.glob("cache*")]

    def close(self) -> None:
        with ExitStack() as stack:
            for child in self._children.values():
                stack.push(child)


@pytest.fixture
def readers(tmp_path: Path) -> Iterator[Readers]:
    both = Readers(tmp_path)
    yield both
    both.close()


@pytest.mark.timeout(120 + CASES)
def test_a_damaged_file_opens_or_is_answered_with_a_sentence(
    readers: Readers, all_clips: list[Path], tmp_path: Path
) -> None:
    contents = [path.read_bytes() for path in all_clips]
    faults: list[str] = []
    outcomes: Counter[str] = Counter()
    for seed in range(CASES):
        place = seed % len(all_clips)
        path = tmp_path / f"damaged-{seed}{all_clips[place].suffix}"
        path.write_bytes(damaged(contents[place], seed, contents[(place + 1 + seed // len(contents)) % len(contents)]))
        found = readers.read(path)
        faults += [f"{path.name}: {fault}" for fault in found]
        outcomes[readers.last.get("code", "opened")] += 1
        if not found:
            path.unlink()
    print(f"{CASES} files: {dict(outcomes)}")
    assert not faults, "\n".join(faults)
    assert outcomes["opened"] > CASES / 4, "damage that leaves nothing tests little"


@pytest.mark.slow
def test_whole_files_open(readers: Readers, all_clips: list[Path]) -> None:
    for path in all_clips:
        assert readers.read(path) == []
        assert readers.last["type"] == "done"
        assert not readers.last["truncated"], path.name
