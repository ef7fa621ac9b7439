from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from audiosep_core.cancel import CancelToken
from audiosep_core.errors import AudioSepError, Cancelled
from audiosep_core.library.resources import resource
from audiosep_core.model.hearing_file import load_hearing
from audiosep_core.prompts.grammar import Grammar
from audiosep_core.training.clips import Clip, ClipBank
from audiosep_core.training.hearing.bandbank import load_bands
from audiosep_core.training.hearing.judge import figures
from audiosep_core.training.hearing.logistic import fit_logistic
from audiosep_core.training.hearing.mixer import EMPTY, MelMixer
from audiosep_core.training.hearing.objective import contrast, heard_steps, pool, yes_or_no
from audiosep_core.training.hearing.recipe import HearingRecipe, find_hearing_recipe
from audiosep_core.training.hearing.run import train_hearing
from audiosep_core.training.hearing.words import EITHER, NO, YES, meanings, targets
from audiosep_core.training.vocabulary import build_vocabulary


@pytest.fixture
def recipe() -> HearingRecipe:
    values = find_hearing_recipe("hearing").model_dump()
    values["model"] = {"bands": 32, "widths": [4, 4, 8, 8], "hidden": 16, "blocks": 1}
    values["data"].update(segment_steps=2, validation_fraction=0.0)
    values["mixing"]["mixtures"] = 4
    values["optimisation"].update(steps=6, warmup_steps=2)
    return HearingRecipe.model_validate(values)


@pytest.fixture
def mixer(make_bank: Callable[..., ClipBank], recipe: HearingRecipe, tmp_path: Path) -> MelMixer:
    bank = make_bank([("low", 300, 4.0), ("middle", 1_500, 0.3), ("high", 9_000, 4.0)])
    words = build_vocabulary(bank.clips, Grammar.load())
    bands = load_bands(bank, recipe.model, tmp_path)
    return MelMixer(bank, bands, words, recipe.model, recipe.data, recipe.mixing, recipe.seed)


def test_a_step_is_drawn_from_its_number(mixer: MelMixer) -> None:
    one, again, other = mixer.batch(3), mixer.batch(3), mixer.batch(4)
    np.testing.assert_array_equal(one.powers, again.powers)
    assert not np.array_equal(one.powers, other.powers)


def test_shares_say_who_is_heard(mixer: MelMixer) -> None:
    for step in range(10):
        batch = mixer.batch(step)
        used = batch.clips != EMPTY
        assert used[:, 0].all()
        assert (batch.share[~used] == 0).all()
        total = batch.share.sum(axis=1)
        assert (total <= 1.001).all()
        heard = heard_steps(batch, -20.0)
        alone = used.sum(axis=1) == 1
        # Alone, but for noise, a source is heard in its loudest step.
        assert all((heard[m, 0] == YES).any() for m in np.flatnonzero(alone))
        assert (heard[~used] == NO).all()


def test_bands_are_computed_once(make_bank: Callable[..., ClipBank], recipe: HearingRecipe, tmp_path: Path) -> None:
    bank = make_bank([("low", 300, 1.0), ("high", 9_000, 0.5)])
    first = load_bands(bank, recipe.model, tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".f16"]
    np.testing.assert_array_equal(first.logs, load_bands(bank, recipe.model, tmp_path).logs)
    loudest = [
        int(first.logs[s : s + n].astype(float).mean(axis=0).argmax())
        for s, n in zip(first.starts, first.lengths, strict=True)
    ]
    assert loudest[0] < loudest[1]


def test_relatives_are_neither_right_nor_wrong() -> None:
    grammar = Grammar.load()
    labels = ("dog bark", "dog growl", "rain", "speech")
    words = build_vocabulary([Clip(f"{x}.wav", x, x, x) for x in labels], grammar)
    meaning = meanings(words, grammar)

    def said(here: str, word: str) -> int:
        return int(meaning.table[words.labels.index(here), meaning.names.index(word)])

    assert said("dog bark", "dog bark") == said("dog bark", "dog") == said("dog bark", "animal") == YES
    assert said("dog bark", "dog growl") == EITHER
    assert said("dog bark", "rain") == said("rain", "animal") == NO
    classes = np.array([[words.labels.index("dog bark"), words.labels.index("rain"), EMPTY]])
    heard = np.array([[[YES, NO], [NO, EITHER], [NO, NO]]], np.int8)
    wanted = targets(meaning.table, classes, heard)
    assert wanted.shape == (1, 2, len(meaning.names))
    rain, bark = meaning.names.index("rain"), meaning.names.index("dog bark")
    assert wanted[0, :, bark].tolist() == [YES, NO]
    assert wanted[0, :, rain].tolist() == [NO, EITHER]


def test_the_losses_leave_out_what_nobody_can_tell() -> None:
    wanted = torch.tensor([[YES, NO, EITHER]])
    one, other = torch.tensor([[2.0, -1.0, 5.0]]), torch.tensor([[2.0, -1.0, -5.0]])
    assert float(yes_or_no(one, wanted)) == pytest.approx(float(yes_or_no(other, wanted)))
    assert float(contrast(one, wanted)) == pytest.approx(float(contrast(other, wanted)))
    assert float(contrast(one, wanted)) == pytest.approx(float(np.log1p(np.exp(-3.0))))


