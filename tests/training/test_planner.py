from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import ClipBank
from audiosep_core.training.planner import EMPTY, SPEED_UNIT, Planner, StepPlan
from audiosep_core.training.recipe import Recipe
from audiosep_core.training.vocabulary import build_vocabulary

MakeBank = Callable[..., ClipBank]
SOUNDS = [("dog bark", 300.0, 1.0), ("dog bark", 310.0, 3.0), ("rain", 900.0, 2.0), ("piano", 440.0, 0.3),
          ("violin", 660.0, 1.0), ("cat meow", 500.0, 1.0), ("fire", 100.0, 1.0), ("speech", 200.0, 1.0)]  # fmt: skip


def with_mixing(recipe: Recipe, **changes: object) -> Recipe:
    return recipe.model_copy(update={"mixing": recipe.mixing.model_copy(update=changes)})


def with_data(recipe: Recipe, **changes: object) -> Recipe:
    return recipe.model_copy(update={"data": recipe.data.model_copy(update=changes)})


def planner_of(bank: ClipBank, recipe: Recipe, seed: int = 1, rank: int = 0) -> Planner:
    return Planner(bank, recipe.data, recipe.mixing, build_vocabulary(bank.clips, Grammar.load()), seed, rank)


def equal(one: StepPlan, other: StepPlan) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(vars(one).values(), vars(other).values(), strict=True))


@pytest.fixture
def bank(make_bank: MakeBank) -> ClipBank:
    return make_bank(SOUNDS)


def test_a_step_is_one_plan_whoever_draws_it(bank: ClipBank, recipe: Recipe) -> None:
    one, two = planner_of(bank, recipe), planner_of(bank, recipe)
    two.plan(3)
    assert equal(one.plan(7), two.plan(7))
    assert not equal(one.plan(7), one.plan(8))
    assert not equal(one.plan(7), planner_of(bank, recipe, rank=1).plan(7)), "processes train on different mixtures"


def test_plans_keep_to_the_recipe(bank: ClipBank, recipe: Recipe) -> None:
    recipe = with_mixing(recipe, mixtures=50, source_probabilities=(0.1, 0.6, 0.2, 0.1), same_class_probability=0.0)
    planner = planner_of(bank, recipe)
    plans = [planner.plan(step) for step in range(20)]
    clip = np.concatenate([plan.clip for plan in plans])
    counts = (clip != EMPTY).sum(axis=1)
    shares = [float((counts == n).mean()) for n in (1, 2, 3, 4)]
    assert shares == pytest.approx([0.1, 0.6, 0.2, 0.1], abs=0.05)
    level = np.concatenate([plan.level_db for plan in plans])
    assert np.abs(level).max() <= recipe.mixing.level_db
    assert (level[:, 0] == 0).all()
    owners = np.concatenate([plan.owners for plan in plans])
    assert owners[:, 0, 0].all(), "the first query always asks for the first source"
    assert not owners[np.broadcast_to(clip[:, None] == EMPTY, owners.shape)].any()
    silent = (~owners[:, 1].any(axis=1))[counts > 1].mean()
    assert silent == pytest.approx(recipe.mixing.negative_probability, abs=0.04)
    speed = np.concatenate([plan.speed for plan in plans])
    assert speed.min() >= SPEED_UNIT / recipe.mixing.speed_range - 1
    assert speed.max() <= SPEED_UNIT * recipe.mixing.speed_range + 1


def test_a_mixture_never_holds_two_classes_that_a_prompt_may_mean(make_bank: MakeBank, recipe: Recipe) -> None:
    recipe = with_mixing(recipe, mixtures=100, confusable_probability=0.3)
    bank = make_bank([(label, 300.0, 1.0) for label in ("speech", "whisper", "crowd", "music", "piano", "rain")])
    grammar = Grammar.load()
    for step in range(5):
        for row in planner_of(bank, recipe).plan(step).clip:
            labels = [bank.clips[i].label for i in row if i != EMPTY]
            for i, label in enumerate(labels):
                assert not grammar.overlapping(label) & (set(labels[:i]) - {label})


def test_what_a_prompt_owns_is_what_it_says(bank: ClipBank, recipe: Recipe) -> None:
    recipe = with_data(recipe, parent_probability=0.5, caption_probability=0.2)
    recipe = with_mixing(recipe, mixtures=100, same_class_probability=0.5, negative_probability=0.2)
    grammar, planner = Grammar.load(), planner_of(bank, recipe)
    texts = planner.words.texts
    wide = twice = 0
    for step in range(10):
        plan = planner.plan(step)
        for m in range(100):
            labels = [bank.clips[i].label if i != EMPTY else "" for i in plan.clip[m]]
            for q in range(2):
                prompt = texts[plan.prompts[m, q, 0]]
                owned = {labels[s] for s in range(4) if plan.owners[m, q, s]}
                missed = {labels[s] for s in range(4) if not plan.owners[m, q, s]} - {""}
                for parent in {p for label in labels if label for p in grammar.parents(label)}:
                    if prompt in grammar.parent_phrases(parent):
                        assert owned == {label for label in labels if label in grammar.children(parent)}
                        wide += len(owned) > 1
                for label in missed:
                    assert prompt not in grammar.phrases(label)
                twice += plan.owners[m, q].sum() > len(owned)
    assert wide > 5, "a parent took several of its children"
    assert twice > 20, "two sounds of a class were one target"


def test_stretches_hold_sound(make_bank: MakeBank, recipe: Recipe) -> None:
    bank = make_bank([("dog bark", 300.0, 10.0), ("rain", 900.0, 10.0)])
    quiet = bank.samples.copy()
    quiet[: 9 * 32_000] = 0  # the first clip sounds in its last second only
    planner = planner_of(ClipBank(bank.clips, quiet, bank.starts, bank.lengths, 32_000), recipe)
    offsets = [plan.offset[plan.clip == 0] for plan in map(planner.plan, range(60))]
    late = np.concatenate(offsets) + planner.frames > 9 * 32_000
    assert late.mean() > 0.35, "a tenth of them would be by chance"


def test_made_sound_is_taken_as_often_as_the_recipe_says(make_bank: MakeBank, recipe: Recipe) -> None:
    sounds = [("dog bark", 300.0, 1.0), ("rain", 900.0, 1.0)] + [("dog bark", 310.0 + i, 1.0) for i in range(20)]
    bank = make_bank(sounds, made=2)
    planner = planner_of(bank, with_data(with_mixing(recipe, mixtures=200), made_share=0.25))
    clips = planner.plan(0).clip
    dogs = clips[(clips != EMPTY) & (clips != 1)]
    assert (dogs >= 2).mean() == pytest.approx(0.25, abs=0.08)


def test_one_class_alone_cannot_be_mixed(make_bank: MakeBank, recipe: Recipe) -> None:
    with pytest.raises(AudioSepError, match="at least 2"):
        planner_of(make_bank([("dog bark", 300.0, 1.0)]), recipe)
