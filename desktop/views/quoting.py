"""Commas part the sounds that are typed; inside of quotation marks they do not."""

from __future__ import annotations

SEPARATOR = ","
_OPENING = {'"': '"', "“": "”", "„": "“”"}


def split(text: str) -> list[str]:
    """The parts of a line between commas, quotation marks kept; the last one is what is still being typed."""
    parts, closing = [""], ""
    for letter in text:
        if closing:
            closing = "" if letter in closing else closing
        elif letter in _OPENING:
            closing = _OPENING[letter]
        elif letter == SEPARATOR:
            parts.append("")
            continue
        parts[-1] += letter
    return parts


def unquoted(text: str) -> str:
    """What a typed part says: without blanks and the quotation marks around it."""
    text = text.strip()
    if text[:1] in _OPENING and text:
        closing = _OPENING[text[0]]
        text = text[1:-1] if len(text) > 1 and text[-1] in closing else text[1:]
    return text.strip()


def quoted(sound: str) -> str:
    """How a sound is written into the line: in quotation marks where it holds a comma."""
    return f'"{sound}"' if SEPARATOR in sound else sound
