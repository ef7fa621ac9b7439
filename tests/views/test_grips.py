from hypothesis import given
from hypothesis import strategies as st

from desktop.views.grips import GRAB_PX, Grip, PixelBox, grip_at

pixel = st.floats(0, 1000)


def test_every_side_and_corner_can_be_taken_hold_of() -> None:
    box = PixelBox(100, 300, 50, 150)
    assert grip_at(box, 100, 100) == Grip("start")
    assert grip_at(box, 300 + GRAB_PX, 100) == Grip("end")
    assert grip_at(box, 200, 50) == Grip(None, "high")
    assert grip_at(box, 200, 150) == Grip(None, "low")
    assert grip_at(box, 104, 147) == Grip("start", "low")
    assert grip_at(box, 297, 53) == Grip("end", "high")
    assert grip_at(box, 200, 100) is None
    assert grip_at(box, 100, 50 - GRAB_PX - 1) is None, "over the box another one can be begun"
    assert grip_at(box, 300 + GRAB_PX + 1, 50) is None


@given(pixel, pixel, pixel, pixel)
def test_a_stretch_without_a_band_has_two_edges_at_every_height(left: float, right: float, x: float, y: float) -> None:
    grip = grip_at(PixelBox(left, right), x, y)
    within = min(abs(x - left), abs(x - right)) <= GRAB_PX
    assert (grip is not None) == within
    assert grip is None or grip.frequency is None
    if grip is not None:
        held, other = (left, right) if grip.time == "start" else (right, left)
        assert abs(x - held) <= abs(x - other)
