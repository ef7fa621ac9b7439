"""One file of a batch, from its claim to its record; whatever goes wrong with it stays with it."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from audiosep_core.audio.names import numbered, stem_name
from audiosep_core.batch.claims import Claim, Claims
from audiosep_core.batch.inputs import Item, parted
from audiosep_core.batch.records import Record, Records, identity
from audiosep_core.batch.request import BatchRequest, file_sha256
from audiosep_core.batch.separating import Separate, Separated
from audiosep_core.batch.stores import Store
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioReadError, AudioSepError, Cancelled
from audiosep_core.types import OnProgress, ignore_progress

DEFAULT_RETRIES = 1
DEFAULT_PAUSE_S = 2.0

# Of the errors with a code those that may pass by themselves; a damaged file or a missing model does not.
_MAY_PASS = ("write-failed", "source-changed", "system", "out-of-memory")

Kind = Literal["done", "failed", "skipped", "taken"]


@dataclass(frozen=True)
class Outcome:
    """What came of an item.

    Attributes:
        kind: "done" or "failed" here and now; "skipped": it was done before, or another process is over with it;
            "taken": somebody is at it.
        record: What stands in the manifest; None when taken.
    """

    kind: Kind
    record: Record | None = None


@dataclass
class Stop:
    """A person's wish to end: after the running file, or at once."""

    cancel: CancelToken = field(default_factory=CancelToken)
    _soon: threading.Event = field(default_factory=threading.Event)

    def soon(self) -> None:
        """No further file is begun."""
        self._soon.set()

    def now(self) -> None:
        """The running file is given up; nothing of it stays."""
        self.cancel.set()
        self._soon.set()

    @property
    def is_soon(self) -> bool:
        """Whether no further file is to be begun."""
        return self._soon.is_set()

    def wait(self, seconds: float) -> None:
        """Wait so long, or until a stop is asked for."""
        self._soon.wait(seconds)


@dataclass
class Worker:
    """Does one file after the other with a model in memory.

    Attributes:
        request: What is asked of every file.
        output: Where results and records go.
        separate: The model.
        claims, records: Of the output.
        retries: How often a file is tried again after an error that may pass.
        pause_s: Seconds before the first of these, doubled for each further one.
        stop: Ends the work.
    """

    request: BatchRequest
    output: Store
    separate: Separate
    claims: Claims
    records: Records
    retries: int = DEFAULT_RETRIES
    pause_s: float = DEFAULT_PAUSE_S
    stop: Stop = field(default_factory=Stop)

    def do(self, item: Item, on_progress: OnProgress = ignore_progress) -> Outcome:
        """Do an item, unless it is done already or somebody else is at it.

        Raises:
            Cancelled: at once stopped; nothing is left of the item.
            OSError: the output's own files cannot be read or written.
        """
        if (known := settled(item, self.request, self.output, self.records)) is not None:
            return Outcome("skipped", known)
        asked = asked_of(item, self.request)
        claim = self.claims.take(identity(item.place, asked.sha256))
        if claim is None:
            return Outcome("taken")
        with claim:
            # Between the first look and the claim somebody may have finished.
            if (known := settled(item, self.request, self.output, self.records)) is not None:
                return Outcome("skipped", known)
            outcome = self._tried(item, asked, claim, on_progress)
            # A failure does not take the place of what stands there for another recording.
            stands = outcome.kind == "failed" and self._is_anothers(item, self.records.get(claim.identity))
            if outcome.kind in ("done", "failed") and outcome.record is not None and not stands:
                self.records.put(outcome.record)
            return outcome

    def _tried(self, item: Item, asked: BatchRequest, claim: Claim, on_progress: OnProgress) -> Outcome:
        """What came of it, all attempts made."""
        began = time.monotonic()
        before = self.records.get(claim.identity)
        content: list[str] = []
        record = Record(
            "failed", item.place, item.source, "", asked.sha256, asked.prompts, asked.model_sha256,
            outputs=before.outputs if before else (), who=self.claims.owner.name,
        )  # fmt: skip
        for attempt in range(1, self.retries + 2):
            try:
                # Words that cannot be used are the item's own error, and stand in its record.
                current = replace(record, attempts=attempt)
                outcome = self._attempt(item, asked.of(()), claim, current, content.append, on_progress)
            except Cancelled:
                raise
            except Exception as error:  # noqa: BLE001 - one file must not stop the others, whatever is wrong with it
                self.stop.cancel.raise_if_set()
                record = replace(_told(record, error), attempts=attempt, content_sha256="".join(content[-1:]))
                if attempt > self.retries or not _may_pass(error) or self.stop.is_soon:
                    break
                self.stop.wait(self.pause_s * 2 ** (attempt - 1))
            else:
                if outcome.kind == "done" and outcome.record is not None:
                    return Outcome("done", _over(outcome.record, began))
                return outcome
        return Outcome("failed", _over(record, began)) if claim.holds() else Outcome("taken")

    def _attempt(
        self,
        item: Item,
        asked: BatchRequest,
        claim: Claim,
        record: Record,
        on_content: Callable[[str], None],
        on_progress: OnProgress,
    ) -> Outcome:
        with ExitStack() as stack:
            entry = item.store.entry(item.entry.name)
            if entry is None:
                raise AudioReadError(
                    "file-missing",
                    f"There is no file “{item.source}”.",
                    "Check the name, or whether its drive is there.",
                )
            source = stack.enter_context(item.store.fetched(item.entry.name))
            content = file_sha256(source)
            on_content(content)
            before = self.records.get(claim.identity)
            if before is not None and before.content_sha256 == content and _stands(before, self.output):
                # Copied or touched: the next time its new stamp is enough.
                before = replace(before, stamp=entry.stamp)
                self.records.put(before)
                return Outcome("skipped", before)
            if before is not None and before.content_sha256 != content and self._is_anothers(item, before):
                raise AudioReadError(
                    "place-taken",
                    f"Results of another recording, “{before.path}”, have the place of “{item.place}” in this output; "
                    "nothing was changed.",
                    "Choose another -o, or name both folders in one command.",
                )
            scratch = stack.enter_context(self.output.scratch(claim.tag))
            made = self.separate(source, asked.prompts, scratch, on_progress, self.stop.cancel)
            after = item.store.entry(item.entry.name)
            if after is None or after.stamp != entry.stamp:
                raise AudioReadError(
                    "source-changed",
                    f"“{item.source}” changed while it was read.",
                    "Run the batch again when it is complete.",
                )
            if not claim.holds():
                return Outcome("taken")
            done = replace(
                record, status="done", content_sha256=content, audio_s=round(made.audio_s, 6),
                truncated=made.truncated, clipped=made.clipped, notices=made.notices, stamp=entry.stamp,
                outputs=self._arrive(item, asked, made, claim, before),
                code="", message="", hint="", detail="",
            )  # fmt: skip
            return Outcome("done", done)

    def _is_anothers(self, item: Item, before: Record | None) -> bool:
        """Whether the results at an item's place are of another recording. One that is no longer where it was may be
        the same one, mounted elsewhere."""
        if before is None or not before.outputs or before.path == item.source:
            return False
        try:
            store, name = parted(before.path)
            former, own = store.entry(name), item.store.entry(item.entry.name)
        except (OSError, AudioSepError):
            return True  # nobody can tell
        # One file may be reached by two paths.
        return former is not None and (own is None or own.stamp != former.stamp)

    def _arrive(
        self, item: Item, asked: BatchRequest, made: Separated, claim: Claim, before: Record | None
    ) -> tuple[str, ...]:
        """Put all results in place, or none. Only results of the same item are replaced: those of an older content, and
        those that a dead process was putting there; beside all other files they get a number."""
        own = {*claim.arriving, *(before.outputs if before else ())}
        labels = [*asked.prompts, *(["rest"] if made.rest else [])]
        files = [*made.stems, *([made.rest] if made.rest else [])]
        arrived: list[str] = []
        try:
            for path, label in zip(files, labels, strict=True):
                wanted = Path(item.folder) / f"{stem_name(Path(f'{item.base}.x'), label)}{path.suffix}"
                arrived.append(self._arrive_as(path, wanted, own - {*arrived}, claim))
        except BaseException:
            for name in arrived:
                self.output.remove(name)
            raise
        return tuple(arrived)

    def _arrive_as(self, path: Path, wanted: Path, own: set[str], claim: Claim) -> str:
        """Put one in place under the first name that is free or its own; the name."""
        for candidate in numbered(wanted):
            name = candidate.as_posix()
            if name not in own and self.output.entry(name) is not None:
                continue
            claim.announce({*claim.arriving, name})
            if self.output.arrive(path, name, replace=name in own):
                return name
            # Taken in between: whoever takes this claim over must not replace it.
            claim.announce({*claim.arriving} - {name})
        raise AssertionError("numbers do not end")


