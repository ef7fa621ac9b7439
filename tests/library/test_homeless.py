from __future__ import annotations

import logging
from pathlib import Path

import pytest

from audiosep_core.library.homeless import HomelessFormatter


def entry(message: str, home: Path, user: str = "") -> str:
    return HomelessFormatter("%(message)s", home, user).format(
        logging.LogRecord("n", logging.INFO, "f", 1, message, None, None)
    )


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("open /home/ada/music/a.wav", "open ~/music/a.wav"),
        ("file:///home/ada/a.wav", "~/a.wav"),
        ("[PosixPath('/home/ada')]", "[PosixPath('~')]"),
        ("/home/adam/a.wav", "/home/adam/a.wav"),
        ("/home/ada/a /home/ada/b", "~/a ~/b"),
    ],
)
def test_the_home_folder_is_not_named(message: str, written: str) -> None:
    assert entry(message, Path("/home/ada")) == written


def test_a_home_at_the_root_is_nobodys_name() -> None:
    assert entry("/usr/lib", Path("/")) == "/usr/lib"


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("open /media/ada/stick/a.wav", "open /media/~/stick/a.wav"),
        ("C:\\Users\\ada\\a.wav", "C:\\Users\\~\\a.wav"),
        ("ada sings in /srv/adagio/ada.wav", "ada sings in /srv/adagio/ada.wav"),
    ],
)
def test_a_folder_of_the_persons_name_is_not_named_elsewhere_either(message: str, written: str) -> None:
    assert entry(message, Path("/home/lovelace"), "ada") == written


def test_tracebacks_are_written_without_the_person() -> None:
    try:
        raise FileNotFoundError("/home/ada/a.wav")
    except FileNotFoundError as error:
        facts = (type(error), error, error.__traceback__)
    record = logging.LogRecord("n", logging.ERROR, "f", 1, "failed", None, facts)
    written = HomelessFormatter("%(message)s", Path("/home/ada"), "ada").format(record)
    assert "FileNotFoundError: ~/a.wav" in written
    assert "ada" not in written
