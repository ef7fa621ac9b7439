"""LICENCES.txt: nothing inside is passed over, each text is given once."""

from __future__ import annotations

import importlib.metadata
import re

import pytest

from installer.packages import notices
from installer.packages.notices import Notice


def test_every_native_library_has_its_texts():
    table = notices.native_table()
    texts = {path.stem for path in (notices.TEXTS).iterdir()}
    assert {name for entry in table for name in entry.texts} == texts
    for entry in table:
        notice = entry.notice()
        assert entry.copyright in notice.text
        assert f"Source: {entry.source}" in notice.text
        assert len(notice.text) > 900


def test_nothing_under_the_gpl_alone_is_in_the_table():
    assert not [entry.name for entry in notices.native_table() if re.match(r"A?GPL", entry.licence)]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("libavcodec-5e6b81c2.so.62.28.102", "FFmpeg"),
        ("avcodec-62-0a1b.dll", "FFmpeg"),
        ("libswresample.6.dylib", "FFmpeg"),
        ("libQt6Core.so.6", "Qt"),
        ("Qt6Widgets.dll", "Qt"),
        ("libsndfile_x86_64.so", "libsndfile"),
        ("libopus-114e2b1a.so.0.11.1", "Opus"),
    ],
)
def test_libraries_are_known_on_every_system(file, name):
    assert name in {notice.title for notice in notices.of_native([file])}


def test_pyavs_wheel_holds_nothing_unknown():
    av = importlib.metadata.distribution("av")
    libraries = [file.name for file in av.files or () if file.parts[0].startswith("av.")]
    known = [entry.matches for entry in notices.native_table()]
    assert [name for name in libraries if not any(matches(name) for matches in known)] == [
        name for name in libraries if name.startswith(("libx264", "libx265"))
    ]


def test_a_distributions_texts_are_found_wherever_they_lie():
    assert (
        "GNU LESSER GENERAL PUBLIC LICENSE"
        in notices.of_distribution(importlib.metadata.distribution("soundfile")).text
    )
    numpy = notices.of_distribution(importlib.metadata.distribution("numpy"))
    assert "BSD-3-Clause" in numpy.licence
    assert "NumPy Developers" in numpy.text


def test_a_library_of_which_nothing_is_known_stops_the_package(program):
    (program / "_internal" / "libnobody.so.1").touch()
    with pytest.raises(RuntimeError, match=r"libnobody\.so\.1"):
        notices.of_libraries(program, [])


def test_a_text_is_given_once_and_everything_is_listed():
    text = notices.render([Notice("a", "MIT", "words of\nit"), Notice("b", "", "words of it"), Notice("c", "BSD", "")])
    assert text.count("words of") == 1
    assert "The same text as that of a." in text
    assert "Its package carries no text" in text
    assert [line for line in text.splitlines() if line.startswith("  ")] == ["  a: MIT", "  b", "  c: BSD"]
