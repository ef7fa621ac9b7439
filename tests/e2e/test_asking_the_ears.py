"""The shipped ears in the real window: what is heard, what is not, how well a stem matches."""

from __future__ import annotations

from audiosep_core.library.resources import resource
from tests.e2e.hand import SEPARATION_MS, Hand


def test_the_ears_suggest_refuse_and_judge(hand: Hand) -> None:
    path = resource("examples", "voice-in-the-rain.flac")
    hand.window.handlers.asking._patience.setInterval(SEPARATION_MS)  # a busy machine is slower than a person waits
    hand.window.open_paths([path])
    hand.wait_for_source(path)
    asking, document = hand.window.workspace.asking, hand.window.workspace.document
    hand.wait(lambda: asking.suggesting.known, SEPARATION_MS)
    assert "rain" in asking.suggesting.words
    hand.ask("a dog barking")
    card = hand.find("absentCard")
    hand.wait(card.isVisible, SEPARATION_MS)
    assert document.state.stems == (), "nothing is computed for what is not there"
    hand.ask("rain")
    hand.wait(lambda: bool(document.state.stems) and document.state.stems[0].match is not None, SEPARATION_MS)
    (stem,) = document.state.stems
    assert stem.match is not None
    assert stem.match > 0.6
    row = hand.window.tracks.row(stem.id)
    assert row is not None
    curve = row.presence.curve
    assert curve is not None
    assert curve.verdict == "present"
    assert sum(value > 50 for value in curve.track) > len(curve.track) / 2
