"""`audiosep models …` against a hub on loopback, with the real import of one of this program's own files."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from typer.testing import CliRunner, Result

from audiosep_core.cli import app
from audiosep_core.engine.separator import Separator
from audiosep_core.library.catalogue import Source, find_entry
from audiosep_core.library.paths import downloads_folder, models_folder
from audiosep_core.library.registry import list_models
from audiosep_core.query.words import KnownWords, TowardKnownWords
from audiosep_core.training.words import save_words
from tests.library.loopback_hub import HubFile as Served
from tests.library.loopback_hub import LoopbackHub, loopback_hub
from tests.library.own_registry import write_registry
from tests.library.stand_in import ENTRY, described

PLACE = "lab/small/resolve/main/small.safetensors"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["models", *(str(a) for a in arguments)])


def events(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def server(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackHub]:
    """Serves a small real model as "small"; the registry of the home knows it."""
    content = tiny_model.read_bytes()
    checkpoint = described(content, "small.safetensors", Source("lab/small", "model", "small.safetensors", "main"))
    write_registry(replace(ENTRY, name="small", title="Small", checkpoint=checkpoint, tokenizer=()))
    with loopback_hub() as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        hub.add(PLACE, Served(content))
        yield hub


def test_pull_list_verify_remove(server: LoopbackHub, tiny_model: Path) -> None:
    pulled = run("pull", "small", "--accept-licence", "--json")
    assert pulled.exit_code == 0, pulled.output
    *steps, done = events(pulled)
    assert {step["phase"] for step in steps} == {"downloading", "importing"}
    path = models_folder() / "small.safetensors"
    assert done == {"event": "done", "name": "small", "path": str(path)}
    assert path.read_bytes() == tiny_model.read_bytes()

    listed = {entry["name"]: entry for entry in events(run("list", "--json"))}
    assert list(listed) == ["starter", "audiosep-base", "audiosep-hive", "small"]
    assert listed["small"]["installed"]
    assert listed["small"]["path"] == str(path)
    assert listed["audiosep-base"]["path"] is None
    text = run("list").stdout
    assert "Of no use." in text  # the caveat
    assert "audiosep models pull audiosep-hive" in text

    assert events(run("verify", "small", "--json"))[-1]["compared"] is True
    assert "is what was installed" in run("verify", "small").output
    assert run("remove", "small").exit_code == 0
    assert not path.exists()
    again = run("remove", "small", "--json")
    assert again.exit_code == 1
    assert events(again)[0]["code"] == "model-missing"


def test_the_licence_is_asked_for_once(server: LoopbackHub) -> None:
    refused = run("pull", "small")
    assert refused.exit_code == 1
    assert "Of no use." in refused.output
    assert "--accept-licence" in refused.output
    assert server.requests == []
    assert run("pull", "small", "--accept-licence").exit_code == 0
    run("remove", "small")
    assert run("pull", "small").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_a_person_is_shown_the_licence_and_answers(server: LoopbackHub, answer: str, code: int) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "audiosep_core", "models", "pull", "small"]
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    while b"[y/N]" not in seen:
        seen += os.read(ours, 4096)
    assert b"Of no use." in seen
    os.write(ours, answer.encode() + b"\n")
    with contextlib.suppress(OSError):  # how Linux says that the other side is gone
        while more := os.read(ours, 4096):
            seen += more
    os.close(ours)
    assert process.wait(60) == code
    assert (b"Installed." in seen) == (code == 0)


def test_a_cut_download_is_gone_on_from(server: LoopbackHub) -> None:
    served = server.files[PLACE]
    served.cuts = [served.size // 2]
    result = run("pull", "small", "--accept-licence")
    assert result.exit_code == 0, result.output
    assert served.asked == ["", f"bytes={served.size // 2}-"]
    assert served.served == served.size


def test_every_refusal_shows_the_way_out(server: LoopbackHub) -> None:
    server.files[PLACE].status = 404
    result = run("pull", "small", "--accept-licence")
    assert result.exit_code == 1
    assert "not in its place" in result.output
    assert "audiosep models import FILE --name small" in result.output


def test_a_damaged_model_is_told(server: LoopbackHub) -> None:
    run("pull", "small", "--accept-licence")
    path = models_folder() / "small.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    result = run("verify", "small", "--json")
    assert result.exit_code == 1
    assert events(result)[-1]["code"] == "model-damaged"


def test_importing_a_file_keeps_or_removes_it(tiny_model: Path, tmp_path: Path) -> None:
    own = tmp_path / "my model.safetensors"
    own.write_bytes(tiny_model.read_bytes())
    kept = run("import", own)
    assert kept.exit_code == 0, kept.output
    assert own.exists()
    assert (models_folder() / "my-model.safetensors").read_bytes() == tiny_model.read_bytes()
    gone = run("import", own, "--name", "second", "--delete-source", "--json")
    assert gone.exit_code == 0, gone.output
    assert not own.exists()
    assert (models_folder() / "second.safetensors").is_file()


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """What a training of the small model would leave beside it."""
    path, vectors = tmp_path / "model.words.safetensors", torch.eye(3, 384)
    save_words(path, KnownWords(["dog", "rain"], vectors[:2], vectors, torch.tensor([0, 0, 1])))
    return path


def test_a_trained_model_comes_and_goes_with_its_words(words: Path, tiny_model: Path) -> None:
    own = words.with_name("model.safetensors")
    own.write_bytes(tiny_model.read_bytes())
    imported = run("import", own, "--name", "mine")
    assert imported.exit_code == 0, imported.output
    encoder = Separator.load("mine", "cpu").encoder
    assert isinstance(encoder, TowardKnownWords)
    assert encoder.words.labels == ("dog", "rain")
    assert {info.name for info in list_models() if info.installed} == {"starter", "mine"}
    assert "mine.words.safetensors" in run("verify", "mine").stdout
    assert run("remove", "mine").exit_code == 0
    assert list(models_folder().glob("mine*")) == []


def test_a_registry_brings_the_words_of_a_model(server: LoopbackHub, words: Path) -> None:
    content = words.read_bytes()
    place = Source("lab/small", "model", "small.words.safetensors", "main")
    write_registry(replace(find_entry("small"), words=described(content, words.name, place)))
    served = server.add("lab/small/resolve/main/small.words.safetensors", Served(content))
    pulled = run("pull", "small", "--accept-licence")
    assert pulled.exit_code == 0, pulled.output
    assert served.served == len(content)
    assert (models_folder() / "small.words.safetensors").read_bytes() == content
    assert [one.name for one in downloads_folder().iterdir() if one.suffix != ".lock"] == []


def test_words_that_are_damaged_are_told_before_anything_is_installed(tiny_model: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.safetensors"
    own.write_bytes(tiny_model.read_bytes())
    own.with_name("mine.words.safetensors").write_bytes(b"nothing")
    result = run("import", own)
    assert result.exit_code == 1
    assert "mine.words.safetensors" in result.output
    assert list(models_folder().glob("mine*")) == []


def test_a_file_that_is_no_model_is_named_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "holiday.ckpt"
    path.write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    result = run("import", path)
    assert result.exit_code == 1
    assert "holiday.ckpt" in result.output
    assert path.exists()
    assert [one.name for one in models_folder().glob("*.safetensors")] == []
    assert [one.name for one in downloads_folder().iterdir() if one.suffix != ".lock"] == []


def test_names_that_nobody_knows(server: LoopbackHub) -> None:
    assert "audiosep-base, audiosep-hive, small" in run("pull", "nothing").output
    assert "comes with the program" in run("pull", "starter").output
