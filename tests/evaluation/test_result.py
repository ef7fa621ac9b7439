from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from audiosep_core.errors import AudioSepError, AudioWriteError
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.paraphrases import read_paraphrases
from audiosep_core.evaluation.place import check_writable, whole_folder, write_text
from audiosep_core.evaluation.protocols import mini
from audiosep_core.evaluation.result import Facts, Result, as_csv, as_json, read_json, versions
from tests.evaluation.made_sets import Share

FACTS = Facts("made", "0" * 64, "cpu", 7, versions())


def results(folder: Path) -> list[Result]:
    label = mini.load(folder / "benchmark.csv", folder)
    words = mini.load(folder / "benchmark.csv", folder, "paraphrase", read_paraphrases(folder / "words.csv"))
    return [Result(protocol, tuple(run(Share(0.5), protocol))) for protocol in (label, words)]


def test_a_csv_row_holds_all_that_it_takes_to_know_what_it_is_a_figure_of(sines: Path) -> None:
    found = results(sines)
    rows = list(csv.DictReader(as_csv(FACTS, found).splitlines()))
    # A row an item, and one each paraphrase of an item.
    assert [row["query"] for row in rows] == ["label"] * 3 + ["paraphrase"] * 6
    assert [row["prompt"] for row in rows[3:5]] == ["a low tone", "something deep"]
    for row in rows:
        assert row["seed"] == "7"
        assert len(row["model_sha256"]) == len(row["list_sha256"]) == 64
        assert "numpy=" in row["versions"]
    first = found[0].rows[0]
    assert float(rows[0]["sdri_db"]) == first.sdri_db
    assert rows[0]["pesq"] == ""


def test_json_is_read_back_for_a_comparison(sines: Path) -> None:
    found = results(sines)
    path = sines / "earlier.json"
    write_text(path, as_json(FACTS, found))
    content = json.loads(path.read_text())
    assert content["seed"] == 7
    assert [entry["query"] for entry in content["lists"]] == ["label", "paraphrase"]
    assert len(content["lists"][1]["rows"][0]["by_prompt"]) == 2
    recorded = read_json(path)
    assert recorded.model == "made"
    for result in found:
        rows = recorded.of(result.protocol)
        assert [row.sdri_db for row in rows] == [row.sdri_db for row in result.rows]


def test_an_evaluation_of_another_list_is_not_compared(sines: Path) -> None:
    found = results(sines)
    write_text(sines / "earlier.json", as_json(FACTS, found[:1]))
    recorded = read_json(sines / "earlier.json")
    for other in (
        found[1].protocol,
        replace(found[0].protocol, list_sha256="1" * 64),
        replace(found[0].protocol, items=found[0].protocol.items[:1]),
    ):
        with pytest.raises(AudioSepError, match="does not hold") as caught:
            recorded.of(other)
        assert caught.value.code == "not-comparable"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"lists": [{"list": "a"}]}', '{"lists": [{"rows": [{}]}]}'])
def test_another_json_is_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(AudioSepError, match="not an evaluation"):
        read_json(tmp_path / "other.json")


def test_what_is_no_number_is_null(sines: Path) -> None:
    (found, _) = results(sines)
    odd = replace(found, rows=(replace(found.rows[0], sdri_db=float("nan")), *found.rows[1:]))
    content = json.loads(as_json(FACTS, [odd]))
    assert content["lists"][0]["rows"][0]["sdri_db"] is None


def test_a_file_and_a_folder_appear_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report"

    def fail() -> None:
        with whole_folder(target) as part:
            (part / "half.md").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []
    with whole_folder(target) as part:
        (part / "deep").mkdir()
        (part / "deep/picture.png").write_text("one")
    (target / "notes.txt").write_text("a person's own")
    with whole_folder(target) as part:
        (part / "deep").mkdir()
        (part / "deep/picture.png").write_text("two")
    assert (target / "deep/picture.png").read_text() == "two"
    assert (target / "notes.txt").is_file()
    write_text(tmp_path / "a.csv", "ü\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "report"]


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AudioWriteError, match="not there"):
        check_writable(tmp_path / "none/a.csv")
    with pytest.raises(AudioWriteError, match="may not be written"):
        check_writable(tmp_path / "file", folder=True)
    with pytest.raises(AudioWriteError, match="may not be written"):
        check_writable(tmp_path)
