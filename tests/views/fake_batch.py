"""Stands in for `audiosep batch --json`: does every input, fails those whose name says so, waits at "slow"."""

import json
import sys
from pathlib import Path


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


def main() -> int:
    arguments = sys.argv[1:]
    inputs = arguments[arguments.index("--") + 1 :]
    if "nothing" in arguments:
        say("error", code="input-missing", message="There is no recording.", hint="Check the folder.")
        return 2
    failed = 0
    for place, name in enumerate(inputs):
        share = place / len(inputs)
        say("progress", source=name, done=1, total=2, files=place, of=len(inputs), share=share, left_s=3.0)
        if "slow" in name:
            sys.stdin.read()
            say("stopped", files=len(inputs), failed=failed)
            return 130
        bad = "bad" in Path(name).name
        failed += bad
        status, message = ("failed", "It is damaged.") if bad else ("done", "")
        say("file", outcome=status, status=status, source=Path(name).name, message=message)
    say("done", files=len(inputs), failed=failed)
    return 1 if failed else 0


sys.exit(main())
