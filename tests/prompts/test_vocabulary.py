from __future__ import annotations

import pytest

from audiosep_core.prompts import vocabulary
from audiosep_core.prompts.grammar import Grammar, plain
from audiosep_core.prompts.phrasings import phrasings
from audiosep_core.prompts.vocabulary import complete, foreign, knows, translate


def prompts(text: str, language: str = "en", top: int = 8) -> list[str]:
    return [completion.prompt for completion in complete(text, language, top)]


def test_what_begins_so_comes_before_what_holds_it() -> None:
    found = prompts("viol", top=20)
    assert {"viola", "violin"} <= set(found[:4])
    places = [not vocabulary._plain(prompt).startswith("viol") for prompt in found]
    assert places == sorted(places)


@pytest.mark.parametrize("typo", ["vilin", "voilin", "violen", "Violín", "a violin", "  VIOLIN "])
def test_small_mistakes_case_accents_and_articles_do_not_matter(typo: str) -> None:
    assert "violin" in prompts(typo)


def test_words_in_the_middle_and_in_another_order_are_found() -> None:
    assert "dog barking" in prompts("barking", top=30)
    assert "dog barking" in prompts("barkng dog", top=30)


def test_nothing_is_made_up() -> None:
    assert prompts("") == prompts("   ") == prompts("?!") == []
    assert prompts("qqxzw") == []
    assert prompts("xyz") == []


def test_each_prompt_is_offered_once_and_no_more_than_wanted() -> None:
    found = prompts("a", top=12)
    assert len(found) == len(set(found)) == 12


def test_every_label_is_found_by_its_own_name() -> None:
    assert all(label in prompts(label) for label in Grammar.load().labels)


def test_words_of_another_language_find_their_english_prompt() -> None:
    (first, *_) = complete("perro ladr", "es")
    assert (first.prompt, first.said) == ("dog barking", "perro ladrando")
    assert "rain" in prompts("lluv", "es")
    assert "fiddle" in prompts("fiddle", "es"), "English is understood everywhere"
    assert translate("Lluvia", "es") == "rain"
    assert translate("rain", "es") is None
    assert translate("Lluvia", "en") is None


@pytest.mark.parametrize(
    ("language", "word", "prompt"),
    [
        ("es", "perro", "dog barking"),
        ("es", "Un perro ladrando", "dog barking"),
        ("es", "la lluvia", "rain"),
        ("de", "Hund", "dog barking"),
        ("de", "die Geige", "violin"),
        ("ja", "犬", "dog barking"),
        ("ja", "ピアノ", "piano"),
    ],
)
def test_what_ships_knows_everyday_words(language: str, word: str, prompt: str) -> None:
    assert translate(word, language) == prompt
    assert prompt in prompts(word, language)


@pytest.mark.parametrize("language", ["de", "es", "ja"])
def test_every_label_has_words_in_every_language_that_ships(language: str) -> None:
    grammar = Grammar.load()
    reached = {plain(prompt) for prompt in vocabulary._shipped(language).values()}
    known = {name: {plain(said) for said in (name, *grammar.plain_phrases(name))} for name in grammar.labels}
    parents = {plain(said) for name in grammar.parent_names for said in (name, *grammar.parent_phrases(name))}
    assert [name for name, phrases in known.items() if reached.isdisjoint(phrases)] == []
    assert reached - parents.union(*known.values()) == set(), "a prompt that the models were never taught"


def test_phrasings_begin_with_the_own_words_and_differ() -> None:
    for prompt in ("dog barking", "violin", "flux capacitor", "Rain"):
        told = phrasings(prompt)
        assert told[0] == prompt
        assert len({plain(words) for words in told}) == len(told) == 3


def test_phrasings_of_a_known_sound_are_the_grammar_s() -> None:
    known = {plain(phrase) for phrase in Grammar.load().phrases("dog bark")}
    assert {plain(words) for words in phrasings("dog barking")} <= known


@pytest.mark.parametrize(
    ("text", "english"),
    [("Hundegebell", "dog barking"), ("der Regen", "rain"), ("犬", "dog barking"), ("lluvia", "rain")],
)
def test_words_of_any_table_find_their_english_prompt(text: str, english: str) -> None:
    assert foreign(text) == english
    assert not knows(text)


@pytest.mark.parametrize("text", ["rain", "Gong", "piano", "a dog", "banjo", "qqxzw", ""])
def test_what_english_says_too_is_not_foreign(text: str) -> None:
    assert foreign(text) is None
