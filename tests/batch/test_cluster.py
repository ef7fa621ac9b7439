"""A real Ray cluster of two nodes on loopback: workers and nodes that are lost, and how all of it is stopped."""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.batch.cluster import run_on_cluster
from audiosep_core.batch.crew import ClusterOptions
from audiosep_core.batch.inputs import Item, find_items
from audiosep_core.batch.request import BatchRequest
from audiosep_core.batch.run import Tally
from audiosep_core.batch.separating import Separate, Separated
from audiosep_core.batch.stores import LocalStore, Store, open_store
from audiosep_core.batch.worker import Outcome, Stop
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, ModelError
from audiosep_core.types import OnProgress, Progress

from .bucket import CREDENTIALS, served
from .conftest import Batch, Seen, make_files

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL and named pipes"),
    # Ray leaves pipes and sockets of its processes to the garbage collector, and announces its own changes.
    pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:.*Ray.*:FutureWarning"),
]

FILES = [f"{number:02}.wav" for number in range(12)]
MEMORY = 100 * 2**20


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    pytest.importorskip("ray", reason="the extra 'cluster' is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ray
        from ray.cluster_utils import Cluster

        # The workers cannot import this file.
        ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
        options = {"num_cpus": 1, "object_store_memory": MEMORY, "include_dashboard": False}
        cluster = Cluster(initialize_head=True, head_node_args=options)
        cluster.add_node(num_cpus=1, object_store_memory=MEMORY)
        cluster.wait_for_nodes()
        yield cluster
        cluster.shutdown()


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    make_files(tmp_path / "in", *FILES)
    os.mkfifo(tmp_path / "pipe")
    return Batch(tmp_path / "in", tmp_path / "out")


def loads(pipe: Path, held: str = "", held_node: str = "", poison: str = "") -> Callable[[BatchRequest], Separate]:
    """A model that copies. At the file `held`, or any on the node `held_node` (the others wait for that), it says who
    it is into the pipe and stays there until it is cancelled or killed, the first time only; `poison` kills it."""

    def load(request: BatchRequest) -> Separate:
        import ray

        def separate(
            source: Path, prompts: Sequence[str], folder: Path, on_progress: OnProgress, cancel: CancelToken
        ) -> Separated:
            made = folder / "made.wav"
            made.write_bytes(b"half")
            if source.name == poison:
                os.kill(os.getpid(), signal.SIGKILL)
            seen = pipe.with_name("seen")
            node = ray.get_runtime_context().get_node_id()
            if (source.name == held or node == held_node) and not seen.exists():
                seen.touch()
                with pipe.open("w") as file:
                    file.write(f"{os.getpid()} {node}")
                while not cancel.is_set:
                    threading.Event().wait(0.02)
            while held_node and not seen.exists():
                threading.Event().wait(0.02)
            cancel.raise_if_set()
            made.write_bytes(source.read_bytes())
            return Separated((made,), audio_s=1.0)

        return separate

    return load


def run(
    batch: Batch,
    address: str,
    load: Callable[[BatchRequest], Separate],
    meanwhile: Callable[[int, str], None] | None = None,
    seen: Seen | None = None,
    store: Store | None = None,
    **options: Any,
) -> tuple[Tally, Seen]:
    """Run the batch; `meanwhile` is called with process and node of the worker that is at the held file."""
    store, seen = store or LocalStore(batch.output), seen or Seen()
    items = find_items([str(batch.source)], store)

    def wait() -> None:
        process, _, node = (batch.source.parent / "pipe").read_text().partition(" ")
        assert meanwhile is not None
        meanwhile(int(process), node)

    thread = threading.Thread(target=wait, daemon=True)
    if meanwhile is not None:
        thread.start()
    where = ClusterOptions(address, **options)
    tally = run_on_cluster(items, BatchRequest(("a dog",)), store, where, seen, batch.stop, lease_s=60.0, load=load)
    if meanwhile is not None:
        thread.join()
    return tally, seen


def assert_all_once(batch: Batch, tally: Tally) -> None:
    assert (tally.over, tally.failed) == (12, 0)
    assert [record.source for record in batch.manifest()] == FILES
    assert {record.status for record in batch.manifest()} == {"done"}
    assert batch.results() == [name.replace(".wav", " (a dog).wav") for name in FILES]
    assert all((batch.output / name.replace(".wav", " (a dog).wav")).read_bytes() == name.encode() for name in FILES)
    assert batch.leftovers() == []


def test_a_worker_that_is_killed_in_mid_file_loses_nothing(nodes: Any, batch: Batch) -> None:
    killed: list[int] = []

    def kill(process: int, node: str) -> None:
        killed.append(process)
        os.kill(process, signal.SIGKILL)

    tally, seen = run(batch, nodes.address, loads(batch.source.parent / "pipe", held="05.wav"), kill)
    assert_all_once(batch, tally)
    assert set(seen.kinds.values()) == {"done"}
    workers = {record.who for record in batch.manifest()}
    assert len(workers) >= 2
    held = next(record for record in batch.manifest() if record.source == "05.wav")
    assert not held.who.endswith(f":{killed[0]}")
    # The same again is no work, and needs no cluster.
    again, _ = run(batch, "127.0.0.1:1", loads(batch.source.parent / "pipe"))
    assert (again.over, again.kinds["skipped"]) == (12, 12)


def test_a_node_that_is_lost_is_done_without(nodes: Any, batch: Batch) -> None:
    third = nodes.add_node(num_cpus=1, object_store_memory=MEMORY)
    nodes.wait_for_nodes()

    def lose(process: int, node: str) -> None:
        assert node == third.node_id
        nodes.remove_node(third, allow_graceful=False)

    # A processor a node, a worker a processor: the third node has one, and stays at the first file that it gets.
    load = loads(batch.source.parent / "pipe", held_node=third.node_id)
    tally, _ = run(batch, nodes.address, load, lose, workers=3)
    assert_all_once(batch, tally)
    assert len(nodes.list_all_nodes()) == 2


def test_a_file_that_kills_its_workers_is_given_up_alone(nodes: Any, batch: Batch) -> None:
    tally, seen = run(batch, nodes.address, loads(batch.source.parent / "pipe", poison="03.wav"))
    assert seen.kinds == {name: "failed" if name == "03.wav" else "done" for name in FILES}
    record = next(record for record in batch.manifest() if record.source == "03.wav")
    assert (record.status, record.code, record.attempts) == ("failed", "worker-died", 3)
    assert len(batch.manifest()) == 12
    assert tally.failed == 1
    assert "03 (a dog).wav" not in batch.results()


def test_no_more_than_two_files_wait_for_a_worker_and_a_stop_ends_what_runs(nodes: Any, batch: Batch) -> None:
    def stop(process: int, node: str) -> None:
        # The other worker has done what there is but what waits behind the held file.
        while len(seen.kinds) < 10:
            threading.Event().wait(0.02)
        batch.stop.now()

    seen = Seen()
    tally, _ = run(batch, nodes.address, loads(batch.source.parent / "pipe", held="00.wav"), stop, seen)
    assert tally.over == 10
    assert len(batch.manifest()) == len(batch.results()) == 10
    assert batch.leftovers() == []
    batch.stop = Stop()
    tally, _ = run(batch, nodes.address, loads(batch.source.parent / "pipe"))
    assert tally.kinds == {"done": 2, "skipped": 10, "failed": 0}
    assert_all_once(batch, tally)


def test_a_first_stop_finishes_the_running_files(nodes: Any, batch: Batch) -> None:
    class StopsAtFirst(Seen):
        def file(self, item: Item, outcome: Outcome, tally: Tally) -> None:
            super().file(item, outcome, tally)
            batch.stop.soon()

        def progress(self, item: Item, progress: Progress, tally: Tally) -> None: ...

    tally, _ = run(batch, nodes.address, loads(batch.source.parent / "pipe"), seen=StopsAtFirst())
    assert 1 <= tally.over <= 5
    assert len(batch.manifest()) == len(batch.results()) == tally.over
    assert batch.leftovers() == []


def test_what_a_worker_says_of_its_model_is_told(nodes: Any, batch: Batch) -> None:
    def load(request: BatchRequest) -> Separate:
        raise ModelError("model-differs", "Another model.", "Install the same.")

    with pytest.raises(AudioSepError) as caught:
        run(batch, nodes.address, load)
    assert (caught.value.code, caught.value.hint) == ("model-differs", "Install the same.")

    def broken(request: BatchRequest) -> Separate:
        os._exit(1)

    with pytest.raises(AudioSepError) as caught:
        run(batch, nodes.address, broken)
    assert caught.value.code == "cluster-failed"


def test_a_cluster_without_room_is_told(nodes: Any, batch: Batch) -> None:
    with pytest.raises(AudioSepError) as caught:
        run(batch, nodes.address, loads(batch.source.parent / "pipe"), gpus_per_worker=0.5)
    assert caught.value.code == "cluster-too-small"


def test_the_workers_share_a_bucket(nodes: Any, batch: Batch) -> None:
    pytest.importorskip("moto", reason="the extra 'dev' is not installed")
    with served() as endpoint:
        pipe = batch.source.parent / "pipe"
        # The nodes have an environment of their own: the bucket's place comes with the task.
        environment = {**CREDENTIALS, "AWS_ENDPOINT_URL": endpoint}
        os.environ.update(environment)

        def load(request: BatchRequest) -> Separate:
            os.environ.update(environment)
            return loads(pipe)(request)

        import fsspec

        files = fsspec.filesystem("s3", use_listings_cache=False, skip_instance_cache=True)
        files.mkdir("bucket")
        tally, _ = run(batch, nodes.address, load, store=open_store("s3://bucket/out"))
        assert (tally.over, tally.failed, tally.kinds["done"]) == (12, 0, 12)
        assert files.cat_file("bucket/out/03 (a dog).wav") == b"03.wav"
        assert files.cat_file("bucket/out/manifest.jsonl").count(b"\n") == 12
        for name in environment:
            del os.environ[name]
