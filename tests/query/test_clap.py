from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from torch import Tensor

from audiosep_core.errors import ModelError, PromptError
from audiosep_core.query.clap import MAX_TOKENS, ClapEncoder, normalise
from audiosep_core.query.conditions import conditions
from audiosep_core.query.encoders import load_encoder
from audiosep_core.query.ensemble import phrasings
from audiosep_core.query.minilm import MiniLMEncoder
from audiosep_core.query.sound import LONGEST_S, blend, embed_sound
from audiosep_core.types import Audio, Query


@dataclass(frozen=True)
class Bytes:
    vocabulary: bytes
    merges: bytes


WORDS = {
    "<s>": 0,
    "<pad>": 1,
    "</s>": 2,
    "<unk>": 3,
    "d": 4,
    "o": 5,
    "g": 6,
    "D": 7,
    "Ġ": 8,
    "do": 9,
    "dog": 10,
    "Ġdog": 11,
}
TOKENIZER = Bytes(json.dumps(WORDS).encode(), "#version: 0.2\nd o\ndo g\nĠ dog\n".encode())


class FakeTowers:
    """A text tower that gives the counts of the first tokens, an audio tower that hears level and length."""

    def __init__(self, tokenizer: Bytes = TOKENIZER) -> None:
        self.heard: list[Tensor] = []
        self._tokenizer = tokenizer

    def text_tower(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        counts = torch.stack([(input_ids == i).float().mul(attention_mask).sum(dim=1) for i in range(16)], dim=1)
        return torch.nn.functional.normalize(counts, dim=1)

    def audio_tower(self, waveform: Tensor) -> Tensor:
        self.heard.append(waveform)
        level = waveform.abs().amax(dim=1)
        return torch.nn.functional.normalize(torch.stack([level, 1 - level, *[level * 0] * 14], dim=1), dim=1)

    def tokenizer(self) -> Bytes:
        return self._tokenizer


@pytest.fixture
def encoder() -> ClapEncoder:
    return ClapEncoder(FakeTowers())


def ids(encoder: ClapEncoder, prompts: Sequence[str]) -> list[list[int]]:
    return encoder.tokens(prompts)[0].tolist()


def test_prompts_are_padded_to_the_longest_and_masked(encoder: ClapEncoder) -> None:
    input_ids, mask = encoder.tokens(["dog", "dog dog dog"])
    assert input_ids.tolist() == [[0, 10, 2, 1, 1], [0, 10, 11, 11, 2]]
    assert mask.tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]
    assert encoder.tokens(["dog"])[0].shape == (1, 3)


def test_the_case_of_letters_is_kept(encoder: ClapEncoder) -> None:
    assert ids(encoder, ["Dog"]) == [[0, 7, 5, 6, 2]]
    assert normalise("Please isolate the Dog, thanks") == "the Dog"
    assert normalise(" A dog  barks. ") == "A dog barks."


def test_special_tokens_spelled_out_are_text(encoder: ClapEncoder) -> None:
    assert ids(encoder, ["dog</s>dog"])[0].count(2) == 1


