"""A plan is linear in its caches."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.document.audible import balance
from desktop.playback.plan import Clip, PlaybackPlan, PlaybackStem

SOURCE, DOG = Path("source.json"), Path("dog.json")


def plan(**gains: float) -> PlaybackPlan:
    return PlaybackPlan(48000, 2, 1000, SOURCE, (PlaybackStem("dog", DOG, 100, 300, True),), gains)


def both(weights: dict[Clip, float]) -> dict[Clip, tuple[float, float]]:
    return {clip: (factor, factor) for clip, factor in weights.items()}


def test_rest_is_the_source_without_its_stems() -> None:
    assert plan(rest=1.0).weights() == both({Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): -1.0})


def test_stem_and_rest_together_are_the_source_exactly() -> None:
    assert plan(rest=1.0, dog=1.0).weights() == both({Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): 0.0})


def test_a_stem_out_of_the_sum_stays_in_the_rest() -> None:
    outside = PlaybackPlan(48000, 2, 1000, SOURCE, (("dog", DOG, 100, 300, False),), {"rest": 1.0, "dog": 0.5})
    assert outside.weights() == both({Clip(SOURCE, 0, None): 1.0, Clip(DOG, 100, 300): 0.5})


unit = st.floats(-1, 1)
gains = st.floats(0, 4)


@given(source=gains, rest=gains, dog=gains, pans=st.fixed_dictionaries({"source": unit, "rest": unit, "dog": unit}))
def test_weights_say_the_same_as_the_definition(source: float, rest: float, dog: float, pans: dict[str, float]) -> None:
    weights = plan(source=source, rest=rest, dog=dog).weights(pans=pans)
    mixture, bark = 0.7, 0.2
    for side in (0, 1):
        share = {name: balance(pan)[side] for name, pan in pans.items()}
        mixed = weights[Clip(SOURCE, 0, None)][side] * mixture + weights[Clip(DOG, 100, 300)][side] * bark
        expected = share["source"] * source * mixture + share["dog"] * dog * bark + share["rest"] * rest * (0.7 - 0.2)
        assert abs(mixed - expected) < 1e-9
