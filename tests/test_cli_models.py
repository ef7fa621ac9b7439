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
from typer.testing import CliRunner, Result

from audiosep_core.cli import app
from audiosep_core.library.catalogue import Source
from audiosep_core.library.paths import downloads_folder, models_folder
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
