"""Requests say what was asked for, and nothing that is the engine's default."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from audiosep_core.types import SeparationOptions
from desktop.inference.engine_requests import LISTENING, ListenRequest, SeparateRequest


def request(**more: Any) -> SeparateRequest:
    return SeparateRequest("a", Path("s.json"), 0, 10, 5, ("dog",), "starter", "auto", (Path("t.json"),), **more)


def test_what_is_left_at_its_default_is_not_said() -> None:
    # Else the same request of tomorrow would be another one, and what is there would be made anew.
    assert not {"like", "backend", "options"} & set(request().message())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"against": ("music",)}, {"options": {"against": ["music"]}}),
        ({"channels": "each"}, {"options": {"channels": "each"}}),
        ({"compete": False}, {"options": {"compete": False}}),
        ({"above_band": False}, {"options": {"above_band": False}}),
        ({"band_hz": (100.0, 400.0)}, {"options": {"band_hz": [100.0, 400.0]}}),
        ({"backend": "torch"}, {"backend": "torch"}),
        ({"like": (3, 4)}, {"like": [3, 4]}),
    ],
)
def test_what_is_asked_for_arrives(asked: dict[str, Any], said: dict[str, Any]) -> None:
    message = request(**asked).message()
    assert message == request().message() | said
    assert json.loads(json.dumps(message)) == message


def test_the_engine_knows_every_option_that_can_be_sent() -> None:
    message = request(against=("a",), channels="each", compete=True, above_band=False, band_hz=(1.0, 2.0)).message()
    assert set(message["options"]) <= {field.name for field in fields(SeparationOptions)}


def test_an_example_is_one_query() -> None:
    with pytest.raises(ValueError, match="one query"):
        SeparateRequest("a", Path("s"), 0, 1, 0, ("dog", "cat"), "m", "d", (Path("t"), Path("u")), like=(0, 1))


@pytest.mark.parametrize("kind", LISTENING)
def test_a_question_to_the_ears_is_plain_json(kind: Any) -> None:
    message = ListenRequest("a", kind, Path("s.json"), ("dog",), 1, 2, Path("t.json"), 3).message()
    assert message["type"] == kind
    assert (message["source"], message["stem"], message["prompts"]) == ("s.json", "t.json", ["dog"])
    assert json.loads(json.dumps(message)) == message


def test_a_question_without_a_recording_names_none() -> None:
    assert not {"source", "stem", "prompts"} & set(ListenRequest("a", "familiarity").message())