def test_pooling_hears_a_short_sound_and_no_faint_ones() -> None:
    logits = torch.full((1, 10, 2), -6.0)
    logits[0, 3, 0] = 6.0
    loud, faint = pool(logits)[0].tolist()
    assert loud > 0.95
    assert faint == pytest.approx(float(torch.sigmoid(torch.tensor(-6.0))))


def test_figures_of_a_perfect_ranking() -> None:
    wanted = np.full((3, 20), NO, np.int8)
    wanted[:, 4] = wanted[:, 9] = YES
    scores = np.random.default_rng(0).random((3, 20)).astype(np.float32)
    scores[wanted == YES] += 1
    assert (figures(scores, wanted).recall, figures(scores, wanted).area) == (1.0, 1.0)
    assert figures(-scores, wanted).recall == 0.0


def test_logistic_regression_finds_what_made_the_answers() -> None:
    rng = np.random.default_rng(0)
    features = rng.standard_normal((20_000, 2))
    p = 1 / (1 + np.exp(-(0.5 + features @ np.array([2.0, -1.0]))))
    beta = fit_logistic(features, (rng.random(len(p)) < p).astype(np.float64), ridge=0.0)
    np.testing.assert_allclose(beta, [0.5, 2.0, -1.0], atol=0.1)


def same(one: Path, other: Path) -> bool:
    a, b = load_hearing(one).state_dict(), load_hearing(other).state_dict()
    return all(torch.equal(a[name], b[name]) for name in a)


def test_a_cancelled_run_ends_with_the_weights_of_a_whole_one(
    clips: Path, recipe: HearingRecipe, tmp_path: Path
) -> None:
    whole = train_hearing(recipe, [clips], tmp_path / "whole", tmp_path / "cache").model
    token = CancelToken()
    with pytest.raises(Cancelled):
        train_hearing(
            recipe, [clips], tmp_path / "cut", tmp_path / "cache",
            on_progress=lambda p: token.set() if p.done == 3 and p.total == 6 else None, cancel=token,
        )  # fmt: skip
    resumed = train_hearing(recipe, [clips], tmp_path / "cut", tmp_path / "cache")
    assert same(whole, resumed.model)
    with (tmp_path / "cut" / "hearing.credits.csv").open(newline="") as file:
        assert [row["author"] for row in csv.DictReader(file)] == [f"author {i}" for i in range(8)]
    # Two decades of weights are not the same recipe's.
    changed = recipe.model_copy(update={"seed": 1})
    with pytest.raises(AudioSepError, match="another recipe"):
        train_hearing(changed, [clips], tmp_path / "cut", tmp_path / "cache")


def test_ears_do_not_go_on_with_other_clips(clips: Path, recipe: HearingRecipe, tmp_path: Path) -> None:
    train_hearing(recipe, [clips], tmp_path / "run", tmp_path / "cache", steps=1)
    manifest = clips / "manifest.csv"
    whole = manifest.read_text()
    manifest.write_text(whole.replace("pitch 7", "zebra"))
    with pytest.raises(AudioSepError, match="began with other clips") as caught:
        train_hearing(recipe, [clips], tmp_path / "run", tmp_path / "cache", steps=2)
    assert caught.value.code == "run-differs"
    # A checkpoint of a version that did not write down what it began with goes on.
    last = tmp_path / "run" / "last.ckpt"
    state = torch.load(last, weights_only=True)
    del state["began"]
    torch.save(state, last)
    train_hearing(recipe, [clips], tmp_path / "run", tmp_path / "cache", steps=2)
    assert torch.load(last, weights_only=True)["step"] == 2


def test_tones_are_told_apart(clips: Path, recipe: HearingRecipe, tmp_path: Path) -> None:
    """Sixty steps are enough for eight pitches: the loss falls and each tone is nearest to its own words."""
    from audiosep_core.audio.sound import ArraySound
    from audiosep_core.engine.hearing import Hearing
    from audiosep_core.query.encoders import load_encoder

    values = recipe.model_dump()
    values["mixing"].update(
        mixtures=16, source_probabilities=(1.0, 0.0, 0.0), shift_probability=0.0, speed_probability=0.0
    )
    values["optimisation"].update(steps=60, warmup_steps=5, learning_rate=1e-2)
    model = train_hearing(HearingRecipe.model_validate(values), [clips], tmp_path / "run", tmp_path / "cache").model
    ears = Hearing(load_hearing(model), load_encoder("minilm"))
    words = [f"pitch {i}" for i in range(8)]
    right = 0
    for i in range(8):
        tone = 0.3 * np.sin(np.arange(32_000) * (0.02 + 0.02 * i)).astype(np.float32)
        right += int(ears.logits(ears.hear(ArraySound(tone[:, None], 32_000)), words).mean(axis=1).argmax()) == i
    assert right >= 6


def test_the_shipped_recipe_is_no_separator_s() -> None:
    recipe = find_hearing_recipe("hearing")
    assert resource("recipes", "hearing.toml").is_file()
    assert recipe.model.step_s == 0.5
    with pytest.raises(AudioSepError, match="could not be read"):
        find_hearing_recipe("none")
    with pytest.raises(AudioSepError, match="cannot be used"):
        find_hearing_recipe("starter")
