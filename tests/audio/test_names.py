"""File names that are safe everywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.audio.names import safe_name, stem_name, unique_path


@given(text=st.text(), longest=st.integers(1, 150))
def test_any_text_becomes_a_name(text: str, longest: int) -> None:
    name = safe_name(text, longest)
    assert 1 <= len(name) <= longest
    assert len(f"{name} (123).flac.part".encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name == name.strip(" .")
    assert safe_name(name, longest) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a dog barking", "a dog barking"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("dog/cat", "dog_cat"),
        ("犬の鳴き声", "犬の鳴き声"),
        ("O\u0308l", "Öl"),
        ("  two \n lines  ", "two lines"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("console", "console"),
        ("...", "untitled"),
        ("", "untitled"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("bad \udcff", "bad _"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_stem_name_keeps_both_parts() -> None:
    assert stem_name(Path("/x/My song.v2.wav"), "a dog") == "My song.v2 (a dog)"
    name = stem_name(Path("x" * 200 + ".wav"), "y" * 200)
    assert len(name) <= 120
    assert name.endswith("y)")
    assert name.startswith("xxx")


def test_unique_path_never_exists(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    assert unique_path(path) == path
    path.touch()
    (tmp_path / "x (2).wav").mkdir()
    os.symlink("nowhere", tmp_path / "x (3).wav")
    assert unique_path(path) == tmp_path / "x (4).wav"
    assert unique_path(path, {tmp_path / "x (4).wav"}) == tmp_path / "x (5).wav"
