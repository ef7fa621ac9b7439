"""A batch on a Ray cluster (extra `cluster`): Ray places the workers and tells which are gone, the work is `worker`'s.

Each actor holds a warm model and is given a file at a time, with one more waiting, so that nothing is queued that a
lost node would take along. Claims and records are those of every batch: a cluster, a Slurm array and a laptop may work
on one output together. All machines must reach the input and the output at the same paths or URLs.
"""

from __future__ import annotations

import os
import socket
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from audiosep_core.batch.claims import DEFAULT_LEASE_S, Claims, Owner
from audiosep_core.batch.crew import ClusterOptions, Crew, Place
from audiosep_core.batch.inputs import Item
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.records import Record, Records, identity
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally, Watch
from audiosep_core.batch.separating import Load, load
from audiosep_core.batch.stores import Store
from audiosep_core.batch.worker import DEFAULT_PAUSE_S, DEFAULT_RETRIES, Outcome, Stop, asked_of, settled
from audiosep_core.errors import AudioSepError

# One that runs, one that waits.
_IN_FLIGHT = 2
# A file at which so many workers died is given up.
_DEATHS = 3
_TICK_S = 0.5
# How long a worker has for cleaning up when all is stopped at once.
_GRACE_S = 15.0
_CONNECT_S = 10.0


def run_on_cluster(
    items: Sequence[Item],
    request: BatchRequest,
    output: Store,
    options: ClusterOptions,
    watch: Watch,
    stop: Stop,
    *,
    retries: int = DEFAULT_RETRIES,
    lease_s: float = DEFAULT_LEASE_S,
    pause_s: float = DEFAULT_PAUSE_S,
    load: Load = load,
) -> Tally:
    """Do all items on a cluster; the rest is as in `run`.

    Raises:
        AudioSepError: "extra-missing", "cluster-missing", "cluster-too-small", "cluster-failed"; what a worker says of
            the model or the device.
    """
    ray = _ray()
    records = Records(output)
    records.load()
    tally = Tally(len(items), sum(item.entry.size for item in items))
    manifest = Manifest(output, records)
    todo: deque[Item] = deque()
    for item in items:
        if (known := settled(item, request, output, records, fresh=False)) is None:
            todo.append(item)
        else:
            outcome = Outcome("skipped", known)
            tally.add(item, outcome)
            watch.file(item, outcome, tally)
    try:
        if todo:
            connected = _connect(ray, options.address)
            try:
                arguments = (request, output, load, retries, lease_s, pause_s)
                crew = Crew(ray, options, arguments, len(todo), Claims(output, Owner.myself(), lease_s))
                _Drive(crew, todo, request, records, manifest, tally, watch, stop).run()
            finally:
                if connected:
                    ray.shutdown()
    finally:
        manifest.finish()
    return tally


