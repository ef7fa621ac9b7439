"""What a row says of itself in a line or two."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from audiosep_core.library.registry import model_title
from desktop.actions.sum_check import SumReport
from desktop.document.state import Project, Source, StemTrack
from desktop.views import ticks
from desktop.views.amounts import kilohertz
from desktop.views.match_text import match_text

_PLACES_TOLD = 3


class Note(NamedTuple):
    """Words, their tone ("", "warning" or "danger"), and more words for who rests the pointer there."""

    text: str
    tone: str = ""
    tip: str = ""


def stem_note(stem: StemTrack, *, silent: bool) -> Note:
    """How the work on a stem stands, and what came of it."""
    if stem.state == "working":
        if stem.progress <= 0:
            return Note(_tr("Waiting for the engine"))
        return Note(_tr("Separating {percent} %").format(percent=round(stem.progress * 100)))
    if stem.state == "failed":
        return Note(_tr("Failed, parts are kept") if stem.has_sound else _tr("Failed, nothing was made"), "danger")
    if stem.state == "cancelled":
        return Note(_tr("Stopped, parts are kept") if stem.has_sound else _tr("Stopped"), "warning")
    if silent:
        return Note(_tr("Nothing matched above −60 dB"), "warning")
    verdict, tone = match_text(stem.match)
    parts = [verdict] if verdict else []
    tip = ""
    if not stem.in_sum:
        parts.append(_tr("not in the sum"))
        tip = _tr("Does not count in the sum, and is heard only in solo. Σ lets it count.")
    if not stem.name.startswith(stem.prompt):
        parts.append(stem.prompt)
    elif stem.recipe.against:
        parts.append(_tr("But not: {words}").format(words=", ".join(stem.recipe.against)))
    elif not parts:
        parts.append(_tr("Model: {name}").format(name=model_title(stem.model)))
    text = " · ".join(parts)
    return Note(text[:1].upper() + text[1:] if not stem.in_sum else text, tone, tip and f"{text}\n{tip}")


def source_note(source: Source) -> Note:
    """Rate and channels of the recording."""
    channels = {1: _tr("mono"), 2: _tr("stereo")}.get(source.channels, _tr("{n} channels").format(n=source.channels))
    return Note(f"{kilohertz(source.rate_hz)}, {channels}")


def rest_notes(project: Project, report: SumReport | None, rate_hz: int) -> tuple[Note, Note]:
    """What "Everything else" is, whether the parts are the whole, and where stems claim too much."""
    if not project.counted:
        return Note(_tr("The whole recording: no stem counts")), Note("")
    if report is None:
        return Note(_tr("Recording minus the stems")), Note("")
    if not report.holds:
        tip = _tr("The stems and this do not give the recording back. Separate again what sounds wrong.")
        return Note(_tr("Does not sum to the original"), "danger", tip), Note("")
    level = _tr("exactly") if math.isinf(report.null_db) else _tr("to {db} dBFS").format(db=round(report.null_db))
    tip = _tr("Measured on what is played: the stems that count and this are the recording, {level}.")
    if not report.whole:
        tip = _tr("Measured in places all over: the stems that count and this are the recording, {level}.")
    return Note(_tr("Sums to the original ✓"), "", tip.format(level=level)), _claims(report, rate_hz)


def _claims(report: SumReport, rate_hz: int) -> Note:
    if not report.claims:
        return Note("")
    places = [_span(start / rate_hz, end / rate_hz) for start, end in report.claims]
    text = _tr("Stems overlap in one place") if len(places) == 1 else _tr("Stems overlap in {n} places")
    told, more = ", ".join(places[:_PLACES_TOLD]), len(places) - _PLACES_TOLD
    if more > 0:
        told = _tr("{places} and {count} more").format(places=told, count=more)
    tip = _tr("Overlapping stems claim more than there is at\n{places}:\nthe same sound is in two of them.")
    tip = tip.format(places=told) + "\n" + _tr("Take one of them out of the sum (Σ).")
    return Note(text.format(n=len(places)), "warning", tip)


def _span(start_s: float, end_s: float) -> str:
    return f"{ticks.tenths(start_s)}–{ticks.tenths(end_s)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("notes", text)
