from __future__ import annotations

import torch
from torch.nn import functional

from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import Clip
from audiosep_core.training.vocabulary import build_vocabulary
from audiosep_core.training.words import known_words


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
