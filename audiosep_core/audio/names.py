"""File names: safe on every system, readable, and never that of something which is already there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Container
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

# A name has at most 255 bytes on most file systems; " (123).flac.part" still has to fit.
_LONGEST_BYTES = 220

# Joiners are invisible but part of words and emoji; other format characters can turn a name around on the screen.
_KEPT_FORMAT = "\u200c\u200d"


def safe_name(text: str, longest: int = 120) -> str:
    """Make `text` usable as a file name on Linux, macOS and Windows; letters of every script stay.

    Args:
        text: Any words.
        longest: The most characters the name may have (fewer where they take many bytes).

    Returns:
        A name without folder and suffix; never empty.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(_kept(character) for character in text)
    text = _SPACES.sub(" ", _FORBIDDEN.sub("_", text))
    text = _cut(text.strip(". "), longest).rstrip(". ")
    if _RESERVED.fullmatch(text):
        text = _cut(f"_{text}", longest)
    return text or "untitled"[:longest]


def stem_name(input_path: Path, prompt: str) -> str:
    """`<input name> (<prompt>)`, without suffix."""
    prompt = safe_name(prompt, 60)
    return safe_name(f"{safe_name(Path(input_path).stem, 120 - len(prompt) - 3)} ({prompt})")


def unique_path(path: Path, taken: Container[Path] = ()) -> Path:
    """`path`, or the first of "name (2).wav", "name (3).wav" ... that neither exists nor is among `taken`."""
    candidate, number = path, 1
    while candidate in taken or os.path.lexists(candidate):
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "_"
    if category == "Cc":
        return " "
    if category in ("Cf", "Cn", "Co") and character not in _KEPT_FORMAT:
        return ""
    return character


def _cut(text: str, longest: int) -> str:
    text = text[:longest]
    while len(text.encode()) > _LONGEST_BYTES:
        text = text[:-1]
    return text
