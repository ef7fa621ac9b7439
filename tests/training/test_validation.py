from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from audiosep_core.model.config import ModelConfig
from audiosep_core.model.resunet import ResUNet
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.validation import Validation, make_examples

MakeBank = Callable[..., ClipBank]
SOUNDS = [("dog bark", 300.0, 1.0), ("rain", 900.0, 6.0), ("dog growl", 500.0, 1.0), ("piano", 440.0, 0.3)]


def test_examples_are_two_classes_at_equal_power_and_always_the_same(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    examples = make_examples(bank, range(4), Grammar.load(), 12)
    assert len(examples) == 12
    for example in examples:
        assert set(example.labels) != {"dog bark", "dog growl"}, "they mean the same to a prompt"
        assert example.labels[0] != example.labels[1]
        powers = [float(np.mean(sound**2)) for sound in (example.first, example.second)]
        assert powers[0] == pytest.approx(powers[1], rel=1e-3)
        assert len(example.first) == len(example.second) == 5 * 32_000
        assert np.abs(example.first + example.second).max() <= 0.9 + 1e-6
    again = make_examples(bank, range(4), Grammar.load(), 12)
    assert all(np.array_equal(a.first, b.first) and a.labels == b.labels for a, b in zip(examples, again, strict=True))


def test_one_held_out_class_is_mixed_with_the_others_and_nothing_held_out_gives_nothing(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    examples = make_examples(bank, [3], Grammar.load(), 5)
    assert {example.labels[0] for example in examples} == {"piano"}
    assert len(examples) == 5
    assert make_examples(bank, [], Grammar.load(), 5) == []
    assert make_examples(make_bank(SOUNDS[:1]), [0], Grammar.load(), 5) == []


def test_half_the_mixture_gains_three_decibels_and_tells_nothing_apart(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    examples = make_examples(bank, range(4), Grammar.load(), 4)
    config = ModelConfig(hop=640, front_end="mel", bands=32, widths=(4, 4, 8), pools=((2, 2), (2, 2)), stem_stride=2,
                         condition_size=8, outputs="mask", encoder="minilm")  # fmt: skip
    network = ResUNet(config).eval()
    with torch.no_grad():  # a head that says nothing: the mask is a half everywhere
        for parameter in network.head.parameters():
            parameter.zero_()
    labels = {label for example in examples for label in example.labels}
    seen: list[int] = []
    judged = Validation(examples, {label: torch.randn(8) for label in labels}).judge(
        network, lambda number, example, estimates: seen.append(number)
    )
    assert seen == [0, 1, 2, 3]
    assert len(judged.sdri_db) == 8
    # Not exactly 3.01: the two sounds of a pair are not quite orthogonal.
    assert judged.mean_sdri_db == pytest.approx(3.01, abs=0.15)
    assert judged.swap_right == 0.0
