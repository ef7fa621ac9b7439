from desktop.document.state import Selection
from desktop.views.spoken import spoken_selection, spoken_time


def test_times_are_said_in_whole_words() -> None:
    assert spoken_time(0, 100) == "0 seconds"
    assert spoken_time(100, 100) == "1 second"
    assert spoken_time(6000, 100) == "1 minute"
    assert spoken_time(12525, 100) == "2 minutes 5.25 seconds"
    assert spoken_time(360000 + 6000, 100) == "1 hour 1 minute"
    assert spoken_time(2 * 360000, 100) == "2 hours"
    assert spoken_time(59_999_9, 10_000) == "1 minute", "not 60 seconds"


def test_a_selection_is_one_text() -> None:
    assert spoken_selection(None, 100) == "Nothing selected"
    box = Selection(1000, 1800, (200.0, 4000.0))
    assert spoken_selection(box, 100) == (
        "Selected from 10 seconds to 18 seconds, 8 seconds long, from 200 to 4000 hertz"
    )
