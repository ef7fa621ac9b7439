"""What became of each file: a small record a file in the output's state folder, written when the file is over.

The manifest is made of them (`manifest`). A file that is asked for in two ways has two.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from audiosep_core.batch.stores import STATE_FOLDER, Store
from audiosep_core.outside_json import read_json

_FOLDER = f"{STATE_FOLDER}/records"

Status = Literal["done", "failed"]


@dataclass(frozen=True)
class Record:
    """One line of the manifest.

    Attributes:
        status: "done" or "failed".
        source: The file's place in the tree of the input; the results have the same in the output.
        path: Path or URL it was read from.
        content_sha256: Of its bytes, "" if it could not be read.
        request_sha256: Of what was asked: prompts, model, options, format.
        prompts: What was asked for.
        model_sha256: Of the model's file.
        outputs: Names below the output's root: one a prompt, in their order, then the rest, if asked for.
        audio_s: Seconds of sound; 0 when it failed.
        wall_s: Seconds it took, all attempts together, reading and writing included.
        attempts: How often it was tried, in the last run.
        code, message, hint: Of the last error, "" when there is none.
        detail: Of an error that nobody foresaw: where it happened.
        truncated: The file was cut off; what could be read of it was separated.
        clipped: Samples of all results that were too loud for their format.
        notices: What the engine did differently than asked, and why.
        who: Machine and process.
        finished: When, UTC (ISO 8601).
        stamp: Of the source in its store; the same stamp is the same content.
    """

    status: Status
    source: str
    path: str
    content_sha256: str
    request_sha256: str
    prompts: tuple[str, ...]
    model_sha256: str
    outputs: tuple[str, ...] = ()
    audio_s: float = 0.0
    wall_s: float = 0.0
    attempts: int = 1
    code: str = ""
    message: str = ""
    hint: str = ""
    detail: str = ""
    truncated: bool = False
    clipped: int = 0
    notices: tuple[str, ...] = ()
    who: str = ""
    finished: str = ""
    stamp: str = ""

    @property
    def identity(self) -> str:
        """Which file and which request: the record's name."""
        return identity(self.source, self.request_sha256)

    def as_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self), ensure_ascii=True)


def identity(place: str, request_sha256: str) -> str:
    """Name of the record of a file and a request."""
    return hashlib.sha256(f"{request_sha256} {place}".encode("utf-8", "surrogateescape")).hexdigest()[:32]


def record_from(data: bytes | None) -> Record | None:
    """The record in those bytes; None where there is none that can be read."""
    try:
        content: dict[str, Any] = read_json(data or b"")
        known = {one.name for one in fields(Record)}
        content = {name: tuple(v) if isinstance(v, list) else v for name, v in content.items() if name in known}
        return Record(**content)
    except (ValueError, TypeError, AttributeError):
        return None


@dataclass
class Records:
    """The records of one output, those of other processes included."""

    store: Store
    _known: dict[str, tuple[str, Record]] = field(default_factory=dict)
    _first: dict[str, str] = field(default_factory=dict)
    _version: int = 0

    def load(self) -> None:
        """Read what there is at the beginning of a run; `is_new` is against it."""
        self.refresh()
        self._first = {name: stamp for name, (stamp, _) in self._known.items()}

    @property
    def version(self) -> int:
        """Goes up with every change that this process knows of."""
        return self._version

    def refresh(self) -> None:
        """Read what others have changed."""
        entries = self.store.entries(_FOLDER)
        stamps = {name.removesuffix(".json"): one.stamp for name, one in entries.items() if name.endswith(".json")}
        changed = [name for name, stamp in stamps.items() if self._known.get(name, ("", None))[0] != stamp]
        gone = self._known.keys() - stamps.keys()
        for name in gone:
            del self._known[name]
            self._version += 1
        found = self.store.read_many([_name(one) for one in changed])
        for one in changed:
            if (record := record_from(found.get(_name(one)))) is not None:
                self._learn(one, stamps[one], record)

    def get(self, identity: str) -> Record | None:
        """As it is now."""
        if (entry := self.store.entry(_name(identity))) is None:
            if self._known.pop(identity, None) is not None:
                self._version += 1
            return None
        if self._known.get(identity, ("", None))[0] != entry.stamp:
            record = record_from(self.store.read(_name(identity)))
            if record is None:
                return None
            self._learn(identity, entry.stamp, record)
        return self._known[identity][1]

    def known(self, identity: str) -> Record | None:
        """As it was when it was read last: no question to the store."""
        return self._known.get(identity, ("", None))[1]

    def is_new(self, identity: str) -> bool:
        """Whether a record that is there came after `load`: somebody was done with the file in this run."""
        return identity in self._known and self._first.get(identity) != self._known[identity][0]

    def put(self, record: Record) -> None:
        """Write one, over the last of the same file and request."""
        self.store.write(_name(record.identity), record.as_json().encode())
        self.get(record.identity)

    def _learn(self, name: str, stamp: str, record: Record) -> None:
        self._known[name] = (stamp, record)
        self._version += 1

    def all(self) -> list[Record]:
        """Those read last, in order of their places. A failure that another request for the file made good is left
        out."""
        records = [record for _, record in self._known.values()]
        done = {record.source: record.finished for record in records if record.status == "done"}
        kept = [r for r in records if r.status == "done" or r.finished > done.get(r.source, "")]
        return sorted(kept, key=lambda record: (record.source, record.request_sha256))


def _name(identity: str) -> str:
    return f"{_FOLDER}/{identity}.json"
