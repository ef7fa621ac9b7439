"""Cleaning of a prompt before an encoder sees it."""

from __future__ import annotations

import re
import unicodedata

from audiosep_core.errors import PromptError

# "Please isolate the sound of", "can you extract", "I want to hear": said to a person, noise to an encoder.
_POLITE = re.compile(
    r"^(?:(?:please|kindly|can you|could you|would you|i want to|i would like to|i'd like to|let me|just)\s+)*"
    r"(?:(?:isolate|extract|separate|hear|get|give me|find|keep|take out|pull out)\s+(?:only\s+|just\s+)?)?",
    re.IGNORECASE,
)
_POLITE_END = re.compile(r"[\s,]*\b(?:please|thanks|thank you)\b[\s.!?]*$", re.IGNORECASE)


def collapse(prompt: str) -> str:
    """Trim, fold white space and compatibility forms.

    Raises:
        PromptError: nothing is left.
    """
    text = " ".join(unicodedata.normalize("NFKC", prompt).split())
    if not any(ch.isalnum() for ch in text):
        raise PromptError(
            "prompt-empty", "The prompt is empty.", "Say what you want to hear, for example: a dog barking."
        )
    return text


def strip_politeness(text: str) -> str:
    """ "Please isolate the dog barking, thanks" -> "the dog barking". Never strips everything."""
    bare = _POLITE_END.sub("", _POLITE.sub("", text)).strip(" .!?,;:")
    return bare or text
