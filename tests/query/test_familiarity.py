from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import torch

from audiosep_core.errors import ModelError
from audiosep_core.library.resources import resource
from audiosep_core.model.file import save_tensors
from audiosep_core.prompts.grammar import Grammar, plain
from audiosep_core.query.familiarity import FORMAT, Familiarity, features


@pytest.fixture(scope="module")
def shipped() -> Familiarity:
    return Familiarity.load()


def test_known_words_are_nearer_than_words_it_never_heard(shipped: Familiarity) -> None:
    known = shipped.of(["dog bark", "a dog barking", "rain", "piano"])
    strange = shipped.of(["a theremin", "the taste of strawberries", "quarterly revenue"])
    assert min(one.score for one in known) > max(one.score for one in strange)
    assert known[0].nearest[0] == ("dog bark", pytest.approx(1.0, abs=1e-2))
    assert known[0].advice == ""


def test_it_says_what_is_nearest(shipped: Familiarity) -> None:
    (one,) = shipped.of(["quarterly revenue of the accounting department"])
    assert one.unheard
    assert one.nearest[0][0] in one.advice
    assert len(one.nearest) == 3


def test_similarity_takes_the_nearer_of_two_vectors_and_the_lead_over_the_next_label() -> None:
    vectors = torch.tensor([[[1.0, 0, 0], [0, 1.0, 0]], [[0, 0, 1.0], [0, 1.0, 0]]])
    known = Familiarity(("a", "b"), vectors, (0.0, 1.0, 0.0), None)  # type: ignore[arg-type]
    similar = known.similarities(torch.tensor([[0.0, 0.6, 0.8]]))
    assert similar[0].tolist() == pytest.approx([0.8, 0.6])
    near, lead = features(similar)
    assert (float(near[0]), float(lead[0])) == (pytest.approx(0.8), pytest.approx(0.2))


def test_other_files_are_refused(tmp_path: Path, tiny_model: Path) -> None:
    with pytest.raises(ModelError, match="not there"):
        Familiarity.load(path=tmp_path / "none.safetensors")
    with pytest.raises(ModelError, match="does not hold"):
        Familiarity.load(path=tiny_model)
    facts = {"format": FORMAT, "labels": json.dumps(["a"])}
    save_tensors(tmp_path / "x.safetensors", {"vectors": torch.ones(2, 1, 384)}, facts)
    with pytest.raises(ModelError, match="could not be read"):
        Familiarity.load(path=tmp_path / "x.safetensors")


def test_the_words_it_was_fitted_with_are_in_no_training_and_in_no_examination() -> None:
    grammar = Grammar.load()
    trained = {plain(phrase) for phrase in grammar.all_phrases(grammar.labels)}
    with resource("evaluation", "paraphrases.csv").open(newline="", encoding="utf-8") as file:
        examined = {plain(row["paraphrase"]) for row in csv.DictReader(file)}
    with resource("evaluation", "validation_words.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    words = [plain(row["phrase"]) for row in rows]
    assert len(words) == len(set(words)) > 50
    assert not set(words) & (trained | examined)
    assert {row["label"] for row in rows} <= set(grammar.labels)
