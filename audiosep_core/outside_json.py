"""JSON from files that anybody may have written: every number in it can be reckoned with, or it is none."""

from __future__ import annotations

import json
import math
from typing import Any

# Beyond it, to make a float of a whole number may fail, and no counter of ours goes so far.
_LARGEST = 1 << 64


def read_json(text: str | bytes) -> Any:
    """What a JSON text says.

    Raises:
        ValueError: It is no JSON, no UTF-8, nested too deeply, or holds a number that is none, infinite or enormous.
    """
    try:
        return json.loads(text, parse_constant=_refuse, parse_int=_whole, parse_float=_finite)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) > _LARGEST:
        raise ValueError("a number is too large")
    return number


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number
