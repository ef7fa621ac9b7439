"""Words of the person's language as the English prompts that the models understand."""

from __future__ import annotations

from collections.abc import Iterable

from audiosep_core.prompts.vocabulary import translate
from desktop.services.language import SOURCE_LANGUAGE, spoken


def in_english(words: Iterable[str]) -> tuple[str, ...]:
    """The prompts that these words stand for, each once; what the vocabulary does not know stays as it is."""
    language = spoken()
    if language == SOURCE_LANGUAGE:
        return tuple(words)
    return tuple(dict.fromkeys(translate(word, language) or word for word in words))
