"""A separator that copies, and everything around it: batches without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import Item, find_items
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.records import Record, Records, record_from
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally, run
from audiosep_core.batch.separating import Separated
from audiosep_core.batch.stores import LocalStore
from audiosep_core.batch.worker import Outcome, Stop, Worker
from audiosep_core.cancel import CancelToken
from audiosep_core.types import OnProgress, Progress

ASKED = BatchRequest(("a dog",), model_sha256="m")


@dataclass
class FakeSeparate:
    """Copies the source once a prompt, and fails where it is told to."""

    calls: list[str] = field(default_factory=list)
    errors: dict[str, list[Exception]] = field(default_factory=dict)
    rest: bool = False

    def __call__(
        self, source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        self.calls.append(source.name)
        if self.errors.get(source.name):
            raise self.errors[source.name].pop(0)
        cancel.raise_if_set()
        paths = []
        for number, words in enumerate([*prompts, *(["rest"] if self.rest else [])]):
            paths.append(folder / f"{number}.wav")
            paths[-1].write_bytes(source.read_bytes() + words.encode())
            on_progress(Progress(number + 1, len(prompts)))
        rest = paths.pop() if self.rest else None
        return Separated(tuple(paths), rest, audio_s=2.0)


@dataclass
class Seen:
    """What a watcher was told."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    waited: int = 0

    def progress(self, item: Item, progress: Progress, tally: Tally) -> None:
        assert 0.0 <= tally.share <= 1.0

    def file(self, item: Item, outcome: Outcome, tally: Tally) -> None:
        assert item.place not in self.outcomes
        self.outcomes[item.place] = outcome

    def waiting(self, files: int) -> None:
        self.waited += 1

    @property
    def kinds(self) -> dict[str, str]:
        return {place: outcome.kind for place, outcome in self.outcomes.items()}


@dataclass
class Batch:
    """A folder of recordings, its output, and one run after the other over them."""

    source: Path
    output: Path
    separate: FakeSeparate = field(default_factory=FakeSeparate)
    request: BatchRequest = ASKED
    stop: Stop = field(default_factory=Stop)
    retries: int = 1

    def run(self, *inputs: object, request: BatchRequest | None = None) -> Seen:
        store = LocalStore(self.output)
        items = find_items([str(one) for one in inputs] or [str(self.source)], store)
        records = Records(store)
        records.load()
        seen = Seen()
        self.separate.calls.clear()
        with Claims(store, Owner.myself()) as claims:
            asked = request or self.request
            worker = Worker(asked, store, self.separate, claims, records, self.retries, pause_s=0.0, stop=self.stop)
            self.tally = run(items, worker, Manifest(store, records), seen)
        return seen

    def manifest(self) -> list[Record]:
        lines = (self.output / "manifest.jsonl").read_bytes().splitlines()
        records = [record_from(line) for line in lines]
        assert None not in records
        return [record for record in records if record is not None]

    def results(self) -> list[str]:
        """All files of the output but the batch's own."""
        found = (path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file())
        own = (".audiosep-batch/", "manifest.jsonl", "summary.html")
        return sorted(name for name in found if not name.startswith(own))

    def leftovers(self) -> list[str]:
        """Claims and scratch files that are still there."""
        state = self.output / ".audiosep-batch"
        found = [path for folder in ("claims", "scratch") for path in (state / folder).rglob("*")]
        return [str(path) for path in found]


def make_files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    make_files(tmp_path / "in", "a.wav", "b.flac", "deep/er/c.mp3")
    return Batch(tmp_path / "in", tmp_path / "out")
