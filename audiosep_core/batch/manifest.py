"""What a batch leaves for people and programs: `manifest.jsonl`, a line a file, and `summary.html`.

Both are made anew from the records of all processes, and put in place whole. A manifest may lag some seconds behind
while the batch runs; whoever writes the last record writes the last manifest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import quote

from audiosep_core.batch.records import Record, Records
from audiosep_core.batch.stores import Store

MANIFEST = "manifest.jsonl"
SUMMARY = "summary.html"

_EVERY_S = 5.0
# Of a run's time at most this share goes into rewriting what thousands of files have left.
_SHARE = 0.05
_ROUNDS = 5
_SHOWN = 2000


class Manifest:
    """Keeps the manifest and the summary of one output."""

    def __init__(self, store: Store, records: Records, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._records = records
        self._clock = clock
        self._due = clock() + _EVERY_S
        self._written = -1

    def after_file(self) -> None:
        """Write both, if it is time."""
        began = self._clock()
        if began < self._due:
            return
        self._records.refresh()
        if self._records.version != self._written:
            self._write()
        now = self._clock()
        self._due = now + max(_EVERY_S, (now - began) / _SHARE)

    def finish(self) -> None:
        """Write both, until no other process has added to the records meanwhile."""
        self._records.refresh()
        for _ in range(_ROUNDS):
            self._write()
            self._records.refresh()
            if self._records.version == self._written:
                return

    def _write(self) -> None:
        self._written = self._records.version
        records = self._records.all()
        self._store.write(MANIFEST, "".join(record.as_json() + "\n" for record in records).encode())
        self._store.write(SUMMARY, summary(records).encode("utf-8", "replace"))


def summary(records: Sequence[Record]) -> str:
    """A page of its own: totals, what failed and why, then what was done, with links to the results."""
    failed = [record for record in records if record.status == "failed"]
    done = [record for record in records if record.status == "done"]
    audio_s, wall_s = sum(record.audio_s for record in done), sum(record.wall_s for record in done)
    speed = f", {audio_s / wall_s:.1f} times as fast as it plays" if wall_s else ""
    facts = [
        f"{len(done)} of {len(records)} files are done, {len(failed)} failed.",
        f"{_duration(audio_s)} of sound in {_duration(wall_s)} of work{speed}.",
    ]
    cut = [record.source for record in done if record.truncated]
    clipped = [record.source for record in done if record.clipped]
    if cut:
        facts.append(f"{len(cut)} were cut off; what could be read of them was separated.")
    if clipped:
        facts.append(f"Of {len(clipped)} some samples were too loud for the format and were clipped.")
    parts = [f"<h1>Batch</h1>{''.join(f'<p>{escape(fact)}</p>' for fact in facts)}"]
    if failed:
        rows = [(_text(r.source), _text(r.message), _text(r.hint), _text(r.code), str(r.attempts)) for r in failed]
        parts.append(_table("Failed", ("file", "what happened", "what to do", "code", "attempts"), rows))
    if done:
        rows = [
            (_text(r.source), _links(r), f"{r.audio_s:.1f}", f"{r.wall_s:.1f}", _text(r.who)) for r in done[:_SHOWN]
        ]
        parts.append(_table("Done", ("file", "results", "seconds of sound", "seconds of work", "by"), rows))
        if len(done) > _SHOWN:
            parts.append(f"<p>… and {len(done) - _SHOWN} more: {MANIFEST} has all.</p>")
    return _PAGE.replace("BODY", "\n".join(parts))


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{_text(one)}</th>" for one in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{_text(title)}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _links(record: Record) -> str:
    names = [*record.prompts, "rest"][: len(record.outputs)]
    pairs = zip(names, record.outputs, strict=True)
    # "./": a name may begin with what looks like a protocol.
    return ", ".join(f'<a href="./{quote(path, errors="replace")}">{_text(name)}</a>' for name, path in pairs)


def _text(text: str) -> str:
    return escape(text)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, hours = seconds / 60, seconds / 3600
    return f"{minutes:.1f} min" if hours < 1 else f"{hours:.1f} h"


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Batch</title><style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; border-bottom: 1px solid #8884; }
td:first-child { overflow-wrap: anywhere; }
</style></head><body>
BODY
</body></html>
"""
