"""How many cases a test of reliability runs: a few in the ordinary suite, all by command (docs/reliability.md)."""

import os


def trials(few: int, full: int) -> int:
    """`few`, or `full` where `AUDIOSEP_TRIALS=full` asks for all of them."""
    return full if os.environ.get("AUDIOSEP_TRIALS") == "full" else few
