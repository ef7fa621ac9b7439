"""File names: safe on every system, readable, and numbered where one is already there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

# A name has at most 255 bytes on most file systems; " (123).flac" and ".flac.<16 characters>.part" still have to fit.
_LONGEST_BYTES = 220

# Of a prompt in a name; in scripts of three and four bytes a character, this leaves the input's name a third.
_LONGEST_PROMPT, _LONGEST_PROMPT_BYTES = 60, 140

# Joiners are invisible but part of words and emoji; other format characters can turn a name around on the screen.
_KEPT_FORMAT = "\u200c\u200d"


def safe_name(text: str, longest: int = 120, longest_bytes: int = _LONGEST_BYTES) -> str:
    """Make `text` usable as a file name on Linux, macOS and Windows; letters of every script stay.

    Args:
        text: Any words.
        longest: The most characters the name may have.
        longest_bytes: The most bytes in UTF-8, at least 9.

    Returns:
        A name without folder and suffix; never empty.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(_kept(character) for character in text)
    text = _SPACES.sub(" ", _FORBIDDEN.sub("_", text))
    text = _cut(text.strip(". "), longest, longest_bytes).rstrip(". ")
    if _RESERVED.fullmatch(text):
        text = _cut(f"_{text}", longest, longest_bytes)
    return text or "untitled"[:longest]


def stem_name(input_path: Path, prompt: str) -> str:
    """`<input name> (<prompt>)`, without suffix. Too long names are shortened, both parts stay."""
    prompt = f" ({safe_name(prompt, _LONGEST_PROMPT, _LONGEST_PROMPT_BYTES)})"
    name = safe_name(Path(input_path).stem, 120 - len(prompt), _LONGEST_BYTES - len(prompt.encode()))
    return safe_name(name + prompt)


def numbered(path: Path) -> Iterator[Path]:
    """`path`, then "name (2).wav", "name (3).wav" ... without end."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "_"
    if category == "Cc":
        return " "
    if category in ("Cf", "Cn", "Co") and character not in _KEPT_FORMAT:
        return ""
    return character


def _cut(text: str, longest: int, longest_bytes: int) -> str:
    # Bytes of a character that was cut through go with it.
    return text[:longest].encode()[:longest_bytes].decode(errors="ignore")
