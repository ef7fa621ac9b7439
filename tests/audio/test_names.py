"""File names that are safe everywhere."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.audio.names import numbered, safe_name, stem_name


@given(text=st.text(), longest=st.integers(1, 150))
def test_any_text_becomes_a_name(text: str, longest: int) -> None:
    name = safe_name(text, longest)
    assert 1 <= len(name) <= longest
    assert max(len(f"{name}{rest}".encode()) for rest in (" (123).flac", f".flac.{'0' * 16}.part")) <= 255
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


@given(name=st.text(min_size=1), prompt=st.text(min_size=1))
def test_stem_name_ends_with_the_prompt(name: str, prompt: str) -> None:
    whole = stem_name(Path("x") / (safe_name(name * 50, 200) + ".wav"), prompt * 50)
    assert whole.endswith(")")
    assert " (" in whole
    assert not whole.startswith(" (")
    assert len(whole) <= 120
    assert len(whole.encode()) <= 220


@pytest.mark.parametrize(("letter", "prompt"), [("録", "犬の鳴き声"), ("😀", "a dog")])
def test_a_long_name_in_letters_of_many_bytes_keeps_the_prompt(letter: str, prompt: str) -> None:
    name = stem_name(Path(letter * 80 + ".wav"), prompt)
    assert name.startswith(letter * 40)
    assert name.endswith(f" ({prompt})")


def test_numbers_count_from_two() -> None:
    names = [path.name for path in islice(numbered(Path("x.y.wav")), 3)]
    assert names == ["x.y.wav", "x.y (2).wav", "x.y (3).wav"]
