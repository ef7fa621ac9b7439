from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch.nn import functional

from audiosep_core.errors import ModelError
from audiosep_core.library.registry import find_model
from audiosep_core.query.minilm import MiniLMEncoder
from audiosep_core.query.words import KnownWords, TowardKnownWords
from audiosep_core.training.words import merged, save_words


def vector(*values: float) -> torch.Tensor:
    return functional.normalize(torch.tensor(values, dtype=torch.float32), dim=0)


DOG, BARK, RAIN = vector(1, 0, 0), vector(1, 0.3, 0), vector(0, 0, 1)


@pytest.fixture
def words() -> KnownWords:
    return KnownWords(
        ["dog", "rain"], torch.stack([DOG, RAIN]), torch.stack([DOG, BARK, RAIN]), torch.tensor([0, 0, 1])
    )


def test_a_label_stays_where_it_is(words: KnownWords) -> None:
    assert torch.allclose(words.toward(torch.stack([DOG, RAIN])), torch.stack([DOG, RAIN]), atol=1e-5)


def test_other_words_come_nearer_to_what_they_are_likest(words: KnownWords) -> None:
    asked = vector(0.6, 0.7, 0.2)  # nearest to a phrase of the dog
    found = words.toward(asked[None])[0]
    assert found @ DOG > asked @ DOG + 0.2
    assert found @ RAIN < asked @ RAIN
    assert found.norm() == pytest.approx(1.0)


def test_nearness_is_that_of_the_nearest_phrase(words: KnownWords) -> None:
    assert words.nearness(BARK[None])[0].tolist() == pytest.approx([1.0, float(BARK @ RAIN)])


def test_a_file_brings_them_back_and_a_damaged_one_is_told(tmp_path: Path, words: KnownWords) -> None:
    model = tmp_path / "mine.safetensors"
    assert KnownWords.beside(model) is None
    save_words(tmp_path / "mine.words.safetensors", words)
    again = KnownWords.beside(model)
    assert again is not None
    assert again.labels == words.labels
    assert torch.allclose(again.phrases, words.phrases, atol=1e-3)
    assert torch.equal(again.meaning, words.meaning)
    (tmp_path / "mine.words.safetensors").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="damaged"):
        KnownWords.beside(model)


@pytest.mark.parametrize("number", [-1, 2])
def test_a_file_whose_phrases_stand_for_nothing_is_damaged(tmp_path: Path, words: KnownWords, number: int) -> None:
    words.meaning[0] = number
    save_words(tmp_path / "mine.words.safetensors", words)
    with pytest.raises(ModelError, match="damaged"):
        KnownWords.beside(tmp_path / "mine.safetensors")


def test_what_was_taught_since_joins_what_was_known(words: KnownWords) -> None:
    new = KnownWords(["bell", "dog"], torch.stack([vector(0, 1, 0), BARK]), torch.eye(3)[1:], torch.tensor([0, 1]))
    both = merged(words, new)
    assert both.labels == ("dog", "rain", "bell")
    assert both.meaning.tolist() == [0, 0, 1, 2, 0]
    assert torch.equal(both.label_vectors[0], BARK)


def test_what_is_taught_again_is_known_once(tmp_path: Path, words: KnownWords) -> None:
    save_words(tmp_path / "mine.words.safetensors", words)
    before = KnownWords.beside(tmp_path / "mine.safetensors")
    assert before is not None
    taught = KnownWords(
        ["rain", "dog"], torch.stack([RAIN, DOG]), torch.stack([RAIN, BARK, RAIN]), torch.tensor([0, 1, 1])
    )
    both = merged(before, taught)
    assert both.meaning.tolist() == [0, 0, 1, 0], "rain, as a phrase of the dog, is new"
    torch.testing.assert_close(both.phrases, torch.stack([DOG, BARK, RAIN, RAIN]), atol=1e-3, rtol=0.0)


def test_the_starter_takes_peoples_words_for_what_they_mean() -> None:
    words = KnownWords.beside(find_model("starter"))
    assert words is not None
    plain = MiniLMEncoder()
    encoder = TowardKnownWords(plain, words)
    for said, meant in (("a chopper overhead", "helicopter"), ("woof woof", "dog bark"), ("achoo", "sneeze")):
        label = plain.encode([meant])[0]
        assert encoder.encode([said])[0] @ label > 0.9 > plain.encode([said])[0] @ label
