from __future__ import annotations

import json
from pathlib import Path

import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.familiarity import judge_familiarity
from audiosep_core.query.familiarity import Familiarity, Known

pytest.importorskip("scipy")


class Lengths(Familiarity):
    """Knows short words better."""

    def __init__(self) -> None:
        pass

    def of(self, prompts: object) -> list[Known]:
        return [Known(prompt, 1 / len(prompt), ()) for prompt in prompts]  # type: ignore[attr-defined]


def answer(prompt: str, gain: float) -> dict[str, object]:
    return {"prompt": prompt, "sdri_db": gain, "by_prompt": []}


def test_words_are_judged_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    asked = [answer("a", 9.0), answer("abc", 1.0)]
    lists = [
        {"list": "benchmark.csv", "query": "label", "rows": [answer("a", 8.0), answer("abcd", 2.0)]},
        {"list": "benchmark.csv", "query": "paraphrase", "rows": [{**answer("a | abc", 5.0), "by_prompt": asked}]},
        {"list": "other.csv", "query": "label", "rows": [answer("a", -50.0)]},
    ]
    path.write_text(json.dumps({"lists": lists}))
    told = judge_familiarity(Lengths(), path)
    assert set(told) == {"label", "paraphrase", "all"}
    assert told["all"].queries == 4
    assert told["label"].correlation == pytest.approx(1.0)
    assert told["all"].area == 1.0
    assert (told["all"].warned_db, told["all"].others_db) == (1.5, 8.5)


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    for text in ("{}", "[", json.dumps({"lists": []})):
        path.write_text(text)
        with pytest.raises(AudioSepError):
            judge_familiarity(Lengths(), path)
