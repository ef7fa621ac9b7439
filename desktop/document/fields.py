"""Frozen dataclasses from and to what JSON holds, by their annotations. What is of the wrong kind is refused.

Known are what a project is made of: text, numbers, truth values, paths, literals, tuples, unions and dataclasses.
"""

from __future__ import annotations

import functools
import math
import types
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

LONGEST_TEXT = 10_000
LONGEST_LIST = 10_000
LARGEST_NUMBER = 1 << 53  # beyond it JSON's numbers are not exact everywhere

_Record = TypeVar("_Record")


class FieldError(ValueError):
    """Something in a record is not what it must be; says where."""


def encode(value: Any) -> Any:
    """A dataclass, or a part of one, as JSON can hold it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def decode(kind: type[_Record], record: Any, where: str = "project") -> _Record:
    """A dataclass from what JSON held. What is missing has its default; what is not known is passed over.

    Raises:
        FieldError: Something is of the wrong kind, out of all bounds, or missing without a default.
    """
    if not isinstance(record, dict):
        raise FieldError(f"{where} is no object")
    hints = _hints(kind)  # type: ignore[arg-type]
    values = {name: _value(hints[name], record[name], f"{where}.{name}") for name in hints.keys() & record.keys()}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        raise FieldError(f"{where}: {error}") from error


@functools.cache  # a project has thousands of records of a few kinds
def _hints(kind: Any) -> dict[str, Any]:
    known = get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def _value(kind: Any, value: Any, where: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _one_of(arguments, value, where)
    if origin is Literal:
        if value in arguments and isinstance(value, str):
            return value
    elif origin is tuple:
        return _tuple(arguments, value, where)
    elif is_dataclass(kind) and isinstance(kind, type):
        return decode(kind, value, where)
    elif kind is type(None):
        if value is None:
            return None
    elif kind is bool:
        if isinstance(value, bool):
            return value
    elif kind is int:
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER:
            return value
    elif kind is float:
        if isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value):
            return float(value)
    elif kind in (str, Path) and isinstance(value, str) and len(value) <= LONGEST_TEXT and "\0" not in value:
        return kind(value)
    raise FieldError(f"{where} is not what it should be")


def _is_finite(value: float) -> bool:
    return abs(value) <= LARGEST_NUMBER and math.isfinite(value)


def _one_of(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    for kind in kinds:
        try:
            return _value(kind, value, where)
        except FieldError:
            continue
    raise FieldError(f"{where} is not what it should be")


def _tuple(kinds: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > LONGEST_LIST:
        raise FieldError(f"{where} is no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise FieldError(f"{where} has {len(value)} entries, not {len(kinds)}")
    return tuple(_value(kind, item, f"{where}[{i}]") for i, (kind, item) in enumerate(zip(kinds, value, strict=True)))
