"""The real model process against a hub on loopback: its messages, two of them at once, and its death."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.library.registry import list_models
from audiosep_core.library.store import verify
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub
from tests.library.own_registry import write_registry
from tests.library.stand_in import CONTENT, ONE_SOURCE, PLACE, installed, left_in_downloads, part

CHILD = Path(__file__).with_name("model_child.py")


class Child:
    """One process, spoken to line by line."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "HF_ENDPOINT": address},
        )
        assert self.read()["type"] == "hello"

    def send(self, kind: str, job: str = "1", **rest: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"type": kind, "job": job, **rest}) + "\n")
        self._process.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))

    def until(self, *kinds: str) -> list[dict[str, Any]]:
        """Messages up to one of these kinds."""
        messages = [self.read()]
        while messages[-1]["type"] not in kinds:
            messages.append(self.read())
        return messages

    def kill(self) -> None:
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(20)

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(20)


@pytest.fixture
def start(server: LoopbackHub) -> Iterator[Callable[[], Child]]:
    write_registry(ONE_SOURCE)
    children: list[Child] = []

    def make() -> Child:
        children.append(Child(server.address))
        return children[-1]

    yield make
    for file in server.files.values():
        file.released.set()
    for child in children:
        child.end()


def test_pulling_and_removing(start: Callable[[], Child]) -> None:
    child = start()
    child.send("pull", name="stand-in", accept=True)
    messages = child.until("done", "error")
    assert [m["phase"] for m in messages if m["type"] == "phase"] == ["downloading", "importing"]
    progress = [m for m in messages if m["type"] == "progress" and m["total"] == len(CONTENT)]
    assert progress[-1]["done"] == len(CONTENT)
    assert messages[-1]["name"] == "stand-in"
    assert Path(messages[-1]["path"]).is_file()
    assert installed() == CONTENT
    assert verify("stand-in").compared
    child.send("remove", "2", name="stand-in")
    assert child.until("done", "error")[-1]["type"] == "done"
    assert not any(info.name == "stand-in" and info.installed for info in list_models())


def test_without_consent_the_licence_is_the_answer(start: Callable[[], Child]) -> None:
    child = start()
    child.send("pull", name="stand-in", accept=False)
    error = child.until("done", "error")[-1]
    assert error["code"] == "licence-not-accepted"
    assert "Of no use." in error["message"]


def test_an_own_file_is_imported(start: Callable[[], Child], tmp_path: Path) -> None:
    path = tmp_path / "mine.ckpt"
    path.write_bytes(b"12345678")
    child = start()
    child.send("import", path=str(path), name="")
    assert child.until("done", "error")[-1]["name"] == "mine"
    child.send("import", "2", path=str(path), name="")
    assert child.until("done", "error")[-1]["code"] == "name-taken"


def test_what_nobody_knows_is_refused_and_the_process_stays(start: Callable[[], Child]) -> None:
    child = start()
    child.send("dance")
    assert child.until("error")[-1]["code"] == "request-unknown"
    child.send("import", "2")
    assert child.until("error")[-1]["code"] == "internal"
    child.send("remove", "3", name="nothing")
    assert child.until("error")[-1]["code"] == "model-missing"


def wait_for_part(size: int) -> None:
    """Until that much was written."""
    deadline = time.monotonic() + 20
    while not part().exists() or part().stat().st_size < size:
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


def test_killed_in_the_middle_the_next_one_goes_on(start: Callable[[], Child], served: Served) -> None:
    served.hold_at = 600_000
    child = start()
    child.send("pull", name="stand-in", accept=True)
    assert served.holding.wait(20)
    wait_for_part(600_000)
    child.kill()
    served.hold_at = None
    served.released.set()
    assert part().stat().st_size == 600_000
    follower = start()
    follower.send("pull", name="stand-in", accept=False)  # accepted before
    messages = follower.until("done", "error")
    assert messages[-1]["type"] == "done"
    assert [m["phase"] for m in messages if m["type"] == "phase"] == ["checking", "downloading", "importing"]
    assert served.asked == ["", "bytes=600000-"]
    assert installed() == CONTENT
    assert left_in_downloads() == []


def test_cancelled_in_the_middle_what_came_is_kept(start: Callable[[], Child], served: Served) -> None:
    served.hold_at, served.drips = 600_000, True
    child = start()
    child.send("pull", name="stand-in", accept=True)
    assert served.holding.wait(20)
    wait_for_part(600_000)
    child.send("cancel")
    served.released.set()
    assert child.until("cancelled", "done", "error")[-1]["type"] == "cancelled"
    assert part().stat().st_size >= 600_000


def test_two_processes_at_once_make_one_download(start: Callable[[], Child], served: Served) -> None:
    served.hold_at = 500_000
    first, second = start(), start()
    first.send("pull", name="stand-in", accept=True)
    assert served.holding.wait(20)
    second.send("pull", name="stand-in", accept=True)
    assert second.until("phase")[-1]["phase"] == "waiting"
    served.released.set()
    assert first.until("done", "error")[-1]["type"] == "done"
    assert second.until("done", "error")[-1]["type"] == "done"
    assert served.served == len(CONTENT)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch, server: LoopbackHub) -> None:
    """The hub answers for every other address too."""
    for name, value in (("HTTP_PROXY", server.address), ("NO_PROXY", "")):
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(name.lower(), value)


@pytest.mark.usefixtures("proxy")
def test_a_proxy_of_the_environment_is_asked(start: Callable[[], Child]) -> None:
    child = Child("http://localhost:9")
    child.send("pull", name="stand-in", accept=True)
    assert child.until("done", "error")[-1]["type"] == "done"
    child.end()
    assert installed() == CONTENT


@pytest.mark.usefixtures("proxy")
def test_a_hub_that_sends_us_to_an_insecure_place_is_not_followed(
    start: Callable[[], Child], server: LoopbackHub
) -> None:
    server.moved[PLACE] = f"http://elsewhere.invalid/cdn/{PLACE}"
    child = start()
    child.send("pull", name="stand-in", accept=True)
    assert child.until("done", "error")[-1]["code"] == "hub-insecure"
    assert left_in_downloads() == []


def test_a_hub_that_is_switched_off(monkeypatch: pytest.MonkeyPatch, start: Callable[[], Child]) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    child = start()
    child.send("pull", name="stand-in", accept=True)
    assert child.until("done", "error")[-1]["code"] == "network-off"
