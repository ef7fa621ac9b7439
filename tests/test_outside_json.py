"""JSON from elsewhere: what cannot be reckoned with is none."""

import pytest

from audiosep_core.outside_json import read_json


@pytest.mark.parametrize("text", ['{"a": [1, -2.5, null, "x"]}', b"[18446744073709551616]", "[]"])
def test_what_is_json_is_read(text: str | bytes) -> None:
    assert read_json(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        b"\xff",
        "[NaN]",
        "[-Infinity]",
        "[1e999]",
        "[" * 100_000,
        '{"a":' * 100_000,
        f"[{'9' * 5000}]",
        f"[{10**400}]",
    ],
    ids=lambda text: str(text[:10]),
)
def test_what_is_none_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json(text)
