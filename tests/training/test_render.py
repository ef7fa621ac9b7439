from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch

from audiosep_core.training.clips import ClipBank
from audiosep_core.training.planner import EMPTY, EQ_POINTS, SPEED_UNIT, StepPlan
from audiosep_core.training.render import Renderer

MakeBank = Callable[..., ClipBank]
FRAMES = 32_000
SOUNDS = [("a", 400.0, 3.0), ("b", 1000.0, 0.25), ("c", 2500.0, 3.0)]


def plain_plan(clips: list[list[int]], **changes: object) -> StepPlan:
    """No augmentation: sources at equal levels, query q asks for source q."""
    count = len(clips)
    clip = np.full((count, 4), EMPTY, np.int64)
    owners = np.zeros((count, 2, 4), np.bool_)
    for m, row in enumerate(clips):
        clip[m, : len(row)] = row
        owners[m, 0, 0] = True
        owners[m, 1, len(row) - 1] = True
    shape, single = (count, 4), np.float32
    plan = StepPlan(
        clip=clip, offset=np.zeros(shape, np.int64), repeat=np.zeros(shape, np.bool_),
        speed=np.full(shape, SPEED_UNIT), resample=np.ones(shape, np.bool_), stretch=np.zeros(shape, np.bool_),
        level_db=np.zeros(shape, single), gain_db=np.zeros(count, single),
        equaliser_db=np.zeros((*shape, EQ_POINTS), single), low_pass_hz=np.full(shape, np.inf, single),
        reverb_s=np.zeros(shape, single), reverb_db=np.zeros(shape, single), owners=owners,
        prompts=np.zeros((count, 2, 2), np.int64), blend=np.ones((count, 2), single), seed=5,
    )  # fmt: skip
    return replace(plan, **changes)  # type: ignore[arg-type]


def renderer_of(bank: ClipBank, noise: float = 0.0) -> Renderer:
    conditions = torch.nn.functional.normalize(torch.randn(3, 8, generator=torch.Generator().manual_seed(0)))
    return Renderer(bank, conditions, FRAMES, noise, torch.device("cpu"), resident=True)


def test_a_mixture_is_the_sum_of_its_targets_and_a_clip_is_itself(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    sound = renderer_of(bank).render(plain_plan([[0, 2], [2]]))
    torch.testing.assert_close(sound.mixture[0], sound.targets[0].sum(dim=0), atol=1e-6, rtol=0)
    np.testing.assert_allclose(sound.mixture[1].numpy(), bank.audio(2)[:FRAMES], atol=1e-5)
    torch.testing.assert_close(sound.targets[1, 0], sound.mixture[1])


def test_levels_are_relative_to_the_first_source_after_all_filters(make_bank: MakeBank) -> None:
    plan = plain_plan([[0, 2]])
    plan.level_db[0, 1] = -9.0
    plan.low_pass_hz[0, 1] = 1500.0  # takes most of the second source away; its level is what the plan says
    plan.equaliser_db[0, 0] = 3.0
    targets = renderer_of(make_bank(SOUNDS)).render(plan).targets[0]
    powers = targets.square().mean(dim=1)
    assert abs(10 * np.log10(float(powers[1] / powers[0])) + 9.0) < 0.05


def test_a_short_clip_is_placed_once_or_repeated(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    once = plain_plan([[1]])
    once.offset[0, 0] = -5000
    heard = renderer_of(bank).render(once).mixture[0].numpy()
    assert np.abs(heard[:5000]).max() == 0.0
    assert np.abs(heard[5000 + 8000 :]).max() == 0.0
    again = plain_plan([[1]], repeat=np.ones((1, 4), np.bool_))
    again.offset[0, 0] = 100
    wave = renderer_of(bank).render(again).mixture[0].numpy()
    np.testing.assert_allclose(wave[:8000], wave[8000:16000], atol=1e-5)
    np.testing.assert_allclose(wave[:7900] / wave.std(), bank.audio(1)[100:] / bank.audio(1).std(), atol=0.02)


def test_two_sources_of_one_query_are_one_target_and_none_is_silence(make_bank: MakeBank) -> None:
    owners = np.zeros((1, 2, 4), np.bool_)
    owners[0, 0, :2] = True
    sound = renderer_of(make_bank(SOUNDS)).render(plain_plan([[0, 2]], owners=owners))
    torch.testing.assert_close(sound.targets[0, 0], sound.mixture[0])
    assert float(sound.targets[0, 1].abs().max()) == 0.0


def test_a_mixture_that_would_clip_is_scaled_with_its_targets(make_bank: MakeBank) -> None:
    loud = plain_plan([[0, 2]], gain_db=np.array([12.0], np.float32))
    sound = renderer_of(make_bank(SOUNDS)).render(loud)
    assert abs(float(sound.mixture.abs().max()) - 0.9) < 1e-5
    torch.testing.assert_close(sound.mixture[0], sound.targets[0].sum(dim=0), atol=1e-6, rtol=0)


def test_speed_pitch_and_stretch_do_what_they_say(make_bank: MakeBank) -> None:
    bank = make_bank(SOUNDS)
    for resample, stretch, hz in ((True, False, 450.0), (True, True, 450.0), (False, True, 400.0)):
        plan = plain_plan([[0]])
        plan.speed[0, 0], plan.resample[0, 0], plan.stretch[0, 0] = 36, resample, stretch
        wave = renderer_of(bank).render(plan).mixture[0]
        spectrum = torch.fft.rfft(wave * torch.hann_window(FRAMES)).abs()
        assert abs(float(spectrum.argmax()) - hz) < 4
        assert float(wave[-2000:].square().mean()) > 0.3 * float(wave.square().mean()), "sound to the end"


def test_conditions_are_unit_vectors_between_the_two_prompts(make_bank: MakeBank) -> None:
    renderer = renderer_of(make_bank(SOUNDS), noise=0.2)
    prompts = np.array([[[0, 1], [2, 2]]])
    plan = plain_plan([[0, 2]], prompts=prompts, blend=np.array([[0.5, 1.0]], np.float32))
    made = renderer.render(plan).conditions
    torch.testing.assert_close(made.norm(dim=-1), torch.ones(1, 2))
    exact = renderer_of(make_bank(SOUNDS)).render(plan).conditions[0]
    near = torch.nn.functional.cosine_similarity(made[0], exact)
    assert float(near.min()) > 0.95
    assert float(near.max()) < 0.9999
    torch.testing.assert_close(renderer.render(plan).conditions, made, msg="the plan decides the noise")
