from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.audible import audible, balance, linear_gain, pans, shares
from desktop.document.state import MAX_GAIN_DB, MIN_GAIN_DB, Project, Source, StemTrack, Track

SOURCE = Source(Path("a.wav"), Path("a.json"), 48_000, 2, 100, True)
gains = st.floats(MIN_GAIN_DB + 0.1, MAX_GAIN_DB)
unit = st.floats(-1.0, 1.0)
tracks = st.builds(Track, gains, st.booleans(), st.booleans(), unit)
amounts = st.lists(st.tuples(unit, st.booleans()), min_size=5, max_size=5)


@st.composite
def projects(draw: st.DrawFn, least_stems: int = 0) -> Project:
    rows = draw(st.lists(tracks, min_size=least_stems, max_size=5))
    stems = tuple(
        StemTrack(
            str(n), "", "", Path(), 0, 1, "m", row.gain_db, row.muted, row.soloed, pan=row.pan, amount=amount, in_sum=on
        )
        for n, (row, (amount, on)) in enumerate(zip(rows, draw(amounts), strict=False))
    )
    return Project(SOURCE, draw(tracks), draw(tracks), stems, None, None, draw(st.sampled_from(["stems", "source"])))


def on(project: Project) -> set[str]:
    return {track_id for track_id, gain in audible(project).items() if gain > 0}


@given(projects())
def test_every_row_has_one_gain_that_is_its_fader_or_less(project: Project) -> None:
    heard = audible(project)
    assert set(heard) == {"source", "rest", *(stem.id for stem in project.stems)}
    for track_id, gain in heard.items():
        row = project.track(track_id)
        assert row is not None
        assert 0.0 <= gain <= linear_gain(row.gain_db)


@given(projects())
def test_without_amounts_every_gain_is_the_fader_or_nothing(project: Project) -> None:
    project = replace(project, stems=tuple(replace(stem, amount=0.0) for stem in project.stems))
    for track_id, gain in audible(project).items():
        row = project.track(track_id)
        assert row is not None
        assert gain in (0.0, linear_gain(row.gain_db))


@given(projects(least_stems=1))
def test_amounts_let_through_what_the_definition_says(project: Project) -> None:
    passed = shares(project)
    summed = [stem for stem in project.stems if stem.in_sum]
    assert set(passed) == {"rest", *(stem.id for stem in summed)}
    for stem in summed:
        expected = min(1.0, 1.0 + stem.amount)
        for other in summed:
            expected *= 1.0 if other is stem else min(1.0, 1.0 - other.amount)
        assert passed[stem.id] == pytest.approx(expected)
    rest = 1.0
    for stem in summed:
        rest *= min(1.0, 1.0 - stem.amount)
    assert passed["rest"] == pytest.approx(rest)
    assert all(0.0 <= share <= 1.0 for share in passed.values())


@given(projects(least_stems=2), st.data())
def test_isolated_alone_removed_alone(project: Project, data: st.DataObject) -> None:
    plain = {"soloed": False, "muted": False, "amount": 0.0, "in_sum": True, "gain_db": 0.0}
    stems = [replace(stem, **plain) for stem in project.stems]
    which = data.draw(st.integers(0, len(stems) - 1))
    still = replace(project, listening="stems", source_track=Track(), rest_track=Track())
    stems[which] = replace(stems[which], amount=1.0)
    assert on(replace(still, stems=tuple(stems))) == {stems[which].id}
    stems[which] = replace(stems[which], amount=-1.0)
    assert on(replace(still, stems=tuple(stems))) == {"rest", *(s.id for s in stems)} - {stems[which].id}


@given(unit)
def test_a_pan_turns_one_side_down_and_never_anything_up(pan: float) -> None:
    left, right = balance(pan)
    assert 0.0 <= min(left, right) <= max(left, right) == 1.0
    assert right - left == pytest.approx(pan)
    assert balance(0.0) == (1.0, 1.0)


@given(projects())
def test_pans_are_those_of_the_rows_and_none_of_the_recording_as_it_came(project: Project) -> None:
    assert pans(replace(project, listening="source")) == {}
    for track_id, pan in pans(replace(project, listening="stems")).items():
        row = project.track(track_id)
        assert row is not None
        assert pan == row.pan != 0.0


@given(projects(least_stems=1))
def test_solo_wins(project: Project) -> None:
    project = replace(project, listening="stems")
    soloed = {track_id for track_id in audible(project) if project.track(track_id).soloed}  # type: ignore[union-attr]
    if soloed:
        assert on(project) == soloed


@given(projects(least_stems=1))
def test_the_source_is_silent_beside_its_parts(project: Project) -> None:
    project = replace(project, listening="stems", source_track=replace(project.source_track, soloed=False))
    assert "source" not in on(project)


@given(projects(least_stems=1))
def test_without_solo_every_unmuted_part_of_the_sum_is_heard(project: Project) -> None:
    project = replace(
        project,
        listening="stems",
        source_track=replace(project.source_track, soloed=False),
        rest_track=replace(project.rest_track, soloed=False),
        stems=tuple(replace(stem, soloed=False, amount=0.0) for stem in project.stems),
    )
    rest = set() if project.rest_track.muted else {"rest"}
    assert on(project) == rest | {stem.id for stem in project.stems if not stem.muted and stem.in_sum}


@given(projects())
def test_the_switch_lets_the_recording_be_heard_alone(project: Project) -> None:
    assert on(replace(project, listening="source")) == {"source"}


@given(projects())
def test_without_stems_there_is_only_the_source(project: Project) -> None:
    project = replace(project, stems=(), listening="stems")
    assert on(project) == ({"source"} if project.source_track.soloed or not project.source_track.muted else set())


@given(projects())
def test_without_a_source_nothing_is_heard(project: Project) -> None:
    assert audible(replace(project, source=None)) == {}


def test_gains_are_those_of_decibels() -> None:
    assert linear_gain(0.0) == 1.0
    assert linear_gain(-20.0) == pytest.approx(0.1)
    assert linear_gain(MIN_GAIN_DB) == 0.0