def settled(item: Item, request: BatchRequest, output: Store, records: Records, fresh: bool = True) -> Record | None:
    """The record of an item that needs no work, as far as that can be told without reading the file: its stamp is that
    of what was done, or somebody finished it in this run; a failure of this run stands as well.

    Args:
        item, request, output, records: What, and where it may be done.
        fresh: Whether to ask the store for the record; if not, it is as it was read last.
    """
    asked = asked_of(item, request)
    name = identity(item.place, asked.sha256)
    record = records.get(name) if fresh else records.known(name)
    if record is None or (record.status == "failed" and not records.is_new(name)):
        return None
    if record.status == "failed":
        return record
    same = item.entry.stamp != "" and record.stamp == item.entry.stamp
    return record if (same or records.is_new(name)) and _stands(record, output) else None


def _stands(record: Record, output: Store) -> bool:
    """Whether it was done and all of it is still there."""
    return record.status == "done" and all(output.entry(name) is not None for name in record.outputs)


def asked_of(item: Item, request: BatchRequest) -> BatchRequest:
    """What is asked of an item: a list may have brought words of its own."""
    return replace(request, prompts=item.prompts) if item.prompts else request


def _over(record: Record, began: float) -> Record:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return replace(record, wall_s=round(time.monotonic() - began, 3), finished=now)


def _may_pass(error: Exception) -> bool:
    if isinstance(error, AudioSepError):
        return error.code in _MAY_PASS
    return isinstance(error, (OSError, MemoryError, RuntimeError))


def _told(record: Record, error: Exception) -> Record:
    if isinstance(error, AudioSepError):
        return replace(record, code=error.code, message=error.message, hint=error.hint, detail="")
    if isinstance(error, MemoryError):
        return replace(record, code="out-of-memory", message="There is not enough memory for this.", hint="", detail="")
    if isinstance(error, OSError):
        where = f" ('{error.filename}')" if error.filename else ""
        said = f"The system refused: {error.strerror or error}{where}."
        return replace(record, code="system", message=said, hint="", detail="")
    lines = "".join(traceback.format_exception(error))
    message = f"Something went wrong unexpectedly ({type(error).__name__})."
    return replace(record, code="internal", message=message, hint="", detail=lines[-4000:])
