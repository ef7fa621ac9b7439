"""What the ears say: suggestions, strips of presence, hits, and words that nobody taught the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from audiosep_core.library.registry import DEFAULT_MODEL
from audiosep_core.prompts.vocabulary import foreign
from desktop.actions.labels import Label
from desktop.actions.presence import Curve, Hit, Judgement
from desktop.document.region_commands import AddRegions
from desktop.document.state import SOURCE_ID, Region, Selection, new_stem_id
from desktop.views.file_dialogs import ask_for_labels
from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

_TYPING_MS = 600


class EarsHandler(Handler):
    """Where words are heard."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._asked = ""  # whose curve was asked for last
        self._jump: tuple[str, bool] | None = None  # a job after which to go to a hit, and which way
        self._where = ""  # the job of "Where is it?"
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._ask_familiarity)
        self._typing.timeout.connect(self._warn)

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "whereIsIt": self._ask_where,
            "nextHit": self._next_hit,
            "previousHit": self._previous_hit,
            "hitsToRegions": self._hits_to_regions,
            "exportLabels": self._export_labels,
        }

    def connect_signals(self) -> None:
        """Ears, panel, rows."""
        space, panel = self._space, self._window.prompt_panel
        asking = space.asking
        asking.presence.curve_changed.connect(self._show_strips)
        asking.presence.judged.connect(self._judged)
        asking.presence.failed.connect(self._not_judged)
        asking.suggesting.suggestions_changed.connect(self._show_suggestions)
        asking.familiarity.told.connect(self._warn)
        space.separation.stem_finished.connect(asking.presence.match_request)
        space.document.stems_changed.connect(self._stems_changed)
        panel.where_requested.connect(self._where_requested)
        panel.prompt_changed.connect(self._words_changed)
        panel.absent.elsewhere_requested.connect(self._go_to)
        self._window.timeline.marking.offer(self._stretches)
        store = asking.prompts
        store.changed.connect(self._show_kept)
        panel.star_requested.connect(store.set_favourite)
        panel.sets.save_requested.connect(store.save_preset)
        panel.sets.forget_requested.connect(store.remove_preset)
        self._show_kept()

    def _show_kept(self) -> None:
        store, panel = self._space.asking.prompts, self._window.prompt_panel
        panel.show_favourites(store.favourites)
        panel.sets.show_sets(store.presets)

    # -- suggestions and warnings

    def _show_suggestions(self) -> None:
        suggesting = self._space.asking.suggesting
        note = self.tr("Listening to the file…") if suggesting.listening else ""
        if suggesting.known and not suggesting.words:
            note = self.tr("Nothing that I could name for sure.")
        self._window.prompt_panel.heard.show_words(suggesting.words, note)

    def _words_changed(self) -> None:
        self._typing.start()
        self._warn()
        self._show_strips()

    def _ask_familiarity(self) -> None:
        # Only of an engine that is there anyway: nobody waits for a model to be told about a word.
        asking = self._space.asking
        if asking.suggesting.known and self._space.settings.settings.model == DEFAULT_MODEL:
            asking.familiarity.ask(self._window.prompt_panel.prompts)

    def _warn(self) -> None:
        panel, asking = self._window.prompt_panel, self._space.asking
        text = ""
        for prompt in panel.prompts if not self._typing.isActive() else ():  # "mar" may become "marimba"
            if not text and (english := foreign(prompt)) is not None:
                text = self.tr("The model understands English only. “{words}” is “{english}” in English.")
                text = text.format(words=prompt, english=english)
        if self._space.settings.settings.model == DEFAULT_MODEL:
            for prompt in panel.prompts:
                known = asking.familiarity.of(prompt)
                if known is not None and known.unheard and not text:
                    text = self.tr("The starter was hardly ever told of “{words}”. Nearest: {nearest}.")
                    text = text.format(words=prompt, nearest=", ".join(known.nearest))
        panel.hint.show_warning(text)

    # -- strips

    def _curve(self) -> Curve | None:
        """The curve that is meant: of the words in the panel; without any, of the chosen stem or the last asked for."""
        presence, stem = self._space.asking.presence, self._window.chosen_stem()
        words = self._window.prompt_panel.prompts or (*([stem.prompt] if stem else []), self._asked)
        return next(filter(None, map(presence.curve, words)), None)

    def _stems_changed(self) -> None:
        QTimer.singleShot(0, self, self._show_strips)  # the rows are made by the same signal

    def _show_strips(self, *_: object) -> None:
        state, presence = self._space.document.state, self._space.asking.presence
        if state.source is None:
            return  # no rows yet: building them takes longer than the whole window
        tracks = self._window.tracks
        row = tracks.row(SOURCE_ID)
        if row is not None:
            row.presence.set_curve(self._curve())
        for stem in state.stems:
            row = tracks.row(stem.id)
            if row is not None:
                row.presence.set_curve(presence.curve(stem.prompt), stem.color)

    # -- hits

    def _ask_where(self) -> None:
        self._window.prompt_panel.ask_where()

    def _where_requested(self, prompts: tuple[str, ...]) -> None:
        self._asked = prompts[0]
        job = self._space.asking.presence.ask(prompts, self._window.prompt_panel.scope.selection)
        if job is not None:
            self._where = job
            self._window.prompt_panel.show_where_pending(True)

    def _judged(self, job: str, judgements: tuple[Judgement, ...]) -> None:
        panel = self._window.prompt_panel
        if job == self._where:
            self._where = ""
            panel.show_where_pending(False)
            absent = [judgement for judgement in judgements if judgement.verdict == "not found"]
            selected = panel.scope.selection is not None
            if absent:
                panel.absent.tell(absent, selected=selected, waiting=False, rate_hz=self._window.timeline.rate_hz)
        if self._jump is not None and self._jump[0] == job:
            _, backwards = self._jump
            self._jump = None
            self._go_to_hit(backwards)

    def _not_judged(self, job: str) -> None:
        if job == self._where:
            self._where = ""
            self._window.prompt_panel.show_where_pending(False)
        if self._jump is not None and self._jump[0] == job:
            self._jump = None

    def _next_hit(self) -> None:
        self._go_to_hit(backwards=False)

    def _previous_hit(self) -> None:
        self._go_to_hit(backwards=True)

    def _go_to_hit(self, backwards: bool) -> None:
        curve, prompts = self._curve(), self._window.prompt_panel.prompts
        presence = self._space.asking.presence
        if curve is None:
            if prompts and self._jump is None and (job := presence.ask(prompts)) is not None:
                self._asked, self._jump = prompts[0], (job, backwards)
            return
        hit = presence.next_hit(curve.prompt, self._space.transport.position, backwards)
        if hit is None:
            text = self.tr("“{words}” is not heard in this recording.").format(words=curve.prompt)
            self._space.notices.info(text)
            return
        self._go_to(hit.start)

    def _go_to(self, frame: int) -> None:
        self._space.transport.seek(frame)
        self._window.timeline.reveal(frame)

    def _hits_to_regions(self) -> None:
        curve = self._curve()
        if curve is None or not curve.hits:
            self._tell_no_hits()
            return
        document = self._space.document
        there = {(region.start, region.end, region.name) for region in document.state.regions}
        new = [hit for hit in curve.hits if (hit.start, hit.end, curve.prompt) not in there]
        if new:
            regions = [Region(new_stem_id(), hit.start, hit.end, curve.prompt) for hit in new]
            document.undo_stack.push(AddRegions(document, *regions))

    def _stretches(self) -> list[Selection]:
        curve = self._curve()
        return [Selection(hit.start, hit.end) for hit in curve.hits] if curve is not None else []

    def _export_labels(self) -> None:
        source, curve = self._space.document.state.source, self._curve()
        regions = self._space.document.state.regions
        if source is None or (not regions and (curve is None or not curve.hits)):
            self._tell_no_hits()
            return
        name = source.path.with_name(f"{source.path.stem} labels.txt")
        ask_for_labels(self._window, name, self._save_labels)

    def _tell_no_hits(self) -> None:
        self._space.notices.info(
            self.tr("No hits are known yet."), self.tr("Say what to look for and press “Where is it?”.")
        )

    def _save_labels(self, path: Path) -> None:
        state, curve = self._space.document.state, self._curve()
        if state.source is None:
            return
        rate = state.source.rate_hz
        hits: tuple[Hit, ...] = curve.hits if curve is not None else ()
        name = curve.prompt if curve is not None else ""
        labels = [Label(hit.start / rate, hit.end / rate, name, hit.score) for hit in hits]
        there = {(hit.start, hit.end, name) for hit in hits}
        labels += [
            Label(region.start / rate, region.end / rate, region.name, None, region.band_hz)
            for region in state.regions
            if (region.start, region.end, region.name) not in there
        ]
        self._space.asking.labels.write(path, labels)
