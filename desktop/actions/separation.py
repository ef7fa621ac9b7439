"""From words to a stem: the request, its progress, its outcome."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.registry import list_models, takes_examples
from desktop.actions.picture_store import PictureStore
from desktop.document.commands import AddStem
from desktop.document.document import Document
from desktop.document.state import Source, StemTrack, new_stem
from desktop.inference.inference_thread import InferenceThread, SeparateRequest
from desktop.inference.media_thread import MediaThread
from desktop.services.notices import NoticeBus

logger = logging.getLogger(__name__)

ETA_AFTER_CHUNKS = 3
ANALYSES = 3
"""How often a picture is asked for before the stem goes without."""


@dataclass(frozen=True)
class Work:
    """What the engine does now, for the status line.

    Attributes:
        job: The running job, also its stem's id.
        name: What is separated.
        phase: "waiting", "loading" or "separating".
        done: Chunks done.
        total: Chunks in all, 0 while unknown.
        eta_s: Seconds left, None while that cannot be told.
        waiting: Jobs behind this one.
    """

    job: str
    name: str
    phase: str = "waiting"
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    waiting: int = 0


class SeparationController(QObject):
    """Asks the engine and tells the document what comes of it.

    Args:
        opening: Name of the recording that is about to take the place of this one, "" while there is none.
        plays_outside: Whether a place is being heard where this stem has nothing.

    Signals:
        work_changed: What the engine does now (Work), or None.
        stem_finished: A stem is done (its id).
        engine_changed: Text for the status line: which model runs on which device.
        prompt_used: Words that were asked for.
        stem_audible: A stem's first frames are there (its id).
    """

    work_changed = Signal(object)
    stem_finished = Signal(str)
    engine_changed = Signal(str)
    prompt_used = Signal(str)
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
        self._media = media
        self._notices = notices
        self._clock = clock
        self._opening = opening
        self._plays_outside = plays_outside
        self._jobs: list[str] = []
        self._audible: set[str] = set()
        self._engine_down = False
        self._tracks: dict[str, StemTrack] = {}
        self._work: Work | None = None
        self._since: float | None = None
        self._analysing: dict[str, tuple[StemTrack, int]] = {}  # by job: of which stem, and which try it is
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
        media.done.connect(self._analysed)
        media.failed.connect(self._not_analysed)
        media.cancelled.connect(self._forget_analysis)
        document.stems_changed.connect(self._drop_removed)

    @property
    def working(self) -> bool:
        """Whether the engine has something to do for us."""
        return bool(self._jobs)

    def uses(self, folder: Path) -> bool:
        """Whether the engine or an analysis may still write in there."""
        stems = [*self._tracks.values(), *(stem for stem, _ in self._analysing.values())]
        return any(stem.cache.parent == folder for stem in stems)

    def warm(self, model: str, device: str) -> None:
        """Load the model before the first request."""
        self.engine_changed.emit(self.tr("Engine: starting"))
        self._inference.warm(model, device)

    def separate(self, prompt: str, model: str, device: str, playhead: int) -> str | None:
        """Ask for what `prompt` says, in the selection or everywhere; the stem's id, None when it cannot be done."""
        state = self._document.state
        prompt = prompt.strip()
        if state.source is None or not prompt or not self._ready(state.source):
            return None
        start, end = (state.selection.start, state.selection.end) if state.selection else (0, state.source.frames)
        job = self._ask(state.source, prompt, start, end, model, device, playhead)
        self.prompt_used.emit(prompt)
        return job

    def separate_like(self, model: str, device: str, playhead: int) -> str | None:
        """Ask everywhere for what sounds like the selection; the stem's id, None when it cannot be done."""
        state = self._document.state
        source, selection = state.source, state.selection
        if source is None or selection is None or not self._ready(source):
            return None
        if not takes_examples(model):
            title = next((known.title for known in list_models() if known.name == model), Path(model).stem)
            text = self.tr("“{model}” can only be asked with words.").format(model=title)
            hint = self.tr("To find a sound by an example of it, use a published AudioSep model.")
            self._notices.info(text, hint, action="models")
            return None
        seconds = (f"{frame / source.rate_hz:.1f}" for frame in (selection.start, selection.end))
        name = self.tr("like {0}–{1} s").format(*seconds)
        example = selection.start, selection.end
        return self._ask(source, name, 0, source.frames, model, device, playhead, example)

    def _ready(self, source: Source) -> bool:
        """Whether a stem of this recording can be asked for now; tells what stands in the way."""
        following = self._opening()
        if following:  # what was asked for now would go with this recording
            text = self.tr("“{name}” is being opened.").format(name=following)
            self._notices.info(text, self.tr("Separate when it is there."))
            return False
        if not source.complete:
            hint = self.tr("Separate when it is complete.")
            self._notices.info(self.tr("The recording is still being read."), hint)
            return False
        if self._engine_down:  # to ask again is to want it back
            self.restart_engine()
        return True

    def _ask(
        self,
        source: Source,
        prompt: str,
        start: int,
        end: int,
        model: str,
        device: str,
        playhead: int,
        like: tuple[int, int] | None = None,
    ) -> str:
        job = uuid.uuid4().hex
        cache = source.cache.with_name(f"stem-{job}.json")
        stem = new_stem(
            self._document.state, prompt=prompt, cache=cache, start=start, end=end, model=model, stem_id=job
        )
        self._jobs.append(job)
        self._tracks[job] = stem
        self._pictures.begin_stem(stem)
        self._document.undo_stack.push(AddStem(self._document, stem))
        first = min(max(playhead, start), end - 1)
        self._inference.separate(
            SeparateRequest(job, source.cache, start, end, first, (prompt,), model, device, (cache,), like)
        )
        self._show(self._work or Work(job, stem.name))
        return job

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
        self.engine_changed.emit(self.tr("Engine: starting"))
        self._inference.restart()

    # -- what the engine says

    def _started(self, job: str) -> None:
        stem = self._tracks.get(job)
        if stem is not None:
            self._since = None
            self._show(Work(job, stem.name))

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
        eta_s = None
        if self._since is not None and done >= ETA_AFTER_CHUNKS:
            eta_s = (self._clock() - self._since) / done * (total - done)
        self._document.set_stem(job, progress=done / total if total else 0.0)
        self._show(replace(self._work, phase="separating", done=done, total=total, eta_s=eta_s))

    def _final(self, job: str, start: int, end: int) -> None:
        if job in self._tracks:
            self._pictures.extend_stem(job, start, end)
            if job not in self._audible:
                self._audible.add(job)
                stem = self._document.state.stem(job)
                if stem is None:  # taken out since
                    return
                if not self._plays_outside(stem):  # or all that is being heard would fall silent
                    self._document.listen_alone(job)
                self.stem_audible.emit(job)

    def _done(self, job: str, answer: dict[str, object]) -> None:
        stem = self._tracks.get(job)
        if stem is None:
            return
        self._document.set_stem(job, state="done", progress=1.0)
        self._end(job)
        self._warmed(str(answer.get("model", stem.model)), str(answer.get("device", "")))
        self.stem_finished.emit(job)

    def _failed(self, job: str, code: str, message: str, hint: str) -> None:
        if job not in self._tracks:
            return
        self._document.set_stem(job, state="failed")
        self._end(job)
        if code != "engine-died":  # that one is told by engine_stopped, with its button
            self._notices.error(message, hint)

    def _cancelled(self, job: str) -> None:
        if job in self._tracks:
            self._document.set_stem(job, state="cancelled")
            self._end(job)

    def _end(self, job: str) -> None:
        stem = self._tracks.pop(job)
        self._jobs.remove(job)
        self._audible.discard(job)
        self._pictures.end_stem(job)
        self._analyse(stem, 1)
        if self._work is not None and self._work.job == job:
            self._work = None
        following = self._jobs[0] if self._jobs else None
        self._show(self._work or (Work(following, self._tracks[following].name) if following else None))

    def _engine_stopped(self, sentence: str) -> None:
        self._engine_down = True
        self.engine_changed.emit(self.tr("Engine: stopped"))
        self._notices.error(sentence, action="restart-engine")

    def _warmed(self, model: str, device: str) -> None:
        names = {"cpu": self.tr("processor"), "cuda": "CUDA", "mps": "Apple GPU"}
        where = names.get(device.split(":")[0], device)
        self.engine_changed.emit(self.tr("Engine: {model} on {device}").format(model=Path(model).stem, device=where))

    def _analyse(self, stem: StemTrack, attempt: int) -> None:
        if self._pictures.picture(stem.id) is not None and stem.cache.exists():  # else its recording was closed
            analysis = f"analyse-{stem.id}-{attempt}"
            self._analysing[analysis] = stem, attempt
            self._media.analyse(analysis, stem.cache)

    def _analysed(self, job: str, _: dict[str, object]) -> None:
        stem, _attempt = self._analysing.pop(job, (None, 0))
        # Also of a stem that was taken out: undo brings it back.
        if stem is not None and self._pictures.picture(stem.id) is not None:
            self._pictures.take_analysis(stem)

    def _not_analysed(self, job: str, _code: str, message: str, _hint: str) -> None:
        stem, attempt = self._analysing.pop(job, (None, 0))
        if stem is not None:
            logger.warning("no picture of a stem at try %d: %s", attempt, message)
            if attempt < ANALYSES:  # another job may have taken the process with it
                self._analyse(stem, attempt + 1)

    def _forget_analysis(self, job: str) -> None:
        self._analysing.pop(job, None)

    def _drop_removed(self) -> None:
        there = {stem.id for stem in self._document.state.stems}
        for job in [job for job in self._jobs if job not in there]:
            self._inference.cancel(job)

    def _show(self, work: Work | None) -> None:
        if work is not None:
            work = replace(work, waiting=len(self._jobs) - 1)
        self._work = work
        self.work_changed.emit(work)
