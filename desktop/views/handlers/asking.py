"""Asking for sounds, and what the engine says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from audiosep_core.prompts.vocabulary import foreign
from desktop.actions.engine_state import EngineState
from desktop.actions.engine_work import Work
from desktop.actions.models import ModelWork
from desktop.actions.presence import Judgement
from desktop.document.state import Selection, StemTrack
from desktop.services.notices import Notice
from desktop.views.handlers.handler import Handler

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

DEVICE = "auto"
"""The engine takes the best device it finds."""
PATIENCE_MS = 3000
"""So long the ears are waited for before a separation; then it begins without them."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class _Question:
    """Words that the ears are asked about in the recording in this cache, before they are separated or beside it."""

    job: str
    cache: Path
    prompts: Words
    against: Words
    waiting: bool
    selected: bool


@dataclass(frozen=True)
class _Early:
    """Words that were asked for while the recording in this cache was still being read, and what was said to it."""

    cache: Path
    prompts: Words
    against: Words
    notice: Notice


class AskHandler(Handler):
    """From the prompt panel to the engine and back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._question: _Question | None = None
        self._early: _Early | None = None
        self._refused: tuple[Words, Words] | None = None  # what the person was told is not there
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._go_on)

    def table(self) -> dict[str, Callable[[], None]]:
        """Handlers by command id."""
        return {
            "focusPrompt": self._focus_prompt,
            "separate": self._ask,
            "soundsLike": self.separate_like,
            "cancel": self.cancel,
            "freeMemory": self._space.inference.unload,
        }

    def connect_signals(self) -> None:
        """Prompt panel and engine."""
        window, separation = self._window, self._space.separation
        self._space.document.source_changed.connect(self._source_changed)
        separation.work_changed.connect(self._show_work)
        separation.stem_finished.connect(self._stem_finished)
        separation.engine_changed.connect(self._show_engine)
        separation.prompt_used.connect(self._remember_prompt)
        separation.timed.connect(self._learn_speed)
        self._space.models.work_changed.connect(self._show_model_work)
        inference = self._space.inference
        inference.warm_failed.connect(self._engine_off)
        inference.unloaded.connect(self._engine_off)
        presence = self._space.asking.presence
        presence.judged.connect(self._judged)
        presence.failed.connect(self._not_judged)
        panel = window.prompt_panel
        inference.devices_known.connect(panel.advanced.show_devices)
        panel.separate_requested.connect(self.separate_prompts)
        panel.like_requested.connect(self.separate_like)
        panel.prompt_changed.connect(self._words_changed)
        panel.advanced.changed.connect(self._show_budget)
        panel.absent.anyway_requested.connect(self._ask)
        panel.absent.whole_requested.connect(self._try_whole_file)
        window.status.cancel_requested.connect(self.cancel)

    def _focus_prompt(self) -> None:
        self._window.prompt_panel.focus_prompt()

    def _ask(self) -> None:
        self._window.prompt_panel.ask()

    def _words_changed(self) -> None:
        self._refused = None
        self._show_budget()
        self._window.update_actions()

    # -- what the engine does

    def _show_work(self, work: Work | None) -> None:
        self._window.status.show_work(work)
        self._window.update_actions()
        self._show_budget()  # there is none beside the time that is left

    def _show_model_work(self, work: ModelWork | None) -> None:
        self._window.status.show_model_work(work)
        self._window.update_actions()

    def _show_engine(self, state: EngineState) -> None:
        self._window.status.show_engine(state)
        if not self._space.separation.engine_down:
            self._window.notices.drop("restart-engine")
        self._show_budget()  # there is none while the engine is down

    def _engine_off(self) -> None:
        self._window.status.show_engine(EngineState(self.tr("Engine: off")))

    def _stem_finished(self, stem_id: str) -> None:
        # Space must play, not type: the keyboard goes to the new stem, unless it is in use.
        stem = self._space.document.state.stem(stem_id)
        focused = self._window.focusWidget()
        waiting = stem is not None and self._window.prompt_panel.waits_for(stem.recipe)
        if waiting or not isinstance(focused, QLineEdit):
            self._window.tracks.focus_row(stem_id)

    def _remember_prompt(self, prompt: str) -> None:
        self._space.settings.remember_prompt(prompt)
        self._window.prompt_panel.recent.show_recent(self._space.settings.settings.prompts)

    # -- how long it takes

    def _learn_speed(self, stem: StemTrack, sounds: int, wall_s: float) -> None:
        source = self._space.document.state.source
        if source is not None:
            key = _speed_key(stem.model, stem.recipe.device, stem.recipe.backend)
            self._space.asking.prompts.learn_speed(key, sounds * (stem.end - stem.start) / source.rate_hz, wall_s)
            self._show_budget()

    def _show_budget(self) -> None:
        panel = self._window.prompt_panel
        how, model = panel.advanced.choice, self._space.settings.settings.model
        sounds = len(panel.prompts) + len(panel.against)
        expected = None
        source, separation = self._space.document.state.source, self._space.separation
        if panel.prompts and source is not None and not separation.engine_down and not separation.working:
            key = _speed_key(model, how.device, how.backend)
            expected = self._space.asking.prompts.expected_s(key, sounds * panel.scope.length_s)
        panel.show_budget(expected)

    # -- from words to stems

    def separate_prompts(self, prompts: Words, against: Words) -> None:
        """Ask for these sounds, in one pass; where the ears know the recording, they are asked first."""
        panel, asking = self._window.prompt_panel, self._space.asking
        if self._question is not None and self._question.waiting:
            return  # the answer is on its way
        source = self._space.document.state.source
        if source is not None and not source.complete and not self._space.opening.pending:
            hint = self.tr("Separation begins as soon as it is complete.")
            notice = Notice("info", self.tr("The recording is still being read."), hint)
            self._early = _Early(source.cache, prompts, against, notice)
            self._space.notices.post(notice)
            return
        insisted, self._refused = self._refused == (prompts, against), None
        panel.absent.hide()
        if not insisted and (strange := [prompt for prompt in prompts if foreign(prompt) is not None]):
            panel.absent.tell_foreign(strange)
        known = asking.suggesting.known and not self._space.separation.working
        if source is not None and not insisted and known and not panel.scope.within:
            selection = panel.scope.selection
            job = asking.presence.ask(prompts, selection)
            if job is not None:
                self._question = _Question(job, source.cache, prompts, against, True, selection is not None)
                self._patience.start()
                return
        self._separate(prompts, against, tell=not insisted)

    def _source_changed(self) -> None:
        source, early = self._space.document.state.source, self._early
        if self._question is not None and (source is None or source.cache != self._question.cache):
            self._question = None  # what was asked of one recording is not separated in the next
            self._patience.stop()
        if early is None or (source is not None and source.cache == early.cache and not source.complete):
            return
        self._early = None
        if self._window.notices.notice == early.notice:
            self._window.notices.dismiss()
        if source is not None and source.cache == early.cache:
            # Not from within the change: others have not heard of it yet.
            QTimer.singleShot(0, self, partial(self._ask_early, early))

    def _ask_early(self, early: _Early) -> None:
        source = self._space.document.state.source
        if source is not None and source.cache == early.cache:
            self.separate_prompts(early.prompts, early.against)

    def separate_in(self, stretches: Iterable[Selection]) -> None:
        """Ask for the words of the panel in each of these stretches, one request a stretch, in their order."""
        panel, space = self._window.prompt_panel, self._space
        for stretch in stretches:
            space.separation.separate(
                panel.prompts,
                space.settings.settings.model,
                panel.advanced.choice.device,
                stretch.start,
                panel.against,
                how=panel.advanced.choice,
                stretch=stretch,
            )

    def _separate(self, prompts: Words, against: Words, *, tell: bool) -> None:
        """Ask the engine; `tell`: and the ears beside it, so that it can be said what was not there."""
        panel, space = self._window.prompt_panel, self._space
        within = panel.scope.within
        job = space.separation.separate(
            prompts,
            space.settings.settings.model,
            panel.advanced.choice.device,
            space.transport.position,
            against,
            how=panel.advanced.choice,
            whole_file=panel.scope.whole_file,
            within=within,
        )
        source = space.document.state.source
        if job is None or source is None:
            return
        if within:
            panel.scope.ask_within("", "")
        elif tell:
            selection = panel.scope.selection
            question = space.asking.presence.ask(prompts, selection)
            if question is not None:
                self._question = _Question(question, source.cache, prompts, against, False, selection is not None)

    def _judged(self, job: str, judgements: tuple[Judgement, ...]) -> None:
        question = self._question
        if question is None or question.job != job:
            return
        self._question = None
        self._patience.stop()
        strange = [judgement for judgement in judgements if foreign(judgement.prompt) is not None]
        # What ears hear for words that are no English is another sound.
        absent = [judgement for judgement in judgements if judgement.verdict == "not found" or judgement in strange]
        sure = all(judgement.sure or judgement in strange for judgement in absent)
        all_absent = len(absent) == len(judgements) and sure
        panel = self._window.prompt_panel
        if question.waiting and not all_absent:
            self._separate(question.prompts, question.against, tell=False)
        if absent and panel.prompts == question.prompts:
            waits = question.waiting and all_absent
            if waits:
                self._refused = question.prompts, question.against
            rate = self._window.timeline.rate_hz
            panel.absent.tell(absent, selected=question.selected, waiting=waits, rate_hz=rate)

    def _not_judged(self, job: str) -> None:
        if self._question is not None and self._question.job == job:
            self._go_on()

    def _go_on(self) -> None:
        question, self._question = self._question, None
        self._patience.stop()
        if question is not None and question.waiting:
            self._separate(question.prompts, question.against, tell=False)

    def _try_whole_file(self) -> None:
        panel = self._window.prompt_panel
        panel.scope.choose_whole_file()
        panel.ask()

    def separate_like(self) -> None:
        """Ask for what sounds like the selection."""
        model = self._space.settings.settings.model
        panel = self._window.prompt_panel
        how = panel.advanced.choice
        self._space.separation.separate_like(model, how.device, self._space.transport.position, panel.against, how)

    def cancel(self) -> None:
        """Stop what the status line shows; said at once, done within half a second."""
        if not self._space.separation.working:
            self._space.models.stop()
            return
        self._window.status.show_stopping()
        self._space.separation.cancel()


def _speed_key(model: str, device: str, backend: str) -> str:
    return f"{Path(model).stem} {device} {backend}"
