"""An S3 bucket on loopback, and a batch that one process of several runs over it: `bucket.py SOURCE OUTPUT`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from audiosep_core.batch.claims import Claims, Owner
from audiosep_core.batch.inputs import find_items
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.records import Records
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally, Watch, run
from audiosep_core.batch.separating import Separated
from audiosep_core.batch.stores import open_store
from audiosep_core.batch.worker import Worker
from audiosep_core.cancel import CancelToken
from audiosep_core.types import OnProgress

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@contextmanager
def served() -> Iterator[str]:
    """The endpoint."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def run_over(source: str, output: str, watch: Watch, separated: list[str]) -> Tally:
    def separate(
        path: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
    ) -> Separated:
        separated.append(path.read_text())
        paths = []
        for number, words in enumerate(prompts):
            paths.append(folder / f"{number}.wav")
            paths[-1].write_bytes(path.read_bytes() + words.encode())
        return Separated(tuple(paths), audio_s=1.0)

    store = open_store(output)
    records = Records(store)
    records.load()
    with Claims(store, Owner.myself(), 60.0) as claims:
        worker = Worker(BatchRequest(("a dog",)), store, separate, claims, records, pause_s=0.0)
        return run(find_items([source], store), worker, Manifest(store, records), watch)


if __name__ == "__main__":
    from fake_process import Silent

    done: list[str] = []
    print("ready", flush=True)
    sys.stdin.readline()
    run_over(sys.argv[1], sys.argv[2], Silent(), done)
    print(" ".join(done), flush=True)
    sys.stdout.flush()
    # s3fs's loop thread warns when the interpreter takes it down.
    os._exit(0)
