"""The grammar of prompts: every class has words, and no word belongs to two things that are not each other."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path

import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.library.resources import resource
from audiosep_core.prompts.grammar import Grammar, plain, with_article
from audiosep_core.training.made.catalogue import all_recipes

# Sketches of a recipe for made sounds that are looked at.
SKETCHES = 3


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load()


def write(folder: Path, entries: str, parents: str = "", withheld: str = "") -> Path:
    (folder / "templates.toml").write_text(
        '[templates]\ncount = ["{a}", "the sound of {a}"]\nmass = ["sounds of {}"]\ndoing = ["a recording of {}"]\n'
        'sentence = ["{} in the background"]\nunknown = ["the sound of {}"]\n'
        f"[withheld]\nphrases = [{withheld}]\n"
    )
    (folder / "entries.toml").write_text(entries)
    (folder / "parents.toml").write_text(parents)
    return folder


@pytest.mark.recordings
def test_every_label_of_the_training_rows_has_an_entry(grammar: Grammar, recordings: Path) -> None:
    with (recordings / "manifest.csv").open(newline="", encoding="utf-8") as file:
        labels = {row["label"] for row in csv.DictReader(file) if row["split"] == "train"}
    assert labels
    assert labels <= set(grammar.labels)


def test_every_made_sound_has_an_entry(grammar: Grammar) -> None:
    # What clips are called is decided when they are sketched, some of it not in the tables; nothing is rendered.
    made = {recipe.clip(0, index).label for recipe in all_recipes() for index in range(min(recipe.clips, SKETCHES))}
    assert len(made) > 150
    assert sorted(made - set(grammar.labels)) == []


def test_every_label_has_several_ways_to_be_said_and_the_label_is_the_first(grammar: Grammar) -> None:
    for label in grammar.labels:
        phrases = grammar.phrases(label)
        assert phrases[0] == label
        assert len(grammar.plain_phrases(label)) >= 6, label
        assert len(set(phrases)) == len(phrases), label
        assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases), label
        assert set(grammar.plain_phrases(label)) <= set(phrases)


def test_every_parent_has_four_to_ten_prompts_and_children(grammar: Grammar) -> None:
    for parent in grammar.parent_names:
        assert 4 <= len(grammar.parent_phrases(parent)) <= 10, parent
        assert all(phrase == phrase.lower() for phrase in grammar.parent_phrases(parent)), parent
        assert grammar.children(parent), parent


def test_relations_are_symmetric_and_exclude_each_other(grammar: Grammar) -> None:
    for label in grammar.labels:
        assert label in grammar.overlapping(label)
        assert not set(grammar.confusable(label)) & grammar.overlapping(label)
        assert all(label in grammar.overlapping(other) for other in grammar.overlapping(label))
        assert all(label in grammar.confusable(other) for other in grammar.confusable(label))


def test_no_phrase_belongs_to_two_labels_that_do_not_overlap(grammar: Grammar) -> None:
    owners: dict[str, list[str]] = {}
    for label in grammar.labels:
        for phrase in grammar.phrases(label):
            owners.setdefault(plain(phrase), []).append(label)
    clashes = [
        (phrase, one, other)
        for phrase, labels in owners.items()
        for one, other in itertools.combinations(labels, 2)
        if other not in grammar.overlapping(one)
    ]
    assert clashes == []


def test_no_phrase_of_a_parent_says_a_label_that_is_not_below_it(grammar: Grammar) -> None:
    owners: dict[str, set[str]] = {}
    for label in grammar.labels:
        for phrase in grammar.phrases(label):
            owners.setdefault(plain(phrase), set()).add(label)
    clashes = [
        (parent, phrase, label)
        for parent in grammar.parent_names
        for phrase in grammar.parent_phrases(parent)
        for label in owners.get(plain(phrase), set()) - grammar.children(parent)
    ]
    assert clashes == []


def test_no_phrase_belongs_to_two_parents_unless_one_is_below_the_other(grammar: Grammar) -> None:
    for one, other in itertools.combinations(grammar.parent_names, 2):
        shared = set(map(plain, grammar.parent_phrases(one))) & set(map(plain, grammar.parent_phrases(other)))
        assert not shared, (one, other, shared)


def test_parents_are_nearest_first_and_know_their_children(grammar: Grammar) -> None:
    assert grammar.parents("dog bark")[:2] == ("dog", "animal")
    kick = grammar.parents("kick drum")
    assert kick == ("drum kit", "drum", "percussion instrument", "musical instrument", "music")
    for label in grammar.labels:
        assert all(label in grammar.children(parent) for parent in grammar.parents(label))
    assert grammar.children("dog") < grammar.children("animal")
    assert "nature ambience" in grammar.parent_overlapping("bird") - grammar.children("bird")


def test_an_umbrella_overlaps_what_is_below_it_and_siblings_do_not_overlap(grammar: Grammar) -> None:
    assert {"car engine", "motorcycle", "boat engine"} <= grammar.overlapping("engine")
    assert {"violin", "kick drum", "harp"} <= grammar.overlapping("music")
    assert "cello" in grammar.confusable("violin")
    assert {"applause", "sizzling"} <= set(grammar.confusable("rain"))
    assert "cat meow" not in grammar.overlapping("dog bark")


def test_articles_follow_the_first_sound(grammar: Grammar) -> None:
    assert "an owl" in grammar.phrases("owl hoot")
    assert "the sound of a barking dog" in grammar.phrases("dog bark")
    for noun, said in {
        "hour": "an hour", "ukulele": "a ukulele", "umbrella": "an umbrella", "unicycle": "a unicycle",
        "untuned radio": "an untuned radio", "808 kick": "an 808 kick", "european siren": "a european siren",
        "one-note tune": "a one-note tune", "egg": "an egg",
    }.items():  # fmt: skip
        assert with_article(noun) == said
    for phrase in grammar.all_phrases(grammar.labels):
        assert not re.search(r"\b(?:a|an|the|some) (?:a|an|the|some)\b", phrase), phrase
        assert not re.search(r"\ba (?=[aeio])(?!eu|one\b)", phrase.replace("says a", "")), phrase
        assert not re.search(r"\ban (?![aeiou8]|11|18|hour|honest)", phrase), phrase


def test_a_label_of_a_person_s_own_has_generic_prompts(grammar: Grammar) -> None:
    assert grammar.phrases("My_boat")[:2] == ("my boat", "the sound of my boat")
    assert grammar.plain_phrases("My_boat") == ("my boat",)
    assert grammar.parents("my_boat") == grammar.confusable("my_boat") == ()
    assert grammar.overlapping("my_boat") == {"my_boat"}


def test_all_phrases_holds_everything_a_run_can_draw_once(grammar: Grammar) -> None:
    labels = ["dog bark", "rain", "my_boat"]
    every = grammar.all_phrases(labels)
    assert len(set(every)) == len(every)
    for label in labels:
        assert set(grammar.phrases(label)) <= set(every)
        for parent in grammar.parents(label):
            assert set(grammar.parent_phrases(parent)) <= set(every)
    assert every == Grammar.load().all_phrases(labels)


def test_no_phrase_is_one_of_the_evaluations_paraphrases(grammar: Grammar) -> None:
    path = resource("evaluation", "paraphrases.csv")
    if not path.is_file():
        pytest.skip("the paraphrases are not in this checkout")
    with path.open(newline="", encoding="utf-8") as file:
        paraphrases = {plain(row["paraphrase"]) for row in csv.DictReader(file)}
    said = grammar.all_phrases(grammar.labels)
    # What clashes goes into `withheld` of resources/prompts/templates.toml.
    assert sorted({phrase for phrase in said if plain(phrase) in paraphrases}) == []


def test_a_withheld_phrase_is_gone_and_so_is_what_templates_made_of_it(tmp_path: Path) -> None:
    entries = '["owl hoot"]\ncount = ["owl", "hoot"]\nparents = ["bird"]\n'
    parents = '[parents.bird]\nphrases = ["a bird", "birds"]\n'
    grammar = Grammar.load(write(tmp_path, entries, parents, '"Owl!", "the sound of a hoot", "birds"'))
    assert grammar.phrases("owl hoot") == ("owl hoot", "hoot", "a hoot")
    assert grammar.parent_phrases("bird") == ("a bird",)


@pytest.mark.parametrize(
    ("entries", "parents", "said"),
    [
        ('[rain]\nconfusable = ["hail"]\n', "", "unknown confusable: 'hail'"),
        ('[rain]\noverlaps = ["hail"]\n', "", "unknown overlaps: 'hail'"),
        ('[rain]\nparents = ["weather"]\n', "", "unknown parents: 'weather'"),
        ('[rain]\nsynonyms = ["hail"]\n', "", "unknown keys: 'synonyms'"),
        ('[rain]\nmass = "hail"\n', "", "not a list"),
        ('[rain]\nmass = ["Hail"]\n', "", "capital"),
        ('[rain]\nmass = ["hail", "hail"]\n', "", "twice"),
        ('[rain]\n[hail]\nconfusable = ["rain"]\noverlaps = ["rain"]\n', "", "and overlap"),
        ('[rain]\nconfusable = ["rain"]\n', "", "and overlap"),
        ('[rain]\nparents = ["a"]\n', '[parents.a]\nparents = ["b"]\n[parents.b]\nparents = ["a"]\n', "above itself"),
        ("[rain]\n", '[parents.weather]\nphrases = ["weather"]\n', "no labels"),
        ("[rain\n", "", "could not be read"),
        ("[rain]\n", "[rain]\n", "elsewhere"),
    ],
)
def test_a_wrong_grammar_says_what_is_wrong(tmp_path: Path, entries: str, parents: str, said: str) -> None:
    with pytest.raises(AudioSepError, match=re.escape(said)) as caught:
        Grammar.load(write(tmp_path, entries, parents))
    assert caught.value.code == "grammar-wrong"


def test_no_grammar_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioSepError, match="no grammar"):
        Grammar.load(tmp_path)
