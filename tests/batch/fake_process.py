"""A process that works on a batch with a separator that copies: `fake_process.py SOURCE OUTPUT LEASE_S [HELD …]`.

It prints "at NAME" at its first file, and at files named in HELD, and goes on when it reads a line. Every file that it
separates is a line in OUTPUT/../log.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import Item, find_items
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.records import Records
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally, run
from audiosep_core.batch.separating import Separated
from audiosep_core.batch.stores import LocalStore
from audiosep_core.batch.worker import Outcome, Worker
from audiosep_core.cancel import CancelToken
from audiosep_core.types import OnProgress, Progress


class Silent:
    def progress(self, item: Item, progress: Progress, tally: Tally) -> None: ...

    def file(self, item: Item, outcome: Outcome, tally: Tally) -> None: ...

    def waiting(self, files: int) -> None:
        print(f"waiting for {files}", flush=True)


def main(source: str, output: str, lease_s: str, *held: str) -> None:
    log = Path(output).parent / "log"
    begun: list[str] = []

    def separate(
        path: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        begun.append(path.name)
        (folder / "half.wav").write_bytes(b"half")
        if len(begun) == 1 or path.name in held:
            print(f"at {path.name}", flush=True)
            sys.stdin.readline()
        with log.open("ab", buffering=0) as file:
            file.write(f"{path.name} {os.getpid()}\n".encode())
        made = folder / "made.wav"
        made.write_bytes(path.read_bytes())
        return Separated((made,), audio_s=1.0)

    store = LocalStore(Path(output))
    records = Records(store)
    records.load()
    with Claims(store, Owner.myself(), float(lease_s)) as claims:
        worker = Worker(BatchRequest(("a dog",)), store, separate, claims, records)
        tally = run(find_items([source], store), worker, Manifest(store, records), Silent())
    print(f"over {tally.over} failed {tally.failed} done {tally.kinds['done']}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
