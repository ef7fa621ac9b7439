from __future__ import annotations

from audiosep_core.training.clips import Clip
from audiosep_core.training.split import split_validation


def common_and_rare() -> list[Clip]:
    return [Clip(f"{i}.wav", "common" if i < 400 else f"rare {i}", "", f"group {i // 2}") for i in range(500)]


def test_originals_are_never_on_both_sides_and_small_classes_are_spared() -> None:
    clips = common_and_rare()
    train, held = split_validation(clips, 0.2)
    assert not {clips[i].split_group for i in train} & {clips[i].split_group for i in held}
    assert all(clips[i].label == "common" for i in held)
    assert 40 < len(held) < 120
    assert sorted(train + held) == list(range(500))
    assert split_validation(clips, 0.2) == (train, held)


def test_an_original_of_a_common_and_a_rare_class_stays_with_the_rare_one() -> None:
    clips = [Clip(f"{i}.wav", "common", "", f"group {i}") for i in range(200)]
    clips += [Clip(f"r{i}.wav", f"rare {i}", "", f"group {i}") for i in range(200)]
    train, held = split_validation(clips, 0.5)
    assert held == []
    assert len(train) == 400


def test_every_class_gives_at_least_one_and_keeps_at_least_one() -> None:
    clips = [Clip(f"{k}-{i}.wav", f"class {k}", "", f"{k}-{i}") for k, n in enumerate((1, 2, 3, 8)) for i in range(n)]
    train, held = split_validation(clips, 0.25, every_class=True)
    counts = [sum(clips[i].label == f"class {k}" for i in held) for k in range(4)]
    assert counts == [0, 1, 1, 2]
    assert {clips[i].label for i in train} == {f"class {k}" for k in range(4)}


def test_made_sound_is_not_held_out_and_nothing_is_at_zero() -> None:
    clips = [Clip(f"{i}.wav", "tone", "", f"g{i}", made=True) for i in range(50)]
    for every in (False, True):
        assert split_validation(clips, 0.5, every_class=every) == (list(range(50)), [])
    assert split_validation(common_and_rare(), 0.0)[1] == []


def test_a_name_that_is_not_utf_8_is_drawn_like_others() -> None:
    names = [f"caf\udce9 {i}.wav" for i in range(40)]
    clips = [Clip(name, "bell", "bell", name) for name in names]
    for every in (False, True):
        train, held = split_validation(clips, 0.25, every_class=every)
        assert sorted(train + held) == list(range(40))
        assert held