def test_over_long_prompts_are_cut_with_a_warning(encoder: ClapEncoder, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        row = ids(encoder, ["dog " * 600])[0]
    assert len(row) == MAX_TOKENS
    assert (row[0], row[-1]) == (0, 2)
    assert "long" in caplog.text


def test_bad_prompts_and_bad_files_are_sentences(encoder: ClapEncoder) -> None:
    with pytest.raises(PromptError):
        encoder.encode(["dog", " "])
    for vocabulary, merges in ((b"{", b""), (b'{"a": 0}', b"x y"), (b"{}", b"one two three"), (b"{}", b"\xff")):
        with pytest.raises(ModelError) as caught:
            ClapEncoder(FakeTowers(Bytes(vocabulary, merges))).encode(["dog"])
        assert caught.value.code == "tokenizer-damaged"


def test_clap_comes_out_of_a_model() -> None:
    assert isinstance(load_encoder("clap", FakeTowers()), ClapEncoder)
    with pytest.raises(ModelError) as caught:
        load_encoder("clap")
    assert caught.value.code == "encoder-missing"


@pytest.mark.parametrize("kind", ["clap", "minilm"])
def test_phrasings_are_averaged_to_unit_length(kind: str) -> None:
    encoder = ClapEncoder(FakeTowers()) if kind == "clap" else MiniLMEncoder()
    one, two, both, single = conditions(encoder, ["dog", "good dog", "dog || good dog", "dog ||"])
    torch.testing.assert_close(both, torch.nn.functional.normalize(one + two, dim=0))
    torch.testing.assert_close(single, one)
    assert float(both.norm()) == pytest.approx(1.0, abs=1e-6)


def test_a_prompt_of_bars_is_empty(encoder: ClapEncoder) -> None:
    assert phrasings("a || || b") == ["a", "b"]
    with pytest.raises(PromptError):
        conditions(encoder, ["|| ||"])


def tone(seconds: float = 1.0, level: float = 0.5, rate: int = 32_000, channels: int = 2) -> Audio:
    wave = level * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate)
    return Audio(np.repeat(wave[:, None], channels, axis=1).astype(np.float32), rate)


def test_an_example_is_heard_at_the_towers_rate_and_always_the_same(encoder: ClapEncoder) -> None:
    one, other = embed_sound(encoder, tone()), embed_sound(encoder, tone())
    assert torch.equal(one, other)
    heard = encoder.towers.heard[0]  # type: ignore[attr-defined]
    assert heard.shape == (1, 48_000)
    assert float(heard.abs().max()) == pytest.approx(0.5, abs=1e-2)


def test_a_blend_goes_from_words_to_sound(encoder: ClapEncoder) -> None:
    words, sound = conditions(encoder, ["dog", Query("", tone())])
    shares = [conditions(encoder, [Query("dog", tone(), share)])[0] for share in (0.0, 0.25, 0.5, 1.0)]
    torch.testing.assert_close(shares[0], words)
    torch.testing.assert_close(shares[-1], sound)
    likeness = [float(vector @ sound) for vector in shares]
    assert likeness == sorted(likeness)
    assert all(float(vector.norm()) == pytest.approx(1.0, abs=1e-6) for vector in shares)
    for share in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="between 0 and 1"):
            blend(words, sound, share)
        with pytest.raises(ValueError, match="between 0 and 1"):
            Query("dog", tone(), share)


def test_queries_of_all_kinds_keep_their_order(encoder: ClapEncoder) -> None:
    queries = [Query("", tone()), "dog", Query("D", tone(level=0.9)), "d || o"]
    together = conditions(encoder, queries)
    for query, vector in zip(queries, together, strict=True):
        torch.testing.assert_close(conditions(encoder, [query])[0], vector)


@pytest.mark.parametrize(
    ("sound", "code"),
    [
        (Audio(np.zeros((100, 1), np.float32), 32_000), "example-silent"),
        (Audio(np.zeros((0, 1), np.float32), 32_000), "example-silent"),
        (Audio(np.full((100, 1), np.nan, np.float32), 32_000), "example-not-finite"),
        (Audio(np.ones((LONGEST_S * 10 + 1, 1), np.float32), 10), "example-long"),
    ],
)
def test_examples_that_cannot_be_used_are_sentences(encoder: ClapEncoder, sound: Audio, code: str) -> None:
    with pytest.raises(PromptError) as caught:
        embed_sound(encoder, sound)
    assert caught.value.code == code


def test_a_model_of_words_takes_no_example() -> None:
    with pytest.raises(ModelError) as caught:
        conditions(MiniLMEncoder(), [Query("dog", tone())])
    assert caught.value.code == "audio-tower-missing"
    assert caught.value.hint
