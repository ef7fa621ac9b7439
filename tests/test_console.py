from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
import typer

from audiosep_core import console
from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.types import Progress

MARKUP = "live [take] [/b] [red]x :dog: \\"


def failing(error: BaseException, as_json: bool) -> int:
    with pytest.raises(typer.Exit) as caught, console.boundary(as_json):
        raise error
    return caught.value.exit_code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AudioSepError("own-code", "What happened.", "Next step."), "own-code"),
        (FileExistsError(17, "File exists", "/out"), "system"),
        (OSError("no errno"), "system"),
        (RuntimeError("size mismatch"), "internal"),
        (MemoryError(), "out-of-memory"),
    ],
)
def test_whatever_goes_wrong_is_one_event_and_exit_1(
    error: BaseException, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(error, as_json=True) == 1
    captured = capsys.readouterr()
    event = json.loads(captured.out)
    assert (event["event"], event["code"]) == ("error", code)
    assert event["message"].endswith(".")
    assert captured.err == ""
    assert failing(error, as_json=False) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("Error: ")
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_the_traceback_of_the_unexpected_is_in_the_log_that_the_hint_names(
    private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(RuntimeError("size mismatch"), as_json=True)
    log = private_home / "log" / "command-line.log"
    assert str(log) in json.loads(capsys.readouterr().out)["hint"]
    assert "RuntimeError: size mismatch" in log.read_text(encoding="utf-8")


def test_without_a_log_folder_the_sentence_still_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "file"))
    failing(RuntimeError("x"), as_json=True)
    assert json.loads(capsys.readouterr().out)["hint"] == ""


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_what_was_stopped_is_no_error(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(error, as_json=True) == 130
    assert capsys.readouterr() == ("", "")


def test_the_ends_that_typer_knows_pass() -> None:
    assert failing(typer.Exit(3), as_json=True) == 3
    with pytest.raises(BrokenPipeError), console.boundary(as_json=True):
        raise BrokenPipeError


def test_words_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    console.say(MARKUP, "Error:", "bold red")
    console.say(MARKUP)
    failing(AudioSepError("x", MARKUP, MARKUP), as_json=False)
    assert capsys.readouterr().err.splitlines() == [f"Error: {MARKUP}", MARKUP, f"Error: {MARKUP}", MARKUP]


def test_the_label_of_a_bar_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress("list [/b] [take].csv", as_json=False) as show:
        show(Progress(1, 1))
    assert "list [/b] [take].csv" in capsys.readouterr().err


def test_json_is_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    # A name that is not valid UTF-8, as Python holds it: no encoding can print it.
    message = {"path": "Käfer \udcff 🐕"}
    console.emit(message)
    line = capsys.readouterr().out
    assert line.isascii()
    assert json.loads(line) == message


def test_ctrl_c_asks_once_then_interrupts_and_then_lets_the_cleaning_up_finish() -> None:
    token, before = CancelToken(), signal.getsignal(signal.SIGINT)
    with console.stoppable(token):
        signal.raise_signal(signal.SIGINT)
        assert token.is_set
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
