from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.services.prompt_store import FAVOURITES, PromptStore


@pytest.fixture
def path(tmp_path: Path, qapp: Any) -> Path:
    return tmp_path / "config" / "prompts.json"


def test_favourites_sets_and_speeds_are_there_the_next_time(path: Path) -> None:
    store = PromptStore(path)
    store.set_favourite("dog  barking", True)
    store.set_favourite("rain, 雨", True)
    store.save_preset("yard", ("dog", "rain"), ("wind",))
    store.learn_speed("starter auto auto", 10.0, 5.0)
    again = PromptStore(path)
    assert again.favourites == ("rain, 雨", "dog barking")
    assert again.is_favourite("DOG barking")
    (kept,) = again.presets
    assert (kept.name, kept.prompts, kept.against) == ("yard", ("dog", "rain"), ("wind",))
    assert again.expected_s("starter auto auto", 20.0) == pytest.approx(10.0)


def test_a_star_can_be_taken_and_a_set_replaced_and_forgotten(path: Path) -> None:
    store = PromptStore(path)
    changes: list[None] = []
    store.changed.connect(lambda: changes.append(None))
    store.set_favourite("dog", True)
    store.set_favourite("Dog", False)
    store.set_favourite("Dog", False)
    assert store.favourites == ()
    store.save_preset("Yard", ("dog",))
    store.save_preset("yard", ("rain",))
    assert [one.prompts for one in store.presets] == [("rain",)]
    store.save_preset(" ", ("rain",))
    store.save_preset("empty", ())
    store.remove_preset("yard")
    assert PromptStore(path).presets == ()
    assert len(changes) == 5


def test_the_newest_favourites_are_kept(path: Path) -> None:
    store = PromptStore(path)
    for number in range(FAVOURITES + 5):
        store.set_favourite(f"sound {number}", True)
    assert len(store.favourites) == FAVOURITES
    assert store.favourites[0] == f"sound {FAVOURITES + 4}"


def test_a_speed_is_learnt_from_what_it_was_and_unknown_before(path: Path) -> None:
    store = PromptStore(path)
    assert store.expected_s("model", 10.0) is None
    store.learn_speed("model", 10.0, 10.0)
    store.learn_speed("model", 10.0, 20.0)
    assert 10.0 < (store.expected_s("model", 10.0) or 0) < 20.0
    store.learn_speed("model", 0.0, 20.0)
    assert store.expected_s("other", 10.0) is None


@pytest.mark.parametrize(
    "text",
    ["", "[1]", "{", '{"favourites": 3, "presets": [1, {"name": 2}, {"name": "a"}], "speeds": {"a": "b", "c": -1}}'],
)
def test_a_damaged_file_is_as_good_as_none(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text)
    store = PromptStore(path)
    assert (store.favourites, store.presets) == ((), ())
    store.set_favourite("dog", True)
    assert json.loads(path.read_text(encoding="utf-8"))["favourites"] == ["dog"]


def test_two_windows_keep_what_each_of_them_was_told(path: Path) -> None:
    one, two = PromptStore(path), PromptStore(path)
    one.set_favourite("dog", True)
    two.set_favourite("rain", True)
    one.save_preset("yard", ("dog",))
    two.set_favourite("dog", False)
    one.learn_speed("starter", 10.0, 5.0)
    again = PromptStore(path)
    assert again.favourites == ("rain",)
    assert [one.name for one in again.presets] == ["yard"]
    assert again.expected_s("starter", 10.0) == pytest.approx(5.0)


def test_what_could_not_be_written_stays_for_this_window(path: Path) -> None:
    store = PromptStore(path)
    store.set_favourite("dog", True)
    path.unlink()
    path.mkdir()
    store.set_favourite("rain", True)
    store.set_favourite("wind", True)
    assert store.favourites == ("wind", "rain", "dog")
