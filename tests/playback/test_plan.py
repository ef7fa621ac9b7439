"""A plan is linear in its caches."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.playback.plan import Clip, PlaybackPlan, PlaybackStem

SOURCE, DOG = Path("source.json"), Path("dog.json")


def plan(**gains: float) -> PlaybackPlan:
    return PlaybackPlan(48000, 2, 1000, SOURCE, (PlaybackStem("dog", DOG, 100, 300, True),), gains)


def test_rest_is_the_source_without_its_stems() -> None:
    assert plan(rest=1.0).weights() == {Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): -1.0}


def test_stem_and_rest_together_are_the_source_exactly() -> None:
    assert plan(rest=1.0, dog=1.0).weights() == {Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): 0.0}


def test_a_stem_out_of_the_sum_stays_in_the_rest() -> None:
    outside = PlaybackPlan(48000, 2, 1000, SOURCE, (("dog", DOG, 100, 300, False),), {"rest": 1.0, "dog": 0.5})
    assert outside.weights() == {Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): 0.5}


@given(source=st.floats(0, 4), rest=st.floats(0, 4), dog=st.floats(0, 4))
def test_weights_say_the_same_as_the_definition(source: float, rest: float, dog: float) -> None:
    weights = plan(source=source, rest=rest, dog=dog).weights()
    mixture, bark = 0.7, 0.2
    mixed = weights[Clip(SOURCE, 0, None)] * mixture + weights[Clip(DOG, 100, 300)] * bark
    assert abs(mixed - (source * mixture + dog * bark + rest * (mixture - bark))) < 1e-9
