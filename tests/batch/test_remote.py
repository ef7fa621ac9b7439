"""Buckets: inputs, outputs, claims and the manifest in S3 (on loopback), and what fsspec keeps in memory."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.batch.inputs import find_items
from audiosep_core.batch.remote import RemoteStore
from audiosep_core.batch.stores import mark, open_store

from .bucket import CREDENTIALS, run_over, served
from .conftest import Seen

pytest.importorskip("s3fs", reason="the extra 'cluster' is not installed")
pytest.importorskip("moto", reason="the extra 'dev' is not installed")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The bucket `bucket` of a test of its own, through fsspec."""
    import fsspec

    for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": endpoint}.items():
        monkeypatch.setenv(name, value)
    files = fsspec.filesystem("s3", use_listings_cache=False, skip_instance_cache=True)
    files.mkdir("bucket")
    yield files
    files.rm("bucket", recursive=True)


def put(files: Any, *names: str) -> None:
    for name in names:
        files.pipe_file(f"bucket/{name}", name.encode())


def test_a_bucket_is_mirrored_skipped_and_done_again(bucket: Any) -> None:
    put(bucket, "in/a.wav", "in/x/b.mp3", "in/notes.txt", "in/.c.wav")
    seen, separated = Seen(), []
    run_over("s3://bucket/in", "s3://bucket/in/out", seen, separated)
    assert seen.kinds == {"a.wav": "done", "x/b.mp3": "done"}
    assert bucket.cat_file("bucket/in/out/x/b (a dog).wav") == b"in/x/b.mp3a dog"
    lines = [json.loads(line) for line in bucket.cat_file("bucket/in/out/manifest.jsonl").splitlines()]
    assert [(line["status"], line["path"]) for line in lines] == [
        ("done", "s3://bucket/in/a.wav"),
        ("done", "s3://bucket/in/x/b.mp3"),
    ]
    assert b"2 of 2 files are done" in bucket.cat_file("bucket/in/out/summary.html")
    assert not bucket.find("bucket/in/out/.audiosep-batch/claims")
    again = Seen()
    run_over("s3://bucket/in", "s3://bucket/in/out", again, separated)
    assert set(again.kinds.values()) == {"skipped"}
    assert len(separated) == 2
    bucket.pipe_file("bucket/in/a.wav", b"other")
    third = Seen()
    run_over("s3://bucket/in", "s3://bucket/in/out", third, separated)
    assert third.kinds == {"a.wav": "done", "x/b.mp3": "skipped"}
    assert bucket.cat_file("bucket/in/out/a (a dog).wav") == b"othera dog"
    assert separated[2:] == ["other"]


def test_between_a_folder_and_a_bucket(bucket: Any, tmp_path: Path) -> None:
    put(bucket, "in/a.wav")
    bucket.pipe_file("bucket/in/list.csv", b"path\na.wav\ns3://bucket/in/none.wav\n")
    seen = Seen()
    run_over("s3://bucket/in/list.csv", str(tmp_path / "out"), seen, [])
    assert seen.kinds == {"a.wav": "done", "none.wav": "failed"}
    assert (tmp_path / "out" / "a (a dog).wav").read_bytes() == b"in/a.wava dog"
    (tmp_path / "c.wav").write_bytes(b"c")
    seen = Seen()
    run_over(str(tmp_path / "c.wav"), "s3://bucket/out", seen, [])
    assert bucket.cat_file("bucket/out/c (a dog).wav") == b"ca dog"


def test_two_processes_share_a_bucket(bucket: Any) -> None:
    put(bucket, *(f"in/{number:02}.wav" for number in range(12)))
    command = [sys.executable, str(Path(__file__).with_name("bucket.py")), "s3://bucket/in", "s3://bucket/out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    children = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    done: list[str] = []
    threads = [
        threading.Thread(target=lambda one=child: done.extend(one.communicate("\n", timeout=120)[0].split()))
        for child in children
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [f"in/{number:02}.wav" for number in range(12)]
    lines = [json.loads(line) for line in bucket.cat_file("bucket/out/manifest.jsonl").splitlines()]
    assert [line["source"] for line in lines] == [f"{number:02}.wav" for number in range(12)]


def test_of_many_that_create_an_object_one_does(bucket: Any) -> None:
    store = open_store("s3://bucket/x")
    won: list[bool] = []
    barrier = threading.Barrier(6)

    def create() -> None:
        mine = open_store("s3://bucket/x")
        barrier.wait()
        won.append(mine.create("claim", b"1"))

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 5 + [True]
    assert store.read("claim") == b"1"


def test_the_operations_of_a_store(bucket: Any, tmp_path: Path) -> None:
    store = open_store("s3://bucket/root/")
    assert isinstance(store, RemoteStore)
    assert store.locate("x/y") == "s3://bucket/root/x/y"
    assert (store.entry("x/y"), store.read("x/y"), store.entries("x")) == (None, None, {})
    store.write("x/y", b"1")
    first = store.entry("x/y")
    assert store.renew("x/y", b"2")
    second = store.entry("x/y")
    assert first is not None
    assert second is not None
    assert first.stamp != second.stamp
    assert not store.renew("x/z", b"2")
    assert store.entry("x/z") is None
    assert {name: entry.stamp for name, entry in store.entries("x").items()} == {"y": second.stamp}
    assert store.read_many(["x/y", "x/z"]) == {"x/y": b"2"}
    path = tmp_path / "made"
    path.write_bytes(b"3")
    assert not store.arrive(path, "x/y", replace=False)
    assert store.arrive(path, "x/y", replace=True)
    assert store.arrive(path, "x/z", replace=False)
    with store.fetched("x/z") as local:
        assert local.read_bytes() == b"3"
    assert not local.exists()
    with store.scratch("t.1") as folder:
        (folder / "half").write_bytes(b"")
    assert not folder.exists()
    store.remove("x/z")
    store.remove("x/z")
    assert [entry.name for entry in store.walk()] == ["x/y"]
    travelled = pickle.loads(pickle.dumps(store))
    assert travelled.read("x/y") == b"3"


def test_outputs_of_batches_in_a_bucket_are_no_inputs(bucket: Any) -> None:
    put(bucket, "a.wav", "one/b.wav", "two/c.wav")
    mark(open_store("s3://bucket/one"))
    items = find_items(["s3://bucket"], open_store("s3://bucket/two"))
    assert [item.place for item in items] == ["a.wav"]
    assert [item.place for item in find_items(["s3://bucket/*/*.wav"], open_store("s3://bucket/out"))] == ["two/c.wav"]
