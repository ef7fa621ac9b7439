"""The workers of a batch on a Ray cluster: actors that hold a warm model, and what follows when one is lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import Item
from audiosep_core.batch.records import Records
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.separating import Load
from audiosep_core.batch.stores import Store
from audiosep_core.batch.worker import Outcome, Stop, Worker
from audiosep_core.errors import AudioSepError, Cancelled

# A place in the cluster where so many workers died before they were ready is given up.
_DEATHS = 3


@dataclass(frozen=True)
class ClusterOptions:
    """Where and how wide.

    Attributes:
        address: Ray's: "auto", HOST:PORT, or "local" for a cluster of this machine alone.
        workers: Models in memory; None: as many as the cluster holds now.
        gpus_per_worker: Accelerators each of them gets; a fraction shares one. 0: a processor core each.
    """

    address: str = "auto"
    workers: int | None = None
    gpus_per_worker: float = 0.0


class ClusterWorker:
    """What an actor is: a `Worker` with a model, in a process that Ray placed."""

    def __init__(
        self, request: BatchRequest, output: Store, load: Load, slot: str, retries: int, lease_s: float, pause_s: float
    ) -> None:
        self._stop = Stop()
        self._request, self._output, self._load = request, output, load
        self._retries, self._pause_s = retries, pause_s
        self._records = Records(output)
        self._claims = Claims(output, Owner.myself(slot), lease_s)
        self._worker: Worker | None = None

    def ready(self) -> AudioSepError | None:
        """Load the model; what a person must be told comes back as a value."""
        try:
            separate = self._load(self._request)
        except AudioSepError as error:
            return error
        self._records.load()
        self._claims.__enter__()
        self._worker = Worker(
            self._request, self._output, separate, self._claims, self._records, self._retries, self._pause_s, self._stop
        )
        return None

    def do(self, item: Item) -> Outcome | None:
        """Do an item; None when it was stopped before its end."""
        if self._worker is None or self._stop.is_soon:
            return None
        try:
            return self._worker.do(item)
        except Cancelled:
            return None

    def stop(self, now: bool) -> None:
        """Begin nothing more; or give up what runs."""
        if now:
            self._stop.now()
        else:
            self._stop.soon()


@dataclass
class Place:
    """A slot of the crew and the actor that is in it now."""

    slot: str
    actor: Any
    ready: bool = False
    deaths: int = 0
    queue: list[tuple[Any, Item]] = field(default_factory=list)


class Crew:
    """The actors; a dead one is followed by another in its slot."""

    def __init__(
        self, ray: Any, options: ClusterOptions, arguments: tuple[Any, ...], files: int, claims: Claims
    ) -> None:
        self.ray = ray
        self.claims = claims
        self._arguments = arguments
        # A call of `stop` must not wait for the file.
        self._actor = ray.remote(concurrency_groups={"control": 1})(ClusterWorker).options(
            num_cpus=0 if options.gpus_per_worker else 1,
            num_gpus=options.gpus_per_worker,
            scheduling_strategy="SPREAD",
            max_concurrency=1,
            max_restarts=0,
        )
        count = options.workers or self._room(options)
        run = secrets.token_hex(4)
        self.getting_ready: dict[Any, Place] = {}
        self.places = [Place(f"{run}/{number}", None) for number in range(1, min(count, files) + 1)]
        for place in self.places:
            self.fill(place)

    def _room(self, options: ClusterOptions) -> int:
        there = self.ray.cluster_resources()
        if options.gpus_per_worker:
            # Fractions may add up to a little less than 1.
            count = int(there.get("GPU", 0.0) / options.gpus_per_worker + 1e-6)
        else:
            count = int(there.get("CPU", 0.0))
        if count < 1:
            raise AudioSepError(
                "cluster-too-small",
                "The cluster has no room for a single worker.",
                "Add a node, ask for less with --gpus-per-worker, or give --workers if nodes come when needed.",
            )
        return count

    def fill(self, place: Place) -> None:
        """Put a new actor into a slot."""
        request, output, load, *numbers = self._arguments
        place.actor = self._actor.remote(request, output, load, place.slot, *numbers)
        place.ready = False
        self.getting_ready[place.actor.ready.remote()] = place

    def lose(self, place: Place, error: Exception) -> list[Item]:
        """An actor is gone: the items that it had, the one it was at first."""
        lost = [item for _, item in place.queue]
        place.queue.clear()
        # If it is only out of reach, it must not come back.
        self.ray.kill(place.actor, no_restart=True)
        self.claims.bury(place.slot)
        place.deaths = 0 if place.ready else place.deaths + 1
        if place.deaths < _DEATHS:
            self.fill(place)
        else:
            self.places.remove(place)
            if not self.places:
                said = str(error).strip().splitlines()
                raise AudioSepError(
                    "cluster-failed",
                    f"No worker of the cluster gets ready: {said[-1] if said else type(error).__name__}",
                    "Check that the program is installed on every node, and Ray's logs.",
                )
        return lost

    def tell(self, now: bool) -> None:
        """Ask all to stop."""
        for place in self.places:
            place.actor.stop.options(concurrency_group="control").remote(now)

    def dismiss(self) -> None:
        """End all."""
        for place in self.places:
            self.ray.kill(place.actor, no_restart=True)
            self.claims.bury(place.slot)