@dataclass
class _Drive:
    """Gives items to actors and takes in what comes of them."""

    crew: Crew
    todo: deque[Item]
    request: BatchRequest
    records: Records
    manifest: Manifest
    tally: Tally
    watch: Watch
    stop: Stop
    _taken: list[Item] = field(default_factory=list)
    _deaths: Counter[str] = field(default_factory=Counter)
    _told_soon: bool = False
    _told_now_at: float | None = None
    _told_waiting: bool = False
    _looked: float = 0.0

    def run(self) -> None:
        """Until nothing is left, or all is stopped."""
        try:
            while self._is_going_on():
                self._pass_on_stop()
                self._submit()
                self._collect()
                self.manifest.after_file()
        finally:
            self.crew.dismiss()

    def _is_going_on(self) -> bool:
        running = any(place.queue for place in self.crew.places)
        if self.stop.is_soon:
            late = self._told_now_at is not None and time.monotonic() > self._told_now_at + _GRACE_S
            return running and not late
        return bool(running or self.todo or self._taken)

    def _pass_on_stop(self) -> None:
        if self.stop.is_soon and not self._told_soon:
            self._told_soon = True
            self.crew.tell(now=False)
        if self.stop.cancel.is_set and self._told_now_at is None:
            self._told_now_at = time.monotonic()
            self.crew.tell(now=True)

    def _submit(self) -> None:
        if self.stop.is_soon:
            return
        now = time.monotonic()
        if self._taken and not self.todo and now - self._looked > min(max(self.crew.claims.lease_s / 10, _TICK_S), 5.0):
            self._looked = now
            self.todo.extend(self._taken)
            self._taken.clear()
        # All get their first before any gets a second.
        for depth in range(_IN_FLIGHT):
            for place in self.crew.places:
                if place.ready and len(place.queue) == depth and self.todo:
                    item = self.todo.popleft()
                    place.queue.append((place.actor.do.remote(item), item))

    def _collect(self) -> None:
        at = {ref: place for place in self.crew.places for ref, _ in place.queue}
        refs = [*at, *self.crew.getting_ready]
        if not refs:
            self.stop.wait(_TICK_S)
            return
        done, _ = self.crew.ray.wait(refs, num_returns=1, timeout=_TICK_S)
        for ref in done:
            if ref in self.crew.getting_ready:
                self._got_ready(ref)
            else:
                self._finished(at[ref], ref)

    def _got_ready(self, ref: Any) -> None:
        place = self.crew.getting_ready.pop(ref)
        try:
            error = self.crew.ray.get(ref)
        except self.crew.ray.exceptions.RayError as gone:
            self.crew.lose(place, gone)
            return
        if error is not None:
            raise error
        place.ready, place.deaths = True, 0

    def _finished(self, place: Place, ref: Any) -> None:
        item = next(item for one, item in place.queue if one == ref)
        try:
            outcome = self.crew.ray.get(ref)
        except self.crew.ray.exceptions.RayActorError as gone:
            lost = self.crew.lose(place, gone)
            # It may have been over with a file, and died before it could say so.
            known = [settled(one, self.request, self.records.store, self.records) for one in lost]
            for one, record in zip(lost, known, strict=True):
                if record is not None:
                    self._over(one, Outcome(record.status, record))
            left = [one for one, record in zip(lost, known, strict=True) if record is None]
            # Whatever killed it may be the file it was at; those that waited are not to blame.
            self.todo.extendleft(left[1:])
            if left:
                self._again(left[0], "A worker died at this file; the system may have been out of memory.", gone)
            return
        except self.crew.ray.exceptions.RayError as error:
            # Of the output's own files, say a share that is not mounted there: another worker may fare better.
            place.queue = [pair for pair in place.queue if pair[0] != ref]
            self._again(item, "A worker could not do this file.", error)
            return
        place.queue = [pair for pair in place.queue if pair[0] != ref]
        if outcome is None:
            return  # stopped
        if outcome.kind == "taken":
            self._taken.append(item)
            if not self._told_waiting and not self.todo and not any(one.queue for one in self.crew.places):
                self._told_waiting = True
                self.watch.waiting(len(self._taken))
            return
        self._over(item, outcome)

    def _again(self, item: Item, message: str, error: Exception) -> None:
        self._deaths[item.source] += 1
        if self._deaths[item.source] < _DEATHS:
            self.todo.append(item)
            return
        asked = asked_of(item, self.request)
        before = self.records.get(identity(item.place, asked.sha256))
        failed = Record(
            "failed", item.place, item.source, "", asked.sha256, asked.prompts, asked.model_sha256,
            outputs=before.outputs if before else (), attempts=_DEATHS, code="worker-died", message=message,
            hint="Run the batch again, with fewer workers a machine.", detail=str(error)[-4000:],
            who=self.crew.claims.owner.name, finished=datetime.now(UTC).isoformat(timespec="microseconds"),
        )  # fmt: skip
        self.records.put(failed)
        self._over(item, Outcome("failed", failed))

    def _over(self, item: Item, outcome: Outcome) -> None:
        self.tally.add(item, outcome)
        self.watch.file(item, outcome, self.tally)


def _ray() -> Any:
    # It asks for this before anything else; nothing of a batch is anybody else's business.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError:
        raise AudioSepError(
            "extra-missing",
            "Ray is not installed.",
            "Install it with: pip install 'audiosep-desktop[cluster]'",
        ) from None
    return ray


def _connect(ray: Any, address: str) -> bool:
    """Whether the connection was made here, and has to be ended here."""
    if ray.is_initialized():
        return False
    try:
        host, _, port = address.rpartition("://")[2].rpartition(":")
        if host and port.isdigit():
            # Ray itself goes on trying for minutes.
            socket.create_connection((host, int(port)), _CONNECT_S).close()
        ray.init(address, log_to_driver=False, logging_level="error")
    except (ConnectionError, ValueError, RuntimeError, OSError) as error:
        raise AudioSepError(
            "cluster-missing", f"There is no Ray cluster at '{address}'.", "Start one with: ray start --head"
        ) from error
    return True
