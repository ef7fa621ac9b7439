from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch.nn import functional

from audiosep_core.library.arrival import WORDS
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.query.words import KnownWords
from audiosep_core.training.clips import Clip
from audiosep_core.training.vocabulary import build_vocabulary
from audiosep_core.training.words import known_words, save_words


def test_words_are_labels_and_the_wider_words_above_them() -> None:
    clips = [Clip(f"{label}.wav", label, f"A {label}.", label) for label in ("dog bark", "rain")]
    vocabulary = build_vocabulary(clips, Grammar.load())
    vectors = torch.nn.functional.normalize(torch.randn(len(vocabulary.texts), 8), dim=1)
    words = known_words(vocabulary, vectors)
    assert {"dog bark", "rain"} <= set(words.labels)
    assert len(words.labels) > 2
    place = words.labels.index("dog bark")
    own = [vectors[int(number)] for number in vocabulary.phrases[vocabulary.labels.index("dog bark")]]
    assert torch.equal(words.phrases[words.meaning == place], torch.stack(own))
    label = vectors[vocabulary.texts.index("dog bark")]
    between = functional.normalize(label + functional.normalize(torch.stack(own).mean(dim=0), dim=0), dim=0)
    assert torch.allclose(words.label_vectors[place], between, atol=1e-5)


@pytest.mark.parametrize("count", [2**15, 2**15 + 1])
def test_a_list_of_very_many_captions_is_kept_whole(tmp_path: Path, count: int) -> None:
    vectors = functional.normalize(torch.randn(count, 2), dim=1)
    words = KnownWords([str(n) for n in range(count)], vectors, vectors, torch.arange(count))
    save_words((tmp_path / "model.safetensors").with_suffix(WORDS), words)
    read = KnownWords.beside(tmp_path / "model.safetensors")
    assert read is not None
    assert torch.equal(read.meaning, words.meaning)
    assert float(read.nearness(vectors[-1:])[0, -1]) == pytest.approx(1.0, abs=1e-2)
