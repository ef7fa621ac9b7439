"""Whatever comes down the pipe, a child answers or passes it over, and serves the next request."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from audiosep_core.protocol import LONGEST_LINE
from desktop.inference.child import child_environment
from tests.security.real_child import ENGINE, MEDIA, MODELS, PATIENCE_S, RealChild

DEEP = b'{"type": "warm", "job": ' + b"[" * 200_000
NOISE = {
    "no JSON": b"GET / HTTP/1.1\r\n",
    "no UTF-8": b'{"type": "\xff\xfe"}\n',
    "nul bytes": b"\0" * 4096 + b"\n",
    "no object": b'["quit"]\n',
    "endless depth": DEEP + b"\n",
    "endless depth that ends": DEEP + b"]" * 200_000 + b"}\n",
    "a number of a million digits": b'{"type": "warm", "job": ' + b"9" * 1_000_000 + b"}\n",
    "half of a letter": b'{"type": "warm", "job": "\\ud800", "model": "\\udfff"}\n',
    "an empty line": b"\n",
}
WRONG = [
    {},
    {"type": None, "job": None},
    {"type": ["separate"], "job": {"a": 1}},
    {"type": "exec", "job": "x", "code": "import os"},
    {"type": "__class__", "job": "x"},
    {"type": "separate", "job": "x", "start": "0", "end": float("inf"), "prompts": 7, "stems": None},
    {"type": "separate", "job": "x", "source": "/dev/zero", "start": -1, "end": 1 << 80, "prompts": [], "stems": []},
    {"type": "open", "job": "x", "path": 5, "cache": []},
    {"type": "open", "job": "x", "path": "a\0b", "cache": "/nowhere/c.json"},
    {"type": "tiles", "job": "x", "sound": {"source": "s"}, "frames": 1 << 70, "step": -1, "indices": ["a"]},
    {"type": "export", "job": "x", "folder": "/nowhere", "items": [{"kind": "stem"}], "container": "../../x"},
    {"type": "pull", "job": "x", "name": "../../../etc/passwd", "accept": "yes"},
    {"type": "remove", "job": "x", "name": "../settings"},
    {"type": "import", "job": "x", "path": 7},
    {"type": "cancel", "job": ["x"]},
]


@pytest.fixture(scope="module", params=[ENGINE, MODELS, MEDIA])
def child(request: pytest.FixtureRequest) -> Iterator[RealChild]:
    with RealChild(request.param) as child:
        yield child
        assert child.end() == 0


def serves(child: RealChild, job: str) -> None:
    """It is there and hears: what it does not know is answered."""
    child.send(type="what nobody knows", job=job)
    assert child.until("error", job=job)["message"]


@pytest.mark.reliability
@pytest.mark.parametrize("noise", NOISE)
def test_what_is_no_message_is_passed_over(child: RealChild, noise: str) -> None:
    child.send_raw(NOISE[noise])
    serves(child, noise)


@pytest.mark.reliability
def test_a_line_without_an_end_fills_no_memory(child: RealChild) -> None:
    memory = psutil.Process(child.child.pid).memory_info
    before = memory().rss
    for _ in range(3):
        child.send_raw(b"x" * LONGEST_LINE)
    child.send_raw(b'{"type": "quit"}\n')  # the end of that line, and no message
    serves(child, "after it")
    assert memory().rss - before < 2 * LONGEST_LINE


@pytest.mark.reliability
def test_what_makes_no_sense_is_refused_in_words(child: RealChild) -> None:
    for number, message in enumerate(WRONG):
        job = message.get("job")
        child.send(**message)
        if job == "x":
            error = child.until("error", job="x")
            assert error["message"].endswith("."), message
            assert "Traceback" not in error["message"]
        serves(child, str(number))


@pytest.mark.reliability
def test_a_message_that_comes_twice_is_two_jobs_at_most(child: RealChild) -> None:
    for _ in range(2):
        child.send(type="what nobody knows", job="again")
    answers = [child.until("error", job="again")["code"] for _ in range(2)]
    assert len(answers) == 2
    serves(child, "afterwards")


DEAF = """
from audiosep_core.engine.process import EngineProcess
from audiosep_core.protocol import Channel
class Starved(Channel):
    def requests(self):
        raise MemoryError
EngineProcess(Starved.take_stdio()).serve()
"""


@pytest.mark.reliability
def test_a_child_that_cannot_hear_any_more_ends() -> None:
    with subprocess.Popen([sys.executable, "-c", DEAF], env=child_environment(), stdin=subprocess.PIPE) as child:
        child.wait(PATIENCE_S)  # its stdin is open
