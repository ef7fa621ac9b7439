"""Cleaning of a prompt before an encoder sees it."""

from __future__ import annotations

import re
import unicodedata

from audiosep_core.errors import PromptError

# "Please isolate the sound of", "can you extract", "I want to hear": said to a person, noise to an encoder.
# "Get rid of" and "keep away" are no requests for the sound that follows.
_POLITE = re.compile(
    r"^(?:(?:please|kindly|can you|could you|would you|i want(?: to)?|i(?: would|['’]d) like(?: to)?|let me|just)"
    r"[\s,]+)*"
    r"(?:(?:isolate|extract|separate|hear|get(?!\s+rid\b)|give me|find|keep(?!\s+away\b)|take out|pull out)\s+"
    r"(?:only\s+|just\s+)?)?",
    re.IGNORECASE,
)
# Thanks of their own, behind a comma or a full stop: in "a crowd shouting thank you" they are the sound.
_THANKS_END = re.compile(
    r"(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\bsaying)\s*[,;.!?–—]\s*"
    r"(?:please(?:,?\s+and)?[\s,]+)?(?:please|thanks|thank you)(?: very much| so much| a lot)?[\s.!?]*$",
    re.IGNORECASE,
)
_PLEASE_END = re.compile(r"[\s,]+please[\s.!?]*$", re.IGNORECASE)
# After these a final "please" may be what is said.
_SPEECH = re.compile(
    r"\b(?:say(?:s|ing)?|said|(?:shout|yell|scream|whisper|beg|ask|plead|repeat|cry|cri)(?:s|es|ed|ing)?|words?)\b",
    re.IGNORECASE,
)


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
    bare = _THANKS_END.sub("", _POLITE.sub("", text))
    if not _SPEECH.search(bare):
        bare = _PLEASE_END.sub("", bare)
    return bare.strip(" .!?,;:") or text
