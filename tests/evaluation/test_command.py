"""Every protocol through `audiosep evaluate`, with a real (tiny) network."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audiosep_core.cli import app
from audiosep_core.engine.separator import Separator
from tests.evaluation import made_sets

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True, scope="module")
def loaded_once() -> object:
    """The sentence encoder takes a second to load: once is enough for all of these tests."""
    patch = pytest.MonkeyPatch()
    load = cache(Separator.load)
    patch.setattr(Separator, "load", staticmethod(lambda model, device="cpu": load(model, "cpu")))
    yield None
    patch.undo()


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *(str(a) for a in arguments)])


@pytest.mark.parametrize("name", made_sets.SETS)
def test_every_published_protocol_runs(name: str, tmp_path: Path, tiny_model: Path) -> None:
    made_sets.SETS[name](tmp_path)
    out, table = tmp_path / "out.json", tmp_path / "out.csv"
    result = evaluate("--protocol", name, "--root", tmp_path, "--model", tiny_model, "--json", out, "--csv", table)
    assert result.exit_code == 0, result.output
    (entry,) = json.loads(out.read_text())["lists"]
    assert entry["protocol"] == name
    headline = {"voicebank": "ssnr_db_mean", "dcase2024": "sdr_db_mean", "music": "sdri_db_mean_of_class_means",
                "audioset": "sdri_db_mean_of_class_medians"}.get(name, "sdri_db_mean")  # fmt: skip
    assert list(entry["summary"]["all"])[1 if "classes" not in entry["summary"]["all"] else 2] == headline
    assert f", all: rows {len(entry['rows'])}" in result.stdout
    assert headline in result.stdout
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(entry["rows"])
    assert {row["model_sha256"] for row in rows} == {entry["model_sha256"]}
    if name != "voicebank":
        assert "Warning:" in result.stderr  # not the published list


def test_the_look_at_queries_is_one_command(sines: Path, tiny_model: Path) -> None:
    out = sines / "out.json"
    result = evaluate(
        "--root", sines, "--model", tiny_model, "--look", "queries", "--paraphrases", sines / "words.csv",
        "--json", out, "--report", sines / "report", "--pictures", 1,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    content = json.loads(out.read_text())
    assert [entry["query"] for entry in content["lists"]] == ["label", "caption", "paraphrase"]
    pairs = {(one["one"], one["other"]) for one in content["differences"]}
    assert pairs == {("caption", "label"), ("paraphrase", "label"), ("paraphrase", "caption")}
    assert "paraphrase - label: sdri_db" in result.stdout
    assert len(content["paraphrases_sha256"]) == 64
    assert (sines / "report/report.html").is_file()


def test_the_look_at_spectrograms_is_one_command(sines: Path, tiny_model: Path) -> None:
    arguments = ("--root", sines, "--model", tiny_model, "--look", "spectrograms")
    assert evaluate(*arguments).exit_code == 2
    result = evaluate(*arguments, "--report", sines / "report", "--pictures", 1)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (sines / "report").rglob("*.*")) == [
        "1-best.png", "1-median.png", "1-worst.png", "report.html", "report.md",
    ]  # fmt: skip
    assert "absent.csv" not in result.stdout


def test_one_kind_of_words_cannot_be_looked_at(tmp_path: Path, tiny_model: Path) -> None:
    made_sets.esc50(tmp_path)
    result = evaluate("--protocol", "esc50", "--root", tmp_path, "--model", tiny_model, "--look", "queries")
    assert result.exit_code == 1
    assert "one kind of words" in result.stderr
    result = evaluate("--protocol", "esc50", "--root", tmp_path, "--model", tiny_model, "--query", "caption")
    assert "asked by its labels only" in result.stderr
    result = evaluate("--protocol", "voicebank", "--root", tmp_path, "--model", tiny_model, "--query", "caption")
    assert "one query: 'Speech'" in result.stderr


def test_against_a_model_and_against_a_file_are_the_same_comparison(sines: Path, tiny_model: Path) -> None:
    first, second, third = (sines / f"{name}.json" for name in ("first", "second", "third"))
    arguments = ("--root", sines, "--pairs", sines / "benchmark.csv", "--model", tiny_model)
    assert evaluate(*arguments, "--json", first).exit_code == 0
    assert evaluate(*arguments, "--against", first, "--json", second).exit_code == 0
    result = evaluate(*arguments, "--against", tiny_model, "--json", third)
    assert result.exit_code == 0, result.output
    by_file, by_model = (json.loads(path.read_text())["differences"] for path in (second, third))
    assert by_file == by_model
    assert {one["mean"] for one in by_file} == {0.0}
    wrong = evaluate("--root", sines, "--pairs", sines / "absent.csv", "--model", tiny_model, "--against", first)
    assert wrong.exit_code == 1
    assert "does not hold 'absent.csv'" in wrong.stderr


def test_a_missing_package_is_named_before_the_work(
    sines: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audiosep_core.cli import evaluate as command

    monkeypatch.setattr(command, "find_spec", lambda name: None)
    for flags, extra in ((("--report", sines / "report"), "[report]"), (("--pesq",), "[pesq]")):
        result = evaluate("--root", sines, "--model", tiny_model, *flags)
        assert result.exit_code == 1
        assert extra in result.stderr


def test_a_missing_folder_is_a_sentence(tmp_path: Path, tiny_model: Path) -> None:
    for name in ("mini", *made_sets.SETS):
        result = evaluate("--protocol", name, "--root", tmp_path / "gone", "--model", tiny_model)
        assert result.exit_code == 1
        assert "Traceback" not in result.output
        assert "Error:" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no Ctrl+C to send to another process")
def test_ctrl_c_stops_cleanly_and_writes_nothing(sines: Path, tiny_model: Path) -> None:
    rows = (sines / "benchmark.csv").read_text().splitlines()
    many = [f"{number},{rows[1].partition(',')[2]}" for number in range(5000)]
    (sines / "benchmark.csv").write_text("\n".join([rows[0], *many]) + "\n")
    before = sorted(sines.iterdir())
    command = [sys.executable, "-m", "audiosep_core", "evaluate", "--root", sines, "--pairs", sines / "benchmark.csv",
               "--model", tiny_model, "--device", "cpu", "--json", sines / "out.json"]  # fmt: skip
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1", "TTY_COMPATIBLE": "1"},
    )  # fmt: skip
    assert process.stderr is not None
    seen = b""
    deadline = time.monotonic() + 120
    while b"/5000" not in seen and time.monotonic() < deadline:
        seen += os.read(process.stderr.fileno(), 4096)
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=60)
    assert process.returncode == 130, (seen + rest).decode()
    assert b"Traceback" not in seen + rest
    assert sorted(sines.iterdir()) == before
