"""An engine child for tests: speaks the protocol, hands half the source out chunk by chunk, or misbehaves as its first
prompt says. Several prompts share that half, the first gets most. What is there of an equal request is not done again.

"slow": stays in its second chunk, unless it is the last, until it is cancelled. "deaf": stays there whatever it hears.
"crash": dies there. "refuse": answers with an error.

Its ears are deaf unless FAKE_ENGINE_HEARS says what is heard, words parted by commas: each from second 1 to 2.
"""

import os
import sys
import threading
from pathlib import Path

from audiosep_core.audio.cache import SoundCache
from audiosep_core.protocol import PROTOCOL_VERSION, Channel

CHUNK = 22050
PLACE = {"device": "CPU, 1 threads", "device_type": "cpu"}


def separate(channel: Channel, request: dict, stop: threading.Event) -> None:
    job, prompts = request["job"], request["prompts"]
    prompt = prompts[0]
    if "refuse" in prompt:
        channel.send({"type": "error", "job": job, "code": "model-missing", "message": "No model.", "hint": "Get one."})
        return
    channel.send({"type": "phase", "job": job, "phase": "loading"})
    start, end = request["start"], request["end"]
    channel.send({"type": "phase", "job": job, "phase": "separating"})
    with SoundCache.open(Path(request["source"])) as source:
        facts = {key: request.get(key) for key in ("prompts", "start", "end", "model", "options", "like")}
        stems = [
            SoundCache.reopen(Path(path), source.rate_hz, source.channels, end - start, facts)
            for path in request["stems"]
        ]
        there = stems[0].final[0][1] if stems[0].final else 0  # begins at 0: this engine does one chunk after the other
        if there:
            channel.send({"type": "final", "job": job, "start": 0, "end": there})
        starts = range(start + there, end, CHUNK)
        total = len(starts)
        for done, at in enumerate(starts, start=1):
            until = min(at + CHUNK, end)
            for place, stem in enumerate(stems):
                share = 0.5 * 2 * (len(stems) - place) / (len(stems) * (len(stems) + 1))
                stem.write(at - start, share * source.read(at, until))
                stem.mark_final(at - start, until - start)
            channel.send({"type": "final", "job": job, "start": at - start, "end": until - start})
            channel.send({"type": "progress", "job": job, "done": done, "total": total})
            if done == 2 and "crash" in prompt:
                os._exit(1)
            if done == 2 and "deaf" in prompt:
                threading.Event().wait()
            if done == 2 < total and "slow" in prompt:
                stop.wait()
            if stop.is_set():
                for stem in stems:
                    stem.close()
                channel.send({"type": "cancelled", "job": job})
                return
        for stem in stems:
            stem.close()
    channel.send(
        {
            "type": "done",
            "job": job,
            "model": request["model"],
            "device": "CPU, 1 threads",
            "device_type": "cpu",
            "wall_s": 0.1,
        }
    )


def listen(channel: Channel, request: dict) -> None:
    job, heard = request["job"], os.environ.get("FAKE_ENGINE_HEARS")
    if heard is None:
        channel.send({"type": "error", "job": job, "code": "deaf", "message": "Deaf.", "hint": ""})
        return
    words = heard.split(",")
    answers = {
        "suggest": {"suggestions": [{"prompt": word, "score": 0.9, "time_s": 1.0} for word in words]},
        "match": {"match": 0.8, "leak": 0.1},
        "familiarity": {
            "known": [
                {"prompt": p, "score": 0.5, "unheard": "flux" in p, "nearest": words}
                for p in request.get("prompts", ())
            ]
        },
    }
    answer = answers.get(request["type"]) or presence(request, words)
    channel.send({"type": "done", "job": job, "calibrated": True, **answer})


def presence(request: dict, words: list[str]) -> dict:
    with SoundCache.open(Path(request["source"])) as source:
        start, end = request["start"] / source.rate_hz, (request["end"] or source.frames) / source.rate_hz
    found = []
    for prompt in request["prompts"]:
        there = any(word in prompt for word in words)
        here = there and start < 2.0 and end > 1.0
        found.append(
            {
                "prompt": prompt, "score": 0.9 if here else 0.1, "verdict": "present" if here else "not found",
                "whole_score": 0.9, "whole_verdict": "present" if there else "not found", "sure": "flux" not in prompt,
                "track": [0, 0, 90, 90, 0, 0] if there else [0] * 6, "hits": [[1.0, 2.0, 0.9]] if there else [],
                "similar": [] if here else words,
            }
        )  # fmt: skip
    return {"step_s": 0.5, "prompts": found}


def main() -> None:
    channel = Channel.take_stdio()
    channel.send({"type": "hello", "protocol": PROTOCOL_VERSION, "pid": os.getpid()})
    stops: dict[str, threading.Event] = {}
    for request in channel.requests():
        kind, job = request["type"], request.get("job", "")
        if kind == "quit":
            return
        if kind == "warm" and request["model"] == "broken":
            channel.send({"type": "error", "job": job, "code": "model-missing", "message": "No model.", "hint": ""})
        elif kind == "warm":
            channel.send(
                {
                    "type": "done",
                    "job": job,
                    "model": request["model"],
                    "device": "CPU, 1 threads",
                    "device_type": "cpu",
                }
            )
        elif kind in ("presence", "suggest", "match", "familiarity"):
            listen(channel, request)
        elif kind == "cancel" and job in stops:
            stops[job].set()
        elif kind == "separate":
            stops[job] = threading.Event()
            threading.Thread(target=separate, args=(channel, request, stops[job]), daemon=True).start()


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)
