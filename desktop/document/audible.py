"""What a person hears of a project: mute, solo, amounts and the A/B switch turned into one linear gain a track."""

from __future__ import annotations

import math

from desktop.document.state import MIN_GAIN_DB, REST_ID, SOURCE_ID, Project, StemTrack, Track


def linear_gain(gain_db: float) -> float:
    """The factor of a level in dB; the fader's bottom is silence."""
    return 0.0 if gain_db <= MIN_GAIN_DB else float(10.0 ** (gain_db / 20.0))


def balance(pan: float) -> tuple[float, float]:
    """Factors of left and right for a pan from -1 to 1.

    The balance law: the side that is turned away from goes down in a straight line, the other one stays as it is. So
    nothing gets louder than it came, and in the middle both are exactly 1, which a constant-power law cannot do for
    stereo.
    """
    return min(1.0, 1.0 - pan), min(1.0, 1.0 + pan)


def audible(project: Project) -> dict[str, float]:
    """The linear gain of every track, 0.0 where it is not heard; empty without a source.

    The A/B switch on the source wins: the recording alone, as it came. Else, if anything is soloed, only that is heard,
    muted or not and whatever the amounts say: asking to hear a track is the later word. Else every unmuted stem that is
    in the sum and the rest are heard, each by its amounts, and the source, which is the sum of them, only while there
    is no stem.

    A stem outside of the sum (another one was separated from it and took its place) is heard when it is soloed. The
    rest has no row while there is no stem (it would be the source), so its solo does not count then.
    """
    if project.source is None:
        return {}
    rows: dict[str, Track | StemTrack] = {SOURCE_ID: project.source_track, REST_ID: project.rest_track}
    rows.update((stem.id, stem) for stem in project.stems)
    shown: set[str] = set(rows) if project.stems else {SOURCE_ID}
    soloed = {track_id for track_id in shown if rows[track_id].soloed}

    heard: dict[str, float] = {}
    if project.listening == "source":
        heard = {SOURCE_ID: 1.0}
    elif soloed:
        heard = dict.fromkeys(soloed, 1.0)
    elif project.stems:
        heard = {track_id: share for track_id, share in shares(project).items() if not rows[track_id].muted}
    elif not project.source_track.muted:
        heard = {SOURCE_ID: 1.0}
    return {track_id: heard.get(track_id, 0.0) * linear_gain(row.gain_db) for track_id, row in rows.items()}


def shares(project: Project) -> dict[str, float]:
    """How much of each stem in the sum, and of the rest, the amounts let through, from 0 to 1.

    A stem is turned down by its own amount below 0 (to nothing at -1, removed), everything but it by its amount above 0
    (to nothing at 1, isolated). With all amounts at 0 everything passes, and the sum is the source.
    """
    amounts = {stem.id: stem.amount for stem in project.stems if stem.in_sum}

    def left_by(others: list[float]) -> float:
        return math.prod(min(1.0, 1.0 - amount) for amount in others)

    passed = {
        stem_id: min(1.0, 1.0 + amount) * left_by([a for other, a in amounts.items() if other != stem_id])
        for stem_id, amount in amounts.items()
    }
    return {**passed, REST_ID: left_by(list(amounts.values()))}


def pans(project: Project) -> dict[str, float]:
    """The pan of every track that is not in the middle, from -1 to 1; none while the A/B switch is on the source.

    The recording as it came is what it is compared with, so its own pan does not count on that side.
    """
    if project.source is None or project.listening == "source":
        return {}
    rows: dict[str, Track | StemTrack] = {SOURCE_ID: project.source_track, REST_ID: project.rest_track}
    rows.update((stem.id, stem) for stem in project.stems)
    return {track_id: row.pan for track_id, row in rows.items() if row.pan}
