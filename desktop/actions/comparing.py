"""Recording against stems, equally loud: the A/B switch, one stem alone by its number, and the blind comparison."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.actions.level_match import LevelMatcher, Match, stretch
from desktop.actions.playing import Mix, PlaybackController
from desktop.document.audible import audible, linear_gain, pans
from desktop.document.document import Document
from desktop.document.solo_commands import SoloAlone
from desktop.document.state import REST_ID, SOURCE_ID, Listening, Project
from desktop.playback.transport import Transport

SETTLE_MS = 300
"""A hand that moves a fader is let rest before the levels are measured anew."""


@dataclass(frozen=True)
class Blind:
    """A blind comparison as far as it may be known.

    Attributes:
        names: Of the two things that are compared; which of them is 1 and which 2 is hidden.
        ready: Whether the levels were measured, so that it can begin.
        heard: Which of the two is heard, 1 or 2.
        picks: How many times one was preferred.
        tally: How many times each of `names` was; None until it is revealed.
    """

    names: tuple[str, str]
    ready: bool = False
    heard: int = 1
    picks: int = 0
    tally: tuple[int, int] | None = None


def chance(tally: tuple[int, int]) -> float:
    """How often coins that are tossed as many times come out as clearly as this, or more so: from 0 to 1."""
    total, least = sum(tally), min(tally)
    if 2 * least == total:
        return 1.0
    return min(1.0, 2.0 * sum(math.comb(total, k) for k in range(least + 1)) / 2.0**total)


class ComparisonController(QObject):
    """What X, Shift+X and the numbers do.

    Attributes:
        visible: Gives the frames that are looked at; measured without a selection.

    Signals:
        match_changed: By how many dB the recording (above 0) or the stems (below 0) are turned down; None is unknown.
        blind_changed: A `Blind`, or None when it ended.
    """

    match_changed = Signal(object)
    blind_changed = Signal(object)

    def __init__(
        self,
        document: Document,
        playing: PlaybackController,
        transport: Transport,
        matcher: LevelMatcher | None = None,
        toss: Callable[[], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visible: Callable[[], tuple[int, int]] | None = None
        self._document = document
        self._playing = playing
        self._transport = transport
        self._matcher = matcher or LevelMatcher(parent=self)
        self._toss = toss or (lambda: random.random() < 0.5)
        self._matching = False
        self._known: Match | None = None
        self._blind: Blind | None = None
        self._sides: tuple[Mix, Mix] = (({}, {}), ({}, {}))
        self._compared: tuple[Path | None, frozenset[str]] = (None, frozenset())  # the recording's cache, and stems
        self._trims = (0.0, 0.0)
        self._swapped = False
        self._tally = [0, 0]
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._ask)
        self._matcher.measured.connect(self._take)
        document.mix_changed.connect(self._changed)
        document.selection_changed.connect(self._changed)
        document.stems_changed.connect(self._stems_changed)
        document.source_changed.connect(self._stems_changed)

    def shutdown(self) -> None:
        """Measure no more, and wait for what was being measured."""
        self._settle.stop()
        self._matcher.shutdown()

    # -- the switch

    @property
    def matching(self) -> bool:
        """Whether both sides of the switch are made equally loud."""
        return self._matching

    def set_matching(self, matching: bool) -> None:
        """Make both sides equally loud from now on, or leave them as they are."""
        self._matching = matching
        self._forget()
        if matching and self._document.listening == "source":
            self._ask()

    def switch(self) -> None:
        """Hear the other side: recording or stems; while it is blind, the other one of the two."""
        if (blind := self._hidden) is not None:
            self.hear(3 - blind.heard)
        elif self._document.state.stems:
            self._document.set_listening("stems" if self._document.listening == "source" else "source")
            self._ask()

    def hear_source(self) -> None:
        """The recording as it came."""
        if self._hidden is None and self._document.state.stems:
            self._document.set_listening("source")
            self._ask()

    def solo(self, number: int) -> None:
        """The stem of that row, from 1, and nothing else; once more, all of them. While it is blind, that side."""
        stems = self._document.state.stems
        if self._hidden is not None:
            if number <= 2:
                self.hear(number)
        elif number <= len(stems):
            if self._document.listening == "source":
                self._document.set_listening("stems")
                if self._document.solos == (stems[number - 1].id,):
                    return
            self._document.undo_stack.push(SoloAlone(self._document, stems[number - 1].id))

    # -- blind

    @property
    def blind(self) -> Blind | None:
        """The blind comparison that goes on, or None."""
        return self._blind

    @property
    def _hidden(self) -> Blind | None:
        """The blind comparison until its result is shown: keys and levels mean the rows again then."""
        return self._blind if self._blind is not None and self._blind.tally is None else None

    def begin_blind(self) -> None:
        """Compare two things without knowing which is which.

        Where exactly two tracks are soloed it is these: two stems, two models' versions of a stem, a stem and the rest.
        Else it is the recording and what is heard of the stems now.
        """
        state = self._document.state
        if self._blind is not None or not state.stems or self._playing.plan is None:
            return
        solos = self._document.solos
        if len(solos) == 2:
            self._sides = (_alone(state, solos[0]), _alone(state, solos[1]))
            names = (self._name_of(state, solos[0]), self._name_of(state, solos[1]))
        else:
            self._sides = (_side(state, "source"), _side(state, "stems"))
            heard = ", ".join(self._name_of(state, track_id) for track_id in solos)
            names = (self.tr("Recording"), heard or self.tr("Stems"))
        self._compared = state.source.cache if state.source else None, _stems_of(state, self._sides)
        self._tally = [0, 0]
        self._trims = (0.0, 0.0)
        self._blind = Blind(names)
        self._transport.show_levels(False)
        self._shuffle()
        match = self._match()
        if match is not None:
            self._matcher.ask(match)
        self._hear()

    def hear(self, which: int) -> None:
        """Hear side 1 or 2."""
        if (blind := self._hidden) is not None:
            self._blind = replace(blind, heard=which)
            self._hear()

    def prefer(self) -> None:
        """What is heard now is the better one; the next round is mixed anew."""
        if self._blind is None or not self._blind.ready or self._blind.tally is not None:
            return
        self._tally[self._true_side()] += 1
        self._shuffle()
        self._blind = replace(self._blind, picks=self._blind.picks + 1, heard=1)
        self._hear()

    def reveal(self) -> None:
        """Show what was preferred; the comparison is over then."""
        if self._blind is not None:
            self._blind = replace(self._blind, tally=(self._tally[0], self._tally[1]))
            self._stop_hearing()
            self.blind_changed.emit(self._blind)

    def end_blind(self) -> None:
        """Hear again what the rows say."""
        if self._blind is not None:
            self._blind = None
            self._stop_hearing()
            self.blind_changed.emit(None)

    def _stop_hearing(self) -> None:
        self._playing.hear(None)
        self._transport.show_levels(True)

    def _shuffle(self) -> None:
        self._swapped = self._toss()

    def _true_side(self) -> int:
        assert self._blind is not None
        return (self._blind.heard - 1) ^ int(self._swapped)

    def _hear(self) -> None:
        side = self._true_side()
        self._playing.hear(self._sides[side], linear_gain(self._trims[side]))
        self.blind_changed.emit(self._blind)

    def _name_of(self, state: Project, track_id: str) -> str:
        stem = state.stem(track_id)
        if stem is not None:
            return stem.name
        return self.tr("Everything else") if track_id == REST_ID else self.tr("Recording")

    # -- levels

    def _match(self) -> Match | None:
        """What would be measured now; None where there is nothing to compare."""
        state, plan = self._document.state, self._playing.plan
        if state.source is None or plan is None or not state.stems:
            return None
        span = (0, state.source.frames)
        if state.selection is not None:
            span = (state.selection.start, state.selection.end)
        elif self.visible is not None:
            span = self.visible()
        sides = self._sides if self._hidden is not None else (_side(state, "source"), _side(state, "stems"))
        return Match(plan, *sides, *stretch(span, self._transport.position, plan.rate_hz))

    def _ask(self) -> None:
        match = self._match()
        if self._matching and self._hidden is None and match is not None and not _same(match, self._known):
            self._matcher.ask(match)

    def _take(self, match: Match, first_db: float, second_db: float) -> None:
        if (blind := self._hidden) is not None:
            if not blind.ready and (match.first, match.second) == self._sides:
                self._trims = (first_db, second_db)
                self._blind = replace(blind, ready=True)
                self._hear()
        elif self._matching:
            self._known = match
            self._playing.set_trims({"source": linear_gain(first_db), "stems": linear_gain(second_db)})
            self.match_changed.emit(second_db - first_db)

    def _forget(self) -> None:
        self._known = None
        self._playing.set_trims({})
        self.match_changed.emit(None)

    def _changed(self) -> None:
        if not self._matching or self._known is None or self._hidden is not None:
            return
        match = self._match()
        if match is None:
            self._forget()
        elif not _same(match, self._known):
            if self._document.listening == "source":
                self._settle.start()
            else:
                self._forget()

    def _stems_changed(self) -> None:
        state = self._document.state
        cache, compared = self._compared
        if self._blind is not None:
            there = {stem.id for stem in state.stems}
            same = state.source is not None and state.source.cache == cache
            if not (there and same and compared <= there):  # what was compared could not be heard
                self.end_blind()
        self._changed()


def _side(state: Project, listening: Listening) -> Mix:
    side = replace(state, listening=listening)
    return audible(side), pans(side)


def _stems_of(state: Project, sides: tuple[Mix, Mix]) -> frozenset[str]:
    """Ids of the stems that are heard on either side."""
    return frozenset(stem.id for stem in state.stems if any(gains.get(stem.id) for gains, _ in sides))


def _alone(state: Project, track_id: str) -> Mix:
    """One track and nothing else, at its gain and pan."""
    only = replace(
        state,
        source_track=replace(state.source_track, soloed=track_id == SOURCE_ID),
        rest_track=replace(state.rest_track, soloed=track_id == REST_ID),
        stems=tuple(replace(stem, soloed=stem.id == track_id) for stem in state.stems),
    )
    return _side(only, "stems")


def _same(match: Match, known: Match | None) -> bool:
    """Whether the same would come out: the playhead's place and the gains that happen to be heard do not count."""
    if known is None:
        return False

    def key(one: Match) -> tuple[object, ...]:
        return one.plan.stems, one.plan.source, one.first, one.second, one.start, one.end

    return key(match) == key(known)
