"""Who works on which file, where several processes or machines share one output.

A claim is a file `ID.GENERATION` that its owner created; the newest generation holds. Its stamp changes with every beat
of the owner's heart. A claim whose owner is known to be dead, or whose stamp has not changed for a lease while somebody
watched, is taken over by creating the next generation, which again only one can. Nobody's clock is compared with
anybody else's.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from audiosep_core.batch.stores import STATE_FOLDER, Store
from audiosep_core.outside_json import read_json

DEFAULT_LEASE_S = 120.0

_FOLDER = f"{STATE_FOLDER}/claims"
_BEATS_A_LEASE = 6


@dataclass(frozen=True)
class Owner:
    """A process that works.

    Attributes:
        name: What the manifest says.
        host: The machine, as far as process numbers mean anything on it.
        pid, born: The process; numbers come again, start times with them do not.
        slot: By which whoever started it knows it; see `Claims.bury`.
    """

    name: str
    host: str
    pid: int
    born: float
    slot: str = ""

    @classmethod
    def myself(cls, slot: str = "") -> Owner:
        """This process."""
        pid = os.getpid()
        node = platform.node()
        return cls(f"{node}:{pid}", f"{node} {_boot()}", pid, born(pid), slot)


class Claims:
    """The claims of one process; a context manager, whose heart beats inside."""

    def __init__(
        self,
        store: Store,
        owner: Owner,
        lease_s: float = DEFAULT_LEASE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.owner = owner
        self.lease_s = lease_s
        self._store = store
        self._clock = clock
        self._held: dict[str, Claim] = {}
        self._watched: dict[str, tuple[str, float]] = {}
        self._end = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="claims", daemon=True)

    def __enter__(self) -> Claims:
        self._heart.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._heart.join()

    def take(self, identity: str) -> Claim | None:
        """Claim a file; None when it is somebody else's, for now."""
        older = self._generations(identity)
        if older:
            newest = max(older)
            if not self._is_stale(f"{_FOLDER}/{identity}.{newest}", older[newest]):
                return None
        number = max(older, default=0) + 1
        arriving = [name for one in sorted(older) for name in self._content(identity, one).get("arriving", ())]
        claim = Claim(self, identity, number, tuple(dict.fromkeys(arriving)))
        if not self._store.create(claim.name, claim.content):
            return None
        self._held[claim.name] = claim
        return claim

    def beat(self) -> None:
        """One beat for every claim that is held; the heart does it by itself."""
        for claim in list(self._held.values()):
            with contextlib.suppress(OSError):  # the next beat may get through
                claim.renew()

    def bury(self, slot: str) -> None:
        """Say that the process in that slot is dead, so that nobody waits for the end of its lease. If it is not, it
        loses its files to whoever takes them over."""
        for name in self._store.entries(_FOLDER):
            identity, _, generation = name.rpartition(".")
            if generation.isdigit() and (content := self._content(identity, int(generation))).get("slot") == slot:
                self._store.write(f"{_FOLDER}/{name}", json.dumps({**content, "dead": True}).encode())

    def _beat(self) -> None:
        while not self._end.wait(self.lease_s / _BEATS_A_LEASE):
            self.beat()

    def _generations(self, identity: str) -> dict[int, str]:
        """Generation -> stamp."""
        found = {}
        for name, entry in self._store.entries(_FOLDER).items():
            if name.startswith(f"{identity}.") and (ending := name.removeprefix(f"{identity}.")).isdigit():
                found[int(ending)] = entry.stamp
        return found

    def _content(self, identity: str, generation: int) -> dict[str, Any]:
        try:
            content = read_json(self._store.read(f"{_FOLDER}/{identity}.{generation}") or b"{}")
        except ValueError:
            content = {}  # just being written
        return content if isinstance(content, dict) else {}

    def _is_stale(self, name: str, stamp: str) -> bool:
        identity, _, generation = name.removeprefix(f"{_FOLDER}/").rpartition(".")
        if self._is_dead(self._content(identity, int(generation))):
            return True
        now = self._clock()
        if self._watched.get(name, ("", 0.0))[0] != stamp:
            self._watched[name] = (stamp, now)
        return now - self._watched[name][1] >= self.lease_s

    def _is_dead(self, content: dict[str, Any]) -> bool:
        if content.get("dead"):
            return True
        if content.get("host") != self.owner.host:
            return False
        try:
            pid = int(content["pid"])
            is_other = abs(born(pid) - float(content["born"])) > 1.0
            return is_other or bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
        except psutil.NoSuchProcess:
            return True
        except (psutil.Error, KeyError, TypeError, ValueError):
            return False

    def _let_go(self, claim: Claim) -> None:
        holds = claim.holds()
        self._held.pop(claim.name, None)
        older = [one for one in self._generations(claim.identity) if one < claim.generation] if holds else []
        # The newest last: in between nobody can come.
        for generation in (*sorted(older), claim.generation):
            self._store.remove(f"{_FOLDER}/{claim.identity}.{generation}")


class Claim:
    """One file claimed by this process; a context manager that lets go of it at the end.

    Attributes:
        arriving: Results that earlier owners were about to put in place when they died.
    """

    def __init__(self, claims: Claims, identity: str, generation: int, arriving: tuple[str, ...]) -> None:
        self.identity = identity
        self.generation = generation
        self.arriving = arriving
        self._claims = claims
        self._beats = 0

    def __enter__(self) -> Claim:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # what stays is stale when this process is gone
            self._claims._let_go(self)

    @property
    def tag(self) -> str:
        """Its last name, which no other claim has at the same time."""
        return f"{self.identity}.{self.generation}"

    @property
    def name(self) -> str:
        """Its file."""
        return f"{_FOLDER}/{self.tag}"

    @property
    def content(self) -> bytes:
        """What others read of it."""
        owner = self._claims.owner
        about = {
            "who": owner.name, "host": owner.host, "pid": owner.pid, "born": owner.born, "slot": owner.slot,
            "beats": self._beats, "arriving": self.arriving,
        }  # fmt: skip
        return json.dumps(about).encode()

    def holds(self) -> bool:
        """Whether nobody has taken it over: a process that stood still for longer than a lease must ask."""
        return max(self._claims._generations(self.identity), default=0) == self.generation

    def renew(self) -> None:
        """One beat."""
        self._beats += 1
        self._claims._store.renew(self.name, self.content)

    def announce(self, names: Iterable[str]) -> None:
        """Say which results are about to be put in place, so that whoever takes over replaces them."""
        self.arriving = tuple(sorted(names))
        self._claims._store.write(self.name, self.content)


def born(pid: int) -> float:
    """When a process started, the same whenever it is asked: on Linux in ticks since the machine's start, since what
    psutil calculates moves with the clock.

    Raises:
        psutil.NoSuchProcess: there is none.
    """
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return float(psutil.Process(pid).create_time())
    return float(text.rpartition(")")[2].split()[19])


def _boot() -> str:
    """What tells this machine since its last start, and this container on it, from others of the same name."""
    parts = []
    with contextlib.suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip())
    with contextlib.suppress(OSError):
        parts.append(os.readlink("/proc/self/ns/pid"))
    return " ".join(parts)
