from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiosep_core.prompts.hints import ENGLISH, LONG, LONGEST_WORDS, NO_WORDS, QUESTION, Exclusion, exclusion, hint


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "   ",
        "a dog barking",
        "Rain",
        "TR-808 kick drum",
        "808",
        "the sound of a man speaking while birds sing",
        "someone knocking on a door",
        "acoustic guitar",
        "a woman saying yes and nodding",
        "notes of a piano",
        "people singing la la la",
        "café chatter",
        "Mötley band playing",
        "a smoke alarm, beeping",
        "a man's voice",
        "o'clock chimes",
        "a saw cutting out of a window",
        "a mute trumpet",
        "a son and his mother talking",
        "nobody talks, a clock ticks",
        "silent film piano",
        "a bird on the roof",
        "drop of water",
        "silence",
        "the streets of Los Angeles",
        "drum'n'bass",
        "drum’n’bass",
        "Rock ’n’ roll guitar",
        "rock'n'roll",
        "drum ‘n’bass",
    ],
)
def test_plain_prompts_get_no_advice(prompt: str) -> None:
    assert hint(prompt) is None


@pytest.mark.parametrize(
    ("prompt", "unwanted"),
    [
        ("no music", "music"),
        ("No Music!", "music"),
        ("without the rain", "rain"),
        ("remove the wind noise", "wind noise"),
        ("please remove all the traffic", "traffic"),
        ("mute the voices", "voices"),
        ("get rid of the hum", "hum"),
        ("everything except the drums", "drums"),
        ("everything but vocals", "vocals"),
        ("all sounds other than speech", "speech"),
        ("a dog barking without any music", "music"),
        ("speech but no music", "music"),
        ("speech with no music, please", "music"),
        ("a man speaking, I don't want rain or wind", "rain"),
        ("a man speaking, I don’t want rain", "rain"),
    ],
)
def test_what_is_unwanted_is_to_be_asked_for(prompt: str, unwanted: str) -> None:
    advice = hint(prompt)
    assert advice is not None
    assert f"“{unwanted}”" in advice
    assert "Everything else" in advice
    assert "“But not”" in advice
    assert "--not" in (hint(prompt, "--not") or "")


@pytest.mark.parametrize(
    ("prompt", "wanted", "unwanted"),
    [
        ("no music", "", ("music",)),
        ("without the singer", "", ("singer",)),
        ("everything except the drums", "", ("drums",)),
        ("A dog barking, without any music!", "a dog barking", ("music",)),
        ("speech but no music, please", "speech", ("music",)),
        ("speech and no music", "speech", ("music",)),
        ("a man speaking, I don’t want rain or wind", "a man speaking", ("rain", "wind")),
        ("piano minus the drums, the bass", "piano", ("drums", "bass")),
    ],
)
def test_an_exclusion_is_taken_apart(prompt: str, wanted: str, unwanted: tuple[str, ...]) -> None:
    assert exclusion(prompt) == Exclusion(wanted, unwanted)
    assert hint(wanted) is None, "what is left needs no further advice"


@pytest.mark.parametrize("prompt", ["", "a dog barking", "notes of a piano", "no"])
def test_what_excludes_nothing_is_left_whole(prompt: str) -> None:
    assert exclusion(prompt) is None


@pytest.mark.parametrize(
    "prompt",
    [
        "un perro ladrando",
        "la voz de la mujer",
        "lluvia",
        "sin música",
        "¿dónde está el gato?",
        "ein Hund bellt",
        "Regen",
        "ohne Musik",
        "die Stimme",
        "un chien qui aboie",
        "l'oiseau",
        "l’oiseau chante",
        "«l'oiseau»",
        "cri d'oiseau",
        "le son de la mer",
        "sans musique",
        "собака лает",
        "犬の鳴き声",
        "כלב נובח",
        "كلب ينبح",
        "한국어",
        "dog 犬",
    ],
)
def test_other_languages_are_told_that_it_is_english_only(prompt: str) -> None:
    assert hint(prompt) == ENGLISH


def test_a_picture_is_no_word() -> None:
    assert hint("🐶") == NO_WORDS


def test_long_texts_are_told_to_be_short() -> None:
    assert hint(" ".join(["dog"] * LONGEST_WORDS)) is None
    assert hint(" ".join(["dog"] * (LONGEST_WORDS + 1))) == LONG


@given(st.text(max_size=500))
def test_any_text_gets_one_sentence_or_none(prompt: str) -> None:
    advice = hint(prompt)
    assert advice is None or (advice.strip() == advice and advice.endswith(".") and "\n" not in advice)


@pytest.mark.parametrize(
    "prompt", ["What is this sound?", "is there a dog", "Which bird is singing?", "where's the bell"]
)
def test_questions_are_not_answered_and_that_is_said(prompt: str) -> None:
    assert hint(prompt) == QUESTION


@pytest.mark.parametrize("prompt", ["can you isolate the dog?", "a man asking what is this", "whatever barks", "dog?"])
def test_what_is_no_question_is_not_called_one(prompt: str) -> None:
    assert hint(prompt) != QUESTION
