"""A child process without a network: the real channel, and behaviour that the first prompt (or path) asks for."""

from __future__ import annotations

import os
import pathlib
import queue
import sys
import threading
from typing import Any

from audiosep_core.protocol import PROTOCOL_VERSION, Channel

FRAMES = 10**11  # more than 32 bits
PLACE = {"device": "CPU, 1 threads", "device_type": "cpu"}
LISTENING = ("presence", "suggest", "match", "familiarity")


def main() -> None:
    if alive := os.environ.get("FAKE_CHILD_ALIVE"):
        os.open(alive, os.O_WRONLY)  # a reader of this pipe sees the end when this process is gone
    channel = Channel.take_stdio()
    channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
    jobs: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    cancelled: dict[str, threading.Event] = {}

    def listen() -> None:
        for request in channel.requests():
            if request["type"] == "quit" and os.environ.get("FAKE_CHILD_STAYS"):
                threading.Event().wait()
            if request["type"] == "quit":
                break
            if request["type"] == "cancel":
                cancelled.setdefault(request["job"], threading.Event()).set()
            else:
                if request["type"] in LISTENING:  # the same job may come again
                    cancelled[request["job"]] = threading.Event()
                cancelled.setdefault(request["job"], threading.Event())
                jobs.put(request)
        if os.environ.get("FAKE_CHILD_STAYS"):
            threading.Event().wait()
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    while (request := jobs.get()) is not None:
        if request["type"] in ("separate", "warm", *LISTENING):
            serve(channel, request, cancelled[request["job"]])
        else:  # the media process works on several jobs at once
            threading.Thread(target=serve, args=(channel, request, cancelled[request["job"]]), daemon=True).start()


def serve(channel: Channel, request: dict[str, Any], cancelled: threading.Event) -> None:
    job = request["job"]

    def say(kind: str, **rest: Any) -> None:
        channel.send({"type": kind, "job": job, **rest})

    what = request["type"] if request["type"] != "separate" else request["prompts"][0]
    if what == "warm" and request["model"] == "broken":
        say("error", code="model-missing", message="The model is not there.", hint="Choose another.")
    elif what == "warm" and request["model"] == "fatal":
        os._exit(5)
    elif what == "warm" and "hangs" in request["model"] and not pathlib.Path(request["model"]).exists():
        pathlib.Path(request["model"]).touch()
        threading.Event().wait()
    elif what == "warm":
        say("done", model=request["model"], **PLACE)
    elif what == "work":
        say("phase", phase="loading")
        say("phase", phase="separating")
        for done in (1, 2):
            say("progress", done=done, total=2)
            say("final", start=(done - 1) * FRAMES, end=done * FRAMES)
        say(
            "done",
            model=request["model"],
            device="CPU, 1 threads",
            device_type="cpu",
            wall_s=0.5,
            stems=request["stems"],
        )
    elif what in LISTENING:
        if request["prompts"] == ["until stopped once"] and not pathlib.Path(request["source"]).exists():
            pathlib.Path(request["source"]).touch()
            cancelled.wait()
            say("cancelled")
            return
        say("done", request=request)
    elif what == "notice":
        say("notice", text="Memory ran out.")
        say(
            "done",
            model=request["model"],
            device="CPU, 1 threads",
            device_type="cpu",
            wall_s=0.5,
            stems=request["stems"],
        )
    elif what == "chatter":
        for done in range(2000):
            say("progress", done=done + 1, total=2000)
        say("done")
    elif what == "error":
        say("error", code="model-missing", message="The model is not there.", hint="Choose another.")
    elif what == "garbage":
        print("a library prints")
        outgoing = channel._outgoing
        outgoing.write("not JSON\n[1, 2]\n\n\x00\n")
        outgoing.flush()
        say("progress", done="many")
        say("final", start="x")
        channel.send({"type": "done", "job": "a job of long ago"})
        say("done", survived=True)
    elif what == "wait":  # until the person cancels
        say("phase", phase="separating")
        cancelled.wait()
        say("cancelled")
    elif what == "finish anyway":  # the answer and the cancel cross
        say("phase", phase="separating")
        cancelled.wait()
        say("progress", done=1, total=1)
        say("done")
    elif what == "deaf":
        say("phase", phase="separating")
        threading.Event().wait()
    elif what == "load":  # cannot be heard while a model loads
        say("phase", phase="loading")
        gate = pathlib.Path(request["model"])
        while not gate.exists():
            threading.Event().wait(0.01)
        say("cancelled" if cancelled.is_set() else "done")
    elif what == "die":
        for number in range(100):
            print(f"last words {number}", file=sys.stderr)
        sys.stderr.flush()
        os._exit(3)
    elif what == "open":
        say("opened", rate_hz=44_100, channels=2, frames=FRAMES, format="WAV")
        say("decoded", frames=FRAMES)
        say("done", frames=FRAMES, truncated=False)
    elif what == "analyse":
        if request["cache"] == "crash.json":
            os._exit(4)
        say("progress", done=0, total=1)
        if request["cache"] == "deaf.json":
            threading.Event().wait()
        cancelled.wait()
        say("cancelled")
    elif what in ("pull", "import", "remove"):
        if request["name"] == "unknown":
            say("error", code="model-unknown", message="There is no such model.", hint="Choose another.")
            return
        say("phase", phase="downloading")
        say("progress", done=FRAMES, total=FRAMES)
        if request["name"] == "endless":
            cancelled.wait()
            say("cancelled")
            return
        say("phase", phase="importing")
        say("done", request=request)
    elif what == "export":
        say("progress", done=1, total=1)
        say("done", paths=[item["cache"] for item in request["items"]], request=request)


if __name__ == "__main__":
    main()
