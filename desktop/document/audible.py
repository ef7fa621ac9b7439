"""What a person hears of a project: mute, solo and the A/B switch turned into one linear gain a track."""

from __future__ import annotations

from desktop.document.state import MIN_GAIN_DB, REST_ID, SOURCE_ID, Project, StemTrack, Track


def linear_gain(gain_db: float) -> float:
    """The factor of a level in dB; the fader's bottom is silence."""
    return 0.0 if gain_db <= MIN_GAIN_DB else float(10.0 ** (gain_db / 20.0))


def audible(project: Project) -> dict[str, float]:
    """The linear gain of every track, 0.0 where it is not heard; empty without a source.

    The A/B switch on the source wins: the recording alone, as it came. Else, if anything is soloed, only that is heard,
    muted or not: asking to hear a track is the later word. Else every unmuted stem and the rest are heard, and the
    source, which is the sum of them, only while there is no stem.

    The rest has no row while there is no stem (it would be the source), so its solo does not count then.
    """
    if project.source is None:
        return {}
    rows: dict[str, Track | StemTrack] = {SOURCE_ID: project.source_track, REST_ID: project.rest_track}
    rows.update((stem.id, stem) for stem in project.stems)

    if project.listening == "source":
        heard: set[str] = {SOURCE_ID}
    else:
        shown = rows.keys() if project.stems else {SOURCE_ID}
        soloed = {track_id for track_id in shown if rows[track_id].soloed}
        parts = shown - {SOURCE_ID} if project.stems else {SOURCE_ID}
        heard = soloed or {track_id for track_id in parts if not rows[track_id].muted}
    return {track_id: linear_gain(row.gain_db) if track_id in heard else 0.0 for track_id, row in rows.items()}
