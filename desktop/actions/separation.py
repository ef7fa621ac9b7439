"""From words to stems: the request, its progress, its outcome."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.registry import model_title, takes_examples
from desktop.actions.asking_terms import AskingTerms
from desktop.actions.engine_state import EngineState, running_on
from desktop.actions.engine_work import Work
from desktop.actions.picture_store import PictureStore
from desktop.actions.separation_request import made_again, separate_request, stems_for, tidy
from desktop.actions.stem_analysis import StemAnalyses
from desktop.document.commands import AddStem, ReplaceStem
from desktop.document.document import Document
from desktop.document.state import Recipe, Selection, Source, StemTrack, asked_alike, new_stem_id
from desktop.inference.inference_thread import InferenceThread
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

AUTOMATIC = Recipe()
"""Everything as the engine thinks best."""
# By the code of an error: what its button does.
_NEXT_STEPS = {"out-of-memory": "go-on:{job}", "model-missing": "models", "model-damaged": "models"}


class SeparationController(QObject):
    """Asks the engine and tells the document what comes of it.

    Args:
        opening: Name of the recording that is about to take the place of this one, "" while there is none.
        plays_outside: Whether a place is being heard where this stem has nothing.

    Signals:
        work_changed: What the engine does now (Work), or None.
        stem_finished: A request is done (its first stem's id).
        engine_changed: What the status line says of it (EngineState).
        prompt_used: Words that were asked for.
        timed: A request that was done in one go: its first stem, for how many sounds the network ran, and for how many
            seconds, without loading.
        stem_audible: A request's first frames are there (the id of its first stem that was not taken out).
    """

    work_changed = Signal(object)
    stem_finished = Signal(str)
    engine_changed = Signal(object)
    prompt_used = Signal(str)
    timed = Signal(object, int, float)
    stem_audible = Signal(str)

    def __init__(
        self,
        document: Document,
        pictures: PictureStore,
        inference: InferenceThread,
        media: MediaThread,
        notices: NoticeBus,
        clock: Callable[[], float] = time.monotonic,
        opening: Callable[[], str] = lambda: "",
        plays_outside: Callable[[StemTrack], bool] = lambda _: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._inference = inference
        self._notices = notices
        self._clock = clock
        self._terms = AskingTerms(document, notices, opening, self)
        self._plays_outside = plays_outside
        self._jobs: list[str] = []
        self._audible: set[str] = set()
        self._resumed: set[str] = set()  # what was there of them already was no work
        self._engine_down = False
        self._memory: tuple[int, int] | None = None
        self._stems: dict[str, tuple[StemTrack, ...]] = {}  # by job
        self._work: Work | None = None
        self._since: float | None = None
        self._analyses = StemAnalyses(pictures, media, self._is_working, self)
        inference.job_started.connect(self._started)
        inference.phase.connect(self._phase)
        inference.progress.connect(self._progress)
        inference.final.connect(self._final)
        inference.notice.connect(self._notice)
        inference.done.connect(self._done)
        inference.failed.connect(self._failed)
        inference.cancelled.connect(self._cancelled)
        inference.engine_stopped.connect(self._engine_stopped)
        inference.warmed.connect(self._warmed)
        inference.memory_known.connect(self._know_memory)
        document.stems_changed.connect(self._drop_removed)

    @property
    def engine_down(self) -> bool:
        """Whether the engine died, and was not started again since."""
        return self._engine_down

    @property
    def working(self) -> bool:
        """Whether the engine has something to do for us."""
        return bool(self._jobs)

    def uses(self, folder: Path) -> bool:
        """Whether the engine or an analysis may still write in there."""
        stems = itertools.chain(*self._stems.values())
        return any(stem.cache.parent == folder for stem in stems) or self._analyses.uses(folder)

    def _is_working(self, stem_id: str) -> bool:
        return any(stem.id == stem_id for stem in itertools.chain(*self._stems.values()))

    def warm(self, model: str, device: str) -> None:
        """Load the model before the first request."""
        self.engine_changed.emit(EngineState(self.tr("Engine: starting")))
        self._inference.warm(model, device)

    def separate(
        self,
        prompts: str | Sequence[str],
        model: str,
        device: str,
        playhead: int,
        against: Sequence[str] = (),
        *,
        how: Recipe = AUTOMATIC,
        whole_file: bool = False,
        within: str = "",
        stretch: Selection | None = None,
    ) -> str | None:
        """Ask for what `prompts` say, all in one pass, in the selection or everywhere; None when it cannot be done.

        Each gets a stem; what is claimed by two, or by one and by `against`, is shared out, and the part of `against`
        goes to nobody. What was asked for like this before and was not finished goes on in the stems that it has.

        Args:
            prompts: The words.
            model: Name or path.
            device: Where to run; "auto" is the best that is found.
            playhead: Where work begins.
            against: "But not".
            how: A recipe whose back end, channels, competition and policy above the band count; its words do not.
            whole_file: Everywhere, whatever is selected.
            within: Id of the stem that is to be listened to instead of the recording; "" is the recording.
            stretch: Where, in place of the selection.

        Returns:
            The job, called as the first of its stems unless they were there.
        """
        state = self._document.state
        words = tidy([prompts] if isinstance(prompts, str) else prompts)
        if state.source is None or not words or not self._ready(state.source):
            return None
        asked = self._terms.stretch(within, None if whole_file else stretch or state.selection)
        if asked is None:
            return None
        start, end, band_hz = asked
        recipe = replace(how, prompts=words, against=tidy(against, words), like=None, device=device)
        job = self._ask(stems_for(state, recipe, start, end, model, within, band_hz), playhead)
        for word in reversed(words):  # the first will be the newest
            self.prompt_used.emit(word)
        return job

    def separate_like(
        self, model: str, device: str, playhead: int, against: Sequence[str] = (), how: Recipe = AUTOMATIC
    ) -> str | None:
        """Ask everywhere for what sounds like the selection; the job, None when it cannot be done."""
        state = self._document.state
        source, selection = state.source, state.selection
        if source is None or selection is None or not self._ready(source):
            return None
        if not takes_examples(model):
            text = self.tr("“{model}” can only be asked with words.").format(model=model_title(model))
            hint = self.tr("To find a sound by an example of it, use a published AudioSep model.")
            self._notices.info(text, hint, action="models")
            return None
        seconds = (f"{frame / source.rate_hz:.1f}" for frame in (selection.start, selection.end))
        name = self.tr("like {0}–{1} s").format(*seconds)
        like = (selection.start, selection.end)
        recipe = replace(how, prompts=(name,), against=tidy(against), like=like, device=device)
        return self._ask(stems_for(state, recipe, 0, source.frames, model), playhead)

    def make_again(self, stem_id: str, model: str, how: Recipe, playhead: int) -> str | None:
        """Ask once more for what a stem was asked for with, of another model or in another way, in its row.

        Args:
            stem_id: Whose words, stretch and "but not" are asked for.
            model: Name or path.
            how: A recipe whose device, back end, channels, competition and policy above the band count.
            playhead: Where work begins.
        """
        state = self._document.state
        stem = state.stem(stem_id)
        if state.source is None or stem is None or stem.state == "working" or not self._ready(state.source):
            return None
        if stem.parent and self._terms.parent_stem(stem.parent) is None:
            return None
        again = made_again(state, stem, model, how)
        self._enter(again.id, (again,))
        self._document.undo_stack.push(ReplaceStem(self._document, stem_id, again))
        self._send(again.id, (again,), playhead)
        return again.id

    @property
    def asked(self) -> dict[str, tuple[StemTrack, ...]]:
        """What is separated and what waits: the stems of each job, as they were when it was asked for."""
        return dict(self._stems)

    def go_on(self, *stem_ids: str) -> str | None:
        """Ask again for a stopped or failed request, of which these are stems; the job, None when it cannot be done.

        It goes on in its stems, those included that undo would bring back, and does only what is missing. The engine
        goes on with all sounds of a request or with none: where one is gone for good, the first of `stem_ids` that is
        there is made again, alone in its row.
        """
        state = self._document.state
        stem = next((stem for stem in map(state.stem, stem_ids) if stem is not None), None)
        if state.source is None or stem is None or not stem.unfinished or not self._ready(state.source):
            return None
        if stem.parent and self._terms.parent_stem(stem.parent) is None:
            return None
        together = asked_alike(stem, (stem, *state.stems, *reversed(self._document.shelved)))
        if stem not in together:
            return self.make_again(stem.id, stem.model, stem.recipe, stem.start)
        return self._resume(together, stem.start)

    def left(self, *stem_ids: str) -> bool:
        """Whether one of these stems is there and not finished."""
        return any(stem is not None and stem.unfinished for stem in map(self._document.state.stem, stem_ids))

    def _ready(self, source: Source) -> bool:
        ready = self._terms.ready(source)
        if ready and self._engine_down:  # to ask again is to want it back
            self.restart_engine()
        return ready

    def _ask(self, stems: tuple[StemTrack, ...], playhead: int) -> str:
        """Ask for new stems, called as the first of them, or go on in those that an equal request left unfinished."""
        one = stems[0]
        if again := asked_alike(one, reversed(self._document.state.stems)):
            return self._resume(again, playhead)
        self._enter(one.id, stems)
        self._document.undo_stack.push(AddStem(self._document, *stems))
        self._send(one.id, stems, playhead)
        return one.id

    def _resume(self, stems: tuple[StemTrack, ...], playhead: int) -> str:
        job = new_stem_id()  # another one: the engine may still answer for the one that was stopped
        self._enter(job, stems)
        self._resumed.add(job)
        self._update(job, state="working", progress=0.0)
        self._send(job, stems, playhead)
        return job

    def _enter(self, job: str, stems: tuple[StemTrack, ...]) -> None:
        self._jobs.append(job)
        self._stems[job] = stems
        for stem in stems:
            self._pictures.begin_stem(stem)

    def _send(self, job: str, stems: tuple[StemTrack, ...], playhead: int) -> None:
        self._inference.separate(separate_request(self._document.state, job, stems, playhead))
        self._show(self._work or self._waiting(job))

    def _update(self, job: str, **changes: Any) -> None:
        for stem in self._stems[job]:
            self._document.set_stem(stem.id, **changes)

    def _waiting(self, job: str) -> Work:
        return Work(job, ", ".join(stem.name for stem in self._stems[job]))

    def draw(self, stems: Iterable[StemTrack]) -> None:
        """Have stems that were not made just now drawn."""
        for stem in stems:
            self._analyses.begin(stem)

    def cancel(self) -> None:
        """Stop what runs now; what waits behind it goes on."""
        job = self._work.job if self._work else (self._jobs[0] if self._jobs else None)
        if job is not None:
            self._inference.cancel(job)

    def cancel_all(self) -> None:
        """Stop everything."""
        for job in reversed(self._jobs):
            self._inference.cancel(job)

    def restart_engine(self) -> None:
        """Start the engine again."""
        self._engine_down = False
        self.engine_changed.emit(EngineState(self.tr("Engine: starting")))
        self._inference.restart()

    # -- what the engine says

    def _started(self, job: str) -> None:
        if job in self._stems:
            self._since = None
            self._show(self._waiting(job))

    def _phase(self, job: str, phase: str) -> None:
        if self._work is not None and self._work.job == job:
            if phase == "separating":
                self._since = self._clock()
            self._show(replace(self._work, phase=phase))

    def _notice(self, _job: str, text: str) -> None:
        self._notices.warning(text)

    def _progress(self, job: str, done: int, total: int) -> None:
        if self._work is None or self._work.job != job:
            return
        self._update(job, progress=done / total if total else 0.0)
        self._show(self._work.after(done, total, None if self._since is None else self._clock() - self._since))

    def _final(self, job: str, start: int, end: int) -> None:
        stems = self._stems.get(job, ())
        for stem in stems:
            self._pictures.extend_stem(stem.id, start, end)
        if stems and job not in self._audible:
            self._audible.add(job)
            there = [stem for stem in stems if self._document.state.stem(stem.id) is not None]
            if there:  # else taken out since
                if not self._plays_outside(there[0]):  # or all that is being heard would fall silent
                    self._document.listen_alone(*(stem.id for stem in there))
                self.stem_audible.emit(there[0].id)

    def _done(self, job: str, answer: dict[str, object]) -> None:
        if job not in self._stems:
            return
        first = self._stems[job][0]
        self._update(job, state="done", progress=1.0)
        if self._since is not None and self._work is not None and self._work.job == job and job not in self._resumed:
            sounds = len(first.recipe.prompts) + len(first.recipe.against)
            self.timed.emit(first, sounds, self._clock() - self._since)
        self._end(job)
        self._know_memory(answer.get("memory"))
        device_type, device = (str(answer.get(fact, "")) for fact in ("device_type", "device"))
        self._warmed(str(answer.get("model", first.model)), device_type, device)
        self.stem_finished.emit(first.id)

    def _failed(self, job: str, code: str, message: str, hint: str) -> None:
        if job not in self._stems:
            return
        self._update(job, state="failed")
        work = self._work if self._work is not None and self._work.job == job else None
        self._end(job)
        if code == "out-of-memory" and work is not None and work.done:
            message = self.tr("There is not enough memory to go on. {done} of {total} parts are done and kept.")
            message = message.format(done=work.done, total=work.total)
        if code != "engine-died":  # that one is told by engine_stopped, with its button
            self._notices.error(message, hint, action=_NEXT_STEPS.get(code, "").format(job=job), detail=code)

    def _cancelled(self, job: str) -> None:
        if job in self._stems:
            self._update(job, state="cancelled")
            self._end(job)

    def _end(self, job: str) -> None:
        stems = self._stems.pop(job)
        self._jobs.remove(job)
        self._audible.discard(job)
        self._resumed.discard(job)
        for stem in stems:
            self._pictures.end_stem(stem.id)
            self._analyses.begin(stem)
        if self._work is not None and self._work.job == job:
            self._work = None
        self._show(self._work or (self._waiting(self._jobs[0]) if self._jobs else None))

    def _engine_stopped(self, sentence: str) -> None:
        self._engine_down = True
        self.engine_changed.emit(EngineState(self.tr("Engine: stopped"), stopped=True))
        self._notices.error(sentence, action="restart-engine", detail="engine-died")

    def _warmed(self, model: str, device_type: str, device: str) -> None:
        self.engine_changed.emit(running_on(model, device_type, device, self._memory))

    def _know_memory(self, amounts: Any) -> None:
        self._memory = (int(amounts[0]), int(amounts[1])) if amounts else None

    def _drop_removed(self) -> None:
        there = {stem.id for stem in self._document.state.stems}
        for job in list(self._jobs):
            if there.isdisjoint(stem.id for stem in self._stems[job]):
                self._inference.cancel(job)

    def _show(self, work: Work | None) -> None:
        if work is not None:
            work = replace(work, waiting=len(self._jobs) - 1)
        self._work = work
        self.work_changed.emit(work)
