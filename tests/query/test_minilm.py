from __future__ import annotations

import logging

import pytest
import torch

from audiosep_core.errors import ModelError, PromptError
from audiosep_core.query import minilm
from audiosep_core.query.encoders import load_encoder
from audiosep_core.query.text import strip_politeness


@pytest.fixture(scope="module")
def encoder() -> minilm.MiniLMEncoder:
    return minilm.MiniLMEncoder()


def test_embeddings_are_unit_length_and_alone_as_in_a_batch(encoder: minilm.MiniLMEncoder) -> None:
    texts = ["a dog barking", "rain", "somebody plays a slow melody on an old piano in the next room"]
    together = encoder.encode(texts)
    torch.testing.assert_close(together.norm(dim=1), torch.ones(3))
    torch.testing.assert_close(torch.cat([encoder.encode([t]) for t in texts]), together, atol=1e-5, rtol=0)


def test_like_words_lie_close(encoder: minilm.MiniLMEncoder) -> None:
    dog, bark, violin = encoder.encode(["a dog barking", "dog bark", "violin"])
    assert float(dog @ bark) > 0.7 > 0.4 > float(dog @ violin)


def test_case_and_politeness_do_not_matter(encoder: minilm.MiniLMEncoder) -> None:
    plain, polite = encoder.encode(["a dog barking", "  Please isolate A DOG barking, thanks! "])
    torch.testing.assert_close(plain, polite, atol=1e-5, rtol=0)


@pytest.mark.parametrize("prompt", ["", "   ", "?!", "\n"])
def test_an_empty_prompt_is_refused(encoder: minilm.MiniLMEncoder, prompt: str) -> None:
    with pytest.raises(PromptError, match="empty"):
        encoder.encode([prompt])


def test_an_over_long_prompt_is_cut_with_a_warning(
    encoder: minilm.MiniLMEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert encoder.encode(["a dog " * 500]).shape == (1, 384)
    assert "long" in caplog.text


def test_a_prompt_that_is_only_politeness_stays() -> None:
    assert strip_politeness("please") == "please"


def test_wrong_weights_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the published"):
        minilm.MiniLMEncoder()


def test_an_unknown_encoder_is_named() -> None:
    with pytest.raises(ModelError, match="word2vec"):
        load_encoder("word2vec")
