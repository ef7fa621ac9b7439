from __future__ import annotations

import pytest

from audiosep_core.query.text import strip_politeness


@pytest.mark.parametrize(
    "sound",
    [
        "people saying thanks",
        "a crowd shouting thank you",
        "a girl saying please",
        "a girl saying, thank you",
        "a man shouting help please",
        "get rid of the noise",
        "keep away from me shouting",
        "thank you",
        "please",
        "just",
    ],
)
def test_words_that_are_the_sound_stay(sound: str) -> None:
    assert strip_politeness(sound) == sound


@pytest.mark.parametrize(
    ("prompt", "sound"),
    [
        ("i want rain", "rain"),
        ("I want to hear rain", "rain"),
        ("I’d like to hear the rain", "the rain"),
        ("please, isolate the dog", "the dog"),
        ("Could you please extract only the violin?", "the violin"),
        ("get the dog, thanks!", "the dog"),
        ("keep just the rain please", "the rain"),
        ("a dog barking, please", "a dog barking"),
        ("a dog barking, thank you very much.", "a dog barking"),
        ("a dog barking. Thank you.", "a dog barking"),
        ("the dog please, thanks", "the dog"),
        ("people shouting, thanks", "people shouting"),
        ("a girl saying please, thanks", "a girl saying please"),
    ],
)
def test_words_to_the_program_go(prompt: str, sound: str) -> None:
    assert strip_politeness(prompt) == sound
